"""The likely culprit: the fewest cells whose change lets broken equations come out."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product

from make_report.check.claims import Evidence, evidence
from make_report.check.last_year import LastYear
from make_report.check.repair_likelihood import is_exchange, likelihood
from make_report.check.repair_shifts import shifted_ways
from make_report.check.repair_sums import Joined, joined_sums
from make_report.check.repair_ways import Way, blocks, one_cell_ways, smallest, together, two_cell_ways
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.record import Record
from make_report.repair import MOST_IN_ALL, Change, Likelihood, Mistake, Repair

MOST_EXCHANGES = 3
"""Of more exchanges that would do equally well each is as good as chance."""


def likely_repairs(
    form: Form, filing: Filing, last_year: LastYear | None = None, accepted: Iterable[Finding] = ()
) -> tuple[Mistake, ...]:
    """Return the smallest repairs of a filing's broken equations, mistake by mistake in the order of the workbook.

    The alternatives for one mistake are all there, the likeliest first: those with which the texts and last year's
    report agree, then by the slip that they undo. Nothing is said of equations that no two cells repair, or where
    cells are not known. What the accepted findings are about is no evidence.
    """
    broken = tuple(joined_sums(form, filing))
    known = evidence(form, filing, last_year, accepted) if broken else Evidence({})
    found = [Mistake(repairs) for sums in broken for repairs in _by_mistake(_Repairs(sums, known)) if repairs]
    return tuple(sorted(found, key=lambda mistake: [change.place for change in mistake.repairs[0].changes]))


class _Repairs(Record):
    """How the ways to repair joined sums are judged."""

    sums: Joined
    evidence: Evidence

    def repair(self, way: Way) -> Repair:
        changes = _changes(self.sums, way)
        equations = tuple(self.sums.sums[number].equation for number in sorted(way.repaired))
        return Repair(changes, equations, likelihood(changes), *self.evidence.won_and_lost(way.deltas))

    def ranked(self, ways: Iterable[Way]) -> tuple[Repair, ...]:
        """Return the ways as repairs, the likeliest first, those equally likely as one walks through the workbook."""
        repairs = (self.repair(way) for way in ways)
        return tuple(sorted(repairs, key=lambda repair: (repair.rank, [change.place for change in repair.changes])))


def _by_mistake(judged: _Repairs) -> list[tuple[Repair, ...]]:
    """Return for each mistake that can be told from the others the ways to repair it."""
    sums = judged.sums
    single = one_cell_ways(sums)
    if not any(way.repaired == sums.broken for way in single) and (shifts := _shifts(judged)):
        return shifts
    by_block = {block: smallest(block, single) for block in blocks(sums.broken, single)}
    double = () if all(0 < len(ways) <= MOST_IN_ALL for ways in by_block.values()) else two_cell_ways(sums)
    unrepaired = frozenset[int]().union(*(block for block, ways in by_block.items() if not ways))
    if unrepaired and (whole := [way for way in double if way.repaired == sums.broken]):
        return [judged.ranked(whole)]
    told = {block: ways for block, ways in by_block.items() if ways}
    said = {block: judged.ranked(ways) for block, ways in told.items()}
    exchanges = _exchanges(judged, told, said, double)
    explained = frozenset[int]().union(*exchanges)
    kept = [repairs for block, repairs in said.items() if not block & explained]
    return [*kept, *exchanges.values(), *_of_two_cells(judged, unrepaired, [*single, *double])]


def _shifts(judged: _Repairs) -> list[tuple[Repair, ...]]:
    """Return the rows of which one, a cell off, explains everything that is broken; none if too many would."""
    ways = [way for way in shifted_ways(judged.sums) if way.repaired == judged.sums.broken]
    return [judged.ranked(ways)] if 0 < len(ways) <= MOST_EXCHANGES else []


def _of_two_cells(judged: _Repairs, broken: frozenset[int], ways: Iterable[Way]) -> list[tuple[Repair, ...]]:
    within = [way for way in ways if way.repaired <= broken]
    return [judged.ranked(smallest(block, within)) for block in blocks(broken, within)]


def _exchanges(
    judged: _Repairs,
    by_block: Mapping[frozenset[int], Sequence[Way]],
    said: Mapping[frozenset[int], Sequence[Repair]],
    double: Sequence[Way],
) -> dict[frozenset[int], tuple[Repair, ...]]:
    """Return the ways that put two neighbours back and so repair two blocks at once: one slip, not two.

    Totals that were both added up wrongly explain themselves, unless two figures in each other's place explain both;
    blocks for which the texts or last year's report speak rather for two mistakes are left alone.
    """
    found: dict[frozenset[int], tuple[Repair, ...]] = {}
    totals = {block for block, repairs in said.items() if any(_is_total(repair) for repair in repairs)}
    for one, other in combinations(said, 2):
        if any((one | other) & done for done in found):
            continue
        both = [together(*pair) for pair in product(by_block[one], by_block[other]) if _are_opposite(*pair)]
        ways = [*both, *(way for way in double if way.repaired == one | other)]
        exchanges = judged.ranked(way for way in ways if is_exchange(_changes(judged.sums, way)))
        if {one, other} <= totals:
            exchanges = tuple(repair for repair in exchanges if repair.is_one_slip and not repair.changes[0].total)
        apart = said[one][0].evidence + said[other][0].evidence
        if 0 < len(exchanges) <= MOST_EXCHANGES and exchanges[0].evidence >= apart:
            found[one | other] = exchanges
    return found


def _is_total(repair: Repair) -> bool:
    return repair.likelihood is Likelihood.TOTAL


def _are_opposite(one: Way, other: Way) -> bool:
    """Return whether each way changes a single cell, one by as much up as the other down."""
    return len(one.deltas) == len(other.deltas) == 1 and one.deltas[0][1] == -other.deltas[0][1]


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
