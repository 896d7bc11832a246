from decimal import Decimal

import pytest

from make_report import catalogue
from make_report.filing import State
from make_report.form.layout import layout_of
from make_report.form.model import Form
from make_report.workbook.reading.read_table import comparable, table_reading
from tests.workbook.editing import Book, read_edited, read_with, said

pytestmark = pytest.mark.usefixtures("each_way")

AMOUNT, UNIT = "disclosure.procurement.amount", "disclosure.procurement.amount_unit"
TOTAL = "requests.received.total"


def cell(form: Form, field_id: str) -> str:
    place = layout_of(form).places[field_id]
    return f"{place.sheet}!{place.cell}"


@pytest.mark.parametrize(
    ("typed", "content", "chosen", "codes"),
    [
        ((5, "万元"), Decimal(5), "万元", []),
        ((0, None), Decimal(0), "", []),
        (("491.726万元", None), Decimal("491.726"), "万元", ["U03"]),
        (("5元", "元"), Decimal(5), "元", ["U03"]),
        (("5元", "万元"), None, "万元", ["U08"]),
        ((5, None), Decimal(5), "", ["U08"]),
        (("5", None), Decimal(5), "", ["U04", "U08"]),
        ((5, "美元"), Decimal(5), "", ["U03"]),
        (("5亿元", "元"), None, "元", ["U03"]),
    ],
)
def test_a_figure_with_several_units_needs_exactly_one(
    form_2019: Form, typed: tuple[object, object], content: Decimal | None, chosen: str, codes: list[str]
) -> None:
    filing, findings = read_with(form_2019, {cell(form_2019, AMOUNT): typed[0], cell(form_2019, UNIT): typed[1]})
    assert [code for code, _ in findings] == codes
    assert (filing[AMOUNT].content, filing[UNIT].text) == (content, chosen)


def test_a_missing_unit_is_said_where_it_is_to_be_chosen(form_2019: Form) -> None:
    _, findings = read_with(form_2019, {cell(form_2019, AMOUNT): 5})
    assert findings == [("U08", cell(form_2019, UNIT).replace("!", " "))]


def test_signs_are_read_in_a_signed_column(form_2019: Form) -> None:
    places = cell(form_2019, "disclosure.permits.change"), cell(form_2019, "disclosure.penalties.change")
    filing, findings = read_with(form_2019, dict(zip(places, ("增5", "减少3"), strict=True)))
    assert [code for code, _ in findings] == ["U03", "U03"]
    assert filing["disclosure.permits.change"].number == 5
    assert filing["disclosure.penalties.change"].number == -3


def test_a_total_by_formula_is_left_to_the_tool(form_2021: Form) -> None:
    filing, findings = read_edited(form_2021, lambda book: book)
    assert (filing[TOTAL].content, filing[TOTAL].state, findings) == (None, State.EMPTY, ())
    assert str(filing[TOTAL].raw).startswith("=")


@pytest.mark.parametrize("typed", [0, 7, "7", "７件"])
def test_a_total_typed_over_the_formula_is_read(form_2021: Form, typed: object) -> None:
    filing, _ = read_with(form_2021, {cell(form_2021, TOTAL): typed})
    assert filing[TOTAL].number == (0 if typed == 0 else 7)


def test_a_total_deleted_is_left_to_the_tool(form_2021: Form) -> None:
    filing, findings = read_with(form_2021, {cell(form_2021, TOTAL): None})
    assert (filing[TOTAL].content, findings) == (None, [])


@pytest.mark.parametrize("formula", ["=SUM(D7:I7)", "=sum($D$7:$I$7)", "= SUM( D7:I7 )"])
def test_a_sum_of_the_same_cells_is_our_own_formula(form_2021: Form, formula: str) -> None:
    assert read_with(form_2021, {cell(form_2021, TOTAL): formula})[1] == []


def test_another_formula_counts_as_typed(form_2021: Form) -> None:
    _, findings = read_with(form_2021, {cell(form_2021, TOTAL): "=SUM(D7:H7)"})
    assert findings == [("U05", cell(form_2021, TOTAL).replace("!", " "))]


def test_every_computed_field_has_its_own_formulas(form_2021: Form) -> None:
    own = table_reading(layout_of(form_2021)).own_formulas
    assert own.keys() == {field.id for field in form_2021.fields.values() if field.computed}
    assert comparable("= Sum( $A$1 )") == "=SUM(A1)"


def test_notes_are_the_lines_of_their_cell(form_2021: Form) -> None:
    filing, findings = read_with(form_2021, {cell(form_2021, "disputes.notes"): "注：含上年案件。\n另注。"})
    assert findings == []
    assert [paragraph.text for paragraph in filing["disputes.notes"].paragraphs] == ["注：含上年案件。", "另注。"]


def test_all_faults_are_said_at_once(form_2021: Form) -> None:
    def spoil(book: Book) -> None:
        book["表三"]["D7"].value = "无"
        book["表三"]["D8"].value = "3千件"
        book["表四"]["A7"].value = True
        book["首页"]["B10"].value = "去年"

    _, findings = read_edited(form_2021, spoil)
    assert sorted(said(findings)) == [("U02", "表三 D7"), ("U03", "表三 D8"), ("U03", "表四 A7"), ("U03", "首页 B10")]
    assert catalogue.U03_YEAR in {finding.check for finding in findings}
