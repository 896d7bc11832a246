"""Findings as lines and as data."""

from decimal import Decimal

import pytest

from make_report.finding import Check, Finding, Severity, in_order, show_number
from make_report.place import Place
from make_report.show import finding_as_data, finding_lines, verdict

WRONG = Check("A01", Severity.ERROR, "{cell}: {left} and {right}", "Type {left}.")
LOOK = Check("U04", Severity.WARNING, "{cell} is text", "")


def at(row: int, check: Check = WRONG) -> Finding:
    return Finding(check, Place(2, row, 4, "表三"), {"left": Decimal("11.50"), "right": Decimal(10)}, "总计")


@pytest.mark.parametrize(
    ("findings", "sentence"),
    [
        ([], "可以公开。"),
        ([at(1, LOOK)], "可以公开，另有1处请核对。"),
        ([at(1)], "还不能公开：有1个错误要改正。"),
        ([at(1), at(2), at(3, LOOK)], "还不能公开：有2个错误要改正，1处请核对。"),
    ],
)
def test_the_verdict_comes_in_one_sentence(findings: list[Finding], sentence: str) -> None:
    assert verdict(findings, "zh-CN") == sentence


def test_findings_are_grouped_by_sheet_with_place_and_remedy() -> None:
    whole = Finding(Check("F01", Severity.ERROR, "wrong year", ""), Place(), {})
    assert list(finding_lines(in_order([at(7), at(8, LOOK), whole]), "en")) == [
        ("The whole workbook", None),
        ("  error [F01] wrong year", Severity.ERROR),
        ("表三", None),
        ("  error 表三 D7 [A01] 总计: 11.5 and 10", Severity.ERROR),
        ("      → Type 11.5.", None),
        ("  please check 表三 D8 [U04] 总计 is text", Severity.WARNING),
    ]


def test_many_of_one_kind_are_folded_and_none_is_lost() -> None:
    lines = [line for line, _ in finding_lines([at(row) for row in range(1, 8)], "en")]
    assert lines[1:] == [
        "  error 表三 D1 [A01] 总计: 11.5 and 10",
        "      → Type 11.5.",
        "      The same in 6 other cells: D2:D7.",
    ]


def test_a_finding_as_data_has_its_place_and_numbers() -> None:
    shown = finding_as_data(at(7), "en")
    assert (shown["code"], shown["severity"], shown["sheet"], shown["cell"]) == ("A01", "error", "表三", "D7")
    assert shown["operands"] == {"left": 11.5, "right": 10}


@pytest.mark.parametrize(
    ("number", "shown"), [("10", "10"), ("1E+3", "1000"), ("0.10", "0.1"), ("-0", "0"), ("1E-6", "0.000001")]
)
def test_numbers_are_shown_as_staff_write_them(number: str, shown: str) -> None:
    assert show_number(Decimal(number)) == shown
