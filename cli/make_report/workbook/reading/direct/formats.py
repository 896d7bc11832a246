"""Number formats of the cells' styles, and the dates that stand behind some of the numbers.

SpreadsheetML stores a date as a number of days; only the cell's format tells it from others (ISO/IEC 29500-1, 18.17.4
and 18.8.30). What counts as a date here is what openpyxl takes for one, and what Chinese programs know by number.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from functools import lru_cache

from make_report.patterns import expression
from make_report.workbook.reading.direct.markup import MAIN, NotUnderstoodError, elements, given
from make_report.workbook.reading.east_asian import EAST_ASIAN

GENERAL = "General"
_BUILT_IN = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"$"#,##0_);("$"#,##0)',
    6: '"$"#,##0_);[Red]("$"#,##0)',
    7: '"$"#,##0.00_);("$"#,##0.00)',
    8: '"$"#,##0.00_);[Red]("$"#,##0.00)',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    37: "#,##0_);(#,##0)",
    38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)",
    41: r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)',
    42: r'_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)',
    43: r'_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)',
    44: r'_("$"* #,##0.00_)_("$"* \(#,##0.00\)_("$"* "-"??_)_(@_)',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
    **EAST_ASIAN,
}
_LAST_BUILT_IN = 163

_NO_DATE = expression(r'".*?"|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]')
_DATE = expression(r"(?<![_\\])[dmhysDMHYS]")
_DURATION = expression(r"\[(?:hh?|mm?|ss?)\]", re.IGNORECASE)

_EPOCH_1900, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - cells know no time zones
_LEAP_DAY_THAT_WAS_NOT = 60
"""1900-02-29, which the first spreadsheets took for a day."""
_END = 2_957_000
"""Days from either first day that lie before the year 10000."""
_MILLISECONDS = 24 * 60 * 60 * 1000


@lru_cache(maxsize=8)
def number_formats(styles: bytes) -> Mapping[str, str]:
    """Return the number format of each style of cells, by what the cells call it: its place in the list of styles.

    Workbooks that come from one blank workbook have the same styles.
    """
    found = {str(place): number_format for place, number_format in enumerate(_formats(styles))}
    if not found:
        raise NotUnderstoodError
    return found


def _formats(styles: bytes) -> Iterator[str]:
    found = elements(styles, MAIN)
    try:
        declared = found.only("styleSheet", "numFmts", "numFmt")
        own = {int(given(one, "numFmtId")): given(one, "formatCode") for one in declared}
        used = [int(style.get("numFmtId", "0")) for style in found.only("styleSheet", "cellXfs", "xf")]
    except ValueError as error:
        raise NotUnderstoodError from error
    for number in used:
        if number not in own and not 0 <= number <= _LAST_BUILT_IN:
            raise NotUnderstoodError
        yield own.get(number, _BUILT_IN.get(number, GENERAL)) or GENERAL


@lru_cache(maxsize=256)
def is_date(number_format: str) -> bool:
    """Return whether a number in this format is a date or a time of day. NotUnderstoodError if it is a duration."""
    if number_format == GENERAL:
        return False
    first = number_format.split(";", maxsplit=1)[0]
    if _DURATION.search(first):
        raise NotUnderstoodError
    return _DATE.search(_NO_DATE.sub("", first)) is not None


def date_of(serial: float, *, since_1904: bool) -> datetime | time:
    """Return the date and time that a number of days stands for, to the millisecond; a fraction alone is a time."""
    if not 0 <= serial < _END:
        raise NotUnderstoodError
    days, fraction = divmod(serial, 1)
    clock = timedelta(milliseconds=round(fraction * _MILLISECONDS))
    if serial < 1 and not clock.days:
        return (_EPOCH_1904 + clock).time()
    if 0 < serial < _LEAP_DAY_THAT_WAS_NOT and not since_1904:
        days += 1
    return (_EPOCH_1904 if since_1904 else _EPOCH_1900) + timedelta(days=days) + clock
