"""What may be typed into a cell, as Excel watches over it."""

import pytest
from openpyxl.worksheet.datavalidation import DataValidation

from make_report.form.layout import layout_of
from make_report.form.model import Form
from tests.workbook.opened import opened, small_form


def rule_of(form: Form, field_id: str) -> DataValidation:
    place = layout_of(form).places[field_id]
    (rule,) = [rule for rule in opened(form)[place.sheet].data_validations.dataValidation if place.cell in rule.sqref]
    return rule


@pytest.mark.parametrize(
    ("field_id", "kind", "least"),
    [
        ("disclosure.permits.last_year", "whole", "0"),
        ("disclosure.permits.change", "whole", "-999999999999999"),
        ("disclosure.procurement.amount", "decimal", "0"),
        ("year", "whole", "2000"),
        ("published", "date", "36526"),
    ],
)
def test_figures_years_and_dates_have_limits(form_2019: Form, field_id: str, kind: str, least: str) -> None:
    rule = rule_of(form_2019, field_id)
    assert (rule.type, rule.formula1, rule.allowBlank) == (kind, least, True)
    assert rule.showErrorMessage


def test_digits_after_the_point_are_limited_by_a_formula_for_each_cell(form_2021: Form) -> None:
    rule = rule_of(form_2021, "disclosure.administrative_fees.amount")
    cell = layout_of(form_2021).places["disclosure.administrative_fees.amount"].cell
    assert rule.formula1 == f"AND(ISNUMBER({cell}),{cell}>=0,ROUND({cell},6)={cell})"


def test_lists_offer_the_labels_of_the_form(form_2019: Form) -> None:
    assert rule_of(form_2019, "disclosure.procurement.amount_unit").formula1 == '"元,万元"'
    assert "县级政府部门" in str(rule_of(form_2019, "org_kind").formula1)


def test_free_text_has_no_limits(form_2019: Form) -> None:
    place = layout_of(form_2019).places["org"]
    rules = opened(form_2019)[place.sheet].data_validations.dataValidation
    assert not [rule for rule in rules if place.cell in rule.sqref]


def test_every_kind_of_figure_has_its_sentence() -> None:
    form = small_form()
    messages = [str(rule_of(form, field_id).error) for field_id in ("sums.a", "sums.b", "single.only")]
    assert "at least 0" in messages[0]
    assert "At most 2 digits" in messages[0]
    assert len(set(messages)) == 3
