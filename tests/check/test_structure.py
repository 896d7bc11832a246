"""The right form for the year, sections with content, the usual title."""

import pytest

from make_report.check import check_filing
from make_report.filing import State
from make_report.finding import Severity
from make_report.form.model import Form
from tests.filings import ORG, SENTENCE, cell, filing, judged

HEADINGS = ["（一）主动公开", "（二）依申请公开情况", "（三）政府信息管理。", "一、监督保障"]


@pytest.mark.parametrize(("year", "other"), [(2021, "zfxxgk-2021"), (2018, "")])
def test_a_year_that_the_form_does_not_serve_is_an_error(form_2019: Form, year: int, other: str) -> None:
    (finding,) = check_filing(form_2019, filing(form_2019, {"year": year}))
    assert (finding.code, str(finding.place)) == ("F01", cell(form_2019, "year"))
    assert finding.operands["other"] == other
    assert finding.operands["year"] == year


def test_an_earlier_year_names_the_form_before(form_2021: Form) -> None:
    (finding,) = check_filing(form_2021, filing(form_2021, {"year": 2020}))
    assert (finding.code, finding.operands["other"]) == ("F01", "zfxxgk-2019")
    assert "make-report new --year 2020" in finding.remedy(form_2021.language)
    assert "zfxxgk" not in finding.remedy(form_2021.language)


def test_years_that_the_form_serves_are_right(form_2019: Form, form_2021: Form) -> None:
    assert judged(form_2019, {"year": 2020}) == []
    assert judged(form_2021, {"year": 2026}) == []
    assert judged(form_2021, {"year": State.UNREADABLE}) == []


@pytest.mark.parametrize("section", ["overview", "problems", "other_matters"])
def test_an_empty_narrative_is_named_at_its_first_cell(form_2021: Form, section: str) -> None:
    assert judged(form_2021, {section: None}) == [("F05", cell(form_2021, section))]


def test_short_numbered_sentences_are_content_where_no_such_heading_is_prescribed(form_2021: Form) -> None:
    sentences = ["（一）公开得不够及时、不够全面。", "（二）今后加强培训，每季度检查一次。"]
    assert judged(form_2021, {"problems": sentences}) == []


def test_prescribed_headings_with_a_usual_ending_are_no_content(form_2021: Form) -> None:
    headings = [f"{heading.removesuffix('情况')}情况。" for heading in HEADINGS]
    assert judged(form_2021, {"overview": headings}) == [("F05", cell(form_2021, "overview"))]


def test_headings_alone_are_no_content(form_2021: Form) -> None:
    assert judged(form_2021, {"overview": HEADINGS}) == [("F05", cell(form_2021, "overview"))]


@pytest.mark.parametrize(("count", "found"), [(29, ["F05"]), (30, [])])
def test_a_narrative_has_its_fewest_characters_without_spaces_and_headings(
    form_2021: Form, count: int, found: list[str]
) -> None:
    text = ["（一）存在的主要问题", "　" + "问 题" * 5, "字" * (count - 10)]
    assert [code for code, _ in judged(form_2021, {"problems": text}) if code == "F05"] == found


def test_numbered_items_with_a_sentence_are_content(form_2021: Form) -> None:
    text = ["（一）公开不够及时，栏目更新慢。", "1.今后加强培训学习提高工作的及时性规范性"]
    assert judged(form_2021, {"problems": text}) == []


@pytest.mark.parametrize("text", ["无", "无。", " （无）", "  “无” "])
def test_a_word_that_is_no_content_is_found_at_its_paragraph(form_2021: Form, text: str) -> None:
    place = filing(form_2021, {"problems": ["（一）问题", text]})["problems"].paragraphs[1].place
    assert judged(form_2021, {"problems": ["（一）问题", text]}) == [("F05", str(place))]


def test_the_last_section_of_the_2019_form_may_say_that_there_is_nothing(form_2019: Form) -> None:
    assert judged(form_2019, {"other_matters": "无。"}) == []


def test_another_title_is_a_warning(form_2021: Form) -> None:
    (finding,) = check_filing(form_2021, filing(form_2021, {"title": "2021年政府信息公开工作年度报告"}))
    assert (finding.code, str(finding.place)) == ("F12", cell(form_2021, "title"))
    assert finding.severity is Severity.WARNING
    assert finding.operands["expected"] == f"{ORG}2021年政府信息公开工作年度报告"


def test_a_title_in_which_the_year_alone_is_wrong_is_found_once(form_2021: Form) -> None:
    found = judged(form_2021, {"title": f"{ORG}2020年政府信息公开工作年度报告"})
    assert found == [("D04", cell(form_2021, "title"))]


@pytest.mark.parametrize(
    "title",
    [
        f"{ORG}2021年政府信息公开工作年度报告",
        f"{ORG}\n２０２１年 政府信息公开工作年度报告",
        f"{ORG}2021年度政府信息公开工作年度报告",
    ],
)
def test_the_usual_title_may_be_typed(form_2021: Form, title: str) -> None:
    assert judged(form_2021, {"title": title}) == []


def test_a_title_is_not_judged_without_the_unit_or_the_year(form_2021: Form) -> None:
    given = {"title": "年度报告", "overview": SENTENCE}
    assert judged(form_2021, {**given, "org": State.UNREADABLE}) == []
    assert judged(form_2021, {**given, "year": State.UNREADABLE}) == []
