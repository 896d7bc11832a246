"""Sheets of the workbook beside those of the report: which figures texts may quote."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from make_report.form.vocabulary import said

if TYPE_CHECKING:
    from make_report.form.model import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """The sheet that lists everything that texts may quote as {name}, ready to copy, with its present value."""

    sheet: str = said("The sheet's name.")
    heading: str = said("The heading of the sheet.")
    help: tuple[str, ...] = said("How to quote a figure, one line each.")
    share: str = said(
        "The word between two names for the share of the first in the second, in percent, such as 占.", default=""
    )


def side_sheets(form: "Form") -> Iterator[tuple[str, References]]:
    """Yield the sheets that a form declares beside those of the report, with their keys in form.yaml."""
    if form.references:
        yield "references", form.references
