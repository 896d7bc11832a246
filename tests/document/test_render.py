"""The report: every figure in its cell, every text as typed, every fault of a template a sentence."""

import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from make_report.archive import read_parts, write_parts
from make_report.document.compile import plan_from_template
from make_report.document.context import Context, context_of
from make_report.document.ooxml import named, printed_text
from make_report.document.render import render_report
from make_report.errors import FileError, TemplateError
from make_report.filing import Filing
from make_report.form.field import Kind
from make_report.form.grid import grid_of
from make_report.form.load import parse_form
from make_report.form.model import Form
from make_report.printed import printed_figure
from tests.conftest import TEMPLATES
from tests.document.third_form import THIRD_FORM
from tests.document.word import (
    DOCUMENT,
    all_text,
    body_of,
    cell_text,
    cells_of,
    paragraphs_of,
    properties_of,
    style_of,
    tables_of,
    with_text,
)
from tests.filings import Given, filing


def marks(form: Form) -> dict[str, Given]:
    """Return a content for every field of a form, each different from all others."""
    contents: dict[str, Given] = {}
    for number, field in enumerate(form.fields.values(), start=10001):
        if field.kind is Kind.NUMBER:
            contents[field.id] = number
        elif field.kind is Kind.PARAGRAPHS:
            contents[field.id] = [f"甲{number}", f"（一）乙{number}。丙{number}。", f"（二）丁{number}"]
        elif field.kind is Kind.TEXT and field.id != "title":
            contents[field.id] = f"戊{number}"
        elif field.kind is Kind.CHOICE:
            contents[field.id] = field.choices[-1].id
    return contents | {"year": form.years.first, "published": date(2031, 12, 25)}


def test_each_figure_stands_in_its_cell(form: Form, template: bytes) -> None:
    content = marks(form)
    report = render_report(form, template, filing(form, content))
    tables = iter(tables_of(report))
    for section, _ in form.tables():
        cells = cells_of(next(tables))
        grid = grid_of(form, section)
        assert len(cells) == len(grid.cells)
        for cell in grid.cells:
            shown = cell_text(cells[cell.row, cell.column])
            if cell.field:
                unit = str(content.get(cell.field.unit_field, ""))
                assert shown == printed_figure(cell.field, Decimal(str(content[cell.field.id])), unit)
            else:
                assert shown.replace("\n", "") == cell.text
    assert next(tables, None) is None


def test_each_mark_is_printed_once_and_only_if_its_field_is(form: Form, template: bytes) -> None:
    content = marks(form)
    text = all_text(render_report(form, template, filing(form, content)))
    for field in form.fields.values():
        mark = content.get(field.id)
        if field.kind is Kind.PARAGRAPHS:
            number = list(form.fields).index(field.id) + 10001
            assert [text.count(f"{sign}{number}") for sign in "甲乙丙丁"] == [1, 1, 1, 1], field.id
        elif field.kind in (Kind.NUMBER, Kind.TEXT, Kind.YEAR) and mark is not None:
            assert text.count(str(mark)) == field.printed, field.id
    assert text.count("2031年12月25日") == 1


NASTY = [
    "{{ year }}",
    "{% for x in y %}",
    "{# 注释 #}",
    "{_{ year }_}",
    "{_% if %_}",
    "甲 & 乙 < 丙 > 丁 &amp; &lt;w:p/&gt;",
    "</w:t></w:r></w:p><w:p><w:r><w:t>",
    "\"直引号\" '单引号' “弯引号”",
    "第一行\n第二行\n\n第四行",
    "制表\t符\t\t",
    " 首尾空格  中间  ",
    "　　全角空格",
    "𠮷野家𬭎😀",
    "\ufdd0a\ufdd0k\ufdd0",
    "{%p if x %}",
    "{{r org }}",
    "{",
    "%}",
    "\u200b\u00a0\u2028",
    "a" * 5000,
]


@pytest.mark.parametrize("text", NASTY)
def test_text_comes_out_exactly_as_typed(form_2021: Form, template_2021: bytes, text: str) -> None:
    given: dict[str, Given] = {"overview": [text, f"（一）标题{text}"], "signature": text, "requests.notes": [text]}
    shown = paragraphs_of(render_report(form_2021, template_2021, filing(form_2021, given)))
    assert [content for _, content in shown].count(text) == 3
    assert f"（一）标题{text}" in [content for _, content in shown]


PRINTABLE = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff") | st.sampled_from("\n\t")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(PRINTABLE | st.sampled_from("{}%#_<>&"), min_size=1).filter(str.strip), min_size=1, max_size=8))
def test_no_text_is_lost_or_changed(form_2021: Form, template_2021: bytes, texts: list[str]) -> None:
    shown = paragraphs_of(render_report(form_2021, template_2021, filing(form_2021, {"problems": texts})))
    contents = [content for _, content in shown]
    start = contents.index("五、存在的主要问题及改进情况") + 1
    assert contents[start : start + len(texts)] == texts


def test_a_typed_title_stands_in_the_title_line_by_line(form_2021: Form, template_2021: bytes) -> None:
    given: dict[str, Given] = {"title": "某某市某某区民政局<2021>年政府信息公开工作年度报告", "year": 2021}
    shown = paragraphs_of(render_report(form_2021, template_2021, filing(form_2021, given)))
    assert "".join(text for style, text in shown if style == "Title") == given["title"]


def test_headings_and_text_have_the_style_of_their_level(form_2021: Form, template_2021: bytes) -> None:
    typed = ["总述。", "一、层一", "（一）层二", "1.层三", "（1）层四", "①层五", "（二）标题。正文。"]
    report = render_report(form_2021, template_2021, filing(form_2021, {"overview": typed}))
    shown = paragraphs_of(report)
    at = shown.index(("BodyText", "总述。"))
    levels = [f"Heading{level}" for level in range(1, 6)]
    assert [style for style, _ in shown[at : at + 7]] == ["BodyText", *levels, "BodyText"]
    run_in = body_of(report).findall(named("p"))[at + 6].findall(named("r"))
    styles = [run.find(f"{named('rPr')}/{named('rStyle')}") for run in run_in]
    assert [style is not None and style.get(named("val")) for style in styles] == ["Heading2Char", False]


def test_section_headings_stand_in_the_official_order(form: Form, template: bytes) -> None:
    shown = paragraphs_of(render_report(form, template, filing(form)))
    assert [text for style, text in shown if style == "Heading1"] == [section.heading for section in form.sections]


def test_no_paragraph_is_empty_and_no_tag_is_left(form: Form, template: bytes) -> None:
    report = render_report(form, template, filing(form))
    assert all(text for _, text in paragraphs_of(report))
    assert not {"{", "}", "%"} & set(all_text(report))


def test_the_signature_is_printed_only_if_given_and_never_alone_on_a_page(form: Form, template: bytes) -> None:
    given: dict[str, Given] = {"signature": "某某局", "published": date(2022, 1, 17)}
    report = render_report(form, template, filing(form, given))
    assert paragraphs_of(report)[-2:] == [("Signature", "某某局"), ("Date", "2022年1月17日")]
    before = body_of(report).findall(named("p"))[-3]
    properties = before.find(named("pPr"))
    assert properties is not None
    assert [child.tag for child in properties][:2] == [named("pStyle"), named("keepNext")]
    without = render_report(form, template, filing(form, {"published": date(2022, 1, 17)}))
    assert not {"Signature", "Date"} & {style for style, _ in paragraphs_of(without)}
    undated = render_report(form, template, filing(form, {"signature": "某某局"}))
    assert paragraphs_of(undated)[-1] == ("Signature", "某某局")


def test_a_paragraph_with_a_long_address_is_not_torn_apart(form_2021: Form, template_2021: bytes) -> None:
    texts = ["见http://www.a.gov.cn/col/index.html。", "见首页。"]
    body = body_of(render_report(form_2021, template_2021, filing(form_2021, {"problems": texts})))
    aligned = [
        paragraph for paragraph in body.iter(named("p")) if paragraph.find(f"{named('pPr')}/{named('jc')}") is not None
    ]
    assert [printed_text(paragraph) for paragraph in aligned] == texts[:1]


def test_document_properties_come_from_the_data(form_2021: Form, template_2021: bytes) -> None:
    given: dict[str, Given] = {"org": "某某<局> & 办", "year": 2023, "published": date(2024, 1, 17)}
    told = properties_of(render_report(form_2021, template_2021, filing(form_2021, given)))
    assert told["title"] == "某某&lt;局&gt; &amp; 办2023年政府信息公开工作年度报告"
    assert told["creator"] == "某某&lt;局&gt; &amp; 办"
    assert told["language"] == "zh-CN"
    assert told["lastModifiedBy"] == "make-report"
    assert told["created"] == told["modified"] == "2024-01-17T00:00:00Z"
    undated = properties_of(render_report(form_2021, template_2021, filing(form_2021, {"year": 2023})))
    assert undated["created"] == "2024-01-01T00:00:00Z"


def test_the_same_filing_makes_the_same_bytes(form: Form, template: bytes) -> None:
    content = filing(form, marks(form))
    assert render_report(form, template, content) == render_report(form, template, content)


def fault_of(form: Form, template: bytes, content: Filing | None = None) -> str:
    with pytest.raises(TemplateError) as caught:
        render_report(form, template, content or filing(form))
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("tag", "named_in_fault"),
    [
        ("{{ requests.received.totl }}", "requests.received.totl"),
        ("{{ requests.received.totl }}", "requests.received.total"),
        ("{{ reqests.received.total }}", "reqests"),
        ("{{ org.name }}", "name"),
        ("{% if nothing %}x{% endif %}", "nothing"),
        ("{{ requests.received }}", "requests.received"),
        ("{{ requests.received.items }}", "requests.received.items"),
        ("{{ overview }}", "overview"),
    ],
)
def test_a_tag_that_the_form_does_not_have_is_named(
    form_2021: Form, template_2021: bytes, tag: str, named_in_fault: str
) -> None:
    template = with_text(template_2021, "{{ signature }}", tag)
    content = filing(form_2021, {"signature": "某某局"})
    assert named_in_fault in fault_of(form_2021, template, content)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ org",
        "org }}",
        "{{ org {{ year }}",
        "{{ org %}",
        "{% if %}",
        "{{ org | nofilter }}",
        "{{ 1 / 0 }}",
        "{{ org.__class__.__mro__ }}",
        "{% include 'x' %}",
        "{{ org + 1 }}",
        "{% for x in overview %}",
    ],
)
def test_a_tag_that_cannot_be_filled_is_an_error(form_2021: Form, template_2021: bytes, tag: str) -> None:
    template = with_text(template_2021, "{{ signature }}", tag)
    fault_of(form_2021, template, filing(form_2021, {"signature": "某某局"}))


def test_marking_text_as_safe_makes_no_markup_of_it(form_2021: Form, template_2021: bytes) -> None:
    template = with_text(template_2021, "{{ signature }}", "{{ signature|safe }}")
    text = "</w:t></w:r>&amp;<w:r><w:t>"
    assert paragraphs_of(render_report(form_2021, template, filing(form_2021, {"signature": text})))[-1][1] == text


def test_a_field_may_be_called_like_a_method() -> None:
    form = parse_form(THIRD_FORM, "form.yaml", "third")
    context = context_of(form, filing(form, {"stock.items.keys": 5}))
    assert context["stock"]["items"]["keys"] == "5"


@pytest.mark.parametrize("part", ["footnotes", "endnotes", "comments"])
def test_a_tag_in_a_note_is_refused(form_2021: Form, template_2021: bytes, part: str) -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    content = f"<w:{part} {space}><w:p><w:r><w:t>{{</w:t></w:r><w:r><w:t>{{ org }}}}</w:t></w:r></w:p></w:{part}>"
    name = f"word/{part}.xml"
    assert name in fault_of(form_2021, write_parts(read_parts(template_2021) | {name: content.encode()}))


def test_a_template_may_have_tags_in_its_footers(form_2021: Form, template_2021: bytes) -> None:
    parts = read_parts(template_2021)
    parts["word/footer1.xml"] = parts["word/footer1.xml"].replace("— ".encode(), b"{{ org }}", 1)
    report = render_report(form_2021, write_parts(parts), filing(form_2021, {"org": "甲<乙>{{丙"}))
    assert "甲&lt;乙&gt;{{丙" in read_parts(report)["word/footer1.xml"].decode()


@pytest.mark.parametrize("content", [b"", b"no zip at all", write_parts({"a.txt": b"a"})])
def test_what_is_no_word_file_is_a_template_error(form_2021: Form, content: bytes) -> None:
    fault_of(form_2021, content)


def test_a_template_whose_xml_is_broken_is_an_error(form_2021: Form, template_2021: bytes) -> None:
    parts = read_parts(template_2021)
    fault_of(form_2021, write_parts(parts | {DOCUMENT: parts[DOCUMENT][:-20]}))


def test_a_template_that_breaks_when_it_is_filled_is_an_error_and_loses_no_text(
    form_2021: Form, template_2021: bytes
) -> None:
    # The tags leave out the end of a paragraph and the beginning of a table.
    opened = with_text(template_2021, "二、主动公开政府信息情况", "二{% if not org %}")
    fault_of(form_2021, with_text(opened, "信息内容", "{% endif %}"))


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x0b", "\ufffe", "\ud800"])
def test_a_character_that_no_word_file_can_hold_is_named_with_its_field(
    form_2021: Form, template_2021: bytes, character: str
) -> None:
    with pytest.raises(FileError, match=f"{ord(character):04X}"):
        render_report(form_2021, template_2021, filing(form_2021, {"problems": [f"一{character}二"]}))


def test_the_report_is_a_sound_archive_with_no_time_in_it(form: Form, template: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(render_report(form, template, filing(form)))) as archive:
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert len(archive.namelist()) == len(set(archive.namelist()))
        assert {"docProps/app.xml", "docProps/core.xml", "word/document.xml"} <= set(archive.namelist())


def test_every_paragraph_has_a_named_style(form: Form, template: bytes) -> None:
    report = render_report(form, template, filing(form, marks(form)))
    assert all(style_of(paragraph) for paragraph in body_of(report).iter(named("p")))


@pytest.mark.parametrize("nothing", [None, float("nan")])
def test_what_is_neither_text_nor_number_is_never_printed(
    form_2021: Form, template_2021: bytes, monkeypatch: pytest.MonkeyPatch, nothing: object
) -> None:
    def with_nothing(form: Form, whole: Filing) -> Context:
        context = context_of(form, whole)
        context["requests"]["received"]["total"] = nothing
        return context

    monkeypatch.setattr("make_report.document.render.context_of", with_nothing)
    folder = TEMPLATES / "zfxxgk-2021"
    for plans in (None, folder, plan_from_template(template_2021)):
        with pytest.raises(TemplateError):
            render_report(form_2021, template_2021, filing(form_2021), plans)
