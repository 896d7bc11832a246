from datetime import datetime, time
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils import datetime as openpyxl_dates

from make_report.workbook.reading.direct.formats import date_of, is_date, number_formats
from make_report.workbook.reading.direct.markup import MAIN, NotUnderstoodError
from make_report.workbook.reading.east_asian import EAST_ASIAN


def styles(formats: str, cells: str) -> bytes:
    inner = f"<numFmts>{formats}</numFmts><cellStyleXfs><xf numFmtId='9'/></cellStyleXfs><cellXfs>{cells}</cellXfs>"
    return f'<styleSheet xmlns="{MAIN}">{inner}<dxfs><dxf><numFmt/></dxf></dxfs></styleSheet>'.encode()


def test_a_style_has_its_own_format_or_one_that_all_programs_know() -> None:
    cells = "<xf/><xf numFmtId='10'/><xf numFmtId='200'/><xf numFmtId='5'/><xf numFmtId='60'/>"
    formats = "<numFmt numFmtId='200' formatCode='0&quot;件&quot;'/><numFmt numFmtId='5' formatCode='0.0'/>"
    found = number_formats(styles(formats, cells))
    assert found == {"0": "General", "1": "0.00%", "2": '0"件"', "3": "0.0", "4": "General"}


@pytest.mark.parametrize(
    ("formats", "cells"),
    [("", ""), ("", "<xf numFmtId='164'/>"), ("", "<xf numFmtId='x'/>"), ("<numFmt numFmtId='200'/>", "<xf/>")],
)
def test_openpyxl_is_asked_about_odd_styles(formats: str, cells: str) -> None:
    with pytest.raises(NotUnderstoodError):
        number_formats(styles(formats, cells))


def test_the_formats_that_all_programs_know_are_openpyxl_s() -> None:
    cells = "".join(f"<xf numFmtId='{number}'/>" for number in range(164))
    known = BUILTIN_FORMATS | EAST_ASIAN
    expected = {str(number): known.get(number, "General") for number in range(164)}
    assert number_formats(styles("", cells)) == expected


@given(st.text("ymdhsg0#.;%@\\_\"'[]年AP/MEe ", max_size=12) | st.sampled_from(["[h]:mm", "[ss].00", '"d"0', "[Red]0"]))
def test_what_openpyxl_takes_for_a_date_is_one(number_format: str) -> None:
    if is_timedelta_format(number_format):
        with pytest.raises(NotUnderstoodError):
            is_date(number_format)
    else:
        assert is_date(number_format) == is_date_format(number_format)


@given(st.floats(0, 2_956_999) | st.integers(0, 2_956_999), st.booleans())
def test_dates_are_openpyxl_s(serial: float, since_1904: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    epoch = openpyxl_dates.MAC_EPOCH if since_1904 else openpyxl_dates.WINDOWS_EPOCH
    expected = cast("object", openpyxl_dates.from_excel(serial, epoch))  # pyright: ignore[reportUnknownMemberType] - untyped stub
    assert date_of(serial, since_1904=since_1904) == expected


def test_days_count_from_1900_with_the_leap_day_that_was_not() -> None:
    found = [date_of(serial, since_1904=False) for serial in (0.5, 1, 59, 61, 45_658.25)]
    dates = [datetime(1900, 1, 1), datetime(1900, 2, 28), datetime(1900, 3, 1), datetime(2025, 1, 1, 6)]  # noqa: DTZ001 - cells know no time zones
    assert found == [time(12), *dates]


@pytest.mark.parametrize("serial", [-1, 2_957_000, float("inf"), float("nan")])
def test_openpyxl_is_asked_about_days_out_of_range(serial: float) -> None:
    with pytest.raises(NotUnderstoodError):
        date_of(serial, since_1904=False)
