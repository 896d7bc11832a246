"""The standard workbook: what stands where, what is locked, what goes in and comes out."""

import errno
import io
import re
from decimal import Decimal

import pytest
from lxml.etree import SerialisationError
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from make_report.archive import read_parts
from make_report.errors import DataError, FileError
from make_report.form.field import Kind
from make_report.form.layout import (
    HEADING_ROW,
    IDENTITY_SHEET,
    NARRATIVE_TOP,
    CoverSheet,
    NarrativeSheet,
    TableSheet,
    layout_of,
)
from make_report.form.library import Library
from make_report.form.model import Form
from make_report.form.side_sheet import side_sheets
from make_report.workbook.writing.blank import standard_workbook
from tests.conftest import TEMPLATES
from tests.filled import marked_entries
from tests.workbook.opened import cell_at, is_locked, opened, small_form

FORMS = [*Library((TEMPLATES,)).forms(), small_form()]
SHEETS = [(form, sheet) for form in FORMS for sheet in layout_of(form).sheets]
FUNCTIONS = {"IF", "SUM", "COUNT", "COUNTBLANK", "ROUND", "ABS", "CHAR", "LEN", "SUMPRODUCT"}

every_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.form_id)
every_sheet = pytest.mark.parametrize(
    ("form", "sheet"), SHEETS, ids=[f"{form.form_id}-{sheet.order}" for form, sheet in SHEETS]
)


def worksheet(form: Form, name: str) -> Worksheet:
    sheet = opened(form)[name]
    assert isinstance(sheet, Worksheet)
    return sheet


@every_sheet
def test_every_label_stands_in_its_cell_and_covers_its_span(
    form: Form, sheet: CoverSheet | NarrativeSheet | TableSheet
) -> None:
    drawn = worksheet(form, sheet.name)
    merged = {range_.coord for range_ in drawn.merged_cells.ranges}
    for label in sheet.labels():
        assert drawn[label.place.cell].value == (label.text or None)
        if (label.row_span, label.column_span) != (1, 1):
            end = sheet_cell(label.place.row + label.row_span - 1, label.place.column + label.column_span - 1)
            assert f"{label.place.cell}:{end}" in merged


def sheet_cell(row: int, column: int) -> str:
    return f"{chr(ord('A') + column - 1)}{row}"


@every_sheet
def test_entry_cells_and_nothing_else_can_be_typed_in(
    form: Form, sheet: CoverSheet | NarrativeSheet | TableSheet
) -> None:
    drawn = worksheet(form, sheet.name)
    entered = {place.cell for field_id, place in sheet.places() if not form.fields[field_id].computed}
    unlocked = {
        cell.coordinate for row in drawn.iter_rows() for cell in row if isinstance(cell, Cell) and not is_locked(cell)
    }
    if isinstance(sheet, NarrativeSheet):
        assert unlocked == {f"A{row}" for row in range(NARRATIVE_TOP, drawn.max_row + 1)}
        assert not is_locked(drawn.column_dimensions["A"])
        assert drawn.protection.insertRows is False
    else:
        assert unlocked == entered
        assert drawn.protection.insertRows is True
    assert drawn.protection.sheet
    assert drawn.protection.password is None
    forbidden = (drawn.protection.selectLockedCells, drawn.protection.formatRows, drawn.protection.formatColumns)
    assert not any(forbidden)


@every_form
def test_all_of_a_merged_entry_cell_is_unlocked(form: Form) -> None:
    workbook = opened(form)
    for field_id, place in layout_of(form).places.items():
        drawn = workbook[place.sheet]
        for merged in drawn.merged_cells.ranges:
            if (merged.min_row, merged.min_col) == (place.row, place.column):
                cells = [drawn.cell(row, column) for row, column in merged.cells]
                assert {is_locked(cell) for cell in cells} == {form.fields[field_id].computed}
                assert any(isinstance(cell, MergedCell) for cell in cells)


@every_form
def test_what_is_put_in_stands_in_the_cell_of_its_field(form: Form) -> None:
    entries = marked_entries(form)
    workbook = opened(form, entries)
    for field_id, entry in entries.items():
        field, place = form.fields[field_id], layout_of(form).places[field_id]
        value = cell_at(workbook, place).value
        if field.kind is Kind.PARAGRAPHS and isinstance(entry, tuple):
            expected = entry[0] if field.id == field.section else "\n".join(entry)
        elif field.kind is Kind.CHOICE:
            expected = {choice.id: choice.label for choice in field.choices}[str(entry)]
        elif field.kind is Kind.DATE:
            expected, value = str(entry), f"{value:%Y-%m-%d}"
        else:
            expected = entry
        assert value == expected, field_id


def test_a_narrative_stands_one_paragraph_a_row_without_the_prescribed_headings(form_2021: Form) -> None:
    paragraphs = tuple(f"段{number}" for number in range(250))
    drawn = opened(form_2021, {"overview": paragraphs})[form_2021.section("overview").sheet]
    assert [drawn.cell(NARRATIVE_TOP + number, 1).value for number in range(251)] == [*paragraphs, None]
    assert "SUMPRODUCT(LEN(A4:A253))" in str(drawn.cell(HEADING_ROW, 2).value)


def test_a_narrative_of_no_paragraphs_is_left_blank(form_2021: Form) -> None:
    drawn = opened(form_2021, {"overview": ()})[form_2021.section("overview").sheet]
    assert not [row for (row,) in drawn.iter_rows(NARRATIVE_TOP, max_col=1, values_only=True) if row]


@every_form
def test_prescribed_headings_have_empty_rows_before_and_after_them(form: Form) -> None:
    workbook = opened(form)
    for section in form.sections:
        if section.narrative:
            column = [row for (row,) in workbook[section.sheet].iter_rows(NARRATIVE_TOP, max_col=1, values_only=True)]
            rows = [index for index, text in enumerate(column) if text]
            assert [column[index] for index in rows] == list(section.narrative.headings)
            assert all(later - row > 2 for row, later in zip([-3, *rows], rows, strict=False))


@every_form
def test_computed_cells_hold_formulas_and_a_figure_given_for_one_stands_over_it(form: Form) -> None:
    workbook = opened(form)
    for field in form.fields.values():
        if field.computed:
            assert cell_at(workbook, layout_of(form).places[field.id]).data_type == "f"
    computed = next(field.id for field in form.fields.values() if field.computed)
    cell = cell_at(opened(form, {computed: Decimal(7)}), layout_of(form).places[computed])
    assert (cell.value, is_locked(cell)) == (7, True)


@every_form
def test_formulas_use_only_functions_that_every_program_knows(form: Form) -> None:
    for sheet in opened(form).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    bare = re.sub('"[^"]*"', "", str(cell.value))
                    assert set(re.findall(r"([A-Z][A-Z.]*)\(", bare)) <= FUNCTIONS
                    assert len(str(cell.value)) < 8192


@every_form
def test_form_and_version_stand_on_a_sheet_that_staff_cannot_unhide(form: Form) -> None:
    identity = opened(form)[IDENTITY_SHEET]
    assert identity.sheet_state == "veryHidden"
    shown = [[identity.cell(row, column).value for column in (1, 2)] for row in (1, 2)]
    assert shown == [["form", form.form_id], ["version", form.version]]


@every_form
def test_sheets_stand_in_the_order_of_the_form_and_open_at_the_first_entry(form: Form) -> None:
    workbook = opened(form)
    layout = layout_of(form)
    beside = [side.sheet for _, side in side_sheets(form)]
    assert workbook.sheetnames == [*(sheet.name for sheet in layout.sheets), *beside, IDENTITY_SHEET]
    assert workbook.active is workbook.worksheets[0]
    for sheet in layout.sheets:
        drawn = workbook[sheet.name]
        first = next(place for field_id, place in sheet.places() if not form.fields[field_id].computed)
        assert drawn.sheet_view.selection[-1].activeCell == first.cell
        assert drawn.freeze_panes


@every_form
def test_pages_are_a4_and_one_page_wide_with_headings_repeated(form: Form) -> None:
    workbook = opened(form)
    for sheet in layout_of(form).sheets:
        drawn = workbook[sheet.name]
        assert (str(drawn.page_setup.paperSize), drawn.page_setup.fitToWidth) == ("9", 1)
        assert drawn.page_setup.fitToHeight == 0
        assert drawn.sheet_properties.pageSetUpPr
        assert drawn.sheet_properties.pageSetUpPr.fitToPage
        assert drawn.print_title_rows
        assert drawn.print_options.horizontalCentered


@every_form
def test_messages_and_lists_fit_into_what_excel_allows(form: Form) -> None:
    for sheet in opened(form).worksheets:
        for rule in sheet.data_validations.dataValidation:
            assert len(rule.errorTitle or "") <= 32
            assert 0 < len(rule.error or "") <= 225
            assert len(rule.formula1 or "") <= 255


@every_form
def test_same_form_and_contents_give_the_same_bytes(form: Form) -> None:
    entries = marked_entries(form)
    assert standard_workbook(form, entries) == standard_workbook(form, entries)


def test_properties_come_from_the_form(form_2021: Form) -> None:
    parts = read_parts(standard_workbook(form_2021))
    core = parts["docProps/core.xml"].decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2021-01-01T00:00:00Z"}
    assert form_2021.name in core
    assert b"openpyxl" not in b"".join(parts.values()).lower()
    assert b'fullCalcOnLoad="1"' in parts["xl/workbook.xml"]


def test_the_properties_of_a_font_keep_the_order_of_the_schema(form_2021: Form) -> None:
    fonts = re.findall(r"<font>(.*?)</font>", read_parts(standard_workbook(form_2021))["xl/styles.xml"].decode())
    order = ["b", "sz", "color", "name", "family", "charset"]
    for font in fonts:
        names = re.findall(r"<(\w+) ", font)
        assert names == sorted(names, key=order.index)


def test_a_list_too_long_for_a_rule_is_taken_from_the_hidden_sheet() -> None:
    labels = [f"Choice {number}, with a comma" for number in range(40)]
    choices = ", ".join(f'{{id: c{number}, label: "{label}"}}' for number, label in enumerate(labels))
    form = small_form(choices)
    workbook = opened(form, {"kind": "c39"})
    rule = next(rule for rule in workbook["First"].data_validations.dataValidation if rule.type == "list")
    sheet, cells = str(rule.formula1).rsplit("!", 1)
    left, top, right, bottom = range_boundaries(cells)
    listed = workbook[sheet.strip("'")].iter_rows(top, bottom, left, right, values_only=True)
    assert [label for (label,) in listed] == labels
    assert cell_at(workbook, layout_of(form).places["kind"]).value == labels[39]


def test_a_text_longer_than_a_cell_is_an_error_that_names_the_field(form_2021: Form) -> None:
    with pytest.raises(DataError, match="引言"):
        standard_workbook(form_2021, {"introduction": ("长" * 20_000, "长" * 20_000)})


def test_rows_of_paragraphs_are_fitted_to_their_text_and_not_fixed(form_2021: Form) -> None:
    sheet = read_parts(standard_workbook(form_2021, {"overview": ("长" * 500, "短")}))[
        "xl/worksheets/sheet2.xml"
    ].decode()
    rows = {int(number): attributes for number, attributes in re.findall(r'<row r="(\d+)"([^>]*)>', sheet)}
    heights = [float(re.findall(r'ht="([\d.]+)"', rows[row])[0]) for row in (NARRATIVE_TOP, NARRATIVE_TOP + 1)]
    assert heights[0] > 10 * 15 > 2 * heights[1]
    assert not any("customHeight" in rows[row] for row in rows if row >= NARRATIVE_TOP)


def test_a_workbook_can_be_opened_and_saved_by_openpyxl_again(form_2019: Form) -> None:
    target = io.BytesIO()
    opened(form_2019, marked_entries(form_2019)).save(target)
    assert load_workbook(io.BytesIO(target.getvalue())).sheetnames[0] == form_2019.cover.sheet


@pytest.mark.parametrize("name", ["form_2019", "form_2021"])
def test_staff_see_the_language_of_the_form_and_no_other(name: str, request: pytest.FixtureRequest) -> None:
    form: Form = request.getfixturevalue(name)
    names_of_things = {"make", "report", "word", "alt", "ctrl", "enter"}
    for sheet in opened(form).worksheets[:-1]:
        shown = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
        texts = [" ".join(re.findall('"([^"]*)"', text)) if text.startswith("=") else text for text in shown]
        for rule in sheet.data_validations.dataValidation:
            texts += [str(rule.errorTitle), str(rule.error)]
        words = {word.lower() for text in texts for word in re.findall("[A-Za-z]{2,}", text)}
        assert words <= names_of_things, sheet.title


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), SerialisationError("IO_ENOSPC")])
def test_no_room_for_temporary_files_is_one_sentence(
    error: Exception, form_2021: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setattr(Workbook, "save", fail)
    with pytest.raises(FileError, match="the disk is full"):
        standard_workbook(form_2021)
