"""N: percentages in the texts that are shares of numbers told there: as those beside them are, or of the two before."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, takewhile
from typing import NamedTuple

from make_report.check.clauses import Clause, Quantity, quantities_in
from make_report.check.mention import Mention
from make_report.check.phrases import says
from make_report.check.shares import agrees, gives_percents, is_percent, rounded
from make_report.check.spots import spots_with
from make_report.check.text import quoted
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule import RateTold, ShareTold

_FEWEST_BESIDE = 2
"""So many other shares of a number say that it is the whole; one does if all of them add up to it."""
_FARTHEST = Decimal("0.2")
"""How far, as part of the rate told, the right one may be from it: one farther off is that of another number."""
_ALL = 100
"""A rate of all is often that of what was due."""


class _Pair(NamedTuple):
    """A number, or two together, and the percentage behind."""

    clause: Clause
    """Of the number."""
    number: Decimal
    percent: Quantity
    single: bool = True

    def is_share_of(self, whole: Decimal) -> bool:
        return whole > 0 and agrees(self.percent, 100 * self.number / whole)


def shares_told(rule: ShareTold, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each percentage that is no share of the number which those beside it are shares of."""
    year = filing["year"].year or 0

    def wrong(mention: Mention) -> tuple[_Pair, Decimal] | None:
        found = mention.once(rule, lambda: tuple(_wrong(rule, mention, year)))
        return found[0] if found else None

    for spot, (pair, whole) in spots_with(rule, form, filing, wrong):
        figure = rounded(100 * pair.number / whole, pair.percent.decimals)
        clause, stated = quoted(pair.clause.shown.lstrip("、")), pair.percent.number
        yield spot.finding(rule, clause=clause, stated=stated, count=pair.number, whole=whole, figure=figure)


def _wrong(rule: ShareTold, mention: Mention, year: int) -> Iterator[tuple[_Pair, Decimal]]:
    own = _pairs(rule, mention, year)
    if not own:
        return
    first = mention.number - len(mention.precedes)
    sentence = range(first, mention.number + 1 + len(mention.follows))
    said = ((place, says(rule.says, mention.clauses[place].text, year)) for place in sentence)
    mentions = (Mention(mention.clauses, place, *phrase) for place, phrase in said if phrase)
    pairs = [pair for other in mentions for pair in _pairs(rule, other, year)]
    wholes = _numbers(rule, f"{pairs[0].clause.lead}{pairs[0].clause.before}")
    for pair in own:
        before = _numbers(None, f"{pair.clause.lead}{pair.clause.before}{pair.clause.text}")
        if says(rule.known, pair.clause.text, year) or any(pair.is_share_of(number) for number in before):
            continue
        yield from ((pair, whole) for whole in wholes if _is_whole(whole, pair, pairs))


def _is_whole(whole: Decimal, pair: _Pair, pairs: list[_Pair]) -> bool:
    """Return whether a number is what the pairs beside one are shares of."""
    beside = sum(other.is_share_of(whole) for other in pairs if other.clause is not pair.clause)
    together = sum(other.number for other in pairs if other.single)
    return beside >= _FEWEST_BESIDE or (beside > 0 and together == whole)


def _pairs(rule: ShareTold, mention: Mention, year: int) -> list[_Pair]:
    """Return the numbers and percentages that belong together by what is said at a place."""
    clause, text = mention.clause, mention.clause.text
    percents = [one for one in clause.quantities if one.start >= mention.end and is_percent(one)]
    if text[mention.start : mention.end] in rule.each:
        percents += [one for other in takewhile(gives_percents, mention.follows) for one in other.quantities]
        return _in_order(rule, mention.precedes[-len(percents) :], percents)
    if len(percents) != 1 or text[mention.end : percents[0].start] not in ("", *rule.of_all):
        return []
    if says(rule.of_two, text[: mention.start], year):
        two = _in_order(rule, mention.precedes[-2:], percents * 2)
        count = sum((one.number for one in two), Decimal(0))
        return [_Pair(clause, count, percents[0], single=False)] if len(two) > 1 else []
    if says(rule.together, text[: mention.start], year):
        return []
    here = [one for one in clause.quantities if one.end <= mention.start and one.unit(rule.units)]
    return _in_order(rule, (clause,) if here else mention.precedes[-1:], percents)


def _in_order(rule: ShareTold, clauses: tuple[Clause, ...], percents: list[Quantity]) -> list[_Pair]:
    """Return the number of each clause with the percentage in its place; none if one has not just one, or is vague."""
    counted = [[one for one in clause.quantities if one.unit(rule.units)] for clause in clauses]
    exact = all(one.exact for one in (*chain(*counted), *percents))
    if not exact or len(counted) != len(percents) or any(len(numbers) != 1 for numbers in counted):
        return []
    rows = zip(clauses, counted, percents, strict=True)
    return [_Pair(clause, numbers[0].number, percent) for clause, numbers, percent in rows]


def _numbers(rule: ShareTold | None, text: str) -> list[Decimal]:
    """Return the numbers of a text, only those of the rule's units if there is one."""
    return [one.number for one in quantities_in(text) if one.number > 0 and (rule is None or one.unit(rule.units))]


class _Rate(NamedTuple):
    """A rate and the numbers that give another one."""

    rate: Quantity
    part: Decimal
    whole: Decimal


def rates_told(rule: RateTold, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each rate that the numbers before it do not give."""
    for spot, told in spots_with(
        rule, form, filing, lambda mention: mention.once(rule, lambda: _wrong_rate(rule, mention))
    ):
        right = rounded(100 * told.part / told.whole, told.rate.decimals)
        yield spot.finding(rule, stated=told.rate.number, count=told.part, whole=told.whole, figure=right)


def _wrong_rate(rule: RateTold, mention: Mention) -> _Rate | None:
    """Return what is told of a rate if the numbers give another one, near the one that is told."""
    name = mention.clause.text[: mention.start]
    rates = [one for one in mention.clause.quantities if one.start >= mention.end and is_percent(one) and one.exact]
    if not name or len(rates) != 1 or len(mention.precedes) < len(("whole", "part")):
        return None
    before, beside = mention.precedes[-2:]
    part = _counted(rule, beside) if name in beside.text else None
    whole = _counted(rule, before)
    if not part or not whole or part.unit(rule.units) != whole.unit(rule.units) or part.number > whole.number:
        return None
    right = 100 * part.number / whole.number
    rate = rates[0]
    near = abs(right - rate.number) <= _FARTHEST * rate.number
    wrong = near and rate.number != _ALL and not agrees(rate, right)
    return _Rate(rate, part.number, whole.number) if wrong else None


def _counted(rule: RateTold, clause: Clause) -> Quantity | None:
    """Return the number of a clause with just one, exact, of the rule's units."""
    counted = [one for one in clause.quantities if one.unit(rule.units)]
    return counted[0] if len(counted) == 1 and counted[0].exact and counted[0].number > 0 else None
