"""What is tried with made-up workbooks, by hypothesis and by the fuzzer: each ends in a sentence or a sound report.

Whatever else comes out (another exception, a report that is not sound) is a mistake of make-report.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping

from lxml import etree

from make_report.archive import read_parts, write_parts
from make_report.document.ooxml import Element, parsed
from make_report.document.sanity import faults
from make_report.errors import MakeReportError
from make_report.filing import Filing
from make_report.finding import has_error
from make_report.form.field import Kind
from make_report.form.library import Library
from make_report.form.model import Form
from make_report.judge import judge_content
from make_report.place import Place
from make_report.quoting import filled_in
from make_report.report import report_of
from make_report.show.judged import Judged
from make_report.show.text import findings_as_text
from tests.document.word import all_text

NASTY = (
    *("{{ org }}", "{%p if x %}", "{_{ org }_}", "{# #}", "{{", "}}", "{", "%}", "&lt;", "&", "<w:p/>", "]]>", "<!--"),
    *("_x005F_", "_x000D_", "_xD800_", "_x005F_x000D_", "\x00", "\x07", "\x0b", "\x0c", "\x1f", "\x7f", "\x85"),
    *("\ud800", "\udfff", "\ufffe", "\uffff", "\ufdd0", "\ufdd0a", "\u202e", "\u2066", "\u200b", "\ufeff", "\u2028"),
    *(
        "𠮷",
        "😀",
        "👩\u200d👧",
        "e\u0301",
        "一、",
        "（一）",
        "\n",
        "\r\n",
        "\t",
        " ",
        "\u3000",
        "None",
        "nan",
        "％",
        "=1+1",
    ),
)
"""Pieces of text that are something else to some program on the way."""
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PROTECTED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_SIGNS = ("{{", "}}", "{%", "%}", "{#", "#}")
_FILLED = re.compile(r"word/(document|header|footer)\d*\.xml")


FormOf = Callable[[str], Form]
ReportOf = Callable[[Form, Filing], bytes]


def in_library(library: Library) -> tuple[FormOf, ReportOf]:
    """Return where forms come from, and how their reports are made: as in a run."""
    return library.form_of_workbook, lambda form, filing: report_of(form, filing, library)


def tried(content: bytes, form_of: FormOf, made_by: ReportOf) -> tuple[Judged, bytes | None] | None:
    """Return what is said of a workbook, and its report if there is one; None if the workbook is refused.

    AssertionError if the report is not sound.
    """
    try:
        judged = judge_content(content, "book.xlsx", form_of)
        findings_as_text(judged)
        if has_error(judged.findings):
            return judged, None
        report = made_by(judged.form, judged.filing)
    except MakeReportError:
        return None
    assert_sound(report, judged.form, judged.filing)
    return judged, report


def assert_sound(report: bytes, form: Form, filing: Filing) -> None:
    """See that a report can be opened, that nothing is left over in it, and that every text stands in it as read."""
    parts = read_parts(report)
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            root = etree.fromstring(part)
            assert not _FILLED.fullmatch(name) or not list(faults(parsed(part))), name
            assert not _NOT_IN_XML.search("".join(map(str, root.itertext()))), name
    printed = "\n".join(
        (all_text(report), *(_text(parts[name]) for name in parts if "header" in name or "footer" in name))
    )
    read = list(texts_of(form, filled_in(form, filing)))
    for text in read:
        assert text in printed.replace("\n", "") or text in printed, text
    said = [*read, filing["org"].text, filing["title"].text if "title" in form.fields else ""]
    for sign in _SIGNS:
        assert sign not in printed or any(sign in text for text in said), sign
    for word in ("None", "nan", "Undefined", "\ufdd0"):
        assert word not in printed or any(word in text for text in said), word


def _text(part: bytes) -> str:
    return "".join(map(str, etree.fromstring(part).itertext()))


def texts_of(form: Form, filing: Filing) -> Iterator[str]:
    """Yield the texts that are printed as they are."""
    for field in form.fields.values():
        value = filing[field.id]
        if field.kind is Kind.PARAGRAPHS:
            yield from (paragraph.text for paragraph in value.paragraphs)
        elif field.kind is Kind.TEXT and field.printed and field.id not in ("title", "org"):
            yield value.text


def typed(content: bytes, sheets: Mapping[str, str], texts: Mapping[Place, str]) -> bytes:
    """Return a workbook after typing texts into cells, escaped as office programs do it; `sheets` are its parts."""
    parts = read_parts(content)
    for sheet in {place.sheet for place in texts}:
        root = etree.fromstring(parts[sheets[sheet]])
        for place, text in texts.items():
            if place.sheet == sheet:
                _type(root, place, text)
        parts[sheets[sheet]] = etree.tostring(root)
    return write_parts(parts)


def sheet_parts(content: bytes) -> dict[str, str]:
    """Return the part of each sheet of our own workbooks."""
    names = re.findall(rb'<sheet [^>]*?name="([^"]*)"', read_parts(content)["xl/workbook.xml"])
    return {name.decode(): f"xl/worksheets/sheet{number}.xml" for number, name in enumerate(names, start=1)}


def escaped(text: str) -> str:
    """Return a text as spreadsheet programs store it: what XML forbids, and what looks like an escape, escaped."""
    protected = _PROTECTED.sub("_x005F_", text)
    return _NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", protected)


def _type(root: Element, place: Place, text: str) -> None:
    data = root.find(f"{MAIN}sheetData")
    assert data is not None
    row = _child(data, f"{MAIN}row", str(place.row), [int(one.get("r", "0")) for one in data], place.row)
    cell = _child(row, f"{MAIN}c", place.cell, [_column(one.get("r", "")) for one in row], place.column)
    for piece in list(cell):
        cell.remove(piece)
    cell.set("t", "inlineStr")
    text_element = etree.SubElement(etree.SubElement(cell, f"{MAIN}is"), f"{MAIN}t")
    text_element.set(SPACE, "preserve")
    text_element.text = escaped(text)


def _child(parent: Element, tag: str, name: str, numbers: Iterable[int], number: int) -> Element:
    """Return the row or cell of a number, made where it belongs if there is none."""
    numbers = list(numbers)
    if number in numbers:
        return parent[numbers.index(number)]
    child = etree.Element(tag, r=name)
    parent.insert(sum(other < number for other in numbers), child)
    return child


def _column(address: str) -> int:
    number = 0
    for letter in address.rstrip("0123456789"):
        number = number * 26 + ord(letter) - 64
    return number


def squeezed(text: str) -> str:
    """Return a text without white space and what nobody sees, so that a typed and a printed one can be compared."""
    unseen = ("Cc", "Cf", "Cs", "Zs", "Zl", "Zp")
    return "".join(one for one in text if unicodedata.category(one) not in unseen and one not in "\ufffe\uffff")
