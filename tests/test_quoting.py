"""What texts quote is filled in as the report prints it, once, and in its place."""

from datetime import date
from decimal import Decimal

import pytest

from make_report.data import data_of
from make_report.document.context import context_of
from make_report.form.field import Kind
from make_report.form.model import Form
from make_report.printed import figures_of, signed_figure
from make_report.quoting import Quoting, filled_in
from tests.filings import Given, filing


def texts(form: Form, text: str, given: dict[str, Given]) -> list[str]:
    filled = filled_in(form, filing(form, {"overview": ["前一段。", text], **given}))
    return [paragraph.text for paragraph in filled["overview"].paragraphs]


def filled(form: Form, text: str, given: dict[str, Given] | None = None) -> str:
    return texts(form, text, given or {})[1]


RECEIVED: dict[str, Given] = {
    "requests.received.natural_person": 80,
    "requests.received.commercial_enterprise": 1,
    "requests.granted.natural_person": 22,
    "requests.refused.state_secret.natural_person": 3,
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到{本年新收.总计}件，其中自然人{本年新收.自然人}件。", "收到81件，其中自然人80件。"),
        ("不予公开｛（三）不予公开．总计｝件", "不予公开3件"),
        ("占{予以公开占办理结果总计}", "占88%"),
        ("占{不予公开占本年新收}", "占3.7%"),
        ("{单位全称}{报告年度}年", "某某市某某区民政局2021年"),
        ("{} { } {如图} {a} {{本年新收}}", "{} { } {如图} {a} {{本年新收}}"),
        ("{结果维持}{新收.总计}", "{结果维持}{新收.总计}"),
    ],
)
def test_a_reference_becomes_what_the_report_prints(text: str, expected: str, form_2021: Form) -> None:
    assert filled(form_2021, text, RECEIVED) == expected


def test_every_paragraph_keeps_its_place_and_all_else_stays(form_2021: Form) -> None:
    typed = filing(form_2021, {"overview": ["前一段。", "{本年新收}件"]})
    done = filled_in(form_2021, typed)
    assert [paragraph.place for paragraph in done["overview"].paragraphs] == [
        paragraph.place for paragraph in typed["overview"].paragraphs
    ]
    assert {name for name, value in done.values.items() if value != typed[name]} == {"overview"}


def test_a_filing_that_quotes_nothing_is_left_as_it_is(form_2021: Form) -> None:
    typed = filing(form_2021)
    assert filled_in(form_2021, typed) is typed


@pytest.mark.parametrize("field", ["introduction", "requests.notes", "other_matters", "contact"])
def test_all_paragraphs_may_quote(field: str, form_2021: Form) -> None:
    done = filled_in(form_2021, filing(form_2021, {field: "共{本年新收}件。"}))
    assert done[field].paragraphs[0].text == "共0件。"


def test_a_total_typed_over_its_formula_is_quoted_as_it_is_printed(form_2021: Form) -> None:
    assert filled(form_2021, "{本年新收}", {"requests.received.total": 9}) == "9"


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("{本年新收.自然人}", {"requests.received.natural_person": None}),
        ("{本年新收}", {"requests.received.natural_person": None}),
        ("{不予公开.自然人}", {"requests.refused.state_secret.natural_person": None}),
        ("{规章.现行有效件数}", {f"disclosure.rules.{name}": None for name in ("made", "repealed", "in_force")}),
        ("{公布日期}", {}),
        ("{上年结转占本年新收}", {}),
    ],
)
def test_what_is_not_known_stays_a_reference(text: str, given: dict[str, Given], form_2021: Form) -> None:
    assert filled(form_2021, text, given) == text


def test_signs_are_words_and_units_are_left_to_the_text(form_2019: Form) -> None:
    given: dict[str, Given] = {
        "disclosure.permits.change": -8,
        "disclosure.permits.decisions": 125,
        "disclosure.procurement.amount": Decimal("491.726"),
        "disclosure.procurement.amount_unit": "万元",
        "published": date(2020, 1, 20),
    }
    text = "{行政许可.本年增/减}项，{行政许可.处理决定数量}件，{政府集中采购.采购总金额}万元，{公布日期}"
    assert filled(form_2019, text, given) == "减8项，125件，491.726万元，2020年1月20日"


def test_what_is_filled_in_is_never_read_again(form_2021: Form) -> None:
    assert filled(form_2021, "{单位全称}", {"org": "{本年新收}{{ 7*7 }}局"}) == "{本年新收}{{ 7*7 }}局"


@pytest.mark.parametrize("name", ["form_2019", "form_2021"])
def test_every_name_is_filled_in_with_what_its_table_prints(name: str, request: pytest.FixtureRequest) -> None:
    form: Form = request.getfixturevalue(name)
    numbers = [field for field in form.fields.values() if field.kind is Kind.NUMBER and not field.computed]
    whole = filing(form, {field.id: number for number, field in enumerate(numbers, start=1)})
    figures, quoting = figures_of(form, whole), Quoting(form, whole)
    for quotable in quoting.names.quotables:
        if quotable.section and quotable.fields[0].type:
            total = sum(figures[field.id] for field in quotable.fields)
            assert quoting.filled(quotable.braced) == signed_figure(quotable.fields[0], Decimal(total)), quotable.name


def test_the_report_has_the_text_filled_in_and_the_data_as_typed(form_2021: Form) -> None:
    typed = filing(form_2021, {"overview": ["共{本年新收}件。"]})
    assert context_of(form_2021, typed)["overview"] == [{"level": 0, "heading": "", "text": "共0件。"}]
    assert data_of(form_2021, typed)["overview"] == ["共{本年新收}件。"]
