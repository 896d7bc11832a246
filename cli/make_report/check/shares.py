"""N: percentages in the texts that are shares of a whole."""

import itertools
from collections.abc import Iterator
from decimal import Decimal

from make_report.check.clauses import Clause, Quantity, quantities_in
from make_report.check.mention import Mention
from make_report.check.mentioned import sums_of
from make_report.check.phrases import says
from make_report.check.spots import spots_with
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule import StatedShare


def shares(rule: StatedShare, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each percentage behind a number that is its share of no whole in the tables or the text."""
    year = filing["year"].year or 0

    def counted(mention: Mention) -> tuple[Quantity, Quantity] | None:
        count = mention.quantity(rule.units)
        percent = count and mention.once(rule, lambda: _share(rule, mention, count, year))
        return (count, percent) if count and percent else None

    for spot, (count, percent) in spots_with(rule, form, filing, counted):
        sums = [sums_of(form, filing)[terms] for terms in rule.of]
        known = [total for total in sums if total]
        wholes = [total.figure for total in known] + _numbers_before(spot.clause)
        if len(known) < len(sums) or any(_is_share(percent, count.number, whole) for whole in wholes):
            continue
        if known[0].figure > 0:
            right = rounded(100 * count.number / known[0].figure, percent.decimals)
            yield spot.finding(
                rule,
                known[0].cells,
                stated=percent.number,
                count=count.number,
                figure=right,
                cells=known[0].shown_cells(form.language),
            )


def _share(rule: StatedShare, mention: Mention, count: Quantity, year: int) -> Quantity | None:
    """Return the percentage that belongs to the number: behind it in its clause, or in the next one alone."""
    clause = mention.clause
    here = [quantity for quantity in clause.quantities if quantity.start > count.start and is_percent(quantity)]
    if here:
        return here[0] if len(here) == 1 and says(rule.shares, clause.text[count.end :], year) else None
    for distance, other in enumerate(mention.follows):
        if says(rule.each, other.text, year):
            return _in_its_place(rule, mention, distance)
    for other in mention.follows[:1]:
        percents = [quantity for quantity in other.quantities if is_percent(quantity)]
        alone = len(percents) == len(other.quantities) == 1 and not says(rule.together, other.text, year)
        if alone and (says(rule.shares, other.text, year) or _stands_bare(percents[0], other, clause)):
            return percents[0] if percents[0].exact else None
    return None


def _stands_bare(percent: Quantity, there: Clause, clause: Clause) -> bool:
    """Return whether there is nothing but a percentage, in brackets behind a clause: 5件（50%）."""
    return there.depth > clause.depth and (percent.start, percent.after) == (0, "%")


def _in_its_place(rule: StatedShare, mention: Mention, distance: int) -> Quantity | None:
    """Return the percentage of a number in a list that is followed by a list of as many percentages.

    `distance` is how many clauses stand between the number and the percentages.
    """
    listed = itertools.takewhile(gives_percents, mention.follows[distance:])
    percents = [quantity for clause in listed for quantity in clause.quantities]
    behind = mention.number + 1 + distance
    counted = mention.clauses[max(behind - len(percents), 0) : behind]
    of_units = all([one.unit(rule.units) is not None for one in clause.quantities] == [True] for clause in counted)
    as_many = of_units and len(counted) == len(percents) and not counted[0].before.endswith("、")
    place = len(percents) - 1 - distance
    return percents[place] if as_many and place >= 0 and percents[place].exact else None


def gives_percents(clause: Clause) -> bool:
    """Return whether a clause has numbers, all of them percentages."""
    return bool(clause.quantities) and all(map(is_percent, clause.quantities))


def is_percent(quantity: Quantity) -> bool:
    """Return whether a number is a percentage."""
    return quantity.after.startswith("%")


def _numbers_before(clause: Clause) -> list[Decimal]:
    text = clause.lead + clause.before + clause.text
    return [quantity.number for quantity in quantities_in(text) if quantity.number > 0]


def _is_share(percent: Quantity, count: Decimal, whole: Decimal) -> bool:
    return whole > 0 and agrees(percent, 100 * count / whole)


def agrees(percent: Quantity, exact: Decimal) -> bool:
    """Return whether a percentage is the exact one, rounded or cut off at its last digit."""
    return abs(percent.number - exact) < Decimal(1).scaleb(-percent.decimals)


def rounded(number: Decimal, decimals: int) -> Decimal:
    """Return a percentage as it is shown: with as many decimals as the one in the text, two at least."""
    return round(number, max(decimals, 2))
