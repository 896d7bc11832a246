"""How wide the columns and how high the rows of a sheet are, in pixels."""

from collections.abc import Callable

from make_report.workbook.marking.markup import Element, is_on, named, path

_DIGIT_PIXELS = 7
_STANDARD_WIDTH, _STANDARD_HEIGHT = 64, 20
"""Of a column and a row that nothing is said of."""
_MOST_STEPS = 500
"""Columns or rows that are looked at, should they all be hidden."""


class Sizes:
    """The sizes of one sheet's columns and rows."""

    def __init__(self, sheet: Element) -> None:
        self._columns = list(sheet.iterfind(path("cols", "col")))
        self._rows = {int(row.get("r", "0")): row for row in sheet.iterfind(path("sheetData", "row"))}
        self._standard = sheet.find(named("sheetFormatPr"))

    def width(self, column: int) -> int:
        """Return the width of a column, counted from 1."""
        spans = (one for one in self._columns if int(one.get("min", "0")) <= column <= int(one.get("max", "0")))
        digits = self._declared(next(spans, None), "width", "defaultColWidth")
        return _STANDARD_WIDTH if digits is None else round(digits * _DIGIT_PIXELS)

    def height(self, row: int) -> int:
        """Return the height of a row, counted from 1."""
        points = self._declared(self._rows.get(row), "ht", "defaultRowHeight")
        return _STANDARD_HEIGHT if points is None else round(points * 4 / 3)

    def _declared(self, element: Element | None, name: str, standard: str) -> float | None:
        if element is not None and is_on(element.get("hidden")):
            return 0.0
        own = element.get(name) if element is not None else None
        size = own or (self._standard.get(standard) if self._standard is not None else None)
        return float(size) if size else None


def beyond(start: int, offset: int, pixels: int, size: Callable[[int], int]) -> tuple[int, int]:
    """Return the column (or row), from 0, and the pixels into it that lie so many pixels beyond a start."""
    number, rest = start, offset + pixels
    for _ in range(_MOST_STEPS):
        room = size(number + 1)
        if rest < room:
            break
        number, rest = number + 1, rest - room
    return number, rest
