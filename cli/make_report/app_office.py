"""The commands for many workbooks: make and check, in batches."""

# pyright: reportUnknownMemberType=false
# typer's overloads of Option and Argument name click's ParamType without its arguments.

import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from make_report.app_progress import Stoppable, progress_bar
from make_report.app_work import LANGUAGE, library
from make_report.errors import FileError, UsageError
from make_report.language import marked, translate
from make_report.office import data, text
from make_report.office.engine import Engine
from make_report.office.inputs import inputs_of
from make_report.office.kit import Kit
from make_report.office.local import local_engine
from make_report.office.made import Made
from make_report.office.run import Asked, Outcome, Tally, outcomes
from make_report.office.work import Wish
from make_report.options import DEFAULT_COMMAND, Templates, Thorough, WorkbookOrCommand, invoked
from make_report.record import Record
from make_report.streams import shows_colours

_ = partial(translate, language=LANGUAGE)

STOPPED = 130
"""The exit code after Ctrl-C."""

office_app = typer.Typer(cls=WorkbookOrCommand, add_completion=False, rich_markup_mode=None)


class ShownAs(StrEnum):
    """How the results of a batch are shown."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


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
    if output and output.suffix.lower() == ".docx":
        raise UsageError(_(marked("For several workbooks -o names the folder that takes the reports, not a file.")))
    kit = Kit(library(templates))
    made = Made(kit) if skip_unchanged else None
    asked = Asked(_meant(workbooks), Wish(optional=thorough), LANGUAGE, output, made)
    return _run(asked, _Show(shape, by_finding=False), _engine(kit, jobs, cluster, asked))


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
    kit = Kit(library(templates))
    asked = Asked(_meant(workbooks), Wish(make=False, optional=thorough), LANGUAGE)
    shown = _Show(ShownAs.JSON if as_json else shape, by_finding=True)
    return _run(asked, shown, _engine(kit, jobs, cluster, asked))


def _meant(words: list[str]) -> tuple[str, ...]:
    inputs = inputs_of(words, LANGUAGE)
    for note in inputs.notes:
        print(note, file=sys.stderr)
    if not inputs.workbooks:
        raise UsageError(_(marked("There is no workbook (*.xlsx) in {folders}.")).format(folders=", ".join(words)))
    return inputs.workbooks


def _engine(kit: Kit, jobs: int | None, cluster: str | None, asked: Asked) -> AbstractContextManager[Engine]:
    if cluster and jobs:
        raise UsageError(_(marked("--jobs is for this machine; a cluster knows itself how many workers it has.")))
    if cluster:
        from make_report.office.cluster import cluster_engine

        return cluster_engine(kit, cluster)
    return nullcontext(local_engine(kit, jobs, len(asked.workbooks)))


class _Show(Record):
    """How results are printed: as they come, nothing is kept."""

    shape: ShownAs
    by_finding: bool
    """Whether a row of CSV is a finding or a workbook."""

    def row(self, outcome: Outcome, *, first: bool) -> None:
        if self.shape is ShownAs.TEXT:
            print(text.outcome_line(outcome, LANGUAGE, colour=shows_colours(sys.stdout)))
        elif self.shape is ShownAs.JSON:
            print((data.JSON_HEAD if first else "") + data.json_row(outcome, first=first), end="")
        else:
            head = data.csv_head(by_finding=self.by_finding) if first else ""
            print(head + data.csv_rows(outcome, by_finding=self.by_finding), end="")

    def sum(self, tally: Tally) -> None:
        if self.shape is ShownAs.JSON:
            print(("" if tally.counted else data.JSON_HEAD) + data.json_tail(tally), end="")
        for line in text.summary_lines(tally, LANGUAGE):
            print(line, file=sys.stderr)


def _run(asked: Asked, shown: _Show, opened: AbstractContextManager[Engine]) -> int:
    """Work on all, print what comes of each, and return the exit code. Ctrl-C ends it between two files."""
    tally, stopped = Tally(len(asked.workbooks)), False
    with Stoppable() as stoppable:
        try:
            with opened as engine, progress_bar(tally.of) as seen, closing(outcomes(asked, engine, seen)) as results:
                for outcome in results:
                    with stoppable.as_a_whole():
                        tally.count(outcome)
                        shown.row(outcome, first=tally.counted == 1)
                    seen(tally.counted)
        except KeyboardInterrupt:
            stopped = True
        finally:
            unwritten = asked.made.save() if asked.made else ()
    shown.sum(tally)
    for sentence in unwritten:
        print(sentence, file=sys.stderr)
    return STOPPED if stopped else FileError.exit_code if unwritten else tally.exit_code
