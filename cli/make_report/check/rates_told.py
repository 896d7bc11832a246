"""N: rates in the texts against the two numbers before them, of which the second is named as the rate is."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from make_report.check.clauses import Clause, Quantity
from make_report.check.mention import Mention
from make_report.check.shares import agrees, is_percent, rounded
from make_report.check.spots import spots_with
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule import RateTold

_FARTHEST = Decimal("0.2")
"""How far, as part of the rate told, the right one may be from it: one farther off is that of another number."""
_ALL = 100
"""A rate of all is often that of what was due."""


class _Told(NamedTuple):
    """A rate and the numbers that give another one."""

    rate: Quantity
    part: Decimal
    whole: Decimal


def rates_told(rule: RateTold, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each rate that the numbers before it do not give."""
    for spot, told in spots_with(rule, form, filing, lambda mention: mention.once(rule, lambda: _wrong(rule, mention))):
        right = rounded(100 * told.part / told.whole, told.rate.decimals)
        yield spot.finding(rule, stated=told.rate.number, count=told.part, whole=told.whole, figure=right)


def _wrong(rule: RateTold, mention: Mention) -> _Told | None:
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
    return _Told(rate, part.number, whole.number) if wrong else None


def _counted(rule: RateTold, clause: Clause) -> Quantity | None:
    """Return the number of a clause with just one, exact, of the rule's units."""
    counted = [one for one in clause.quantities if one.unit(rule.units)]
    return counted[0] if len(counted) == 1 and counted[0].exact and counted[0].number > 0 else None
