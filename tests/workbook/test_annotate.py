"""The marked copy: what it shows, what it leaves alone, and that marks go as they came."""

import re
from collections.abc import Sequence

import pytest
from lxml import etree

from make_report.archive import read_parts
from make_report.errors import FileError
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.workbook.annotate import marked_workbook, same_but_for_marks, unmarked_workbook
from tests.workbook.editing import Book, insert_rows, read, sound_workbook, with_parts
from tests.workbook.marks import (
    ERROR,
    FINDINGS,
    WARNING,
    comments,
    fills,
    found,
    links,
    listed,
    opened,
    saved_anew,
    shown_sheet,
    spelled,
    staffs_workbook,
)

RED, AMBER, BLUE = "FFFF9B9B", "FFFFD24D", "FFC9D6E4"


def marked(content: bytes, findings: Sequence[Finding] = FINDINGS, repairs: Sequence[str] = ()) -> bytes:
    return marked_workbook(content, findings, "zh-CN", repairs).content


@pytest.fixture(scope="module")
def staffs(form_2021: Form) -> bytes:
    return staffs_workbook(form_2021)


@pytest.fixture(params=["sound", "staffs"])
def workbook(request: pytest.FixtureRequest, form_2021: Form, staffs: bytes) -> bytes:
    return staffs if request.param == "staffs" else sound_workbook(form_2021)


def test_each_cell_bears_a_fill_by_the_worst_finding_and_all_findings_in_one_comment(form_2021: Form) -> None:
    copy = marked(sound_workbook(form_2021))
    assert fills(copy) == {"表二!B7": AMBER, "表三!D7": RED, "表三!E9": BLUE}
    noted = comments(copy)
    assert noted.keys() == {"表二!B7", "表三!D7", "表三!E9"}
    assert noted["表三!D7"].count("▼ make-report") == 1
    assert re.findall(r"\[(Z\d+)\]", noted["表三!D7"]) == ["Z01", "Z02"]
    assert "清理后重新统计" in noted["表三!E9"]


def test_the_head_of_the_list_stays_in_sight_unless_it_would_fill_the_screen(form_2021: Form) -> None:
    said = "\n".join(["把表三 D7改一下。"] * 4)
    few, many = (marked(sound_workbook(form_2021), repairs=[said] * number) for number in (1, 5))
    assert opened(few).worksheets[0].freeze_panes == "A5"
    assert opened(many).worksheets[0].freeze_panes is None


def test_the_first_sheet_lists_all_findings_with_links(form_2021: Form) -> None:
    copy = marked(sound_workbook(form_2021), repairs=["把表三 D7改一下。"])
    rows = listed(copy)
    assert (rows[0][0], rows[1][0]) == ("还不能公开：有3个错误要改正，2处请核对。", "★ 把表三 D7改一下。")
    assert rows[4:] == [
        ("错误", "整个工作簿", "", "Z01", "不对", "请改"),
        ("请核对", "表二", "B7", "Z02", "表二 B7少见", "请看一眼"),
        ("错误", "表三", "", "Z01", "表三不对", "请改表三"),
        ("错误", "表三", "D7", "Z01", "表三 D7不对", "请改表三 D7"),
        ("请核对", "表三", "D7", "Z02", "表三 D7少见", "请看一眼"),
        ("已说明", "表三", "E9", "Z02", "表三 E9少见", "清理后重新统计"),
    ]
    assert links(copy) == {
        "C6": "'表二'!B7",
        "B7": "'表三'!A1",
        "C8": "'表三'!D7",
        "C9": "'表三'!D7",
        "C10": "'表三'!E9",
    }
    assert shown_sheet(copy) == "核对结果"


def test_the_marked_copy_reads_as_the_workbook_did(form_2021: Form, workbook: bytes) -> None:
    before, findings = read(form_2021, workbook)
    filing, found_again = read(form_2021, marked(workbook))
    assert filing == before
    assert found_again == findings


def test_marking_twice_gives_the_same_bytes(workbook: bytes) -> None:
    once = marked(workbook)
    assert marked(once) == once


def test_marks_go_as_they_came(workbook: bytes) -> None:
    restored = unmarked_workbook(marked(workbook))
    assert list(spelled(restored)) == list(spelled(workbook))
    assert spelled(restored) == spelled(workbook)
    assert same_but_for_marks(marked(workbook), workbook)


def test_a_workbook_without_marks_keeps_every_byte_of_its_parts(workbook: bytes) -> None:
    assert unmarked_workbook(workbook) == with_parts(workbook, lambda _: None)


def test_new_findings_replace_the_old_marks(workbook: bytes) -> None:
    findings = (found(WARNING, "表三", "F7"), found(ERROR, "表四", "A7"))
    copy = marked(marked(workbook), findings)
    assert spelled(copy) == spelled(marked(workbook, findings))
    assert fills(copy) == {"表三!F7": AMBER, "表四!A7": RED}


def test_without_findings_the_copy_has_no_marks(workbook: bytes) -> None:
    assert spelled(marked(marked(workbook), ())) == spelled(workbook)


def test_what_is_staffs_stays(staffs: bytes) -> None:
    copy, before = marked(staffs), opened(staffs)
    sheet, sheet_before = opened(copy)["表三"], before["表三"]
    assert comments(copy)["表三!D7"].startswith("与上年报告核对过。\n张三\n▼ make-report\n")
    assert comments(copy)["表三!F7"] == "别动我"
    assert sheet["E9"].fill.start_color.rgb == "FF00FF00"
    assert sheet.column_dimensions["D"].width == 17.5
    assert sheet.protection.sheet
    assert sheet.data_validations.dataValidation == sheet_before.data_validations.dataValidation
    untouched = [name for name in spelled(staffs) if "pivot" in name or "media" in name or "theme" in name]
    assert len(untouched) == 3
    assert {name: spelled(copy)[name] for name in untouched} == {name: spelled(staffs)[name] for name in untouched}


def test_only_a_few_parts_change(staffs: bytes) -> None:
    before, after = spelled(staffs), spelled(marked(staffs))
    assert {name for name in before if after[name] != before[name]} == {
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/worksheets/sheet3.xml",
        "xl/worksheets/sheet4.xml",
        "xl/comments/comment1.xml",
        "xl/drawings/commentsDrawing1.vml",
    }


def test_our_fill_wins_and_the_other_formats_keep_their_order(staffs: bytes) -> None:
    def priorities(content: bytes) -> list[tuple[str, str]]:
        sheet = etree.fromstring(spelled(content)["xl/worksheets/sheet4.xml"])
        return sorted((str(rule.get("priority")), str(rule.get("type"))) for rule in sheet.iter("{*}cfRule"))

    assert priorities(staffs) == [("1", "cellIs"), ("2", "cellIs"), ("3", "expression")]
    assert priorities(marked(staffs)) == [
        ("1", "expression"),
        ("2", "expression"),
        ("3", "cellIs"),
        ("4", "cellIs"),
        ("5", "expression"),
    ]


def test_the_sheet_that_was_shown_is_shown_again(staffs: bytes) -> None:
    assert shown_sheet(marked(staffs)) == "核对结果"
    assert shown_sheet(unmarked_workbook(marked(staffs))) == "表三"


def test_many_findings_alike_stand_as_one_that_opens(form_2021: Form) -> None:
    findings = tuple(found(ERROR, "表三", f"{column}{row}") for row in range(7, 31) for column in "DEFGH")
    copy = marked(sound_workbook(form_2021), findings)
    assert list(fills(copy)) == ["表三!D7:H30"]
    assert len(comments(copy)) == len(findings) == 120
    rows, sheet = listed(copy), opened(copy).worksheets[0]
    assert len(rows) == 3 + 120
    shown = [number for number in range(4, 124) if not sheet.row_dimensions[number].hidden]
    assert shown == [4]
    assert rows[3][4] == "表三 D7不对\n同样的还有119格：E7:H7、D8:H30。"
    assert links(copy)["C123"] == "'表三'!H30"


def test_a_merged_cell_is_filled_whole(form_2021: Form) -> None:
    copy = marked(sound_workbook(form_2021), [found(ERROR, "表三", "A36")])
    assert list(fills(copy)) == ["表三!A36:J36"]


def test_a_missing_sheet_is_listed_without_a_link(form_2021: Form) -> None:
    copy = marked(sound_workbook(form_2021), [found(ERROR, "表九"), found(ERROR, "表九", "A1")])
    assert [row[1] for row in listed(copy)[3:]] == ["表九", "表九"]
    assert not links(copy)
    assert not fills(copy)


def test_a_sheet_of_staff_may_have_the_name_of_our_list(form_2021: Form) -> None:
    workbook = saved_anew(sound_workbook(form_2021), lambda book: book.create_sheet("核对结果"))
    copy = marked(workbook)
    assert opened(copy).sheetnames[0] == "核对结果 2"
    assert marked(copy) == copy
    assert opened(unmarked_workbook(copy)).sheetnames == opened(workbook).sheetnames


def test_marks_are_taken_from_a_copy_that_another_program_saved_after_changes(staffs: bytes) -> None:
    def change(book: Book) -> None:
        book.worksheets[0].title = "清单"
        book.defined_names["make_report_list"].attr_text = "清单!$A$1"  # as Excel does when a sheet is renamed
        book["表四"].title = "附表四"
        insert_rows(book["表二"], 7)
        book["表三"]["D7"].comment.text += "\n又核对了一遍"

    copy = saved_anew(marked(staffs), change)
    cleared = unmarked_workbook(copy)
    assert not fills(cleared)
    assert comments(cleared) == {"表三!D7": "与上年报告核对过。\n张三\n又核对了一遍", "表三!F7": "别动我"}
    assert opened(cleared).sheetnames == [name.replace("表四", "附表四") for name in opened(staffs).sheetnames]
    assert b"make_report_" not in spelled(cleared)["xl/workbook.xml"]


def test_a_list_that_staff_deleted_is_made_anew(staffs: bytes) -> None:
    copy = saved_anew(marked(staffs), lambda book: book.remove(book.worksheets[0]))
    again = marked(copy)
    assert opened(again).sheetnames == ["核对结果", *opened(staffs).sheetnames]
    assert fills(again) == fills(marked(staffs))
    assert comments(again) == comments(marked(staffs))


def test_a_box_grows_with_what_we_add_and_shrinks_again(staffs: bytes) -> None:
    def with_anchor(parts: dict[str, bytes]) -> None:
        name = "xl/drawings/commentsDrawing1.vml"
        parts[name] = re.sub(rb"(<\w+:AutoFill)", rb"<ns2:Anchor>5, 15, 5, 10, 7, 31, 9, 9</ns2:Anchor>\1", parts[name])

    def bottoms(content: bytes) -> list[int]:
        drawing = spelled(content)["xl/drawings/commentsDrawing1.vml"]
        return [int(row) for row in re.findall(rb"Anchor>(?:\d+, ){6}(\d+)", drawing)]

    workbook = with_parts(staffs, with_anchor)
    copy = marked(workbook)
    assert bottoms(workbook) == [9, 9]
    assert bottoms(copy)[0] > 12
    assert bottoms(copy)[1] == 9
    assert spelled(unmarked_workbook(copy)) == spelled(workbook)


def test_a_conversation_is_left_alone_and_that_is_said(staffs: bytes) -> None:
    def converse(parts: dict[str, bytes]) -> None:
        namespace = b"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
        parts["xl/threadedComments/threadedComment1.xml"] = (
            b'<ThreadedComments xmlns="%s"><threadedComment ref="D7" id="{1}"><text>?</text></threadedComment>'
            b"</ThreadedComments>" % namespace
        )
        relations = "xl/worksheets/_rels/sheet4.xml.rels"
        parts[relations] = parts[relations].replace(
            b"</Relationships>",
            b'<Relationship Id="rId77" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"'
            b' Target="../threadedComments/threadedComment1.xml"/></Relationships>',
        )

    workbook = with_parts(staffs, converse)
    copy = marked_workbook(workbook, FINDINGS, "zh-CN")
    assert len(copy.lost) == 1
    assert "表三 D7" in copy.lost[0]
    assert comments(copy.content)["表三!D7"] == comments(workbook)["表三!D7"]
    assert fills(copy.content)["表三!D7"] == RED
    assert spelled(unmarked_workbook(copy.content)) == spelled(workbook)


def test_a_drawing_that_is_not_well_formed_is_carried_through(staffs: bytes) -> None:
    def spoil(parts: dict[str, bytes]) -> None:
        name = "xl/drawings/commentsDrawing1.vml"
        parts[name] = parts[name].replace(b"text-align:left", b"text-align:left'><br><font face=x")
        parts[name] = parts[name].replace(b"</xml>", b"<ns0:shape id='b'><br></ns0:shape></xml>")

    workbook = with_parts(staffs, spoil)
    copy = marked(workbook)
    assert b"<br></ns0:shape>" in spelled(copy)["xl/drawings/commentsDrawing1.vml"]
    assert spelled(unmarked_workbook(copy)) == spelled(workbook)


def test_a_signature_that_breaks_is_said(staffs: bytes) -> None:
    signed = with_parts(staffs, lambda parts: parts.update({"_xmlsignatures/sig1.xml": b"<Signature />"}))
    assert len(marked_workbook(signed, FINDINGS, "zh-CN").lost) == 1
    assert not marked_workbook(staffs, FINDINGS, "zh-CN").lost


def test_what_staff_changed_in_a_copy_is_no_mark(staffs: bytes) -> None:
    def change(book: Book) -> None:
        book["表三"]["D7"].value = 5

    assert not same_but_for_marks(saved_anew(marked(staffs), change), saved_anew(staffs, lambda _: None))
    assert not same_but_for_marks(b"", staffs)


@pytest.mark.parametrize("broken", [b"<comments", b"ref='?' bef="])
def test_a_broken_part_is_said_in_one_sentence(staffs: bytes, broken: bytes) -> None:
    def spoil(parts: dict[str, bytes]) -> None:
        name = "xl/comments/comment1.xml"
        parts[name] = parts[name].replace("别动我".encode(), "▼ make-report".encode())
        parts[name] = broken if broken.startswith(b"<") else parts[name].replace(b"ref=", broken)

    with pytest.raises(FileError, match=r"marked|标注"):
        marked(with_parts(staffs, spoil))


def test_marking_again_leaves_no_unused_styles_even_where_others_follow_ours(workbook: bytes) -> None:
    once = marked_workbook(workbook, FINDINGS, "zh-CN").content
    count = read_parts(once)["xl/styles.xml"].count(b"<dxf>")

    def follow(parts: dict[str, bytes]) -> None:
        """Put a style of staff behind ours, as another program may have done."""
        styles, sheet = "xl/styles.xml", min(name for name in parts if name.startswith("xl/worksheets/sheet"))
        parts[styles] = parts[styles].replace(b"</dxfs>", b"<dxf><font><b/></font></dxf></dxfs>")
        rule = b'<cfRule type="expression" dxfId="%d" priority="99"><formula>TRUE</formula></cfRule>' % count
        formats = b'<conditionalFormatting sqref="Z99">' + rule + b"</conditionalFormatting>"
        parts[sheet] = parts[sheet].replace(b"<dataValidations", formats + b"<dataValidations", 1)
        assert formats in parts[sheet]

    copy = with_parts(once, follow)
    for _ in range(3):
        copy = marked_workbook(copy, FINDINGS, "zh-CN").content
        assert read_parts(copy)["xl/styles.xml"].count(b"<dxf>") == count + 1
