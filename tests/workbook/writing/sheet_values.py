"""What the formulas of the sheet of names come to, without an office program: the two that it has, and totals."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

import openpyxl
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils.cell import range_boundaries

Content = Decimal | str | date | None

_ONE = re.compile(r"=IF\((?P<cells>[^=]+)=\"\",\"(?P<nothing>[^\"]*)\",(?P=cells)\)")
_SUM = re.compile(r"=IF\(COUNT\((?P<cells>[^=]+)\)=0,\"(?P<nothing>[^\"]*)\",SUM\((?P=cells)\)\)")
_SIGNED = re.compile(r'"(.)"General;"(.)"General;0')


class Values:
    """What the cells of a workbook hold, formulas calculated."""

    def __init__(self, book: openpyxl.Workbook) -> None:
        self._book = book

    def shown(self, cell: Cell | MergedCell) -> str:
        """Return a cell as it is shown in its number format."""
        content = self._content(cell)
        if isinstance(content, date):
            assert cell.number_format == 'yyyy"年"m"月"d"日"'
            return f"{content.year}年{content.month}月{content.day}日"
        if not isinstance(content, Decimal):
            return content or ""
        number = f"{abs(content).normalize():f}"
        if signed := _SIGNED.fullmatch(cell.number_format):
            return number if not content else signed[1 if content > 0 else 2] + number
        assert cell.number_format == "General"
        return f"-{number}" if content < 0 else number

    def _content(self, cell: Cell | MergedCell) -> Content:
        value = cell.value
        if isinstance(value, str) and value.startswith("="):
            return self._calculated(value, cell.parent.title)
        if isinstance(value, datetime):
            return value.date()
        return Decimal(str(value)) if isinstance(value, int | float) else None if value is None else str(value)

    def _calculated(self, formula: str, sheet: str) -> Content:
        if one := _ONE.fullmatch(formula):
            (content,) = self._cells(one["cells"], sheet)
            return one["nothing"] if content in (None, "") else content
        several = _SUM.fullmatch(formula)
        assert several, formula
        numbers = [content for content in self._cells(several["cells"], sheet) if isinstance(content, Decimal)]
        return sum(numbers, Decimal(0)) if numbers else several["nothing"]

    def _cells(self, arguments: str, sheet: str) -> Iterator[Content]:
        for argument in arguments.split(","):
            name, _, cells = argument.rpartition("!")
            on = self._book[name.strip("'") or sheet]
            left, top, right, bottom = range_boundaries(cells)
            for row in on.iter_rows(top, bottom, left, right):
                yield from (self._content(cell) for cell in row)
