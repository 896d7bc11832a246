"""N: growth told in numbers and in per cent, the one against the other; no table has such figures."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from make_report.check.clauses import Quantity
from make_report.check.mention import Mention
from make_report.check.phrases import says
from make_report.check.shares import agrees, is_percent, rounded
from make_report.check.spots import spots_with
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule import Grown

_NEAR = 2
"""Characters that may stand before the words of growth in their clause: more of them are what has grown."""
_FARTHEST = Decimal("0.2")
"""How far, as part of the percentage told, the right one may be from it: one farther off is that of another number."""


class _Told(NamedTuple):
    """A number, by how much it is more or less than the one it has grown from, and this in per cent."""

    shown: Decimal
    """The number that is told: it, or the one that it has grown from."""
    base: Decimal
    more: Decimal
    percent: Quantity
    certain: bool
    """The number that it has grown from is told, and the percentage is of it: 较上年的265条增加47条，增长17.7%."""


def grown(rule: Grown, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each percentage of growth that the numbers beside it do not give."""
    year = filing["year"].year or 0
    for spot, told in spots_with(rule, form, filing, lambda mention: _wrong(rule, mention, year)):
        right = rounded(_percent(told), told.percent.decimals)
        yield spot.finding(rule, now=told.shown, stated=told.percent.number, figure=abs(right))


def _wrong(rule: Grown, mention: Mention, year: int) -> _Told | None:
    """Return what is told of growth at a place if the numbers give another percentage, near the one that is told."""
    told = _told(rule, mention, year)
    if told is None or told.base <= 0 or agrees(told.percent, abs(_percent(told))):
        return None
    off = abs(abs(_percent(told)) - told.percent.number)
    return told if told.certain or off <= _FARTHEST * told.percent.number else None


def _percent(told: _Told) -> Decimal:
    return 100 * told.more / told.base


def _told(rule: Grown, mention: Mention, year: int) -> _Told | None:
    """Return the numbers of a growth: the one before it, the growth, and the percentage at the end of its list."""
    sign = -1 if says(rule.falls, mention.clause.text[mention.start : mention.end], year) else 1
    behind = [quantity for quantity in mention.clause.quantities if quantity.start >= mention.end]
    growth = behind[0] if behind and mention.start <= _NEAR else None
    unit = growth.unit(rule.units) if growth else None
    inside = [one for one in mention.clause.quantities if mention.start <= one.start < mention.end]
    base = next((one for one in inside if unit and one.unit(rule.units) == unit), None)
    told = base or _last_of(rule, mention, unit)
    percents = [quantity for clause in mention.follows[:1] for quantity in clause.quantities if is_percent(quantity)]
    grows = says(rule.percents, mention.follows[0].text, year) if mention.follows else None
    if not growth or not told or len(percents) != 1 or not grows or not (growth.exact and told.exact):
        return None
    more = sign * growth.number
    known = (base.number, grows.start <= _NEAR) if base else (told.number - more, False)
    return _Told(told.number, known[0], more, percents[0], known[1]) if percents[0].exact else None


def _last_of(rule: Grown, mention: Mention, unit: str | None) -> Quantity | None:
    """Return the last number of the unit in the clause before the growth."""
    if not unit:
        return None
    # What stands in brackets says more of the number before them.
    beside = [clause for clause in mention.precedes if clause.depth <= mention.clause.depth]
    before = (quantity for clause in beside[-1:] for quantity in clause.quantities)
    counted = [quantity for quantity in before if quantity.unit(rule.units) == unit]
    return counted[0] if len(counted) == 1 else None
