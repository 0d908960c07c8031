"""The language of screens and commands: which it is, and how a sentence is said in it.

Sentences are written in English where they are used, as gettext has it: `_` says one, `plural` one
with a number, `mark` names one that is said later, `sense` one that has other senses elsewhere,
and `said` says what the lower layers wrote.
`make catalogues` collects them; the catalogues are in `tui/locales`.
"""

import gettext
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from seed import messages
from seed.messages import Counted, Message

ENGLISH = "en"
LANGUAGES = {"az": "Azərbaycanca", "ru": "Русский", ENGLISH: "English"}
"""The languages, by ISO 639-1 code, in the order in which they are offered."""

ENVIRONMENT_VARIABLE = "ISTIRAK_LANG"
DOMAIN = "istirak"
LOCALES = Path(__file__).with_name("locales")

Key = TypeVar("Key")

_SENSE_ENDS = "\4"
"""What stands between a sense and a sentence where a catalogue is compiled: gettext has it so."""

_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


class _Spoken:
    """The language in use. There is one in a process: the person's.

    Attributes:
        asked: It was asked for, and no setting goes before that.
        named: It was chosen, or is the locale's. English that is spoken because nothing says a
            language is not.
    """

    code = ENGLISH
    asked = False
    named = False
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


class _Unsettled(gettext.NullTranslations):
    """The catalogue until something is said: only then is it worth looking at the register.

    Args:
        environment: The variables.
        look: Finds what is set in a register that is not open.
    """

    def __init__(self, environment: Mapping[str, str], look: Callable[[], str | None]) -> None:
        super().__init__()
        self._environment = environment
        self.look = look

    def settle(self, setting: str | None) -> None:
        """Use the language that is set, or else that of the locale."""
        _use_first(setting, _of_locale(self._environment))

    def gettext(self, message: str) -> str:
        """Say a sentence, once the language is found."""
        settle_language()
        return _Spoken.catalogue.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Say a sentence about a number, once the language is found."""
        settle_language()
        return _Spoken.catalogue.ngettext(msgid1, msgid2, n)


def language() -> str:
    """The code of the language in use."""
    settle_language()
    return _Spoken.code


def settle_language() -> None:
    """Look what is set in the register, unless that is known: it is about to be opened."""
    if isinstance(_Spoken.catalogue, _Unsettled):
        _Spoken.catalogue.settle(_Spoken.catalogue.look())


def use(code: str, *, named: bool = False) -> None:
    """Say everything in a language from now on.

    Args:
        code: One of `LANGUAGES`. What its catalogue lacks is said in English.
        named: It was chosen, or is the locale's; any but English must be.
    """
    _Spoken.code = code
    _Spoken.named = named or code != ENGLISH
    if code == ENGLISH:
        _Spoken.catalogue = gettext.NullTranslations()
    else:
        _Spoken.catalogue = gettext.translation(DOMAIN, LOCALES, [code], fallback=True)


def begin(
    asked: str | None,
    environment: Mapping[str, str],
    look: Callable[[], str | None] = lambda: None,
) -> None:
    """Use the language that was asked for, or else what is set, or else that of the locale.

    Args:
        asked: What was asked for on the command line; it has been checked.
        environment: The variables.
        look: Finds what is set in the register before it is open; called only if something is said
            before `prefer`.
    """
    named = asked or environment.get(ENVIRONMENT_VARIABLE, "").strip().lower()
    _Spoken.asked = named in LANGUAGES
    if _Spoken.asked:
        use(named, named=True)
    else:
        _Spoken.catalogue = _Unsettled(environment, look)


def prefer(setting: str | None) -> None:
    """Use the language that is set in the register, unless another was asked for."""
    if isinstance(_Spoken.catalogue, _Unsettled):
        _Spoken.catalogue.settle(setting)
    elif setting in LANGUAGES and not _Spoken.asked:
        use(setting, named=True)


def language_of_words(setting: str | None) -> str | None:
    """The language in which a programme's words are shown, as long as no other is asked for.

    Without a setting of their own it is that of the screens, if that was chosen or is the locale's.
    Into what a programme is not translated, it is shown in the original.

    Args:
        setting: What is set for them in the register: a language, or `store.values.ORIGINAL`.

    Returns:
        What is wanted; None where nothing says a language.
    """
    spoken = language()  # this settles it
    return setting or (spoken if _Spoken.named else None)


def _use_first(*named: str | None) -> None:
    """Use the first that is a language that there is, else English."""
    codes = (name.strip().lower() for name in named if name)
    found = next((code for code in codes if code in LANGUAGES), None)
    use(found or ENGLISH, named=found is not None)


def _of_locale(environment: Mapping[str, str]) -> str | None:
    """The language of the locale: of the first variable that is set, as everywhere."""
    locale = next(filter(None, map(environment.get, _LOCALE_VARIABLES)), "")
    return locale.replace("-", "_").partition(".")[0].partition("_")[0] or None


def _(sentence: str, /, **values: object) -> str:
    """A sentence in the language in use, with values in the places that it has in braces."""
    found = _Spoken.catalogue.gettext(sentence) if sentence else ""
    found = found.rpartition(_SENSE_ENDS)[2]
    return found.format_map(values) if values else found


def plural(one: str, many: str, number: int, /, **values: object) -> str:
    """A sentence about a number, which stands in the place ``{n}``.

    Args:
        one: The English sentence about one.
        many: The English sentence about more.
        number: How many; grouped by thousands as the language does.
        **values: What stands in other places.
    """
    return _Spoken.catalogue.ngettext(one, many, number).format_map({"n": number, **values})


mark = messages.mark
"""Names a sentence that is said later, by `_`; it is collected where it is named."""


def sense(of: str, sentence: str) -> str:
    """A sentence that is said later, and differently in other languages where it is said of others.

    Args:
        of: What it is said of; for translators.
        sentence: The sentence in English.
    """
    return f"{of}{_SENSE_ENDS}{sentence}"


def said(sentence: str) -> str:
    """What the lower layers wrote, in the language in use; what they did not mark as it is."""
    if not isinstance(sentence, Message):
        return sentence
    values = {
        name: said(value) if isinstance(value, str) else value
        for name, value in sentence.values.items()
    }
    if isinstance(sentence, Counted):
        return plural(sentence.one, sentence.many, sentence.number, **values)
    return _(sentence.template, **values)


class Words(Mapping[Key, str]):
    """A table of words, each said in the language in use when it is looked up.

    Args:
        marked: The words in English, each marked.
    """

    def __init__(self, marked: Mapping[Key, str]) -> None:
        self._marked = marked

    def __getitem__(self, key: Key) -> str:
        """What is said of a key."""
        return _(self._marked[key])

    def __iter__(self) -> Iterator[Key]:
        """The keys, in the order of the table."""
        return iter(self._marked)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._marked)
