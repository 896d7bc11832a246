"""docxtpl under our settings: the body put into a new root is the document that docxtpl itself would make."""

import io
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from make_report.archive import read_parts
from make_report.document.context import context_of
from make_report.document.filling import filled_by_docxtpl
from make_report.form.model import Form
from tests.document.word import DOCUMENT
from tests.filings import Given, filing

CONTENTS: dict[str, Given] = {
    "org": "甲局",
    "signature": "乙",
    "overview": ["一", "（二）三。四"],
    "requests.notes": ["五"],
}
TEXTS = st.sampled_from(
    ["", "文", "{{ org }}", "{% if org %}a{% endif %}", "{% for a in overview %}{{ a.text }}{% endfor %}"]
)
ROWS = st.lists(st.lists(TEXTS, min_size=2, max_size=2), min_size=1, max_size=3)
BESIDE = (
    "<w:background {} w:color='FFFFFF'/>",
    "<w:docPartsBody {}/>",
    "<x:more {} xmlns:x='urn:x' x:a='1'>t<x:b/></x:more>",
)
"""What may stand before or behind the body."""


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    """Return a Word file of paragraphs, tables, header, page break, and more beside its body."""
    document = docx.Document()
    for block in draw(st.lists(TEXTS | ROWS | st.sampled_from(["\f"]), max_size=6)):
        if block == "\f":
            document.add_section()
        elif isinstance(block, str):
            document.add_paragraph(block, style=draw(st.sampled_from(["Normal", "Title", "List Bullet"])))
        else:
            _add_table(document, block)
    document.sections[0].header.paragraphs[0].text = draw(TEXTS)
    root: Any = document.element
    for before in draw(st.lists(st.booleans(), max_size=3)):
        beside = parse_xml(draw(st.sampled_from(BESIDE)).format(nsdecls("w")))
        root.insert(0 if before else len(root), draw(st.sampled_from([beside, etree.Comment("remark")])))
    if draw(st.booleans()):
        root.set("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable", "w14")
    return _saved(document)


def _add_table(document: Document, rows: list[list[str]]) -> None:
    table = document.add_table(len(rows), 2)
    for row, cells in enumerate(rows):
        for column, content in enumerate(cells):
            table.cell(row, column).text = content
    table.cell(0, 0).add_table(1, 1).cell(0, 0).text = rows[0][0]


def _saved(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def both(form: Form, template: bytes) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return all parts of the filled template: with our `map_tree`, and with docxtpl's own."""
    context = context_of(form, filing(form, CONTENTS))
    ours = filled_by_docxtpl(template, context, form.language)
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr("make_report.document.filling._Template.map_tree")
        theirs = filled_by_docxtpl(template, context, form.language)
    return _canonical(ours), _canonical(theirs)


def _canonical(document: bytes) -> dict[str, bytes]:
    """Return the parts of a document, XML in the one way in which what says the same is written."""
    return {
        name: etree.tostring(etree.fromstring(part), method="c14n") if name.endswith((".xml", ".rels")) else part
        for name, part in read_parts(document).items()
    }


def test_the_templates_of_the_official_formats_are_filled_alike(form: Form, template: bytes) -> None:
    ours, theirs = both(form, template)
    assert ours == theirs


@settings(max_examples=40)
@given(documents())
def test_any_document_is_filled_alike(form_2021: Form, document: bytes) -> None:
    ours, theirs = both(form_2021, document)
    assert DOCUMENT in ours
    assert ours == theirs
