"""Sentences that keep the template they were made of."""

from copy import deepcopy
from dataclasses import asdict, dataclass

import pytest

from seed.messages import Counted, Message, all_of, counted, one_of, say


@dataclass(frozen=True)
class Holder:
    what: str


@pytest.mark.parametrize(
    "message",
    [
        say("plain {braces}"),
        say("{day} has not come: {why!r}", day="2010-01-01", why=say("it is {n}", n=9)),
        counted("{n} row of {table}", "{n} rows of {table}", 3, table="entry"),
    ],
)
def test_a_copy_is_a_message_too(message: Message) -> None:
    for copy in (deepcopy(message), asdict(Holder(message))["what"]):
        assert type(copy) is type(message)
        assert (copy, copy.template, copy.values) == (message, message.template, message.values)


def test_english_counts_by_one_and_more() -> None:
    said = [counted("{n} row of {of}", "{n} rows of {of}", n, of="x") for n in (0, 1, 2)]
    assert said == ["0 rows of x", "1 row of x", "2 rows of x"]
    assert all(isinstance(each, Counted) for each in said)


def test_choices() -> None:
    assert one_of(["a"]) == all_of(["a"]) == "a"
    assert one_of("abc") == "a or b or c"
    assert all_of("ab") == "a and b"
