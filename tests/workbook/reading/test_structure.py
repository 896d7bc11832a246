import pytest

from make_report.catalogue import F04_SHEET_COPIED, F04_SHEET_MISSING, F04_SHEET_RENAMED
from make_report.filing import State
from make_report.form.model import Form
from tests.workbook.editing import Book, read_edited, said

pytestmark = pytest.mark.usefixtures("each_way")


def test_sheets_may_be_reordered_and_others_added(form_2021: Form) -> None:
    def shuffle(book: Book) -> None:
        book.move_sheet("表四", -3)
        book.create_sheet("自己的台账", 0)["A1"].value = "台账"

    assert said(read_edited(form_2021, shuffle)[1]) == []


@pytest.mark.parametrize(
    ("sheet", "name"), [("表三", "表三 "), ("表三", "Sheet3"), ("首页", "封面"), ("六、其他事项", "六")]
)
def test_a_renamed_sheet_is_said_and_read_all_the_same(form_2021: Form, sheet: str, name: str) -> None:
    def rename(book: Book) -> None:
        book[sheet].title = name

    filing, findings = read_edited(form_2021, rename)
    (finding,) = findings
    assert (finding.check, finding.place.sheet, finding.operands["actual"]) == (F04_SHEET_RENAMED, name, name)
    assert finding.operands["expected"] == sheet
    places = {value.place.sheet for value in filing.values.values()}
    assert name in places
    assert sheet not in places
    assert all(value.state is not State.UNREADABLE for value in filing.values.values())


@pytest.mark.parametrize("name", ["表三 (2)", "表三(2)", "表三（2）", "表三_2", "表三 (12)"])
def test_a_copied_sheet_is_not_read_and_that_is_said(form_2021: Form, name: str) -> None:
    def copy(book: Book) -> None:
        book["表三"]["D7"].value = 5
        book.copy_worksheet(book["表三"]).title = name
        book[name]["D7"].value = 77

    filing, (finding,) = read_edited(form_2021, copy)
    assert (finding.check, finding.place.sheet) == (F04_SHEET_COPIED, name)
    assert finding.operands == {"expected": "表三", "actual": name}
    assert filing["requests.received.natural_person"].number == 5


@pytest.mark.parametrize("name", ["表三说明", "表五 (2)", "表三2", "表三 2023", "表三_2023", "(2)"])
def test_a_sheet_with_a_name_of_its_own_is_no_copy(form_2021: Form, name: str) -> None:
    assert said(read_edited(form_2021, lambda book: book.create_sheet(name))[1]) == []


def test_a_copy_that_takes_the_place_of_a_missing_sheet_is_a_renamed_one(form_2021: Form) -> None:
    def rename(book: Book) -> None:
        book["表三"].title = "表三 (2)"

    (finding,) = read_edited(form_2021, rename)[1]
    assert finding.check == F04_SHEET_RENAMED


def test_findings_bear_the_name_that_staff_gave_the_sheet(form_2021: Form) -> None:
    def rename(book: Book) -> None:
        book["表三"]["D7"].value = "无"
        book["表三"]["C11"].value = "1."
        book["表三"].title = "申请表"

    assert sorted(said(read_edited(form_2021, rename)[1])) == [
        ("F03", "申请表 C11"),
        ("F04", "申请表"),
        ("U02", "申请表 D7"),
    ]


def test_a_missing_sheet_leaves_its_fields_unreadable(form_2021: Form) -> None:
    filing, findings = read_edited(form_2021, lambda book: book.remove(book["表三"]))
    (finding,) = findings
    assert (finding.check, str(finding.place)) == (F04_SHEET_MISSING, "表三")
    unread = {name for name, value in filing.values.items() if value.state is State.UNREADABLE}
    assert unread == {field.id for field in form_2021.fields.values() if field.section == "requests"}


@pytest.mark.parametrize(
    ("cells", "unread"),
    [
        ("D7:E7", {"requests.received.natural_person", "requests.received.commercial_enterprise"}),
        ("C11:D11", {"requests.refused.state_secret.natural_person"}),
        ("D7:D8", {"requests.received.natural_person", "requests.carried_in.natural_person"}),
    ],
)
def test_merged_entry_cells_are_one_finding_and_not_read(form_2021: Form, cells: str, unread: set[str]) -> None:
    filing, findings = read_edited(form_2021, lambda book: book["表三"].merge_cells(cells))
    (finding,) = findings
    assert (finding.code, finding.operands["cells"]) == ("F04", cells)
    assert {name for name, value in filing.values.items() if value.state is State.UNREADABLE} == unread


def test_merging_that_hides_no_entry_does_no_harm(form_2021: Form) -> None:
    def merge(book: Book) -> None:
        book["表三"].merge_cells("L40:N45")
        book["五、问题和改进"].merge_cells("A4:A6")

    filing, findings = read_edited(form_2021, merge)
    assert said(findings) == []
    assert len(filing["problems"].paragraphs) == 1
