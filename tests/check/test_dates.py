"""The period, the year, the day of publication, and dates that exist."""

from datetime import date

import pytest

from make_report.check import check_filing
from make_report.check.dates import years_in_file_name
from make_report.filing import State
from make_report.form.model import Form
from tests.filings import ORG, SENTENCE, Given, cell, filing, judged

YEAR = {"year": 2023}


@pytest.mark.parametrize(
    "text",
    [
        "数据的统计期限自2022年1月1日起至2022年12月31日止。",
        "统计期限：2023年1月1日至11月30日。",
        "所列数据统计时限为２０２２年１月１日—２０２３年１２月３１日。",
        "统计期限为 2023 年 1 月 1 日 至 2023 年 12 月 30 日。",
        "本报告统计时间为2022.1.1-2022.12.31。",
        "本报告统计周期为2023-01-02～2023-12-31。",
    ],
)
def test_d01_finds_a_period_that_is_not_the_report_year(form_2021: Form, text: str) -> None:
    assert judged(form_2021, {**YEAR, "introduction": [text]}) == [("D01", cell(form_2021, "introduction"))]


@pytest.mark.parametrize(
    "text",
    [
        "数据的统计期限自2023年1月1日起至2023年12月31日止。",
        "统计期限：2023年1月1日至12月31日。",
        "统计期限为２０２３年１月１日—１２月３１日。",
        "统计期限为 2023 年 1 月 1 日 起，至 2023 年 12 月 31 日。",
        "统计时限为2023.1.1-2023.12.31。",
        "统计时限为2023年1月1日0时至2023年12月31日24时。",
        "统计期限为2023年度。下年计划自2024年1月1日至2024年6月30日实施。",
        "统计期限截至2023年12月31日。",
        "文件清理期为2022年3月1日至2022年5月31日。",
    ],
)
def test_d01_is_silent_about_the_right_period_and_about_other_spans(form_2021: Form, text: str) -> None:
    assert judged(form_2021, {**YEAR, "overview": [SENTENCE, text]}) == []


def test_d01_quotes_the_period_and_names_the_paragraph(form_2021: Form) -> None:
    whole = filing(form_2021, {**YEAR, "overview": [SENTENCE, "统计期限为２０２２年1月1日至12月31日。"]})
    (finding,) = check_filing(form_2021, whole)
    assert finding.place == whole["overview"].paragraphs[1].place
    assert finding.operands["actual"] == "２０２２年1月1日至12月31日"


@pytest.mark.parametrize("field", ["title", "introduction"])
@pytest.mark.parametrize("year", ["2022年", "2022年度", "２０２２年", " 2022 年度"])
def test_d04_finds_another_year_in_the_name_of_the_report(form_2021: Form, field: str, year: str) -> None:
    found = judged(form_2021, {**YEAR, field: f"{ORG}{year}政府信息公开工作年度报告"})
    assert ("D04", cell(form_2021, field)) in found


@pytest.mark.parametrize(
    "text",
    [
        "现公布2023年度政府信息公开工作年度报告。",
        "根据国务院令第711号、国办公开办函〔2021〕30号、国办公开办函〔2019〕60号文件要求，编制本报告。",
        "2022年以来，各项工作有序开展。",
        "电话：0517-20222022。",
    ],
)
def test_d04_is_silent_about_the_report_year_and_about_numbers_of_documents(form_2021: Form, text: str) -> None:
    assert judged(form_2021, {**YEAR, "introduction": text}) == []


def test_d04_lets_a_section_speak_of_the_report_published_last_january(form_2021: Form) -> None:
    text = "按时发布2022年政府信息公开工作年度报告。"
    assert judged(form_2021, {**YEAR, "overview": [SENTENCE, text]}) == []


@pytest.mark.parametrize(
    ("name", "years"),
    [
        ("某某局2022.xlsx", {2022}),
        ("某某局２０２２年度.xlsx", {2022}),
        ("2022年报告(1).xlsx", {2022}),
        ("某某局2022-2023.xlsx", {2022, 2023}),
        ("某某局2025年1月.xlsx", set[int]()),
        ("某某局20251120.xlsx", set[int]()),
        ("某某局2025-01-20.xlsx", set[int]()),
        ("某某局2025.1.20.xlsx", set[int]()),
        ("zfxxgk-2021.xlsx", set[int]()),
        ("填好的ZFXXGK_2021.xlsx", set[int]()),
        ("某某局（2021年格式）.xlsx", set[int]()),
        ("某某局.xlsx", set[int]()),
    ],
)
def test_a_year_in_a_file_name_is_told_from_dates_and_from_the_name_of_the_form(
    form_2021: Form, name: str, years: set[int]
) -> None:
    assert years_in_file_name(name, form_2021) == years


def test_d04_compares_the_name_of_the_file(form_2021: Form) -> None:
    assert judged(form_2021, YEAR, source="某某局2022.xlsx") == [("D04", cell(form_2021, "year"))]
    assert judged(form_2021, YEAR, source="某某局2023年报告（2024.1.20）.xlsx") == []


@pytest.mark.parametrize(("day", "found"), [(date(2023, 12, 31), ["D05"]), (date(2024, 1, 1), []), (None, [])])
def test_d05_a_report_is_published_after_its_year(form_2021: Form, day: date | None, found: list[str]) -> None:
    marks = judged(form_2021, {**YEAR, "published": day})
    assert marks == [(code, cell(form_2021, "published")) for code in found]


@pytest.mark.parametrize(
    ("text", "actual"),
    [
        ("定于20251月1日公布", "20251月1日"),
        ("定于202512月1日公布", "202512月1日"),
        ("定于2025 1月20日公布", "2025 1月20日"),
        ("定于2025年13月1日公布", "2025年13月1日"),
        ("定于2025年13月公布", "2025年13月"),
        ("定于２０２５年１月３２日公布", "２０２５年１月３２日"),
        ("定于2月30日公布", "2月30日"),
        ("定于6月31日公布", "6月31日"),
        ("定于2023年2月29日公布", "2023年2月29日"),
        ("定于0月1日公布", "0月1日"),
    ],
)
def test_d08_finds_dates_that_are_in_no_calendar(form_2021: Form, text: str, actual: str) -> None:
    whole = filing(form_2021, {**YEAR, "problems": [SENTENCE, text]})
    (finding,) = check_filing(form_2021, whole)
    assert (finding.code, finding.place) == ("D08", whole["problems"].paragraphs[1].place)
    assert finding.operands["actual"] == actual


@pytest.mark.parametrize(
    "text",
    [
        "2023年1月起，1月1日前，历时12个月，每年13个月工资。",
        "2023年10月至2024年2月，2024年2月29日，2月29日。",
        "2023年1-12月，10月1日至7日，20个工作日，30日内答复。",
        "电话0591-23165385，邮编350400，国办公开办函〔2021〕30号，第711号。",
        "公开信息20251条，2025月度报告，3年6个月，2012月报。",
        "2023年1月1日0时至2023年12月31日24时。",
    ],
)
def test_d08_leaves_right_dates_and_other_figures_alone(form_2021: Form, text: str) -> None:
    assert judged(form_2021, {**YEAR, "problems": [SENTENCE, text], "contact": text}) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2023共收到申请0件。", ["D08"]),
        ("公开有序，2023度未收到申请。", ["D08"]),
        ("2024本单位继续努力。", ["D08"]),
        ("2023年共收到申请0件。", []),
        ("“清风2023”专项行动，2023版指南，2019全国大赛，GB2023共三册。", []),
    ],
)
def test_d08_asks_about_a_year_without_its_sign(form_2021: Form, text: str, found: list[str]) -> None:
    assert [code for code, _ in judged(form_2021, {**YEAR, "problems": [SENTENCE, text]})] == found


@pytest.mark.parametrize("year", [None, State.UNREADABLE, 0, 9999])
def test_without_a_usable_year_nothing_is_compared_with_it(form_2021: Form, year: Given) -> None:
    given: dict[str, Given] = {
        "year": year,
        "introduction": "统计期限为2022年1月1日至2022年12月31日。",
        "published": date(2023, 1, 20),
    }
    found = judged(form_2021, given, source="某某局2022.xlsx")
    assert {code for code, _ in found} <= {"U01", "F01"}


@pytest.mark.parametrize(
    ("text", "actual"),
    [
        ("20023年，本单位公开信息。", "20023年"),
        ("较202年增加4件。", "202年"),
        ("223年度没有收取费用。", "223年"),
        ("2223年全年培训2次。", "2223年"),
        ("自2203年1月起。", "2203年"),
    ],
)
def test_d08_asks_about_a_year_with_a_wrong_digit(form_2021: Form, text: str, actual: str) -> None:
    whole = filing(form_2021, {**YEAR, "problems": [SENTENCE, text]})
    (finding,) = (one for one in check_filing(form_2021, whole) if one.code == "D08")
    assert (finding.place, finding.operands["actual"]) == (whole["problems"].paragraphs[1].place, actual)


@pytest.mark.parametrize(
    "text", ["建县300年，距今1200年，1998年成立，2019年、2030年、2035年远景，第202年，203年历史，15年来。"]
)
def test_d08_lets_years_be_counted(form_2021: Form, text: str) -> None:
    found = judged(form_2021, {**YEAR, "problems": [SENTENCE, text]})
    assert "D08" not in {code for code, _ in found}


@pytest.mark.parametrize(
    "text",
    [
        "统计期限为2023年1月1日至2023年12月。",
        "所列统计数据的期限自2022年1月1日起至2023年12月31日止。",
    ],
)
def test_d01_needs_the_last_day_and_knows_the_period_by_other_words(form_2021: Form, text: str) -> None:
    assert judged(form_2021, {**YEAR, "introduction": text}) == [("D01", cell(form_2021, "introduction"))]
