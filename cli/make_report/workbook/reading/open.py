"""A workbook opened: which form it says it is, its sheets by name, their cells as typed values."""

import warnings
from collections.abc import Callable, Generator
from contextlib import contextmanager, redirect_stdout
from functools import cached_property
from io import StringIO
from typing import TypeVar

from make_report.form.layout import IDENTITY_SHEET
from make_report.language import marked
from make_report.record import Record, field
from make_report.workbook.reading import kind
from make_report.workbook.reading.cell import EMPTY_CELL, Book, Cells
from make_report.workbook.reading.direct.book import DirectBook
from make_report.workbook.reading.direct.markup import NotUnderstoodError
from make_report.workbook.reading.guard import guarded_parts, refusal
from make_report.workbook.reading.merged import MergedRange, merged_ranges

_NO_FORM = marked(
    "{name} is not a standard workbook: nothing in it says which form it is. Please make one with “make-report new” "
    "and copy the figures over."
)
_Answer = TypeVar("_Answer")


class Workbook(Record):
    """A standard workbook: which form and version it says it is, and what is in it."""

    content: bytes = field(repr=False)
    name: str
    form_id: str
    version: int
    _sheets: "_Sheets" = field(repr=False, compare=False)

    @property
    def sheet_names(self) -> tuple[str, ...]:
        """The names of the sheets that hold cells, from left to right."""
        return tuple(self._sheets.part_names)

    def cells(self, sheet: str, rows: int, columns: int) -> Cells:
        """Return the cells of a sheet's upper left corner. FileError if the sheet cannot be read."""
        return self._sheets.cells(sheet, rows, columns)

    def merged_ranges(self, sheet: str) -> tuple[MergedRange, ...]:
        """Return the merged cells of a sheet."""
        return self._sheets.merged_ranges(sheet)


def open_workbook(content: bytes, name: str, *, whole: bool = True) -> Workbook:
    """Return the workbook with its identity; `name` is its file name. If not `whole`, only what is read is checked.

    FileError, one sentence in the user's language, if it is no workbook, is dangerous, or bears no form.
    """
    sheets = _Sheets(content, name, whole=whole)
    identity: Cells = sheets.cells(IDENTITY_SHEET, 2, 2) if IDENTITY_SHEET in sheets.part_names else {}
    form_id = identity.get((1, 2), EMPTY_CELL).value
    version = identity.get((2, 2), EMPTY_CELL).value
    if not isinstance(form_id, str) or not isinstance(version, int | float) or version != int(version):
        raise refusal(_NO_FORM, name)
    return Workbook(content, name, form_id.strip(), int(version), sheets)


class _Sheets:
    """The sheets of a guarded workbook: read directly, and by openpyxl once something was not understood."""

    def __init__(self, content: bytes, name: str, *, whole: bool) -> None:
        self._name = name
        self._parts = guarded_parts(content, name, at_once=whole)
        self._direct: DirectBook | None = DirectBook(self._parts)
        self.part_names = self._ask(lambda book: book.sheet_parts())

    def cells(self, sheet: str, rows: int, columns: int) -> Cells:
        return self._ask(lambda book: book.cells(sheet, rows, columns))

    def merged_ranges(self, sheet: str) -> tuple[MergedRange, ...]:
        return tuple(merged_ranges(self._parts.get(self.part_names.get(sheet, ""), b"")))

    def _ask(self, question: Callable[[Book], _Answer]) -> _Answer:
        """Return what the workbook answers. FileError if openpyxl cannot read it either."""
        if self._direct:
            try:
                return question(self._direct)
            except NotUnderstoodError:
                self._direct = None
        referee = self._referee
        with _funnel(self._name):
            return question(referee)

    @cached_property
    def _referee(self) -> Book:
        """The workbook as openpyxl reads it. What it finds in other places than usual is checked before it reads it."""
        from make_report.workbook.reading.by_openpyxl import OpenpyxlBook  # noqa: PLC0415 - slow; few files need it

        self._parts.check_all()
        usual = self._parts.usual_sheets()
        self._parts.check_cells(usual)
        with _funnel(self._name):
            book = OpenpyxlBook(self._parts.content)
            found = {*book.sheet_parts().values()}
        self._parts.check_cells(found - usual)
        return book


@contextmanager
def _funnel(name: str) -> Generator[None]:
    """Turn whatever a broken file makes openpyxl raise into one sentence; what it warns of and prints is dropped."""
    with warnings.catch_warnings(), redirect_stdout(StringIO()):
        warnings.simplefilter("ignore")
        try:
            yield
        except MemoryError:
            raise
        except Exception as error:
            raise refusal(kind.DAMAGED, name) from error
