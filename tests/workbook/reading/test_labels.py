from collections.abc import Callable

import pytest

from make_report.filing import State
from make_report.form.model import Form
from make_report.workbook.reading.expected_labels import same_text
from tests.workbook.editing import Book, insert_columns, insert_rows, read_edited, read_with, said

pytestmark = pytest.mark.usefixtures("each_way")


def test_blanks_and_line_breaks_in_labels_do_not_count() -> None:
    assert same_text(" 本年新\n制作 数量\u200b") == same_text("本年新制作数量")
    assert same_text("（一）") != same_text("(一)")


def test_the_official_line_break_in_a_heading_is_no_change(form_2019: Form) -> None:
    assert read_with(form_2019, {"表二!B5": "本年新\n制作数量"})[1] == []


@pytest.mark.parametrize(
    ("cell", "code"), [("表三!A1", "F02"), ("一、总体情况!A1", "F02"), ("表三!C12", "F03"), ("首页!A10", "F03")]
)
@pytest.mark.parametrize("text", ["别的文字", None])
def test_a_changed_label_is_named_at_its_cell_and_the_sheet_still_read(
    form_2021: Form, cell: str, code: str, text: str | None
) -> None:
    filing, findings = read_with(form_2021, {cell: text})
    assert findings == [(code, cell.replace("!", " "))]
    assert all(value.state is not State.UNREADABLE for value in filing.values.values())


def test_two_labels_that_changed_places_are_two_changed_labels(form_2021: Form) -> None:
    _, findings = read_with(form_2021, {"表三!C11": "2.其他法律行政法规禁止公开", "表三!C13": "1.属于国家秘密"})
    assert findings == [("F03", "表三 C11"), ("F03", "表三 C13")]


def unread(form: Form, change: Callable[[Book], object], section: str) -> list[tuple[str, str]]:
    """Return what is said after a change that makes a whole section unreadable, and nothing else."""
    filing, findings = read_edited(form, change)
    for field in form.fields.values():
        inside = field.section == section
        assert (filing[field.id].state is State.UNREADABLE) == inside, field.id
    return said(findings)


@pytest.mark.parametrize("row", [1, 2, 3, 5, 7, 12, 31])
def test_a_row_inserted_into_a_table_is_one_finding(form_2021: Form, row: int) -> None:
    findings = unread(form_2021, lambda book: insert_rows(book["表三"], row), "requests")
    assert findings == [("F04", f"表三 A{row}")]


@pytest.mark.parametrize("row", [1, 2, 3, 5, 7, 12, 31])
def test_a_row_deleted_from_a_table_is_one_finding(form_2021: Form, row: int) -> None:
    findings = unread(form_2021, lambda book: insert_rows(book["表三"], row, -1), "requests")
    assert findings == [("F04", f"表三 A{row}")]


@pytest.mark.parametrize("count", [1, -1])
@pytest.mark.parametrize(
    ("sheet", "row", "section"), [("表二", 8, "disclosure"), ("表四", 5, "disputes"), ("表四", 7, "disputes")]
)
def test_tables_of_several_blocks_or_without_row_labels_are_no_exception(
    form_2021: Form, sheet: str, row: int, section: str, count: int
) -> None:
    findings = unread(form_2021, lambda book: insert_rows(book[sheet], row, count), section)
    assert findings == [("F04", f"{sheet} A{row}")]


def test_several_rows_deleted_are_named_each(form_2021: Form) -> None:
    findings = unread(form_2021, lambda book: insert_rows(book["表三"], 12, -3), "requests")
    assert findings == [("F04", "表三 A12")] * 3


@pytest.mark.parametrize(("column", "cell"), [(1, "A1"), (3, "D4"), (4, "D4"), (5, "E5"), (8, "J5"), (10, "J5")])
@pytest.mark.parametrize("count", [1, -1])
def test_a_column_inserted_or_deleted_is_one_finding(form_2021: Form, column: int, cell: str, count: int) -> None:
    findings = unread(form_2021, lambda book: insert_columns(book["表三"], column, count), "requests")
    assert findings == [("F04", f"表三 {cell}")]


@pytest.mark.parametrize("count", [1, -1])
def test_a_row_inserted_or_deleted_on_the_first_sheet_is_one_finding(form_2021: Form, count: int) -> None:
    findings = unread(form_2021, lambda book: insert_rows(book["首页"], 10, count), "")
    assert findings == [("F04", "首页 A10")]


def test_columns_and_rows_beside_and_below_a_table_are_nobody_s_business(form_2021: Form) -> None:
    def add(book: Book) -> None:
        insert_columns(book["表三"], 13, 2)
        book["表三"]["M9"].value = "自己的备注"
        book["表三"]["A60"].value = "自己的计算"

    filing, findings = read_edited(form_2021, add)
    assert said(findings) == []
    assert filing["requests.received.natural_person"].number == 0


def test_text_is_found_where_rows_over_it_were_inserted_or_deleted(form_2021: Form) -> None:
    for row, count in ((2, 1), (3, 1), (3, 4), (3, -1), (4, 2)):
        filing, findings = read_edited(
            form_2021, lambda book, row=row, count=count: insert_rows(book["一、总体情况"], row, count)
        )
        assert said(findings) == []
        assert len(filing["overview"].paragraphs) == 1


def test_a_heading_moved_down_or_an_explanation_deleted_is_said(form_2021: Form) -> None:
    assert unread(form_2021, lambda book: insert_rows(book["一、总体情况"], 1), "overview") == [
        ("F04", "一、总体情况 A1")
    ]
    assert unread(form_2021, lambda book: insert_rows(book["一、总体情况"], 1, 2), "overview") == [
        ("F04", "一、总体情况 A1"),
        ("F04", "一、总体情况 A2"),
    ]
    findings = unread(form_2021, lambda book: insert_rows(book["一、总体情况"], 2, -1), "overview")
    assert findings == [("F04", "一、总体情况 A2")]
