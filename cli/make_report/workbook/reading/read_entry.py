"""The cells that take words: one line, paragraphs, a date, a year, one of a list."""

from datetime import date, datetime

from make_report import catalogue
from make_report.filing import Content, Paragraph
from make_report.finding import Finding
from make_report.form.field import Field, Kind
from make_report.patterns import expression
from make_report.workbook.reading.number import half_width
from make_report.workbook.reading.shown import decimal_of
from make_report.workbook.reading.slot import Outcome, Slot
from make_report.workbook.reading.text import excerpt, in_one_line, lines_of

_YEAR = expression(r"([12][0-9]{3})年?度?")
_DATE = expression(r"([12][0-9]{3})(?:([-/.])([0-9]{1,2})\2([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日)")
_EXAMPLE = date(2026, 1, 20).isoformat()


def read_entry(slot: Slot) -> Outcome:
    """Return what a cell of any kind but figures holds."""
    if trouble := slot.text_trouble():
        return slot.unread(trouble)
    if slot.field.kind is Kind.DATE and isinstance(slot.cell.value, date):
        return _read_word(slot, "")
    lines = lines_of(slot.text)
    if not lines.texts:
        return slot.blank()
    if slot.field.kind is Kind.TEXT:
        return _read_text(slot, in_one_line(lines.texts), tidied=lines.tidied or len(lines.texts) > 1)
    if slot.field.kind is Kind.PARAGRAPHS:
        paragraphs = tuple(Paragraph(line, slot.place) for line in lines.texts)
        notes = [slot.finding(catalogue.T09_SPACE, what=excerpt(lines.texts[0]))] if lines.tidied else []
        return slot.read(paragraphs, *notes, *slot.disguise())
    return _read_word(slot, half_width("".join("".join(lines.texts).split())))


def _read_text(slot: Slot, text: str, *, tidied: bool) -> Outcome:
    return slot.read(
        text, *([slot.finding(catalogue.T09_SPACE, what=excerpt(text))] if tidied else []), *slot.disguise()
    )


def _read_word(slot: Slot, word: str) -> Outcome:
    """Return a year, a date or a choice. `word` is free of white space and full-width digits."""
    content: Content
    if slot.field.kind is Kind.YEAR:
        content = _year(slot, word)
    elif slot.field.kind is Kind.DATE:
        content = _date(slot, word)
    else:
        content = _choice(slot.field, word)
    return slot.unread(_why_not(slot)) if content is None else slot.read(content, *slot.disguise())


def _why_not(slot: Slot) -> Finding:
    """Return what is said of a word that is no year, no date or no choice."""
    if slot.field.kind is Kind.YEAR:
        return slot.finding(catalogue.U03_YEAR)
    if slot.field.kind is Kind.DATE:
        return slot.finding(catalogue.D08_DATE, example=_EXAMPLE)
    return slot.finding(catalogue.U03_CHOICE, choices=choices_of(slot.field))


def _year(slot: Slot, word: str) -> int | None:
    value = slot.cell.value
    if isinstance(value, int | float) and not isinstance(value, bool):
        number = decimal_of(value)
        word = "" if number is None else str(number)
    match = _YEAR.fullmatch(word) if not isinstance(value, date) else None
    return int(match[1]) if match else None


def _date(slot: Slot, word: str) -> date | None:
    value = slot.cell.value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    match = _DATE.fullmatch(word) if isinstance(value, str) else None
    if not match:
        return None
    try:
        return date(int(match[1]), int(match[3] or match[5]), int(match[4] or match[6]))
    except ValueError:
        return None


def _choice(field: Field, word: str) -> str | None:
    """Return the id of the choice that is named by its label or its id."""
    return next((choice.id for choice in field.choices if word in ("".join(choice.label.split()), choice.id)), None)


def choices_of(field: Field) -> str:
    """Return the labels that may be chosen, for a message."""
    return "、".join(choice.label for choice in field.choices)
