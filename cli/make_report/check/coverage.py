"""What guards each figure: all of a balanced filing are changed by one, and the rules that notice are named.

Twice: with totals left to the formulas, and with totals typed, against which more can be compared. What no rule notices
may still stand in the text, or follow from last year's report.
"""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from make_report.check.balance import balanced_figures
from make_report.check.claims import Claim, claimed
from make_report.check.figures import figures_of
from make_report.check.last_year import LastYear
from make_report.check.run import check_filing
from make_report.check.specimen import specimen
from make_report.filing import Filing
from make_report.form.field import Kind
from make_report.form.model import Form
from make_report.form.rule import Stated
from make_report.guards import Coverage, Guards
from make_report.record import replace
from make_report.repair import Witness


def guards(form: Form) -> Guards:
    """Return what guards the figures of a form."""
    calculated = coverage(form, typed=False)
    unseen = tuple(name for name, codes in calculated.items() if not codes)
    last_year = coverage(form, unseen, typed=False, with_last_year=True)
    return Guards(calculated, coverage(form), stated_coverage(form, unseen), last_year)


def coverage(
    form: Form, names: Iterable[str] | None = None, *, typed: bool = True, with_last_year: bool = False
) -> Coverage:
    """Return which rules notice that a figure is one more, and that it is one less, with totals typed or calculated.

    Of all figures that staff fill in then, or of those with the given names. With last year's report, in which the same
    figures stand, the rules that compare with it look too.
    """
    figures = _figures(form, typed=typed, lasting=with_last_year)
    year = form.years.first + 1
    whole = specimen(form, figures, year)
    last_year = LastYear(form, specimen(form, figures, year - 1)) if with_last_year else None

    def found(filing: Filing) -> Counter[str]:
        return Counter(finding.code for finding in check_filing(form, filing, last_year))

    before = found(whole)

    def noticing(name: str, by: int) -> frozenset[str]:
        changed = replace(whole[name], content=figures[name] + by)
        more = found(replace(whole, values={**whole.values, name: changed})) - before
        return frozenset(more)

    numbers = (field.id for field in form.fields.values() if field.kind is Kind.NUMBER and field.id in figures)
    return {name: noticing(name, 1) & noticing(name, -1) for name in (numbers if names is None else names)}


def stated_coverage(form: Form, names: Iterable[str]) -> Coverage:
    """Return which rules notice that a figure is one more or less where the text states what it counts in.

    The text is taken to say so in a phrase of the rule; totals are calculated. The figures need not balance here: they
    are such that a sum that changes by one is no other sum that the rule allows.
    """
    entries = [field.id for field in form.fields.values() if field.kind is Kind.NUMBER and not field.computed]
    far_apart = {name: Decimal(1000 * number**3) for number, name in enumerate(entries, start=2)}
    figures = figures_of(form, specimen(form, far_apart, form.years.first + 1))
    claims: list[tuple[str, Claim]] = []
    for rule in form.rules:
        if isinstance(rule, Stated) and not rule.optional:
            sums = [fields for terms in rule.equals if (fields := form.figures_named(terms))]
            numbers = dict.fromkeys(figures.sum(fields) for fields in sums)
            claims += [(rule.code, Claim(Witness(), claimed(rule, figures, sums, number))) for number in numbers]

    def noticing(name: str) -> frozenset[str]:
        changes = [((name, Decimal(by)),) for by in (1, -1)]
        return frozenset(code for code, claim in claims if not any(claim.holds(change) for change in changes))

    return {name: noticing(name) for name in names}


def _figures(form: Form, *, typed: bool, lasting: bool = False) -> dict[str, Decimal]:
    figures = balanced_figures(form, lasting=lasting)
    return {name: figure for name, figure in figures.items() if typed or not form.fields[name].computed}
