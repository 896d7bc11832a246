"""Likely repairs as data: part of the published schemas, which are made from these classes."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Literal

from make_report.finding import show_number
from make_report.form.vocabulary import said
from make_report.place import Place
from make_report.record import Record
from make_report.repair import Change, Likelihood, Mistake, Repair, Witness
from make_report.show.judged import Judged
from make_report.show.repairs import mistake_sentences

Slip = Literal["total", "swapped", "digit", "exchanged", "blank", "other"]
_SLIPS: Mapping[Likelihood, Slip] = {
    Likelihood.TOTAL: "total",
    Likelihood.SWAPPED: "swapped",
    Likelihood.DIGIT: "digit",
    Likelihood.EXCHANGED: "exchanged",
    Likelihood.BLANK: "blank",
    Likelihood.OTHER: "other",
}
Labels = Mapping[Place, str]
"""What the form calls each cell."""


class CellData(Record, kw_only=True):
    """A cell of the workbook."""

    sheet: str = said("The sheet's name, empty for the whole workbook.")
    cell: str = said("The A1 address, empty for a whole sheet.")
    label: str = said("What the form calls the cell, empty if it has no name.")


class ChangeData(Record, kw_only=True):
    """A cell that is likely to be wrong."""

    sheet: str = said("The sheet's name.")
    cell: str = said("The A1 address.")
    label: str = said("What the form calls the cell.")
    before: int | float | None = said("The figure that stands there, null for a blank cell.")
    after: int | float = said("The figure by which the equations come out.")


class EquationData(Record, kw_only=True):
    """A sum that comes out by a repair."""

    code: str = said("The code of the check.")
    name: str = said("What the equation says.")
    scope: str = said("The row or column it holds for, empty where it holds once.")


class WitnessData(Record, kw_only=True):
    """What says how much some figures are: a clause of a text, or last year's report."""

    sheet: str = said("The text's sheet, empty for last year's report.")
    cell: str = said("The A1 address, empty for last year's report.")
    clause: str = said("The clause, empty for last year's report.")


class RepairData(Record, kw_only=True):
    """The fewest cells whose change repairs some equations."""

    message: str = said("The repair as a sentence, in the form's language.")
    mistake: int = said("Which mistake it repairs, counted from 1: repairs of one mistake are alternatives.")
    rank: int = said("1 for the likeliest of the alternatives; those equally likely have the same.")
    slip: Slip = said(
        "What it would undo: a typed total that is not the sum, digits swapped, one digit mistyped, neighbouring cells "
        "in each other's place, nothing or zero where a figure belongs or the other way round, anything else."
    )
    changes: tuple[ChangeData, ...] = said("One or two cells, or those of a row that moves by one cell.")
    equations: tuple[EquationData, ...] = said("The equations that then come out, while no other is broken.")
    agreeing: tuple[WitnessData, ...] = said("What contradicts the figures now, and agrees with them after the change.")
    contradicting: tuple[WitnessData, ...] = said("What agrees now, and contradicts the figures after the change.")


class OtherRepairsData(Record, kw_only=True):
    """The pairs of cells that are not listed, where more than twenty would do: less likely, or as the last."""

    message: str = said("How many there are, as a sentence in the form's language.")
    mistake: int = said("Which mistake they repair.")
    count: int = said("How many there are.")
    cells: tuple[CellData, ...] = said("The cells that they change, two of them at a time.")


def repairs_data(judged: Judged, labels: Labels) -> Iterator[RepairData]:
    """Yield the repairs mistake by mistake, all alternatives in order of likelihood."""
    for number, mistake in enumerate(judged.mistakes, 1):
        yield from _repairs(number, mistake, labels, judged.language)


def other_repairs_data(judged: Judged, labels: Labels) -> Iterator[OtherRepairsData]:
    """Yield the repairs that are only counted, for each mistake that has any."""
    for number, mistake in enumerate(judged.mistakes, 1):
        if mistake.unlisted:
            yield _others(number, mistake, labels, judged.language)


def _repairs(number: int, mistake: Mistake, labels: Labels, language: str) -> Iterator[RepairData]:
    ranks = sorted({repair.rank for repair in mistake.listed})
    sentences = mistake_sentences(mistake, language, in_full=True)
    for repair, sentence in zip(mistake.listed, sentences, strict=False):
        yield RepairData(
            message=sentence,
            mistake=number,
            rank=1 + ranks.index(repair.rank),
            slip=_SLIPS[repair.likelihood],
            changes=tuple(_change(change, labels) for change in repair.changes),
            equations=tuple(_equations(repair)),
            agreeing=tuple(_witnesses(repair.agreeing)),
            contradicting=tuple(_witnesses(repair.contradicting)),
        )


def _others(number: int, mistake: Mistake, labels: Labels, language: str) -> OtherRepairsData:
    *_, message = mistake_sentences(mistake, language, in_full=True)
    return OtherRepairsData(
        message=message,
        mistake=number,
        count=len(mistake.unlisted),
        cells=tuple(cell_data(place, labels) for place in mistake.unlisted_cells),
    )


def _witnesses(witnesses: Iterable[Witness]) -> Iterator[WitnessData]:
    for witness in witnesses:
        yield WitnessData(sheet=witness.place.sheet, cell=witness.place.cell, clause=witness.clause)


def cell_data(place: Place, labels: Labels) -> CellData:
    """Return a cell as data."""
    return CellData(sheet=place.sheet, cell=place.cell, label=labels.get(place, ""))


def _change(change: Change, labels: Labels) -> ChangeData:
    return ChangeData(
        sheet=change.place.sheet,
        cell=change.place.cell,
        label=labels[change.place],
        before=None if change.before is None else json_number(change.before),
        after=json_number(change.after),
    )


def _equations(repair: Repair) -> Iterator[EquationData]:
    for equation in repair.equations:
        declared = equation.declaration
        yield EquationData(code=declared.code, name=declared.name, scope=equation.scope_label)


def json_number(number: Decimal) -> int | float:
    """Return a figure as JSON has it."""
    return int(number) if number == number.to_integral_value() else float(show_number(number))
