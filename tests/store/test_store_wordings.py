"""Words of editions, compared word by word: nothing of either is lost, nothing is made up."""

from hypothesis import given, settings
from hypothesis import strategies as st

from store import wordings
from store.wordings import Piece, Words, compared

word = st.sampled_from(["insan", "alverinə", "qarşı", "mübarizə", "və", "üzrə", "[x]"])
text = st.lists(word, min_size=1, max_size=9).map(" ".join)
words = st.builds(
    Words,
    text,
    st.dictionaries(st.sampled_from("abcçde"), text, max_size=4).map(lambda d: tuple(d.items())),
    text,
    st.none() | text,
    st.none() | text,
)


def joined(pieces: tuple[Piece, ...], *kinds: str) -> str | None:
    return " ".join(piece.text for piece in pieces if piece.kind in kinds) or None


@settings(max_examples=300, deadline=None)
@given(words, words)
def test_every_change_holds_both_texts_whole(old: Words, new: Words) -> None:
    changes = compared(old, new)
    assert bool(changes) == (
        (old.text, dict(old.items), old.deadline, old.executors, old.decision_bodies)
        != (new.text, dict(new.items), new.deadline, new.executors, new.decision_bodies)
    )
    for change in changes:
        assert change.old != change.new
        assert joined(change.pieces, "same", "old") == change.old
        assert joined(change.pieces, "same", "new") == change.new


@settings(max_examples=100, deadline=None)
@given(words, words)
def test_a_text_too_long_to_compare_is_still_whole(old: Words, new: Words) -> None:
    most, wordings.MOST = wordings.MOST, 0
    try:
        test_every_change_holds_both_texts_whole.hypothesis.inner_test(old, new)  # type: ignore[attr-defined]
    finally:
        wordings.MOST = most


def test_only_the_words_that_differ_are_marked() -> None:
    old = Words("xüsusi bölmələr yaratmaq", (("a", "bir"), ("b", "iki")), "2007-ci il", None, None)
    new = Words(
        "ixtisaslaşdırılmış bölmələr yaratmaq",
        (("b", "iki"), ("ç", "üç")),
        "2008-ci il",
        "PAA",
        None,
    )
    told = [
        (change.where, change.letter, [(piece.kind, piece.text) for piece in change.pieces])
        for change in compared(old, new)
    ]
    assert told == [
        (
            "text",
            None,
            [("old", "xüsusi"), ("new", "ixtisaslaşdırılmış"), ("same", "bölmələr yaratmaq")],
        ),
        ("item", "ç", [("new", "üç")]),
        ("item", "a", [("old", "bir")]),
        ("deadline", None, [("old", "2007-ci"), ("new", "2008-ci"), ("same", "il")]),
        ("executors", None, [("new", "PAA")]),
    ]
