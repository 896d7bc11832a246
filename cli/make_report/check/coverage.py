"""What no rule guards: every figure of a balanced filing is changed by one, and the rules that notice are named."""

from collections import Counter
from collections.abc import Iterable, Mapping

from make_report.check.balance import balanced_figures
from make_report.check.last_year import LastYear
from make_report.check.run import check_filing
from make_report.check.specimen import specimen
from make_report.filing import Filing
from make_report.form.field import Kind
from make_report.form.model import Form
from make_report.record import replace

Coverage = Mapping[str, frozenset[str]]
"""The codes of the rules that notice each figure, by field id; none if a change by one remains unseen."""


def coverage_with_last_year(form: Form, alone: Coverage) -> Coverage:
    """Return which rules notice the figures that no rule notices alone, once last year's report is given."""
    unseen = [name for name, codes in alone.items() if not codes]
    return coverage(form, unseen, with_last_year=True) if unseen else {}


def coverage(form: Form, names: Iterable[str] | None = None, *, with_last_year: bool = False) -> Coverage:
    """Return which rules notice that a figure is one more, and that it is one less, where all totals are typed.

    Of all figures, or of those with the given names. With last year's report, in which the same figures stand, the
    rules that compare with it look too.
    """
    figures = balanced_figures(form, lasting=with_last_year)
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

    numbers = (field.id for field in form.fields.values() if field.kind is Kind.NUMBER)
    return {name: noticing(name, 1) & noticing(name, -1) for name in (numbers if names is None else names)}
