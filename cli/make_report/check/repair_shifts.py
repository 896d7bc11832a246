"""Rows of figures that stand one cell too far to the left or right: one slip, however many cells it changes."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from make_report.check.repair_sums import Deltas, Joined
from make_report.check.repair_ways import Way

_FEWEST_SUMS = 3
"""The fewest sums that must come out: two do so by chance, and one figure that is off is an exchange with a 0."""
_ZERO = Decimal(0)


def shifted_ways(sums: Joined) -> tuple[Way, ...]:
    """Return each move of a row's figures by one cell that repairs three sums or more and breaks none.

    No figure is lost by it: a 0 or a blank makes room at one end, a 0 is left at the other.
    """
    if len(sums.broken) < _FEWEST_SUMS:
        return ()
    ways = (Way(deltas, sums.repaired(deltas)) for row in _rows(sums) for deltas in _moves(sums, row))
    return tuple(way for way in ways if len(way.repaired) >= _FEWEST_SUMS and sums.allows(way.deltas))


def _rows(sums: Joined) -> Iterator[list[str]]:
    """Yield the entry cells of each row that stand side by side, from left to right."""
    rows: defaultdict[tuple[str, int], list[tuple[int, str]]] = defaultdict(list)
    for cell in sums.sums_of:
        place = sums.filing[cell].place
        if not sums.form.fields[cell].computed:
            rows[place.sheet, place.row].append((place.column, cell))
    for row in rows.values():
        columns = [column for column, _ in sorted(row)]
        if columns == list(range(columns[0], columns[0] + len(columns))):
            yield [cell for _, cell in sorted(row)]


def _moves(sums: Joined, row: list[str]) -> Iterator[Deltas]:
    """Yield by how much the cells change if their figures move to the left, and if they move to the right."""
    figures = [sums.figures[cell] for cell in row]
    moved = [[*figures[1:], _ZERO]] if not figures[0] else []
    moved += [[_ZERO, *figures[:-1]]] if not figures[-1] else []
    for after in moved:
        changes = zip(row, figures, after, strict=True)
        yield tuple(sorted((cell, new - old) for cell, old, new in changes if new != old))
