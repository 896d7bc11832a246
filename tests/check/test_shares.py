"""N16: what texts say of growth over last year, in per cent and in numbers. 81 applications this year, 74 last year."""

import pytest

from make_report.check import LastYear, check_filing
from make_report.form.model import Form
from tests.filings import SENTENCE, Given, filing

RECEIVED, GRANTED = "requests.received.natural_person", "requests.granted.natural_person"


def growth_in(form: Form, text: str) -> int:
    """Return how many faults of growth are found in a text about 81 applications."""
    this: dict[str, Given] = {
        "overview": [SENTENCE, f"全年收到政府信息公开申请81件，{text}。"],
        RECEIVED: 81,
        GRANTED: 81,
    }
    last: dict[str, Given] = {RECEIVED: 74, GRANTED: 74}
    found = check_filing(form, filing(form, this), LastYear(form, filing(form, last)))
    return [finding.code for finding in found].count("N16")


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("同比增长12%", 1),
        ("比上年多9件", 1),
        ("同比增加9件", 1),
        ("比上年增加7件，增长12%", 1),
        ("比上年增加7件、增长12%", 1),
        ("较上年减少7件", 1),
        ("较上年减少7件，下降9.46%", 2),
    ],
)
def test_growth_that_does_not_follow_from_last_year_is_asked_about(text: str, faults: int, form_2021: Form) -> None:
    assert growth_in(form_2021, text) == faults


@pytest.mark.parametrize(
    "text",
    [
        "同比增长9.46%",
        "同比增长9.5%",
        "比上年多7件",
        "比上年增加7件，增长9.46%",
        "比上年的74件增加7件",
        "同比增加近10件",
        "同比基本持平，比上年多办结3件",
        "其中网上申请比上年增加20件，增长30%",
        "多为征地拆迁类，比上年增加12件",
        "较去年增加7件，其中自然人申请增加9件，增长20%",
    ],
)
def test_growth_that_follows_or_is_of_something_else_is_left_in_peace(text: str, form_2021: Form) -> None:
    assert growth_in(form_2021, text) == 0


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("全年推送文章96篇，较上年增加16篇，同比增长18.5%。", True),
        ("全年推送文章96篇，较上年增加15篇，增长18.8%。", True),
        ("全年推送文章96篇，比上年减少15篇，下降13.3%。", True),
        ("全年推送文章96篇，较上年增加15篇，同比增长18.5%。", False),
        ("全年推送文章312篇，较上年的265篇增加57篇，增长17.7%。", True),
        ("全年推送文章312篇（含图解30篇），较上年的265篇增加47篇，增长7.7%。", True),
        ("全年推送文章312篇（含图解30篇），较上年的265篇增加47篇，增长17.7%。", False),
        ("全年推送文章96篇，较上年增加15篇，增长18.51%。", False),
        ("全年推送文章96篇，比上年减少15篇，下降13.5%。", False),
        ("全年推送文章96篇，较上年增加约16篇，增长18.5%。", False),
        ("全年推送文章96篇，其中图解较上年增加15篇，增长20%。", False),
        ("全年推送文章96篇，较上年增加15篇，阅读量增长150%。", False),
        ("全年推送文章96篇。较上年增加15篇，增长20%。", False),
        ("全年推送文章96篇、短视频12条，较上年增加15篇，增长20%。", False),
    ],
)
def test_growth_in_numbers_and_in_per_cent_belong_together(text: str, form_2021: Form, *, wrong: bool) -> None:
    findings = check_filing(form_2021, filing(form_2021, {"year": 2023, "overview": [SENTENCE, text]}))
    assert [finding.code for finding in findings] == ["N16"] * wrong
