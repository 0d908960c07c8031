"""A register in which something of every kind is recorded, in texts of no language."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from sitting import LADDERS, PROGRAMME, name_origin, recorded

from seed.shipped import SHIPPED
from store.drafts import FulfilmentDraft, NotificationDraft, TreatyDraft
from store.register import Register
from store.values import View

DAY = date(2009, 3, 12)
MARCH = datetime(2009, 3, 12, 9, 30, tzinfo=UTC)
FEBRUARY = datetime(2009, 2, 20, 9, 30, tzinfo=UTC)

_CHANGES = (
    (
        "İnsan alverinə qarşı ixtisaslaşdırılmış strukturlar (bölmələr) yaratmaq",  # 2.5
        "İnsan alverinə qarşı yeni bölmələr yaratmaq",
    ),
    ("saxta sənədlərin hazırlanması və satışı üzrə", "saxta sənədlər üzrə"),  # 2.4.c
    ('key = "2.6"\nnumber = "2.6."', 'key = "2.60"\nnumber = "2.60."'),
)


@dataclass(frozen=True)
class Typed:
    """What somebody types; in no language, if not said otherwise."""

    officer: str = "7"
    body: str = "7"
    paper: str = "7/1"
    remark: str = "7"


def fill(register: Register, typed: Typed = Typed()) -> None:  # it is frozen
    """Record it: for AZ, whose officer keeps the register, and of others."""
    name_origin(register)
    register.set_up(PROGRAMME, "AZ", typed.officer)
    _decide(register, typed)
    _say(register, typed)
    paper, remark = typed.paper, typed.remark
    agenda, treaties = register.agenda, register.treaties
    agenda.notify(PROGRAMME, "AZ", NotificationDraft("2008-06-03", paper), FEBRUARY)
    plan = FulfilmentDraft(None, "2007-02-03", paper, remark)
    agenda.fulfil(PROGRAMME, "AZ", "6.1", plan, FEBRUARY)
    for state, key, action, day in (
        *LADDERS,
        ("RU", "child-rights-1989", "accession", "2006-12-25"),
        ("RU", "child-rights-1989", "entry-into-force", "2007-01-25"),
        ("RU", "child-rights-1989", "denunciation", "2008-12-25"),
    ):
        treaties.record(PROGRAMME, state, key, TreatyDraft(action, day, paper, remark), FEBRUARY)


def _decide(register: Register, typed: Typed) -> None:
    recorded(
        register,
        "1.1",
        "2.4",
        at=FEBRUARY,
        authority=typed.body,
        act=typed.paper,
        responsible=typed.body,
    )
    recorded(
        register, "1.4", position="participates-in-part", reservation=typed.remark, at=FEBRUARY
    )
    recorded(register, "1.2.a", "2.4.ç", position="does-not-participate", at=FEBRUARY)
    recorded(register, "1.3", position="under-consideration", note=typed.remark, at=FEBRUARY)
    recorded(register, "2.5", "2.6", "6.3-1", at=FEBRUARY, responsible=typed.body)
    recorded(register, "1.5", position="does-not-participate", at=FEBRUARY)
    recorded(register, "1.1", "2.5", state="KZ", source=typed.paper, at=FEBRUARY)
    (wrong,) = recorded(register, "2.7", at=FEBRUARY)
    register.retract([wrong.id], typed.remark, MARCH)


def _say(register: Register, typed: Typed) -> None:
    returns, seen = register.returns, View(PROGRAMME, "AZ", FEBRUARY.date())
    for year, status, text, measures in (
        (2007, "in-progress", typed.remark, ["1.1", "2.4"]),
        (2007, "not-planned", None, ["1.5"]),
        (2007, "continuous", None, ["2.5"]),
        (2008, "done", typed.remark, ["2.4"]),
        (2008, "not-started", None, ["2.6"]),
    ):
        returns.say(seen, year, measures, status=status, text=text, at=FEBRUARY)
    returns.release(seen, 2007, "14", FEBRUARY)
    later = View(PROGRAMME, "AZ", MARCH.date())
    returns.say(later, 2007, ["2.4"], status="done", text=typed.remark, at=MARCH)
    returns.correct(later, 2007, "15", typed.remark, MARCH)
    returns.say(later, 2008, ["1.6", "2.9"], status="done", text=typed.remark, at=MARCH)


def publish(folder: Path) -> None:
    """Put an edition of the programme beside the register: it changes words and takes some out."""
    text = (SHIPPED / PROGRAMME / "programme.toml").read_text("utf-8")
    for old, new in _CHANGES:
        assert old in text
        text = text.replace(old, new)
    made = folder / "programmes" / PROGRAMME / "programme.toml"
    made.parent.mkdir(parents=True)
    made.write_text(text, "utf-8")
