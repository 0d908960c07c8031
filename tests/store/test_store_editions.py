"""Editions: a decision stands when its words change, and says that it is to be confirmed."""

from pathlib import Path

from desk import PROGRAMME, decide, measure, view

from seed.shipped import SHIPPED
from store.register import Register

FILE = (SHIPPED / PROGRAMME / "programme.toml").read_text("utf-8")
TEXT = "İnsan alverinə qarşı ixtisaslaşdırılmış strukturlar (bölmələr) yaratmaq"  # 2.5
ITEM = "saxta sənədlərin hazırlanması və satışı üzrə fəaliyyətin aşkar edilməsi"  # 2.4.c


def edition(file: Path, *changes: tuple[str, str]) -> Path:
    """Put an edition of the shipped programme beside the register."""
    text = FILE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    made = file.parent / "programmes" / PROGRAMME / "programme.toml"
    made.parent.mkdir(parents=True, exist_ok=True)
    made.write_text(text, "utf-8")
    return made


def test_nothing_is_to_confirm_as_long_as_the_words_are_the_same(register: Register) -> None:
    decide(register, "2.4", "2.4.ç", "2.5")
    assert not any(each.to_confirm for each in register.measures(view()))


def test_a_decision_stands_and_is_to_confirm_when_an_edition_changes_its_words(file: Path) -> None:
    with Register.open(file) as register:
        (entry,) = decide(register, "2.5")
        decide(register, "2.6")
    made = edition(file, (TEXT, "Bölmələr yaratmaq"))
    with Register.open(file) as register:
        held = measure(register, "2.5").position
        assert held is not None
        assert (held.value, held.basis) == ("participates", "decision")
        assert held.decision is not None
        assert held.decision.id == entry.id
        assert held.to_confirm
        assert [each.key for each in register.measures(view()) if each.to_confirm] == ["2.5"]
        decide(register, "2.5", position="does-not-participate", on="2009-01-01")
        assert not measure(register, "2.5").to_confirm
    made.unlink()  # the second decision was taken on words that are no longer those
    with Register.open(file) as register:
        assert measure(register, "2.5").to_confirm


def test_words_of_an_item_are_words_of_its_measure(file: Path) -> None:
    with Register.open(file) as register:
        decide(register, "2.4", "2.4.ç")
    edition(file, (ITEM, "saxta sənədlər"))
    with Register.open(file) as register:
        found = measure(register, "2.4")
        assert found.to_confirm
        assert all(item.position and item.position.to_confirm for item in found.items)


def test_what_rests_on_no_decision_is_never_to_confirm(file: Path) -> None:
    edition(file, (TEXT, "Bölmələr yaratmaq"))
    with Register.open(file) as register:
        assert not any(each.to_confirm for each in register.measures(view()))
