"""What staff have in a workbook beside cells is in its marked copy, part by part; what cannot be is said beforehand."""

import os
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from make_report import app_work
from make_report.archive import read_parts
from make_report.files import Written
from make_report.files import write_file as real_write
from make_report.form.model import Form
from make_report.workbook.annotate import unmarked_workbook
from tests.filings import SENTENCE
from tests.test_app import run
from tests.workbook.editing import sound_workbook, with_parts
from tests.workbook.extras import BOOK, EXTRAS, OWN, SHEET, Extra, with_extra
from tests.workbook.marks import comments, saved_anew, spelled

MARKED = "m（已标注）.xlsx"
REWRITTEN, KEPT = {"a chart"}, {"a link to another workbook"}
"""What openpyxl writes anew as far as it knows it, and what it keeps. All others it loses, loading and saving."""
OURS = {
    *("[Content_Types].xml", BOOK, "xl/_rels/workbook.xml.rels", "xl/styles.xml"),
    *(SHEET, "xl/worksheets/_rels/sheet4.xml.rels"),
    "xl/drawings/vmlDrawing77.vml",
}
"""Where marks are put in; all other parts keep every byte."""
NOTED = Extra(
    {
        "xl/comments77.xml": '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors>'
        '<author>tc</author></authors><commentList><comment ref="{cell}" authorId="0"><text><t>staffs-own</t></text>'
        "</comment></commentList></comments>"
    },
    {"xl/comments77.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"},
    {SHEET: (("http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments", "xl/comments77.xml"),)},
)
"""The comment that Excel writes for programs which know no conversations."""


@pytest.fixture(scope="module")
def wrong(form_2021: Form) -> bytes:
    """Return a workbook with one finding, at D31 of table 3."""
    texts = dict.fromkeys(("overview", "problems", "other_matters"), (SENTENCE,))
    return sound_workbook(form_2021, {**texts, "requests.received.natural_person": Decimal(5)})


Capture = pytest.CaptureFixture[str]


def mark(content: bytes, folder: Path, capture: Capture) -> tuple[list[str], bytes]:
    """Return what is said beside the findings when a workbook is marked, and the copy; the original stays as it is."""
    workbook = folder / "m.xlsx"
    workbook.write_bytes(content)
    os.utime(workbook, ns=(1_600_000_000_123_456_789, 1_600_000_000_123_456_789))
    before = workbook.stat()
    said: list[list[str]] = []
    for with_marks in (False, True):
        assert app_work.check(workbook, mark=with_marks) == 1
        said.append(capture.readouterr().err.splitlines())
    after = workbook.stat()
    assert (after.st_mtime_ns, after.st_ino, after.st_mode) == (before.st_mtime_ns, before.st_ino, before.st_mode)
    assert workbook.read_bytes() == content
    assert sorted(path.name for path in folder.iterdir()) == sorted(["m.xlsx", MARKED])
    findings, all_lines = said
    *more, written = all_lines[len(findings) :]
    assert all_lines[: len(findings)] == findings
    assert written.endswith(MARKED)
    return more, (folder / MARKED).read_bytes()


def relations(content: bytes) -> Mapping[str, set[tuple[str, ...]]]:
    """Return what each part is related to: id, kind, target."""
    return {
        name: {(str(one.get("Id")), str(one.get("Type")), str(one.get("Target"))) for one in etree.fromstring(part)}
        for name, part in read_parts(content).items()
        if name.endswith(".rels")
    }


def declared(content: bytes) -> set[tuple[str, str]]:
    root = etree.fromstring(read_parts(content)["[Content_Types].xml"])
    return {(str(one.get("PartName") or one.get("Extension")), str(one.get("ContentType"))) for one in root}


@pytest.mark.parametrize("kind", EXTRAS)
def test_openpyxl_would_lose_it(wrong: bytes, kind: str) -> None:
    """Which is why marks are put into the parts themselves, and nothing need be said of these."""
    workbook = with_extra(wrong, EXTRAS[kind])
    before, after = read_parts(workbook), read_parts(saved_anew(workbook, lambda _: None))
    own = {part for name, part in before.items() if OWN in part and not name.endswith(".rels")}
    assert own
    assert bool(own & {*after.values()}) == (kind in KEPT)
    assert any(OWN in part for part in after.values()) == (kind in REWRITTEN | KEPT)


@pytest.mark.parametrize("kind", EXTRAS)
def test_the_marked_copy_has_it_and_nothing_is_said(wrong: bytes, kind: str, tmp_path: Path, capsys: Capture) -> None:
    workbook = with_extra(wrong, EXTRAS[kind])
    more, copy = mark(workbook, tmp_path, capsys)
    assert more == []
    assert "表三!D31" in comments(copy)
    before, after = read_parts(workbook), read_parts(copy)
    assert {name for name in before if after.get(name) != before[name]} <= OURS
    assert all(after[name].count(OWN) >= part.count(OWN) for name, part in before.items())
    assert all(there <= relations(copy)[name] for name, there in relations(workbook).items())
    assert declared(workbook) <= declared(copy)
    assert spelled(unmarked_workbook(copy)) == spelled(workbook)
    points_to_it_in_order(workbook, copy)


def points_to_it_in_order(workbook: bytes, copy: bytes) -> None:
    """Assert that sheet and workbook have the same children as before and ours, in the order of the schema."""
    for part in (SHEET, BOOK):
        before, after = children(workbook, part), children(copy, part)
        assert {*before} <= {*after}
        assert list(dict.fromkeys(one for one in after if one in before)) == list(dict.fromkeys(before))
        known = [name for name in after if name in ORDER]
        assert known == sorted(known, key=ORDER.index)


ORDER = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "mergeCells"),
    *("conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup"),
    *("headerFooter", "drawing", "legacyDrawing", "picture", "oleObjects", "controls", "tableParts", "extLst"),
)
"""Children of a worksheet as ISO/IEC 29500-1, 18.3.1.99 wants them."""


def children(content: bytes, part: str) -> list[str]:
    return [etree.QName(one).localname for one in etree.fromstring(read_parts(content)[part])]


def conversing(wrong: bytes, cell: str) -> bytes:
    """Return the workbook with a conversation at a cell, and with the comment that stands for it elsewhere."""
    talk = EXTRAS["a conversation beside the findings"]
    moved = {name: str(part).replace("L20", cell) for name, part in talk.parts.items()}
    comment = {name: str(part).replace("{cell}", cell) for name, part in NOTED.parts.items()}
    related = {**talk.related, SHEET: (*talk.related[SHEET], *NOTED.related[SHEET])}
    return with_extra(wrong, Extra({**moved, **comment}, {**talk.types, **NOTED.types}, related))


def signed(wrong: bytes) -> bytes:
    return with_parts(wrong, lambda parts: parts.update({"_xmlsignatures/sig1.xml": b"<Signature/>"}))


def test_a_conversation_where_a_mark_belongs_is_said(wrong: bytes, tmp_path: Path, capsys: Capture) -> None:
    (said,), copy = mark(conversing(wrong, "D31"), tmp_path, capsys)
    assert "表三 D31" in said
    assert comments(copy)["表三!D31"] == "staffs-own"


def test_a_conversation_elsewhere_is_not(wrong: bytes, tmp_path: Path, capsys: Capture) -> None:
    more, copy = mark(conversing(wrong, "L20"), tmp_path, capsys)
    assert more == []
    assert comments(copy).keys() >= {"表三!L20", "表三!D31"}


@pytest.mark.parametrize("kind", ["a conversation", "a signature"])
def test_what_cannot_be_carried_is_said_before_the_copy_comes_into_being(
    wrong: bytes, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    workbook = tmp_path / "m.xlsx"
    workbook.write_bytes(conversing(wrong, "D31") if kind == "a conversation" else signed(wrong))
    said: list[str] = []

    def write(target: Path, copy: bytes, language: str, old_language: str | None) -> Written:
        assert [path.name for path in tmp_path.iterdir()] == ["m.xlsx"]
        said.append(capsys.readouterr().err.splitlines()[-1])
        return real_write(target, copy, language, old_language)

    monkeypatch.setattr(app_work, "write_file", write)
    assert app_work.check(workbook, mark=True) == 1
    (last,) = said
    assert ("表三 D31" if kind == "a conversation" else "签名") in last
    assert (tmp_path / MARKED).exists()


def test_what_cannot_be_carried_is_said_even_if_no_copy_can_be_written(wrong: bytes, tmp_path: Path) -> None:
    (tmp_path / "m.xlsx").write_bytes(signed(wrong))
    (tmp_path / MARKED).write_bytes(b"a copy that is protected")
    (tmp_path / MARKED).chmod(0o444)
    done = run("check", "m.xlsx", "--mark", folder=tmp_path)
    assert done.returncode == 3
    *_, said, failed = done.stderr.decode().splitlines()
    assert "签名" in said
    assert "write-protected" in failed
    assert (tmp_path / "m.xlsx").read_bytes() == signed(wrong)
    assert (tmp_path / MARKED).read_bytes() == b"a copy that is protected"


def test_the_main_command_says_it_too(wrong: bytes, tmp_path: Path) -> None:
    (tmp_path / "m.xlsx").write_bytes(signed(wrong))
    done = run("m.xlsx", "--mark", folder=tmp_path)
    lines = done.stderr.decode().splitlines()
    (said,) = (number for number, line in enumerate(lines) if "签名" in line)
    (written,) = (number for number, line in enumerate(lines) if line.startswith("Written:"))
    assert said < written
