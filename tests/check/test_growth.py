"""N16: growth over last year in percent, tenths, numbers, or none at all; 10 received this year, 20 last year."""

import pytest

from make_report.check import LastYear, check_filing
from make_report.finding import Finding
from make_report.form.model import Form
from tests.filings import SENTENCE, Given, filing

RECEIVED, GRANTED, FORWARD = (f"requests.{row}.natural_person" for row in ("received", "granted", "carried_forward"))


def grown(form: Form, text: str, *, last: int = 20) -> list[Finding]:
    """Return what is found about growth in a text: all of this year's were concluded, last year all but one."""
    this: dict[str, Given] = {"year": 2024, "overview": [SENTENCE, f"{text}。"], RECEIVED: 10, GRANTED: 10}
    then: dict[str, Given] = {"year": 2023, RECEIVED: last, GRANTED: last - 1, FORWARD: 1}
    found = check_filing(form, filing(form, this), LastYear(form, filing(form, then)))
    return [finding for finding in found if finding.code == "N16"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("全年收到政府信息公开申请10件，较上年减少9件", 20),
        ("全年收到政府信息公开申请10件，同比减少百分之四十", 20),
        ("全年收到政府信息公开申请10件，同比下降四成", 20),
        ("全年收到政府信息公开申请10件，与上年持平", 20),
        ("全年收到政府信息公开申请10件，上年18件", 20),
        ("全年收到政府信息公开申请10件，上年为18件", 20),
        ("全年办结政府信息公开申请10件，同比下降40%", 20),
        ("全年办结政府信息公开申请10件，比上年减少10件", 20),
        ("全年办结政府信息公开申请10件，上年20件", 20),
        ("同比增长30%，全年收到政府信息公开申请10件", 8),
    ],
)
def test_what_last_years_figures_do_not_give_is_asked_about(form_2021: Form, text: str, last: int) -> None:
    assert [str(one.place) for one in grown(form_2021, text, last=last)] == ["一、总体情况 A5"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("全年收到政府信息公开申请10件，较上年减少10件", 20),
        ("全年受理政府信息公开申请10件，较上年减少9件", 20),
        ("全年收到政府信息公开申请10件，同比减少百分之五十", 20),
        ("全年收到政府信息公开申请10件，同比下降五成", 20),
        ("全年收到政府信息公开申请10件，与上年持平", 10),
        ("全年收到政府信息公开申请10件，与上年基本持平", 11),
        ("全年收到政府信息公开申请10件，上年20件", 20),
        ("全年收到政府信息公开申请10件，上年结转1件", 20),
        ("全年办结政府信息公开申请10件，同比下降47.37%", 20),
        ("同比增长25%，全年收到政府信息公开申请10件", 8),
        ("全年发布信息30条，同比增长30%，收到政府信息公开申请10件", 8),
    ],
)
def test_what_they_give_is_right(form_2021: Form, text: str, last: int) -> None:
    assert grown(form_2021, text, last=last) == []


@pytest.mark.parametrize(
    ("text", "told", "right"),
    [
        ("同比下降40%", "下降40%", "下降50%"),
        ("同比增长40.5%", "增长40.5%", "下降50%"),
        ("比上年减少9件", "减少9件", "减少10件"),
        ("与上年持平", "与上年持平", "下降50%"),
    ],
)
def test_the_message_says_both_in_words(form_2021: Form, text: str, told: str, right: str) -> None:
    (finding,) = grown(form_2021, f"全年收到政府信息公开申请10件，{text}")
    assert (finding.operands["told"], finding.operands["right"]) == (told, right)
    assert f"写{told}，按上年数据应是{right}" in finding.message("zh-CN")
