"""The cell of a stock that still holds the formula of `make-report new --from`: calculated, as totals are."""

import re
from collections.abc import Callable, Iterable
from decimal import Decimal

from make_report.filing import State, Value
from make_report.form.field import Field
from make_report.form.following import Stock
from make_report.patterns import expression
from make_report.record import replace
from make_report.workbook.reading.cell import EMPTY_CELL
from make_report.workbook.reading.slot import Outcome, Slot

_LAST = r"=(-?[0-9]+(?:\.[0-9]+)?)"
"""What a stock's own formula begins with: last year's figure."""

OutcomeOf = Callable[[Field], Outcome]
"""What a cell of this year was read as."""


def last_in(formula: str, rest: str) -> Decimal | None:
    """Return last year's figure in a formula that goes on with `rest`, both as they can be compared; else None."""
    match = expression(_LAST + re.escape(rest)).fullmatch(formula)
    return Decimal(match[1]) if match else None


def calculated(slot: Slot, stock: Stock, last: Decimal, outcome_of: OutcomeOf) -> Slot | None:
    """Return the stock's cell with what its formula comes to, whatever a spreadsheet program made of it.

    Empty if there is no stock in a row that the form lets be blank, and this year's cells are left so. None if one of
    them is missing or cannot be read: that is said there, and until then the stock is not known.
    """
    added, taken = ([outcome_of(field).value for field in fields] for fields in (stock.plus, stock.minus))
    values = [*added, *taken]
    if not last and slot.field.optional and all(value.state is State.NOT_APPLICABLE for value in values):
        return replace(slot, cell=EMPTY_CELL)
    if any(value.number is None for value in values):
        return None
    figure = last + _sum(added) - _sum(taken)
    stored = int(figure) if figure == figure.to_integral_value() else float(figure)
    return replace(slot, cell=replace(slot.cell, value=stored, is_error=False))


def _sum(values: Iterable[Value]) -> Decimal:
    return sum((value.number for value in values if value.number is not None), Decimal(0))
