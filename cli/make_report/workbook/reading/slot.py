"""A field and the cell it is read from: what reading it gives."""

from decimal import Decimal

from make_report import catalogue
from make_report.filing import Content, State, Value
from make_report.finding import Check, Finding, Operand
from make_report.form.field import Field, Kind
from make_report.form.sheet import LONGEST_TEXT
from make_report.place import Place
from make_report.record import Record
from make_report.workbook.reading.cell import Cell
from make_report.workbook.reading.shown import MOST_DIGITS, PLAIN_FORMATS, decimal_of, plain, shown
from make_report.workbook.reading.text import excerpt


class Outcome(Record):
    """What a field was read as, and what there is to say about it."""

    value: Value
    findings: tuple[Finding, ...] = ()


class Slot(Record):
    """A field, its place and the cell there."""

    field: Field
    place: Place
    cell: Cell

    @property
    def raw(self) -> object:
        """The cell's content as the workbook stores it."""
        return self.cell.formula if self.cell.value is None and self.cell.formula else self.cell.value

    def read(self, content: Content, *findings: Finding) -> Outcome:
        """Return the outcome: this content."""
        return Outcome(Value(self.field.id, self.place, self.raw, State.READ, content), findings)

    def blank(self) -> Outcome:
        """Return the outcome: nothing is filled in."""
        return Outcome(Value(self.field.id, self.place, self.raw, blank_state(self.field)))

    def unread(self, *findings: Finding) -> Outcome:
        """Return the outcome: something stands there that cannot be read, for these reasons."""
        return Outcome(Value(self.field.id, self.place, self.raw, State.UNREADABLE), findings)

    def finding(self, check: Check, **operands: Operand) -> Finding:
        """Return a finding about this cell; its operand `value` is what staff see in it."""
        return Finding(check, self.place, {"value": excerpt(shown(self.cell)), **operands}, self.field.label)

    def disguise(self) -> tuple[Finding, ...]:
        """Return what is to be said of the cell's number format: that staff see something else than the content."""
        value, number_format = self.cell.value, self.cell.number_format
        if number_format in PLAIN_FORMATS or isinstance(value, bool):
            return ()
        from make_report.workbook.reading.number_format import seen_number, seen_text  # noqa: PLC0415 - seldom needed

        if isinstance(value, str):
            stored: str | Decimal = value.strip()
            seen = seen_text(value, number_format)
            if not stored or seen.strip() == stored:
                return ()
        else:
            number = decimal_of(value) if isinstance(value, int | float) else None
            seen = None if number is None else seen_number(number, number_format)
            if number is None or seen is None or self._tells(seen, number):
                return ()
            stored = number
        held = {"stored": excerpt(stored) if isinstance(stored, str) else stored, "value": excerpt(seen)}
        return (self.finding(catalogue.U13_FORMAT if seen else catalogue.U13_HIDDEN, **held),)

    def _tells(self, seen: str, number: Decimal) -> bool:
        from make_report.workbook.reading.number_format import tells  # noqa: PLC0415 - seldom needed

        if own := self.field.type:
            signs = own.signs
            minus = (signs.negative, *signs.also_negative) if signs else ()
            return tells(seen, number, (own.unit, *own.units), minus)
        # A telephone number may be typed as a number, with a format that puts zeros and dashes into it.
        digits, held = ("".join(filter(str.isdecimal, text)).lstrip("0") for text in (seen, f"{number:f}"))
        return (digits == held and bool(seen)) or tells(seen, number)

    @property
    def text(self) -> str:
        """The cell's content as text: as staff see it, unless its number format shows something else than it holds."""
        if isinstance(self.cell.value, int | float) and self.disguise():
            return plain(decimal_of(self.cell.value))
        return shown(self.cell)

    def text_trouble(self) -> Finding | None:
        """Return what is wrong with a text: its formula, or more characters than a cell can hold."""
        count = len(self.cell.text)
        if count > LONGEST_TEXT:
            return self.finding(catalogue.F04_CELL_TOO_LONG, count=count, limit=LONGEST_TEXT)
        return self.formula_trouble()

    def formula_trouble(self) -> Finding | None:
        """Return what is wrong with the cell's formula: its result is an error, or there is none."""
        if self.cell.is_error:
            return self.finding(catalogue.U05_ERROR_VALUE)
        if self.cell.formula and self.cell.value is None:
            return self.finding(catalogue.U05_NOT_CALCULATED)
        return None


def blank_state(field: Field) -> State:
    """Return what it means that nothing is filled in. A figure that the form lets be blank does not apply."""
    return State.NOT_APPLICABLE if field.optional and field.kind is Kind.NUMBER else State.EMPTY


def is_plain(field: Field, cell: Cell) -> bool:
    """Return whether a figure's cell holds a typed whole number and shows it as it is, as nearly all do."""
    value = cell.value
    return (
        type(value) is int
        and field.type is not None
        and not (cell.formula or cell.is_error or field.unit_field)
        and cell.number_format in PLAIN_FORMATS
        and abs(value) < 10**MOST_DIGITS
    )


def unread_value(field: Field, place: Place) -> Value:
    """Return the value of a field that was not looked for: its sheet or its row is not where it belongs."""
    return Value(field.id, place, None, State.UNREADABLE)
