"""N: the numbers in the texts against the figures of the tables."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from make_report.check.clauses import quantities_in
from make_report.check.figures import Figures, figures_of
from make_report.check.mention import Mention
from make_report.check.phrases import says
from make_report.check.spots import Spot, spots, spots_with
from make_report.check.text import folded, listed, passages, rule_check, without_spaces
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.field import Field
from make_report.form.model import Form
from make_report.form.rule import Contradicts, MultipleOf, Restated, Rough, Silent, Stated
from make_report.form.rule.clauses import OtherSum
from make_report.place import Place, areas
from make_report.record import Record, replace
from make_report.remembered import remembered


class Sum(Record):
    """A sum of known figures, and the cells they stand in."""

    fields: tuple[Field, ...]
    filing: Filing
    figures: Figures

    @cached_property
    def figure(self) -> Decimal:
        """What they add up to."""
        return self.figures.sum(self.fields)

    @cached_property
    def recalculated(self) -> Decimal:
        """The same if totals typed over their formula are calculated anew: a wrong total has a finding of its own."""
        figures = self.figures
        return sum((figures.calculated.get(field.id, figures[field.id]) for field in self.fields), Decimal(0))

    @cached_property
    def cells(self) -> tuple[Place, ...]:
        """Those of the figures that are not zero, or all of them if the sum is zero."""
        figures = self.figures
        return tuple(self.filing[field.id].place for field in self.fields if figures[field.id] or not self.figure)

    def shown_cells(self, language: str) -> str:
        """Return the cells as they are named in a sentence."""
        sheets = groupby(sorted(self.cells), key=lambda place: place.sheet)
        return listed((f"{sheet} {listed(areas(places), language)}" for sheet, places in sheets), language)


class Sums(dict[tuple[str, ...], Sum | None]):
    """The sums of a filing's figures that rules asked for, by the ids they named."""

    def __init__(self, form: Form, filing: Filing) -> None:
        super().__init__()
        self._form, self._filing, self._figures = form, filing, figures_of(form, filing)

    def __missing__(self, terms: tuple[str, ...]) -> Sum | None:
        fields = self._form.figures_named(terms)
        is_known = bool(fields) and self._figures.known(fields)
        self[terms] = Sum(fields, self._filing, self._figures) if is_known else None
        return self[terms]


sums_of = remembered(Sums)
"""Gives the sums of the figures that ids name; None for one if a figure of it is not known, or there are none."""


def stated(rule: Stated, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each number beside the rule's phrases that is none of the sums."""

    def other_number(mention: Mention) -> tuple[Decimal, Sum] | None:
        quantity = mention.quantity(rule.units)
        if quantity is None:
            return None
        sums: list[Sum] = []
        known = sums_of(form, filing)
        for terms in rule.equals:
            total = known[terms]
            if total is None or _fits(rule, quantity.number, total):
                return None
            sums.append(total)
        together = _together(rule, mention, quantity.number, filing["year"].year or 0)
        agrees = any(_fits(rule, number, total) for number in together for total in sums)
        return None if agrees else (quantity.number, sums[0])

    for spot, (number, first) in spots_with(rule, form, filing, other_number):
        known = sums_of(form, filing)
        other = next((one for one in rule.confused if _is(known[one.sum], number)), None)
        if other and says(other.accepted_with, spot.clause.sentence, filing["year"].year or 0):
            continue
        operands = {
            "stated": number,
            "figure": first.figure,
            "name": rule.name,
            "cells": first.shown_cells(form.language),
        }
        yield spot.finding(_with_remedy(rule, other), first.cells, **operands)


def _together(rule: Stated, mention: Mention, number: Decimal, year: int) -> Iterator[Decimal]:
    """Yield what the number is together with others of the sentence.

    They are those of clauses beside it that say one of the rule's other phrases, and all of them if it says the phrase
    again, of another office; no list does.
    """
    for beside in (*mention.precedes[-1:], *mention.follows[:1]) if rule.also else ():
        counted = [one.number for one in beside.quantities if one.unit(rule.units)]
        if len(counted) == 1 and says(rule.also, beside.text, year):
            yield number + counted[0]
    sentence, before = mention.clause.sentence, mention.clause.before
    again = says(rule.says, sentence[len(before) + mention.end :], year) or says(rule.says, before, year)
    if rule.relation == "=" and again and not says(rule.where.lists, sentence, year):
        yield sum((one.number for one in quantities_in(sentence) if one.unit(rule.units)), Decimal(0))


def _fits(rule: Stated, number: Decimal, total: Sum) -> bool:
    if rule.relation == "<=":
        return number <= max(total.figure, total.recalculated) * rule.per
    if number == total.figure * rule.per:
        return True
    off = min(abs(number - total.figure * rule.per), abs(number - total.recalculated * rule.per))
    return not off or (rule.relation == "≈" and off < _last_digit(number))


def _is(total: Sum | None, number: Decimal) -> bool:
    return total is not None and total.figure == number


def _with_remedy(rule: Stated, other: OtherSum | None) -> Stated:
    return replace(rule, remedy=other.remedy) if other else rule


def rough(rule: Rough, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each rough number beside the rule's phrases that is near the exact sum."""
    for spot in spots(rule, form, filing):
        quantity = spot.mention.meant(rule.units)
        if quantity is None or quantity.exact:
            continue
        total = sums_of(form, filing)[rule.sum]
        if total and total.figure and _may_be_rounded_to(quantity.number, total.figure):
            operands = {"stated": quantity.number, "figure": total.figure, "name": rule.name}
            yield spot.finding(rule, total.cells, **operands, cells=total.shown_cells(form.language))


def _may_be_rounded_to(rounded: Decimal, figure: Decimal) -> bool:
    """Return whether they differ by less than one in the last digit that is not zero, or by less than a tenth."""
    return abs(rounded - figure) < max(_last_digit(rounded), rounded / 10)


def _last_digit(number: Decimal) -> Decimal:
    """Return how much one is in the last digit of a number that is not zero."""
    return Decimal(10) ** int(number.normalize().as_tuple().exponent)


def contradicts(rule: Contradicts, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each clause that says what cannot be while the sum is more than zero."""
    total = sums_of(form, filing)[rule.positive]
    if total and total.figure > 0:
        for spot in denials(rule, form, filing):
            shown = total.shown_cells(form.language)
            yield spot.finding(rule, total.cells, figure=total.figure, name=rule.name, cells=shown)


def denials(rule: Contradicts, form: Form, filing: Filing) -> Iterator[Spot]:
    """Yield each clause that says that the sum is nothing, unless its sentence explains it or speaks of other sums."""
    for spot in spots(rule, form, filing):
        if any(quantity.number and quantity.after[:1] not in "年月日号%" for quantity in spot.clause.quantities):
            continue
        if says(rule.unless_sentence, spot.clause.sentence, filing["year"].year or 0):
            continue
        if not _speaks_of(rule, spot, form, filing):
            yield spot


def _speaks_of(rule: Contradicts, spot: Spot, form: Form, filing: Filing) -> bool:
    """Return whether the number before the phrase in its sentence is one of the sums of which it may be said."""
    counts = [quantity.number for quantity in quantities_in(spot.clause.before) if quantity.counts]
    last_clause = next((one.text for one in reversed(spot.mention.precedes) if one.counts), "")
    if says(rule.not_of, last_clause, filing["year"].year or 0):
        return False
    known = sums_of(form, filing)
    return bool(counts) and any(_is(known[terms], counts[-1]) for terms in rule.said_of)


def multiple_of(rule: MultipleOf, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each number beside the rule's phrases that is no multiple."""
    for spot in spots(rule, form, filing):
        quantity = spot.mention.quantity(rule.units)
        too_large = quantity and rule.at_most is not None and quantity.number > rule.at_most
        if quantity and (too_large or quantity.number % rule.multiple):
            yield spot.finding(rule, stated=quantity.number, multiple=rule.multiple)


def restated(rule: Restated, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each number beside the rule's phrases that differs from the first one."""
    first: dict[str, tuple[Spot, Decimal]] = {}
    for spot in spots(rule, form, filing):
        if quantity := spot.mention.quantity(rule.units):
            before, number = first.setdefault(quantity.unit(rule.units) or "", (spot, quantity.number))
            if quantity.number != number:
                yield spot.finding(rule, (before.passage.place,), stated=quantity.number, before=number)


def silent(rule: Silent, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding if the sum is more than zero and none of the texts says so."""
    total = sums_of(form, filing)[rule.positive]
    text = "".join(folded(without_spaces(passage.text)) for passage in passages(form, filing, rule.section))
    if total and total.figure > 0 and text and not any(folded(word) in text for word in rule.words):
        first = rule.section[0]
        operands = {"figure": total.figure, "name": rule.name, "cells": total.shown_cells(form.language)}
        yield Finding(rule_check(rule), filing[first].place, operands, form.fields[first].label, total.cells)
