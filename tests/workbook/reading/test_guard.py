import io
import zipfile
from random import Random

import pytest

from make_report import archive
from make_report.archive import MEGABYTE, MOST_PARTS, write_parts
from make_report.errors import FileError
from make_report.form.model import Form
from make_report.workbook.reading import kind
from make_report.workbook.reading.direct.book import DirectBook
from make_report.workbook.reading.guard import guarded_parts
from make_report.workbook.reading.merged import MergedRange, merged_ranges
from tests.hostile.workbooks import TYPES
from tests.workbook.editing import sound_workbook, with_parts

OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)


def test_a_standard_workbook_passes(form_2021: Form) -> None:
    assert "xl/workbook.xml" in guarded_parts(sound_workbook(form_2021), "a.xlsx")


def zipped(*names: str) -> bytes:
    return write_parts(dict.fromkeys(names, b"<a/>"))


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.xlsx", b"", kind.EMPTY),
        ("~$a.xlsx", b"\x05staff", kind.LOCK_FILE),
        (".~lock.a.xlsx#", b"staff", kind.LOCK_FILE),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), kind.ENCRYPTED),
        ("a.xls", OLE + "Workbook".encode("utf-16-le"), kind.OLD_EXCEL),
        ("a.et", OLE + "Workbook".encode("utf-16-le") + "ET".encode("utf-16-le"), kind.OLD_EXCEL),
        ("a.doc", OLE + "WordDocument".encode("utf-16-le"), kind.OLD_OFFICE),
        ("a.pdf", b"%PDF-1.7", kind.PDF),
        ("a.xls", b"\xef\xbb\xbf<html><table>", kind.HTML),
        ("a.xls", b"<?xml version='1.0'?><Workbook/>", kind.XML),
        ("a.csv", "单位,件数\n甲,1".encode("gb18030"), kind.TEXT),
        ("a.csv", "单位,件数\n甲,1".encode("utf-16"), kind.TEXT),
        ("a.csv", ("，" * 2000).encode(), kind.TEXT),
        ("a.xlsx", b"\x89PNG\r\n\0\0", kind.UNKNOWN),
        ("a.docx", zipped("[Content_Types].xml", "word/document.xml"), kind.WORD),
        ("a.pptx", zipped("[Content_Types].xml", "ppt/presentation.xml"), kind.SLIDES),
        ("a.xlsb", zipped("[Content_Types].xml", "xl/workbook.bin"), kind.BINARY_EXCEL),
        ("a.ods", zipped("mimetype", "content.xml"), kind.OPEN_DOCUMENT),
        ("a.zip", zipped("报告.xlsx"), kind.ZIP),
    ],
)
def test_what_is_no_workbook_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, content: bytes, sentence: str
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    with pytest.raises(FileError) as caught:
        guarded_parts(content, name)
    assert str(caught.value) == sentence.format(name=name)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_workbook_that_was_cut_off_is_damaged(monkeypatch: pytest.MonkeyPatch, form_2021: Form, share: float) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    whole = sound_workbook(form_2021)
    with pytest.raises(FileError) as caught:
        guarded_parts(whole[: int(len(whole) * share)], "a.xlsx")
    assert str(caught.value) == kind.DAMAGED.format(name="a.xlsx")


def test_a_strict_workbook_is_named(monkeypatch: pytest.MonkeyPatch, form_2021: Form) -> None:
    monkeypatch.setenv("LANGUAGE", "en")

    def as_strict(parts: dict[str, bytes]) -> None:
        old = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(
            old, b"http://purl.oclc.org/ooxml/spreadsheetml/main"
        )

    with pytest.raises(FileError) as caught:
        guarded_parts(with_parts(sound_workbook(form_2021), as_strict), "a.xlsx")
    assert str(caught.value) == kind.STRICT.format(name="a.xlsx")


def put(form: Form, name: str, part: bytes) -> bytes:
    return with_parts(sound_workbook(form), lambda parts: parts.update({name: part}))


@pytest.mark.parametrize("declaration", ["<!DOCTYPE a>", '<!DOCTYPE a [<!ENTITY b "c">]>'])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_no_declaration_passes(form_2021: Form, declaration: str, encoding: str) -> None:
    with pytest.raises(FileError):
        guarded_parts(put(form_2021, "xl/extra.xml", f"{declaration}<a/>".encode(encoding)), "a.xlsx")


@pytest.mark.parametrize(
    "part", ["<a/>".encode("utf-16"), b"<?xml version='1.0' encoding='utf-7'?><a/>", b"no xml", b""]
)
def test_xml_that_cannot_be_searched_does_not_pass(form_2021: Form, part: bytes) -> None:
    with pytest.raises(FileError):
        guarded_parts(put(form_2021, "xl/extra.xml", part), "a.xlsx")


def test_pictures_may_hold_declarations(form_2021: Form) -> None:
    guarded_parts(put(form_2021, "xl/media/image1.svg", b"<!DOCTYPE svg><svg/>"), "a.xlsx")


def test_a_part_packed_too_tightly_does_not_pass(form_2021: Form) -> None:
    with pytest.raises(FileError):
        guarded_parts(put(form_2021, "xl/media/a.bin", bytes(2 * MEGABYTE)), "a.xlsx")


def test_too_much_content_does_not_pass(monkeypatch: pytest.MonkeyPatch, form_2021: Form) -> None:
    content = sound_workbook(form_2021)
    monkeypatch.setattr(archive, "LARGEST_CONTENT", sum(map(len, guarded_parts(content, "a.xlsx").values())) - 1)
    with pytest.raises(FileError):
        guarded_parts(content, "a.xlsx")


def test_too_large_a_file_does_not_pass() -> None:
    with pytest.raises(FileError):
        guarded_parts(b"PK" + bytes(20 * MEGABYTE), "a.xlsx")


def test_too_many_parts_do_not_pass(form_2021: Form) -> None:
    parts = {f"xl/media/{number}.bin": b"" for number in range(MOST_PARTS)}
    with pytest.raises(FileError):
        guarded_parts(with_parts(sound_workbook(form_2021), lambda whole: whole.update(parts)), "a.xlsx")


def damaged(name: str, size: int) -> bytes:
    """Return a workbook with one more sheet of this size whose checksum is false."""
    chance = Random(1)  # noqa: S311 - what does not deflate
    content = bytearray(write_parts({"xl/workbook.xml": b"<a/>", TYPES: b"<a/>", name: chance.randbytes(size)}))
    entry = content.rindex(b"PK\x01\x02")
    content[entry + 16 : entry + 20] = bytes(4)
    return bytes(content)


def test_a_large_part_is_looked_at_when_it_is_asked_for() -> None:
    parts = guarded_parts(damaged("xl/worksheets/sheet9.xml", MEGABYTE + 1), "a.xlsx")
    assert parts["xl/workbook.xml"] == b"<a/>"
    with pytest.raises(FileError):
        parts["xl/worksheets/sheet9.xml"]


def test_other_parts_are_looked_at_at_once() -> None:
    with pytest.raises(FileError):
        guarded_parts(damaged("xl/worksheets/sheet9.xml", MEGABYTE), "a.xlsx")


def test_an_encrypted_archive_does_not_pass(form_2021: Form) -> None:
    target = io.BytesIO(sound_workbook(form_2021))
    with zipfile.ZipFile(target) as archive:
        start = archive.start_dir
    content = bytearray(target.getvalue())
    content[start + 8] |= 1
    with pytest.raises(FileError):
        guarded_parts(bytes(content), "a.xlsx")


def sheet(*merged: str) -> bytes:
    cells = "".join(f'<mergeCell ref="{cells}"/>' for cells in merged)
    return f"<worksheet><sheetData/><mergeCells>{cells}</mergeCells></worksheet>".encode()


@pytest.mark.parametrize("part", ["xl/worksheets/sheet99.xml", "xl/elsewhere.xml"])
@pytest.mark.parametrize("merged", [("A1:XFD1048576",), ("A1:A100001",), ("A1:B1",) * 5_001])
def test_too_many_merged_cells_do_not_pass(form_2021: Form, merged: tuple[str, ...], part: str) -> None:
    with pytest.raises(FileError):
        guarded_parts(put(form_2021, part, sheet(*merged)), "a.xlsx")


def test_merged_cells_are_read_from_the_xml_of_any_program() -> None:
    assert list(merged_ranges(sheet("B2:D3", "AA10:AB12"))) == [MergedRange(2, 2, 3, 4), MergedRange(10, 27, 12, 28)]
    prefixed = b"<x:mergeCells count='1'><x:mergeCell other='1' ref='C1:A2'/></x:mergeCells>"
    (merged,) = merged_ranges(prefixed)
    assert (merged.address, merged.area) == ("A1:C2", 6)
    assert list(merged_ranges(b"<sheetData/>")) == []


def linked(*references: str) -> bytes:
    links = "".join(f'<hyperlink ref="{reference}" location="A1"/>' for reference in references)
    return f"<worksheet><sheetData/><hyperlinks>{links}</hyperlinks></worksheet>".encode()


@pytest.mark.parametrize("part", ["xl/worksheets/sheet99.xml", "xl/elsewhere.xml"])
@pytest.mark.parametrize("references", [("A1:XFD1048576",), ("A1:A100001",), ("A1:A50000", "B1:B50001"), ("B:B",)])
def test_links_over_too_many_cells_do_not_pass(
    monkeypatch: pytest.MonkeyPatch, form_2021: Form, references: tuple[str, ...], part: str
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    with pytest.raises(FileError, match=r"links.*" + part):
        guarded_parts(put(form_2021, part, linked(*references)), "a.xlsx")


def test_the_sheet_with_too_many_links_is_called_by_its_name(form_2021: Form) -> None:
    name, part = next(iter(DirectBook(guarded_parts(sound_workbook(form_2021), "a.xlsx")).sheet_parts().items()))
    with pytest.raises(FileError, match=name):
        guarded_parts(put(form_2021, part, linked("1:7")), "a.xlsx")


def test_links_over_fewer_cells_pass(form_2021: Form) -> None:
    guarded_parts(put(form_2021, "xl/worksheets/sheet99.xml", linked("A1:A50000", "B1:B50000")), "a.xlsx")
