"""What a worker does with one workbook: a pure function from its bytes to what is to be said and written."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from make_report.bounded import LONGEST_RUN, MOST_MEMORY
from make_report.errors import MakeReportError
from make_report.files import read_file, report_name
from make_report.finding import has_error
from make_report.judge import judge_content
from make_report.language import marked, translate
from make_report.office.kit import Kit
from make_report.record import Record
from make_report.report import report_from
from make_report.show.data import FindingsData, findings_data
from make_report.show.judged import Judged
from make_report.workbook.reading.named import named_by

_STOPPED = marked(
    "{name} took longer than {seconds} seconds or more than {memory} GB of memory, or it broke the process that worked "
    "on it. Please copy the figures into a new standard workbook."
)
_OWN_MISTAKE = marked("This is a mistake in make-report itself, not in your workbook: {what}. Please report it.")


class State(StrEnum):
    """What became of a workbook."""

    MADE = "made"
    """Its report was made; there may be something to check."""
    UNCHANGED = "unchanged"
    """Its report was made by an earlier run from the same, and stands."""
    SOUND = "sound"
    """It was only to be checked, and has no errors."""
    ERRORS = "errors"
    """It has errors; no report was made."""
    UNREADABLE = "unreadable"
    """It could not be read, or its form or template has faults."""
    UNWRITTEN = "unwritten"
    """Its report could not be written."""


class Wish(Record):
    """What is asked for each workbook of a batch."""

    make: bool = True
    """A report, or only to be checked."""
    optional: bool = False
    """Whether optional rules are checked too."""


class Order(Record):
    """One workbook to be worked on."""

    path: str
    name: str
    content: bytes | None
    """None: the worker reads the file itself, for it sees it."""
    wish: Wish


class Done(Record):
    """What came of an order."""

    state: State
    message: str = ""
    """Why it could not be read, in the user's language."""
    found: FindingsData | None = None
    language: str = ""
    """The form's."""
    report: bytes = b""
    report_name: str = ""


def stopped(order: Order, language: str) -> Done:
    """Return what is said of a workbook that stopped the process which worked on it."""
    sentence = translate(_STOPPED, language)
    operands = {"name": order.name, "seconds": LONGEST_RUN, "memory": MOST_MEMORY // 1024**3}
    return Done(State.UNREADABLE, sentence.format(**operands))


def report_named(kit: Kit, order: Order) -> str:
    """Return what the report of a workbook would be called, "" if that cannot be told; little of it is read."""
    try:
        return named_by(_content_of(order, kit), order.name, kit.form)
    except MakeReportError:
        return ""


def done(kit: Kit, order: Order) -> Done:
    """Return a workbook's findings and, if it is asked for and there is no error, its report. Nothing is raised."""
    try:
        judged = judge_content(_content_of(order, kit), order.name, kit.form, optional=order.wish.optional)
        return _judged(kit, order, judged)
    except MakeReportError as error:
        return Done(State.UNREADABLE, error.said(kit.language))
    except MemoryError:
        return stopped(order, kit.language)
    except Exception as error:  # noqa: BLE001 - the funnel: one bad file never stops the rest
        sentence = translate(_OWN_MISTAKE, kit.language)
        return Done(State.UNREADABLE, sentence.format(what=f"{type(error).__name__}: {error}"))


def _content_of(order: Order, kit: Kit) -> bytes:
    return read_file(Path(order.path), kit.language) if order.content is None else order.content


def _judged(kit: Kit, order: Order, judged: Judged) -> Done:
    found, form = findings_data(judged), judged.form
    if has_error(judged.findings):
        return Done(State.ERRORS, found=found)
    if not order.wish.make:
        return Done(State.SOUND, found=found)
    report = report_from(form, judged.filing, kit.template(form))
    name = report_name(form, found.org, found.year)
    return Done(State.MADE, found=found, language=form.language, report=report, report_name=name)


Result = TypeVar("Result")
Task = Callable[[Kit, Order], Result]
"""What is done with each order: `report_named` or `done`."""
