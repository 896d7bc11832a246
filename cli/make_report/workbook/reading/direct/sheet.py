"""The cells of one sheet, from its XML, in one pass that checks what the guard checks for openpyxl."""

from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache

from make_report.patterns import expression
from make_report.place import LAST_COLUMN, LAST_ROW, column_number
from make_report.remembered import remember
from make_report.workbook.reading.cell import Cell
from make_report.workbook.reading.direct.content import Meaning, formula_of
from make_report.workbook.reading.direct.markup import Attributes, Element, NotUnderstoodError, Walk, feed, main, parser
from make_report.workbook.reading.direct.rows import Contents, cells_in, contents_in, parted
from make_report.workbook.reading.direct.strings import RichText

_SHEET, _DATA, _ROW, _CELL, _MERGED = map(main, ("worksheet", "sheetData", "row", "c", "mergeCell"))
_LETTERS = expression("[A-Z]{1,3}")
_RANGE = expression("[A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7}")


def cells_of(part: bytes, rows: int, columns: int, meaning: Meaning) -> dict[tuple[int, int], Cell]:
    """Return the cells of a sheet's upper left corner by row and column.

    NotUnderstoodError if rows or cells are not in their order, stand twice or do not say where they stand.
    """
    with suppress(NotUnderstoodError):
        if len(part) > _SMALL:
            return cells_in(_contents.__wrapped__(part, rows), rows, columns, meaning)
        contents = _contents(part, rows)
        if meaning.strings:
            return cells_in(contents, rows, columns, meaning)
        return _cells_without_strings(contents, rows, columns, meaning.formats, meaning.since_1904)
    return _Sheet(rows, columns, meaning).read(part)


@remember(64)
def _cells_without_strings(
    contents: Contents,
    rows: int,
    columns: int,
    formats: Mapping[str, str],
    since_1904: bool,  # noqa: FBT001 - what is remembered
) -> dict[tuple[int, int], Cell]:
    """Return the cells of a sheet that refers to no shared strings, which are another matter in each workbook."""
    return cells_in(contents, rows, columns, Meaning(None, formats, since_1904))


@lru_cache(maxsize=64)
def _contents(part: bytes, rows: int) -> Contents:
    """Return what stands in a sheet's first rows. Some sheets are the same in all workbooks of a form.

    NotUnderstoodError if a parser has to see.
    """
    both = parted(part)
    contents = contents_in(both.rows, rows)
    (_see_around if len(both.around) <= _SMALL else _see_around.__wrapped__)(both.around, both.place)
    return contents


@lru_cache(maxsize=64)
def _see_around(frame: bytes, place: int) -> None:
    """See a sheet without its rows, which stood at a place. The sheets of one form are framed alike.

    NotUnderstoodError as in `cells_of`, and where the place is another one than that of the sheet's own rows.
    """
    sheet = _Sheet(0, 0, _NO_CELLS)
    sheet.read(frame)
    if sheet.begins_at != place:
        raise NotUnderstoodError


_SMALL = 64 * 1024
"""Bytes of a frame that is worth remembering."""
_NO_CELLS = Meaning(None, {}, since_1904=False)


class _Sheet:
    """One pass through a sheet."""

    def __init__(self, rows: int, columns: int, meaning: Meaning) -> None:
        self._rows, self._columns, self._meaning = rows, columns, meaning
        self.begins_at = -1
        self._found: dict[tuple[int, int], Cell] = {}
        self._row, self._row_digits, self._column = 0, "", 0
        self._attributes: Attributes = {}
        self._value: str | None = None
        self._text: str | None = None
        self._formula: str | None = None
        self._formula_attributes: Attributes = {}
        self._parser = parser()
        self._open: list[str] = []
        self._shared = set[str]()
        self._inline = RichText()
        cell = {
            main("v"): Element({}, self._begin_value, self._end_value, holds_text=True),
            main("f"): Element({}, self._begin_formula, self._end_formula, holds_text=True),
            main("is"): Element(self._inline.elements, self._begin_inline, self._end_inline),
        }
        row = {_CELL: Element(cell, self._begin_cell, self._end_cell)}
        self._walk = Walk(self._parser, Element({_ROW: Element(row, self._begin_row)}, end=self._end_data))

    def read(self, part: bytes) -> dict[tuple[int, int], Cell]:
        self._parser.StartElementHandler, self._parser.EndElementHandler = self._start_before, self._end_before
        feed(self._parser, part)
        return self._found

    def _start_before(self, name: str, _: Attributes) -> None:
        """Look for the cells, which stand right in the sheet."""
        self._open.append(name)
        if name == _DATA and self._open == [_SHEET, _DATA]:
            self.begins_at = self._parser.CurrentByteIndex
            self._walk.begin()
        elif self._open[0] != _SHEET or name in (_DATA, _ROW, _CELL):
            raise NotUnderstoodError

    def _end_before(self, _: str) -> None:
        self._open.pop()

    def _end_data(self, _: str) -> None:
        self._parser.StartElementHandler, self._parser.EndElementHandler = self._start_after, None

    def _start_after(self, name: str, attributes: Attributes) -> None:
        """See that no cells follow, and that merged ones are ranges."""
        if name in (_DATA, _ROW, _CELL) or (name == _MERGED and not _RANGE.fullmatch(attributes.get("ref", ""))):
            raise NotUnderstoodError

    def _start_beyond(self, name: str, attributes: Attributes) -> None:
        """Go through the rows that nobody reads; what is in their cells does not matter."""
        if name == _ROW:
            self._place_row(attributes)
        elif name == _CELL:
            self._place_cell(attributes)
        else:
            self._start_after(name, attributes)

    def _begin_row(self, attributes: Attributes) -> None:
        self._place_row(attributes)
        if self._row > self._rows:
            self._parser.StartElementHandler, self._parser.EndElementHandler = self._start_beyond, None

    def _place_row(self, attributes: Attributes) -> None:
        digits = attributes.get("r", "")
        if not (digits.isascii() and digits.isdecimal() and len(digits) <= len(str(LAST_ROW))):
            raise NotUnderstoodError
        number = int(digits)
        if not self._row < number <= LAST_ROW or digits != str(number):
            raise NotUnderstoodError
        self._row, self._row_digits, self._column = number, digits, 0

    def _place_cell(self, attributes: Attributes) -> None:
        address = attributes.get("r", "")
        letters = address.removesuffix(self._row_digits)
        column = column_number(letters) if _LETTERS.fullmatch(letters) else 0
        if not self._column < column <= LAST_COLUMN or not address.endswith(self._row_digits):
            raise NotUnderstoodError
        self._column = column

    def _begin_cell(self, attributes: Attributes) -> None:
        self._place_cell(attributes)
        self._attributes = attributes
        self._value = self._text = self._formula = None

    def _begin_value(self, _: Attributes) -> None:
        if self._value is not None:
            raise NotUnderstoodError

    def _end_value(self, text: str) -> None:
        self._value = text

    def _begin_formula(self, attributes: Attributes) -> None:
        if self._formula is not None:
            raise NotUnderstoodError
        self._formula_attributes = attributes

    def _end_formula(self, text: str) -> None:
        if text and self._formula_attributes.get("t") == "shared":
            shared = self._formula_attributes.get("si", "")
            if shared in self._shared:
                raise NotUnderstoodError
            self._shared.add(shared)
        # What the office calculates beside the form is its own business.
        self._formula = formula_of(text, self._formula_attributes) if self._column <= self._columns else ""

    def _begin_inline(self, attributes: Attributes) -> None:
        if self._text is not None:
            raise NotUnderstoodError
        self._inline.begin(attributes)

    def _end_inline(self, _: str) -> None:
        self._text = self._inline.text

    def _end_cell(self, _: str) -> None:
        style, kind = self._attributes.get("s", "0"), self._attributes.get("t", "n")
        cell = self._meaning.cell(style, kind, self._value, self._text, self._formula or "")
        if cell and self._column <= self._columns:
            self._found[self._row, self._column] = cell
