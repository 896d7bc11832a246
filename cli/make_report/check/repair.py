"""The likely culprit: the fewest cells whose change lets broken equations come out."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product

from make_report.check.repair_likelihood import (
    MOST_ALTERNATIVES,
    Likelihood,
    is_exchange,
    likeliest,
    likelihood,
)
from make_report.check.repair_sums import Joined, joined_sums
from make_report.check.repair_ways import Way, blocks, one_cell_ways, smallest, together, two_cell_ways
from make_report.filing import Filing
from make_report.form.model import Form
from make_report.place import Place
from make_report.repair import Change, Repair


def likely_repairs(form: Form, filing: Filing) -> tuple[Repair, ...]:
    """Return the smallest repairs of a filing's broken equations, mistake by mistake in the order of the workbook.

    The alternatives for one mistake follow each other, the likeliest first. Nothing is said of equations that no two
    cells repair, that more than MOST_ALTERNATIVES equally likely repairs would do, or where cells are not known.
    """
    found = [_repairs(sums, ways) for sums in joined_sums(form, filing) for ways in _ways_by_mistake(sums)]
    return tuple(repair for repairs in sorted(found, key=_where) for repair in repairs)


def _where(repairs: Sequence[Repair]) -> tuple[Place, ...]:
    return tuple(change.place for change in repairs[0].changes)


def _ways_by_mistake(sums: Joined) -> list[tuple[Way, ...]]:
    """Return for each mistake that can be told from the others the likely ways to repair it."""
    single = one_cell_ways(sums)
    by_block = {block: smallest(block, single) for block in blocks(sums.broken, single)}
    said = {block: _likeliest(sums, ways) for block, ways in by_block.items()}
    double = () if all(said.values()) else two_cell_ways(sums)
    unrepaired = frozenset[int]().union(*(block for block, ways in by_block.items() if not ways))
    if unrepaired and (whole := [way for way in double if way.repaired == sums.broken]):
        return [ways] if (ways := _likeliest(sums, whole)) else []
    exchanges = _exchanges(sums, {block: ways for block, ways in by_block.items() if ways}, double)
    explained = frozenset[int]().union(*(ways[0].repaired for ways in exchanges))
    kept = [ways for block, ways in said.items() if not block & explained]
    return [ways for ways in (*kept, *exchanges, *_of_two_cells(sums, unrepaired, [*single, *double])) if ways]


def _of_two_cells(sums: Joined, broken: frozenset[int], ways: Iterable[Way]) -> list[tuple[Way, ...]]:
    within = [way for way in ways if way.repaired <= broken]
    return [_likeliest(sums, smallest(block, within)) for block in blocks(broken, within)]


def _exchanges(
    sums: Joined, by_block: Mapping[frozenset[int], Sequence[Way]], double: Sequence[Way]
) -> list[tuple[Way, ...]]:
    """Return the ways that put two neighbours back and so repair two blocks at once: one slip, not two.

    Totals that were both added up wrongly are left alone, they explain themselves.
    """
    found: list[tuple[Way, ...]] = []
    done: set[frozenset[int]] = set()
    totals = {block for block, ways in by_block.items() if any(_is_total(sums, way) for way in ways)}
    for one, other in combinations(by_block, 2):
        if {one, other} & done or {one, other} <= totals:
            continue
        both = [together(*pair) for pair in product(by_block[one], by_block[other]) if _are_opposite(*pair)]
        ways = [*both, *(way for way in double if way.repaired == one | other)]
        exchanges = tuple(way for way in ways if is_exchange(_changes(sums, way)))
        if 0 < len(exchanges) <= MOST_ALTERNATIVES:
            found.append(exchanges)
            done |= {one, other}
    return found


def _is_total(sums: Joined, way: Way) -> bool:
    return likelihood(_changes(sums, way)) is Likelihood.TOTAL


def _are_opposite(one: Way, other: Way) -> bool:
    """Return whether each way changes a single cell, one by as much up as the other down."""
    return len(one.deltas) == len(other.deltas) == 1 and one.deltas[0][1] == -other.deltas[0][1]


def _likeliest(sums: Joined, ways: Sequence[Way]) -> tuple[Way, ...]:
    def judge(way: Way) -> Likelihood:
        return likelihood(_changes(sums, way))

    return likeliest(ways, judge)


def _changes(sums: Joined, way: Way) -> tuple[Change, ...]:
    changes = (
        Change(
            field=cell,
            place=sums.filing[cell].place,
            before=sums.figures.filled.get(cell),
            after=sums.figures[cell] + delta,
            total=sums.form.fields[cell].computed,
        )
        for cell, delta in way.deltas
    )
    return tuple(sorted(changes, key=lambda change: change.place))


def _repairs(sums: Joined, ways: Iterable[Way]) -> tuple[Repair, ...]:
    return tuple(
        Repair(_changes(sums, way), tuple(sums.sums[number].equation for number in sorted(way.repaired)))
        for way in ways
    )
