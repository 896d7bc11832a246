"""X: this year's figures, unit and texts against last year's report."""

from collections.abc import Iterator
from decimal import Decimal

from make_report.check.figures import figures_of
from make_report.check.last_year import Compared, LastYear, compared
from make_report.check.similarity import is_other_name, similarity
from make_report.check.structure import stands_alone
from make_report.check.text import folded, passages, rule_check, shown_cells
from make_report.filing import Filing
from make_report.finding import Finding, Operand
from make_report.form.equation import Cells, scope_label
from make_report.form.field import Field
from make_report.form.model import Form
from make_report.form.rule import (
    FollowsLastYear,
    Jump,
    MistakenUnit,
    NotBelowLastYear,
    SameUnit,
    SimilarTexts,
    Unchanged,
)


def follows_last_year(rule: FollowsLastYear, form: Form, filing: Filing, last_year: LastYear) -> Iterator[Finding]:
    """Yield a finding for each figure that is not what follows from last year's, as far as all terms are known."""
    for cells, operands in followed(rule, form, filing, last_year):
        if operands["this"] == operands["expected"]:
            continue
        figures = figures_of(form, filing)
        fields = cells.named((rule.this, *rule.plus, *rule.minus))
        behind = dict.fromkeys((*(field.id for field in fields), *figures.cells(fields)))
        typed = [cell for cell in behind if cell in figures.filled] or list(behind)
        operands["cells"] = shown_cells((filing[cell].place for cell in typed), form.language)
        first, *others = behind
        related = tuple(filing[cell].place for cell in others)
        yield Finding(rule_check(rule), filing[first].place, operands, form.fields[first].label, related)


def followed(
    rule: FollowsLastYear, form: Form, filing: Filing, last_year: LastYear
) -> Iterator[tuple[Cells, dict[str, Operand]]]:
    """Yield the cells of each row or column in which all terms are known, what stands there and what follows."""
    years = compared(form, filing, last_year, across_forms=rule.across_forms)
    for scope, cells in form.scopes(rule.section, rule.each, rule.only).items() if years else ():
        if years and (operands := _sides(rule, years, scope, cells)):
            yield cells, operands


def _sides(rule: FollowsLastYear, years: Compared, scope: str, cells: Cells) -> dict[str, Operand] | None:
    """Return what stands in a row or column and what follows from last year, None if one of both is not known."""
    last = years.was_sum(rule.section, rule.each, scope, rule.last)
    this, plus, minus = map(cells.named, ((rule.this,), rule.plus, rule.minus))
    if last is None or not this or this[0].id in years.this.left_out or not years.this.known((*this, *plus, *minus)):
        return None
    figures: dict[str, Decimal] = {"last": last} | {
        name: years.this.sum(fields) for name, fields in (("this", this), ("plus", plus), ("minus", minus))
    }
    expected = last + figures["plus"] - figures["minus"]
    difference = abs(expected - figures["this"])
    named = {} if rule.each == "table" else {rule.each: scope_label(this[0], rule.each)}
    return {**figures, "expected": expected, "difference": difference, **named}


def not_below_last_year(rule: NotBelowLastYear, form: Form, filing: Filing, last_year: LastYear) -> Iterator[Finding]:
    """Yield a finding for each sum of this year that is less than last year's, as far as both are known."""
    years = compared(form, filing, last_year, across_forms=rule.across_forms)
    for scope, cells in form.scopes(rule.section, rule.each).items() if years else ():
        fields = cells.named(rule.this)
        last = years.was_sum(rule.section, rule.each, scope, rule.last) if years else None
        if not years or not fields or last is None or not years.this.known(fields) or years.this.sum(fields) >= last:
            continue
        first = fields[0]
        shown = shown_cells((filing[field.id].place for field in fields), form.language)
        operands: dict[str, Operand] = {"this": years.this.sum(fields), "last": last, "cells": shown}
        if rule.each != "table":
            operands[rule.each] = scope_label(first, rule.each)
        related = tuple(filing[field.id].place for field in fields[1:])
        yield Finding(rule_check(rule), filing[first.id].place, operands, first.label, related)


def jump(rule: Jump, form: Form, filing: Filing, last_year: LastYear) -> Iterator[Finding]:
    """Yield a finding for each figure that is many times last year's, or the other way round."""
    for field, this, last in _both_years(rule, form, filing, last_year):
        low, high = sorted((abs(this), abs(last)))
        times = high / max(low, Decimal(1))
        jumps = high >= rule.least and times > rule.factor
        if jumps or (high - low > rule.difference and times > rule.difference_factor):
            operands: dict[str, Operand] = {"this": this, "last": last, "factor": int(times)}
            yield Finding(rule_check(rule), filing[field.id].place, operands, field.label)


def mistaken_unit(rule: MistakenUnit, form: Form, filing: Filing, last_year: LastYear) -> Iterator[Finding]:
    """Yield a finding for each figure that is last year's in another unit."""
    for field, this, last in _both_years(rule, form, filing, last_year):
        expected = last * rule.numerator / rule.denominator
        if this and abs(this - expected) * 100 <= rule.tolerance * expected:
            operands: dict[str, Operand] = {"this": this, "last": last}
            yield Finding(rule_check(rule), filing[field.id].place, operands, field.label)


def unchanged(rule: Unchanged, form: Form, filing: Filing, last_year: LastYear) -> Iterator[Finding]:
    """Yield one finding if most of the figures that staff filled in are last year's; it stands at the first of them."""
    years = compared(form, filing, last_year, across_forms=rule.across_forms)
    pairs = [
        (field, years.this[field.id] == last)
        for field in (form.fields.values() if years else ())
        if years and not field.computed and field.id in years.this.filled and (last := years.was(field)) is not None
        if last or years.this[field.id]
    ]
    equal = [filing[field.id].place for field, is_equal in pairs if is_equal]
    if len(pairs) >= rule.least and len(equal) * 100 > rule.percent * len(pairs):
        percent = round(100 * len(equal) / len(pairs))
        operands: dict[str, Operand] = {"percent": percent, "equal": len(equal), "count": len(pairs)}
        yield Finding(rule_check(rule), equal[0], operands, related=tuple(equal[1:]))


def _both_years(
    rule: Jump | MistakenUnit, form: Form, filing: Filing, last_year: LastYear
) -> Iterator[tuple[Field, Decimal, Decimal]]:
    """Yield the named fields whose figures of both years are known and in the same unit, with these figures."""
    years = compared(form, filing, last_year, across_forms=rule.across_forms)
    cells = form.scopes(rule.section, rule.each).get("", Cells())
    for field in cells.named(rule.cells) if years else ():
        last = years.was(field) if years else None
        same_unit = filing[field.unit_field].text == last_year.filing[field.unit_field].text
        if years and last is not None and same_unit and years.this.known((field,)):
            yield field, years.this[field.id], last


def similar_texts(rule: SimilarTexts, form: Form, filing: Filing, last_year: LastYear) -> Iterator[Finding]:
    """Yield a finding for each text that is for the greatest part last year's; it stands at its first paragraph."""
    for name in rule.section:
        if name not in last_year.form.fields:
            continue
        texts = (_own_text(form, filing, name), _own_text(last_year.form, last_year.filing, name))
        percent = similarity(*texts, rule.stretch, rule.least)
        if percent > rule.percent:
            operands: dict[str, Operand] = {"percent": percent}
            yield Finding(rule_check(rule), filing[name].place, operands, form.fields[name].label)


def _own_text(form: Form, filing: Filing, name: str) -> str:
    """Return a text without the headings that the form prescribes."""
    section = next((section for section in form.sections if section.id == name), None)
    narrative = section.narrative if section else None
    texts = [passage.text for passage in passages(form, filing, (name,))]
    return "\n".join(folded(text) for text in texts if not (narrative and stands_alone(text, narrative)))


def same_unit(rule: SameUnit, form: Form, filing: Filing, last_year: LastYear) -> Iterator[Finding]:
    """Yield a finding if the unit bears another name than last year, not only a longer or a shorter one."""
    this, last = filing["org"], last_year.filing["org"].text
    if this.text and last and is_other_name(this.text, last, rule.left_out):
        operands: dict[str, Operand] = {"this": this.text, "last": last}
        yield Finding(rule_check(rule), this.place, operands, form.fields["org"].label)
