"""What follows from last year's report alone: the figures with which this year's workbook begins."""

from collections.abc import Iterator
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


class _Following(Record):
    """A figure of this year's form, what last year's cells give to it, and these cells."""

    field: Field
    last: Decimal | None
    source: tuple[Field, ...]


def carried_from(form: Form, last_year: LastYear) -> Iterator[Carried]:
    """Yield what last year's report gives to the entry cells of a form, by the form's rules that follow it."""
    stocks = stocks_of(form)
    for one in _following(form, last_year):
        if one.last is not None:
            yield Carried(one.field, one.last, one.source, stocks.get(one.field.id))


def not_carried_from(form: Form, last_year: LastYear) -> Iterator[tuple[Field, tuple[Field, ...]]]:
    """Yield the entry cells to which last year's report should give something and does not, with its cells."""
    for one in _following(form, last_year):
        if one.last is None and one.source:
            yield one.field, one.source


def _following(form: Form, last_year: LastYear) -> Iterator[_Following]:
    for rule in form.rules:
        if isinstance(rule, FollowsLastYear):
            yield from _following_by(rule, form, last_year)


def _following_by(rule: FollowsLastYear, form: Form, last_year: LastYear) -> Iterator[_Following]:
    nothing = Filing(form.form_id, {})
    years = compared(form, nothing, last_year, across_forms=rule.across_forms)
    before = last_year.form.scopes(rule.section, rule.each)
    for scope, cells in form.scopes(rule.section, rule.each, rule.only).items() if years else ():
        this = cells.get(rule.this)
        if years and this and not this.computed:
            last = years.was_sum(rule.section, rule.each, scope, rule.last)
            yield _Following(this, last, before[scope].named(rule.last) if scope in before else ())
