from datetime import datetime

import pytest

from make_report import catalogue
from make_report.filing import State
from make_report.form.model import Form
from make_report.place import Place
from make_report.workbook.reading.cell import Cell
from make_report.workbook.reading.read_narrative import MOST_CHARACTERS, read_narrative
from make_report.workbook.reading.slot import Outcome
from tests.workbook.editing import read, read_with, sound_workbook

pytestmark = pytest.mark.usefixtures("each_way")

HEADINGS = ("（一）主动公开", "（二）依申请公开")
FIRST = Place(2, 4, 1, "一、总体情况")


def narrative(form: Form, cells: dict[int, Cell]) -> Outcome:
    return read_narrative(form.fields["overview"], FIRST, HEADINGS, {(row, 1): cell for row, cell in cells.items()})


def texts(outcome: Outcome) -> list[tuple[str, str]]:
    return [(paragraph.text, paragraph.place.cell) for paragraph in outcome.value.paragraphs]


def test_each_cell_is_a_paragraph_and_blank_rows_are_none(form_2021: Form) -> None:
    outcome = narrative(form_2021, {4: Cell("甲。"), 6: Cell("  "), 9: Cell("乙 &<。")})
    assert (texts(outcome), outcome.findings) == ([("甲。", "A4"), ("乙 &<。", "A9")], ())


@pytest.mark.parametrize(
    ("typed", "paragraphs"),
    [
        ("甲。\n乙。", ["甲。", "乙。"]),
        ("甲\u200b。", ["甲。"]),
        ("　　甲\t乙。", ["甲 乙。"]),
    ],
)
def test_tidying_is_one_note_a_cell(form_2021: Form, typed: str, paragraphs: list[str]) -> None:
    outcome = narrative(form_2021, {7: Cell(typed)})
    assert [text for text, _ in texts(outcome)] == paragraphs
    assert [(finding.code, finding.place.cell) for finding in outcome.findings] == [("T09", "A7")]


def test_text_in_the_wrong_column_is_not_lost_in_silence(form_2021: Form) -> None:
    filing, findings = read_with(
        form_2021, {"五、问题和改进!A4": None, "五、问题和改进!C6": "甲。", "五、问题和改进!B7": "乙。"}
    )
    assert [(finding, filing["problems"].state) for finding in findings] == [
        (("F04", "五、问题和改进 C6"), State.UNREADABLE)
    ]


def test_remarks_beside_a_text_are_left_alone(form_2021: Form) -> None:
    assert read_with(form_2021, {"五、问题和改进!B5": "已请科长看过"})[1] == []


def test_numbers_and_dates_are_the_text_they_show(form_2021: Form) -> None:
    cells = {
        4: Cell(1234.5, number_format="#,##0.00"),
        5: Cell(datetime.fromisoformat("2025-01-05"), number_format='yyyy"年"m"月"'),
    }
    assert [text for text, _ in texts(narrative(form_2021, cells))] == ["1,234.50", "2025年1月"]


@pytest.mark.parametrize(
    ("cell", "check"),
    [(Cell("#REF!", is_error=True), catalogue.U05_ERROR_VALUE), (Cell(formula="=A1"), catalogue.U05_NOT_CALCULATED)],
)
def test_formulas_that_give_nothing_are_said_and_the_rest_is_read(form_2021: Form, cell: Cell, check: object) -> None:
    outcome = narrative(form_2021, {4: Cell("甲。"), 5: cell})
    assert [finding.check for finding in outcome.findings] == [check]
    assert texts(outcome) == [("甲。", "A4")]


def test_declared_headings_with_nothing_under_them_are_left_out(form_2021: Form) -> None:
    assert texts(narrative(form_2021, {4: Cell(HEADINGS[0]), 5: Cell(HEADINGS[1])})) == []
    assert narrative(form_2021, {4: Cell(HEADINGS[0])}).value.state is State.EMPTY
    outcome = narrative(form_2021, {4: Cell(HEADINGS[0]), 5: Cell(HEADINGS[1] + "情况。今年无申请。")})
    assert texts(outcome) == [(HEADINGS[1] + "情况。今年无申请。", "A5")]


def test_headings_with_text_under_them_and_changed_ones_stay(form_2021: Form) -> None:
    cells = {4: Cell(HEADINGS[0]), 5: Cell("甲。"), 6: Cell("（二）依申请公开情况")}
    assert [text for text, _ in texts(narrative(form_2021, cells))] == [HEADINGS[0], "甲。", "（二）依申请公开情况"]


def test_an_endless_text_is_cut_off_and_said(form_2021: Form) -> None:
    outcome = narrative(form_2021, {row: Cell("甲" * 30_000) for row in range(4, 20)})
    assert [finding.check for finding in outcome.findings] == [catalogue.F04_TOO_LONG]
    assert sum(len(text) for text, _ in texts(outcome)) <= MOST_CHARACTERS


def test_text_in_a_workbook_is_found_with_its_cells(form_2021: Form) -> None:
    filing, findings = read_with(form_2021, {"六、其他事项!A4": None, "六、其他事项!A30": "没有收取信息处理费。"})
    assert findings == []
    assert [(paragraph.text, str(paragraph.place)) for paragraph in filing["other_matters"].paragraphs] == [
        ("没有收取信息处理费。", "六、其他事项 A30")
    ]


@pytest.mark.parametrize("text", ["_x005F_", "_x000D_", "{{ org }}", "=1+1", "+5", "甲_x0041_"])
def test_text_that_looks_like_something_else_stays_text(form_2021: Form, text: str) -> None:
    filing, findings = read(form_2021, sound_workbook(form_2021, {"problems": (text,)}))
    assert findings == ()
    assert [paragraph.text for paragraph in filing["problems"].paragraphs] == [text]


@pytest.mark.parametrize("typed", ["　　甲。", "甲。 ", "甲。\r\n"])
def test_indents_and_blanks_at_the_end_are_dropped_without_a_word(form_2021: Form, typed: str) -> None:
    outcome = narrative(form_2021, {7: Cell(typed)})
    assert (texts(outcome), outcome.findings) == ([("甲。", "A7")], ())
