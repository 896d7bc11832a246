"""Figures as they are printed in tables: sign words, units, exact decimals, blanks (display rules of number types)."""

from decimal import Decimal

from make_report.form.field import Field
from make_report.printed import signed_figure


def printed_figure(field: Field, number: Decimal | None, unit: str) -> str:
    """Return a figure as printed: 增5, 125件, 491.726万元, 0; a blank as "". `unit` is the one chosen by staff."""
    if number is None:
        return ""
    shown = signed_figure(field, number)
    return shown + (unit or field.type.unit) if number and field.type and field.type.print_unit else shown
