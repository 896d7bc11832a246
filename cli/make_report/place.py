"""Where something stands in a workbook, named as Excel shows it."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from make_report.record import Record

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""The last ones that a sheet of Excel has."""


def column_letters(column: int) -> str:
    """Return Excel's letters for a column counted from 1: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, remainder = divmod(column - 1, 26)
        letters = chr(ord("A") + remainder) + letters
    return letters


@lru_cache(maxsize=256)
def column_number(letters: str) -> int:
    """Return the number of a column from its letters, large or small: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


class Place(Record):
    """A cell of a sheet, or a whole sheet (row 0), or the whole workbook (sheet "").

    Places sort as a reader goes through the workbook: by sheet in the order of the form, row, column.
    """

    order: int = 0
    row: int = 0
    column: int = 0
    sheet: str = ""

    def __lt__(self, other: "Place") -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[int, int, int, str]:
        return self.order, self.row, self.column, self.sheet

    @property
    def cell(self) -> str:
        """The A1 address, "" for a whole sheet."""
        return f"{column_letters(self.column)}{self.row}" if self.row else ""

    def __str__(self) -> str:
        return f"{self.sheet} {self.cell}".strip()


def ranges(places: Iterable[Place]) -> Iterator[str]:
    """Yield A1 ranges that cover the cells of one sheet, each once per mention: neighbours in a line stand as one."""
    run: list[Place] = []
    for place in places:
        if run and _continues(run, place):
            run.append(place)
            continue
        if run:
            yield _range(run)
        run = [place]
    if run:
        yield _range(run)


def areas(places: Iterable[Place]) -> Iterator[str]:
    """Yield A1 ranges that cover the cells of one sheet, from top to bottom: alike stretches of rows stand as one."""
    lines: list[tuple[Place, Place]] = []
    for place in sorted(set(places)):
        if lines and (place.row, place.column - 1) == (lines[-1][1].row, lines[-1][1].column):
            lines[-1] = (lines[-1][0], place)
        else:
            lines.append((place, place))
    blocks: dict[tuple[int, int, int], tuple[Place, Place]] = {}
    for first, last in lines:
        above = blocks.pop((last.row - 1, first.column, last.column), (first, last))
        blocks[last.row, first.column, last.column] = (above[0], last)
    yield from (_range(sorted({*block})) for block in sorted(blocks.values()))


def _continues(run: list[Place], place: Place) -> bool:
    step = (place.row - run[-1].row, place.column - run[-1].column)
    before = (run[1].row - run[0].row, run[1].column - run[0].column) if len(run) > 1 else step
    return step == before and step in ((0, 1), (1, 0))


def _range(run: list[Place]) -> str:
    return run[0].cell if len(run) == 1 else f"{run[0].cell}:{run[-1].cell}"
