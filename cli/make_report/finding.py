"""Findings about the staff's data: code, severity, place, operands. They become text only where they are shown."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import IntEnum
from functools import lru_cache

from make_report.language import translate
from make_report.place import Place
from make_report.record import Record


class Severity(IntEnum):
    """What a finding means for the report. Smaller sorts first."""

    ERROR = 1
    """Can never be right: no report is written."""
    WARNING = 2
    """May be right: the report is written, the clerk is asked to look."""

    @property
    def word(self) -> str:
        """The word used in data: error or warning."""
        return self.name.lower()


class Check(Record):
    """One row of the catalogue: what a code says.

    `sentence` and `remedy` hold {operands}; they are English and translated into the form's language when shown,
    or come from the form and are in its language already.
    """

    code: str
    severity: Severity
    sentence: str
    remedy: str
    waivable: bool = False
    """An error that the clerk may accept with a written reason; a warning may always be accepted."""


Operand = str | int | Decimal


class Finding(Record):
    """One thing to look at. `related` are the other cells that take part, such as the terms of a sum."""

    check: Check
    place: Place
    operands: Mapping[str, Operand]
    label: str = ""
    """What the place is called in the form, such as “本年新收·自然人”."""
    related: tuple[Place, ...] = ()
    accepted: str = ""
    """The written reason for which the clerk accepts it; an accepted finding does not forbid the report."""

    @property
    def code(self) -> str:
        """The stable code of the check."""
        return self.check.code

    @property
    def severity(self) -> Severity:
        """Whether the report may be made."""
        return self.check.severity

    def message(self, language: str) -> str:
        """Return the fault in one sentence, in the given language."""
        return self._say(self.check.sentence, language)

    def remedy(self, language: str) -> str:
        """Return what to do about it, in the given language."""
        return self._say(self.check.remedy, language)

    def _say(self, sentence: str, language: str) -> str:
        shown = {
            name: show_number(value) if isinstance(value, Decimal) else value for name, value in self.operands.items()
        }
        return translate(sentence, language).format_map(shown | {"cell": self.label or str(self.place)})


@lru_cache(maxsize=1024)
def show_number(number: Decimal) -> str:
    """Return a number as staff write it: no exponent, no trailing zeros after the point."""
    if number == number.to_integral_value():
        return str(int(number))
    return format(number.normalize(), "f")


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings as one walks through the workbook: sheet, row, column, errors first, code."""
    return tuple(sorted(findings, key=lambda finding: (finding.place, finding.severity, finding.code)))


def has_error(findings: Iterable[Finding]) -> bool:
    """Return whether any finding forbids the report."""
    return any(finding.severity is Severity.ERROR and not finding.accepted for finding in findings)
