"""N: the numbers of a list in the texts against the number they are part of."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, chain, combinations, takewhile

from make_report.check.clauses import Quantity
from make_report.check.members import Candidate, counted_in, goes_on, is_rest, members_of
from make_report.check.mention import Mention
from make_report.check.phrases import says
from make_report.check.spots import openings_with, spots_with
from make_report.check.text import folded, quoted
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule import Parts
from make_report.record import Record, replace

_SHORT_BY, _OVER_BY = Decimal("0.03"), Decimal("0.10")
"""How far a list without a rest may be from the whole and still mean to be complete."""
_COMPLETE_WITHIN, _ANNOUNCED_WITHIN = Decimal("0.35"), Decimal("0.20")
"""How far one may be that says so, by a word or a bracket; and one by a colon behind another word, as in 其中：."""
_TWO_SHORT_BY = Decimal("0.01")
"""How far one of two members may be short of it: two that come so near are hardly two of many."""
_SWAPPED_FROM = 100
"""The smallest whole from which on it is no accident that swapped digits would make a list add up."""
_FEWEST = 2
_EARLIER = 4
"""How many numbers before a list may together be its whole."""
_NEAR = 6
"""Characters between the whole and the sign that opens its list."""


class _List(Record):
    """A list, the number it is part of, and whether it says of itself that nothing is missing."""

    mention: Mention
    whole: Decimal
    sums: frozenset[Decimal]
    """What it may add up to: the whole, or several of the numbers before it together."""
    members: tuple[Candidate, ...]
    following: tuple[Candidate, ...]
    """What follows the members and might belong to them."""
    complete: bool
    announced: bool
    """Whether a phrase or a sign says that a list begins."""
    within: Decimal
    """How far from the whole, as part of it, one that says so may be and still mean to be complete."""
    left_open: bool
    """Whether it says of itself that there are more: 等."""
    elsewhere: bool
    """The whole stands in the sentence before."""


def added_up(rule: Parts, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each complete list whose numbers do not add up to the whole before it."""
    year = filing["year"].year or 0
    signs = tuple(folded(sign) for sign in rule.complete if len(sign) == 1)
    seen: set[tuple[object, ...]] = set()

    def begins(mention: Mention) -> _List | None:
        return mention.once(rule, lambda: _list(rule, mention, year, signs))

    openings = openings_with(rule, (*signs, ",", "，"), form, filing, begins)
    for spot, found in chain(spots_with(rule, form, filing, begins), openings):
        key = (spot.passage.place, spot.clause.sentence, found.members[-1].clause.before)
        if key in seen:
            continue
        seen.add(key)
        if _adds_up(found) or _is_divided(*found.members):
            continue
        readings = tuple(_readings(rule, found, year))
        complete = [one for one in readings if _means_to_be_complete(rule, one, year)]
        if complete and not any(_total(one) in one.sums for one in readings):
            meant = min(complete, key=lambda one: abs(_total(one) - one.whole))
            yield spot.finding(rule, clause=quoted(meant.members[0].clause.shown), whole=meant.whole, sum=_total(meant))


def _total(found: _List) -> Decimal:
    return sum((one.number for one in found.members), Decimal(0))


def _readings(rule: Parts, found: _List, year: int) -> Iterator[_List]:
    """Yield the whole list, and as far as its rest and the first semicolon: what follows may not belong to it.

    Semicolons that part all members end no list, a bracket holds the whole one.
    """
    members = found.members
    parted = [place for place, one in enumerate(members) if one.clause.before.endswith(";")]
    first = next((place for place in parted if place), 0)
    rests = [place + 1 for place, one in enumerate(members) if is_rest(rule, one.clause, year)]
    stops = {first, rests[-1] if rests and not goes_on(members[rests[-1] - 1].clause) else 0}
    yield replace(found, announced=False) if first >= _FEWEST else found
    if not found.mention.clause.depth:
        yield from (replace(found, members=members[:stop]) for stop in sorted(stops) if stop >= _FEWEST)


def _adds_up(found: _List) -> bool:
    """Return whether the members, fewer or more of them, or only those of the whole's unit, are one of the sums."""
    everything = (*found.members, *found.following)
    of_one_unit = tuple(one for one in everything if one.same_unit)
    if found.mention.clause.depth:
        # A bracket holds the whole list.
        some = (found.members, everything, of_one_unit, [one for one in found.members if one.same_unit])
        return not found.sums.isdisjoint(sum((one.number for one in those), Decimal(0)) for those in some)
    sums = chain(_sums_of_some(everything), _sums_of_some(of_one_unit), list(accumulate(_heads(everything)))[1:])
    return not found.sums.isdisjoint(sums)


def _sums_of_some(candidates: Sequence[Candidate]) -> Iterator[Decimal]:
    """Yield what the first of them add up to, two or more: a list does not end where the enumeration comma follows."""
    totals = list(accumulate(one.number for one in candidates))
    for place, (one, total) in enumerate(zip(candidates, totals, strict=True)):
        last = place + 1 == len(candidates)
        if place and (last or candidates[place + 1].clause is one.clause or not goes_on(one.clause)):
            yield total


def _heads(members: Iterable[Candidate]) -> list[Decimal]:
    """Return the first number of each part between semicolons, as far as the others in each are a list of their own."""
    parts: list[list[Decimal]] = []
    for one in members:
        if not parts or one.clause.before.endswith(";"):
            parts.append([])
        parts[-1].append(one.number)
    whole = takewhile(lambda part: len(part) == 1 or sum(part[1:]) == part[0], parts)
    return [part[0] for part in whole]


def _is_divided(first: Candidate, second: Candidate | None = None, *others: Candidate) -> bool:
    """Return whether the others are a list of the first member, as in 其中甲6件：3件、2件、1件."""
    if second is None:
        return False
    opened = second.clause.before.endswith(":") or (
        second.clause.before.endswith((",", "，")) and all(one.clause.before.endswith("、") for one in others)
    )
    return opened and bool(others) and sum(one.number for one in (second, *others)) == first.number


def _list(rule: Parts, mention: Mention, year: int, signs: tuple[str, ...]) -> _List | None:
    """Return the list that begins at a place if there is a whole before it and a number in each member."""
    announced = mention.end > 0
    if not announced and not _is_joined(mention):
        return None
    elsewhere = False
    earlier = counted_in(rule, mention.clause.before + mention.clause.text[: mention.start])
    if not earlier and announced:
        earlier, elsewhere = counted_in(rule, mention.clause.lead), True
    if not earlier:
        return None
    last, unit = earlier[-1]
    if not last.exact or (not announced and not _opens(mention, last, unit)):
        return None
    members, others = members_of(rule, mention, unit, year)
    while members and not members[-1].same_unit:
        others = [members.pop(), *others]
    plain = not announced and not mention.clause.before.endswith(signs)
    wholes = [quantity.number for quantity, other in earlier if other == unit and quantity.exact][-_EARLIER:]
    sums = frozenset(sum(some, Decimal(0)) for size in range(1, len(wholes) + 1) for some in combinations(wholes, size))
    if len(members) < _FEWEST + plain and not (announced and not elsewhere and _is_too_large(members, sums)):
        return None
    word = mention.clause.text[mention.start : mention.end]
    in_words = bool(says(rule.complete, word, year)) and not _names_members(rule, mention)
    complete = in_words or _is_before(mention, signs) if announced else not plain
    within = _COMPLETE_WITHIN if in_words or not announced else _ANNOUNCED_WITHIN
    begins_open = says(rule.more, members[0].clause.text[mention.end :], year)
    left_open = bool(says(rule.more, members[-1].clause.text, year) or (begins_open and not begins_open.start))
    found = (complete and not left_open, not plain, within, left_open, elsewhere)
    following = tuple(one for one in others if one.same_unit)
    return _List(mention, last.number, sums, tuple(members), following, *found)


def _is_too_large(members: Sequence[Candidate], sums: frozenset[Decimal]) -> bool:
    """Return whether a single member is more than all that it may be part of."""
    return len(members) == 1 and members[0].number > max(sums, default=members[0].number)


def _names_members(rule: Parts, mention: Mention) -> bool:
    """Return whether the members are named before the phrase, as in 公文、动态分别为50条、20条: there may be others."""
    return any(word in mention.clause.text[: mention.start] for word in ("、", *rule.joins))


def _opens(mention: Mention, whole: Quantity, unit: str) -> bool:
    """Return whether the whole stands right before the sign with which an unannounced list begins."""
    return 0 <= len(mention.clause.before) - 1 - whole.end - len(unit) <= _NEAR


def _is_joined(mention: Mention) -> bool:
    """Return whether a sign stands before the clause that opens a list, or one behind it that goes on with one."""
    return mention.clause.before.endswith(("(", ":")) or _is_enumerated(mention)


def _is_before(mention: Mention, signs: tuple[str, ...]) -> bool:
    """Return whether one of the signs follows the phrase, as in 其中：."""
    clause = mention.clause
    return mention.end == len(clause.text) and clause.sentence.startswith(signs, len(clause.before) + len(clause.text))


def _is_enumerated(mention: Mention) -> bool:
    """Return whether the clause is joined to the next one by the enumeration comma."""
    return goes_on(mention.clause) and bool(mention.follows)


def _has_swapped_digits(numbers: Sequence[Decimal], whole: Decimal) -> bool:
    """Return whether the numbers are the whole if two neighbouring digits of one of them change places."""
    off = whole - sum(numbers)
    if whole < _SWAPPED_FROM or off % 9:
        return False
    wanted = {str(number + off) for number in numbers}
    return any(
        f"{digits[:place]}{digits[place + 1]}{digits[place]}{digits[place + 2 :]}" in wanted
        for digits in map(str, numbers)
        for place in range(len(digits) - 1)
    )


def _means_to_be_complete(rule: Parts, found: _List, year: int) -> bool:
    numbers = [one.number for one in found.members]
    total, whole = _total(found), found.whole
    has_rest = any(says(rule.rest, one.clause.text, year) for one in found.members)
    near, off = max(Decimal(1), _SHORT_BY * whole), abs(total - whole)
    if not all(one.same_unit for one in found.members):
        return (found.complete or has_rest) and off <= near
    if found.elsewhere or (not found.complete and not has_rest and total < whole):
        within = near if len(numbers) > _FEWEST else _TWO_SHORT_BY * whole
        return (off <= within or _has_swapped_digits(numbers, whole)) and not (found.left_open and total < whole)
    if found.complete:
        return off <= max(Decimal(1), found.within * whole)
    if has_rest:
        return whole <= 2 * total and total <= 2 * whole
    overlap = any(says(rule.overlapping, one.clause.text, year) for one in found.members)
    more = whole < total <= 2 * whole and not overlap
    too_large = found.announced and (more or max(numbers) > max(found.sums))
    return too_large or off <= max(Decimal(1), _OVER_BY * whole)
