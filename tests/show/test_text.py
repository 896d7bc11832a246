"""Findings as lines."""

from decimal import Decimal

import pytest

from make_report.finding import Finding, show_number
from make_report.form.model import Form
from make_report.show.text import findings_as_text
from make_report.show.words import verdict
from tests.show.findings import LOOK, TOTAL_LEFT_0, WHOLE, at, judged, shown


@pytest.mark.parametrize(
    ("findings", "sentence"),
    [
        ([], "可以公开。"),
        ([at(1, LOOK)], "可以公开，另有1处请核对。"),
        ([at(1)], "还不能公开：有1个错误要改正。"),
        ([at(1), at(2), at(3, LOOK)], "还不能公开：有2个错误要改正，1处请核对。"),
        ([at(1, accepted="已核实"), at(2, LOOK, accepted="已核实")], "可以公开。"),
    ],
)
def test_the_verdict_comes_in_one_sentence(findings: list[Finding], sentence: str) -> None:
    assert verdict(findings, "zh-CN") == sentence


def test_findings_are_grouped_by_sheet_with_cell_and_remedy(form_2021: Form) -> None:
    lines = findings_as_text(shown(form_2021, at(7), at(8, LOOK), WHOLE)).splitlines()
    assert lines == [
        "还不能公开：有2个错误要改正，1处请核对。",
        "",
        "整个工作簿",
        "  错误：wrong year [F01]",
        "",
        "表三",
        "  D7 错误：总计: 11.5 and 10 [A01]",
        "      → Type 11.5.",
        "  D8 请核对：总计 is text [U04]",
    ]


def test_many_of_one_kind_are_folded_and_none_is_lost(form_2021: Form) -> None:
    lines = findings_as_text(shown(form_2021, *(at(row) for row in range(1, 8)))).splitlines()
    assert lines[3:] == [
        "  D1 错误：总计: 11.5 and 10 [A01]",
        "      → Type 11.5.",
        "      同样的还有6格：D2:D7。",
    ]


def test_what_was_accepted_stands_apart_with_its_reason(form_2021: Form) -> None:
    lines = findings_as_text(shown(form_2021, at(7), at(8, LOOK, accepted="清理规范性文件"))).splitlines()
    assert lines[0] == "还不能公开：有1个错误要改正。"
    assert lines[-3:] == ["已说明理由、予以接受的", "  表三 D8 总计 is text [U04]", "      理由：清理规范性文件"]


def test_the_likely_culprit_follows_the_findings_of_its_sheet(form_2021: Form) -> None:
    lines = findings_as_text(judged(form_2021, TOTAL_LEFT_0)).splitlines()
    assert lines[-3:] == [
        "  可能填错的地方",
        "      ★ 最可能：把表四 E7由0改为2，这条勾稽就通过。",
        "        其次：把表四 A7由2改为0，勾稽也能通过。",
    ]


def test_colour_marks_lines_and_changes_no_word(form_2021: Form) -> None:
    whole = shown(form_2021, at(7), at(8, LOOK), WHOLE)
    plain, coloured = findings_as_text(whole), findings_as_text(whole, colour=True)
    assert "\x1b" not in plain
    assert "\x1b[31m  D7" in coloured
    for style in ("1;31", "1", "31", "33", "0"):
        coloured = coloured.replace(f"\x1b[{style}m", "")
    assert coloured == plain


@pytest.mark.parametrize(
    ("number", "text"), [("10", "10"), ("1E+3", "1000"), ("0.10", "0.1"), ("-0", "0"), ("1E-6", "0.000001")]
)
def test_numbers_are_shown_as_staff_write_them(number: str, text: str) -> None:
    assert show_number(Decimal(number)) == text
