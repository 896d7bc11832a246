"""What the workbook calculates while staff type."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.cell_range import MultiCellRange

from make_report.form.field import Field, Kind
from make_report.form.layout import TableSheet, layout_of
from make_report.form.model import Form
from make_report.place import Place, areas, ranges
from make_report.workbook.writing.blank import standard_workbook
from make_report.workbook.writing.live import RIGHT, check_formula, excel_sentence, excel_text, total_formula
from tests.filled import equations_with
from tests.workbook.opened import cell_at, opened

Figures = Mapping[str, Decimal]


def places(*cells: tuple[int, int]) -> list[Place]:
    return [Place(row=row, column=column) for row, column in cells]


def test_neighbouring_cells_stand_as_one_range() -> None:
    along = places((7, 4), (7, 5), (7, 6), (9, 6), (10, 6), (10, 7), (3, 1))
    assert list(ranges(along)) == ["D7:F7", "F9:F10", "G10", "A3"]


def test_a_cell_named_twice_counts_twice() -> None:
    assert list(ranges(places((1, 1), (1, 2), (1, 2)))) == ["A1:B1", "B1"]


def test_areas_are_rectangles_from_top_to_bottom() -> None:
    block = places(*((row, column) for row in (7, 8, 9) for column in (4, 5)))
    assert list(areas([*block, *places((9, 7), (12, 4), (7, 4))])) == ["D7:E9", "G9", "D12"]


def test_a_text_in_a_formula_has_its_quotes_doubled_and_its_lines_joined() -> None:
    assert excel_text('a "b"\n\nc') == '"a ""b"""&CHAR(10)&CHAR(10)&"c"'
    assert excel_text("") == '""'


def test_a_sentence_in_a_formula_is_joined_from_texts_and_expressions() -> None:
    assert excel_sentence("{left} of {right}\nin all", {"left": "A1", "right": "B1"}) == (
        'A1&" of "&B1&CHAR(10)&"in all"'
    )


def test_a_total_is_the_sum_of_a_range_and_shows_nothing_while_that_is_blank(form_2021: Form) -> None:
    at = layout_of(form_2021).places
    row = next(equation for equation in equations_with(form_2021, "A01") if equation.scope == "received")
    column = next(equation for equation in equations_with(form_2021, "A02") if equation.scope == "natural_person")
    assert total_formula(row, at) == '=IF(COUNT(D7:I7)=0,"",SUM(D7:I7))'
    assert total_formula(column, at) == '=IF(COUNT(D9:D29)=0,"",SUM(D9:D29))'


def test_a_live_check_compares_both_sides_and_says_what_differs(form_2021: Form) -> None:
    at = layout_of(form_2021).places
    equation = next(equation for equation in equations_with(form_2021, "A03") if equation.scope == "natural_person")
    formula = check_formula(equation, at, "en", narrow=True)
    left, right = "ROUND(SUM(D7:D8),9)", "ROUND(SUM(D30:D31),9)"
    difference = f"ROUND(ABS({left}-{right}),9)"
    assert formula == (
        f'=IF(COUNT(D7:D8,D30:D31)=0,"",IF({left}={right},"✓",IF(LEN({left}&{right})>10,{difference}&" apart",'
        f'"L "&{left}&CHAR(10)&"R "&{right}&CHAR(10)&"± "&{difference})))'
    )


@pytest.mark.parametrize("name", ["form_2019", "form_2021"])
def test_every_equation_is_live_once(name: str, request: pytest.FixtureRequest) -> None:
    form: Form = request.getfixturevalue(name)
    workbook = opened(form)
    tables = [sheet for sheet in layout_of(form).sheets if isinstance(sheet, TableSheet)]
    checks = [check for table in tables for check in table.check_cells()]
    assert {check.equation for check in checks} == set(form.sums)
    assert len({check.place for check in checks}) == len(form.sums)
    assert not {check.place for check in checks} & set(layout_of(form).places.values())
    for check in checks:
        assert RIGHT in str(cell_at(workbook, check.place).value)
        coloured = " ".join(str(rule.sqref) for rule in workbook[check.place.sheet].conditional_formatting)
        assert check.place.cell in MultiCellRange(coloured)


def zeros(form: Form) -> dict[str, Decimal]:
    """Return 0 for every figure that is entered: all equations hold."""
    return {field.id: Decimal(0) for field in form.fields.values() if field.kind is Kind.NUMBER and not field.computed}


def figure(form: Form, given: Figures, field: Field) -> Decimal:
    """Return what a cell shows: what was typed, else the sum of its first equation."""
    if field.id in given:
        return given[field.id]
    equation = next(equation for equation in form.sums if equation.computes == field)
    return sum((figure(form, given, term) for term in equation.left), Decimal(0))


def held(form: Form, given: Figures) -> dict[Place, bool]:
    """Return for every live check whether its equation holds."""
    checks = [
        check for sheet in layout_of(form).sheets if isinstance(sheet, TableSheet) for check in sheet.check_cells()
    ]
    result: dict[Place, bool] = {}
    for check in checks:
        sides = (check.equation.left, check.equation.right)
        left, right = (sum((figure(form, given, field) for field in side), Decimal(0)) for side in sides)
        result[check.place] = check.equation.holds(left, right)
    return result


def shown(recalculated: Path, where: list[Place]) -> dict[Place, str]:
    """Return what the cells of a recalculated workbook show."""
    workbook = load_workbook(recalculated, data_only=True)
    return {place: str(workbook[place.sheet][place.cell].value or "") for place in where}


def recalculated(form: Form, filled: Mapping[str, Figures], folder: Path) -> dict[str, Path]:
    """Write a workbook for each set of figures and have LibreOffice calculate and save it."""
    soffice = shutil.which("soffice")
    assert soffice, "LibreOffice is not installed"
    for name, figures in filled.items():
        (folder / f"{name}.xlsx").write_bytes(standard_workbook(form, figures))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = folder / "recalculated"
    files = [str(folder / f"{name}.xlsx") for name in filled]
    command = [soffice, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(target), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603 - our own words and files
    return {name: target / f"{name}.xlsx" for name in filled}


@pytest.mark.office
@pytest.mark.parametrize("name", ["form_2019", "form_2021"])
def test_live_checks_turn_exactly_where_python_finds_a_fault(
    name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    form: Form = request.getfixturevalue(name)
    balanced = zeros(form) | {
        "requests.received.natural_person": Decimal(12),
        "requests.carried_in.natural_person": Decimal(3),
        "requests.granted.natural_person": Decimal(11),
        "requests.refused.state_secret.natural_person": Decimal(2),
        "requests.carried_forward.natural_person": Decimal(2),
        "disputes.reconsideration.upheld": Decimal(4),
    }
    changes: dict[str, dict[str, Decimal]] = {
        "balanced": {},
        "received": {"requests.received.natural_person": Decimal(15)},
        "granted": {"requests.granted.other_organisation": Decimal(1)},
        "row_total": {"requests.received.total": Decimal(13)},
        "column_total": {"requests.concluded.natural_person": Decimal(14)},
        "grand_total": {"requests.concluded.total": Decimal(1)},
        "dispute_total": {"disputes.litigation_after_reconsideration.total": Decimal(9)},
    }
    if name == "form_2019":
        changes["change"] = {"disclosure.permits.change": Decimal(-1)}
    filled = {change: balanced | figures for change, figures in changes.items()}
    turned: dict[str, int] = {}
    for change, path in recalculated(form, filled, tmp_path).items():
        expected = held(form, filled[change])
        texts = shown(path, list(expected))
        assert {place: text == RIGHT for place, text in texts.items()} == expected, change
        assert all(texts.values())
        turned[change] = list(expected.values()).count(False)
    assert turned["balanced"] == 0
    assert all(count for change, count in turned.items() if change != "balanced")


@pytest.mark.office
def test_a_live_check_shows_both_sides_and_a_blank_workbook_shows_no_fault(form_2021: Form, tmp_path: Path) -> None:
    given = zeros(form_2021) | {"requests.received.natural_person": Decimal(3)}
    paths = recalculated(form_2021, {"blank": {}, "wrong": given}, tmp_path)
    checks = list(held(form_2021, given))
    assert set(shown(paths["blank"], checks).values()) == {""}
    equation = next(equation for equation in equations_with(form_2021, "A03") if equation.scope == "natural_person")
    tables = [sheet for sheet in layout_of(form_2021).sheets if isinstance(sheet, TableSheet)]
    at = next(check.place for table in tables for check in table.check_cells() if check.equation == equation)
    text = shown(paths["wrong"], [at])[at]
    assert [int(digits) for digits in re.findall(r"\d+", text)] == [3, 0, 3]
