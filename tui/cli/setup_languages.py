"""What `istirak setup` keeps of languages: of the screens, and of the programme's words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from store.values import ORIGINAL
from tui.language import LANGUAGES, _, use

if TYPE_CHECKING:
    from store.register import Register
    from store.values import Programme

AS_SCREENS = "screens"
"""What `--words` says for no language of their own."""


def checked(code: str | None, context: typer.Context) -> str | None:
    """The code of a language to speak, or an error of usage."""
    code = None if code is None else code.strip().lower()
    if code is not None and code not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        context.fail(
            _("{code} is no language here. Say one of {known}", code=repr(code), known=known)
        )
    return code


def set_languages(
    register: "Register", programme: "Programme", spoken: str | None, words: str | None
) -> Iterator[str]:
    """Set the languages that were named, and say so."""
    if words is not None:
        wanted = words.strip().lower()
        now = register.show_words(programme.id, None if wanted == AS_SCREENS else wanted)
    if spoken is not None:
        register.speak(spoken)
        use(spoken, named=True)
        yield _(
            "From now on you are spoken to in this language: {language}.",
            language=LANGUAGES[spoken],
        )
    if words is not None:
        yield _words_set(now.words)


def _words_set(words: str | None) -> str:
    if words is None:
        return _("The programme's words are shown in the language of the screens.")
    if words == ORIGINAL:
        return _("The programme's words are shown in the original.")
    return _(
        "The programme's words are shown in this language, in an unofficial translation: "
        "{language}.",
        language=LANGUAGES.get(words, words),
    )
