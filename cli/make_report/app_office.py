"""The commands for many workbooks: make and check, in batches."""

# pyright: reportUnknownMemberType=false
# typer's overloads of Option and Argument name click's ParamType without its arguments.

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from make_report.app_batch import ShownAs, check_many, make_many
from make_report.app_work import LANGUAGE
from make_report.language import marked, translate
from make_report.options import DEFAULT_COMMAND, Templates, Thorough, WorkbookOrCommand, invoked

_ = partial(translate, language=LANGUAGE)

office_app = typer.Typer(cls=WorkbookOrCommand, add_completion=False, rich_markup_mode=None)


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar=_(marked("WORKBOOK.xlsx|DIR ...")), help=_(marked("Workbooks, and folders with workbooks."))
    ),
]
OutFolder = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar=_(marked("DIR")), help=_(marked("The folder that takes the reports."))),
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", metavar=_(marked("N")), min=1, help=_(marked("How many are worked on at the same time."))),
]
Shape = Annotated[ShownAs, typer.Option("--format", help=_(marked("A line for each workbook, or data for programs.")))]
Cluster = Annotated[
    str | None,
    typer.Option(
        "--cluster", metavar=_(marked("URL")), help=_(marked("Work on a Dask cluster: tcp://scheduler:8786."))
    ),
]
SkipUnchanged = Annotated[
    bool, typer.Option("--skip-unchanged", help=_(marked("Make no report anew whose workbook has not changed.")))
]


def invoke_many(words: Sequence[str]) -> int:
    """Return the exit code of a command about many workbooks."""
    return invoked(office_app, words)


@office_app.callback()
def _options() -> None:
    """Take no options before the command."""


@office_app.command(DEFAULT_COMMAND, hidden=True, help=_(marked("Make the reports of many workbooks.")))
def make(  # noqa: PLR0913 - one parameter for each option
    workbooks: Inputs,
    *,
    output: OutFolder = None,
    jobs: Jobs = None,
    shape: Shape = ShownAs.TEXT,
    skip_unchanged: SkipUnchanged = False,
    cluster: Cluster = None,
    thorough: Thorough = False,
    templates: Templates = None,
) -> int:
    """Make the reports of many workbooks."""
    return make_many(
        workbooks,
        output,
        jobs=jobs,
        shape=shape,
        skip_unchanged=skip_unchanged,
        cluster=cluster,
        thorough=thorough,
        templates=templates,
    )


@office_app.command(help=_(marked("Check many workbooks and make no report.")))
def check(  # noqa: PLR0913 - one parameter for each option
    workbooks: Inputs,
    *,
    jobs: Jobs = None,
    shape: Shape = ShownAs.TEXT,
    as_json: Annotated[bool, typer.Option("--json", help=_(marked("Short for --format json.")))] = False,
    cluster: Cluster = None,
    thorough: Thorough = False,
    templates: Templates = None,
) -> int:
    """Check many workbooks and make no report."""
    shown = ShownAs.JSON if as_json else shape
    return check_many(workbooks, jobs=jobs, shape=shown, cluster=cluster, thorough=thorough, templates=templates)
