"""A workbook read both ways, for comparison."""

from collections.abc import Mapping

from make_report.errors import FileError
from make_report.workbook.reading.by_openpyxl import OpenpyxlBook
from make_report.workbook.reading.cell import Book, Cell, Cells
from make_report.workbook.reading.direct.book import DirectBook
from make_report.workbook.reading.direct.markup import NotUnderstoodError
from make_report.workbook.reading.guard import guarded_parts

Contents = tuple[dict[str, str], Mapping[str, Cells]]


def directly(content: bytes, rows: int = 60, columns: int = 12) -> Contents:
    """Return all that is read directly. NotUnderstoodError if openpyxl is asked to."""
    return _contents(DirectBook(guarded_parts(content, "a.xlsx")), rows, columns)


def by_openpyxl(content: bytes, rows: int = 60, columns: int = 12) -> Contents:
    """Return all that openpyxl reads, after the guard's checks."""
    book = OpenpyxlBook(content)
    guarded_parts(content, "a.xlsx").check_cells(book.sheet_parts().values())
    return _contents(book, rows, columns)


def assert_agreement(content: bytes) -> None:
    """Fail if a workbook is read directly, but otherwise than openpyxl reads it, if it can."""
    try:
        found = directly(content)
    except (NotUnderstoodError, FileError):
        return
    try:
        expected = by_openpyxl(content)
    except Exception:  # noqa: BLE001 - it refuses a whole workbook for a fault in fonts, views or print settings
        return
    assert typed(found) == typed(expected)


def typed(contents: Contents) -> object:
    """Return contents so that 1 is not 1.0 and not TRUE, and -0.0 not 0."""
    return contents[0], {name: sorted(map(_typed, cells.items())) for name, cells in contents[1].items()}


def _typed(item: tuple[tuple[int, int], Cell]) -> tuple[tuple[int, int], str]:
    return item[0], repr(item[1])


def _contents(book: Book, rows: int, columns: int) -> Contents:
    parts = dict(book.sheet_parts())
    return parts, {name: book.cells(name, rows, columns) for name in parts}
