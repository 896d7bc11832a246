"""Figures as they are printed: sign words, units, exact decimals, blanks (display rules of the form's number types)."""

from collections.abc import Mapping
from decimal import Decimal

from make_report.filing import Filing
from make_report.finding import show_number
from make_report.form.equation import evaluate
from make_report.form.field import Field, Kind
from make_report.form.model import Form


def figures_of(form: Form, filing: Filing) -> Mapping[str, Decimal]:
    """Return the figures to print, by field id: as typed, or calculated for a computed field with none typed.

    A field that is blank has no figure; nor has a computed one that may be blank and whose terms all are.
    """
    entered = {
        field.id: number
        for field in form.fields.values()
        if field.kind is Kind.NUMBER and (number := filing[field.id].number) is not None
    }
    calculated = evaluate(form.sums, entered)
    for equation in form.sums:
        total = equation.computes
        if total and total.optional and not any(term.id in entered for term in equation.left):
            calculated.pop(total.id, None)
    return calculated | entered


def printed_figure(field: Field, number: Decimal | None, unit: str) -> str:
    """Return a figure as printed: 增5, 125件, 491.726万元, 0; a blank as "". `unit` is the one chosen by staff."""
    if number is None:
        return ""
    if not number or field.type is None:
        return show_number(number)
    shown, signs = show_number(number), field.type.signs
    if signs:
        shown = (signs.negative if number < 0 else signs.positive) + show_number(abs(number))
    return shown + (unit or field.type.unit) if field.type.print_unit else shown
