"""The cells that take figures."""

from collections.abc import Iterable
from datetime import date, time, timedelta

from make_report import catalogue
from make_report.form.model import NumberType
from make_report.record import Record
from make_report.workbook.reading.number import read_number, too_long
from make_report.workbook.reading.shown import decimal_of, is_percentage
from make_report.workbook.reading.slot import Outcome, Slot
from make_report.workbook.reading.text import excerpt, lines_of


class Figure(Record):
    """What a figure's cell was read as, and the unit that stands in it."""

    outcome: Outcome
    unit: str = ""


def read_figure(slot: Slot, number_type: NumberType, zero_words: Iterable[str]) -> Figure:
    """Return what a figure's cell holds. Limits (whole, not negative) are not looked at here."""
    if trouble := slot.formula_trouble():
        return Figure(slot.unread(trouble))
    value = slot.cell.value
    if isinstance(value, str):
        return _from_text(slot, value, number_type, zero_words)
    if value is None:
        return Figure(slot.blank())
    if isinstance(value, bool):
        return Figure(slot.unread(slot.finding(catalogue.U03_LOGICAL)))
    if isinstance(value, date | time | timedelta):
        return Figure(slot.unread(slot.finding(catalogue.U03_DATE)))
    return Figure(_from_number(slot, value))


def _from_number(slot: Slot, value: float) -> Outcome:
    number = decimal_of(value)
    if number is None:
        return slot.unread(slot.finding(catalogue.U03_NOT_A_NUMBER))
    if number and is_percentage(slot.cell.number_format):
        return slot.unread(slot.finding(catalogue.U03_PERCENT, number=number))
    if too_long(number):
        return slot.unread(slot.finding(catalogue.U03_TOO_LONG, value=excerpt(f"{number:f}")))
    return slot.read(number, *slot.disguise())


def _from_text(slot: Slot, text: str, number_type: NumberType, zero_words: Iterable[str]) -> Figure:
    if not lines_of(text).texts:
        return Figure(slot.blank())
    reading = read_number(text, number_type, zero_words)
    if reading.number is None:
        unit = number_type.unit or "/".join(number_type.units)
        return Figure(slot.unread(slot.finding(reading.check, words=excerpt(reading.words), unit=unit)))
    unit = reading.unit or number_type.unit
    read_as = slot.finding(reading.check, number=reading.number, unit=unit)
    return Figure(slot.read(reading.number, read_as, *slot.disguise()), reading.unit)
