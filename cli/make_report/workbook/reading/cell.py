"""What a cell holds, whichever way the workbook is read."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Protocol

from make_report.record import Record

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


class Book(Protocol):
    """A workbook's sheets and cells, as one way of reading finds them."""

    def sheet_parts(self) -> Mapping[str, str]:
        """Return the part of each sheet that holds cells, by the sheet's name, from left to right."""
        ...

    def cells(self, sheet: str, rows: int, columns: int) -> Cells:
        """Return the cells of a sheet's upper left corner."""
        ...
