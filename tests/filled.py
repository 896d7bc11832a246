"""A filled form for tests: every field holds something, the figures balance, everything differs where it can."""

from datetime import date
from decimal import Decimal

from make_report.filing import Entries
from make_report.form.equation import Equation
from make_report.form.field import Field, Kind
from make_report.form.model import Form


def marked_entries(form: Form) -> Entries:
    """Return entries for every field that staff fill, each with a mark found nowhere else."""
    entries: dict[str, Decimal | int | str | date | tuple[str, ...]] = {}
    for number, field in enumerate(form.fields.values(), start=1):
        if not field.computed:
            entries[field.id] = _mark(form, field, number)
    return entries


def _mark(form: Form, field: Field, number: int) -> Decimal | int | str | date | tuple[str, ...]:
    marks: dict[Kind, Decimal | int | str | date | tuple[str, ...]] = {
        Kind.NUMBER: Decimal(700_000 + 7 * number),
        Kind.TEXT: f"M{number}X",
        Kind.PARAGRAPHS: (f"P{number}A。", f"P{number}B。"),
        Kind.DATE: date(form.years.first + 1, 3, 9),
        Kind.YEAR: form.years.first,
        Kind.CHOICE: field.choices[0].id if field.choices else "",
    }
    return marks[field.kind]


def equations_with(form: Form, code: str) -> list[Equation]:
    """Return the form's equations with this code."""
    return [equation for equation in form.sums if equation.declaration.code == code]
