"""What number formats make of a figure, and which of them may mislead staff."""

from decimal import Decimal

import pytest

from make_report.catalogue import U13_FORMAT, U13_FORMATS, U13_HIDDEN, U13_HIDDEN_CELLS
from make_report.form.model import Form
from make_report.workbook.reading.number_format import seen_number, seen_text, tells
from tests.workbook.editing import Book, read_edited

ACCOUNTING = '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ '
CURRENCY = '"¥"#,##0.00;[Red]"¥"-#,##0.00'


@pytest.mark.parametrize(
    ("number_format", "number", "seen"),
    [
        ("General", "12.5", "12.5"),
        ("G/通用格式", "12", "12"),
        ("@", "12", "12"),
        ("0", "12", "12"),
        ("#,##0", "1234567", "1,234,567"),
        ("#,##0", "0", "0"),
        ("0.00", "12", "12.00"),
        ("0.##", "12.5", "12.5"),
        ("#,##0.00_ ", "1234.5", "1,234.50"),
        ("0000", "577", "0577"),
        (ACCOUNTING, "0", "-"),
        (ACCOUNTING, "-1234", "-1,234"),
        ("0_);[Red]\\(0\\)", "-12", "(12)"),
        ("0_ ;[Red]\\-0\\ ", "-12", "-12"),
        (CURRENCY, "-3.5", "¥-3.50"),
        ("[$¥-804]#,##0.00", "1234.5", "¥1,234.50"),
        ('0"件"', "12", "12件"),
        ('0.00"万元"', "12.5", "12.50万元"),
        ("+0;-0;0", "5", "+5"),
        ("[>=100]0.0;0", "5", "5"),
        ("0.0E+00", "1200", "1.2E+03"),
        ("0%", "0", "0%"),
        ('0;-0;"无"', "0", "无"),
    ],
)
def test_an_ordinary_format_tells_the_number(number_format: str, number: str, seen: str) -> None:
    assert seen_number(Decimal(number), number_format) == seen
    assert tells(seen, Decimal(number), ("件", "万元"))


@pytest.mark.parametrize(
    ("number_format", "number", "seen"),
    [
        ("0;;;@", "0", ""),
        ("0;;;@", "-3", ""),
        (";;;", "5", ""),
        ("#", "0", ""),
        ("0", "1.6", "2"),
        ("0.00_ ", "491.726", "491.73"),
        ("#,##0,", "1234567", "1,235"),
        ("0.0,,", "1234567", "1.2"),
        ("0!.0,", "123456", "12.3"),
        ("0.00%", "0.1234", "12.34%"),
        ('0"万"', "12", "12万"),
        ("[DBNum1]0", "12", "一二"),
        ("[DBNum1][$-804]G/通用格式", "1012", "一千〇一十二"),
        ("[DBNum2][$-804]General", "120000", "壹拾贰万"),
        ("[DBNum3]0", "12", "１２"),
        ("0;[Red]0", "-12", "12"),
        ("0.00E+00", "1234567", "1.23E+06"),
        ('"5"', "7", "5"),
        ('0;-0;"5"', "0", "5"),
    ],
)
def test_a_format_that_hides_or_scales_does_not(number_format: str, number: str, seen: str) -> None:
    assert seen_number(Decimal(number), number_format) == seen
    assert not tells(seen, Decimal(number), ("件", "万元"))


@pytest.mark.parametrize("number_format", ["yyyy-mm-dd", "# ?/?", "[h]:mm", "0" * 300_000])
def test_what_is_no_format_of_a_figure_is_not_judged(number_format: str) -> None:
    assert seen_number(Decimal("1.5"), number_format) is None


def test_words_for_a_decrease_stand_for_a_minus() -> None:
    assert tells("减3", Decimal(-3), minus=("减",))
    assert not tells("减3", Decimal(-3))


@pytest.mark.parametrize(
    ("number_format", "seen"),
    [("General", "甲"), ("@", "甲"), ("0;-0;0", "甲"), (ACCOUNTING, "甲"), (";;;", ""), ('@"局"', "甲局")],
)
def test_a_format_shows_hides_or_adds_to_a_text(number_format: str, seen: str) -> None:
    assert seen_text("甲", number_format) == seen


def formatted(form: Form, number_format: str, **cells: object) -> list[tuple[object, str, list[str]]]:
    """Return check, place and related places of what is said of cells of table 3 in this format."""

    def change(book: Book) -> None:
        for address, value in cells.items():
            sheet, cell = ("表三", address) if address[0] != "A" else ("一、总体情况", address)
            named = next(name for name in book.sheetnames if name.startswith(sheet))
            book[named][cell].value = value
            book[named][cell].number_format = number_format

    findings = read_edited(form, change)[1]
    return [(one.check, one.place.cell, [place.cell for place in one.related]) for one in findings]


def test_one_cell_is_named_and_several_are_told_once(form_2021: Form) -> None:
    assert formatted(form_2021, "#,##0,", D7=1000) == [(U13_FORMAT, "D7", [])]
    assert formatted(form_2021, "#,##0,", D7=1000, E7=2000) == [(U13_FORMATS, "D7", ["E7"])]
    assert formatted(form_2021, "0;;;@", D7=0) == [(U13_HIDDEN, "D7", [])]
    assert formatted(form_2021, ";;;", D7=0, E7=0, F7=3) == [(U13_HIDDEN_CELLS, "D7", ["E7", "F7"])]
    assert formatted(form_2021, "0", D7=1.6) == [(U13_FORMAT, "D7", [])]


def test_a_text_that_is_hidden_is_said(form_2021: Form) -> None:
    assert formatted(form_2021, ";;;", A4="本年度公开了各类信息。") == [(U13_HIDDEN, "A4", [])]


@pytest.mark.parametrize("number_format", ["0", "#,##0", "0.00", "@", ACCOUNTING, "0_);[Red]\\(0\\)", CURRENCY])
def test_formats_that_staff_choose_are_silent(form_2021: Form, number_format: str) -> None:
    assert formatted(form_2021, number_format, D7=0, E7=1234, A4="本年度公开了各类信息。") == []
