"""`why` and `confirm`: the chain from the act to what holds, and editions that change the words."""

import pytest
from installed_command import Cli

from seed.shipped import SHIPPED

PROGRAMME = "cis-thb-2007-2010"
FILE = (SHIPPED / PROGRAMME / "programme.toml").read_text("utf-8")
TEXT = "İnsan alverinə qarşı ixtisaslaşdırılmış strukturlar (bölmələr) yaratmaq"  # 2.5

WHY = [
    "key",
    "state",
    "on",
    "position",
    "basis",
    "rule",
    "clause",
    "decision",
    "superseded",
    "retracted",
    "confirmations",
    "otherwise",
    "to_confirm",
    "changes",
    "words",
    "in_programme",
    "same_words",
]


def edition(cli: Cli, *changes: tuple[str, str]) -> None:
    """Put an edition of the shipped programme beside the register."""
    text = FILE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    folder = cli.folder / "programmes" / PROGRAMME
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "programme.toml").write_text(text, "utf-8")


@pytest.fixture
def officer(cli: Cli) -> Cli:
    cli.ok("setup", "--state", "AZ", "--officer", "Ə. Məmmədova")
    return cli


@pytest.mark.parametrize(
    ("key", "state", "position", "rule", "part"),
    [
        ("2.4", "AZ", "undetermined", "opinion-on-each-measure", "special-opinion"),
        ("1.4.c", "AZ", "not-bound", "opinion-on-item", "special-opinion"),
        ("2.4", "KZ", "participates", "signed", "signatures"),
        ("2.4", "UA", "undetermined", "reservation-unknown", "signatures"),
        ("2.4.ç", "GE", "not-bound", "not-signed", "signatures"),
    ],
)
def test_a_default_quotes_its_clause(
    known: Cli, key: str, state: str, position: str, rule: str, part: str
) -> None:
    told = known.ok("why", key, "--state", state, "--on", "2007-01-01", "--json").json
    assert list(told) == WHY
    assert (told["position"], told["basis"], told["rule"]) == (position, "signature", rule)
    assert told["clause"]["part"] == part
    assert told["clause"]["text"] in FILE
    assert (told["decision"], told["superseded"], told["to_confirm"]) == (None, [], False)
    words = known.ok("why", key, "--state", state, "--on", "2007-01-01").out
    assert told["clause"]["text"] in words
    assert "Would change it" in words


def test_four_things_that_are_not_the_same(officer: Cli) -> None:
    officer.ok("decide", "2.4", "--position", "does-not-participate", "--date", "2008-01-01")
    said = {
        officer.ok("why", key, "--state", state).out.splitlines()[0].partition(" (")[0]
        for key, state in (("2.4", "AZ"), ("2.5", "AZ"), ("2.5", "UA"), ("1.4.c", "AZ"))
    }
    assert len({each.replace("UA", "AZ") for each in said}) == 4
    lines = {
        officer.ok("measures", "--section", "II", "--state", state).out.splitlines()[4]
        for state in ("AZ", "GE")
    }
    assert len(lines) == 2


def test_the_chain_of_a_decision(officer: Cli) -> None:
    officer.ok("decide", "2.4", "--position", "participates", "--date", "2008-01-01")
    officer.ok("decide", "2.4", "--position", "under-consideration", "--date", "2008-02-02")
    officer.ok("retract", "2", "--reason", "by mistake")
    officer.ok(
        *("decide", "2.4", "--position", "does-not-participate", "--date", "2008-03-03"),
        *("--authority", "Nazirlər Kabineti", "--act", "sərəncam 5"),
    )
    told = officer.ok("why", "2.4", "--json").json
    origin = told["decision"]["origin"]
    assert (told["position"], told["basis"]) == ("does-not-participate", "decision")
    assert told["rule"] == "own-decision"
    assert told["decision"]["act"] == "sərəncam 5"
    assert told["decision"]["recorded_by"] == "Ə. Məmmədova"
    assert (told["superseded"], told["retracted"]) == ([f"{origin}-1"], [f"{origin}-2"])
    assert told["otherwise"] == "participates"
    assert told["clause"]["part"] == "special-opinion"
    words = officer.ok("why", "2.4").out
    for said in ("Nazirlər Kabineti", "sərəncam 5", "Superseded", "Taken back", "Ə. Məmmədova"):
        assert said in words
    before = officer.ok("why", "2.4", "--on", "2008-01-31", "--json").json
    assert (before["position"], before["superseded"]) == ("participates", [])
    unknown = officer.ok("why", "2.4", "--known-on", "2001-01-01", "--json").json
    assert unknown["basis"] == "signature"
    item = officer.ok("why", "2.4.ç", "--json").json
    assert (item["rule"], item["decision"]["id"]) == ("measure-decision", f"{origin}-4")


def test_the_line_of_a_measure_tells_where_its_items_differ(officer: Cli) -> None:
    officer.ok("decide", "2.4", "--position", "participates", "--date", "2008-01-01")
    officer.ok("decide", "2.4.ç", "--position", "does-not-participate", "--date", "2008-01-01")
    lines = {line.split("\t")[0]: line for line in officer.ok("measures").out.splitlines()}
    assert lines["2.4"].split("\t")[3] == "participates; ç: does-not-participate"
    assert lines["1.4"].split("\t")[3] == "undetermined; c: not-bound"
    assert "AZ participates; ç: does not" in officer.ok("show", "2.4").out
    assert "ç: does not; the others follow 2.4" in officer.ok("why", "2.4").out


def test_why_asks_for_a_state_and_a_key(cli: Cli) -> None:
    assert cli("why", "2.4").code == 2
    assert cli("why", "9.9", "--state", "AZ").code == 2
    assert cli("why", "6.3", "--state", "AZ").code == 2


def test_an_edition_changes_words_and_the_decision_is_confirmed(officer: Cli) -> None:
    assert officer("confirm", "2.5").code == 1
    officer.ok("decide", "2.5", "--position", "participates", "--date", "2008-01-01")
    assert officer("confirm", "2.5").code == 1
    edition(officer, (TEXT, "İnsan alverinə qarşı yeni bölmələr yaratmaq"))
    told = officer.ok("why", "2.5", "--json").json
    assert told["to_confirm"] is True
    assert told["changes"] == [
        {
            "where": "text",
            "letter": None,
            "old": TEXT,
            "new": "İnsan alverinə qarşı yeni bölmələr yaratmaq",
        }
    ]
    assert told["words"]["text"] == TEXT
    compared = "[-ixtisaslaşdırılmış strukturlar (bölmələr)-] {+yeni bölmələr+}"
    assert compared in officer.ok("why", "2.5").out
    assert officer.ok("show", "2.5", "--json").json["position"]["to_confirm"] is True
    assert "to confirm" in officer.ok("show", "2.5").out
    assert officer.ok("status", "--json").json["to_confirm"] == ["2.5"]
    assert "1 decision to confirm: 2.5" in officer.ok("status").out
    due = officer.ok("measures", "--position", "to-confirm", "--json").json
    assert [measure["key"] for measure in due] == ["2.5"]

    dry = officer.ok("confirm", "2.5", "--date", "2008-02-02", "--dry-run")
    assert "nothing was recorded" in dry.err
    (made,) = officer.ok("confirm", "2.5", "--date", "2008-02-02", "--json").json
    assert (made["kind"], made["measure"], made["decided_on"]) == (
        "confirmation",
        "2.5",
        "2008-02-02",
    )
    assert made["details"] == {"confirms": told["decision"]["id"]}
    after = officer.ok("why", "2.5", "--json").json
    assert (after["to_confirm"], after["changes"]) == (False, [])
    assert after["confirmations"] == [made["id"]]
    assert officer.ok("status", "--json").json["to_confirm"] == []
    refused = officer("confirm", "2.5")
    assert (refused.code, refused.out) == (1, "")
    assert "needs no confirmation" in refused.err


def test_what_an_edition_takes_out_stays_readable(officer: Cli) -> None:
    officer.ok("decide", "2.6", "--position", "participates", "--date", "2008-01-01")
    text = officer.ok("show", "2.6", "--json").json["text"]
    edition(officer, ('key = "2.6"\nnumber = "2.6."', 'key = "2.60"\nnumber = "2.60."'))
    shown = officer.ok("show", "2.6", "--json").json
    assert list(shown) == list(officer.ok("show", "2.5", "--json").json)
    assert (shown["text"], shown["in_programme"], shown["same_words"]) == (text, False, ["2.60"])
    assert (shown["position"]["value"], shown["section"]) == ("participates", None)
    assert len(shown["history"]) == len(officer.ok("history", "2.6", "--json").json) == 1
    told = officer.ok("why", "2.6", "--json").json
    assert list(told) == WHY
    assert (told["position"], told["in_programme"], told["clause"]) == ("participates", False, None)
    assert told["words"]["text"] == text
    assert officer.ok("status", "--json").json["no_longer"] == ["2.6"]
    assert "1 decision on what is no longer in the programme: 2.6" in officer.ok("status").out
    assert "no longer in the programme" in officer.ok("show", "2.6").out
    refused = officer("decide", "2.6", "--position", "participates")
    assert refused.code == 2
    assert "no longer in the programme" in refused.err
    assert officer.ok("why", "2.6", "--state", "KZ", "--json").json["position"] is None


def test_another_states_confirmation_needs_a_source(officer: Cli) -> None:
    officer.ok(
        *("decide", "2.5", "--state", "KZ", "--position", "participates"),
        *("--date", "2008-01-01", "--source", "nota 7"),
    )
    edition(officer, (TEXT, "Bölmələr yaratmaq"))
    refused = officer("confirm", "2.5", "--state", "KZ", "--date", "2008-02-02")
    assert refused.code == 1
    assert "--source" in refused.err
    officer.ok("confirm", "2.5", "--state", "KZ", "--date", "2008-02-02", "--source", "nota 8")
