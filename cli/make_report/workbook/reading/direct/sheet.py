"""The cells of one sheet, from its XML, in one pass that checks what the guard checks for openpyxl."""

import re
from functools import cache

from make_report.workbook.reading.cell import Cell
from make_report.workbook.reading.direct.content import CellMarkup, Meaning
from make_report.workbook.reading.direct.markup import Attributes, NotUnderstoodError, Walk, feed, main, parser
from make_report.workbook.reading.direct.strings import IN_TEXT, RICH_TEXT, RichText

_SHEET, _DATA, _ROW, _CELL = main("worksheet"), main("sheetData"), main("row"), main("c")
_VALUE, _FORMULA, _INLINE = main("v"), main("f"), main("is")
_MERGED = main("mergeCell")
_CHILDREN = {
    _DATA: frozenset({_ROW}),
    _ROW: frozenset({_CELL}),
    _CELL: frozenset({_VALUE, _FORMULA, _INLINE}),
    _VALUE: frozenset[str](),
    _FORMULA: frozenset[str](),
    _INLINE: IN_TEXT,
    **RICH_TEXT,
}
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_LETTERS = 3
_RANGE = re.compile("[A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7}")


def cells_of(part: bytes, rows: int, columns: int, meaning: Meaning) -> dict[tuple[int, int], Cell]:
    """Return the cells of a sheet's upper left corner by row and column.

    NotUnderstoodError if rows or cells are not in their order, stand twice or do not say where they stand.
    """
    return _Sheet(rows, columns, meaning).read(part)


class _Sheet:
    """One pass through a sheet."""

    def __init__(self, rows: int, columns: int, meaning: Meaning) -> None:
        self._rows, self._columns, self._meaning = rows, columns, meaning
        self._found: dict[tuple[int, int], Cell] = {}
        self._row, self._row_digits, self._column = 0, "", 0
        self._markup = CellMarkup({})
        self._parser = parser()
        self._open: list[str] = []
        self._shared = set[str]()
        self._walk = walk = Walk(self._parser, _DATA, _CHILDREN)
        self._inline = RichText(walk)
        walk.starts |= {_ROW: self._begin_row, _CELL: self._begin_cell, _FORMULA: self._begin_formula}
        walk.starts[_VALUE] = self._begin_value
        walk.starts[_INLINE] = self._begin_inline
        walk.ends |= {_DATA: self._end_data, _CELL: self._end_cell, _INLINE: self._end_inline}
        walk.texts |= {_VALUE: self._end_value, _FORMULA: self._end_formula}

    def read(self, part: bytes) -> dict[tuple[int, int], Cell]:
        self._parser.StartElementHandler, self._parser.EndElementHandler = self._start_before, self._end_before
        feed(self._parser, part)
        return self._found

    def _start_before(self, name: str, _: Attributes) -> None:
        """Look for the cells, which stand right in the sheet."""
        self._open.append(name)
        if name == _DATA and self._open == [_SHEET, _DATA]:
            self._walk.begin()
        elif self._open[0] != _SHEET or name in (_DATA, _ROW, _CELL):
            raise NotUnderstoodError

    def _end_before(self, _: str) -> None:
        self._open.pop()

    def _end_data(self) -> None:
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
        if not (digits.isascii() and digits.isdecimal() and len(digits) <= len(str(_LAST_ROW))):
            raise NotUnderstoodError
        number = int(digits)
        if not self._row < number <= _LAST_ROW or digits != str(number):
            raise NotUnderstoodError
        self._row, self._row_digits, self._column = number, digits, 0

    def _place_cell(self, attributes: Attributes) -> None:
        address = attributes.get("r", "")
        column = _column_number(address.removesuffix(self._row_digits))
        if column <= self._column or not address.endswith(self._row_digits):
            raise NotUnderstoodError
        self._column = column

    def _begin_cell(self, attributes: Attributes) -> None:
        self._place_cell(attributes)
        self._markup = CellMarkup(attributes)

    def _begin_value(self, _: Attributes) -> None:
        if self._markup.value is not None:
            raise NotUnderstoodError

    def _end_value(self, text: str) -> None:
        self._markup.value = text

    def _begin_formula(self, attributes: Attributes) -> None:
        if self._markup.formula_attributes is not None:
            raise NotUnderstoodError
        self._markup.formula_attributes = attributes

    def _end_formula(self, text: str) -> None:
        attributes = self._markup.formula_attributes or {}
        if text and attributes.get("t") == "shared":
            if attributes.get("si", "") in self._shared:
                raise NotUnderstoodError
            self._shared.add(attributes.get("si", ""))
        # What the office calculates beside the form is its own business.
        self._markup.formula = text if self._column <= self._columns else None

    def _begin_inline(self, _: Attributes) -> None:
        if self._markup.inline is not None:
            raise NotUnderstoodError
        self._inline.begin()

    def _end_inline(self) -> None:
        self._markup.inline = self._inline.text

    def _end_cell(self) -> None:
        cell = self._meaning.cell(self._markup)
        if cell and self._column <= self._columns:
            self._found[self._row, self._column] = cell


@cache
def _column_number(letters: str) -> int:
    """Return the number of a column, 0 if the letters name none."""
    if not (letters.isascii() and letters.isalpha() and letters.isupper() and len(letters) <= _LETTERS):
        return 0
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number if number <= _LAST_COLUMN else 0
