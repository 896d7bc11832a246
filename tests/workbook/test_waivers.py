"""The sheet on which staff accept findings: written, read back, guarded; an old workbook without it is read."""

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from make_report.codes import codes_of
from make_report.data import data_of
from make_report.entries import waivers_of
from make_report.errors import DataError
from make_report.filing import Waiver
from make_report.form.layout import IDENTITY_SHEET
from make_report.form.model import Form
from make_report.form.side_sheet import SIDE_BAND_ROW, waiver_place
from make_report.workbook.writing.blank import standard_workbook
from tests.workbook.editing import Book, edited, read, sound_entries, sound_workbook
from tests.workbook.opened import is_locked, opened, small_form

pytestmark = pytest.mark.usefixtures("each_way")

SHEET = "核实说明"
ROWS = (
    Waiver("X03", "表二 D7", 2023, "2023年集中清理，自然失效12件。"),
    Waiver("=F12", "首页", None, "=没有年度\n第二行"),
    Waiver("", "", 2022, ""),
)


def typed(form: Form, *rows: tuple[object, ...]) -> tuple[Waiver, ...]:
    """Return what is read of rows typed into the sheet."""

    def typing(book: Book) -> None:
        sheet = book[SHEET]
        for number, row in enumerate(rows, start=SIDE_BAND_ROW + 1):
            for column, content in enumerate(row, start=1):
                sheet.cell(number, column).value = content  # type: ignore[assignment]

    return read(form, edited(sound_workbook(form), typing))[0].waivers


@pytest.mark.parametrize("name", ["form_2019", "form_2021"])
def test_the_sheet_is_there_with_help_and_open_rows(name: str, request: pytest.FixtureRequest) -> None:
    form: Form = request.getfixturevalue(name)
    sheet = opened(form)[SHEET]
    assert isinstance(sheet, Worksheet)
    assert [cell.value for cell in sheet[SIDE_BAND_ROW]] == ["代码", "位置", "年度", "理由"]
    assert len(str(sheet["A2"].value).splitlines()) == 5
    assert sheet.protection.sheet
    assert not any(is_locked(cell) for cell in sheet[SIDE_BAND_ROW + 1])
    assert all(is_locked(cell) for row in range(1, SIDE_BAND_ROW + 1) for cell in sheet[row])


def test_the_list_offers_what_may_be_accepted(form_2021: Form) -> None:
    book = opened(form_2021)
    rules = {str(rule.sqref).split(":")[0]: rule for rule in book[SHEET].data_validations.dataValidation}
    assert {cell: rule.type for cell, rule in rules.items()} == {"A4": "list", "C4": "whole", "D4": "textLength"}
    sheet, cells = str(rules["A4"].formula1).split("!")
    offered = [row[0].value for row in book[sheet.strip("'")][cells.replace("$", "")]]
    assert sheet.strip("'") == IDENTITY_SHEET
    assert offered == [code for code, acceptable in codes_of(form_2021).items() if acceptable]


def test_what_is_written_is_read_back(form_2021: Form) -> None:
    content = standard_workbook(form_2021, sound_entries(form_2021), waivers=ROWS)
    filing, findings = read(form_2021, content)
    assert not findings
    expected = [(row.code, row.target, row.year, row.reason.replace("\n", "")) for row in ROWS]
    assert [(row.code, row.target, row.year, row.reason) for row in filing.waivers] == expected
    assert [row.place for row in filing.waivers] == [waiver_place(form_2021, row) for row in (4, 5, 6)]


def test_rows_are_read_as_staff_type_them(form_2021: Form) -> None:
    rows = typed(
        form_2021, ("F12", "首页", "２０２３年度", "理由"), (None, None, None, " "), ("U09", None, "今年", None)
    )
    assert [(row.code, row.target, row.year, row.reason, row.place.cell) for row in rows] == [
        ("F12", "首页", 2023, "理由", "A4"),
        ("U09", "", None, "", "A6"),
    ]


def test_an_old_workbook_without_the_sheet_accepts_nothing(form_2021: Form) -> None:
    filing, findings = read(form_2021, edited(sound_workbook(form_2021), lambda book: book.remove(book[SHEET])))
    assert not findings
    assert filing.waivers == ()
    assert read(form_2021, sound_workbook(form_2021))[0] == filing


def test_a_form_without_waivers_has_no_sheet_and_takes_none_from_data() -> None:
    form = small_form()
    assert SHEET not in opened(form).sheetnames
    assert waivers_of(form, {"waivers": []}, "en") == ()


def test_data_gives_them_and_takes_them(form_2021: Form) -> None:
    filing, _ = read(form_2021, standard_workbook(form_2021, sound_entries(form_2021), waivers=ROWS[:1]))
    data = data_of(form_2021, filing)
    assert data["waivers"] == [
        {"code": "X03", "place": "表二 D7", "year": 2023, "reason": "2023年集中清理，自然失效12件。"}
    ]
    assert waivers_of(form_2021, data, "en") == ROWS[:1]


@pytest.mark.parametrize(
    "given", ["X03", {"year": 1.5}, [1], [{"code": 3}], [{"sheet": "表二"}], [{"year": "2023"}], [{"year": True}]]
)
def test_data_of_another_shape_is_refused(given: object, form_2021: Form) -> None:
    with pytest.raises(DataError, match=r"waivers\.0"):
        waivers_of(form_2021, {"waivers": given}, "en")
