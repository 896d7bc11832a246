"""What stands in a cell's XML, as a typed value."""

from collections.abc import Mapping
from functools import lru_cache

from make_report.patterns import expression
from make_report.record import Record
from make_report.workbook.reading.cell import Cell, CellValue
from make_report.workbook.reading.direct.formats import date_of, is_date
from make_report.workbook.reading.direct.markup import Attributes, NotUnderstoodError
from make_report.workbook.reading.direct.strings import SharedStrings
from make_report.workbook.reading.text import unescaped

_NUMBER = expression(r"[ \t\r\n]*([+-]?[0-9]{1,400}(?:\.[0-9]{0,400})?(?:[eE][+-]?[0-9]{1,5})?)[ \t\r\n]*")
_SHORT = 2048
"""Characters of a cell that is worth remembering."""
_LONGEST_PLAIN = 300
"""Characters of a number that is read without being looked at sign by sign."""
_INDEX = expression(r"[0-9]{1,7}")
_INLINE, _SHARED, _ERROR = "inlineStr", "s", "e"
_LOGICAL = {"0": False, "1": True}


class Meaning(Record):
    """What cells refer to, and with it what they mean."""

    strings: SharedStrings | None
    formats: Mapping[str, str]
    since_1904: bool

    def cell(self, style: str, kind: str, value: str | None, inline: str | None, formula: str) -> Cell | None:
        """Return the typed cell for what its elements hold, None if it is empty."""
        number_format = self.formats.get(style)
        if number_format is None:
            raise NotUnderstoodError
        if (value is not None and kind == _INLINE) or (inline is not None and kind != _INLINE):
            raise NotUnderstoodError
        text = value or inline
        if text is None or (not text and kind != _INLINE):
            remembered = len(formula) <= _SHORT
            return (_not_calculated if remembered else _not_calculated.__wrapped__)(formula) if formula else None
        if kind == _SHARED:
            if not self.strings or not _INDEX.fullmatch(text):
                raise NotUnderstoodError
            kind, text = "str", self.strings[int(text)]
        made = _cell if len(text) + len(formula) <= _SHORT else _cell.__wrapped__
        return made(kind, text, formula, number_format, self.since_1904)


@lru_cache(maxsize=256)
def _not_calculated(formula: str) -> Cell:
    return Cell(formula=formula)


@lru_cache(maxsize=2048)
def _cell(kind: str, text: str, formula: str, number_format: str, since_1904: bool) -> Cell:  # noqa: FBT001 - what is remembered
    """Return the typed cell. Labels are the same in all workbooks of a form, and so are most figures."""
    return Cell(_value(kind, text, number_format, since_1904=since_1904), formula, number_format, kind == _ERROR)


def _value(kind: str, text: str, number_format: str, *, since_1904: bool) -> CellValue:
    if kind == "n":
        number = _number(text)
        return date_of(number, since_1904=since_1904) if is_date(number_format) else number
    if kind in (_INLINE, "str", _ERROR):
        return unescaped(text)
    if kind == "b" and text in _LOGICAL:
        return _LOGICAL[text]
    raise NotUnderstoodError


def _number(text: str) -> float:
    if text.isascii() and len(text) <= _LONGEST_PLAIN and text[:1].isdecimal() and text.replace(".", "", 1).isdecimal():
        return float(text) if "." in text else int(text)
    match = _NUMBER.fullmatch(text)
    if not match:
        raise NotUnderstoodError
    figure = match[1]
    return float(figure) if "." in figure or "e" in figure.lower() else int(figure)


def formula_of(text: str, attributes: Attributes) -> str:
    """Return a cell's formula with its equals sign; one that is shared with other cells only where it is written."""
    kind = attributes.get("t", "normal")
    if kind in ("normal", "array") or (kind == "shared" and text):
        return f"={text}"
    raise NotUnderstoodError
