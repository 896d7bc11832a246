import pytest

from make_report.catalogue import T09_SPACE, T09_SPACES, U01_EMPTY
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.place import Place
from make_report.workbook.reading.tidied import told_once
from tests.workbook.editing import Book, read_edited, said

pytestmark = pytest.mark.usefixtures("each_way")

WRONG = "全年  公开信息\u3000\u3000 12条。"


def at(order: int, row: int, sheet: str) -> Finding:
    return Finding(T09_SPACE, Place(order, row, 1, sheet), {"what": "x"})


def test_one_tidied_text_is_told_as_it_is() -> None:
    findings = (at(1, 2, "首页"), Finding(U01_EMPTY, Place(), {}))
    assert told_once(findings, "zh-CN") == findings


def test_several_are_told_once_with_all_their_cells() -> None:
    other = Finding(U01_EMPTY, Place(), {})
    findings = told_once([at(2, 4, "一"), at(1, 2, "首页"), other, at(2, 5, "一")], "zh-CN")
    assert findings[0] == other
    (whole,) = findings[1:]
    assert (whole.check, str(whole.place), whole.operands["count"]) == (T09_SPACES, "首页 A2", 3)
    assert whole.operands["cells"] == "首页 A2、一 A4:A5"
    assert [str(place) for place in whole.related] == ["一 A4", "一 A5"]


def test_a_workbook_is_told_once(form_2021: Form) -> None:
    def type_spaces(book: Book) -> None:
        book["一、总体情况"]["A4"].value = WRONG
        book["六、其他事项"]["A4"].value = WRONG

    assert [code for code, _ in said(read_edited(form_2021, type_spaces)[1])] == ["T09"]
