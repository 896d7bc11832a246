"""What goes into a cell: figures exact, text as text and never as a formula, dates as dates."""

from datetime import date
from decimal import Decimal

from openpyxl.cell.cell import Cell

from make_report.errors import DataError
from make_report.filing import Entry
from make_report.form.field import Field
from make_report.form.sheet import LONGEST_TEXT
from make_report.language import marked, translate
from make_report.patterns import expression

DATE_FORMAT = "yyyy-mm-dd"
_MOST_DIGITS = 15
_FIRST_SAFE_YEAR = 1901
"""Before March 1900 Excel counts a day that never was."""
_GREATEST_EXPONENT = 300
_ILLEGAL = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED = expression("_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA_SIGNS = tuple("=+-@")
_TOO_LONG = marked("{name}: {count} characters; an Excel cell holds {limit} at most.")


def write_entry(cell: Cell, field: Field, entry: Entry, language: str) -> None:
    """Put what a field holds into its cell: a choice as its label, paragraphs as lines.

    DataError if the text is longer than a cell can hold.
    """
    if isinstance(entry, Decimal):
        _write_number(cell, entry)
    elif isinstance(entry, int):
        cell.value = entry
    elif isinstance(entry, date):
        _write_date(cell, entry)
    else:
        text = "\n".join(entry) if isinstance(entry, tuple) else entry
        text = {choice.id: choice.label for choice in field.choices}.get(text, text)
        if len(text) > LONGEST_TEXT:
            sentence = translate(_TOO_LONG, language)
            raise DataError(sentence.format(name=field.label, count=len(text), limit=LONGEST_TEXT))
        write_text(cell, text)


def write_text(cell: Cell, text: str) -> None:
    """Put a text into a cell, as text whatever it looks like; characters that XML forbids are left out."""
    stored = stored_text(text)
    if not stored:
        return
    cell.value = stored
    cell.data_type = "s"
    # Otherwise the text would turn into a formula as soon as somebody edits the cell.
    cell.quotePrefix = stored.startswith(_FORMULA_SIGNS)


def stored_text(text: str) -> str:
    """Return a text as SpreadsheetML stores it: without what XML forbids, with what looks like an escape escaped."""
    legal = _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    # Excel reads _x0041_ in a file as the letter A.
    return _LOOKS_ESCAPED.sub("_x005F_", legal)


def _write_number(cell: Cell, number: Decimal) -> None:
    """A number of more digits than a spreadsheet keeps is written as text, so that none is lost."""
    if (
        not number.is_finite()
        or len(number.normalize().as_tuple().digits) > _MOST_DIGITS
        or abs(number.adjusted()) > _GREATEST_EXPONENT
    ):
        write_text(cell, str(number))
    else:
        cell.value = number + 0  # no negative zero


def _write_date(cell: Cell, day: date) -> None:
    if day.year < _FIRST_SAFE_YEAR:
        write_text(cell, day.isoformat())
    else:
        cell.value = day
        cell.number_format = DATE_FORMAT
