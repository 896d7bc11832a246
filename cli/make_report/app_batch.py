"""What the commands about many workbooks do: a batch run, its outcomes printed as they come."""

import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from enum import StrEnum
from functools import partial
from pathlib import Path

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
from make_report.record import Record
from make_report.streams import shows_colours

_ = partial(translate, language=LANGUAGE)

STOPPED = 130
"""The exit code after Ctrl-C."""


class ShownAs(StrEnum):
    """How the results of a batch are shown."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def make_many(  # noqa: PLR0913 - one parameter for each option
    workbooks: Sequence[str],
    output: Path | None = None,
    *,
    jobs: int | None = None,
    shape: ShownAs = ShownAs.TEXT,
    skip_unchanged: bool = False,
    cluster: str | None = None,
    thorough: bool = False,
    templates: Sequence[Path] | None = None,
) -> int:
    """Make the reports of many workbooks and return the exit code."""
    if output and output.suffix.lower() == ".docx":
        raise UsageError(_(marked("For several workbooks -o names the folder that takes the reports, not a file.")))
    kit = Kit(library(templates))
    made = Made(kit) if skip_unchanged else None
    asked = Asked(_meant(workbooks), Wish(optional=thorough), LANGUAGE, output, made)
    return _run(asked, _Show(shape, by_finding=False), _engine(kit, jobs, cluster, asked))


def check_many(  # noqa: PLR0913 - one parameter for each option
    workbooks: Sequence[str],
    *,
    jobs: int | None = None,
    shape: ShownAs = ShownAs.TEXT,
    cluster: str | None = None,
    thorough: bool = False,
    templates: Sequence[Path] | None = None,
) -> int:
    """Check many workbooks, make no report, and return the exit code."""
    kit = Kit(library(templates))
    asked = Asked(_meant(workbooks), Wish(make=False, optional=thorough), LANGUAGE)
    return _run(asked, _Show(shape, by_finding=True), _engine(kit, jobs, cluster, asked))


def _meant(words: Sequence[str]) -> tuple[str, ...]:
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
