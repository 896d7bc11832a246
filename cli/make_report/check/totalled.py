"""N: a total told behind the numbers that it is the sum of."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate, takewhile

from make_report.check.clauses import Clause, Quantity
from make_report.check.mention import Mention
from make_report.check.spots import spots_with
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule import Totalled

_FEWEST = 2
_OFF_BY = Decimal("0.03")
"""How far the numbers before a total may be from it and still be what it is the sum of."""
_SOME_OFF_BY = Decimal("0.01")
"""The same where there are only two of them, or it is the sum of the last of them."""


def totalled(rule: Totalled, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each total that the numbers told right before it nearly add up to, and do not."""

    def wrong(mention: Mention) -> tuple[Decimal, Decimal] | None:
        total = mention.quantity(rule.units)
        numbers = _before(rule, mention, total.unit(rule.units)) if total else []
        return _of(numbers, total.number) if total and len(numbers) >= _FEWEST else None

    for spot, (whole, added) in spots_with(rule, form, filing, wrong):
        yield spot.finding(rule, whole=whole, sum=added)


def _of(numbers: list[Decimal], total: Decimal) -> tuple[Decimal, Decimal] | None:
    """Return the total and what the numbers add up to, all or the last of them; None if it is, or far from it."""
    sums = list(accumulate(numbers))
    if total in numbers or total in sums:
        return None
    everything = len(sums) > _FEWEST and abs(sums[-1] - total) <= max(Decimal(1), _OFF_BY * total)
    some = (added for added in sums[_FEWEST - 1 :] if abs(added - total) <= _SOME_OFF_BY * total)
    added = sums[-1] if everything else next(some, None)
    return (total, added) if added is not None else None


def _before(rule: Totalled, mention: Mention, unit: str | None) -> list[Decimal]:
    """Return the numbers of one unit in the clauses right before the total, the nearest first; none if one is vague."""
    if mention.start and mention.clause.before.endswith(";"):
        # What is counted is named, and the part before is closed: 复议2件，其中…1件；诉讼共3件.
        return []
    clause = mention.clause
    listed = list(takewhile(lambda other: _counted(rule, other, unit), reversed(mention.precedes)))
    # A semicolon ends a list, unless semicolons part all of it.
    parted = [other.before.endswith(";") for other in (clause, *listed[:-1])]
    if any(parted) and not all(parted):
        listed = listed[: parted.index(True)]
    numbers = [one for other in listed for one in reversed(_counted(rule, other, unit))]
    return [one.number for one in numbers] if all(one.exact for one in numbers) else []


def _counted(rule: Totalled, clause: Clause, unit: str | None) -> list[Quantity]:
    return [quantity for quantity in clause.quantities if quantity.unit(rule.units) == unit]
