"""Recording what states do with treaties, and what follows for whom measures address."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from desk import AT, HOSTILE, PROGRAMME, decide, everything, fresh, view
from hypothesis import given, settings
from hypothesis import strategies as st

from store.drafts import Draft, TreatyDraft
from store.errors import Refused, Usage
from store.ladder import Standing, TreatyAction
from store.register import Register
from store.settings import write_setting
from store.values import Entry

SOURCE = "UNTS C.N.123"
ANNEX = (
    "trafficking-1949",
    "slavery-1926",
    "slavery-1956",
    "adoption-1993",
    "child-rights-1989",
    "child-rights-protocol-2000",
    "organised-crime-2000",
    "trafficking-protocol-2000",
    "human-rights-1950",
)
AGREEMENTS = ("return-of-minors-2002", "trafficking-2005")


def act(
    register: Register,
    key: str,
    action: str,
    on: str = "2006-01-01",
    state: str = "AZ",
    at: datetime = AT,
    **fields: str,
) -> Entry:
    draft = TreatyDraft(action, on, **{"source": SOURCE, **fields})
    (entry,) = register.treaties.record(PROGRAMME, state, key, draft, at)
    return entry


def join(
    register: Register, keys: Iterable[str], state: str = "AZ", on: str = "2006-01-01"
) -> None:
    for key in keys:
        act(register, key, "accession", on, state)


def answer(
    register: Register, key: str, state: str = "AZ", on: date = date(2009, 1, 1)
) -> tuple[str, tuple[str, ...]]:
    address = register.treaties.addressees(view(on=on), key)[state]
    assert register.treaties.addresses(view(state, on=on))[key] == address
    return address.answer, address.treaties


# -- recording -------------------------------------------------------------------------------------


def test_an_action_is_kept_as_it_was_typed(register: Register) -> None:
    entry = act(register, "Slavery-1926 ", "accession", source=HOSTILE[0], note=HOSTILE[5])
    assert (entry.kind, entry.treaty, entry.key) == (
        "treaty-action",
        "slavery-1926",
        "slavery-1926",
    )
    assert (entry.state, entry.measure, entry.words) == ("AZ", None, None)
    assert entry.decided_on == date(2006, 1, 1)
    assert entry.details == {"action": "accession", "source": HOSTILE[0], "note": HOSTILE[5]}
    assert register.history(view()) == (entry,)
    (status,) = register.treaties.status(view(), "slavery-1926")
    assert (status.state, status.ladder.standing) == ("AZ", Standing.CONSENTED)
    assert status.entries == (entry,)
    assert register.verify().sound


def test_the_treaties_are_those_of_the_act(register: Register) -> None:
    treaties = register.programme().treaties
    assert tuple(each.key for each in treaties) == (*ANNEX, *AGREEMENTS)
    assert [each.where for each in treaties] == ["annex"] * 9 + ["1.2"] * 2
    assert [each.by_procedures for each in treaties] == [False] * 9 + [True] * 2
    statuses = register.treaties.statuses(view(None))
    assert len(statuses) == 11 * 11
    assert {status.ladder.standing for status in statuses} == {Standing.NOTHING}


@pytest.mark.parametrize(
    ("draft", "field", "words"),
    [
        (TreatyDraft("accession", "2006-01-01"), "source", "say how it is known"),
        (TreatyDraft("accession", "2006-01-01", " "), "source", "say how it is known"),
        (TreatyDraft("joining", "2006-01-01", "x"), "action", "choose one of signature, domestic"),
        (TreatyDraft(None, "2006-01-01", "x"), "action", "choose one of signature"),
        (TreatyDraft("accession", "01.01.2006", "x"), "decided_on", "write YYYY-MM-DD"),
        (TreatyDraft("accession", "1949-12-01", "x"), "decided_on", "own date, 1949-12-02"),
        (TreatyDraft("accession", "2009-03-05", "x"), "decided_on", "has not come yet"),
        (TreatyDraft("ratification", "2006-01-01", "x"), "action", "needs a signature"),
        (TreatyDraft("entry-into-force", "2006-01-01", "x"), "action", "no consent to be bound"),
        (TreatyDraft("accession", "2006-01-01", "x" * 4001), "source", "4001"),
    ],
)
def test_what_is_refused(register: Register, draft: TreatyDraft, field: str, words: str) -> None:
    before = everything(register.path)
    with pytest.raises(Refused) as caught:
        register.treaties.record(PROGRAMME, "AZ", "trafficking-1949", draft, AT)
    assert list(caught.value.problems) == [field]
    assert words in caught.value.problems[field]
    with pytest.raises(Refused) as checked:
        register.treaties.check(PROGRAMME, "AZ", "trafficking-1949", draft, AT.date())
    assert checked.value.problems == caught.value.problems
    assert everything(register.path) == before


def test_two_consents(register: Register) -> None:
    act(register, "trafficking-1949", "signature", "2004-01-01")
    act(register, "trafficking-1949", "ratification", "2005-01-01")
    with pytest.raises(Refused, match="consented before: ratification of 2005-01-01"):
        act(register, "trafficking-1949", "acceptance", "2006-01-01")
    with pytest.raises(Refused, match="needs a signature"):
        act(register, "trafficking-1949", "ratification", state="AM")
    act(register, "slavery-1956", "accession")  # another treaty is another ladder


def test_a_treaty_or_a_state_that_is_not_there(register: Register) -> None:
    with pytest.raises(Usage, match=r"no treaty that the programme names. Say one of trafficking-"):
        act(register, "hague", "accession")
    with pytest.raises(Usage, match="signature table"):
        act(register, "slavery-1926", "accession", state="FR")


def test_a_dry_run(register: Register) -> None:
    before = everything(register.path)
    draft = TreatyDraft("accession", "2006-01-01", SOURCE)
    (entry,) = register.treaties.record(PROGRAMME, "AZ", ANNEX[0], draft, AT, dry_run=True)
    assert entry.details["action"] == "accession"
    assert everything(register.path) == before


# -- taking back -----------------------------------------------------------------------------------


def test_what_others_rest_on_is_not_taken_back_alone(register: Register) -> None:
    signed = act(register, "trafficking-1949", "signature", "2004-01-01")
    ratified = act(register, "trafficking-1949", "ratification", "2005-01-01")
    before = everything(register.path)
    with pytest.raises(Refused) as caught:
        register.retract([signed.id], "səhv", AT)
    assert caught.value.what == (
        f"{signed.id} cannot be taken back alone: "
        f"the ratification of 2005-01-01 ({ratified.id}) rests on it"
    )
    assert everything(register.path) == before
    register.retract([signed.id, ratified.id], "səhv", AT)
    (status,) = register.treaties.status(view(), "trafficking-1949")
    assert (status.ladder.standing, status.entries) == (Standing.NOTHING, ())
    act(register, "trafficking-1949", "signature", "2004-02-01")


def test_the_last_step_is_taken_back(register: Register) -> None:
    act(register, "trafficking-1949", "signature", "2004-01-01")
    ratified = act(register, "trafficking-1949", "ratification", "2005-01-01")
    (entry,) = register.retract([ratified.id], "səhv", AT)
    assert (entry.treaty, entry.retracts) == ("trafficking-1949", ratified.id)
    (status,) = register.treaties.status(view(), "trafficking-1949")
    assert status.ladder.standing is Standing.SIGNED
    (entry,) = decide(register, "1.1")
    register.retract([entry.id], "səhv", AT)  # other kinds as before


def test_what_contradicts_is_told_and_can_be_taken_back(register: Register) -> None:
    """Another installation recorded the same treaty, and the two were merged."""
    act(register, "trafficking-1949", "accession", "2004-01-01")
    with register._door.writer().transaction() as session:
        from store.ledger import Record, append

        write_setting(session, "origin", "elsewhere")
        for action, day in (("ratification", "2005-01-01"), ("joined", "2005-02-01")):
            append(
                session,
                Record("elsewhere", "Ə", AT),
                kind="treaty-action",
                programme=PROGRAMME,
                state="AZ",
                treaty="trafficking-1949",
                decided_on=day,
                payload={"action": action, "source": "x"},
            )
    (status,) = register.treaties.status(view(), "trafficking-1949")
    assert status.ladder.standing is Standing.CONSENTED
    (problem,) = status.ladder.problems
    assert "consented before: accession of 2004-01-01" in str(problem)
    assert len(status.entries) == 3
    assert register.treaties.addressees(view(), "1.1")["AZ"].answer == "unknown"
    register.retract(["elsewhere-1"], "səhv", AT)
    (status,) = register.treaties.status(view(), "trafficking-1949")
    assert status.ladder.problems == ()


# -- whom measures address -------------------------------------------------------------------------


def test_nothing_is_known_before_it_is_recorded(register: Register) -> None:
    for key, treaties in (
        ("1.1", ANNEX),
        ("1.2", AGREEMENTS),
        ("1.2.a", AGREEMENTS[:1]),
        ("1.2.b", AGREEMENTS[1:]),
    ):
        for address in register.treaties.addressees(view(), key).values():
            assert (address.answer, address.treaties) == ("unknown", treaties)
    assert list(register.treaties.addressees(view(), "1.1")) == list(
        register.programme().signatories
    )


def test_whoever_joined_all_nine_is_not_addressed(register: Register) -> None:
    join(register, ANNEX[:8])
    assert answer(register, "1.1") == ("unknown", ANNEX[8:])
    join(register, ANNEX[8:], on="2007-05-01")
    assert answer(register, "1.1") == ("no", ANNEX)
    assert answer(register, "1.1", "KZ")[0] == "unknown"
    assert answer(register, "1.1", on=date(2007, 4, 30)) == ("unknown", ANNEX[8:])
    sheet = register.sheet(view(on=date(2009, 1, 1)), "1.1")
    assert sheet.addresses["1.1"].answer == "no"
    # The measure is not addressed to the state; its position is another thing, and as it was.
    assert sheet.measure.position
    assert sheet.measure.position.value == "undetermined"
    before = view(on=date(2009, 1, 1), known_on=date(2009, 3, 3))
    assert register.treaties.addressees(before, "1.1")["AZ"].answer == "unknown"


def test_one_treaty_that_was_not_joined_settles_it(register: Register) -> None:
    act(register, ANNEX[3], "signature")
    assert answer(register, "1.1") == ("yes", (ANNEX[3],))
    act(register, ANNEX[3], "ratification", "2008-01-01")
    assert answer(register, "1.1") == ("unknown", (*ANNEX[:3], *ANNEX[4:]))
    act(register, ANNEX[3], "entry-into-force", "2008-02-01")
    act(register, ANNEX[3], "denunciation", "2008-03-01")
    assert answer(register, "1.1") == ("yes", (ANNEX[3],))


def test_whoever_signed_and_has_not_completed_the_procedures(register: Register) -> None:
    minors, trafficking = AGREEMENTS
    act(register, minors, "signature", "2002-10-07", state="KZ")
    assert answer(register, "1.2", "KZ") == ("yes", (minors,))
    assert answer(register, "1.2.a", "KZ") == ("yes", (minors,))
    assert answer(register, "1.2.b", "KZ") == ("unknown", (trafficking,))
    act(register, minors, "domestic-procedures", "2004-01-01", state="KZ")
    assert answer(register, "1.2.a", "KZ") == ("no", (minors,))
    assert answer(register, "1.2", "KZ") == ("unknown", (trafficking,))
    act(register, minors, "entry-into-force", "2004-02-01", state="KZ")
    act(register, trafficking, "accession", "2006-02-01", state="KZ")
    assert answer(register, "1.2", "KZ") == ("no", AGREEMENTS)
    assert answer(register, "1.2")[0] == "unknown"


def test_nothing_is_asked_of_a_state_that_is_not_addressed(register: Register) -> None:
    """Russia plainly participates, by its signature; the period of 1.1 is over."""
    seen = view("RU", on=date(2012, 1, 1))

    def overdue() -> set[str]:
        return {each.measure for each in register.agenda.occurrences(seen) if each.overdue}

    def warned() -> set[str | None]:
        return {finding.measure for finding in register.returns.checks(seen)}

    assert "1.1" in overdue() & warned()
    join(register, ANNEX, "RU")
    assert "1.1" not in overdue() | warned()
    assert "1.2" in overdue()
    (occurrence,) = register.sheet(seen, "1.1").occurrences
    assert (occurrence.addressed, occurrence.status) == (False, "past")
    draft = Draft("participates", "2008-01-01", source="nota")
    register.decide(PROGRAMME, "RU", ["1.1"], draft, AT)
    assert "1.1" in overdue(), "it took the measure up all the same"


def test_other_measures_do_not_depend_on_treaties(register: Register) -> None:
    with pytest.raises(Refused, match=r"2\.4 addresses does not depend on treaties.*1\.1, 1\.2"):
        register.treaties.addressees(view(), "2.4")
    with pytest.raises(Refused):
        register.treaties.addressees(view(), "1.3")
    with pytest.raises(Usage):
        register.treaties.addressees(view(), "9.9")
    assert register.treaties.addresses(view(), "2.4") == {}
    assert register.sheet(view(), "2.4").addresses == {}
    assert register.treaties.addresses(view(None)) == {}
    assert list(register.sheet(view(), "1.2.a").addresses) == ["1.2", "1.2.a", "1.2.b"]


def test_a_programme_that_says_nothing_of_whom_it_addresses(file: Path) -> None:
    from seed.reading import programme_folders

    shipped = next(folder for folder in programme_folders() if folder.name == PROGRAMME)
    text = (shipped / "programme.toml").read_text("utf-8")
    own = file.parent / "programmes" / PROGRAMME
    own.mkdir(parents=True)
    kept = "".join(
        line for line in text.splitlines(keepends=True) if not line.startswith("addresses")
    )
    (own / "programme.toml").write_text(kept, "utf-8")
    with Register.open(file) as register:
        assert len(register.programme().treaties) == 11
        assert register.treaties.addresses(view()) == {}
        with pytest.raises(Refused):
            register.treaties.addressees(view(), "1.1")


def test_whoever_records_at_the_same_moment(file: Path, register: Register) -> None:
    act(register, ANNEX[0], "accession")
    with Register.open(file) as other, pytest.raises(Refused, match="recorded already"):
        act(other, ANNEX[0], "accession", at=datetime(2009, 3, 4, 12, tzinfo=UTC))


# -- properties ------------------------------------------------------------------------------------

ACTS = st.tuples(
    st.sampled_from(["trafficking-1949", "trafficking-2005"]),
    st.sampled_from(["AZ", "KZ"]),
    st.sampled_from(TreatyAction),
    st.dates(date(2006, 1, 1), date(2006, 1, 9)),
    st.integers(0, 3),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.one_of(ACTS, st.integers(0, 20)), max_size=12))
def test_the_register_holds_only_ladders_that_can_be(
    ready: Path, tried: list[tuple[str, str, TreatyAction, date, int] | int]
) -> None:
    """Whatever is recorded or taken back, on every day and as known on every day."""
    kept: list[Entry] = []
    with fresh(ready) as register:
        for each in tried:
            with suppress(Refused):
                if isinstance(each, int):
                    if kept:
                        register.retract([kept[each % len(kept)].id], "səhv", AT)
                else:
                    key, state, action, day, later = each
                    at = AT + timedelta(later)
                    kept.append(act(register, key, action, str(day), state, at))
        for on in (date(2006, 1, day) for day in range(1, 10)):
            for status in register.treaties.statuses(view(on=on), every_state=True):
                assert status.ladder.problems == ()
                assert all(entry.decided_on and entry.decided_on <= on for entry in status.entries)
        stand = {e.id for s in register.treaties.statuses(view(None)) for e in s.entries}
        gone = {e.retracts for e in register.history(view(None)) if e.retracts}
        assert stand == {entry.id for entry in kept} - gone
        before = view(None, known_on=AT.date() - timedelta(1))
        assert not any(status.entries for status in register.treaties.statuses(before))
        assert register.verify().sound


def test_statuses_are_found_by_the_index(register: Register) -> None:
    seen: list[str] = []
    connection = register._door.connection
    connection.set_trace_callback(seen.append)
    register.treaties.statuses(view(), every_state=True)
    connection.set_trace_callback(None)
    asked = [each for each in seen if "FROM entry" in each]
    assert len(asked) == 11
    for each in asked:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {each}").fetchall()
        assert not any("SCAN e" in row[3] for row in plan)
