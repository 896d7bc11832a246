"""A: figures within their limits, and sums that come out."""

from collections.abc import Iterator
from decimal import Decimal

from make_report.catalogue import (
    AT_LEAST,
    AT_LEAST_SCOPED,
    AT_MOST,
    AT_MOST_SCOPED,
    EQUATION,
    EQUATION_REMEDY,
    EQUATION_SCOPED,
    ERROR,
    LIMIT_NAME,
    LIMIT_REMEDIES,
    TOTAL_REMEDY,
    severity,
)
from make_report.check.figures import Figures, broken_limit, figures_of
from make_report.check.text import listed, shown_cells
from make_report.filing import Filing
from make_report.finding import Check, Finding, Operand
from make_report.form.equation import Equation
from make_report.form.field import Field
from make_report.form.model import Form
from make_report.language import translate
from make_report.printed import typed_figures

_SENTENCES = {"=": (EQUATION, EQUATION_SCOPED), "<=": (AT_MOST, AT_MOST_SCOPED), ">=": (AT_LEAST, AT_LEAST_SCOPED)}


def broken_limits(form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each figure that breaks the limits of its type, typed totals included."""
    filled = figures_of(form, filing).filled
    for name, number in typed_figures(form, filing).items():
        # A figure that is known is within its limits.
        field = form.fields[name]
        if name in filled or field.type is None or not (sentence := broken_limit(field.type, number)):
            continue
        check = Check(field.type.code, ERROR, sentence, LIMIT_REMEDIES[sentence])
        operands: dict[str, Operand] = {
            "value": number,
            "minimum": field.type.minimum or 0,
            "decimals": field.type.decimals or 0,
        }
        yield Finding(check, filing[field.id].place, operands, field.label)


def broken_equations(form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each equation that does not hold, as far as all its terms are known.

    They are the same that the live checks of the workbook show; which cell is to blame is said by repair.py.
    """
    figures = figures_of(form, filing)
    for equation in form.sums:
        if not can_be_judged(equation, figures):
            continue
        if not comes_out(equation, figures):
            yield _broken_equation(equation, figures, form, filing)


def comes_out(equation: Equation, figures: Figures) -> bool:
    """Return whether an equation that can be judged holds."""
    known = figures.everything.__getitem__
    left, right = (sum(map(known, ids), Decimal(0)) for ids in equation.sides)
    return equation.holds(left, right)


def breaks_a_sum(form: Form, filing: Filing) -> bool:
    """Return whether a sum that must come out does not."""
    figures = figures_of(form, filing)
    return any(
        must_come_out(equation) and can_be_judged(equation, figures) and not comes_out(equation, figures)
        for equation in form.sums
    )


def must_come_out(equation: Equation) -> bool:
    """Return whether no report is made unless the equation holds."""
    return equation.declaration.relation == "=" and equation.declaration.severity == "error"


def can_be_judged(equation: Equation, figures: Figures) -> bool:
    """Return whether an equation says anything about the figures: its terms are known and staff filled in some."""
    if equation.computes and equation.computes.id not in figures.filled:
        return False  # The tool's own total is right by itself.
    if not equation.ids <= figures.everything.keys() or equation.ids.isdisjoint(figures.filled):
        return False
    return equation.declaration.relation == "=" or equation.ids.isdisjoint(figures.left_out)


def _broken_equation(equation: Equation, figures: Figures, form: Form, filing: Filing) -> Finding:
    declared = equation.declaration
    left, right = figures.sum(equation.left), figures.sum(equation.right)
    plain, scoped = _SENTENCES[declared.relation]
    check = Check(
        declared.code,
        severity(declared.severity),
        declared.message or (scoped if equation.scope_label else plain),
        declared.remedy or (TOTAL_REMEDY if equation.computes else EQUATION_REMEDY),
    )

    def shown(side: tuple[Field, ...]) -> str:
        return shown_cells((filing[cell].place for cell in figures.cells(side)), form.language)

    # A total and its terms are one stretch of cells; two sums are better told apart.
    sides = ((*equation.left, *equation.right),) if equation.computes else (equation.left, equation.right)
    right_name = _names(equation, equation.right) or translate(LIMIT_NAME, form.language)
    operands: dict[str, Operand] = {
        "left": left,
        "right": right,
        "difference": abs(left - right),
        "left_name": declared.left_name or _names(equation, equation.left),
        "right_name": declared.right_name or right_name,
        "scope": equation.scope_label,
        "cells": listed(filter(None, map(shown, sides)), form.language),
    }
    everything = (*equation.right, *equation.left)
    # The finding stands where the clerk can type: a total that only the formula gives is not such a cell.
    first = next((field for field in everything if field.id in figures.filled), everything[0])
    cells = dict.fromkeys((*(field.id for field in everything), *figures.cells(everything)))
    related = tuple(filing[cell].place for cell in cells if cell != first.id)
    return Finding(check, filing[first.id].place, operands, first.label, related)


def _names(equation: Equation, fields: tuple[Field, ...]) -> str:
    """Return the fields' names inside the row, column or table that the equation holds for, joined by plus signs."""
    each = equation.declaration.each
    return "＋".join(
        (field.column_label if each == "row" else field.row_label if each == "column" else "") or field.label
        for field in fields
    )
