"""What was found in correct published reports is no error: from the workbook to the verdict, and the report is made."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from make_report.filing import Entries
from make_report.form.library import Library
from make_report.judge import judge
from make_report.report import report_of
from make_report.show.judged import errors, warnings
from make_report.workbook.writing.blank import standard_workbook
from tests.conftest import TEMPLATES
from tests.workbook.editing import Book, Change, edited, sound_entries

ORG = "某某市某某区人民政府"
OVERVIEW = (
    "2024年，全区主动公开信息，规范办理申请，依法应对复议诉讼，做好政府信息管理、平台建设和监督保障。",
    "全区新收政府信息公开申请5件，上年结转1件，办结6件。因政府信息公开引起行政复议1件，结果维持；没有行政诉讼。",
)
FIGURES = {
    "requests.received.natural_person": 5,
    "requests.carried_in.natural_person": 1,
    "requests.granted.natural_person": 6,
    "disputes.reconsideration.upheld": 1,
    "disclosure.normative_documents.in_force": 40,
}
TEXTS: Entries = {
    "org": ORG,
    "org_kind": "county",
    "year": 2024,
    "overview": OVERVIEW,
    "problems": ("存在的主要问题是解读形式单一，数量偏少。下一步将增加图解和视频，加强业务培训，提高解读质量。",),
    "other_matters": ("本年度没有收取信息处理费，没有其他需要报告的事项。",),
}
LONG = "".join(f"第{number}个栏目及时公布政策文件、财政资金、民生保障等信息，方便群众查询。" for number in range(1, 41))
ASPECTS = (
    "（一）主动公开",
    "2024年，全区及时公布各类信息。",
    "（二）依申请公开",
    OVERVIEW[1],
    "（三）政府信息管理",
    "及时清理文件。",
    "（四）平台建设",
    "办好网站和公众号。",
    "（五）监督保障",
    "开展培训2次。",
)
CARRIED: Entries = {
    "requests.received.natural_person": Decimal(6),
    "requests.carried_in.natural_person": Decimal(0),
    "requests.granted.natural_person": Decimal(5),
    "requests.carried_forward.natural_person": Decimal(1),
    "disputes.reconsideration.upheld": Decimal(0),
}
"""A last year with one application left over."""
LAST_YEAR: Entries = {
    "year": 2023,
    "overview": ("2023年，全区主动公开信息，规范办理申请，做好政府信息管理、平台建设和监督保障。",),
}


def judged_workbook(
    folder: Path, entries: Entries, last_year: Entries | None = None, change: Change = id
) -> tuple[list[str], list[str]]:
    """Return the codes of the errors and of the warnings about a workbook with these entries; its report is made."""
    library = Library((TEMPLATES,), "zh-CN")
    form = library.form("zfxxgk-2021")
    sound = {**sound_entries(form), **{field: Decimal(number) for field, number in FIGURES.items()}}
    paths = [folder / "this.xlsx"]
    paths[0].write_bytes(edited(standard_workbook(form, {**sound, **TEXTS, **entries}), change))
    if last_year is not None:
        paths.append(folder / "last.xlsx")
        paths[1].write_bytes(standard_workbook(form, {**sound, **TEXTS, **LAST_YEAR, **last_year}))
    judged, _ = judge(paths[0], library, *paths[1:])
    assert report_of(judged.form, judged.filing, library)
    return [one.code for one in errors(judged.findings)], [one.code for one in warnings(judged.findings)]


def renumbered(book: Book) -> None:
    """Write the numbers before the labels of table 3 as they come from a pasted table: 1、 instead of 1."""
    sheet = book["表三"]
    for row in sheet.iter_rows():
        for found in row:
            if isinstance(found.value, str) and re.match(r"\d\.", found.value):
                sheet[found.coordinate].value = f"{found.value[0]}、{found.value[2:]}"


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param({}, [], id="no signature and no introduction"),
        pytest.param(
            {"overview": (OVERVIEW[0], "全区共受理政府信息公开申请6件，办结6件。行政复议1件，没有行政诉讼。")},
            [],
            id="受理 counts what was carried in",
        ),
        pytest.param(
            {"overview": (OVERVIEW[0], "全区收办政府信息公开申请6件，均已办结。行政复议1件，没有行政诉讼。")},
            [],
            id="收办 counts what was carried in",
        ),
        pytest.param({"overview": (*OVERVIEW, LONG)}, ["F09"], id="more than a thousand characters"),
        pytest.param({"overview": (*ASPECTS, "（六）其他", "开展政府开放日活动2次。")}, [], id="a sixth aspect"),
        pytest.param(
            {"disclosure.administrative_fees.amount": Decimal("5949.088667")}, ["U12"], id="six decimals of a fee"
        ),
        pytest.param(
            {"disputes.notes": ("注：另有2件以对方单位为被告的案件，按规定由对方单位填报。",)},
            [],
            id="a note under table 4",
        ),
        pytest.param({"title": f"{ORG}2024年度政府信息公开工作年度报告"}, [], id="年度 in the title"),
    ],
)
def test_what_correct_reports_do_is_no_error(tmp_path: Path, entries: Entries, expected: list[str]) -> None:
    assert judged_workbook(tmp_path, entries) == ([], expected)


def test_numbers_of_labels_may_come_from_a_pasted_table(tmp_path: Path) -> None:
    assert judged_workbook(tmp_path, {}, change=renumbered) == ([], [])


def test_a_stock_after_a_clean_up_year_is_asked_about(tmp_path: Path) -> None:
    last_year: Entries = {"disclosure.normative_documents.in_force": Decimal(61)}
    assert judged_workbook(tmp_path, {}, {**CARRIED, **last_year}) == ([], ["X03"])


def test_large_jumps_after_a_reform_are_asked_about(tmp_path: Path) -> None:
    entries: Entries = {"disclosure.permits.decisions": Decimal(8000)}
    last_year: Entries = {**CARRIED, "org": "某某市某某县人民政府", "disclosure.permits.decisions": Decimal(20)}
    errors_found, asked = judged_workbook(tmp_path, entries, last_year)
    assert (errors_found, sorted(asked)) == ([], ["X06", "X12"])
