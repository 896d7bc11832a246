from datetime import datetime
from decimal import Decimal

import pytest

from make_report import catalogue
from make_report.filing import State
from make_report.finding import Check
from make_report.form.field import Kind
from make_report.form.model import Form
from make_report.place import Place
from make_report.workbook.reading.cell import Cell, CellValue
from make_report.workbook.reading.read_figure import read_figure
from make_report.workbook.reading.slot import Slot


def figure(
    form: Form, cell: Cell, field_id: str = "requests.received.natural_person"
) -> tuple[object, list[Check], State]:
    field = form.fields[field_id]
    assert field.kind is Kind.NUMBER
    assert field.type
    outcome = read_figure(Slot(field, Place(1, 7, 4, "表三"), cell), field.type, form.reading.zero_words).outcome
    return outcome.value.content, [finding.check for finding in outcome.findings], outcome.value.state


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (12, "12"),
        (0, "0"),
        (12.0, "12"),
        (-3, "-3"),
        (2.5, "2.5"),
        (491.726, "491.726"),
        (0.1 + 0.2, "0.3"),
        (-0.0, "0"),
    ],
)
def test_a_number_is_read_exactly_and_without_a_note(form_2021: Form, value: float, number: str) -> None:
    content, checks, state = figure(form_2021, Cell(value))
    assert (str(content), checks, state) == (number, [], State.READ)


def test_a_formula_of_staff_counts_with_its_saved_result(form_2021: Form) -> None:
    assert figure(form_2021, Cell(12, formula="=5+7")) == (Decimal(12), [], State.READ)


@pytest.mark.parametrize("value", [None, "", "  ", "　\n"])
def test_a_blank_cell_is_empty(form_2021: Form, value: CellValue) -> None:
    assert figure(form_2021, Cell(value)) == (None, [], State.EMPTY)


def test_a_blank_cell_that_may_be_blank_does_not_apply(form_2021: Form) -> None:
    assert figure(form_2021, Cell(), "disclosure.rules.made") == (None, [], State.NOT_APPLICABLE)


@pytest.mark.parametrize(
    ("cell", "check"),
    [
        (Cell("无"), catalogue.U02_ZERO_WORD),
        (Cell("暂无"), catalogue.U02_ZERO_WORD),
        (Cell("无数据"), catalogue.U02_ZERO_WORD),
        (Cell("未发生"), catalogue.U02_ZERO_WORD),
        (Cell("约30"), catalogue.U03_WORDS),
        (Cell("3千件"), catalogue.U03_UNIT),
        (Cell("十二"), catalogue.U03_NOT_A_NUMBER),
        (Cell("1,23"), catalogue.U03_SEVERAL_READINGS),
        (Cell(value=True), catalogue.U03_LOGICAL),
        (Cell(datetime.fromisoformat("2025-01-05"), number_format="m/d"), catalogue.U03_DATE),
        (Cell(0.12, number_format="0%"), catalogue.U03_PERCENT),
        (Cell(1234567890123456), catalogue.U03_TOO_LONG),
        (Cell(float("inf")), catalogue.U03_NOT_A_NUMBER),
        (Cell("#REF!", formula="=A1", is_error=True), catalogue.U05_ERROR_VALUE),
        (Cell("#N/A", is_error=True), catalogue.U05_ERROR_VALUE),
        (Cell(formula="=A1+1"), catalogue.U05_NOT_CALCULATED),
    ],
)
def test_what_is_no_figure_is_unreadable_for_one_reason(form_2021: Form, cell: Cell, check: Check) -> None:
    assert figure(form_2021, cell) == (None, [check], State.UNREADABLE)


def test_nothing_as_a_percentage_is_nothing(form_2021: Form) -> None:
    assert figure(form_2021, Cell(0, number_format="0%")) == (Decimal(0), [], State.READ)


@pytest.mark.parametrize(("text", "check"), [("１２", catalogue.U04_TEXT_NUMBER), ("12件", catalogue.U03_READ_AS)])
def test_a_figure_in_words_is_read_with_a_note(form_2021: Form, text: str, check: Check) -> None:
    assert figure(form_2021, Cell(text)) == (Decimal(12), [check], State.READ)


def test_a_finding_says_what_staff_see_and_what_was_read(form_2021: Form) -> None:
    field = form_2021.fields["requests.received.natural_person"]
    assert field.type
    date = Cell(datetime.fromisoformat("2025-01-05"), number_format='m"月"d"日"')
    (finding,) = read_figure(Slot(field, Place(1, 7, 4, "表三"), date), field.type, ()).outcome.findings
    assert (finding.operands["value"], finding.label, str(finding.place)) == ("1月5日", "本年新收·自然人", "表三 D7")
    (finding,) = read_figure(Slot(field, Place(), Cell("１２件")), field.type, ()).outcome.findings
    assert (finding.operands["value"], finding.operands["number"], finding.operands["unit"]) == ("１２件", 12, "件")
    assert "12件" in finding.message("en")


def test_a_decrease_in_words_is_read_where_the_column_is_signed(form_2019: Form) -> None:
    content, checks, state = figure(form_2019, Cell("负5"), "disclosure.permits.change")
    assert (content, state) == (-5, State.READ)
    assert checks == [catalogue.U03_READ_AS]
