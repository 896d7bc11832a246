"""Sheets of the workbook beside those of the report: which figures texts may quote, which findings are accepted."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from make_report.form.vocabulary import said
from make_report.place import Place
from make_report.record import Record

if TYPE_CHECKING:
    from make_report.form.model import Form

SIDE_HEADING_ROW, SIDE_HELP_ROW, SIDE_BAND_ROW = 1, 2, 3
"""A heading, an explanation, the headings of the columns; what is listed stands below."""
WAIVER_CODE, WAIVER_PLACE, WAIVER_YEAR, WAIVER_REASON = 1, 2, 3, 4
WAIVER_ROWS = 200
"""Rows that are read; a form has never more things to say."""


class References(Record, kw_only=True):
    """The sheet that lists everything that texts may quote as {name}, ready to copy, with its present value."""

    sheet: str = said("The sheet's name.")
    heading: str = said("The heading of the sheet.")
    help: tuple[str, ...] = said("How to quote a figure, one line each.")
    share: str = said(
        "The word between two names for the share of the first in the second, in percent, such as 占.", default=""
    )


class Waivers(Record, kw_only=True):
    """The sheet on which staff accept a finding with a written reason: code, place, report year, reason."""

    sheet: str = said("The sheet's name.")
    heading: str = said("The heading of the sheet.")
    help: tuple[str, ...] = said("What may be accepted, and how it is written down, one line each.")
    minimum: int = said("The fewest characters of a reason.", default=6)


def side_sheets(form: "Form") -> Iterator[tuple[str, References | Waivers]]:
    """Yield the sheets beside those of the report from left to right, with their keys in form.yaml."""
    if form.waivers:
        yield "waivers", form.waivers
    if form.references:
        yield "references", form.references


def waiver_place(form: "Form", row: int) -> Place:
    """Return the place of a row of the sheet for waivers, which stands after the sheets of the report."""
    return Place(2 + len(form.sections), row, WAIVER_CODE, form.waivers.sheet if form.waivers else "")
