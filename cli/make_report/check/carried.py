"""What follows from last year's report alone: the figures with which this year's workbook begins."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from make_report.check.last_year import LastYear, compared
from make_report.filing import Filing
from make_report.form.field import Field
from make_report.form.following import Stock, stocks_of
from make_report.form.model import Form
from make_report.form.rule import FollowsLastYear
from make_report.record import Record


class Carried(Record):
    """A figure of this year's form that a rule derives from last year's cells."""

    field: Field
    last: Decimal
    """What last year's cells add up to."""
    source: tuple[Field, ...]
    """Last year's cells."""
    stock: Stock | None
    """What this year adds and takes away; None if last year's is already this year's figure."""


def carried_from(form: Form, last_year: LastYear) -> Iterator[Carried]:
    """Yield what last year's report gives to the entry cells of a form, by the form's rules that follow it."""
    stocks = stocks_of(form)
    for rule in form.rules:
        if isinstance(rule, FollowsLastYear):
            yield from _carried_by(rule, form, last_year, stocks)


def _carried_by(
    rule: FollowsLastYear, form: Form, last_year: LastYear, stocks: Mapping[str, Stock]
) -> Iterator[Carried]:
    nothing = Filing(form.form_id, {})
    years = compared(form, nothing, last_year, across_forms=rule.across_forms)
    before = last_year.form.scopes(rule.section, rule.each)
    for scope, cells in form.scopes(rule.section, rule.each, rule.only).items() if years else ():
        this = cells.get(rule.this)
        last = years.was_sum(rule.section, rule.each, scope, rule.last) if years else None
        if this and not this.computed and last is not None:
            yield Carried(this, last, before[scope].named(rule.last), stocks.get(this.id))
