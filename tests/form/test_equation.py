"""Equations expanded from the form and evaluated."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from make_report.form.equation import evaluate, matching
from make_report.form.model import Form


def test_a_term_with_a_star_means_all_below() -> None:
    ids = ["refused.state_secret", "refused.third_party", "refusal", "total"]
    assert matching("refused.*", ids) == ["refused.state_secret", "refused.third_party"]
    assert matching("refused", ids) == []


def test_the_sums_of_the_official_tables_are_complete(form_2019: Form, form_2021: Form) -> None:
    for form, results in ((form_2019, 19), (form_2021, 21)):
        by_code = {code: [e for e in form.sums if e.declaration.code == code] for code in ("A01", "A02", "A03", "A04")}
        assert len(by_code["A01"]) == results + 4
        assert all(len(equation.left) == 6 for equation in by_code["A01"])
        assert len(by_code["A02"]) == len(by_code["A03"]) == 7
        assert all(len(equation.left) == results for equation in by_code["A02"])
        assert len(by_code["A04"]) == 1


@given(st.lists(st.integers(0, 10**6), min_size=6, max_size=6), st.lists(st.integers(0, 10**6), min_size=6, max_size=6))
def test_totals_of_totals_are_evaluated(form_2021: Form, granted: list[int], repeated: list[int]) -> None:
    rows = {"requests.granted": granted, "requests.not_processed.repeated": repeated}
    columns = [field.column for field in form_2021.fields.values() if field.row == "granted"][:-1]
    entered = {
        f"{row}.{column}": Decimal(figure)
        for row, figures in rows.items()
        for column, figure in zip(columns, figures, strict=True)
    }
    figures = evaluate(form_2021.entries_behind, entered)
    assert figures["requests.granted.total"] == sum(granted)
    assert figures["requests.concluded.natural_person"] == granted[0] + repeated[0]
    assert figures["requests.concluded.total"] == sum(granted) + sum(repeated)
