"""A workbook read by openpyxl: the way whose word counts, taken whenever the direct one does not understand a file."""

import io
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import IO, Any, cast

from lxml import etree
from openpyxl.reader.excel import ExcelReader
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS

from make_report.workbook.reading.cell import Cell
from make_report.workbook.reading.east_asian import EAST_ASIAN
from make_report.workbook.reading.text import unescaped


class OpenpyxlBook:
    """A file read twice by openpyxl: once for the saved values, once for the formulas.

    A broken file makes it raise whatever it happens to.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._values = _Reader(content, data_only=True)

    def sheet_parts(self) -> dict[str, str]:
        """Return the part of each sheet that holds cells, by the sheet's name, from left to right."""
        return self._values.part_names

    @cached_property
    def _formulas(self) -> "_Reader":
        return _Reader(self._content, data_only=False, strings=self._values.shared_strings)

    def cells(self, sheet: str, rows: int, columns: int) -> dict[tuple[int, int], Cell]:
        """Return the cells of a sheet's upper left corner."""
        formulas = {
            (cell.row, cell.column): _formula(cell.value)
            for cell in self._formulas.cells(sheet, rows, columns)
            if cell.data_type == "f"
        }
        found = {place: Cell(formula=formula) for place, formula in formulas.items()}
        for cell in self._values.cells(sheet, rows, columns):
            place = (cell.row, cell.column)
            value = unescaped(cell.value) if isinstance(cell.value, str) else cell.value
            number_format = EAST_ASIAN.get(cell.style_array.numFmtId) or cell.number_format or "General"
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
        # openpyxl knows by number only the formats that are numbered alike everywhere.
        book = cast("Any", self.wb)
        styles = enumerate(book._cell_styles)  # noqa: SLF001 - there is no public place for it
        book._date_formats.update(place for place, style in styles if style.numFmtId in EAST_ASIAN)  # noqa: SLF001 - the same

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
