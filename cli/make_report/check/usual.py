"""A, U: figures that nothing stands behind, that are unusually large or small, or do not suit the unit."""

from collections.abc import Iterator, Mapping, Sequence

from make_report.check.arithmetic import can_be_judged, comes_out, must_come_out
from make_report.check.choice import longest_ending, possible_choices
from make_report.check.figures import Figures, figures_of
from make_report.check.text import rule_check, shown_cells, words_in
from make_report.filing import Filing
from make_report.finding import Finding, Operand
from make_report.form.equation import scope_label
from make_report.form.field import Field
from make_report.form.model import Form
from make_report.form.rule import ImpliesZero, Share, SomeFor, UsualFigures, ZeroFor
from make_report.record import Record

_PERCENT = 100


def implies_zero(rule: ImpliesZero, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each row or column in which the cells `when` are zero, but not all the cells `then`."""
    seen = _Seen(rule, form, filing, figures_of(form, filing))
    figures = seen.figures
    for cells in form.scopes(rule.section, rule.each, rule.only).values():
        when, then = cells.named(rule.when), cells.named(rule.then)
        if not when or not figures.known(when) or any(field.id in figures.left_out for field in when):
            continue
        wrong = [field for field in then if figures[field.id]]
        if figures.sum(wrong) <= rule.above or any(figures[field.id] for field in when) or seen.is_unsettled(wrong):
            continue
        # A row or column that is calculated throughout only repeats the others, unless it is asked for by name.
        if rule.each == "table" or rule.only or figures.any_filled((*when, *then)):
            operands = {"sum": figures.sum(wrong), rule.each: scope_label(wrong[0], rule.each)}
            yield seen.finding(wrong, (*when, *then), operands)


def share(rule: Share, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each row or column in which the part is a larger share of the whole than usual."""
    seen = _Seen(rule, form, filing, figures_of(form, filing))
    figures = seen.figures
    for cells in form.scopes(rule.section, rule.each, rule.only).values():
        parts, wholes = cells.named(rule.part), cells.named(rule.whole)
        if not parts or not wholes or not figures.known((*parts, *wholes)):
            continue
        part, whole = figures.sum(parts), figures.sum(wholes)
        if part > rule.above and whole > 0 and part * _PERCENT > whole * rule.limit and not seen.is_unsettled(parts):
            operands: dict[str, Operand] = {"part": part, "whole": whole, "share": round(part * _PERCENT / whole, 1)}
            operands[rule.each] = scope_label(parts[0], rule.each)
            yield seen.finding(parts, wholes, operands)


def usual_figures(rule: UsualFigures, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each figure other than zero that lies outside the usual limits."""
    if filing["org"].text.endswith(rule.but):
        return
    seen = _Seen(rule, form, filing, figures_of(form, filing))
    for field in seen.cells(rule.cells):
        value = seen.figures[field.id]
        converted = value * rule.times
        too_small = rule.at_least is not None and 0 < converted < rule.at_least
        too_large = rule.below is not None and converted >= rule.below
        too_fine = rule.decimals is not None and value != round(value, rule.decimals)
        if too_small or too_large or too_fine:
            yield seen.finding([field], (), {"value": value, "converted": converted})


def zero_for(rule: ZeroFor, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding if the unit is certainly of one of the kinds and the figures are not all zero."""
    choices = possible_choices(form, filing, rule.field)
    if not choices or not all(choice.id in rule.choices for choice in choices):
        return
    if filing["org"].text.endswith(rule.but):
        return
    seen = _Seen(rule, form, filing, figures_of(form, filing))
    wrong = [field for field in seen.cells(rule.cells) if seen.figures[field.id]]
    if wrong and not words_in(rule.explained, form, filing):
        yield seen.finding(wrong, (), {"choice": choices[0].label, "sum": seen.figures.sum(wrong)})


def some_for(rule: SomeFor, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding if the unit's name ends with one of the endings and the figures are all zero."""
    name = filing["org"].text
    if longest_ending(name, rule.endings) <= longest_ending(name, rule.but):
        return
    seen = _Seen(rule, form, filing, figures_of(form, filing))
    fields = seen.cells(rule.cells)
    if seen.figures.known(fields) and not any(seen.figures[field.id] for field in fields):
        yield seen.finding(fields, (), {})


class _Seen(Record):
    """What a rule looks at."""

    rule: ImpliesZero | Share | UsualFigures | ZeroFor | SomeFor
    form: Form
    filing: Filing
    figures: Figures

    def cells(self, patterns: tuple[str, ...]) -> tuple[Field, ...]:
        """Return the cells of the rule's table that the patterns name."""
        return self.form.scopes(self.rule.section, "table")[""].named(patterns)

    def is_unsettled(self, fields: Sequence[Field]) -> bool:
        """Return whether one of the cells stands in a sum that does not come out: it may yet become another figure.

        What a rule forbids is said all the same.
        """
        if self.rule.severity != "warning":
            return False
        cells = {*self.figures.cells(fields), *(field.id for field in fields)}
        return any(
            not cells.isdisjoint((*equation.ids, *self.figures.cells((*equation.left, *equation.right))))
            and must_come_out(equation)
            and can_be_judged(equation, self.figures)
            and not comes_out(equation, self.figures)
            for equation in self.form.sums
        )

    def finding(self, fields: Sequence[Field], others: Sequence[Field], operands: Mapping[str, Operand]) -> Finding:
        """Return a finding that stands where the clerk can type: for a total that is calculated, in its terms."""
        typed = list(dict.fromkeys(self.figures.cells(fields)))
        at_fault = [cell for cell in typed if self.figures[cell]] or typed
        first = self.form.fields[at_fault[0]]
        everything = dict.fromkeys((*at_fault, *(field.id for field in (*fields, *others))))
        related = tuple(self.filing[cell].place for cell in everything if cell != first.id)
        cells = shown_cells((self.filing[cell].place for cell in at_fault), self.form.language)
        label = fields[0].label if len(fields) == 1 else first.label
        return Finding(rule_check(self.rule), self.filing[first.id].place, {"cells": cells, **operands}, label, related)
