"""The commands: words in, stages called, findings printed, exit code out. The only place that prints."""

# pyright: reportUnknownMemberType=false
# typer's overloads of Option and Argument name click's ParamType without its arguments.

import os
import sys
import traceback
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import click
import typer

from make_report import __version__
from make_report.app_forms import forms_app
from make_report.bounded import LONGEST_RUN, MOST_MEMORY, OUT_OF_BOUNDS, run_bounded
from make_report.errors import MakeReportError, UsageError
from make_report.files import Written, check_target, read_text, report_name, safe_name, write_file
from make_report.finding import has_error
from make_report.form.library import Library
from make_report.language import marked, translate
from make_report.options import (
    DEFAULT_COMMAND,
    LANGUAGE,
    AsJson,
    Data,
    FindingsTarget,
    FormId,
    FromFile,
    LastYearFile,
    Mark,
    Organisation,
    ReportTarget,
    Shape,
    ShownAs,
    Templates,
    Thorough,
    Workbook,
    WorkbookOrCommand,
    WorkbookTarget,
    Year,
    library,
)
from make_report.show import Judged, findings_as_json, findings_as_page, findings_as_text, verdict
from make_report.show.written import written_as_text

_ = partial(translate, language=LANGUAGE)

ERRORS_FOUND = 1
FORMS = "forms"
_OUT_OF_BOUNDS = marked(
    "This took longer than {seconds} seconds or more than {memory} GB of memory and was stopped; nothing was written. "
    "Please copy the figures into a new standard workbook."
)

app = typer.Typer(
    cls=WorkbookOrCommand,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode="rich" if sys.stdout.isatty() else None,
    pretty_exceptions_enable=False,
    subcommand_metavar=_(marked("WORKBOOK.xlsx [-o REPORT.docx] | COMMAND ...")),
    help=_(marked("Turn a filled workbook into a report that can be published: read, checked, written as Word.")),
)
app.add_typer(forms_app, name=FORMS)


def main() -> None:
    """Run the command line; every failure ends here in one sentence and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            # A console in GBK or ASCII shows what it can instead of stopping the run.
            reconfigure(errors="replace")
    words = sys.argv[1:]
    # What authors of forms ask for is their own work, and may take long.
    code = run(words) if words[:1] == [FORMS] else run_bounded(partial(run, words))
    if code == OUT_OF_BOUNDS:
        code = _fail(_(_OUT_OF_BOUNDS).format(seconds=LONGEST_RUN, memory=MOST_MEMORY // 1024**3), 3)
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run the command that the words name and return its exit code; every failure is said in one sentence."""
    try:
        return _invoke(arguments)
    except OSError as error:
        sentence = _(marked("What is to be printed cannot be written: {reason}."))
        return _fail(sentence.format(reason=error.strerror or error), 3)
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        return _fail(_(marked("Stopped; nothing was written.")), 130)
    except MakeReportError as error:
        return _fail(error.said(LANGUAGE), error.exit_code)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - the funnel: no traceback ever reaches a user
        if os.environ.get("MAKE_REPORT_DEBUG"):
            traceback.print_exc()
        sentence = _(marked("This is a mistake in make-report itself, not in your workbook: {what}. Please report it."))
        return _fail(sentence.format(what=f"{type(error).__name__}: {error}"), 3)


def _invoke(arguments: Sequence[str]) -> int:
    """Return the exit code of the command. It is no failure if nobody reads on, as in make-report data x | head."""
    try:
        code = app(list(arguments), prog_name="make-report", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except (SystemExit, BrokenPipeError):
        return 0
    return code if isinstance(code, int) else 0


def _fail(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code


def _show_version(asked: bool) -> None:  # noqa: FBT001 - typer's way of calling it
    if asked:
        print(f"make-report {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_show_version, help=_(marked("Show the version.")))
    ] = False,
) -> None:
    """Take the options that stand before any command."""


@app.command(DEFAULT_COMMAND, hidden=True)
def make(  # noqa: PLR0913 - one parameter for each option
    workbook: Workbook,
    *,
    output: ReportTarget = None,
    mark: Mark = False,
    last_year: LastYearFile = None,
    thorough: Thorough = False,
    templates: Templates = None,
) -> int:
    """Make the report of a workbook."""
    judged, notes = _judge(workbook, library(templates), last_year, optional=thorough)
    _print_findings(judged)
    _print_notes(notes)
    if mark:
        _write_marked(workbook, judged)
    if has_error(judged.findings):
        print(_(marked("No report was written. Please correct the workbook and run this again.")), file=sys.stderr)
        return ERRORS_FOUND
    form, filing = judged.form, judged.filing
    target = output or workbook.parent / report_name(form, filing["org"].text, filing["year"].year)
    check_target(target, workbook, LANGUAGE)
    from make_report.report import report_of

    report = report_of(form, filing, library(templates))
    _print_written(write_file(target, report, LANGUAGE, form.language))
    return 0


@app.command(help=_(marked("Check a workbook and make no report.")))
def check(  # noqa: PLR0913 - one parameter for each option
    workbook: Workbook,
    *,
    shape: Shape = ShownAs.TEXT,
    as_json: AsJson = False,
    output: FindingsTarget = None,
    last_year: LastYearFile = None,
    thorough: Thorough = False,
    mark: Mark = False,
    templates: Templates = None,
) -> int:
    """Check a workbook and make no report."""
    judged, notes = _judge(workbook, library(templates), last_year, optional=thorough)
    shape = ShownAs.JSON if as_json else shape
    if output:
        check_target(output, workbook, LANGUAGE)
        print(verdict(judged.findings, judged.language), file=sys.stderr)
        _print_written(write_file(output, _SHOWN[shape](judged).encode(), LANGUAGE, None))
    elif shape is ShownAs.TEXT:
        _print_findings(judged)
    else:
        print(_SHOWN[shape](judged), end="")
    _print_notes(notes)
    if mark:
        _write_marked(workbook, judged)
    return ERRORS_FOUND if has_error(judged.findings) else 0


_SHOWN = {ShownAs.TEXT: findings_as_text, ShownAs.JSON: findings_as_json, ShownAs.HTML: findings_as_page}


@app.command(help=_(marked("Make a standard workbook, blank or filled from data.")))
def new(  # noqa: PLR0913 - one parameter for each option
    *,
    form_id: FormId = None,
    year: Year = None,
    org: Organisation = None,
    data: Data = None,
    last: FromFile = None,
    output: WorkbookTarget = None,
    templates: Templates = None,
) -> int:
    """Make a standard workbook: blank, filled from data, or begun from last year's report."""
    if last:
        return _new_from(last, data, (form_id, year, org), output, library(templates))
    from make_report.data import FORM_KEY, entries_of, parse_data, waivers_of
    from make_report.workbook.writing.blank import standard_workbook

    given: dict[str, Any] = parse_data(read_text(data, LANGUAGE), LANGUAGE) if data else {}
    given |= {name: value for name, value in (("year", year), ("org", org)) if value is not None}
    form = library(templates).form_asked_for(form_id or given.get(FORM_KEY), given.get("year"))
    entries = entries_of(form, given, LANGUAGE)
    name = "{org}{year}".format(org=entries.get("org", ""), year=entries.get("year", "")) or form.form_id
    target = output or Path(safe_name(name, ".xlsx"))
    check_target(target, data if data and str(data) != "-" else None, LANGUAGE)
    workbook = standard_workbook(form, entries, waivers=waivers_of(form, given, LANGUAGE))
    _print_written(write_file(target, workbook, LANGUAGE, form.language))
    return 0


def _new_from(
    last: Path,
    data: Path | None,
    asked: tuple[str | None, int | None, str | None],
    output: Path | None,
    library: Library,
) -> int:
    from make_report.next_year import next_year

    if data:
        raise UsageError(_(marked("--from and --data cannot go together.")))
    made = next_year(last, library, *asked)
    target = output or Path(
        safe_name("{org}{year}".format(org=made.entries.get("org", ""), year=made.entries["year"]), ".xlsx")
    )
    check_target(target, last, LANGUAGE)
    _print_written(write_file(target, made.workbook, LANGUAGE, made.form.language))
    return 0


@app.command(help=_(marked("Print what a workbook holds, as JSON.")))
def data(workbook: Workbook, templates: Templates = None) -> int:
    """Print what a workbook holds, as JSON."""
    from make_report.data import data_as_json, data_of
    from make_report.judge import read_workbook

    form, filing, findings = read_workbook(workbook, library(templates))
    if findings:
        _print_findings(Judged(form, filing, findings))
    print(data_as_json(data_of(form, filing)), end="")
    return ERRORS_FOUND if has_error(findings) else 0


def _judge(workbook: Path, forms: Library, last_year: Path | None, *, optional: bool) -> tuple[Judged, Sequence[str]]:
    from make_report.judge import judge

    return judge(workbook, forms, last_year, optional=optional)


def _write_marked(workbook: Path, judged: Judged) -> None:
    """Write the marked copy beside the workbook. Standard output stays clean."""
    from make_report.marked_copy import marked_copy

    copy = marked_copy(workbook, judged, LANGUAGE)
    if copy is None:
        print(_(marked("There is nothing to mark.")), file=sys.stderr)
        return
    _print_notes(copy.lost)
    written = write_file(copy.target, copy.content, LANGUAGE, copy.old_language)
    print(written_as_text(written, LANGUAGE), file=sys.stderr)


def _print_findings(judged: Judged) -> None:
    colour = sys.stderr.isatty() and "NO_COLOR" not in os.environ
    click.echo(findings_as_text(judged, colour=colour), err=True)


def _print_notes(notes: Sequence[str]) -> None:
    for note in notes:
        print(note, file=sys.stderr)


def _print_written(written: Written) -> None:
    print(written_as_text(written, LANGUAGE))


if __name__ == "__main__":
    main()
