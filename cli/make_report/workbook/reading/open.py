"""A workbook opened: its sheets by name, their cells as typed values. The only door to openpyxl's reading."""

import io
import warnings
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import IO, Any, cast

from lxml import etree
from openpyxl.reader.excel import ExcelReader
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS

from make_report.form.layout import IDENTITY_SHEET
from make_report.language import marked
from make_report.record import Record, field
from make_report.workbook.reading import kind
from make_report.workbook.reading.guard import guarded_parts, refusal
from make_report.workbook.reading.merged import MergedRange, merged_ranges
from make_report.workbook.reading.text import unescaped

_NO_FORM = marked(
    "{name} is not a standard workbook: nothing in it says which form it is. Please make one with “make-report new” "
    "and copy the figures over."
)

CellValue = str | bool | int | float | datetime | date | time | timedelta | None


class Cell(Record):
    """What a cell holds: the value that a spreadsheet program saved, and the formula it came from."""

    value: CellValue = None
    formula: str = ""
    """The formula with its equals sign, "" if there is none."""
    number_format: str = "General"
    is_error: bool = False
    """Whether the value is a formula error such as #REF!."""

    @property
    def text(self) -> str:
        """The text in it, "" if it holds anything else."""
        return self.value if isinstance(self.value, str) and not self.is_error else ""


EMPTY_CELL = Cell()
Cells = Mapping[tuple[int, int], Cell]
"""Cells by row and column, counted from 1; a cell without value and formula is left out."""


class Workbook(Record):
    """A standard workbook: which form and version it says it is, and what is in it."""

    content: bytes = field(repr=False)
    name: str
    form_id: str
    version: int
    sheet_names: tuple[str, ...]
    _parts: Mapping[str, bytes] = field(repr=False, compare=False)
    _part_names: Mapping[str, str] = field(repr=False, compare=False)
    _book: "_Book" = field(repr=False, compare=False)

    def cells(self, sheet: str, rows: int, columns: int) -> Cells:
        """Return the cells of a sheet's upper left corner. FileError if the sheet cannot be read."""
        with _funnel(self.name):
            return self._book.cells(sheet, rows, columns)

    def merged_ranges(self, sheet: str) -> tuple[MergedRange, ...]:
        """Return the merged cells of a sheet."""
        return tuple(merged_ranges(self._parts.get(self._part_names.get(sheet, ""), b"")))


def open_workbook(content: bytes, name: str) -> Workbook:
    """Return the workbook with its identity; `name` is its file name.

    FileError, one sentence in the user's language, if it is no workbook, is dangerous, or bears no form.
    """
    parts = guarded_parts(content, name)
    with _funnel(name):
        book = _Book(content)
        sheet_names = tuple(book.part_names)
        identity = book.cells(IDENTITY_SHEET, 2, 2) if IDENTITY_SHEET in sheet_names else {}
    form_id = identity.get((1, 2), EMPTY_CELL).value
    version = identity.get((2, 2), EMPTY_CELL).value
    if not isinstance(form_id, str) or not isinstance(version, int | float) or version != int(version):
        raise refusal(_NO_FORM, name)
    return Workbook(content, name, form_id.strip(), int(version), sheet_names, parts, book.part_names, book)


@contextmanager
def _funnel(name: str) -> Generator[None]:
    """Turn whatever a broken file makes openpyxl raise into one sentence, and keep its warnings to itself."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except Exception as error:
            raise refusal(kind.DAMAGED, name) from error


class _Book:
    """The same file read twice by openpyxl: once for the saved values, once for the formulas."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._values = _Reader(content, data_only=True)
        self.part_names = self._values.part_names

    @cached_property
    def _formulas(self) -> "_Reader":
        return _Reader(self._content, data_only=False, strings=self._values.shared_strings)

    def cells(self, sheet: str, rows: int, columns: int) -> dict[tuple[int, int], Cell]:
        formulas = {
            (cell.row, cell.column): _formula(cell.value)
            for cell in self._formulas.cells(sheet, rows, columns)
            if cell.data_type == "f"
        }
        found = {place: Cell(formula=formula) for place, formula in formulas.items()}
        for cell in self._values.cells(sheet, rows, columns):
            place = (cell.row, cell.column)
            value = unescaped(cell.value) if isinstance(cell.value, str) else cell.value
            number_format = cell.number_format or "General"
            found[place] = Cell(value, formulas.get(place, ""), number_format, cell.data_type == "e")
        return found


def _formula(value: object) -> str:
    """Return a formula's text; array formulas and data tables come as objects that may bear it."""
    text = value if isinstance(value, str) else getattr(value, "text", None)
    return str(text or "=")


class _Reader(ExcelReader):
    """openpyxl's reader for large files, without the parts that the tool never looks at.

    Strings are kept as the file has them: openpyxl drops x005F_ from them and leaves other escapes standing.
    """

    def __init__(self, content: bytes, *, data_only: bool, strings: list[str] | None = None) -> None:
        super().__init__(io.BytesIO(content), read_only=True, data_only=data_only, keep_links=False)
        self._given = strings
        self.read()

    @cached_property
    def part_names(self) -> dict[str, str]:
        """The part of each sheet that holds cells, by the sheet's name, from left to right."""
        return {
            sheet.name: relation.target
            for sheet, relation in cast("Iterable[tuple[Any, Any]]", self.parser.find_sheets())
            if "chartsheet" not in str(relation.Type) and relation.target in self.valid_files
        }

    def cells(self, sheet: str, rows: int, columns: int) -> Iterator[Any]:
        """Yield openpyxl's cells that hold anything. What the sheet says of its own size is not believed."""
        worksheet: Any = self.wb[sheet]
        worksheet.reset_dimensions()
        for row in cast("Iterable[Any]", worksheet.iter_rows(min_row=1, max_row=rows, min_col=1, max_col=columns)):
            yield from (cell for cell in row if cell.value is not None)

    def read_strings(self) -> None:
        """Read the shared strings as they stand in the file."""
        if self._given is not None:
            self.shared_strings = self._given
            return
        part = cast("Any", self.package).find(SHARED_STRINGS)
        if part is not None:
            with self.archive.open(part.PartName[1:]) as source:
                self.shared_strings = list(_strings(source))

    def read_chartsheet(self, sheet: object, rel: object) -> None:
        """Leave sheets that are charts alone."""

    def read_properties(self) -> None:
        """Leave the document properties alone."""

    def read_custom(self) -> None:
        """Leave the custom properties alone."""

    def read_theme(self) -> None:
        """Leave the theme alone."""


def _strings(source: IO[bytes]) -> Iterator[str]:
    """Yield the texts of a shared strings part: plain or in runs, without phonetic hints."""
    plain, run = f"{{{SHEET_MAIN_NS}}}t", f"{{{SHEET_MAIN_NS}}}r"
    for _, entry in etree.iterparse(source, tag=f"{{{SHEET_MAIN_NS}}}si", resolve_entities=False):
        pieces = (
            part.text if part.tag == plain else part.findtext(plain) for part in entry if part.tag in (plain, run)
        )
        yield "".join(piece or "" for piece in pieces)
        entry.clear()
        # Entries that were read would fill the memory as empty shells.
        while entry.getprevious() is not None and (parent := entry.getparent()) is not None:
            del parent[0]
