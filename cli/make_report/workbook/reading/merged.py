"""Merged cells of a sheet, read from its XML: openpyxl's reading mode for large files leaves them out."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from make_report.patterns import expression
from make_report.place import Place, column_letters, column_number

_BEFORE_REF = rb"<(?:[^\s<>/:]+:)?mergeCell\s+(?:[^\s<>=\"']+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*')\s+)*ref"
"""Other attributes may stand in front, and the value of one may look like this one."""
_MERGE = expression(_BEFORE_REF + rb"\s*=\s*[\"']\s*([A-Za-z]{1,3})(\d{1,7}):([A-Za-z]{1,3})(\d{1,7})")
MERGE_NAME = b"mergeCell"
"""A sheet without it has no merged cells."""
_CONTAINER, _BEGIN = b"mergeCells", b"<mergeCell "
_ANY = expression(rb"<(?:[^\s<>/:]+:)?mergeCell[\s/>]")
_PLAIN = expression(_BEFORE_REF + rb"\s*=\s*[\"']\s*[A-Za-z]{1,3}\d{1,7}(?::[A-Za-z]{1,3}\d{1,7})?\s*[\"']")
"""Programs that delete rows leave ranges of one cell behind."""


class MergedRange(NamedTuple):
    """A rectangle of cells that shows as one; its content is that of the cell at the top left."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def area(self) -> int:
        """How many cells it covers."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)

    @property
    def address(self) -> str:
        """The A1 range."""
        return f"{column_letters(self.left)}{self.top}:{column_letters(self.right)}{self.bottom}"

    def covers(self, place: Place) -> bool:
        """Return whether the cell lies in the range."""
        return self.top <= place.row <= self.bottom and self.left <= place.column <= self.right

    def hides(self, place: Place) -> bool:
        """Return whether the cell lies in the range without being the one that is shown."""
        return self.covers(place) and (place.row, place.column) != (self.top, self.left)


_SMALL = 64 * 1024
"""Bytes behind a sheet's cells that are worth remembering: the workbooks of one form are merged alike."""


def merged_ranges(sheet: bytes) -> Iterable[MergedRange]:
    """Return the merged ranges of a sheet's XML."""
    start = sheet.find(_CONTAINER)
    if start < 0:
        return ()
    rest = sheet[start:]
    return _small_ranges(rest) if len(rest) <= _SMALL else _ranges(rest)


@lru_cache(maxsize=64)
def _small_ranges(rest: bytes) -> tuple[MergedRange, ...]:
    return tuple(_ranges(rest))


def _ranges(rest: bytes) -> Iterator[MergedRange]:
    for left, top, right, bottom in _MERGE.findall(rest):
        first, last = sorted((int(top), int(bottom)))
        leftmost, rightmost = sorted((column_number(left.decode()), column_number(right.decode())))
        yield MergedRange(first, leftmost, last, rightmost)


def are_all_plain(sheet: bytes) -> bool:
    """Return whether no merged range of a sheet's XML is written so that `merged_ranges` passes it over."""
    first = sheet.find(MERGE_NAME)
    if first < 0:
        return True
    rest = sheet[sheet.rfind(b"<", 0, first) :]
    return (_are_plain if len(rest) <= _SMALL else _are_plain.__wrapped__)(rest)


@lru_cache(maxsize=64)
def _are_plain(rest: bytes) -> bool:
    if rest.count(MERGE_NAME) - rest.count(_CONTAINER) == rest.count(_BEGIN) == len(_MERGE.findall(rest)):
        return True
    return len(_ANY.findall(rest)) == len(_PLAIN.findall(rest))
