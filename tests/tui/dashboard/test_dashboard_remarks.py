"""Our remarks are in the language of the screens, also as soon as that is another."""

from pathlib import Path

from sitting import NARROW, sitting

ENGLISH = "Only the states that are not party"
RUSSIAN = "Только государства, не являющиеся"


async def test_in_the_act(file: Path) -> None:
    async with sitting(file, NARROW) as at:
        await at.press("r")
        await at.shows(ENGLISH)
        await at.press("l")
        await at.shows(ENGLISH, "unofficial")  # it is no word of the act
        await at.press("escape")
        at.desk.speak("ru")
        await at.press("r")
        await at.shows(RUSSIAN)
        assert ENGLISH not in at.text


async def test_wherever_the_desk_gives_them(file: Path) -> None:
    async with sitting(file, NARROW) as at:
        desk = at.desk
        (treaty,) = (each for each in desk.programme.treaties if each.key == "slavery-1926")

        def notes() -> tuple[str | None, ...]:
            return *desk.sheet("1.1").notes, desk.why("1.4.c").note, desk.treaty_shown(treaty).note

        english = notes()
        assert english[0] is not None
        assert english[0].startswith(ENGLISH)
        desk.speak("ru")
        russian = notes()
        assert not set(english) & set(russian)
        desk.speak("az")
        assert not set(notes()) & {*english, *russian}
        desk.speak("en")
        assert notes() == english
