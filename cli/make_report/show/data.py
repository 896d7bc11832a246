"""Findings as JSON, by a published schema (docs/findings.schema.json) that is made from these classes."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from make_report.finding import Finding, Operand
from make_report.form.vocabulary import said
from make_report.place import Place
from make_report.record import Record, as_mapping
from make_report.show.judged import Judged, accepted, errors, warnings
from make_report.show.repair_data import (
    CellData,
    OtherRepairsData,
    RepairData,
    cell_data,
    json_number,
    other_repairs_data,
    repairs_data,
)
from make_report.show.words import verdict


class FindingData(Record, kw_only=True):
    """One thing to look at."""

    code: str = said("The stable code of the check; docs/checks.md says what it means.")
    severity: Literal["error", "warning"] = said("error: no report is made; warning: the clerk is asked to look.")
    sheet: str = said("The sheet's name, empty for the whole workbook.")
    cell: str = said("The A1 address, empty for a whole sheet.")
    label: str = said("What the form calls the cell.")
    message: str = said("The fault, in the form's language.")
    remedy: str = said("What to do, in the form's language.")
    operands: Mapping[str, str | int | float] = said("The figures and words in the message, by name.")
    related: tuple[CellData, ...] = said("The other cells that take part, such as the terms of a sum.")
    accepted: str = said("The written reason for which the clerk accepted it; empty while it is open.")


class FindingsData(Record, kw_only=True):
    """All that is wrong with a workbook, as `make-report check --format json` gives it."""

    workbook: str = said("The name of the file.")
    form: str = said("The form's id.")
    org: str = said("The unit, empty if it is not filled in.")
    year: int | None = said("The report year, null if it is not filled in.")
    verdict: str = said("In one sentence, in the form's language, whether the report may be published.")
    publishable: bool = said("Whether it may be published: there are no errors.")
    errors: int = said("How many errors must be corrected.")
    warnings: int = said("How many things the clerk is asked to check.")
    accepted: int = said("How many findings the clerk has accepted; they are counted nowhere else.")
    findings: tuple[FindingData, ...] = said("All findings, as one walks through the workbook.")
    repairs: tuple[RepairData, ...] = said("The likely repairs, the alternatives for one mistake after each other.")
    other_repairs: tuple[OtherRepairsData, ...] = said("The pairs of cells that are not listed, where very many do.")


def findings_as_json(judged: Judged) -> str:
    """Return the findings as JSON text, indented, Chinese readable, ending in a newline."""
    return json.dumps(findings_data(judged), default=as_mapping, ensure_ascii=False, indent=1) + "\n"


def findings_data(judged: Judged) -> FindingsData:
    """Return the findings as data."""
    findings, filing = judged.findings, judged.filing
    names_cells = judged.mistakes or any(finding.related for finding in findings)
    fields = judged.form.fields.items() if names_cells else ()
    labels = {filing[name].place: field.label for name, field in fields}
    return FindingsData(
        workbook=filing.source,
        form=judged.form.form_id,
        org=filing["org"].text,
        year=filing["year"].year,
        verdict=verdict(findings, judged.language),
        publishable=not errors(findings),
        errors=len(errors(findings)),
        warnings=len(warnings(findings)),
        accepted=len(accepted(findings)),
        findings=tuple(_finding(finding, labels, judged.language) for finding in findings),
        repairs=tuple(repairs_data(judged, labels)),
        other_repairs=tuple(other_repairs_data(judged, labels)),
    )


def _finding(finding: Finding, labels: Mapping[Place, str], language: str) -> FindingData:
    return FindingData(
        code=finding.code,
        severity="error" if finding.severity.word == "error" else "warning",
        sheet=finding.place.sheet,
        cell=finding.place.cell,
        label=finding.label,
        message=finding.message(language),
        remedy=finding.remedy(language),
        operands={name: _plain(operand) for name, operand in finding.operands.items()},
        related=tuple(cell_data(place, labels) for place in finding.related),
        accepted=finding.accepted,
    )


def _plain(operand: Operand) -> str | int | float:
    return json_number(operand) if isinstance(operand, Decimal) else operand
