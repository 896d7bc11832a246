from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from make_report.workbook.reading.cell import Cell, CellValue
from make_report.workbook.reading.shown import decimal_of, is_percentage, shown


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (None, "General", ""),
        ("甲", "General", "甲"),
        (True, "General", "TRUE"),
        (12, "General", "12"),
        (12.5, "General", "12.5"),
        (0.1 + 0.2, "General", "0.3"),
        (1234.5, "#,##0.00", "1,234.50"),
        (12, '0"件"', "12件"),
        (0.125, "0.0%", "12.5%"),
        (12, "0%", "1200%"),
        (datetime.fromisoformat("2025-01-05"), "mm-dd-yy", "2025/1/5"),
        (datetime.fromisoformat("2025-01-05"), "yyyy-mm-dd", "2025-01-05"),
        (datetime.fromisoformat("2025-01-05"), 'm"月"d"日";@', "1月5日"),
        (datetime.fromisoformat("2025-01-05"), "[$-804]yyyy\\年m\\月d\\日", "2025年1月5日"),
        (datetime.fromisoformat("2025-01-05T09:07"), "m/d/yy h:mm", "2025/1/5 9:07"),
        (time(9, 7), "h:mm", "9:07"),
        (date(2025, 1, 5), "General", "2025-01-05"),
        (timedelta(hours=30, minutes=5), "[h]:mm", "30:05:00"),
    ],
)
def test_a_cell_is_shown_as_staff_see_it(value: CellValue, number_format: str, text: str) -> None:
    assert shown(Cell(value, number_format=number_format)) == text


@pytest.mark.parametrize(
    ("stored", "number"),
    [(491.72600000000001, "491.726"), (0.1 + 0.2, "0.3"), (5.0, "5"), (-0.0, "0"), (1e20, "100000000000000000000")],
)
def test_a_stored_number_is_exact(stored: float, number: str) -> None:
    assert str(decimal_of(stored)) == number


def test_infinity_is_no_number() -> None:
    assert decimal_of(float("inf")) is None
    assert decimal_of(7) == Decimal(7)


def test_a_quoted_percent_sign_is_no_percentage() -> None:
    assert is_percentage("0.00%")
    assert not is_percentage('0"%"')
