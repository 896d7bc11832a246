"""What a text denies while the tables have it: said in the ways of real reports, of each with a side that is right.

A finding is looked up by code and place; it names the cell in the table that the text denies.
"""

import pytest

from make_report.check import check_filing
from make_report.form.model import Form
from tests.filings import Given, cell, filing

FIGURES: dict[str, Given] = {
    "requests.received.natural_person": 74,
    "requests.carried_in.natural_person": 2,
    "requests.granted.natural_person": 75,
    "requests.carried_forward.natural_person": 1,
}
"""Seventy-four were received, two carried in, seventy-five settled, one is carried over."""
SETTLED: dict[str, Given] = {
    "requests.received.natural_person": 74,
    "requests.carried_in.natural_person": 2,
    "requests.granted.natural_person": 76,
    "requests.carried_forward.natural_person": 0,
}
CARRIED = "requests.carried_forward.total"
SHEET = "一、总体情况"

ALL_SETTLED = (
    "均已办结",
    "全部办结",
    "已全部办结",
    "均已按期办结",
    "均按期办结",
    "均在法定期限内办结",
    "全部按时办结",
    "均已办理完毕",
    "均已办理完成",
    "全部办理完毕",
    "均已答复",
    "均已按期答复",
    "均已依法答复",
    "均按时答复",
    "均按期作出答复",
    "均在法定期限内答复",
    "均在规定时限内予以答复",
    "全部答复",
    "全部按期答复",
    "全部依法答复完毕",
    "均已答复完毕",
    "无结转",
    "没有结转",
    "无结转下年度办理的申请",
    "没有结转下一年度的申请",
    "无申请结转至下年",
    "没有需要结转下年度办理的申请",
    "无未办结",
    "没有未办结的申请",
    "不存在未办结情况",
    "无未答复的申请",
)
"""Ways to say that nothing is left over."""


def contradictions(form: Form, figures: dict[str, Given], text: str) -> list[tuple[str, str, str]]:
    """Return code, place and the cell that is denied, of each contradiction (N10, N11)."""
    last, following = form.years.first, form.years.first + 2
    overview = ["（二）依申请公开", text.replace("{last}", str(last)).replace("{next}", str(following))]
    whole = filing(form, {**figures, "year": form.years.first + 1, "overview": overview})
    found = [one for one in check_filing(form, whole) if one.code in {"N10", "N11"}]
    return [(one.code, str(one.place), " ".join(map(str, one.related))) for one in found]


@pytest.mark.parametrize("words", ALL_SETTLED)
def test_that_nothing_is_left_over_is_asked_about_beside_a_carry_over(form_2021: Form, words: str) -> None:
    expected = [("N11" if "结转" in words and "下" in words else "N10", f"{SHEET} A5", cell(form_2021, CARRIED))]
    for text in (f"全年收到政府信息公开申请74件，{words}。", f"收到政府信息公开申请74件，上年结转2件，{words}。"):
        assert contradictions(form_2021, FIGURES, text) == expected, text


@pytest.mark.parametrize("words", ALL_SETTLED)
def test_that_nothing_is_left_over_is_right_where_nothing_is(form_2021: Form, words: str) -> None:
    assert contradictions(form_2021, SETTLED, f"全年收到政府信息公开申请74件，上年结转2件，{words}。") == []


@pytest.mark.parametrize("words", ALL_SETTLED[:21])
def test_all_may_be_said_of_those_that_were_settled(form_2021: Form, words: str) -> None:
    assert contradictions(form_2021, FIGURES, f"收到政府信息公开申请74件，办理75件，{words}。") == []


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请74件，除1件结转下年度外均已办结。",
        "收到政府信息公开申请74件，1件未到期，其余均已答复。",
        "收到政府信息公开申请74件，应答复的均已按期答复。",
        "收到政府信息公开申请74件，到期的申请均已答复，1件结转{next}年。",
        "收到政府信息公开申请74件，上年结转的申请均已办结。",
        "收到政府信息公开申请74件，{last}年结转的2件均已答复。",
        "收到政府信息公开申请74件，无逾期未答复的申请。",
        "收到政府信息公开申请74件，无超期未办结的情况。",
        "收到政府信息公开申请74件，予以公开75件，结转下年度1件。",
        "受理12345热线工单74件，均已办结。",
        "办理人大代表建议8件，全部答复。",
        "办理网民留言30条，均已按期答复，无未办结。",
        "因政府信息公开引起行政复议1件，复议机关均在法定期限内答复。",
    ],
)
def test_what_is_explained_or_about_something_else_is_not_blamed(form_2021: Form, text: str) -> None:
    assert contradictions(form_2021, FIGURES, text) == []


REVIEWS: dict[str, Given] = {"disputes.reconsideration.upheld": 1}
LAWSUITS: dict[str, Given] = {"disputes.direct_litigation.upheld": 1}
DISPUTES = (
    ("行政复议2件，均已审结", "reconsideration", "pending", "N10"),
    ("行政复议2件，全部结案", "reconsideration", "pending", "N10"),
    ("行政复议2件，均获维持", "reconsideration", "corrected", "N10"),
    ("行政复议2件，全部维持", "reconsideration", "corrected", "N10"),
    ("行政复议2件，无被纠正的情况", "reconsideration", "corrected", "N10"),
    ("行政诉讼2件，均已审结", "direct_litigation", "pending", "N10"),
    ("行政诉讼2件，无败诉案件", "direct_litigation", "corrected", "N10"),
    ("行政诉讼2件，均胜诉", "direct_litigation", "corrected", "N10"),
)


@pytest.mark.parametrize(("words", "row", "column", "code"), DISPUTES)
def test_outcomes_of_disputes_are_compared(form_2021: Form, words: str, row: str, column: str, code: str) -> None:
    text, sound = f"因政府信息公开引起的{words}。", {f"disputes.{row}.upheld": 2}
    denied = {f"disputes.{row}.upheld": 1, f"disputes.{row}.{column}": 1}
    found = contradictions(form_2021, {**denied}, text)
    assert [(one, place) for one, place, _ in found] == [(code, f"{SHEET} A5")]
    assert cell(form_2021, f"disputes.{row}.{column}") in found[0][2]
    assert contradictions(form_2021, {**sound}, text) == []


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("未收到政府信息公开申请", "requests.received.natural_person"),
        ("没有收到政府信息公开申请", "requests.received.natural_person"),
        ("未发生因政府信息公开引起的行政复议", "disputes.reconsideration.upheld"),
        ("没有因政府信息公开提起的行政诉讼", "disputes.direct_litigation.upheld"),
    ],
)
def test_that_there_were_none_is_compared(form_2021: Form, words: str, field: str) -> None:
    found = contradictions(form_2021, {field: 3}, f"本年度{words}。")
    assert [(code, place) for code, place, _ in found] == [("N11", f"{SHEET} A5")]
    total = cell(form_2021, f"{field.rpartition('.')[0]}.total")
    assert total in found[0][2]
    assert contradictions(form_2021, {}, f"本年度{words}。") == []
