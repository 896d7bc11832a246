"""Each check of the catalogue is produced by what its page says breaks it, and not by what comes near.

The examples are said in words there; here they are made in a workbook, which is read and checked as in a run.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from typing import NamedTuple

import pytest

from make_report import catalogue
from make_report.catalogue_examples import EXPLAINED
from make_report.finding import Check
from make_report.form.model import Form
from make_report.form.side_sheet import SIDE_BAND_ROW
from make_report.judge import judge_content
from make_report.record import replace
from make_report.workbook.writing.blank import standard_workbook
from tests.filings import SENTENCE
from tests.workbook.editing import Book, edited, insert_columns, insert_rows, sound_entries

Cells = dict[str, object]
Change = Cells | Callable[[Book], object]
OVERVIEW, PROBLEMS, NOTES, WAIVERS = "一、总体情况", "五、问题和改进", "A20", "核实说明"
FIRST = SIDE_BAND_ROW + 1


class Case(NamedTuple):
    """What is done to a sound workbook so that the check speaks, and so that it does not."""

    bad: Change
    good: Change
    form: str = "2021"


def typed(cells: Cells) -> Callable[[Book], object]:
    def change(book: Book) -> None:
        for address, value in cells.items():
            sheet, cell = address.split("!")
            book[sheet][cell].value = value

    return change


def formatted(number_format: str, **cells: object) -> Callable[[Book], object]:
    def change(book: Book) -> None:
        for address, value in cells.items():
            book["表三"][address].value = value
            book["表三"][address].number_format = number_format

    return change


def overlong(book: Book) -> None:
    # openpyxl would cut off what is put in its usual way.
    book[OVERVIEW]["A4"]._value = "长" * 40_000


def renamed(sheet: str, name: str) -> Callable[[Book], object]:
    def change(book: Book) -> None:
        book[sheet].title = name

    return change


def copied(name: str) -> Callable[[Book], object]:
    def change(book: Book) -> None:
        book.copy_worksheet(book["表三"]).title = name

    return change


def without_requests(book: Book) -> None:
    book.remove(book["表三"])


def merged(book: Book) -> None:
    book["表三"].merge_cells("D7:E7")


def shifted(sheet: str, row: int, count: int = 1) -> Callable[[Book], object]:
    def change(book: Book) -> None:
        insert_rows(book[sheet], row, count)

    return change


def column_inserted(book: Book) -> None:
    insert_columns(book["表三"], 4)


def labelled_row(book: Book) -> None:
    insert_rows(book["表二"], 8)
    book["表二"]["A8"].value = "其他主动公开文件"


def beside(book: Book) -> None:
    book[OVERVIEW]["A4"].value = None
    book[OVERVIEW]["B4"].value = SENTENCE


def waiver(*row: object) -> Cells:
    """Return a row on the sheet for reasons, beside a stock of documents that is asked about."""
    cells = zip("ABCD", row, strict=False)
    return {"表二!B7": 3, "表二!D7": 1} | {f"{WAIVERS}!{column}{FIRST}": value for column, value in cells}


LONG = "".join(chr(0x4E00 + number * number * 31 % 20_011) for number in range(30_000))
REASON = "2021年集中清理规范性文件，自然失效2件。"
CASES: Mapping[str, Case] = {
    "U01_EMPTY": Case({"表三!D7": None}, {"表三!D7": 0}),
    "U01_EMPTY_MANY": Case(
        {f"表三!{column}7": None for column in "DEFGH"}, {f"表三!{column}7": 0 for column in "DEFGH"}
    ),
    "U01_MISSING": Case({"首页!B8": None}, {"首页!B8": "某某县民政局"}),
    "U01_OPTIONAL": Case({"表二!B6": None, "表二!C6": None, "表二!D6": None}, {"表二!B6": 0}),
    "U02_ZERO_WORD": Case({"表三!D7": "-"}, {"表三!D7": 0}),
    "U03_WORDS": Case({"表三!D7": "22（其中修订16件）"}, {"表三!D7": 22}),
    "U03_UNIT": Case({"表二!B17": "35600元"}, {"表二!B17": 3.56}),
    "U03_NOT_A_NUMBER": Case({"表三!D7": "若干"}, {"表三!D7": 30}),
    "U03_SEVERAL_READINGS": Case({"表三!D7": "1,23"}, {"表三!D7": "123"}),
    "U03_LOGICAL": Case({"表三!D7": True}, {"表三!D7": 1}),
    "U03_DATE": Case(formatted("yyyy-mm-dd", D7=datetime(1900, 1, 5)), formatted("General", D7=5)),  # noqa: DTZ001 - dates in workbooks have no zone
    "U03_PERCENT": Case(formatted("0%", D7=0.5), formatted("General", D7=50)),
    "U03_TOO_LONG": Case({"表三!D7": "12345678901234567890"}, {"表三!D7": "123456789012345"}),
    "U03_READ_AS": Case({"表三!D7": "125件"}, {"表三!D7": 125}),
    "U03_CHOICE": Case({"首页!B9": "某个单位"}, {"首页!B9": "县级政府部门"}),
    "U03_YEAR": Case({"首页!B10": 25}, {"首页!B10": 2025}),
    "U04_TEXT_NUMBER": Case({"表三!D7": "１２０"}, {"表三!D7": 120}),
    "U05_ERROR_VALUE": Case({"表三!D7": "#REF!"}, {"表三!D7": 12}),
    "U05_NOT_CALCULATED": Case({"表三!D7": "=5+7"}, {"表三!D7": 12}),
    "U08_NO_UNIT": Case({"表二!C21": 12}, {"表二!C21": 12, "表二!E21": "万元"}, "2019"),
    "U08_TWO_UNITS": Case({"表二!C21": "12元", "表二!E21": "万元"}, {"表二!C21": 12, "表二!E21": "万元"}, "2019"),
    "U13_FORMAT": Case(formatted("#,##0,", D7=1000), formatted("#,##0", D7=1000)),
    "U13_FORMATS": Case(formatted("#,##0,", D7=1000, E7=2000), formatted("#,##0", D7=1000, E7=2000)),
    "U13_HIDDEN": Case(formatted("0;;;@", D7=0), formatted("0", D7=0)),
    "U13_HIDDEN_CELLS": Case(formatted(";;;", D7=0, E7=0), formatted("General", D7=0, E7=0)),
    "F01_YEAR": Case({"首页!B10": 2020}, {"首页!B10": 2023}),
    "F01_NO_FORM": Case({"首页!B10": 1999}, {"首页!B10": 2020}, "2019"),
    "F02_HEADING": Case({"五、问题和改进!A1": "五、存在的主要问题及整改措施"}, {}),
    "F03_LABEL": Case({"表三!C11": "1.属于国家机密"}, {}),
    "F04_SHEET_MISSING": Case(without_requests, {}),
    "F04_SHEET_RENAMED": Case(renamed("表三", "表三 "), {}),
    "F04_SHEET_COPIED": Case(copied("表三 (2)"), copied("去年的表三")),
    "F04_ROW_ADDED": Case(labelled_row, {f"表二!{NOTES}": "其他主动公开文件3件。"}),
    "F04_BLANK_ROW_ADDED": Case(shifted("表二", 8), {}),
    "F04_EXPLANATION_MISSING": Case(shifted(OVERVIEW, 2, -1), {}),
    "F04_BESIDE": Case(beside, {f"{OVERVIEW}!A4": SENTENCE}),
    "F04_ROW_MISSING": Case(shifted("表三", 12, -1), {"表三!D12": 0}),
    "F04_COLUMN_MOVED": Case(column_inserted, {}),
    "F04_MERGED": Case(merged, {}),
    "F04_VERSION": Case({}, {}),
    "F04_TOO_LONG": Case({f"{OVERVIEW}!A{row}": LONG for row in range(4, 12)}, {f"{OVERVIEW}!A4": LONG[:3000]}),
    "F04_CELL_TOO_LONG": Case(overlong, {f"{OVERVIEW}!A4": LONG[:3000]}),
    "F05_EMPTY": Case({f"{PROBLEMS}!A4": "（一）存在的主要问题"}, {f"{PROBLEMS}!A4": SENTENCE}),
    "F05_SHORT": Case({f"{OVERVIEW}!A4": "一切都好，没有问题。"}, {f"{OVERVIEW}!A4": SENTENCE}),
    "F05_ONLY": Case({f"{PROBLEMS}!A4": "无"}, {f"{PROBLEMS}!A4": SENTENCE}),
    "F16_STRAY": Case({"表二!A22": "这几件是清理掉的。"}, {f"表二!{NOTES}": "这几件是清理掉的。"}),
    "D08_DATE": Case({"首页!B11": "2022年1月32日"}, {"首页!B11": "2022-01-20"}),
    "U03_NO_TEXT": Case({f"{OVERVIEW}!A5": 123}, {f"{OVERVIEW}!A5": "全年公开信息123条。"}),
    "T09_SPACE": Case({f"{OVERVIEW}!A4": f"{SENTENCE}\u200b做好各项工作。"}, {f"{OVERVIEW}!A4": SENTENCE}),
    "T09_SPACES": Case(
        {f"{OVERVIEW}!A4": f"{SENTENCE}做\u200b好工作。", f"{PROBLEMS}!A4": f"{SENTENCE}做\u200b好工作。"},
        {f"{OVERVIEW}!A4": SENTENCE},
    ),
    "N23_UNKNOWN": Case({f"{OVERVIEW}!A4": SENTENCE + "收到{本年新授.总计}件。"}, {f"{OVERVIEW}!A4": SENTENCE}),
    "N23_NO_NAME": Case(
        {f"{OVERVIEW}!A4": SENTENCE + "收到{abc.def}件。"}, {f"{OVERVIEW}!A4": SENTENCE + "收到{abc}件。"}
    ),
    "N23_SEVERAL": Case(
        {f"{OVERVIEW}!A4": SENTENCE + "维持{结果维持}件。"},
        {f"{OVERVIEW}!A4": SENTENCE + "维持{行政复议.结果维持}件。"},
    ),
    "N23_BLANK": Case(
        {"表三!D7": None, f"{OVERVIEW}!A4": SENTENCE + "自然人{本年新收.自然人}件。"},
        {f"{OVERVIEW}!A4": SENTENCE + "自然人{本年新收.自然人}件。"},
    ),
    "N23_BLANK_ENTRY": Case(
        {f"{OVERVIEW}!A4": SENTENCE + "于{公布日期}公布。"},
        {"首页!B11": "2022-01-20", f"{OVERVIEW}!A4": SENTENCE + "于{公布日期}公布。"},
    ),
    "N23_NOT_OPENED": Case(
        {f"{OVERVIEW}!A4": SENTENCE + "收到本年新收.总计}件。"}, {f"{OVERVIEW}!A4": SENTENCE + "一个括号}。"}
    ),
    "N23_DOUBLED": Case(
        {f"{OVERVIEW}!A4": SENTENCE + "收到{{本年新收.总计}}件。"},
        {f"{OVERVIEW}!A4": SENTENCE + "收到{本年新收.总计}件。"},
    ),
    "N23_SHARE_OF_NOTHING": Case(
        {f"{OVERVIEW}!A4": SENTENCE + "占{予以公开占办理结果总计}。"},
        {"表三!D7": 1, "表三!D9": 1, f"{OVERVIEW}!A4": SENTENCE + "占{予以公开占办理结果总计}。"},
    ),
    "N23_OPEN": Case(
        {f"{OVERVIEW}!A4": SENTENCE + "收到{本年新收.总计件。"}, {f"{OVERVIEW}!A4": SENTENCE + "一个{括号。"}
    ),
    "N23_AS_TYPED": Case(
        {f"{OVERVIEW}!A4": SENTENCE + "见{附件}。"}, {f"{OVERVIEW}!A4": SENTENCE + "见{}、{1}、{a,b}。"}
    ),
    "W01_INCOMPLETE": Case(waiver("A14", "表二 D7", None, REASON), waiver("A14", "表二 D7", 2021, REASON)),
    "W01_SHORT": Case(waiver("A14", "表二 D7", 2021, "已查"), waiver("A14", "表二 D7", 2021, REASON)),
    "W01_YEAR": Case(waiver("A14", "表二 D7", "二〇二一年", REASON), waiver("A14", "表二 D7", "2021年", REASON)),
    "W02_CODE": Case(waiver("Z99", "表二 B7", 2021, REASON), waiver("A14", "表二 D7", 2021, REASON)),
    "W03_NOTHING": Case(waiver("U09", "表二 B6", 2021, REASON), waiver()),
    "W03_ELSEWHERE": Case(waiver("A14", "表二 D17", 2021, REASON), waiver("A14", "表二 D7", 2021, REASON)),
    "W04_NEVER": Case(
        {"表三!D9": 3} | (waiver("A03", "表三", 2021, REASON)), {"表三!D9": 3, "表三!D7": 3} | (waiver())
    ),
    "W05_YEAR": Case(waiver("A14", "表二 D7", 2020, REASON), waiver("A14", "表二 D7", 2021, REASON)),
    "W05_OTHER_YEAR": Case(waiver("A14", "表二 D7", 2022, REASON), waiver("A14", "表二 D7", 2021, REASON)),
}
CHECKS = {name: check for name, check in vars(catalogue).items() if isinstance(check, Check)}


@cache
def sound(form: Form) -> bytes:
    texts = dict.fromkeys(("overview", "problems", "other_matters"), (SENTENCE,))
    return standard_workbook(form, {**sound_entries(form), **texts})


def found(form: Form, change: Change) -> set[Check]:
    content = edited(sound(form), change if callable(change) else typed(change))
    return {finding.check for finding in judge_content(content, "workbook.xlsx", lambda _: form).findings}


def test_every_check_of_the_catalogue_is_explained_and_has_a_case() -> None:
    assert CASES.keys() == CHECKS.keys()
    assert {one.check for one in EXPLAINED} == set(CHECKS.values())


@pytest.mark.parametrize("name", [name for name in CASES if name != "F04_VERSION"])
def test_the_bad_example_gives_the_check_and_the_good_one_does_not(name: str, form_2019: Form, form_2021: Form) -> None:
    case, check = CASES[name], CHECKS[name]
    form = {"2019": form_2019, "2021": form_2021}[case.form]
    assert check in found(form, case.bad)
    assert check not in found(form, case.good)


def test_a_workbook_of_another_version_is_said(form_2021: Form) -> None:
    content = standard_workbook(form_2021, sound_entries(form_2021))
    newer = replace(form_2021, version=form_2021.version + 1)
    for form, expected in ((newer, True), (form_2021, False)):
        checks = {
            finding.check
            for finding in judge_content(content, "w.xlsx", {form_2021.form_id: form}.__getitem__).findings
        }
        assert (catalogue.F04_VERSION in checks) == expected
