"""Family X from end to end: two filled workbooks and the command, last year given in each of the three ways.

Of each rule a pair that breaks it and one that comes near and does not; what is found beyond what is found without
last year, with its place, and the exit code.
"""

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from make_report.app import run
from make_report.filing import Entries
from make_report.form.library import Library
from make_report.form.model import Form
from make_report.workbook.writing.blank import standard_workbook
from tests.conftest import TEMPLATES
from tests.filings import ORG, cell
from tests.workbook.editing import sound_entries

Given = Mapping[str, int | str | tuple[str, ...]]
Capture = pytest.CaptureFixture[str]
LIBRARY = Library((TEMPLATES,), "zh-CN")
KINDS = (".xlsx", ".json", ".docx")
FIRST, SECOND = "zfxxgk-2019", "zfxxgk-2021"

TEXTS: Entries = {
    "org": ORG,
    "overview": (
        "按规定公开信息，规范办理申请，依法应对复议诉讼，做好信息管理、平台建设和监督保障等各项工作，群众查询信息比以前方便。",
    ),
    "problems": ("存在的主要问题是解读形式单一，图解和视频的数量偏少。下一步将增加图解，加强培训。",),
    "other_matters": ("本年度没有收取信息处理费，没有其他需要报告的事项。",),
}
LAST_TEXTS: Entries = {
    **TEXTS,
    "overview": (
        "全年主动公开各类信息，答复申请，配合复议诉讼；信息管理有台账，平台建设有专人，监督保障有检查，没有发生泄密的事情。",
    ),
    "problems": ("存在的问题是更新不够及时，有的栏目几个月没有新内容，年内已经整改。",),
}


class Pair(NamedTuple):
    """A rule's code and the cells of its findings, by field; what this year and last year have beside zeros."""

    code: str
    places: tuple[str, ...]
    this: Given
    last: Given
    good: Given
    """What this year has in place of that, to break nothing."""
    form: str = SECOND
    thorough: bool = False
    exit_code: int = 0
    besides: tuple[tuple[str, str], ...] = ()
    """What else is found for the same reason."""


def requests(received: int, carried_in: int = 0, carried_forward: int = 0, column: str = "natural_person") -> Given:
    """Return a balanced column of table 3."""
    return {
        f"requests.received.{column}": received,
        f"requests.carried_in.{column}": carried_in,
        f"requests.granted.{column}": received + carried_in - carried_forward,
        f"requests.carried_forward.{column}": carried_forward,
    }


def documents(made: int, repealed: int, in_force: int) -> Given:
    names = ("made", "repealed", "in_force")
    return {
        f"disclosure.normative_documents.{name}": figure
        for name, figure in zip(names, (made, repealed, in_force), strict=True)
    }


LONG_TEXT = (
    "存在的问题：一是公开内容还不够全面，部分栏目更新不够及时；二是解读形式比较单一，图解和视频偏少；三是人员流动较快，培训没有跟上。",
    "改进措施：一是梳理事项清单，明确每一项的科室和时限；二是增加图解、视频等形式；三是每个季度组织一次培训，新进人员先培训再上岗。",
)
NEW_TEXT = (
    "存在的问题：少数科室对依申请公开的时限掌握不准；网站上几个栏目名称重复，群众不易找到；乡村公示栏有破损。",
    "改进措施：为每件申请设倒计时提醒，合并重复的栏目，把公示栏的维护列入村级经费，年底逐处验收并张贴维护电话。",
)
MEASURES = ("存在的问题是更新较慢。下一步，一是建设档案查阅室，配齐电脑和打印机；二是梳理公开清单，增加图解。",)
ANSWERED = ("去年的措施已落实：档案查阅室配了电脑，公开清单已梳理。存在的问题是宣传偏少，今后将增加图解。",)
SAME: Given = {
    **requests(21, column="natural_person"),
    **requests(3, column="commercial_enterprise"),
    **requests(2, column="research_institution"),
    "disputes.reconsideration.upheld": 4,
}

PAIRS: Mapping[str, Pair] = {
    "X01": Pair(
        "X01",
        ("requests.carried_in.total",),
        requests(4),
        requests(4, carried_forward=3),
        requests(4, carried_in=3),
        exit_code=1,
        besides=(("X02", "requests.carried_in.natural_person"),),
    ),
    "X02": Pair(
        "X02",
        ("requests.carried_in.natural_person", "requests.carried_in.commercial_enterprise"),
        requests(4, carried_in=3, column="commercial_enterprise"),
        requests(4, carried_forward=3),
        requests(4, carried_in=3),
    ),
    "X03": Pair(
        "X03",
        ("disclosure.normative_documents.in_force",),
        documents(5, 2, 40),
        documents(1, 0, 30),
        documents(5, 2, 33),
    ),
    "X04": Pair(
        "X04",
        ("disclosure.permits.last_year",),
        {"disclosure.permits.last_year": 50},
        {"disclosure.permits.last_year": 50, "disclosure.permits.change": 5},
        {"disclosure.permits.last_year": 55},
        FIRST,
    ),
    "X04, a decrease": Pair(
        "X04",
        ("disclosure.penalties.last_year",),
        {"disclosure.penalties.last_year": 50},
        {"disclosure.penalties.last_year": 50, "disclosure.penalties.change": -8},
        {"disclosure.penalties.last_year": 42},
        FIRST,
    ),
    "X05": Pair(
        "X05",
        ("disclosure.normative_documents.public_total",),
        {
            "disclosure.normative_documents.made": 3,
            "disclosure.normative_documents.published": 3,
            "disclosure.normative_documents.public_total": 40,
        },
        {"disclosure.normative_documents.public_total": 30},
        {
            "disclosure.normative_documents.made": 3,
            "disclosure.normative_documents.published": 3,
            "disclosure.normative_documents.public_total": 33,
        },
        FIRST,
    ),
    "X06": Pair(
        "X06",
        ("disclosure.permits.decisions",),
        {"disclosure.permits.decisions": 26_000},
        {"disclosure.permits.decisions": 8_000},
        {"disclosure.permits.decisions": 12_999},
    ),
    "X06, tenfold": Pair(
        "X06",
        ("disclosure.penalties.decisions",),
        {"disclosure.penalties.decisions": 12},
        {"disclosure.penalties.decisions": 1_300},
        {"disclosure.penalties.decisions": 140},
    ),
    "X06, in the first format": Pair(
        "X06",
        ("disclosure.permits.decisions",),
        {"disclosure.permits.decisions": 26_000},
        {"disclosure.permits.decisions": 8_000},
        {"disclosure.permits.decisions": 12_999},
        FIRST,
    ),
    "X07": Pair(
        "X07",
        ("requests.received.natural_person",),
        SAME,
        SAME,
        {**requests(20), "disputes.reconsideration.upheld": 4},
    ),
    "X08": Pair("X08", ("problems",), {"problems": LONG_TEXT}, {"problems": LONG_TEXT}, {"problems": NEW_TEXT}),
    "X09": Pair("X09", ("problems",), {}, {"problems": MEASURES}, {"problems": ANSWERED}, thorough=True),
    "X10": Pair(
        "X10",
        ("disputes.reconsideration.total",),
        {},
        {"disputes.reconsideration.pending": 2},
        {"disputes.reconsideration.upheld": 2},
        thorough=True,
    ),
    "X12": Pair(
        "X12",
        ("org",),
        {},
        {"org": "某某市某某区社会工作局"},
        {"org": "某某市某某区社会工作局"},
    ),
}


YEARS = {FIRST: 2020, SECOND: 2023}


def write(path: Path, form: Form, year: int, entries: Entries) -> None:
    path.write_bytes(standard_workbook(form, {**sound_entries(form), **entries, "year": year}))


def filled(given: Given) -> Entries:
    return {name: Decimal(value) if isinstance(value, int) else value for name, value in given.items()}


def last_years(folder: Path, form: Form, year: int, given: Given, capture: Capture) -> dict[str, Path]:
    """Return last year's report as a workbook, and as the commands make data and a Word file of it."""
    paths = {kind: folder / f"last{kind}" for kind in KINDS}
    write(paths[".xlsx"], form, year, {**LAST_TEXTS, **filled(given)})
    capture.readouterr()
    assert run(["data", str(paths[".xlsx"])]) == 0
    paths[".json"].write_text(capture.readouterr().out, "utf-8")
    assert run([str(paths[".xlsx"]), "-o", str(paths[".docx"])]) == 0, capture.readouterr().err
    return paths


def checked(capture: Capture, *words: str | Path) -> tuple[int, list[tuple[str, str]]]:
    """Return the exit code of a check, and the code and place of each finding."""
    capture.readouterr()
    code = run(["check", *map(str, words), "--format", "json"])
    shown = json.loads(capture.readouterr().out)
    return code, [(one["code"], f"{one['sheet']} {one['cell']}".strip()) for one in shown["findings"]]


@pytest.mark.parametrize("name", PAIRS)
def test_a_rule_against_last_year_holds_through_the_command(name: str, tmp_path: Path, capsys: Capture) -> None:
    pair = PAIRS[name]
    form = LIBRARY.form(pair.form)
    year = YEARS[pair.form]
    options = ["--thorough"] if pair.thorough else []
    lasts = last_years(tmp_path, form, year - 1, pair.last, capsys)
    expected = sorted([(pair.code, field) for field in pair.places] + list(pair.besides))
    for given, marks, exit_code in ((pair.this, expected, pair.exit_code), (pair.good, [], 0)):
        workbook = tmp_path / "this.xlsx"
        write(workbook, form, year, {**TEXTS, **filled(given)})
        _, alone = checked(capsys, workbook, *options)
        for kind in KINDS:
            code, found = checked(capsys, workbook, "--last-year", lasts[kind], *options)
            more = [mark for mark in found if mark not in alone]
            assert sorted(more) == sorted((code, cell(form, field)) for code, field in marks), kind
            assert code == exit_code, kind


def test_every_rule_of_the_family_has_a_pair() -> None:
    assert {pair.code for pair in PAIRS.values()} == {f"X{number:02}" for number in range(1, 13)} - {"X11"}


@pytest.mark.parametrize("kind", KINDS)
def test_x11_of_two_formats_nothing_but_what_is_carried_over_is_compared(
    kind: str, tmp_path: Path, capsys: Capture
) -> None:
    first, second = LIBRARY.form(FIRST), LIBRARY.form(SECOND)
    given = {
        **requests(4, carried_forward=3),
        "disclosure.permits.decisions": 90_000,
        "disclosure.rules.public_total": 7,
        "disclosure.normative_documents.public_total": 700,
    }
    last = last_years(tmp_path, first, 2020, given, capsys)[kind]
    workbook = tmp_path / "this.xlsx"
    for carried_in, expected in ((3, []), (2, [("X01", "requests.carried_in.total"), ("X02", NATURAL)])):
        figures = {**requests(4, carried_in=carried_in), **documents(1, 0, 12), "disclosure.permits.decisions": 7}
        write(workbook, second, 2021, {**TEXTS, **filled(figures)})
        _, alone = checked(capsys, workbook)
        code, found = checked(capsys, workbook, "--last-year", last)
        more = sorted(mark for mark in found if mark not in alone)
        assert more == sorted((code, cell(second, field)) for code, field in expected)
        assert code == (1 if expected else 0)


NATURAL = "requests.carried_in.natural_person"


@pytest.mark.parametrize("kind", KINDS)
def test_no_report_is_made_when_the_carry_over_is_wrong(kind: str, tmp_path: Path, capsys: Capture) -> None:
    form = LIBRARY.form(SECOND)
    last = last_years(tmp_path, form, 2022, requests(4, carried_forward=3), capsys)[kind]
    workbook, report = tmp_path / "this.xlsx", tmp_path / "report.docx"
    write(workbook, form, 2023, {**TEXTS, **filled(requests(4))})
    assert run([str(workbook), "-o", str(report), "--last-year", str(last)]) == 1
    assert not report.exists()
    assert "[X01]" in capsys.readouterr().err
    write(workbook, form, 2023, {**TEXTS, **filled(requests(4, carried_in=3))})
    assert run([str(workbook), "-o", str(report), "--last-year", str(last)]) == 0
    assert report.exists()
