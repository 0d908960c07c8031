"""What a view asks of the database: one query, and through an index."""

import sqlite3
from datetime import date

from store.filters import Filter
from store.register import Register
from store.values import View

MOST_OF_A_CHECK = 12


def asked_by(register: Register, look: object) -> list[str]:
    """The statements that the register sends while something looks at it."""
    statements: list[str] = []
    register._door.connection.set_trace_callback(statements.append)
    look()  # type: ignore[operator]
    register._door.connection.set_trace_callback(None)
    return statements


def test_a_docket_is_one_query(register: Register) -> None:
    programme = register.programme().id
    view = View(programme, "AZ", date(2008, 1, 1))
    register.docket(view, Filter())  # the programme itself is read once
    statements = asked_by(register, lambda: register.docket(view, Filter()))
    assert len(statements) == 1
    assert "provision" in statements[0]


def test_every_table_of_a_docket_is_found_through_an_index(register: Register) -> None:
    programme = register.programme().id
    view = View(programme, "AZ", date(2008, 1, 1))
    (query,) = [
        each for each in asked_by(register, lambda: register.measures(view)) if "provision" in each
    ]
    with sqlite3.connect(register.path) as connection:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]
    connection.close()
    assert any("SEARCH" in step for step in plan)
    assert not [step for step in plan if step.startswith("SCAN")]


def test_what_is_no_longer_in_the_programme_is_found_through_an_index(register: Register) -> None:
    view = View(register.programme().id, "AZ", date(2008, 1, 1))
    (query,) = asked_by(register, lambda: register.no_longer(view))
    with sqlite3.connect(register.path) as connection:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]
    connection.close()
    assert not [step for step in plan if step in ("SCAN entry", "SCAN e", "SCAN held", "SCAN p")]


def test_a_year_and_its_checks_are_few_queries_each_through_an_index(register: Register) -> None:
    view = View(register.programme().id, "AZ", date(2009, 2, 20))
    statements = asked_by(register, lambda: register.returns.check(view, 2008))
    assert len(statements) <= MOST_OF_A_CHECK
    with sqlite3.connect(register.path) as connection:
        for query in statements:
            plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]
            assert not [step for step in plan if step in ("SCAN entry", "SCAN e", "SCAN held")]
    connection.close()
