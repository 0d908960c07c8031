"""The checks of a year's information, and of the register as a whole. Pure: one function a rule.

What blocks a release is what would make it contradict itself, or leave open who did what it
reports. What is merely missing is a warning: nothing unknown has to be filled in to be punctual.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from seed.messages import Message, mark, say
from store.ladder import Ladder
from store.occurrences import Occurrence
from store.reporting import STATUS_WORDS, Information, Line, Status
from store.snapshots import differing
from store.values import Entry, PositionValue

Severity = Literal["blocker", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a check found.

    Attributes:
        severity: Whether it blocks a release.
        rule: The rule's name.
        measure: The key of the measure it is about, or None.
        message: What is wrong, a sentence without a final stop.
        fix: The arguments of the command that fixes it; what the officer fills in stands in
            angle brackets.
    """

    severity: Severity
    rule: str
    measure: str | None
    message: str
    fix: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules look at.

    Attributes:
        information: A year's, as it stands.
        released: Those of the years that have a release that stands.
        occurrences: What falls due when, and what is recorded of it.
        ladders: Where the state stands on each treaty.
        not_addressed: The keys of the measures that do not address the state.
        left_behind: Decisions on what is no longer in the programme, each with the key of a measure
            that has the same words now and is not decided.
    """

    information: Information
    released: tuple[Information, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    ladders: tuple[Ladder, ...] = ()
    not_addressed: frozenset[str] = frozenset()
    left_behind: tuple[tuple[Entry, str], ...] = ()

    @property
    def state(self) -> str:
        """Whose register it is looked at for."""
        return self.information.state

    @property
    def on(self) -> date:
        """The day."""
        return self.information.on

    @property
    def year(self) -> int:
        """The year of the lines."""
        return self.information.year

    def expects(self, line: Line) -> bool:
        """Whether anything is expected of the state there: it is addressed, or at work anyway."""
        return line.works or line.measure.key not in self.not_addressed


Check = Callable[[Facts], Iterable[Finding]]
"""A rule: what it finds in the facts."""

OUTSIDE = {
    PositionValue.DOES_NOT: mark("{work}, but {state} does not participate"),
    PositionValue.NOT_BOUND: mark("{work}, but {state} is not bound"),
}
"""The positions of a state that stands outside a measure, and what is wrong with work on it."""

INSIDE = (PositionValue.PARTICIPATES, PositionValue.IN_PART)
"""The positions of a state that takes part."""


def work_outside(facts: Facts) -> Iterator[Finding]:
    """Work is reported on a measure that the state declined, or is not bound by."""
    for line in facts.information.lines:
        value = _value(line)
        if line.works and value in OUTSIDE:
            template = OUTSIDE[value]
            yield Finding(
                "blocker",
                "work-outside",
                line.measure.key,
                say(template, work=_work(line), state=facts.state),
                _say(line.measure.key, facts.year, "--status", "not-planned"),
            )


def undetermined(facts: Facts) -> Iterator[Finding]:
    """The state has not determined whether it takes part; a blocker where work is reported."""
    for line in facts.information.lines:
        if _value(line) is PositionValue.UNDETERMINED and facts.expects(line):
            yield Finding(
                "blocker" if line.works else "warning",
                "undetermined",
                line.measure.key,
                say(
                    "{work}, but {state} has not determined whether it participates",
                    work=_work(line),
                    state=facts.state,
                )
                if line.works
                else say("{state} has not determined whether it participates", state=facts.state),
                ("decide", line.measure.key, "--position", "<position>"),
            )


def work_under_consideration(facts: Facts) -> Iterator[Finding]:
    """Work is reported while the state still considers whether to take part."""
    for line in facts.information.lines:
        if line.works and _value(line) is PositionValue.CONSIDERING:
            yield Finding(
                "warning",
                "work-under-consideration",
                line.measure.key,
                say("{work}, but {state} still considers it", work=_work(line), state=facts.state),
                ("decide", line.measure.key, "--position", "<position>"),
            )


def no_responsible_body(facts: Facts) -> Iterator[Finding]:
    """The state takes part, but no body is named; a blocker where work is reported."""
    for line in facts.information.lines:
        if _value(line) in INSIDE and not line.responsible and facts.expects(line):
            yield Finding(
                "blocker" if line.works else "warning",
                "no-responsible-body",
                line.measure.key,
                say(
                    "{work} and {state} participates, but no responsible body is named",
                    work=_work(line),
                    state=facts.state,
                )
                if line.works
                else say(
                    "{state} participates, but no responsible body is named", state=facts.state
                ),
                _decide_again(line, "--responsible", "<body>"),
            )


def silent_past_deadline(facts: Facts) -> Iterator[Finding]:
    """By the end of the year a deadline has passed, and nothing was ever said of it.

    The information itself is due only afterwards, and never late in its own eyes.
    """
    silent = {line.measure.key for line in facts.information.lines if line.said is None}
    for each in facts.occurrences:
        of_the_year = each.end is not None and each.end.year <= facts.year == (
            each.year or facts.year
        )
        if (
            each.overdue
            and of_the_year
            and each.position in INSIDE
            and each.rule != "annual-following"
            and each.measure in silent
        ):
            yield Finding(
                "warning",
                "silent-past-deadline",
                each.measure,
                say("the deadline passed on {day}, and nothing is said of it", day=each.end),
                _say(each.measure, facts.year, "--status", "<status>", "--text", "<text>"),
            )


def overdue(facts: Facts) -> Iterator[Finding]:
    """What fell due has passed, and nothing that is recorded settles it."""
    for each in facts.occurrences:
        if each.overdue and each.position in INSIDE:
            yield Finding(
                "warning",
                "overdue",
                each.measure,
                _overdue(each),
                _settle(each, facts.year),
            )


def to_confirm(facts: Facts) -> Iterator[Finding]:
    """An edition changed the words that a decision was taken on."""
    for line in facts.information.lines:
        measure = line.measure
        places = [(measure.key, measure.position)]
        places += [(item.key, item.position) for item in measure.items]
        for key, position in places:
            if position and position.to_confirm and not position.inherited:
                yield Finding(
                    "warning",
                    "to-confirm",
                    key,
                    say("the words of this measure have changed since it was decided on"),
                    ("confirm", key),
                )


def impossible_ladder(facts: Facts) -> Iterator[Finding]:
    """What is recorded of a treaty cannot have been: in force without any consent to be bound."""
    for ladder in facts.ladders:
        for problem in ladder.problems:
            yield Finding(
                "blocker",
                "impossible-ladder",
                None,
                say("{treaty}: {why}", treaty=ladder.treaty.key, why=problem.whole),
                (
                    *("treaty", "record", ladder.treaty.key, "<action>"),
                    *("--date", "<date>", "--source", "<source>"),
                ),
            )


def carried_over(facts: Facts) -> Iterator[Finding]:
    """A line only repeats an earlier year, and nobody said that it still holds; done stays done."""
    for line in facts.information.lines:
        if line.said and line.carried and line.said.status is not Status.DONE:
            yield Finding(
                "warning",
                "carried-over",
                line.measure.key,
                say(
                    "nothing is said for {year} itself: it repeats {before}",
                    year=facts.year,
                    before=line.said.year,
                ),
                _say(line.measure.key, facts.year),
            )


def nothing_reported(facts: Facts) -> Iterator[Finding]:
    """Nothing at all was said for the year."""
    if not facts.information.reported:
        yield Finding(
            "blocker",
            "nothing-reported",
            None,
            say("nothing is said of any measure for {year}", year=facts.year),
            _say("<key>", facts.year, "--status", "<status>", "--text", "<text>"),
        )


def year_not_over(facts: Facts) -> Iterator[Finding]:
    """The year is not over; a blocker where it has not even begun."""
    if facts.on > date(facts.year, 12, 31):
        return
    begun = facts.on >= date(facts.year, 1, 1)
    yield Finding(
        "warning" if begun else "blocker",
        "year-not-over",
        None,
        say("{year} is not over: what is still to come will not be in it", year=facts.year)
        if begun
        else say("{year} has not begun", year=facts.year),
        ("return", "check", "--year", str(facts.year), "--on", f"{facts.year + 1}-01-01"),
    )


def left_behind(facts: Facts) -> Iterator[Finding]:
    """An edition has given words that were decided on another key."""
    for decision, key in facts.left_behind:
        body = decision.responsible
        named = ("--responsible", body) if body else ()
        yield Finding(
            "warning",
            "left-behind",
            key,
            say(
                "it has the words that {key} had, on which {state} decided",
                key=decision.key,
                state=facts.state,
            ),
            ("decide", key, "--position", str(decision.position), *_typed(decision), *named),
        )


def changed_since_release(facts: Facts) -> Iterator[Finding]:
    """The register says something else than what was released."""
    for information in facts.released:
        release = information.released
        keys = differing(release.snapshot, information.lines) if release else ()
        if release and keys:
            yield Finding(
                "warning",
                "changed-since-release",
                keys[0] if len(keys) == 1 else None,
                say(
                    "the information for {year}, No {number}, says something else of {keys}",
                    year=information.year,
                    number=release.number,
                    keys=_listed(keys),
                ),
                (
                    *("return", "correct", "--year", str(information.year)),
                    *("--number", "<number>", "--reason", "<reason>"),
                ),
            )


ABOUT_A_YEAR: tuple[Check, ...] = (
    nothing_reported,
    year_not_over,
    impossible_ladder,
    work_outside,
    undetermined,
    no_responsible_body,
    work_under_consideration,
    silent_past_deadline,
    to_confirm,
    carried_over,
    changed_since_release,
)
"""What is checked before a year's information is released."""

ABOUT_THE_REGISTER: tuple[Check, ...] = (
    impossible_ladder,
    work_outside,
    undetermined,
    no_responsible_body,
    work_under_consideration,
    to_confirm,
    left_behind,
    overdue,
    changed_since_release,
)
"""What is checked at any time."""


def found(facts: Facts, rules: Iterable[Check]) -> tuple[Finding, ...]:
    """What rules find: blockers first, each kind in the order of rules and of the programme."""
    findings = [finding for rule in rules for finding in rule(facts)]
    return tuple(sorted(findings, key=lambda finding: finding.severity != "blocker"))


def blockers(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those that block a release."""
    return tuple(each for each in findings if each.severity == "blocker")


def _value(line: Line) -> PositionValue | None:
    return line.measure.position.value if line.measure.position else None


def _work(line: Line) -> str:
    """The work that a line reports, in words."""
    said = line.said
    if said is None:
        return ""
    status = STATUS_WORDS[said.status]
    return say("work is reported for {year} ({status})", year=said.year, status=status)


def _say(key: str, year: int, *more: str) -> tuple[str, ...]:
    return ("return", "set", key, "--year", str(year), *more)


def _overdue(occurrence: Occurrence) -> Message:
    year, day, said = occurrence.year, occurrence.end, occurrence.said
    if said:
        status = say(
            "{status}, said for {year}",
            status=STATUS_WORDS[Status(said.details["status"])],
            year=said.year,
        )
        if year:
            return say(
                "it fell due for {year} on {day}, and nothing settles it: {status}",
                year=year,
                day=day,
                status=status,
            )
        return say("it fell due on {day}, and nothing settles it: {status}", day=day, status=status)
    if year:
        return say("it fell due for {year} on {day}, and nothing settles it", year=year, day=day)
    return say("it fell due on {day}, and nothing settles it", day=day)


def _settle(occurrence: Occurrence, year: int) -> tuple[str, ...]:
    """The command that says what came of a duty, by the rule of its deadline."""
    of = ("--year", str(occurrence.year)) if occurrence.year else ()
    match occurrence.rule:
        case "period":
            return _say(occurrence.measure, year, "--status", "<status>", "--text", "<text>")
        case "annual-following":
            return ("return", "release", *of, "--number", "<number>")
        case "within" | "annual":
            return ("fulfil", occurrence.measure, *of, "--ref", "<reference>")


def _decide_again(line: Line, *more: str) -> tuple[str, ...]:
    """The command that records the decision in force once more, whole, and something with it."""
    position = line.measure.position
    value = position.value.value if position else "<position>"
    again = ("decide", line.measure.key, "--position", value)
    decision = position.decision if position else None
    return (*again, *_typed(decision), *more) if decision else (*again, *more)


def _typed(decision: Entry) -> tuple[str, ...]:
    """The fields of a decision as options."""
    fields = {
        "--date": decision.decided_on,
        "--authority": decision.authority,
        "--act": decision.act,
        "--reservation": decision.reservation,
        "--note": decision.note,
        "--source": decision.source,
    }
    return tuple(each for option, value in fields.items() if value for each in (option, str(value)))


def _listed(keys: tuple[str, ...], most: int = 5) -> str:
    named = ", ".join(keys[:most])
    if len(keys) <= most:
        return named
    return say("{named} and {more} more", named=named, more=len(keys) - most)
