"""What goes into a cell comes out of the file as it went in."""

import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell

from make_report.filing import Entry
from make_report.form.field import Field, Kind
from make_report.workbook.reading.text import unescaped
from make_report.workbook.writing.entry import write_entry

FIELD = Field(id="x", label="X", kind=Kind.TEXT)


def reread(*entries: Entry) -> list[Cell]:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row, entry in enumerate(entries, start=1):
        cell = sheet.cell(row, 1)
        assert isinstance(cell, Cell)
        write_entry(cell, FIELD, entry, "en")
    target = io.BytesIO()
    workbook.save(target)
    read = load_workbook(io.BytesIO(target.getvalue())).worksheets[0]
    cells = [read.cell(row, 1) for row in range(1, len(entries) + 1)]
    return [cell for cell in cells if isinstance(cell, Cell)]


figures = st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**8), max_value=10**8)


@given(st.lists(figures, min_size=1, max_size=20))
def test_a_figure_reads_back_as_the_exact_decimal(numbers: list[Decimal]) -> None:
    for number, cell in zip(numbers, reread(*numbers), strict=True):
        assert Decimal(str(cell.value)) == number


@pytest.mark.parametrize("digits", ["1234567890123456", "0.1234567890123456", "1E+400", "NaN", "-Infinity"])
def test_a_number_that_a_spreadsheet_cannot_keep_is_written_as_text(digits: str) -> None:
    assert reread(Decimal(digits))[0].value == digits


def test_zero_has_no_sign_and_trailing_zeros_count_for_nothing() -> None:
    assert [cell.value for cell in reread(Decimal("-0"), Decimal("1.50"), Decimal("1E+3"))] == [0, 1.5, 1000]


TEXTS = [
    "=1+1",
    "+1",
    "-8",
    "@SUM(A1)",
    "#N/A",
    "125件",
    "12",
    "TRUE",
    "2025-01-20",
    " 两端 ",
    "a\nb",
    "<&>\"'",
    "_x000_",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_stays_text_whatever_it_looks_like(text: str) -> None:
    (cell,) = reread(text)
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix == (text[0] in "=+-@")


@given(st.text(max_size=50))
def test_no_text_stops_the_writing(text: str) -> None:
    (cell,) = reread(text)
    assert cell.data_type != "f"
    assert not isinstance(cell.value, str) or not set(cell.value) & set("\x00\x0b\x1f\ufffe")


def test_characters_that_xml_forbids_are_left_out() -> None:
    assert reread("甲\x00乙\x0b丙\ud800\uffff丁")[0].value == "甲乙丙丁"


def test_what_looks_like_an_escape_is_protected_from_excel() -> None:
    (cell,) = reread("_x0041_")
    assert cell.value == "_x005F_x0041_"
    assert unescaped(str(cell.value)) == "_x0041_"


def test_paragraphs_are_lines_of_one_cell_and_nothing_stays_nothing() -> None:
    assert [cell.value for cell in reread(("一", "二"), (), "")] == ["一\n二", None, None]


def test_dates_are_dates_except_where_excel_counts_them_wrong() -> None:
    day, old = reread(date(2026, 1, 20), date(1899, 12, 31))
    assert (day.is_date, day.number_format, old.value) == (True, "yyyy-mm-dd", "1899-12-31")
