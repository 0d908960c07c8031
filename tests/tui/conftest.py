"""Every test of what people see begins in English, which nobody chose."""

from collections.abc import Iterator

import pytest

from tui.language import begin, settle_language


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Leave no language to the tests after this one, as one that was asked for would be."""
    yield
    begin(None, {})
    settle_language()
