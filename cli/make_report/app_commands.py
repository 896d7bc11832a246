"""The commands and their options, as typer declares them; what they do is in app_work.py."""

# pyright: reportUnknownMemberType=false
# typer's overloads of Option and Argument name click's ParamType without its arguments.

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from make_report import __version__, app_work
from make_report.app_forms import forms_app
from make_report.app_work import ERRORS_FOUND, LANGUAGE, library, print_findings, print_notes, print_written
from make_report.errors import UsageError
from make_report.files import check_ending, check_target, read_text, safe_name, write_file
from make_report.finding import has_error
from make_report.form.library import Library
from make_report.language import marked, translate
from make_report.options import (
    DEFAULT_COMMAND,
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
    invoked,
)

_ = partial(translate, language=LANGUAGE)

app = typer.Typer(
    cls=WorkbookOrCommand,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode="rich" if sys.stdout.isatty() else None,
    pretty_exceptions_enable=False,
    subcommand_metavar=_(marked("WORKBOOK.xlsx|DIR ... [-o TARGET] | COMMAND ...")),
    help=_(marked("Turn a filled workbook into a report that can be published: read, checked, written as Word.")),
)
app.add_typer(forms_app, name="forms")


def invoke(words: Sequence[str]) -> int:
    """Return the exit code of the command that the words name. What is wrong with the words is said."""
    return invoked(app, words)


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
    return app_work.make(workbook, output, mark=mark, last_year=last_year, thorough=thorough, templates=templates)


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
    from make_report.show.data import findings_as_json
    from make_report.show.page import findings_as_page

    shown = {ShownAs.TEXT: None, ShownAs.JSON: findings_as_json, ShownAs.HTML: findings_as_page}
    return app_work.check(
        workbook,
        shown[ShownAs.JSON if as_json else shape],
        output,
        mark=mark,
        last_year=last_year,
        thorough=thorough,
        templates=templates,
    )


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
    from make_report.data import FORM_KEY
    from make_report.entries import entries_of, parse_data, waivers_of
    from make_report.workbook.writing.blank import standard_workbook

    given: dict[str, Any] = parse_data(read_text(data, LANGUAGE), LANGUAGE) if data else {}
    given |= {name: value for name, value in (("year", year), ("org", org)) if value is not None}
    form = library(templates).form_asked_for(form_id or given.get(FORM_KEY), given.get("year"))
    entries = entries_of(form, given, LANGUAGE)
    name = "{org}{year}".format(org=entries.get("org", ""), year=entries.get("year", "")) or form.form_id
    target = output or Path(safe_name(name, ".xlsx"))
    check_target(target, data if data and str(data) != "-" else None, LANGUAGE)
    check_ending(target, ".xlsx", LANGUAGE)
    workbook = standard_workbook(form, entries, waivers=waivers_of(form, given, LANGUAGE))
    print_written(write_file(target, workbook, LANGUAGE, form.language))
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
    check_ending(target, ".xlsx", LANGUAGE)
    written = write_file(target, made.workbook, LANGUAGE, made.form.language)
    print_notes(made.notes)
    print_written(written)
    return 0


@app.command(help=_(marked("Print what a workbook holds, as JSON.")))
def data(workbook: Workbook, templates: Templates = None) -> int:
    """Print what a workbook holds, as JSON."""
    from make_report.data import data_as_json, data_of
    from make_report.judge import read_workbook
    from make_report.show.judged import Judged

    form, filing, findings = read_workbook(workbook, library(templates))
    if findings:
        print_findings(Judged(form, filing, findings))
    print(data_as_json(data_of(form, filing)), end="")
    return ERRORS_FOUND if has_error(findings) else 0
