"""N: the kinds into which a text divides a figure, such as the ways on which applications came in."""

from collections.abc import Iterator
from decimal import Decimal

from make_report.check.clauses import Clause, quantities_in
from make_report.check.mention import Mention
from make_report.check.mentioned import Sum, sums_of
from make_report.check.phrases import says
from make_report.check.spots import spots_with
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule import Divided

_FEWEST = 2
_OFF_BY = Decimal("0.1")
"""How far the kinds may be from a sum and still be those of it."""


def divided(rule: Divided, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each row of kinds that nearly add up to one of the sums, and to none of them."""
    year = filing["year"].year or 0

    def other_sum(mention: Mention) -> tuple[Decimal, Sum] | None:
        numbers = mention.once(rule, lambda: _row(rule, mention, year))
        total = sum(numbers, Decimal(0))
        if len(numbers) < _FEWEST or total == _told_before(mention.clause):
            return None
        sums = [sums_of(form, filing)[terms] for terms in rule.of]
        known = [one for one in sums if one]
        fits = any(total in (one.figure, one.recalculated) for one in known)
        near = any(abs(total - one.figure) <= max(Decimal(1), _OFF_BY * one.figure) for one in known)
        return (total, known[0]) if len(known) == len(sums) and near and not fits else None

    for spot, (total, first) in spots_with(rule, form, filing, other_sum):
        operands = {"figure": first.figure, "name": rule.name, "cells": first.shown_cells(form.language)}
        yield spot.finding(rule, first.cells, sum=total, **operands)


def _row(rule: Divided, first: Mention, year: int) -> list[Decimal]:
    """Return the numbers of the kinds from the first one on; none if another kind stands before it, or one is vague."""
    if first.number and _number_of_kind(rule, first, first.number - 1, year) is not None:
        return []
    numbers: list[Decimal] = []
    for place in range(first.number, len(first.clauses)):
        found = _number_of_kind(rule, first, place, year)
        if found is None:
            break
        numbers.append(found)
    return numbers


def _number_of_kind(rule: Divided, first: Mention, place: int, year: int) -> Decimal | None:
    """Return the number of a kind in a clause of the same sentence that names one."""
    clause = first.clauses[place]
    said = says(rule.says, clause.text, year)
    if not said or clause.number != first.clause.number or clause.depth != first.clause.depth:
        return None
    quantity = Mention(first.clauses, place, *said).quantity(rule.units)
    return quantity.number if quantity else None


def _told_before(clause: Clause) -> Decimal | None:
    """Return the last number before a clause: the kinds may be those of a part, as in 自然人5件（网络3件、信函2件）."""
    counts = [quantity.number for quantity in quantities_in(clause.lead + clause.before) if quantity.counts]
    return counts[-1] if counts else None
