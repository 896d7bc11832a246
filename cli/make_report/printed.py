"""Figures and dates as the report prints them, in its tables and where its texts quote them."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from make_report.filing import Filing
from make_report.finding import show_number
from make_report.form.equation import evaluate
from make_report.form.field import Field
from make_report.form.model import Form
from make_report.remembered import remembered


@remembered
def typed_figures(form: Form, filing: Filing) -> dict[str, Decimal]:
    """Return the figures that staff typed, totals over their formula included, by field id."""
    return {field.id: number for field in form.figures if (number := filing[field.id].number) is not None}


def figures_of(form: Form, filing: Filing) -> Mapping[str, Decimal]:
    """Return the figures to print, by field id: as typed, or calculated for a computed field with none typed.

    A field that is blank has no figure; nor has a computed one that may be blank and whose terms all are.
    """
    entered = typed_figures(form, filing)
    calculated = evaluate(form.entries_behind, entered)
    for equation in form.sums:
        total = equation.computes
        if total and total.optional and not any(term.id in entered for term in equation.left):
            calculated.pop(total.id, None)
    return calculated | entered


def signed_figure(field: Field, number: Decimal) -> str:
    """Return a figure without its unit, but with the words of its type for plus and minus: 增5, 491.726, 0."""
    signs = field.type.signs if field.type else None
    if not number or not signs:
        return show_number(number)
    return (signs.negative if number < 0 else signs.positive) + show_number(abs(number))


def printed_figure(field: Field, number: Decimal | None, unit: str) -> str:
    """Return a figure as printed: 增5, 125件, 491.726万元, 0; a blank as "". `unit` is the one chosen by staff."""
    if number is None:
        return ""
    shown = signed_figure(field, number)
    return shown + (unit or field.type.unit) if number and field.type and field.type.print_unit else shown


def printed_date(day: date, language: str) -> str:
    """Return a date as the report has it."""
    return f"{day.year}年{day.month}月{day.day}日" if language.startswith("zh") else day.isoformat()
