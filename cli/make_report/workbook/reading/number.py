"""Text to number: read only if there is one way to read it."""

import re
from collections.abc import Iterable
from decimal import Decimal

from make_report import catalogue
from make_report.finding import Check
from make_report.form.model import NumberType
from make_report.patterns import expression
from make_report.record import Record
from make_report.workbook.reading.shown import MOST_DIGITS, canonical
from make_report.workbook.reading.text import lines_of

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，＋－﹣−", "0123456789.,+---")
_PLAIN = r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+"
_GROUPED = r"[1-9][0-9]{0,2}(?P<separator>[, ])[0-9]{3}(?:(?P=separator)[0-9]{3})*(?:\.[0-9]+)?"
_FIGURE = expression(f"{_PLAIN}|{_GROUPED}")
_FIGURES_ONLY = expression(r"[^\w]*[0-9](?:[0-9]|[^\w]|_)*")
_FIRST_FIGURE = expression(r"[+-]?[0-9][0-9,]*(?:\.[0-9]+)?")
_MULTIPLIERS = "十百千万亿"
_OTHER_UNIT = expression(r"[^\W\d_]{1,4}")


def half_width(text: str) -> str:
    """Return the text with full-width digits, points and signs made half-width."""
    return text.translate(_FULL_WIDTH)


class Reading(Record):
    """What a text was read as: a number, or why it is none. `check` is then an error, otherwise a note."""

    check: Check
    number: Decimal | None = None
    unit: str = ""
    """The unit that stands behind the figure."""
    words: str = ""
    """What stands beside the figure and hinders its reading."""


def too_long(number: Decimal) -> bool:
    """Return whether a spreadsheet cannot have kept all digits of a number."""
    return number.adjusted() >= MOST_DIGITS or len(number.normalize().as_tuple().digits) > MOST_DIGITS


def read_number(text: str, number_type: NumberType, zero_words: Iterable[str] = ()) -> Reading:
    """Return what a text in a cell of this type says: a number with a note, or an error.

    One way to read it have: digits (full-width ones too), thousands grouped in threes by commas or spaces, a point,
    a sign; behind them the column's own unit, before them the column's own words for plus and minus.
    """
    lines = (" ".join(half_width(line).split()) for line in lines_of(text).texts)
    cleaned = "\n".join(lines).removeprefix("'").strip()
    if cleaned.casefold() in {half_width(word).casefold() for word in zero_words}:
        return Reading(catalogue.U02_ZERO_WORD)
    signs = _signs(number_type)
    units = (*number_type.units, number_type.unit) if number_type.unit else number_type.units
    match = re.fullmatch(rf"({_either(signs)})? ?([0-9., ]*?) ?({_either(units)})?", cleaned)
    if not match or not _FIRST_FIGURE.search(match[2]):
        return _unread(cleaned, number_type)
    sign, figure, unit = match[1] or "", match[2], match[3] or ""
    if not _FIGURE.fullmatch(figure):
        return Reading(catalogue.U03_SEVERAL_READINGS)
    number = canonical(Decimal(re.sub("[, ]", "", figure)) * signs.get(sign, 1))
    if too_long(number):
        return Reading(catalogue.U03_TOO_LONG)
    only_typed_as_text = not unit and sign in ("", "+", "-")
    return Reading(catalogue.U04_TEXT_NUMBER if only_typed_as_text else catalogue.U03_READ_AS, number, unit)


def _signs(number_type: NumberType) -> dict[str, int]:
    declared = number_type.signs
    words = dict.fromkeys((declared.positive, *declared.also_positive), 1) if declared else {}
    words |= dict.fromkeys((declared.negative, *declared.also_negative), -1) if declared else {}
    return {"+": 1, "-": -1} | words


def _either(words: Iterable[str]) -> str:
    """Return a pattern for one of the words, the longest first; nothing matches if there are none."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"


def _unread(cleaned: str, number_type: NumberType) -> Reading:
    first = _FIRST_FIGURE.search(cleaned)
    if not first:
        return Reading(catalogue.U03_NOT_A_NUMBER)
    if _FIGURES_ONLY.fullmatch(cleaned):
        return Reading(catalogue.U03_SEVERAL_READINGS)
    before, after = cleaned[: first.start()].strip(), cleaned[first.end() :].strip()
    units = number_type.units or (number_type.unit,)
    if not before and any(units) and _is_other_unit(after, units):
        return Reading(catalogue.U03_UNIT, words=after)
    own = next((unit for unit in units if unit and after.startswith(unit)), "")
    words = "…".join(word for word in (before, after.removeprefix(own)) if word)
    return Reading(catalogue.U03_WORDS, words=words or after)


def _is_other_unit(after: str, units: Iterable[str]) -> bool:
    """Whether a word behind a figure looks like a unit that would have to be converted."""
    if not _OTHER_UNIT.fullmatch(after):
        return False
    # 余件 is a vague figure in the right unit, 千件 is another unit.
    return after[0] in _MULTIPLIERS or not any(unit and after.endswith(unit) for unit in units)
