"""N23: what stands in braces is the name of a figure that is there, or plainly something else."""

import pytest

from make_report.check import check_filing, told_once
from make_report.filing import State
from make_report.finding import Severity, in_order
from make_report.form.model import Form
from tests.filings import SENTENCE, Given, filing, judged


def found(form: Form, text: str, given: dict[str, Given] | None = None) -> list[tuple[str, Severity, str]]:
    """Return code, severity and the remedy of what is found in the second paragraph of the overview."""
    typed = filing(form, {"overview": [SENTENCE, text], **(given or {})})
    findings = [finding for finding in check_filing(form, typed) if finding.place.cell == "A5"]
    return [(finding.code, finding.severity, finding.remedy(form.language)) for finding in findings]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("收到{新收.总计}件。", "{本年新收.总计}"),
        ("收到{本年新收总计}件。", "{本年新收.总计}"),
        ("收到{本年新收.个人}件。", "{本年新收.自然人}"),
        ("维持{结果维持}件。", "{行政复议.结果维持}"),
        ("占{予以公开占结果维持}。", "{行政复议.结果维持}"),
        ("占{上年结转占本年新收}。", "占比"),
        ("于{公布日期}公布。", "首页 B11"),
        ("收到{本年新收.总计件。" + "全年各项工作都按要求完成了，" * 12 + "没有遗漏。", "{本年新收.总计}"),
        ("收到{本年新收，办结{办理结果总计}件。", "{本年新收.总计}"),
        ("收到{姓名.电话}件。", "可引用的数字"),
        ("现有{规章}件。", "{规章.本年制发件数}、{规章.本年废止件数}、{规章.现行有效件数}"),
        ("现有{行政规范性文件}件。", "{行政规范性文件.本年制发件数}、{行政规范性文件.本年废止件数}"),
        ("来自{企业}的{", "{本年新收.商业企业}"),
        ("来自{自然人}的", "{本年新收.自然人}、{上年结转.自然人}"),
        ("来自{本年新收.法人}的", "{本年新收.法人或其他组织}"),
        ("见{收费}。", "{行政事业性收费.本年收费金额}"),
        ("共{办结}件", "{办理结果总计.总计}"),
        ("共{收到申请}件", "{本年新收.总计}"),
        ("共{表三}件", "{本年新收.总计}、{上年结转.总计}"),
        ("废止{废止件数}件", "{规章.本年废止件数}、{行政规范性文件.本年废止件数}"),
        ("其中{其他}件", "{其他处理.其他.总计}、{本年新收.其他}"),
        ("共{总计}件", "{本年新收.总计}"),
        ("占{不予公开占新收}", "{不予公开.总计占本年新收.总计}"),
        ("按照{主动公开政府信息情况}", "可引用的数字"),
        ("按照{依申请公开}", "可引用的数字"),
    ],
)
def test_a_wrong_reference_is_an_error_that_says_what_to_type(text: str, says: str, form_2021: Form) -> None:
    ((code, severity, remedy),) = found(form_2021, text)
    assert (code, severity) == ("N23", Severity.ERROR)
    assert says in remedy


@pytest.mark.parametrize(
    "text",
    [
        "收到{本年新收.总计}件，｛不予公开｝件，占{予以公开占办理结果总计}。",
        "集合{}、{ }、{a,b}和{1}照原样印。",
        "不成对的花括号 } 和 { 照原样印。",
    ],
)
def test_what_is_right_or_plainly_no_reference_is_left_in_peace(text: str, form_2021: Form) -> None:
    given: dict[str, Given] = {"requests.received.natural_person": 1, "requests.granted.natural_person": 1}
    assert not found(form_2021, text, given)


@pytest.mark.parametrize("word", ["如图", "附件", "图一", "略", "见后"])
def test_words_in_braces_are_printed_with_a_warning(word: str, form_2021: Form) -> None:
    assert [severity for _, severity, _ in found(form_2021, f"详见{{{word}}}。")] == [Severity.WARNING]


def test_only_what_fits_as_well_as_any_is_suggested(form_2021: Form) -> None:
    ((_, _, remedy),) = found(form_2021, "来自{本年新收.法人}的。")
    assert "自然人" not in remedy


def test_a_blank_figure_is_named_where_it_is_quoted(form_2021: Form) -> None:
    given: dict[str, Given] = {"requests.received.natural_person": None}
    ((code, severity, remedy),) = found(form_2021, "收到{本年新收}件。", given)
    assert (code, severity) == ("N23", Severity.ERROR)
    assert "表三 D7" in remedy


def test_a_figure_that_cannot_be_read_is_not_said_twice(form_2021: Form) -> None:
    assert not found(form_2021, "收到{本年新收}件。", {"requests.received.natural_person": State.UNREADABLE})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("收到{{本年新收.总计}}件。", "{本年新收.总计}"),
        ("收到本年新收.总计}件。", "{本年新收.总计}"),
        ("收到本年新收。总计}件。", "{本年新收.总计}"),
    ],
)
def test_a_brace_too_many_or_too_few_is_said_and_nothing_else(text: str, says: str, form_2021: Form) -> None:
    findings = check_filing(form_2021, filing(form_2021, {"overview": [SENTENCE, text]}))
    ((code, remedy),) = [
        (one.code, one.remedy(form_2021.language)) for one in told_once(in_order(findings)) if one.place.cell == "A5"
    ]
    assert code == "N23"
    assert says in remedy


@pytest.mark.parametrize("text", ["一个括号}。", "{本年新收.总计}}件。", "{本年新收.总计}件，{上年结转.总计}件。"])
def test_a_closing_brace_that_no_name_stands_before_is_left_in_peace(text: str, form_2021: Form) -> None:
    assert "N23" not in [code for code, _, _ in found(form_2021, text)]


def test_a_blank_date_is_not_asked_to_be_0(form_2021: Form) -> None:
    ((_, _, remedy),) = found(form_2021, "于{公布日期}公布。")
    assert "首页 B11（公布日期）" in remedy
    assert "0" not in remedy.replace("B10", "")


def test_the_other_checks_see_the_text_as_it_is_printed(form_2021: Form) -> None:
    period = "统计期限自{报告年度}年1月1日起至{报告年度}年12月31日止。"
    assert judged(form_2021, {"introduction": period}) == []
    assert [code for code, _ in judged(form_2021, {"introduction": period.replace("12月31日", "12月30日")})] == ["D01"]


def test_template_signs_are_leftovers_as_before(form_2021: Form) -> None:
    assert [code for code, _, _ in found(form_2021, "收到{{ requests }}件。")] == ["F15"]
