"""A cell's content as staff see it: figures and dates in the cell's number format."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from make_report.finding import show_number
from make_report.patterns import expression
from make_report.workbook.reading.cell import Cell, CellValue

MOST_DIGITS = 15
"""The significant digits that spreadsheets keep."""
_QUOTED = expression(r'"([^"]*)"|\\(.)')
PLAIN_FORMATS = ("General", "@")
"""Formats that nearly every cell has, and that show it as it is."""
_IGNORED = expression(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DATE_TOKEN = expression(r"yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d|hh|h|ss|s|AM/PM|\0\d+\0", re.IGNORECASE)
_SYSTEM_DATES = {"mm-dd-yy": "yyyy/m/d", "m/d/yy h:mm": "yyyy/m/d h:mm"}
"""Formats that stand for the date format of the computer, with that of a Chinese one."""


def shown(cell: Cell) -> str:
    """Return a cell's value as text, as near to what the spreadsheet program shows as matters to a reader."""
    value = cell.value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime | date | time):
        return _shown_date(value, cell.number_format)
    if isinstance(value, int | float):
        return _shown_number(value, cell.number_format)
    return plain(value)


def plain(value: CellValue | Decimal) -> str:
    """Return a value as text without regard to its format; "" for nothing."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return show_number(value)
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return str(value)


def decimal_of(number: float) -> Decimal | None:
    """Return a cell's number as a spreadsheet shows it, with 15 significant digits; None if it is not finite.

    Programs store binary fractions: 491.726 as 491.72600000000001, and the sum of 0.1 and 0.2 as 0.30000000000000004.
    """
    if isinstance(number, int):
        return Decimal(number)
    exact = Decimal(repr(number))
    if not exact.is_finite():
        return None
    return canonical(exact if len(exact.as_tuple().digits) <= MOST_DIGITS else Decimal(f"{number:.{MOST_DIGITS}g}"))


def canonical(number: Decimal) -> Decimal:
    """Return the number without trailing zeros, exponent or negative zero: equal numbers look the same."""
    return Decimal(show_number(number)) if number else Decimal(0)


def is_percentage(number_format: str) -> bool:
    """Return whether a format shows a hundred times the number."""
    return "%" in _IGNORED.sub("", number_format)


def _shown_number(number: float, number_format: str) -> str:
    exact = decimal_of(number)
    if exact is None:
        return str(number)
    if number_format in PLAIN_FORMATS:
        return show_number(exact)
    from make_report.workbook.reading.number_format import seen_number  # noqa: PLC0415 - seldom needed

    seen = seen_number(exact, number_format)
    return show_number(exact) if seen is None else seen


def _shown_date(value: date | time, number_format: str) -> str:
    code = _SYSTEM_DATES.get(number_format, number_format.split(";", maxsplit=1)[0])
    literals: list[str] = []

    def keep(match: re.Match[str]) -> str:
        literals.append(match[1] or match[2] or "")
        return f"\0{len(literals) - 1}\0"

    code = re.sub(r"\[[^\]]*\]|_.|\*.|@", "", _QUOTED.sub(keep, code))
    if not re.search("[ymdhs]", code, re.IGNORECASE):
        code = "yyyy-mm-dd"
    pieces: list[str] = []
    end = 0
    previous = ""
    for match in _DATE_TOKEN.finditer(code):
        token, after = match[0].lower(), code[match.end() :]
        pieces.append(code[end : match.start()])
        if token.startswith("\0"):
            pieces.append(literals[int(token.strip("\0"))])
        else:
            is_minute = token in ("m", "mm") and (previous.startswith("h") or re.match(r"\W*s", after, re.IGNORECASE))
            pieces.append(_date_piece(value, f"minute {token}" if is_minute else token))
            previous = token
        end = match.end()
    return "".join(pieces) + code[end:]


def _date_piece(value: date | time, token: str) -> str:
    day = value if isinstance(value, date) else date(1900, 1, 1)
    clock = value if isinstance(value, time) else value.time() if isinstance(value, datetime) else time()
    return {
        "yyyy": f"{day.year:04}",
        "yy": f"{day.year % 100:02}",
        "mm": f"{day.month:02}",
        "dd": f"{day.day:02}",
        "d": str(day.day),
        "hh": f"{clock.hour:02}",
        "h": str(clock.hour),
        "minute m": str(clock.minute),
        "minute mm": f"{clock.minute:02}",
        "s": str(clock.second),
        "ss": f"{clock.second:02}",
        "ddd": day.strftime("%a"),
        "dddd": day.strftime("%A"),
        "am/pm": "AM" if clock.hour < 12 else "PM",  # noqa: PLR2004 - noon
    }.get(token, str(day.month))
