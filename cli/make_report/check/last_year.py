"""Last year's report, against which this year's is checked."""

from collections.abc import Iterable
from decimal import Decimal

from make_report.check.figures import Figures, figures_of
from make_report.filing import Filing
from make_report.form.equation import Cells
from make_report.form.field import Field
from make_report.form.model import Form
from make_report.record import Record


class LastYear(Record):
    """Last year's filing, and its form: not always the form of this year."""

    form: Form
    filing: Filing


class Compared(Record):
    """The figures of both years. Cells are compared by their ids; one that last year's form lacks is not known."""

    this: Figures
    last: Figures
    last_form: Form

    def was(self, field: Field) -> Decimal | None:
        """Return last year's figure of a field, None if it is not known; a cell left blank is None as well."""
        known = field.id in self.last.filled or field.id in self.last.calculated
        return self.last[field.id] if known else None

    def was_sum(self, section: str, each: str, scope: str, patterns: Iterable[str]) -> Decimal | None:
        """Return the sum of last year's cells of one row or column, None if one of them is not known.

        Cells left blank as the form allows count as nothing, unless nothing is filled in at all.
        """
        cells = self.last_form.scopes(section, each).get(scope, Cells())
        found = [cells.named((pattern,)) for pattern in patterns]
        fields = [field for group in found for field in group]
        if not all(found) or not self.last.known(fields):
            return None
        return self.last.sum(fields) if any(self.was(field) is not None for field in fields) else None


def compared(form: Form, filing: Filing, last_year: LastYear, *, across_forms: bool) -> Compared | None:
    """Return the figures of both years, None if the forms differ and a rule does not go across forms."""
    if form.form_id != last_year.form.form_id and not across_forms:
        return None
    last = figures_of(last_year.form, last_year.filing)
    return Compared(figures_of(form, filing), last, last_year.form)
