"""Whatever a template may hold comes out as from docxtpl itself, by a plan or down the ladder; the rest is refused.

Templates are made by python-docx, and filled once by us and once by docxtpl as its documentation shows it.
"""

import io
import struct
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docxtpl import DocxTemplate  # pyright: ignore[reportMissingTypeStubs] - it has annotations, but no py.typed
from jinja2 import Environment

from make_report.archive import write_parts
from make_report.document.context import Context, context_of
from make_report.document.escape import encode
from make_report.document.proof import template_faults
from make_report.document.render import render_report
from make_report.document.template import filled_template, plan_for, sound_plan
from make_report.errors import TemplateError, UnfilledError
from make_report.filing import Filing
from make_report.form.model import Form
from tests.document.word import all_text, canonical
from tests.filings import Given, filing

GIVEN: Mapping[str, Given] = {
    "org": "甲局",
    "year": 2023,
    "signature": " abc Def ",
    "overview": ["总述。", "（一）标题。正文。", "二"],
    "problems": [],
}
NASTY: Mapping[str, Given] = {**GIVEN, "org": "甲&<乙>\n{{ 丙 }}{_{\t", "overview": ["<w:p/>&amp;", "（一）%}。{#"]}
PLAN, DOCXTPL = "plan", "docxtpl"


def made(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def text(*lines: str) -> bytes:
    """Return a template of these paragraphs, the first of them in its header and footer too."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    for part in (document.sections[0].header, document.sections[0].footer):
        part.paragraphs[0].text = lines[0]
    document.add_paragraph("end")
    return made(document)


def table(*rows: Sequence[str], more_columns: int = 0) -> bytes:
    """Return a template with a table, in whose grid more columns may be declared than it has."""
    document = docx.Document()
    made_table = document.add_table(len(rows), len(rows[0]))
    for row, cells in enumerate(rows):
        for column, content in enumerate(cells):
            made_table.cell(row, column).text = content
    for _ in range(more_columns):
        made_table._tbl.tblGrid.append(parse_xml(f'<w:gridCol {nsdecls("w")} w:w="900"/>'))  # pyright: ignore[reportPrivateUsage] - python-docx has no other way
    document.add_paragraph("end")
    return made(document)


def picture() -> bytes:
    """Return a template with two pictures that bear one number, and a tag."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    parts = chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(b"\0\0")), chunk(b"IEND", b"")
    document = docx.Document()
    for _ in range(2):
        document.add_picture(io.BytesIO(b"\x89PNG\r\n\x1a\n" + b"".join(parts)))
    document.add_paragraph("{{ org }}")
    return made(document)


def split(pieces: Sequence[str]) -> bytes:
    """Return a template whose paragraph is split into runs, as Word does at will."""
    document = docx.Document()
    paragraph = document.add_paragraph()
    for number, piece in enumerate(pieces):
        paragraph.add_run(piece).bold = bool(number % 2)
    return made(document)


RUNGS: Mapping[str, tuple[bytes, str]] = {
    "a value": (text("{{ org }}"), PLAN),
    "a tag in pieces": (split(["a {", "{ o", "rg }", "} b"]), PLAN),
    "a loop of paragraphs": (text("a", "{%p for a in overview %}", "{{ a.text }}", "{%p endfor %}"), PLAN),
    "a loop of rows": (
        table(["a", "b"], ["{%tr for a in overview %}", ""], ["{{ a.text }}", "x"], ["{%tr endfor %}", ""]),
        PLAN,
    ),
    "a choice": (text("{% if org and not problems %}a{% elif signature %}b{% else %}c{% endif %}"), PLAN),
    "a comment": (text("a{# who #}{{ org }}"), PLAN),
    "joined paragraphs": (text("a", "{%- if org -%}", "b", "{%- endif %}"), PLAN),
    "a colour from the data": (table(["{% cellbg org %}a", "b"]), PLAN),
    "a tab": (text("a\t{{ org }}\tb"), PLAN),
    "a cell's colour": (table(["{% cellbg 'FF0000' %}a{{ org }}", "b"]), DOCXTPL),
    "a span": (table(["{% colspan 2 %}{{ org }}", "b"], ["a", "b"]), DOCXTPL),
    "a span from the data": (table(["{% colspan year|length %}{{ org }}", "b"], ["a", "b"]), DOCXTPL),
    "a span that nothing breaks": (table(["{% colspan year %}{{ org }}", "b"]), DOCXTPL),
    "cells merged across": (table(["{%tc for a in overview %}", "{% hm %}{{ org }}", "{%tc endfor %}", "x"]), DOCXTPL),
    "cells merged down": (
        table(["{%tr for a in overview %}", ""], ["{% vm %}{{ org }}", "{{ a.text }}"], ["{%tr endfor %}", ""]),
        DOCXTPL,
    ),
    "a loop of columns": (table(["{%tc for a in overview %}", "{{ a.text }}", "{%tc endfor %}", "x"]), DOCXTPL),
    "columns that are not there": (table(["{{ org }}", "b"], more_columns=2), DOCXTPL),
    "pictures": (picture(), DOCXTPL),
    "a loop with else": (text("{% for a in problems %}{{ a.text }}{% else %}none{% endfor %}"), DOCXTPL),
    "a loop with if": (text("{% for a in overview if a.level %}{{ a.text }}{% endfor %}"), DOCXTPL),
    "a recursive loop": (text("{% for a in overview recursive %}{{ a.text }}{% endfor %}"), DOCXTPL),
    "what a loop says of itself": (
        text("{% for a in overview %}{{ loop.index }}/{{ loop.length }}{{ a.text }}{% endfor %}"),
        DOCXTPL,
    ),
    "a name of its own": (text("{% set a = org %}{{ a }}"), DOCXTPL),
    "a choice in a value": (text("{{ org if year else title }}"), DOCXTPL),
    "a comparison": (text("{% if year > '3' and 'a' in signature %}x{% endif %}"), DOCXTPL),
    "a test": (text("{% if org is defined and nothing is not defined %}{{ org }}{% endif %}"), DOCXTPL),
    "an item": (text("{{ overview[0].text }}{{ requests['received'].total }}"), DOCXTPL),
    "values in a row": (text("{{ org ~ '-' ~ year }}"), DOCXTPL),
    "constants": (text("{{ 'x' }}{{ 12 }}{{ year == '2023' }}"), DOCXTPL),
}
"""Templates, and what fills them."""
FILTERS = (
    "capitalize", "d", "d('x', true)", "default", "default('x')", "e", "escape", "first", "join", "join(',')", "last",
    "length", "lower", "replace('b', 'x')", "safe", "title", "trim", "upper", "trim|upper|replace('A', 'b')",
)  # fmt: skip
REFUSED = (
    "{% include 'a' %}", "{% import 'a' as a %}", "{% extends 'a' %}", "{% block a %}{% endblock %}",
    "{% macro a() %}x{% endmacro %}", "{% call org() %}x{% endcall %}", "{% set a %}x{% endset %}", "{{ org.upper() }}",
    "{% for a in range(3) %}x{% endfor %}", "{% with a = org %}{{ a }}{% endwith %}", "{% do 1 %}", "{{ 1.5 }}",
    "{% filter upper %}{{ org }}{% endfilter %}", "{% autoescape false %}{{ org }}{% endautoescape %}", "{{ 1 + 1 }}",
    "{% raw %}{{ org }}{% endraw %}", "{_{ org }_}", "{{ org|center(9) }}", "{{ overview|sort }}",
    "{{ org|attr('x') }}", "{{r org }}", "{{p org }}", "{{tr org }}", "{{tc org }}",
)  # fmt: skip
"""Tags that programs may use with docxtpl (rich text, sub-documents and pictures among them), and reports may not."""


def context_with(form: Form, given: Mapping[str, Given]) -> Context:
    return context_of(form, filing(form, given))


def coded(value: Any) -> Any:  # noqa: ANN401 - data
    """Return what docxtpl gets from us instead of texts that it would take for its own."""
    if isinstance(value, dict):
        return {key: coded(one) for key, one in cast("Context", value).items()}
    if isinstance(value, list):
        return [coded(one) for one in cast("list[object]", value)]
    return encode(value) if isinstance(value, str) else value


def by_docxtpl(template: bytes, context: Context) -> bytes:
    document = DocxTemplate(io.BytesIO(template))
    document.render(context, Environment(autoescape=True), autoescape=True)
    stream = io.BytesIO()
    document.save(stream)  # pyright: ignore[reportUnknownMemberType] - annotated in part
    return stream.getvalue()


def by_us(template: bytes, context: Context, folder: Path | None) -> dict[str, bytes]:
    own, filled = filled_template(template, context, "en", folder)
    return canonical(write_parts({**own, **{name: part.text.encode() for name, part in filled.items()}}))


@pytest.mark.parametrize("given", [GIVEN, NASTY], ids=["plain", "nasty"])
@pytest.mark.parametrize("rung", RUNGS)
def test_what_a_template_holds_comes_out_as_from_docxtpl(
    form_2021: Form, rung: str, given: Mapping[str, Given], tmp_path: Path
) -> None:
    (template, way), context = RUNGS[rung], context_with(form_2021, given)
    expected = canonical(by_docxtpl(template, coded(context)))
    for folder in (None, tmp_path, tmp_path):
        assert by_us(template, context, folder) == expected
    assert (sound_plan(template, context, "en") is not None) == (way == PLAN)


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_gives_what_it_gives_in_docxtpl(form_2021: Form, name: str) -> None:
    # What is marked as safe is markup for docxtpl and text for us; nothing has a first character only in docxtpl.
    filled = filing(form_2021, {**GIVEN, "org": "Ab b" if name == "safe" else "Ab b & <i>"})
    values = ["signature", "org", "(overview|first).text", *(["published"] if name not in ("first", "last") else [])]
    template = text(*(f"a{{{{ {value}|{name} }}}}b" for value in values))
    expected = by_docxtpl(template, context_of(form_2021, filled))
    assert all_text(render_report(form_2021, template, filled)) == all_text(expected)


@pytest.mark.parametrize("rung", ["a span that nothing breaks", "an item"])
def test_a_template_that_cannot_be_filled_with_nothing_is_not_refused_for_that(
    form_2021: Form, rung: str, tmp_path: Path
) -> None:
    blank = context_of(form_2021, Filing(form_2021.form_id, {}))
    assert plan_for(RUNGS[rung][0], blank, "en", tmp_path) is None
    with pytest.raises(UnfilledError, match=r"cannot be filled: \w+"):
        filled_template(RUNGS[rung][0], blank, "en", tmp_path)


@pytest.mark.parametrize("tag", ["{{ 'a < b > c &' }}", "{{ '<w:p/>' ~ org|e }}", "{{ ['&', org]|join('<')|escape }}"])
def test_markup_in_a_constant_is_text_as_in_docxtpl(form_2021: Form, tag: str) -> None:
    filled = filing(form_2021, {**GIVEN, "org": "甲 & <乙>"})
    expected = by_docxtpl(text(tag), context_of(form_2021, filled))
    assert all_text(render_report(form_2021, text(tag), filled)) == all_text(expected)


@pytest.mark.parametrize("tag", REFUSED)
def test_what_no_report_needs_is_refused_with_its_place(form_2021: Form, tag: str) -> None:
    with pytest.raises(TemplateError) as caught:
        render_report(form_2021, text(tag), filing(form_2021, GIVEN))
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize("tag", ["{{r org }}", "{{p org }}", "{{tr org }}", "{{tc org }}"])
def test_a_tag_for_what_a_report_has_not_is_told_to_the_author(form_2021: Form, tag: str) -> None:
    said = [*template_faults(form_2021, text("{{ org }}", tag))]
    assert len(said) == 1
    assert f"“{tag}”" in said[0]
