from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from make_report import catalogue
from make_report.finding import Check
from make_report.form.model import NumberType, Signs
from make_report.workbook.reading.number import read_number

PIECES = NumberType(id="pieces", code="A07", integer=True, minimum=0, unit="件", source="-")
MONEY = NumberType(id="money", code="A10", minimum=0, units=("元", "万元"), source="-")
BARE = NumberType(id="bare", code="A07", source="-")
CHANGE = NumberType(
    id="change",
    code="A10",
    unit="项",
    signs=Signs(positive="增", negative="减", also_positive=("增加",), also_negative=("减少",)),
    source="-",
)
ZERO_WORDS = ("-", "—", "－", "/", "无", "没有", "N/A", "零", "○")

FULL_WIDTH = str.maketrans("0123456789.-", "０１２３４５６７８９．－")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", "12"),
        ("１２", "12"),
        ("１０", "10"),
        (" 12　", "12"),
        ("12\n", "12"),
        ("'12", "12"),
        ("0012", "12"),
        ("1,234", "1234"),
        ("1，234", "1234"),
        ("1，234，567.5", "1234567.5"),
        ("1 234", "1234"),
        ("12.50", "12.5"),
        ("１２．５", "12.5"),
        ("+5", "5"),
        ("-3", "-3"),
        ("－3", "-3"),
        ("\u200b12", "12"),
    ],
)
def test_a_number_written_as_text_is_read_with_a_note(text: str, number: str) -> None:
    reading = read_number(text, PIECES, ZERO_WORDS)
    assert (reading.check, reading.number) == (catalogue.U04_TEXT_NUMBER, Decimal(number))


@pytest.mark.parametrize(
    ("text", "number_type", "number", "unit"),
    [
        ("125件", PIECES, "125", "件"),
        ("１２５ 件", PIECES, "125", "件"),
        ("491.726万元", MONEY, "491.726", "万元"),
        ("251,000元", MONEY, "251000", "元"),
        ("增5", CHANGE, "5", ""),
        ("减3", CHANGE, "-3", ""),
        ("增加5", CHANGE, "5", ""),
        ("减少 3 项", CHANGE, "-3", "项"),
        ("增0", CHANGE, "0", ""),
    ],
)
def test_the_column_s_own_unit_and_signs_are_read_with_a_note(
    text: str, number_type: NumberType, number: str, unit: str
) -> None:
    reading = read_number(text, number_type, ZERO_WORDS)
    assert (reading.check, reading.number, reading.unit) == (catalogue.U03_READ_AS, Decimal(number), unit)


@pytest.mark.parametrize(
    ("text", "number_type", "check", "words"),
    [
        ("无", PIECES, catalogue.U02_ZERO_WORD, ""),
        ("n/a", PIECES, catalogue.U02_ZERO_WORD, ""),
        ("－", PIECES, catalogue.U02_ZERO_WORD, ""),
        ("22（其中修订16件）", PIECES, catalogue.U03_WORDS, "（其中修订16件）"),
        ("约30", PIECES, catalogue.U03_WORDS, "约"),
        ("30余件", PIECES, catalogue.U03_WORDS, "余件"),
        ("共125件", PIECES, catalogue.U03_WORDS, "共"),
        ("增5", PIECES, catalogue.U03_WORDS, "增"),
        ("5个", BARE, catalogue.U03_WORDS, "个"),
        ("3千件", PIECES, catalogue.U03_UNIT, "千件"),
        ("1.2万", PIECES, catalogue.U03_UNIT, "万"),
        ("5亿元", MONEY, catalogue.U03_UNIT, "亿元"),
        ("1,23", PIECES, catalogue.U03_SEVERAL_READINGS, ""),
        ("1 2", PIECES, catalogue.U03_SEVERAL_READINGS, ""),
        ("1\n234", PIECES, catalogue.U03_SEVERAL_READINGS, ""),
        ("1_0", PIECES, catalogue.U03_SEVERAL_READINGS, ""),
        ("（3）", PIECES, catalogue.U03_SEVERAL_READINGS, ""),
        ("12-15", PIECES, catalogue.U03_SEVERAL_READINGS, ""),
        ("5%", PIECES, catalogue.U03_SEVERAL_READINGS, ""),
        ("十二", PIECES, catalogue.U03_NOT_A_NUMBER, ""),
        ("١٠", PIECES, catalogue.U03_NOT_A_NUMBER, ""),
        ("①", PIECES, catalogue.U03_NOT_A_NUMBER, ""),
        ("1e5", PIECES, catalogue.U03_WORDS, "e5"),
        ("inf", PIECES, catalogue.U03_NOT_A_NUMBER, ""),
        ("1234567890123456", PIECES, catalogue.U03_TOO_LONG, ""),
        ("0.1234567890123456", PIECES, catalogue.U03_TOO_LONG, ""),
    ],
)
def test_what_has_no_one_reading_is_no_number(text: str, number_type: NumberType, check: Check, words: str) -> None:
    reading = read_number(text, number_type, ZERO_WORDS)
    assert (reading.check, reading.number, reading.words) == (check, None, words)


numbers = st.decimals(min_value=-(10**11), max_value=10**11, places=3, allow_nan=False)


@given(
    number=numbers,
    pattern=st.sampled_from(["{:f}", "{:,f}"]),
    digits=st.sampled_from([{}, FULL_WIDTH]),
    around=st.sampled_from(["{}", "　{} ", "{}件", " {} 件\n", "'{}"]),
)
def test_a_number_written_in_any_accepted_way_is_read_back_exactly(
    number: Decimal, pattern: str, digits: dict[int, int], around: str
) -> None:
    text = around.format(pattern.format(number).translate(digits))
    assert read_number(text, PIECES, ZERO_WORDS).number == number


@given(st.integers(min_value=0, max_value=10**12), st.sampled_from(["增", "减", "增加", "减少", "+", "-"]))
def test_a_signed_number_is_read_back_exactly(number: int, sign: str) -> None:
    expected = number if sign in ("增", "增加", "+") else -number
    assert read_number(f"{sign}{number}", CHANGE).number == expected


@given(st.text(alphabet="0123456789０５,，.． -－+件万元增约（）()%/_e十無\n\t①١", max_size=12))
def test_text_gives_a_number_only_if_its_digits_are_all_there_is_to_read(text: str) -> None:
    reading = read_number(text, PIECES, ZERO_WORDS)
    if reading.number is None:
        return
    digits = "".join(character for character in text.translate(FULL_WIDTH) if character in "０１２３４５６７８９．")
    plain = digits.translate(
        {ord(wide): narrow for narrow, wide in zip("0123456789.", "０１２３４５６７８９．", strict=True)}
    )
    assert abs(reading.number) == Decimal(plain)
    assert set(text) <= set("0123456789０５,，.． -－+件\n\t")


@given(st.text(max_size=20))
def test_no_text_stops_the_reading(text: str) -> None:
    read_number(text, CHANGE, ZERO_WORDS)
