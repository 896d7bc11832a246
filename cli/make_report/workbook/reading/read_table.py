"""A table's sheet: its figures, the units chosen beside them, the notes under it."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import cast

from make_report import catalogue
from make_report.filing import State, Value
from make_report.form.equation import excel_sum
from make_report.form.field import Field, Kind
from make_report.form.following import Stock, stocks_of
from make_report.form.layout import Layout
from make_report.form.model import Form
from make_report.patterns import expression
from make_report.place import Place
from make_report.record import Record, replace
from make_report.remembered import remember
from make_report.workbook.reading.cell import EMPTY_CELL, Cell, Cells
from make_report.workbook.reading.read_entry import choices_of, read_entry
from make_report.workbook.reading.read_figure import Figure, read_figure
from make_report.workbook.reading.read_stock import calculated, last_in
from make_report.workbook.reading.slot import Outcome, Slot, blank_state, is_plain, unread_value
from make_report.workbook.writing.live import stock_formula, total_formula

_ADDED = expression(r"[\s$]")


class TableReading(Record):
    """A table being read: its form and what every sheet's formulas should be."""

    form: Form
    own_formulas: Mapping[str, frozenset[str]]
    places: Mapping[str, Place]

    @cached_property
    def _stocks(self) -> Mapping[str, Stock]:
        return stocks_of(self.form)

    def read(self, fields: Iterable[tuple[Field, Place]], cells: Cells) -> tuple[list[Value], list[Outcome]]:
        """Return the values of plain cells, which nearly all are, and what each other field was read as."""
        values: list[Value] = []
        slots: dict[str, Slot] = {}
        for field, place in fields:
            cell = cells.get((place.row, place.column), EMPTY_CELL)
            if is_plain(field, cell):
                number = Decimal(cast("int", cell.value))  # what is_plain says
                values.append(Value(field.id, place, cell.value, State.READ, number))
            elif self._is_own_total(field, cell) and not field.unit_field:
                values.append(Value(field.id, place, cell.formula, blank_state(field)))
            else:
                slots[field.id] = Slot(field, place, cell)
        return values, [*self._outcomes(slots, cells)]

    def _outcomes(self, slots: Mapping[str, Slot], cells: Cells) -> Iterator[Outcome]:
        for slot in slots.values():
            if slot.field.type is None:
                if slot.field.kind is not Kind.CHOICE:
                    yield read_entry(slot)
            elif slot.field.unit_field in slots:
                figure = self._figure(slot, cells)
                yield from _with_unit(figure, slot, slots[slot.field.unit_field])
            else:
                yield self._figure(slot, cells).outcome

    def _is_own_total(self, field: Field, cell: Cell) -> bool:
        """Return whether the tool computes it: what the spreadsheet program made of its formula does not matter."""
        if not field.computed:
            return False
        own = self.own_formulas.get(field.id, frozenset())
        return cell.formula in own or comparable(cell.formula) in own

    def _figure(self, slot: Slot, cells: Cells) -> Figure:
        if self._is_own_total(slot.field, slot.cell):
            return Figure(Slot(slot.field, slot.place, Cell(formula=slot.cell.formula)).blank())
        if slot.cell.formula and (stock := self._stocks.get(slot.field.id)):
            return self._stock(slot, stock, cells)
        return self._plain_figure(slot)

    def _stock(self, slot: Slot, stock: Stock, cells: Cells) -> Figure:
        """Return a stock's figure: calculated if the formula is the tool's own, else what was saved with it."""

        def outcome_of(field: Field) -> Outcome:
            place = self.places[field.id]
            cell = cells.get((place.row, place.column), EMPTY_CELL)
            return self._plain_figure(Slot(field, place, cell)).outcome

        last = last_in(comparable(slot.cell.formula), stock_formula(stock, "", self.places).removeprefix("="))
        if last is None:
            return self._plain_figure(slot)
        known = calculated(slot, stock, last, outcome_of)
        return self._plain_figure(known) if known else Figure(Outcome(unread_value(slot.field, slot.place)))

    def _plain_figure(self, slot: Slot) -> Figure:
        if slot.field.type is None:
            return Figure(slot.unread())
        return read_figure(slot, slot.field.type, self.form.reading.zero_words)


@remember(4)
def table_reading(layout: Layout) -> TableReading:
    """Return the reading of the tables of a form."""
    own: dict[str, frozenset[str]] = {}
    for equation in layout.form.sums:
        if field := equation.computes:
            formulas = (total_formula(equation, layout.places), "=" + excel_sum(equation.left, layout.places))
            own[field.id] = own.get(field.id, frozenset()) | {comparable(formula) for formula in formulas}
    return TableReading(layout.form, own, layout.places)


def comparable(formula: str) -> str:
    """Return a formula as it can be compared: programs add blanks and dollar signs when they save it."""
    return _ADDED.sub("", formula).upper()


def _with_unit(figure: Figure, slot: Slot, unit_slot: Slot) -> Iterator[Outcome]:
    """Yield a figure and its unit: one is needed, from the cell beside it or from behind the figure, not two."""
    chosen = read_entry(unit_slot)
    number, unit = figure.outcome.value.number, chosen.value.text
    if chosen.value.state is State.EMPTY and figure.unit:
        chosen = unit_slot.read(figure.unit)
    elif chosen.value.state is State.EMPTY and number:
        check = (
            replace(catalogue.U08_NO_UNIT, code=slot.field.type.unit_code) if slot.field.type else catalogue.U08_NO_UNIT
        )
        missing = unit_slot.finding(check, choices=choices_of(unit_slot.field))
        chosen = replace(chosen, findings=(replace(missing, related=(slot.place,)),))
    elif unit and figure.unit and unit != figure.unit:
        figure = Figure(slot.unread(slot.finding(catalogue.U08_TWO_UNITS, unit=unit)))
    yield figure.outcome
    yield chosen
