"""Numbered headings and lists inside texts."""

import pytest

from make_report.check import check_filing
from make_report.check.numerals import number_of, numeral
from make_report.finding import Severity
from make_report.form.model import Form
from tests.filings import SENTENCE, filing


def found(form: Form, text: list[str], field: str = "problems") -> list[tuple[str, int, str]]:
    """Return code, paragraph and expected number of the findings about numbers in a text."""
    whole = filing(form, {field: [SENTENCE, *text]})
    places = [paragraph.place for paragraph in whole[field].paragraphs]
    return [
        (finding.code, places.index(finding.place), str(finding.operands.get("expected", "")))
        for finding in check_filing(form, whole)
        if finding.code in {"F07", "F08"}
    ]


@pytest.mark.parametrize("number", range(1, 100))
def test_chinese_numbers_are_read_as_they_are_written(number: int) -> None:
    assert number_of(numeral(number)) == number == number_of(str(number))


def test_what_is_no_number_is_none() -> None:
    assert [number_of(text) for text in ("", "一二", "二二十", "零", "两")] == [0, 0, 0, 0, 2]


@pytest.mark.parametrize(
    "text",
    [
        ["（一）问题", "（二）措施"],
        ["（一）问题。1.甲。2.乙。（二）措施。1.丙。2.丁。3.戊。"],
        ["存在的问题：（一）甲；（二）乙。", "改进措施：（一）丙；（二）丁；（三）戊。"],
        ["（一）甲。", "（二）乙。", "第二十条第（五）项，第（七）项。", "（三）丙。"],
        ["“（一）甲”“（三）丙”，《（五）戊》，参见（一）至（五）项。"],
        ["占1.5%。3.2万元。2.28亿元，2024.1.20公布。"],
        ["1.2024年公开信息。2.2025年继续。3.加强培训。"],
        ["措施：1.甲，2.乙，3.丙；4.丁。"],
        ["1.甲。", "（2）乙", "2.丙。"],
        ["(一)甲。", "（二）乙。"],
    ],
)
def test_f07_is_silent_about_lists_in_order_and_about_other_figures(form_2021: Form, text: list[str]) -> None:
    assert found(form_2021, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (["（一）甲。", "（三）乙。"], [("F07", 2, "（二）")]),
        (["（一）甲。", "（二）乙。", "（二）丙。"], [("F07", 3, "（三）")]),
        (["（一）甲。（二）乙。（四）丙。（五）丁。"], [("F07", 1, "（三）")]),
        (["（二）甲。", "（三）乙。"], [("F07", 1, "（一）")]),
        (["1.甲。", "2.乙。", "4.丙。"], [("F07", 3, "3.")]),
        (["（1）甲；（3）乙。"], [("F07", 1, "（2）")]),
        # One number is wrong, not that behind it as well.
        (["（一）甲。", "（三）乙。", "（三）丙。"], [("F07", 2, "（二）")]),
        (["（一）甲。", "（二）乙。", "（二）丙。", "（四）丁。"], [("F07", 3, "（三）")]),
        (["（一）甲。", "（三）乙。", "（三）丙。", "（三）丁。"], [("F07", 2, "（二）"), ("F07", 4, "（四）")]),
        (["（十）乙。", "（十二）丙。"], [("F07", 1, "（一）"), ("F07", 2, "（十一）")]),
    ],
)
def test_f07_finds_gaps_and_repetitions(form_2021: Form, text: list[str], expected: list[tuple[str, int, str]]) -> None:
    assert found(form_2021, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (["1、甲。", "2、乙。"], [("F07", 1, "1.")]),
        (["甲。", "2、乙。"], [("F07", 2, "2.")]),
        (["措施：1、甲；2、乙；3、丙。"], [("F07", 1, "1.")]),
        (["（一）、甲。", "（二）、乙。"], [("F07", 1, "（一）")]),
        (["（1）、甲。"], [("F07", 1, "（1）")]),
        (["措施：3、5日内办结。"], []),
        (["“1、甲”“2、乙”。"], []),
        (["于2023、2024年公开，1、2级栏目。"], []),
    ],
)
def test_f07_finds_wrong_signs_once_in_a_text(
    form_2021: Form, text: list[str], expected: list[tuple[str, int, str]]
) -> None:
    assert found(form_2021, text) == expected


def test_f07_looks_at_each_text_by_itself(form_2021: Form) -> None:
    whole = filing(
        form_2021, {"overview": [SENTENCE, "（一）甲。"], "problems": [SENTENCE, "（一）乙。", "（二）丙。"]}
    )
    assert not [finding for finding in check_filing(form_2021, whole) if finding.code == "F07"]


def test_f08_is_a_warning_for_headings_of_the_upper_level(form_2021: Form) -> None:
    text = ["一、问题", "甲。", "二、措施", "乙。"]
    assert found(form_2021, text) == [("F08", 1, "（一）")]
    (finding,) = check_filing(form_2021, filing(form_2021, {"problems": [SENTENCE, *text]}))
    assert (finding.severity, finding.operands["count"]) == (Severity.WARNING, 2)


@pytest.mark.parametrize("text", [["措施：一、甲；二、乙；三、丙。"], ["一、二季度各通报一次。"], ["一、甲。"]])
def test_f08_is_silent_about_lists_in_a_sentence(form_2021: Form, text: list[str]) -> None:
    assert found(form_2021, text) == []


@pytest.mark.parametrize(
    ("field", "text", "paragraph"),
    [
        ("overview", ["二、工作机制", "甲。", "三、主动公开", "四、申请", "五、管理", "六、平台", "乙。"], 1),
        ("overview", ["二、主动公开政府信息情况", "见表。"], 1),
        ("overview", ["一、总体情况", "甲。"], 1),
        ("problems", ["甲。", "六、其他需要报告的事项。", "没有。"], 2),
        ("other_matters", ["一、 总体情况", "二、主动公开政府信息情况"], 1),
    ],
)
def test_f08_is_an_error_where_the_reports_own_headings_return(
    form_2021: Form, field: str, text: list[str], paragraph: int
) -> None:
    assert found(form_2021, text, field) == [("F08", paragraph, "")]
    severities = {
        finding.severity for finding in check_filing(form_2021, filing(form_2021, {field: [SENTENCE, *text]}))
    }
    assert severities == {Severity.ERROR}


@pytest.mark.parametrize(
    "text",
    [
        ["（一）主动公开政府信息情况", "甲。", "（二）收到和处理政府信息公开申请情况", "乙。"],
        ["总体情况良好。", "其他需要报告的事项没有。"],
        ["二、三季度各通报一次。"],
        [f"{numeral(number)}、加强第{number}项工作" for number in range(1, 7)],
    ],
)
def test_f08_is_no_error_where_the_numbers_may_be_the_texts_own(form_2021: Form, text: list[str]) -> None:
    whole = filing(form_2021, {"overview": [SENTENCE, *text]})
    assert not [finding for finding in check_filing(form_2021, whole) if finding.severity is Severity.ERROR]
