"""N: the numbers of a list in the texts against the number they are part of."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate, chain, combinations, pairwise

from make_report.check.clauses import Clause, Quantity, quantities_in
from make_report.check.phrases import says
from make_report.check.spots import Spot, openings, spots
from make_report.check.text import folded, quoted
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule import Parts
from make_report.record import Record

_SHORT_BY, _OVER_BY, _COMPLETE_WITHIN = Decimal("0.03"), Decimal("0.10"), Decimal("0.20")
"""How far a list without a rest may be from the whole and still mean to be complete; one that says so, how far."""
_FEWEST = 2
_EARLIER = 4
"""How many numbers before a list may together be its whole."""
_NEAR = 6
"""Characters between the whole and the sign that opens its list."""


class _List(Record):
    """A list, the number it is part of, and whether it says of itself that nothing is missing."""

    spot: Spot
    whole: Decimal
    sums: frozenset[Decimal]
    """What it may add up to: the whole, or several of the numbers before it together."""
    members: tuple[tuple[Decimal, Clause], ...]
    all_numbers: tuple[Decimal, ...]
    """The members and what follows them."""
    complete: bool
    elsewhere: bool
    """The whole stands in the sentence before."""


def added_up(rule: Parts, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each complete list whose numbers do not add up to the whole before it."""
    year = filing["year"].year or 0
    signs = tuple(folded(sign) for sign in rule.complete if len(sign) == 1)
    seen: set[tuple[object, ...]] = set()
    for spot in chain(spots(rule, form, filing), openings(rule, (*signs, ",", "，"), form, filing)):
        found = _list(rule, spot, year, signs)
        key = (spot.passage.place, spot.clause.sentence, found and found.members[-1][1].before)
        if found is None or key in seen:
            continue
        seen.add(key)
        sums = found.sums
        if sums.isdisjoint(list(accumulate(found.all_numbers))[1:]) and _means_to_be_complete(rule, found, year):
            total = sum((number for number, _ in found.members), Decimal(0))
            yield spot.finding(rule, clause=quoted(found.members[0][1].shown), whole=found.whole, sum=total)


def _list(rule: Parts, spot: Spot, year: int, signs: tuple[str, ...]) -> _List | None:
    """Return the list that begins at a place if there is a whole before it and a number in each member."""
    announced = spot.end > 0
    elsewhere = False
    earlier = _counted(rule, spot.clause.before + spot.clause.text[: spot.start])
    if not earlier and announced:
        earlier, elsewhere = _counted(rule, spot.clause.lead), True
    if not earlier:
        return None
    last, unit = earlier[-1]
    if not last.exact or (not announced and not _opens(spot, last, unit)):
        return None
    members, others = _members(rule, spot, unit, year)
    plain = not announced and not spot.clause.before.endswith(signs)
    if len(members) < _FEWEST + plain:
        return None
    wholes = [quantity.number for quantity, other in earlier if other == unit and quantity.exact][-_EARLIER:]
    sums = frozenset(sum(some, Decimal(0)) for size in range(1, len(wholes) + 1) for some in combinations(wholes, size))
    word = spot.clause.text[spot.start : spot.end]
    complete = bool(says(rule.complete, word, year)) if announced else not plain
    numbers = tuple(number for number, _ in members)
    return _List(spot, last.number, sums, tuple(members), (*numbers, *others), complete, elsewhere)


def _opens(spot: Spot, whole: Quantity, unit: str) -> bool:
    """Return whether the whole stands right before the sign with which an unannounced list begins."""
    between = len(spot.clause.before) - 1 - whole.end - len(unit)
    joined = spot.clause.before.endswith(("(", ":")) or _is_enumerated(spot)
    return 0 <= between <= _NEAR and joined


def _is_enumerated(spot: Spot) -> bool:
    """Return whether the clause is joined to the next one by the enumeration comma."""
    clause = spot.clause
    return bool(spot.follows) and clause.sentence.startswith("、", len(clause.before) + len(clause.text))


def _means_to_be_complete(rule: Parts, found: _List, year: int) -> bool:
    numbers = [number for number, _ in found.members]
    total, whole = sum(numbers, Decimal(0)), found.whole
    if found.elsewhere:
        return len(numbers) > _FEWEST and abs(total - whole) <= max(Decimal(1), _SHORT_BY * whole)
    if found.complete:
        return abs(total - whole) <= max(Decimal(1), _COMPLETE_WITHIN * whole)
    if any(says(rule.rest, clause.text, year) for _, clause in found.members):
        return whole <= 2 * total and total <= 2 * whole
    if total > whole:
        return total - whole <= max(Decimal(1), _OVER_BY * whole) or max(numbers) > max(found.sums)
    return len(numbers) > _FEWEST and whole - total <= max(Decimal(1), _SHORT_BY * whole)


def _counted(rule: Parts, text: str) -> list[tuple[Quantity, str]]:
    """Return the quantities in a stretch of text that have one of the rule's units, with their units."""
    units = ((quantity, quantity.unit(rule.units)) for quantity in quantities_in(text))
    return [(quantity, unit) for quantity, unit in units if unit]


def _joined(rule: Parts, clause: Clause, counted: list[Quantity], unit: str) -> bool:
    """Return whether the last members of a list stand in one clause, joined by a word such as 以及."""
    between = [clause.text[one.end + len(unit) : other.start] for one, other in pairwise(counted)]
    return all(text.startswith(rule.joins) for text in between)


def _members(rule: Parts, spot: Spot, unit: str, year: int) -> tuple[list[tuple[Decimal, Clause]], list[Decimal]]:
    """Return the numbers of the list with their clauses, and those that follow in the sentence.

    There are none if one is not exact or has another unit, or a clause holds several that nothing joins.
    Words that end a list do not end it before its rest.
    """
    candidates: list[tuple[Decimal, Clause, bool]] = []
    others: tuple[int, ...] = ()
    for clause in (spot.clause, *spot.follows):
        first = clause is spot.clause
        if clause.depth < spot.clause.depth or (not first and says(rule.says, clause.text, year)):
            break
        counted = [
            quantity
            for quantity in clause.quantities
            if quantity.unit(rule.units) == unit and (not first or quantity.start >= spot.end)
        ]
        ends = bool(says(rule.ends, clause.text[spot.end :] if first else clause.text, year))
        if clause.depth > spot.clause.depth or not counted:
            if ends and not first:
                candidates.append((Decimal(0), clause, True))
            elif clause.depth == spot.clause.depth and _counted(rule, clause.text[spot.end if first else 0 :]):
                others = (*others, len(candidates))
            continue
        if not all(quantity.exact for quantity in counted) or not _joined(rule, clause, counted, unit):
            return [], []
        candidates += [(quantity.number, clause, ends and not (first and spot.end)) for quantity in counted]
    rests = [place for place, (_, clause, _) in enumerate(candidates) if says(rule.rest, clause.text, year)]
    ends_at = next((place for place, (*_, ends) in enumerate(candidates) if ends), len(candidates))
    stop = max(ends_at, *(place + 1 for place in rests), 0)
    if any(place < stop for place in others):
        return [], []
    return [(number, clause) for number, clause, _ in candidates[:stop]], [number for number, *_ in candidates[stop:]]
