"""N: what texts say of last year's figures: growth over them, that nothing changed, how many there were."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from make_report.check.clauses import Clause, Quantity
from make_report.check.last_year import LastYear
from make_report.check.mention import Mention
from make_report.check.mentioned import Sum, Sums, sums_of
from make_report.check.phrases import says
from make_report.check.shares import is_percent, rounded
from make_report.check.spots import spots
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule import Growth, StatedLastYear

_NEAR = 2
"""Characters that may stand before the words of growth in a clause of their own."""


class _Change(NamedTuple):
    """A growth as it is told: 1 for more or -1 for less, by how much, to how many decimals."""

    sign: int
    by: Decimal
    decimals: int

    @property
    def signed(self) -> Decimal:
        """Less than zero for a fall."""
        return self.sign * self.by


_Signs = tuple[tuple[int, tuple[str, ...]], ...]


def growth(rule: Growth, form: Form, filing: Filing, last_year: LastYear) -> Iterator[Finding]:
    """Yield a finding for each growth over last year that does not follow from last year's figures."""
    for spot in spots(rule, form, filing):
        change = _change(rule, spot.mention, filing["year"].year or 0)
        known = _known(rule, sums_of(form, filing), sums_of(last_year.form, last_year.filing)) if change else []
        if not change or not known or any(last and _fits(rule, change, this.figure, last) for this, last in known):
            continue
        this, last = known[0]
        more = this.figure - last
        right = more if rule.units else rounded(100 * more / last, change.decimals)
        yield spot.finding(
            rule,
            this.cells,
            stated=change.signed,
            figure=right,
            told=_told(rule, change.signed),
            right=_told(rule, right),
            cells=this.shown_cells(form.language),
        )


def _known(rule: Growth, now: Sums, then: Sums) -> list[tuple[Sum, Decimal]]:
    """Return each sum and last year's; none if one of them is not known, or the first was nothing last year."""
    pairs = [(now[terms], then[terms]) for terms in rule.of]
    known = [(this, last.figure) for this, last in pairs if this and last]
    return known if len(known) == len(pairs) and known[0][1] else []


def _told(rule: Growth, change: Decimal) -> str:
    """Return how a growth is said: 下降50%, 增加7件, 持平."""
    rise, fall, level = rule.shown
    unit = rule.units[0] if rule.units else "%"
    number = abs(change)
    plain = number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()
    return f"{rise if change > 0 else fall}{plain:f}{unit}" if change else level


def _change(rule: Growth, mention: Mention, year: int) -> _Change | None:
    """Return the growth: in the clause itself, at the head of the next one, after a growth in units, or right before.

    Only one that begins its sentence is told before the number.
    """
    first: _Signs = ((1, rule.rises), (-1, rule.falls))
    clause, follows = mention.clause, mention.follows
    places = [(clause, len(clause.text), first), *((other, _NEAR, first) for other in follows[:1])]
    near = [says(phrases, other.text, year) for other in follows[:1] for _, phrases in first]
    if any(said and said.start <= _NEAR for said in near):
        places += [(other, _NEAR, ((1, rule.also_rises), (-1, rule.also_falls))) for other in follows[1:2]]
    places += [(other, _NEAR, first) for other in _opening(mention)]
    found = (_change_in(rule, place, year) for place in places)
    return next((change for change in found if change), None)


def _change_in(rule: Growth, place: tuple[Clause, int, _Signs], year: int) -> _Change | None:
    """Return the growth in a clause if its phrase begins no later than a place in it."""
    clause, latest, signs = place
    level = says(rule.levels, clause.text, year)
    if level and level.start <= latest:
        return _Change(1, Decimal(0), 0)
    growths = [quantity for quantity in clause.quantities if _is_growth(rule, quantity) and quantity.exact]
    for sign, phrases in signs:
        said = says(phrases, clause.text, year)
        if said and said.start <= latest and len(growths) == 1 and growths[0].start >= said.end:
            return _Change(sign, growths[0].number, growths[0].decimals)
    return None


def _opening(mention: Mention) -> tuple[Clause, ...]:
    """Return the clause before if it begins the sentence."""
    return tuple(one for one in mention.precedes[-1:] if not one.before)


def _is_growth(rule: Growth, quantity: Quantity) -> bool:
    return bool(quantity.unit(rule.units)) if rule.units else is_percent(quantity)


def _fits(rule: Growth, change: _Change, this: Decimal, last: Decimal) -> bool:
    if rule.units or not change.by:
        return change.signed == this - last
    percent = Decimal(1).scaleb(-change.decimals)
    return abs(change.signed - 100 * (this - last) / last) < percent


def stated_last_year(rule: StatedLastYear, form: Form, filing: Filing, last_year: LastYear) -> Iterator[Finding]:
    """Yield a finding for each number that is told right behind this year's as last year's, and is not."""
    year = filing["year"].year or 0
    for spot in spots(rule, form, filing):
        number = _of_last_year(rule, spot.mention, year)
        sums = [sums_of(last_year.form, last_year.filing)[terms] for terms in rule.of]
        known = [one.figure for one in sums if one]
        if number is not None and len(known) == len(sums) and number not in known:
            yield spot.finding(rule, stated=number, figure=known[0], name=rule.name)


def _of_last_year(rule: StatedLastYear, mention: Mention, year: int) -> Decimal | None:
    """Return the number right behind a phrase with which the next clause begins, such as 上年."""
    for clause in mention.follows[:1]:
        said = says(rule.then, clause.text, year)
        quantities = clause.quantities
        if said and not said.start and len(quantities) == 1 and quantities[0].start == said.end:
            return quantities[0].number if quantities[0].unit(rule.units) and quantities[0].exact else None
    return None
