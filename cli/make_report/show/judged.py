"""What is shown: a workbook that was read and checked, and its findings arranged as one goes through it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from make_report.filing import Filing
from make_report.finding import Check, Finding, Severity
from make_report.form.model import Form
from make_report.place import Place
from make_report.record import Record

if TYPE_CHECKING:
    from make_report.repair import Mistake

MOST_ALIKE = 5
"""Findings of one check on one sheet that are listed singly; of more only the first, with the cells of the others."""


class Judged(Record):
    """A workbook that was read and checked."""

    form: Form
    filing: Filing
    findings: tuple[Finding, ...]
    mistakes: "tuple[Mistake, ...]" = ()
    """Broken equations with what is likely to be wrong, as far as few cells repair them."""

    @property
    def language(self) -> str:
        """The language in which the findings are said."""
        return self.form.language


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what forbids the report."""
    return tuple(finding for finding in open_findings(findings) if finding.severity is Severity.ERROR)


def warnings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what the clerk is asked to look at."""
    return tuple(finding for finding in open_findings(findings) if finding.severity is Severity.WARNING)


def accepted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what the clerk has accepted with a written reason: it counts neither as an error nor as to be checked."""
    return tuple(finding for finding in findings if finding.accepted)


def open_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what has not been accepted."""
    return tuple(finding for finding in findings if not finding.accepted)


class Alike(Record):
    """A finding, and the cells in which the same was found."""

    finding: Finding
    others: tuple[Place, ...] = ()


class SheetFindings(Record):
    """What is open on one sheet, "" for the whole workbook, and which cells are likely to be wrong."""

    sheet: str
    findings: tuple[Alike, ...]
    mistakes: "tuple[Mistake, ...]"


def by_sheet(judged: Judged) -> Iterator[SheetFindings]:
    """Yield the open findings sheet by sheet, in the order of the findings; many of one kind stand as one."""
    for sheet, group in groupby(open_findings(judged.findings), key=lambda finding: finding.place.sheet):
        mistakes = tuple(mistake for mistake in judged.mistakes if mistake.sheet == sheet)
        yield SheetFindings(sheet, tuple(_folded(tuple(group))), mistakes)


def _folded(findings: Sequence[Finding]) -> Iterator[Alike]:
    alike = Counter(finding.check for finding in findings)
    said: set[Check] = set()
    for finding in findings:
        if alike[finding.check] <= MOST_ALIKE:
            yield Alike(finding)
        elif finding.check not in said:
            said.add(finding.check)
            same = (other for other in findings if other.check == finding.check and other is not finding)
            yield Alike(finding, tuple(other.place for other in same))
