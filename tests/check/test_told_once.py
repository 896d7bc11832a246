"""One mistake, one finding; independent mistakes keep theirs."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from make_report.form.layout import layout_of
from make_report.form.library import Library
from make_report.form.model import Form
from make_report.judge import judge
from make_report.workbook.writing.blank import standard_workbook
from tests.conftest import TEMPLATES
from tests.filings import Given, cell, filing, judged
from tests.workbook.editing import edited, sound_entries

CASES: dict[str, Given] = {
    "year": 2023,
    "requests.received.natural_person": 5,
    "requests.granted.natural_person": 4,
    "requests.partly_granted.natural_person": 1,
    "disputes.reconsideration.upheld": 2,
    "disputes.reconsideration.corrected": 1,
}


def codes(form: Form, text: str) -> list[str]:
    overview = [
        "依申请公开情况如下。",
        f"{text}本年度按要求做好主动公开、信息管理、平台建设、监督保障，应对复议、诉讼。",
    ]
    return [code for code, _ in judged(form, {**CASES, "overview": overview})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到政府信息公开申请5件。因信息公开引起行政复议3件，其中维持2件、纠正1件。", []),
        # A wrong member: the list does not add up because of it.
        ("收到政府信息公开申请5件。因信息公开引起行政复议3件，其中维持1件、纠正1件。", ["N09"]),
        # A wrong whole.
        ("收到政府信息公开申请5件。因信息公开引起行政复议4件，其中维持2件、纠正1件。", ["N08"]),
        # Both members are wrong, and the list says so of each.
        ("收到政府信息公开申请5件。因信息公开引起行政复议3件，其中维持3件、纠正2件。", ["N09", "N09"]),
        # A list that does not add up for a reason of its own.
        ("收到政府信息公开申请5件。全年发布信息9条，其中：公文5条、动态3条。", ["N15"]),
        ("收到政府信息公开申请7件。全年发布信息9条，其中：公文5条、动态3条。", ["N01", "N15"]),
        # The percentage is right for the table's figure, so the number beside it is the mistake; or it is not.
        ("办结政府信息公开申请5件，其中予以公开3件，占80%。", ["N05"]),
        ("办结政府信息公开申请5件，其中予以公开3件，占70%。", ["N05", "N06"]),
        # The list with its whole says more than the ways of applying; a wrong number makes the growth wrong.
        ("收到政府信息公开申请5件，其中网络申请3件、信函申请1件。", ["N01"]),
        ("收到政府信息公开申请5件（网络申请3件、信函申请1件）。", ["N15"]),
        ("收到政府信息公开申请6件，较上年增加1件，增长25%。", ["N01"]),
        # The same nought in words.
        ("全年收到信息公开申请0件。", ["N01"]),
        # The finding about the number gives the right name as well.
        ("收到政府信息公开申请5件。全年制发规范性文件3件。", ["N13"]),
        ("收到政府信息公开申请5件。全年制发规范性文件0件。", ["F13"]),
    ],
)
def test_what_follows_from_a_wrong_number_is_not_said_as_well(form_2021: Form, text: str, expected: list[str]) -> None:
    assert codes(form_2021, text) == expected


def test_a_wrong_title_says_that_it_is_not_the_usual_one(form_2021: Form) -> None:
    given: dict[str, Given] = {"org": "某某县财政局", "title": "某某县审计局2023年政府信息公开工作年度报告"}
    assert judged(form_2021, {"year": 2023, **given}) == [("T07", cell(form_2021, "title"))]


def test_a_wrong_character_in_the_units_name_is_not_told_as_another_unit(form_2021: Form) -> None:
    text = "2023年，某某县农业衣村局做好主动公开、依申请公开、信息管理、平台建设、监督保障各项工作，全年没有收到申请。"
    found = judged(form_2021, {"year": 2023, "org": "某某县农业农村局", "overview": text})
    assert found == [("T07", cell(form_2021, "overview"))]


def test_a_day_that_is_in_no_calendar_is_said_with_its_period(form_2021: Form) -> None:
    text = "统计期限自2023年1月1日起至2023年2月30日止。"
    assert judged(form_2021, {"year": 2023, "introduction": text}) == [("D01", cell(form_2021, "introduction"))]


def test_a_number_that_two_rules_see_is_told_once(form_2021: Form) -> None:
    overview = (
        "依申请公开情况如下。我局全年共接收政府信息公开申请8件。应对复议、诉讼，做好主动公开、信息管理、平台、监督。"
    )
    assert judged(form_2021, {**CASES, "overview": overview}) == [("N01", cell(form_2021, "overview"))]


def test_a_percentage_that_is_right_for_the_table_is_not_told_beside_its_number(form_2021: Form) -> None:
    rows = {"requests.received.natural_person": 1319, "requests.granted.natural_person": 1256}
    given = {**rows, "requests.partly_granted.natural_person": 0, "requests.refused.state_secret.natural_person": 63}
    overview = (
        "全年办结政府信息公开申请1319件，不予公开6件，占4.78%。做好主动公开、信息管理、平台建设、监督保障，没有复议。"
    )
    found = judged(form_2021, {"year": 2023, **given, "overview": overview})
    assert [code for code, _ in found] == ["N05"]


def test_spaces_are_told_once_however_many(tmp_path: Path) -> None:
    library = Library((TEMPLATES,), "zh-CN")
    form = library.form("zfxxgk-2021")
    text = "本单位按规定主动公开信息，规范办理  申请，依法应对  复议诉讼，做好信息管理、平台建设和监督保障各项工作。"
    path = tmp_path / "book.xlsx"
    path.write_bytes(standard_workbook(form, {**sound_entries(form), "overview": (text,)}))
    judged_workbook, _ = judge(path, library)
    assert [finding.code for finding in judged_workbook.findings if finding.place.sheet == "一、总体情况"] == ["T09"]
    assert "办理申请" in judged_workbook.findings[0].remedy("zh-CN")


def test_a_paragraph_that_stands_twice_has_its_number_twice(form_2021: Form) -> None:
    lines = [
        "存在的问题和改进措施如下，今后将继续改进工作，请予监督：",
        "（一）公开形式较为单一。",
        "（二）解读不多，将增加图解。",
        "（二）解读不多，将增加图解。",
    ]
    found = judged(form_2021, {"problems": lines})
    assert found == [("T02", str(filing(form_2021, {"problems": lines})["problems"].paragraphs[3].place))]


@pytest.mark.parametrize(("typed", "expected"), [("3.5", ["A07"]), ("3", ["U04"]), ("-2", ["A07"])])
def test_a_figure_beyond_its_limits_is_not_also_said_to_be_text(
    typed: str, expected: list[str], form_2021: Form, tmp_path: Path
) -> None:
    entries = {**sound_entries(form_2021), "requests.received.natural_person": 0}
    place = layout_of(form_2021).places["requests.received.natural_person"]

    def put(book: Workbook) -> None:
        book[place.sheet][place.cell] = typed

    (tmp_path / "w.xlsx").write_bytes(edited(standard_workbook(form_2021, entries), put))
    judged_, _ = judge(tmp_path / "w.xlsx", Library((TEMPLATES,)))
    assert [one.code for one in judged_.findings if one.code in ("U04", "A07")] == expected
