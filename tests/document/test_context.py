from datetime import date
from decimal import Decimal
from typing import Any

from make_report.document.context import context_of
from make_report.form.field import Kind
from make_report.form.model import Form
from tests.filings import ORG, Given, filing


def tag(context: dict[str, Any], name: str) -> Any:  # noqa: ANN401 - text or a list of paragraphs
    for part in name.split("."):
        context = context[part]
    return context


def printed(form: Form, name: str, value: Given, **more: Given) -> str:
    given = {name: value} | {key.replace("__", "."): given for key, given in more.items()}
    return str(tag(context_of(form, filing(form, given)), name))


def test_every_field_has_a_key_even_in_an_empty_workbook(form: Form) -> None:
    context = context_of(form, filing(form, zero=False))
    for field in form.fields.values():
        value = tag(context, field.id)
        if field.computed:
            assert value == "0"
        elif field.id != "title":
            assert value == ([] if field.kind is Kind.PARAGRAPHS else "")


def test_signs_stand_before_a_change_and_not_before_zero(form_2019: Form) -> None:
    name = "disclosure.permits.change"
    assert printed(form_2019, name, 5) == "增5"
    assert printed(form_2019, name, -3) == "减3"
    assert printed(form_2019, name, 0) == "0"


def test_the_unit_stands_after_a_figure_and_not_after_zero(form_2019: Form) -> None:
    assert printed(form_2019, "disclosure.permits.decisions", 125) == "125件"
    assert printed(form_2019, "disclosure.permits.decisions", 0) == "0"
    assert printed(form_2019, "disclosure.permits.last_year", 17) == "17"


def test_the_unit_is_the_one_that_staff_chose(form_2019: Form) -> None:
    amount = "disclosure.procurement.amount"
    for unit in ("元", "万元"):
        given: dict[str, Given] = {amount: Decimal("491.726"), f"{amount}_unit": unit}
        assert tag(context_of(form_2019, filing(form_2019, given)), amount) == f"491.726{unit}"


def test_decimals_are_exact_and_thousands_not_separated(form_2021: Form) -> None:
    name = "disclosure.administrative_fees.amount"
    assert printed(form_2021, name, Decimal("5949.088667")) == "5949.088667"
    assert printed(form_2021, name, Decimal("7730.280")) == "7730.28"
    assert printed(form_2021, name, Decimal(1234567)) == "1234567"
    assert printed(form_2021, name, Decimal("1E+3")) == "1000"


def test_an_optional_cell_left_blank_prints_blank(form_2021: Form) -> None:
    assert printed(form_2021, "disclosure.rules.made", None) == ""


def test_totals_are_calculated_over_rows_and_columns(form_2021: Form) -> None:
    given: dict[str, Given] = {
        "requests.received.natural_person": 7,
        "requests.received.legal_service_agency": 2,
        "requests.granted.natural_person": 4,
        "requests.refused.state_secret.natural_person": 3,
        "requests.granted.legal_service_agency": 2,
    }
    context = context_of(form_2021, filing(form_2021, given))
    assert tag(context, "requests.received.total") == "9"
    assert tag(context, "requests.concluded.natural_person") == "7"
    assert tag(context, "requests.concluded.total") == "9"


def test_a_total_that_staff_typed_is_printed_as_typed(form_2021: Form) -> None:
    assert printed(form_2021, "disputes.reconsideration.total", 3) == "3"


def test_the_title_is_the_forms_own_unless_another_is_typed(form_2021: Form) -> None:
    given: dict[str, Given] = {"org": "某某市某某区民政局", "year": 2024}
    context = context_of(form_2021, filing(form_2021, given))
    assert context["title"] == "某某市某某区民政局2024年政府信息公开工作年度报告"
    assert context["title_lines"] == ["某某市某某区民政局", "2024年政府信息公开工作年度报告"]
    assert (context["org"], context["year"]) == ("某某市某某区民政局", "2024")
    typed = context_of(form_2021, filing(form_2021, given | {"title": "2024年政府信息公开工作年度报告"}))
    assert typed["title"] == "2024年政府信息公开工作年度报告"
    assert typed["title_lines"] == ["2024年政府信息公开工作年度报告"]


def test_the_units_name_may_be_all_of_the_title(form_2021: Form) -> None:
    context = context_of(form_2021, filing(form_2021, {"title": ORG, "org": ORG}))
    assert context["title_lines"] == [ORG]


def test_the_date_of_publication_is_written_out_for_the_signature(form_2021: Form) -> None:
    context = context_of(form_2021, filing(form_2021, {"published": date(2024, 1, 17)}))
    assert context["signature_date"] == context["published"] == "2024年1月17日"
    assert context_of(form_2021, filing(form_2021, {"published": None}))["signature_date"] == ""


def test_narratives_are_paragraphs_with_level_heading_and_text(form_2021: Form) -> None:
    context = context_of(form_2021, filing(form_2021, {"overview": ["总的情况。", "（一）主动公开", "1.公开。做法。"]}))
    assert context["overview"] == [
        {"level": 0, "heading": "", "text": "总的情况。"},
        {"level": 2, "heading": "（一）主动公开", "text": ""},
        {"level": 3, "heading": "1.公开。", "text": "做法。"},
    ]


def test_a_choice_is_printed_by_its_label(form_2021: Form) -> None:
    assert printed(form_2021, "org_kind", "township") == "乡镇政府"
