"""What guards the figures of a form: which rules notice a change. Found in check/, said in show/."""

from collections.abc import Mapping

from make_report.form.field import Field
from make_report.record import Record

Coverage = Mapping[str, frozenset[str]]
"""The codes of the rules that notice each figure, by field id; none if a change by one remains unseen."""


class Guards(Record):
    """Which rules notice a figure, by circumstances."""

    calculated: Coverage
    """Where the totals are left to the formulas: of each figure that staff enter."""
    typed: Coverage
    """Where all totals are typed: of each figure, totals included."""
    stated: Coverage
    """Of those unseen while totals are calculated: where the text states them in words that the rules read."""
    last_year: Coverage
    """Of those unseen while totals are calculated: where last year's report is given."""

    def always(self, field: Field) -> bool:
        """Return whether a change is noticed however the totals are filled in."""
        return bool(self.calculated.get(field.id) and self.typed[field.id])

    def only_typed(self, field: Field) -> bool:
        """Return whether a change is noticed only where the totals are typed."""
        return bool(self.typed[field.id]) and not self.always(field)

    def otherwise(self, field: Field) -> bool:
        """Return whether the text or last year's report may notice it."""
        return bool(self.stated.get(field.id) or self.last_year.get(field.id))
