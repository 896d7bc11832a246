"""What the commands about one workbook do: the stages called in turn, their findings printed."""

import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from make_report.errors import UsageError
from make_report.files import Written, check_ending, check_target, report_name, write_file
from make_report.finding import has_error
from make_report.form.library import Library
from make_report.language import marked, translate, user_language
from make_report.resources import shipped_templates
from make_report.show.judged import Judged
from make_report.show.text import findings_as_text
from make_report.show.words import verdict
from make_report.show.written import written_as_text
from make_report.streams import shows_colours

LANGUAGE = user_language()
"""The language in which the program speaks of itself."""
ERRORS_FOUND = 1
_ = partial(translate, language=LANGUAGE)


def library(templates: Sequence[Path] | None = None) -> Library:
    """Return the forms in the given folders and the shipped ones. UsageError if a folder is not there."""
    for folder in templates or []:
        if not os.path.isdir(folder):  # noqa: PTH112 - it never raises
            raise UsageError(_(marked("The folder {folder} does not exist.")).format(folder=folder))
    return Library((*(templates or []), shipped_templates()), LANGUAGE)


def make(  # noqa: PLR0913 - one parameter for each option
    workbook: Path,
    output: Path | None = None,
    *,
    mark: bool = False,
    last_year: Path | None = None,
    thorough: bool = False,
    templates: Sequence[Path] | None = None,
) -> int:
    """Make the report of a workbook and return the exit code."""
    from make_report.judge import judge

    judged, notes = judge(workbook, library(templates), last_year, optional=thorough)
    print_findings(judged)
    print_notes(notes)
    if mark:
        _write_marked(workbook, judged)
    if has_error(judged.findings):
        print(_(marked("No report was written. Please correct the workbook and run this again.")), file=sys.stderr)
        return ERRORS_FOUND
    form, filing = judged.form, judged.filing
    target = output or workbook.parent / report_name(form, filing["org"].text, filing["year"].year)
    forms = library(templates)
    check_target(target, workbook, LANGUAGE, last_year, *forms.files(form.form_id))
    check_ending(target, ".docx", LANGUAGE)
    from make_report.report import report_of

    report = report_of(form, filing, forms)
    print_written(write_file(target, report, LANGUAGE, form.language))
    return 0


def check(  # noqa: PLR0913 - one parameter for each option
    workbook: Path,
    shown: Callable[[Judged], str] | None = None,
    output: Path | None = None,
    *,
    mark: bool = False,
    last_year: Path | None = None,
    thorough: bool = False,
    templates: Sequence[Path] | None = None,
) -> int:
    """Check a workbook, make no report, and return the exit code. `shown` turns the findings into data or a page."""
    from make_report.judge import judge

    judged, notes = judge(workbook, library(templates), last_year, optional=thorough)
    if output:
        check_target(output, workbook, LANGUAGE, last_year)
        print(verdict(judged.findings, judged.language), file=sys.stderr)
        print_written(write_file(output, (shown or findings_as_text)(judged).encode(), LANGUAGE, None))
    elif shown is None:
        print_findings(judged)
    else:
        print(shown(judged), end="")
    print_notes(notes)
    if mark:
        _write_marked(workbook, judged)
    return ERRORS_FOUND if has_error(judged.findings) else 0


def _write_marked(workbook: Path, judged: Judged) -> None:
    """Write the marked copy beside the workbook. Standard output stays clean."""
    from make_report.marked_copy import marked_copy

    copy = marked_copy(workbook, judged, LANGUAGE)
    if copy is None:
        print(_(marked("There is nothing to mark.")), file=sys.stderr)
        return
    print_notes(copy.lost)
    written = write_file(copy.target, copy.content, LANGUAGE, copy.old_language)
    print(written_as_text(written, LANGUAGE), file=sys.stderr)


def print_findings(judged: Judged) -> None:
    """Print the findings for people, on standard error."""
    if not shows_colours(sys.stderr):
        print(findings_as_text(judged), file=sys.stderr)
        return
    # On Windows click finds out whether the console shows colours.
    from click import echo

    echo(findings_as_text(judged, colour=True), err=True)


def print_notes(notes: Sequence[str]) -> None:
    """Print what is said besides findings, on standard error."""
    for note in notes:
        print(note, file=sys.stderr)


def print_written(written: Written) -> None:
    """Print what became of a file."""
    print(written_as_text(written, LANGUAGE))
