"""What was found in correct published reports is no error: from the workbook to the verdict, and the report is made."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from make_report.filing import Entries
from make_report.form.library import Library
from make_report.form.side_sheet import SIDE_BAND_ROW
from make_report.judge import judge
from make_report.report import report_of
from make_report.show.judged import errors, warnings
from make_report.workbook.writing.blank import standard_workbook
from tests.conftest import TEMPLATES
from tests.workbook.editing import Book, Change, edited, sound_entries

LIBRARY = Library((TEMPLATES,), "zh-CN")
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
    "problems": ("网站栏目更新较慢，业务培训没有跟上，是存在的主要问题。改进措施是明确更新时限，每季度培训一次。",),
}


def judged_workbook(
    folder: Path, entries: Entries, last_year: Entries | None = None, change: Change = id
) -> tuple[list[str], list[str]]:
    """Return the codes of the errors and of the warnings about a workbook with these entries; its report is made."""
    form = LIBRARY.form("zfxxgk-2021")
    sound = {**sound_entries(form), **{field: Decimal(number) for field, number in FIGURES.items()}}
    paths = [folder / "this.xlsx"]
    content = standard_workbook(form, {**sound, **TEXTS, **entries})
    paths[0].write_bytes(content if change is id else edited(content, change))
    if last_year is not None:
        paths.append(folder / "last.xlsx")
        paths[1].write_bytes(standard_workbook(form, {**sound, **TEXTS, **LAST_YEAR, **last_year}))
    judged, _ = judge(paths[0], LIBRARY, *paths[1:])
    assert report_of(judged.form, judged.filing, LIBRARY)
    return [one.code for one in errors(judged.findings)], [one.code for one in warnings(judged.findings)]


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


def test_a_stock_after_a_clean_up_year_is_asked_about(tmp_path: Path) -> None:
    last_year: Entries = {"disclosure.normative_documents.in_force": Decimal(61)}
    assert judged_workbook(tmp_path, {}, {**CARRIED, **last_year}) == ([], ["X03"])


def test_large_jumps_after_a_reform_are_asked_about(tmp_path: Path) -> None:
    entries: Entries = {"disclosure.permits.decisions": Decimal(8000)}
    last_year: Entries = {**CARRIED, "org": "某某市某某县人民政府", "disclosure.permits.decisions": Decimal(20)}
    errors_found, asked = judged_workbook(tmp_path, entries, last_year)
    assert (errors_found, sorted(asked)) == ([], ["X06", "X12"])


COUNTED = (
    "共受理政府信息公开申请6件",
    "办理政府信息公开申请6件",
    "收办政府信息公开申请6件",
    "受理办理政府信息公开申请6 件",
    "共受理依申请公开事项六件",
    "受理政府信息公开申请6件（其中新收5件，上年结转1件）",
    "办理政府信息公开申请6件（含上年结转1件）",
    "新收政府信息公开申请5件，加上上年结转1件，共办理6件",
    "本年新收5件、上年结转1件，合计办理政府信息公开申请6件",
    "受理政府信息公开申请5件",
)
"""Words that count what was carried in, or what is new: in reports that are right 受理 is found for both."""


@pytest.mark.parametrize("words", COUNTED)
def test_numbers_of_what_was_dealt_with_may_have_what_was_carried_in(words: str, tmp_path: Path) -> None:
    overview = (OVERVIEW[0], f"2024年，全区{words}，均已办结。行政复议1件，没有行政诉讼。")
    assert judged_workbook(tmp_path, {"overview": overview}) == ([], [])


@pytest.mark.parametrize(
    ("received", "carried_in", "dealt_with"), [(3525, 121, 3646), (713, 36, 749)], ids=["a city", "a county"]
)
@pytest.mark.parametrize("verb", ["收办", "受理", "办理"])
def test_what_large_units_wrote_is_right(
    received: int, carried_in: int, dealt_with: int, verb: str, tmp_path: Path
) -> None:
    entries: Entries = {
        "requests.received.natural_person": Decimal(received),
        "requests.carried_in.natural_person": Decimal(carried_in),
        "requests.granted.natural_person": Decimal(dealt_with - 1),
        "requests.carried_forward.natural_person": Decimal(1),
    }
    said = f"2024年，全区{verb}政府信息公开申请{dealt_with}件，结转下年度继续办理1件。行政复议1件，没有行政诉讼。"
    assert judged_workbook(tmp_path, {**entries, "overview": (OVERVIEW[0], said)}) == ([], [])
    wrong = said.replace(f"{dealt_with}件", f"{dealt_with + 10}件")
    assert judged_workbook(tmp_path, {**entries, "overview": (OVERVIEW[0], wrong)}) == ([], ["N01"])


@pytest.mark.parametrize(("characters", "expected"), [(1000, []), (1001, ["F09"]), (3400, ["F09"])])
def test_more_than_a_thousand_characters_are_asked_about(characters: int, expected: list[str], tmp_path: Path) -> None:
    said = sum(map(len, OVERVIEW))
    many = "".join(
        f"第{number}栏及时公布政策文件、财政资金、民生保障等信息，方便群众查询。" for number in range(1, 121)
    )
    overview = (*OVERVIEW, f"{many[: characters - said - 1]}。".replace("，。", "们。").replace("、。", "们。"))
    assert sum(map(len, overview)) == characters
    assert judged_workbook(tmp_path, {"overview": overview}) == ([], expected)


@pytest.mark.parametrize("heading", ["其他", "重点工作", "政务公开工作", "创新做法", "基层政务公开标准化规范化"])
def test_a_section_may_have_more_aspects_than_five(heading: str, tmp_path: Path) -> None:
    more = (f"（六）{heading}", "开展政府开放日活动2次。", "（七）下一步安排", "继续做好各项工作。")
    for number in (2, 4):
        assert judged_workbook(tmp_path, {"overview": (*ASPECTS, *more[:number])}) == ([], [])


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("5949.0887", []),
        ("5949.08866", ["U12"]),
        ("5949.088667", ["U12"]),
        ("0.016", []),
    ],
)
def test_a_fee_has_up_to_six_decimals(amount: str, expected: list[str], tmp_path: Path) -> None:
    assert judged_workbook(tmp_path, {"disclosure.administrative_fees.amount": Decimal(amount)}) == ([], expected)


@pytest.mark.parametrize("table", ["disclosure", "requests", "disputes"])
@pytest.mark.parametrize(
    "notes",
    [
        ("注：另有2件以对方单位为被告的案件，按规定由对方单位填报。",),
        ("注：1.以上数据截至2024年12月31日。", "2.含2023年发生、2024年审结的案件1件。"),
        ("说明：其中1件为撤回。",),
    ],
)
def test_notes_may_stand_under_every_table(table: str, notes: tuple[str, ...], tmp_path: Path) -> None:
    assert judged_workbook(tmp_path, {f"{table}.notes": notes}) == ([], [])


@pytest.mark.parametrize("signature", ["", ORG])
@pytest.mark.parametrize("introduction", [(), ("本报告依据《中华人民共和国政府信息公开条例》编制。",)])
@pytest.mark.parametrize("contact", [(), ("联系电话：0000-1234567。",)])
def test_signature_introduction_and_contact_may_be_missing(
    signature: str, introduction: tuple[str, ...], contact: tuple[str, ...], tmp_path: Path
) -> None:
    given: Entries = {"signature": signature, "introduction": introduction, "contact": contact}
    entries = {name: content for name, content in given.items() if content}
    assert judged_workbook(tmp_path, entries) == ([], [])


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (f"{ORG}2024年度政府信息公开工作年度报告", []),
        (f"{ORG}2024年政府信息公开工作年度报告", []),
        (f"{ORG}二〇二四年度政府信息公开工作年度报告", ["F12"]),
        (f"{ORG}2024年度工作总结", ["F12"]),
    ],
)
def test_a_title_may_say_the_year_in_either_way(title: str, expected: list[str], tmp_path: Path) -> None:
    assert judged_workbook(tmp_path, {"title": title}) == ([], expected)


def relabelled(sign: str) -> Change:
    """Write the numbers before the labels of table 3 with another sign, as pasted tables have them."""

    def change(book: Book) -> None:
        sheet = book["表三"]
        for found in (cell for row in sheet.iter_rows() for cell in row):
            if isinstance(found.value, str) and re.match(r"\d\.", found.value):
                sheet[found.coordinate].value = f"{found.value[0]}{sign}{found.value[2:]}"

    return change


@pytest.mark.parametrize("sign", ["、", "．", ". ", " . ", "、 "])
def test_numbers_of_labels_may_bear_any_sign(sign: str, tmp_path: Path) -> None:
    assert judged_workbook(tmp_path, {}, change=relabelled(sign)) == ([], [])


STOCKS = {"more than follows": 12, "less than follows": 90}


@pytest.mark.parametrize("last", STOCKS.values(), ids=STOCKS)
@pytest.mark.parametrize("row", ["rules", "normative_documents"])
def test_a_stock_that_does_not_follow_is_asked_about_and_may_be_explained(row: str, last: int, tmp_path: Path) -> None:
    entries: Entries = {f"disclosure.{row}.in_force": Decimal(40), "org_kind": "city"}
    last_year: Entries = {f"disclosure.{row}.in_force": Decimal(last), "org_kind": "city"}
    assert judged_workbook(tmp_path, entries, {**CARRIED, **last_year}) == ([], ["X03"])
    cell = {"rules": "D6", "normative_documents": "D7"}[row]

    def explained(book: Book) -> None:
        values = ("X03", f"表二 {cell}", 2024, "2024年全面清理后重新统计，另有自然失效的文件。")
        for column, value in zip("ABCD", values, strict=True):
            book["核实说明"][f"{column}{SIDE_BAND_ROW + 1}"].value = value

    assert judged_workbook(tmp_path, entries, {**CARRIED, **last_year}, explained) == ([], [])


@pytest.mark.parametrize(("this", "last"), [(8000, 20), (20, 8000), (26000, 8000)])
@pytest.mark.parametrize("reformed", [True, False])
def test_a_jump_is_asked_about_in_either_direction(this: int, last: int, tmp_path: Path, *, reformed: bool) -> None:
    entries: Entries = {"disclosure.permits.decisions": Decimal(this)}
    last_year: Entries = {**CARRIED, "disclosure.permits.decisions": Decimal(last)}
    if reformed:
        last_year = {**last_year, "org": "某某市某某县人民政府"}
    errors_found, asked = judged_workbook(tmp_path, entries, last_year)
    assert (errors_found, sorted(asked)) == ([], ["X06", "X12"] if reformed else ["X06"])
