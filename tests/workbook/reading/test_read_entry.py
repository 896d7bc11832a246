from datetime import date, datetime, time

import pytest

from make_report import catalogue
from make_report.filing import State
from make_report.finding import Check
from make_report.form.model import Form
from make_report.place import Place
from make_report.workbook.reading.cell import Cell, CellValue
from make_report.workbook.reading.read_entry import read_entry
from make_report.workbook.reading.slot import Outcome, Slot


def entry(form: Form, field_id: str, cell: Cell) -> Outcome:
    return read_entry(Slot(form.fields[field_id], Place(1, 8, 2, "首页"), cell))


def checks(outcome: Outcome) -> list[Check]:
    return [finding.check for finding in outcome.findings]


def test_a_line_is_read_as_typed(form_2021: Form) -> None:
    outcome = entry(form_2021, "org", Cell("某某市<某>局 & {{ }}"))
    assert (outcome.value.text, checks(outcome)) == ("某某市<某>局 & {{ }}", [])


@pytest.mark.parametrize(
    ("typed", "text", "notes"),
    [
        ("　某局 ", "某局", []),
        ("某局\n", "某局", []),
        ("某市\n某局", "某市某局", [catalogue.T09_SPACE]),
        ("City of\nNingbo", "City of Ningbo", [catalogue.T09_SPACE]),
        ("某局\n2024年报告", "某局2024年报告", [catalogue.T09_SPACE]),
        ("某\u200b局", "某局", [catalogue.T09_SPACE]),
    ],
)
def test_a_line_is_tidied_with_a_note_if_it_matters(
    form_2021: Form, typed: str, text: str, notes: list[object]
) -> None:
    outcome = entry(form_2021, "org", Cell(typed))
    assert (outcome.value.text, checks(outcome)) == (text, notes)


@pytest.mark.parametrize("value", [None, " ", "　\n　"])
def test_a_blank_entry_is_empty(form_2021: Form, value: CellValue) -> None:
    outcome = entry(form_2021, "title", Cell(value))
    assert (outcome.value.state, outcome.findings) == (State.EMPTY, ())


@pytest.mark.parametrize("value", [2024, 2024.0, "2024", "2024年", "2024年度", "２０２４", " 2024 年"])
def test_a_year_is_read(form_2021: Form, value: CellValue) -> None:
    outcome = entry(form_2021, "year", Cell(value, number_format="#,##0"))
    assert (outcome.value.year, outcome.findings) == (2024, ())


@pytest.mark.parametrize(
    "value", [24, 2024.5, "二〇二四", "2024-2025", True, datetime.fromisoformat("2024-01-01"), "20240", -2024]
)
def test_what_is_no_year_is_said(form_2021: Form, value: CellValue) -> None:
    outcome = entry(form_2021, "year", Cell(value))
    assert (checks(outcome), outcome.value.state) == ([catalogue.U03_YEAR], State.UNREADABLE)


@pytest.mark.parametrize(
    "value",
    [
        datetime.fromisoformat("2025-01-20"),
        datetime.fromisoformat("2025-01-20T09:30"),
        date(2025, 1, 20),
        "2025-01-20",
        "2025/1/20",
        "2025.1.20",
        "2025年1月20日",
        "2025 年 1 月 20 日",
        "２０２５年１月２０日",
    ],
)
def test_a_date_is_read(form_2021: Form, value: CellValue) -> None:
    outcome = entry(form_2021, "published", Cell(value))
    assert (outcome.value.date, outcome.findings) == (date(2025, 1, 20), ())


@pytest.mark.parametrize(
    "value",
    [
        "2025年2月30日",
        "20251月1日",
        "2025-1/20",
        "1月20日",
        "2025年1月",
        45677,
        2025.12,
        True,
        time(9, 30),
        "明年",
        "25.1.20",
    ],
)
def test_what_is_no_date_is_said(form_2021: Form, value: CellValue) -> None:
    outcome = entry(form_2021, "published", Cell(value))
    assert (checks(outcome), outcome.value.state) == ([catalogue.D08_DATE], State.UNREADABLE)


@pytest.mark.parametrize("value", ["乡镇政府", " 乡镇政府\n", "township"])
def test_a_choice_is_read_as_its_id(form_2021: Form, value: str) -> None:
    outcome = entry(form_2021, "org_kind", Cell(value))
    assert (outcome.value.text, outcome.findings) == ("township", ())


def test_what_is_not_in_the_list_is_said_with_the_list(form_2021: Form) -> None:
    outcome = entry(form_2021, "org_kind", Cell("镇政府"))
    assert checks(outcome) == [catalogue.U03_CHOICE]
    assert "乡镇政府" in str(outcome.findings[0].operands["choices"])


def test_paragraphs_of_one_cell_are_its_lines(form_2021: Form) -> None:
    outcome = entry(form_2021, "introduction", Cell("甲。\n\n乙。"))
    assert [paragraph.text for paragraph in outcome.value.paragraphs] == ["甲。", "乙。"]
    assert {str(paragraph.place) for paragraph in outcome.value.paragraphs} == {"首页 B8"}
    assert outcome.findings == ()


def test_tidied_paragraphs_of_one_cell_are_one_note(form_2021: Form) -> None:
    assert checks(entry(form_2021, "introduction", Cell("　　甲。\n　　乙\u200b。"))) == [catalogue.T09_SPACE]


@pytest.mark.parametrize(
    ("cell", "check"),
    [(Cell("#REF!", is_error=True), catalogue.U05_ERROR_VALUE), (Cell(formula="=A1"), catalogue.U05_NOT_CALCULATED)],
)
@pytest.mark.parametrize("field_id", ["org", "year", "published", "org_kind", "introduction"])
def test_formulas_that_give_nothing_are_said(form_2021: Form, field_id: str, cell: Cell, check: Check) -> None:
    outcome = entry(form_2021, field_id, cell)
    assert (checks(outcome), outcome.value.state) == ([check], State.UNREADABLE)


def test_a_number_typed_for_a_text_is_what_it_shows(form_2021: Form) -> None:
    assert entry(form_2021, "contact", Cell(12345678)).value.paragraphs[0].text == "12345678"
