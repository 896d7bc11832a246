"""The fewest cells whose change lets broken sums come out: one, else two. By algebra, without trying figures."""

from collections.abc import Collection, Iterable, Iterator
from itertools import product

from make_report.check.repair_sums import Deltas, Joined
from make_report.record import Record

MOST_CELLS = 2
"""The most cells that one repair changes: with three, almost anything can be made to come out."""


class Way(Record):
    """A change of cells and the numbers of the sums that come out by it; all others stay as they are."""

    deltas: Deltas
    repaired: frozenset[int]


def one_cell_ways(sums: Joined) -> tuple[Way, ...]:
    """Return each change of a single cell that repairs every sum in which the cell counts."""
    deltas = (
        ((cell, broken.delta(cell, broken.residual)),)
        for broken in (sums.sums[number] for number in sorted(sums.broken))
        for cell in broken.coefficients
    )
    return _ways(sums, deltas)


def two_cell_ways(sums: Joined) -> tuple[Way, ...]:
    """Return each change of two cells that repairs their sums, while neither does so alone.

    One of the two counts in a broken sum without the other, which says how it must change; the other one then counts
    in all sums that are left over. (Two cells that count in the same sums are no pair: one of them will do.)
    """
    return _ways(sums, _pairs(sums))


def _pairs(sums: Joined) -> Iterator[Deltas]:
    for number in sorted(sums.broken):
        for first in sums.sums[number].coefficients:
            delta = sums.sums[number].delta(first, sums.sums[number].residual)
            left_over = [
                (touched, missing)
                for touched in (sums.sums[other] for other in sums.sums_of[first])
                if (missing := touched.residual + touched.coefficients[first] * delta)
            ]
            if not left_over:
                continue
            one, missing = left_over[0]
            for second in one.coefficients:
                if all(second in other.coefficients for other, _ in left_over) and second != first:
                    pair = ((first, delta), (second, one.delta(second, missing)))
                    yield tuple(sorted(pair))


def _ways(sums: Joined, changes: Iterable[Deltas]) -> tuple[Way, ...]:
    ways = (Way(deltas, sums.repaired(deltas)) for deltas in dict.fromkeys(changes))
    return tuple(way for way in ways if way.repaired and sums.allows(way.deltas))


def blocks(broken: Iterable[int], ways: Iterable[Way]) -> list[frozenset[int]]:
    """Return the broken sums in groups: together are those that some way repairs together."""
    groups = [frozenset({number}) for number in sorted(broken)]
    for way in ways:
        together = frozenset[int]().union(*(group for group in groups if group & way.repaired))
        groups = [*(group for group in groups if not group & way.repaired), together]
    return groups


def smallest(block: frozenset[int], ways: Collection[Way]) -> tuple[Way, ...]:
    """Return all ways to repair the whole block with the fewest cells, none if more than MOST_CELLS are needed.

    Two ways that repair different sums of the block make one together.
    """
    within = [way for way in ways if way.repaired <= block]
    for cells in range(1, MOST_CELLS + 1):
        if found := tuple(way for way in within if len(way.deltas) == cells and way.repaired == block):
            both = () if cells == 1 else _combined(block, within)
            return (*both, *found)
    return _combined(block, within)


def _combined(block: frozenset[int], ways: Iterable[Way]) -> tuple[Way, ...]:
    single = [way for way in ways if len(way.deltas) == 1]
    first = min(block)
    return tuple(
        together(one, other)
        for one, other in product(single, single)
        if first in one.repaired and other.repaired == block - one.repaired
    )


def together(one: Way, other: Way) -> Way:
    """Return two ways that repair different sums as one."""
    return Way(tuple(sorted(one.deltas + other.deltas)), one.repaired | other.repaired)
