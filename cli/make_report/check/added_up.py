"""N: the numbers of a list in the texts against the number they are part of."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate, combinations

from make_report.check.clauses import Clause, quantities_in
from make_report.check.phrases import says
from make_report.check.spots import Spot, spots
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule import Parts

_SHORT_BY, _OVER_BY = Decimal("0.03"), Decimal("0.10")
"""How far a list without a rest may be from the whole and still mean to be complete."""
_FEWEST = 2
_EARLIER = 4
"""How many numbers before a list may together be its whole."""


def added_up(rule: Parts, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each complete list whose numbers do not add up to the whole before it."""
    year = filing["year"].year or 0
    for spot in spots(rule, form, filing):
        earlier = _quantities_before(rule, spot)
        if not earlier:
            continue
        whole, unit = earlier[-1]
        members = _members(rule, spot, unit, year)
        wholes = [number for number, other in earlier if other == unit and number is not None][-_EARLIER:]
        if members is None or whole is None or len(members) < _FEWEST:
            continue
        numbers = [number for number, _ in members]
        sums = {sum(some, Decimal(0)) for size in range(1, len(wholes) + 1) for some in combinations(wholes, size)}
        if not sums.isdisjoint(list(accumulate(numbers))[1:]):
            continue
        has_rest = any(says(rule.rest, clause.text, year) for _, clause in members)
        if _means_to_be_complete(sum(numbers, Decimal(0)), whole, len(numbers), has_rest=has_rest):
            yield spot.finding(rule, whole=whole, sum=sum(numbers, Decimal(0)))


def _means_to_be_complete(total: Decimal, whole: Decimal, members: int, *, has_rest: bool) -> bool:
    if has_rest:
        return whole <= 2 * total and total <= 2 * whole
    if total > whole:
        return total - whole <= max(Decimal(1), _OVER_BY * whole)
    return members > _FEWEST and whole - total <= max(Decimal(1), _SHORT_BY * whole)


def _quantities_before(rule: Parts, spot: Spot) -> list[tuple[Decimal | None, str]]:
    """Return the numbers in the sentence before the list with their units; None stands for one that is not exact."""
    before = quantities_in(spot.clause.before + spot.clause.text[: spot.start])
    units = ((quantity, quantity.unit(rule.units)) for quantity in before)
    return [(quantity.number if quantity.exact else None, unit) for quantity, unit in units if unit]


def _members(rule: Parts, spot: Spot, unit: str, year: int) -> list[tuple[Decimal, Clause]] | None:
    """Return the numbers of the list with their clauses, None if one is not exact or a clause holds several."""
    members: list[tuple[Decimal, Clause]] = []
    for clause in (spot.clause, *spot.follows):
        first = clause is spot.clause
        if clause.depth < spot.clause.depth or (not first and says((*rule.says, *rule.ends), clause.text, year)):
            break
        counted = [
            quantity
            for quantity in clause.quantities
            if quantity.unit(rule.units) == unit and (not first or quantity.start >= spot.end)
        ]
        if clause.depth > spot.clause.depth or not counted:
            continue
        if len(counted) > 1 or not counted[0].exact:
            return None
        members.append((counted[0].number, clause))
    return members
