"""Findings for the tests of how they are shown."""

from decimal import Decimal

from make_report.check import check_filing, likely_repairs
from make_report.finding import Check, Finding, Severity, in_order
from make_report.form.model import Form
from make_report.place import Place
from make_report.show.judged import Judged
from tests.filings import Given, filing

WRONG = Check("A01", Severity.ERROR, "{cell}: {left} and {right}", "Type {left}.")
LOOK = Check("U04", Severity.WARNING, "{cell} is text", "")
TOTAL_LEFT_0: dict[str, Given] = {"disputes.reconsideration.upheld": 2, "disputes.reconsideration.total": 0}
WHOLE = Finding(Check("F01", Severity.ERROR, "wrong year", ""), Place(), {})


def at(row: int, check: Check = WRONG, accepted: str = "") -> Finding:
    operands = {"left": Decimal("11.50"), "right": Decimal(10)}
    return Finding(check, Place(4, row, 4, "表三"), operands, "总计", accepted=accepted)


def shown(form: Form, *findings: Finding, source: str = "book.xlsx") -> Judged:
    """Return the findings about a sound filing of the form."""
    return Judged(form, filing(form, source=source), in_order(findings))


def judged(form: Form, given: dict[str, Given]) -> Judged:
    """Return what a run finds in a sound filing with the given contents."""
    whole = filing(form, given, source="book.xlsx")
    return Judged(form, whole, check_filing(form, whole), mistakes=likely_repairs(form, whole))
