"""The last touches by the text alone: the same bytes as by the tree, or left to it."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from make_report.app_work import library
from make_report.document.context import context_of
from make_report.document.finish import finished_by_tree
from make_report.document.finished import finished_by_text, finished_for_certain
from make_report.document.plan import Filled
from make_report.document.tagged import STYLES
from make_report.document.template import FilledTemplate, filled_template
from make_report.filing import Filing
from make_report.form.model import Form
from make_report.judge import read_workbook
from tests.conftest import REPOSITORY, TEMPLATES
from tests.filings import Given, filing

EXAMPLES = sorted((REPOSITORY / "input_examples").glob("*.xlsx"))
DOCUMENT = "word/document.xml"
TEXTS = st.lists(
    st.one_of(
        st.text(alphabet="一（）1.、文字 \u3000-https://a.cn&<\"'{}", max_size=30),
        st.sampled_from(["见www.example.gov.cn/a/b", "（一）标题。正文", " 前有空格", "一、标题", "a" * 16, "{{ x }}"]),
    ),
    min_size=1,
    max_size=4,
)


def template_of(form: Form, given_filing: Filing) -> FilledTemplate:
    folder = TEMPLATES / form.form_id
    template = (folder / "report.docx").read_bytes()
    return filled_template(template, context_of(form, given_filing), form.language, folder)


def for_certain(filled: Filled, styles: bytes) -> bytes | None:
    assert filled.rooms is not None
    return finished_for_certain(filled, filled.rooms, styles)


def both(template: FilledTemplate) -> Iterator[tuple[bytes | None, bytes]]:
    styles = template.own[STYLES]
    for filled in template.filled.values():
        part = filled.text.encode()
        by_tree = finished_by_tree(part, styles)
        yield for_certain(filled, styles), by_tree
        yield finished_by_text(part, styles), by_tree


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_are_finished_by_their_text_alone(example: Path) -> None:
    form, read, _ = read_workbook(example, library())
    for by_text, by_tree in both(template_of(form, read)):
        assert by_text == by_tree


@given(TEXTS, st.sampled_from([0, 7, 123456789, Decimal("12345.678901")]), st.sampled_from(["", "某某局"]))
def test_whatever_is_finished_by_its_text_is_finished_like_the_tree(
    form_2021: Form, texts: list[str], figure: int | Decimal, signature: str
) -> None:
    contents: dict[str, Given] = {
        "overview": texts,
        "requests.received.total": figure,
        "signature": signature,
        "requests.notes": texts,
    }
    for by_text, by_tree in both(template_of(form_2021, filing(form_2021, contents))):
        assert by_text in (None, by_tree)


LEFT = b'<w:jc w:val="left"/>'
ADDRESS = "https://www.example.gov.cn/"


@pytest.mark.parametrize(
    ("texts", "flush_left"),
    [
        ([f"可在网站（{ADDRESS}）下载。", "另有正文。"], 1),
        ([f"甲{ADDRESS}", f"乙{ADDRESS}，又{ADDRESS}a/b。", "丙"], 2),
        ([f"一、{ADDRESS}。正文"], 1),
        ([f"（一）标题。{ADDRESS}"], 1),
        (["印发<年度报告格式>的通知 & \"甲\" '乙' {丙}"], 0),
        (["<<<<<<<<<<<<<<<<", "&&&&&&&&&&&&&&&"], 1),
        (["{{ a }}{% b %}<w:p>&lt;"], 0),
    ],
)
def test_addresses_and_signs_of_markup_need_no_tree(form_2021: Form, texts: list[str], flush_left: int) -> None:
    own, filled = template_of(form_2021, filing(form_2021, {"overview": texts}))
    part = filled[DOCUMENT].text.encode()
    by_text = for_certain(filled[DOCUMENT], own[STYLES])
    assert by_text is not None
    assert by_text == finished_by_tree(part, own[STYLES])
    assert by_text.count(LEFT) - part.count(LEFT) == flush_left


@pytest.mark.parametrize("typed", ["第一行\n第二行", "甲\t乙", "\ufdd0c"])
def test_breaks_within_a_paragraph_are_left_to_the_tree(form_2021: Form, typed: str) -> None:
    own, filled = template_of(form_2021, filing(form_2021, {"overview": [typed]}))
    assert for_certain(filled[DOCUMENT], own[STYLES]) is None


@pytest.mark.parametrize(("figure", "fits"), [(0, True), (999, True), (1234, True), (123456, False)])
def test_a_figure_wider_than_its_cell_is_left_to_the_tree(form_2021: Form, figure: int, fits: bool) -> None:  # noqa: FBT001 - a parameter
    own, filled = template_of(form_2021, filing(form_2021, {"requests.received.total": figure}))
    assert (for_certain(filled[DOCUMENT], own[STYLES]) is not None) == fits


@pytest.mark.parametrize(
    "properties",
    [
        '<w:pPr><w:pStyle w:val="BodyText"/><w:jc w:val="center"/></w:pPr>',
        '<w:pPr><w:pStyle w:val="BodyText"/><w:spacing w:after="120"/></w:pPr>',
        '<w:pPr><w:pStyle w:val="TableNote"/></w:pPr>',
        '<w:pPr><w:pStyle w:val="TableTitle"/></w:pPr>',
        "",
    ],
)
def test_a_paragraph_with_an_address_is_flush_left_like_the_tree(form_2021: Form, properties: str) -> None:
    own, filled = template_of(form_2021, filing(form_2021, {"overview": ["正文"]}))
    text = filled[DOCUMENT].text
    paragraph = f"<w:p>{properties}<w:r><w:t>{ADDRESS}</w:t></w:r></w:p>"
    part = text.replace("<w:sectPr", f"{paragraph}<w:sectPr", 1).encode()
    by_text = finished_by_text(part, own[STYLES])
    assert by_text is not None
    assert by_text == finished_by_tree(part, own[STYLES])


@pytest.mark.parametrize(
    ("properties", "before"),
    [
        ('<w:pPr><w:pStyle w:val="BodyText"/><w:rPr><w:b/></w:rPr></w:pPr>', ""),
        ('<w:pPr><w:pStyle w:val="BodyText"/><w:outlineLvl w:val="0"/></w:pPr>', ""),
        ('<w:pPr><w:pStyle w:val="BodyText"/></w:pPr>', "<w:r><w:t>a</w:t></w:r>"),
    ],
)
def test_an_address_in_an_unusual_paragraph_is_left_to_the_tree(form_2021: Form, properties: str, before: str) -> None:
    own, filled = template_of(form_2021, filing(form_2021, {"overview": ["正文"]}))
    text = filled[DOCUMENT].text
    paragraph = f"<w:p>{properties}{before}<w:r><w:t>{ADDRESS}</w:t></w:r></w:p>"
    part = text.replace("<w:sectPr", f"{paragraph}<w:sectPr", 1).encode()
    assert finished_by_text(part, own[STYLES]) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<w:t>", "<w:t> "),
        ("</w:p></w:tc>", "</w:tc>"),
        ("<w:p>", '<w:p><w:bookmarkStart w:id="1" w:name="a"/>'),
        ("<w:body", "<!-- remark --><w:body"),
        ("</w:body>", "</w:bdy>"),
        ("<w:tc>", '<w:tc w:id="a">'),
        ("信息内容", "{{ title }}"),
        ("信息内容", "\ufdd0c"),
    ],
)
def test_what_its_text_cannot_say_is_left_to_the_tree(form_2021: Form, old: str, new: str) -> None:
    own, filled = template_of(form_2021, filing(form_2021))
    text = filled[DOCUMENT].text
    assert finished_by_text(text.encode(), own[STYLES]) is not None
    assert old in text
    assert finished_by_text(text.replace(old, new).encode(), own[STYLES]) is None
