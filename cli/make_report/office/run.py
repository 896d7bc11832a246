"""A batch from its inputs to the files it writes: read here, worked on by an engine, written here, one at a time."""

import os
import unicodedata
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from make_report.atomic import settle
from make_report.errors import FileError, UsageError
from make_report.files import check_target, read_file, write_file
from make_report.language import marked, translate
from make_report.office.batch import Workers
from make_report.office.engine import Engine
from make_report.office.made import Made
from make_report.office.work import Done, Order, State, Wish, done, report_named, stopped
from make_report.reasons import reason_of
from make_report.record import Record

_CLASH = marked("{report}: {first} and {second} would both be written there.")
_CLASHES = marked("Nothing was done. Please take one of each away, or give it its own unit and year:")
_TAKEN = marked("{report} is the report of another workbook of this run; it was not written a second time.")
_MOST_CLASHES = 20
_NO_FOLDER = marked("{path} is no folder. For several workbooks -o names the folder that takes the reports.")
_NOT_MADE = marked("The folder {path} cannot be made: {reason}.")


class Asked(Record):
    """What is asked of a batch."""

    workbooks: Sequence[str]
    wish: Wish
    language: str
    """The user's."""
    folder: Path | None = None
    """Where the reports go; None: beside each workbook."""
    made: Made | None = None
    """What earlier runs made and need not be made again; None: all is made."""

    def folder_for(self, order: Order) -> Path:
        """Return the folder that takes a workbook's report."""
        return self.folder or Path(order.path).parent


class Outcome(Record):
    """What became of a workbook."""

    path: str
    done: Done
    report: Path | None = None
    kept: Path | None = None
    """The report that stood there and was another one."""


Seen = Callable[[int], None]
"""Told how many workbooks have been looked at."""


def outcomes(asked: Asked, engine: Engine, seen: Seen = lambda _: None) -> Generator[Outcome]:
    """Yield what becomes of each workbook, in their order; its report is written by then.

    UsageError, before any report is made, if two of them would have one name.
    """
    with Workers(engine) as workers:
        reports = _reports(asked, workers, seen) if asked.wish.make else {}
        if asked.folder and asked.wish.make:
            _make_folder(asked.folder, asked.language)
        results = workers.in_turn(done, _orders(asked, engine), lambda order: stopped(order, asked.language))
        folders = set[Path]()
        try:
            for order, result in results:
                outcome = _written(asked, order, result, reports)
                if outcome.report:
                    folders.add(outcome.report.parent)
                yield outcome
        finally:
            for folder in folders:
                settle(folder)


def _orders(asked: Asked, engine: Engine) -> Iterator[tuple[Order, Done | None]]:
    """Yield an order for each workbook; what cannot be read, or is known from an earlier run, with its result."""
    by_workers = engine.sees_files and not asked.made
    for path in asked.workbooks:
        name = os.path.basename(path)  # noqa: PTH119 - 100,000 names
        if by_workers:
            yield Order(path, name, None, asked.wish), None
            continue
        try:
            order = Order(path, name, read_file(Path(path), asked.language), asked.wish)
        except FileError as error:
            yield Order(path, name, b"", asked.wish), Done(State.UNREADABLE, error.said(asked.language))
        else:
            yield order, asked.made.known(order, asked.folder_for(order)) if asked.made else None


def _reports(asked: Asked, workers: Workers, seen: Seen) -> dict[str, str]:
    """Return which workbook each report is made from. UsageError names those that two would be made from."""
    taken: dict[str, str] = {}
    clashes: list[str] = []
    orders = ((order, None if known is None else known.report_name) for order, known in _orders(asked, workers.engine))
    for number, (order, name) in enumerate(workers.in_turn(report_named, orders, lambda _: ""), start=1):
        seen(number)
        target = asked.folder_for(order) / name
        first = taken.setdefault(_key(target), order.path) if name else order.path
        if first != order.path:
            said = translate(_CLASH, asked.language)
            clashes.append(said.format(report=target, first=first, second=order.path))
    if clashes:
        more = ["…"] if len(clashes) > _MOST_CLASHES else []
        raise UsageError("\n".join([translate(_CLASHES, asked.language), *clashes[:_MOST_CLASHES], *more]))
    return taken


def _key(target: Path) -> str:
    """Return what is the same for two names that some file system takes for one."""
    return unicodedata.normalize("NFC", str(target)).casefold()


def _make_folder(folder: Path, language: str) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError(translate(_NO_FOLDER, language).format(path=folder))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        said = translate(_NOT_MADE, language)
        raise FileError(said.format(path=folder, reason=reason_of(error, language))) from error


def _written(asked: Asked, order: Order, result: Done, reports: dict[str, str]) -> Outcome:
    """Write the report if there is one."""
    if result.state is State.UNCHANGED:
        return Outcome(order.path, result, asked.folder_for(order) / result.report_name)
    if result.state is not State.MADE:
        return Outcome(order.path, result)
    target = asked.folder_for(order) / result.report_name
    if reports.setdefault(_key(target), order.path) != order.path:
        # The workbook was changed since its name was read, or its name stands elsewhere than the form has it.
        taken = translate(_TAKEN, asked.language).format(report=target)
        return Outcome(order.path, Done(State.UNWRITTEN, taken, result.found))
    try:
        check_target(target, None, asked.language)
        written = write_file(target, result.report, asked.language, result.language, lasting=False)
    except FileError as error:
        return Outcome(order.path, Done(State.UNWRITTEN, error.said(asked.language), result.found))
    if asked.made:
        asked.made.keep(order, result, target.parent)
    return Outcome(order.path, result, target, written.kept)


@dataclass
class Tally:
    """How many workbooks there are, and what became of so many of them."""

    of: int
    states: dict[State, int] = field(default_factory=dict[State, int])
    to_check: int = 0
    """Those among the reports that have something to check."""

    def count(self, outcome: Outcome) -> None:
        """Count one more."""
        state, found = outcome.done.state, outcome.done.found
        self.states[state] = self.states.get(state, 0) + 1
        self.to_check += bool(found and found.warnings and state not in (State.ERRORS, State.UNWRITTEN))

    def __getitem__(self, state: State) -> int:
        return self.states.get(state, 0)

    @property
    def counted(self) -> int:
        """How many have been done."""
        return sum(self.states.values())

    @property
    def exit_code(self) -> int:
        """0 if all is well, 1 if some have errors, 3 if some could not be read or written."""
        return 3 if self[State.UNREADABLE] + self[State.UNWRITTEN] else 1 if self[State.ERRORS] else 0
