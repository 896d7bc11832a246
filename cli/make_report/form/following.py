"""The stocks of a form: figures that follow from last year's with what this year adds and takes away."""

from collections.abc import Iterator

from make_report.form.field import Field
from make_report.form.model import Form
from make_report.form.rule import FollowsLastYear
from make_report.record import Record


class Stock(Record):
    """An entry cell, what its rule adds to last year's figure, and what it takes away."""

    rule: FollowsLastYear
    field: Field
    plus: tuple[Field, ...]
    minus: tuple[Field, ...]


def stocks_of(form: Form) -> dict[str, Stock]:
    """Return the stocks by field id. Figures that last year's report gives as they are, and totals, are none."""
    return {
        stock.field.id: stock for rule in form.rules if isinstance(rule, FollowsLastYear) for stock in _of(rule, form)
    }


def _of(rule: FollowsLastYear, form: Form) -> Iterator[Stock]:
    if not (rule.plus or rule.minus):
        return
    for cells in form.scopes(rule.section, rule.each, rule.only).values():
        this = cells.get(rule.this)
        if this and not this.computed:
            yield Stock(rule, this, cells.named(rule.plus), cells.named(rule.minus))
