"""What is shown of many workbooks as data, by a published schema (docs/batch.schema.json) made from these classes."""

from typing import Literal

from make_report.form.vocabulary import said
from make_report.record import Record
from make_report.show.data import FindingData
from make_report.show.repair_data import OtherRepairsData, RepairData


class WorkbookData(Record, kw_only=True):
    """What became of a workbook."""

    workbook: str = said("The file, as it was named.")
    state: Literal["made", "unchanged", "sound", "errors", "unreadable", "unwritten"] = said(
        "made: its report was made; unchanged: made by an earlier run from the same; sound: only checked, no errors; "
        "errors: none was made; unreadable: it could not be read; unwritten: its report could not be written."
    )
    form: str = said("The form's id, empty if it could not be read; so are the following.")
    org: str = said("The unit, empty if it is not filled in.")
    year: int | None = said("The report year, null if it is not filled in.")
    report: str = said("Where the report is, empty if there is none.")
    verdict: str = said("In one sentence, in the form's language, whether the report may be published.")
    errors: int = said("How many errors must be corrected.")
    warnings: int = said("How many things the clerk is asked to check.")
    accepted: int = said("How many findings the clerk has accepted; they are counted nowhere else.")
    message: str = said("Why it could not be read or written, in the user's language; else empty.")
    findings: tuple[FindingData, ...] = said("All findings, as one walks through the workbook; none if unchanged.")
    repairs: tuple[RepairData, ...] = said("The likely repairs, the alternatives for one mistake after each other.")
    other_repairs: tuple[OtherRepairsData, ...] = said("The pairs of cells that are not listed, where very many do.")


class SummaryData(Record, kw_only=True):
    """How many workbooks there are, and what became of them."""

    workbooks: int = said("How many there are.")
    made: int = said("Reports made.")
    unchanged: int = said("Reports of earlier runs that stand.")
    sound: int = said("Checked and without errors.")
    with_warnings: int = said("Those of the three kinds above that have something to check.")
    errors: int = said("Workbooks with errors.")
    unreadable: int = said("Workbooks that could not be read.")
    unwritten: int = said("Reports that could not be written.")
    stopped: bool = said("Whether the run was stopped before all were done.")


class BatchData(Record, kw_only=True):
    """What became of many workbooks, as `make-report FOLDER --format json` and `check FOLDER --format json` give it."""

    workbooks: tuple[WorkbookData, ...] = said("Each workbook, in the order in which they were named.")
    summary: SummaryData = said("The sum of it.")
