"""What became of a batch as data: JSON by a published schema (docs/batch.schema.json), and rows for CSV."""

import csv
import io
import json
from collections.abc import Iterator, Sequence

from make_report.office.run import Outcome, Tally
from make_report.office.work import State
from make_report.record import as_mapping
from make_report.show.batch import SummaryData, WorkbookData
from make_report.show.data import FindingData


def workbook_data(outcome: Outcome) -> WorkbookData:
    """Return what became of a workbook."""
    done, found = outcome.done, outcome.done.found
    return WorkbookData(
        workbook=outcome.path,
        state=done.state.value,
        form=found.form if found else "",
        org=found.org if found else "",
        year=found.year if found else None,
        report=str(outcome.report or ""),
        verdict=found.verdict if found else "",
        errors=found.errors if found else 0,
        warnings=found.warnings if found else 0,
        accepted=found.accepted if found else 0,
        message=done.message,
        findings=found.findings if found else (),
        repairs=found.repairs if found else (),
        other_repairs=found.other_repairs if found else (),
    )


def summary_data(tally: Tally) -> SummaryData:
    """Return the sum of it."""
    return SummaryData(
        workbooks=tally.of,
        made=tally[State.MADE],
        unchanged=tally[State.UNCHANGED],
        sound=tally[State.SOUND],
        with_warnings=tally.to_check,
        errors=tally[State.ERRORS],
        unreadable=tally[State.UNREADABLE],
        unwritten=tally[State.UNWRITTEN],
        stopped=tally.counted < tally.of,
    )


JSON_HEAD = '{"workbooks": ['
"""What stands before the workbooks, one a line: a batch is never held as a whole."""


def json_row(outcome: Outcome, *, first: bool) -> str:
    """Return a workbook as a line of the JSON document."""
    comma = "" if first else ","
    return comma + "\n" + json.dumps(workbook_data(outcome), default=as_mapping, ensure_ascii=False)


def json_tail(tally: Tally) -> str:
    """Return what stands after the workbooks."""
    return '\n],\n"summary": ' + json.dumps(summary_data(tally), default=as_mapping) + "}\n"


_WORKBOOK_COLUMNS = ("workbook", "state", "form", "org", "year", "report", "errors", "warnings", "accepted", "message")
_FINDING_COLUMNS = ("code", "severity", "sheet", "cell", "label", "fault", "remedy", "accepted_because")
_MADE_INTO_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def csv_head(*, by_finding: bool) -> str:
    """Return the line of headings."""
    return _line((*_WORKBOOK_COLUMNS, *_FINDING_COLUMNS) if by_finding else _WORKBOOK_COLUMNS)


def csv_rows(outcome: Outcome, *, by_finding: bool) -> str:
    """Return a line for the workbook, or one for each of its findings; one for a workbook without any."""
    data = workbook_data(outcome)
    shared = [getattr(data, column) for column in _WORKBOOK_COLUMNS]
    if not by_finding:
        return _line(shared)
    findings = [_finding_row(finding) for finding in data.findings] or [[""] * len(_FINDING_COLUMNS)]
    return "".join(_line([*shared, *row]) for row in findings)


def _finding_row(finding: FindingData) -> Sequence[str]:
    said = (finding.code, finding.severity, finding.sheet, finding.cell, finding.label)
    return [*said, finding.message, finding.remedy, finding.accepted]


def _line(row: Sequence[object]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow([*_harmless(row)])
    return line.getvalue()


def _harmless(row: Sequence[object]) -> Iterator[object]:
    """Yield the cells; a text that a spreadsheet would take for a formula gets an apostrophe before it."""
    for cell in row:
        dangerous = isinstance(cell, str) and cell.startswith(_MADE_INTO_FORMULAS)
        yield f"'{cell}" if dangerous else "" if cell is None else cell
