"""The likely culprit: the fewest cells whose change lets broken equations come out, and how to say so."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, groupby, product

from make_report.check.repair_likelihood import (
    MOST_ALTERNATIVES,
    Change,
    Likelihood,
    is_exchange,
    likeliest,
    likelihood,
)
from make_report.check.repair_sums import Joined, joined_sums
from make_report.check.repair_ways import Way, blocks, one_cell_ways, smallest, together, two_cell_ways
from make_report.filing import Filing
from make_report.finding import show_number
from make_report.form.equation import Equation
from make_report.form.model import Form
from make_report.language import marked, translate
from make_report.place import Place

__all__ = ["MOST_ALTERNATIVES", "Change", "Repair", "likely_repairs", "repair_sentences"]

_ONE_EQUATION = marked("Change {change}, and the equation comes out.")
_EQUATIONS = marked("Change {change}, and {count} equations come out.")
_OR_ONE_EQUATION = marked("Or change {change}; then the equation comes out as well.")
_OR_EQUATIONS = marked("Or change {change}; then {count} equations come out as well.")
_CHANGE = marked("{place} from {before} to {after}")
_TWO_CHANGES = marked("{first}, and {second}")
_BLANK = marked("blank")


@dataclass(frozen=True, slots=True)
class Repair:
    """One or two cells to be changed, and the equations that come out by it while no other is broken.

    Repairs of the same equations are alternatives to each other.
    """

    changes: tuple[Change, ...]
    equations: tuple[Equation, ...]


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


def repair_sentences(repairs: Iterable[Repair], language: str) -> Mapping[str, tuple[str, ...]]:
    """Return what to say about the repairs, by the sheet in which they lie: one sentence each, alternatives as such."""
    sentences: dict[str, tuple[str, ...]] = {}
    for equations, alternatives in groupby(repairs, key=lambda repair: repair.equations):
        for number, repair in enumerate(alternatives):
            if number:
                sentence = _OR_ONE_EQUATION if len(equations) == 1 else _OR_EQUATIONS
            else:
                sentence = _ONE_EQUATION if len(equations) == 1 else _EQUATIONS
            sheet = repair.changes[0].place.sheet
            said = translate(sentence, language).format(change=_said(repair.changes, language), count=len(equations))
            sentences[sheet] = (*sentences.get(sheet, ()), said)
    return sentences


def _said(changes: Sequence[Change], language: str) -> str:
    def figure(number: Decimal | None) -> str:
        return translate(_BLANK, language) if number is None else show_number(number)

    said = [
        translate(_CHANGE, language).format(
            place=change.place, before=figure(change.before), after=figure(change.after)
        )
        for change in changes
    ]
    return said[0] if len(said) == 1 else translate(_TWO_CHANGES, language).format(first=said[0], second=said[1])
