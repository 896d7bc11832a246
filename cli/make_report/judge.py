"""A workbook read and checked: what every command that looks at one begins with."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from make_report.check import LastYear, accepted, check_filing, likely_repairs, told_once
from make_report.files import read_file, report_name, safe_name
from make_report.filing import Filing
from make_report.finding import Finding, in_order
from make_report.form.library import Library
from make_report.form.model import Form
from make_report.language import marked, translate
from make_report.show.judged import Judged
from make_report.workbook.reading.open import open_workbook
from make_report.workbook.reading.read import read_filing

FormOf = Callable[[str], Form]
_OFFER = marked("Last year's report {name} lies beside it: add --last-year {path} to compare with it.")


def read_workbook(path: Path, library: Library) -> tuple[Form, Filing, tuple[Finding, ...]]:
    """Return a workbook's form, what it holds, and what is to be said about its reading."""
    return read_content(read_file(path, library.language), path.name, library.form_of_workbook)


def read_content(content: bytes, name: str, form_of: FormOf) -> tuple[Form, Filing, tuple[Finding, ...]]:
    """Return the same of a workbook's content; `form_of` gives a form by the id that a workbook bears."""
    opened = open_workbook(content, name)
    form = form_of(opened.form_id)
    filing, findings = read_filing(form, opened)
    return form, filing, in_order(findings)


def judge(
    path: Path, library: Library, last_year: Path | None = None, *, optional: bool = False
) -> tuple[Judged, tuple[str, ...]]:
    """Return a workbook with all findings, and sentences in the user's language about last year's report.

    If that is given, the workbook is checked against it; if it only lies beside the workbook, it is offered.
    Rules that are optional are checked if they are asked for.
    UsageError if what is given is not the report of the year before.
    """
    form, filing, findings = read_workbook(path, library)
    before, notes = None, last_year_offer(path, form, filing, library)
    if last_year:
        from make_report.previous import last_year_for  # noqa: PLC0415 - loads what only Word and JSON files need

        before, notes = last_year_for(form, filing, last_year, library)
    return _judged(form, filing, findings, before, optional=optional), notes


def judge_content(content: bytes, name: str, form_of: FormOf, *, optional: bool = False) -> Judged:
    """Return the content of a workbook with all findings, looked at by itself."""
    return _judged(*read_content(content, name, form_of), None, optional=optional)


def _judged(
    form: Form, filing: Filing, findings: tuple[Finding, ...], before: LastYear | None, *, optional: bool
) -> Judged:
    checked = check_filing(form, filing, before, optional=optional)
    found = tuple(told_once(in_order((*findings, *checked))))
    everything = accepted(form, filing, found, before, optional=optional)
    explained = [finding for finding in everything if finding.accepted]
    return Judged(form, filing, everything, likely_repairs(form, filing, before, explained))


def last_year_offer(path: Path, form: Form, filing: Filing, library: Library) -> tuple[str, ...]:
    """Return a sentence that offers last year's report if it lies beside the workbook under its usual name."""
    for name in _usual_names(path, form, filing):
        if os.path.isfile(path.parent / name):  # noqa: PTH113 - it never raises
            return (translate(_OFFER, library.language).format(name=name, path=f'"{path.parent / name}"'),)
    return ()


def _usual_names(path: Path, form: Form, filing: Filing) -> Iterator[str]:
    year, unit = filing["year"].year, filing["org"].text
    if year is None:
        return
    if str(year) in path.stem:
        before = path.stem.replace(str(year), str(year - 1))
        yield from (f"{before}{suffix}" for suffix in dict.fromkeys((path.suffix, ".docx", ".json")))
    if unit:
        yield safe_name(f"{unit}{year - 1}", ".xlsx")
        yield report_name(form, unit, year - 1)
