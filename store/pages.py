"""Reading rows out of the pages of a SQLite file, whatever state the file is in.

SQLite finds a row by way of other pages; when one of those is damaged, whole rows behind it are out
of its reach. Here each page is read for itself. What is found may be damaged, outdated or there
twice: it is for the caller to tell, which the hash of an entry does.

The format is that of https://sqlite.org/fileformat2.html.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, TypeAlias

from store.connection import beside

Row: TypeAlias = tuple[object, ...]
"""The columns of a row: text, whole numbers, bytes and None."""

PAGE_SIZES = tuple(512 << power for power in range(8))
USUAL_SIZE = 4096

_FILE_HEADER = 100  # bytes before what the first page holds
_LOG_HEADER, _FRAME_HEADER = 32, 24
_TABLE_LEAF = 13
_OF_INDEXES = (2, 10)  # no rows stand on pages of these kinds
_LONGEST = 1 << 24  # bytes of a row; nothing near it is ever written
_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)  # bytes of a column, by its serial type
_FLOAT, _ZERO, _ONE, _BYTES = 7, 8, 9, 12
_MAYBE_HEADER = re.compile(b"[\x02-\x1f]")  # how long it is: no row of interest has a longer one
_DAMAGE = (IndexError, ValueError)


def rows(path: Path, columns: frozenset[int]) -> Iterator[Row]:
    """Every row of a register's file and its write-ahead log that can be made out.

    What a transaction left in the log that did not come to its end is left out.

    Args:
        path: The file; it is not locked, and nothing is written.
        columns: How many columns the rows of interest have.

    Raises:
        OSError: The file cannot be opened. Pages that cannot be read are passed over.
    """
    with ExitStack() as stack:
        main = stack.enter_context(path.open("rb"))
        log_file, *_ = beside(path)
        log = stack.enter_context(log_file.open("rb")) if log_file.exists() else None
        size = _page_size(main, log)
        newer = _newer_pages(log, size) if log else {}
        pages = _Pages(main, log, size, newer)
        for number in range(1, path.stat().st_size // size + 2):
            yield from _rows(pages, pages.in_file(number), number, columns)
        for number in newer:
            yield from _rows(pages, pages.read(number), number, columns)


class _Pages:
    def __init__(
        self, main: BinaryIO, log: BinaryIO | None, size: int, newer: Mapping[int, int]
    ) -> None:
        self.size = size
        self._main, self._log, self._newer = main, log, newer

    def in_file(self, number: int) -> bytes:
        """A page as the file has it: shorter, or empty, at the end; zeros if it cannot be read."""
        return self._read(self._main, (number - 1) * self.size)

    def read(self, number: int) -> bytes:
        """A page as it was last written."""
        if self._log and number in self._newer:
            return self._read(self._log, self._newer[number])
        return self.in_file(number)

    def _read(self, file: BinaryIO, place: int) -> bytes:
        try:
            file.seek(place)
            return file.read(self.size)
        except OSError:
            return bytes(self.size)


def _page_size(main: BinaryIO, log: BinaryIO | None) -> int:
    """As the file says, or else its log, or else as registers are made."""
    said = [int.from_bytes(main.read(18)[16:18], "big")]
    if log:
        said.append(int.from_bytes(log.read(12)[8:12], "big"))
    said = [1 << 16 if size == 1 else size for size in said]
    return next((size for size in said if size in PAGE_SIZES), USUAL_SIZE)


def _newer_pages(log: BinaryIO, size: int) -> dict[int, int]:
    """Where in the log each page stands that a finished transaction wrote, as it last was.

    Checksums are not asked: after a flipped bit SQLite drops all that follows, also what is whole.
    """
    log.seek(0)
    generation = log.read(_LOG_HEADER)[16:24]
    frames = list(_frames(log, size))
    generations = [header[8:16] for _, header in frames]
    if generation not in generations:  # what the log says of itself is damaged
        generation = next(iter(generations), b"")
    done: dict[int, int] = {}
    pending: dict[int, int] = {}
    for place, header in frames:
        if header[8:16] == generation:  # others are left from before the log was begun anew
            pending[int.from_bytes(header[:4], "big")] = place
            if any(header[4:8]):  # the last page of a transaction
                done |= pending
                pending.clear()
    return done


def _frames(log: BinaryIO, size: int) -> Iterator[tuple[int, bytes]]:
    """Where each page of the log stands, and what stands before it."""
    place = _LOG_HEADER
    while True:
        try:
            log.seek(place)
            header = log.read(_FRAME_HEADER)
        except OSError:
            return
        if len(header) < _FRAME_HEADER:
            return
        yield place + _FRAME_HEADER, header
        place += _FRAME_HEADER + size


def _rows(pages: _Pages, page: bytes, number: int, columns: frozenset[int]) -> Iterator[Row]:
    start = _FILE_HEADER if number == 1 else 0
    kind = page[start] if len(page) > start else 0
    if kind in _OF_INDEXES or not any(page):
        return
    listed = list(_listed(page, start)) if kind == _TABLE_LEAF else [None]
    found = [place for place in listed if place is not None]
    if len(found) < len(listed):  # its list is damaged, or it is a page that has none
        found = [match.start() for match in _MAYBE_HEADER.finditer(page, start)]
    for place in found:
        try:
            row = _row(pages, page, place, columns)
        except _DAMAGE:
            continue
        yield row


def _listed(page: bytes, start: int) -> Iterator[int | None]:
    """Where the rows begin that a page lists; None for one that cannot be right."""
    for cell in range(int.from_bytes(page[start + 3 : start + 5], "big")):
        entry = start + 8 + 2 * cell
        place = int.from_bytes(page[entry : entry + 2], "big")
        try:
            length, at = _varint(page, place)
            _, at = _varint(page, at)
            types, body = _types(page, at)
            told = body - at + sum(map(_size, types))
        except _DAMAGE:
            yield None
        else:
            yield at if told == length else None


def _row(pages: _Pages, page: bytes, place: int, columns: frozenset[int]) -> Row:
    """The row whose header begins here.

    Raises:
        IndexError, ValueError: None does, or none of interest.
    """
    types, at = _types(page, place)
    sizes = list(map(_size, types))
    length = at - place + sum(sizes)
    if len(types) not in columns or length > _LONGEST:
        raise ValueError
    content = _content(pages, page, place, length)[at - place :]
    values = []
    for serial, size in zip(types, sizes, strict=True):
        values.append(_value(serial, content[:size]))
        content = content[size:]
    return tuple(values)


def _types(page: bytes, place: int) -> tuple[list[int], int]:
    """The serial types in the header that begins here, and where it ends."""
    length, at = _varint(page, place)
    end = place + length
    types = []
    while at < end:
        serial, at = _varint(page, at)
        types.append(serial)
    if at != end:
        raise ValueError
    return types, end


def _content(pages: _Pages, page: bytes, place: int, length: int) -> bytes:
    """What belongs to a row of this length: here, and where it goes on on other pages.

    What cannot be found is zeros.
    """
    usable = pages.size
    most, least = usable - 35, (usable - 12) * 32 // 255 - 23
    here = length
    if length > most:
        here = least + (length - least) % (usable - 4)
        here = here if here <= most else least
    content = page[place : place + here]
    following = page[place + here : place + here + 4]
    while len(content) < length and any(following):
        page = pages.read(int.from_bytes(following, "big"))
        content += page[4 : 4 + length - len(content)]
        following = page[:4]
        if len(page) < usable:
            break
    return content.ljust(length, b"\0")


def _varint(page: bytes, place: int) -> tuple[int, int]:
    """A number of variable length, and where it ends."""
    value = 0
    for at in range(place, place + 8):
        value = value << 7 | page[at] & 0x7F
        if page[at] < 0x80:  # noqa: PLR2004
            return value, at + 1
    return value << 8 | page[place + 8], place + 9


def _size(serial: int) -> int:
    return _SIZES[serial] if serial < _BYTES else (serial - _BYTES) // 2


def _value(serial: int, content: bytes) -> object:
    if serial >= _BYTES:
        # No text that was ever written comes out as what is no UTF-8 does.
        return content.decode(errors="backslashreplace") if serial % 2 else content
    if serial in (_ZERO, _ONE):
        return serial - _ZERO
    if serial == _FLOAT:
        raise ValueError  # the register has none
    return int.from_bytes(content, "big", signed=True) if serial else None
