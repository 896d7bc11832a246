"""The drafted template: for any form, with named styles, sound tables and nothing exotic."""

import re

import pytest

from make_report.archive import read_parts
from make_report.document import styles
from make_report.document.draft import draft_template
from make_report.document.ooxml import Element, named, parsed, printed_text
from make_report.document.package import TEXT_WIDTH
from make_report.document.render import render_report
from make_report.form.grid import grid_of
from make_report.form.load import parse_form
from make_report.form.model import Form
from tests.document.third_form import THIRD_FORM
from tests.document.word import all_text, body_of, cell_text, cells_of, paragraphs_of, span_of, tables_of
from tests.filings import filing

ORDER_OF_PARAGRAPH_PROPERTIES = (
    "pStyle keepNext keepLines widowControl snapToGrid spacing ind contextualSpacing jc outlineLvl"
)
ORDER_OF_CHARACTER_PROPERTIES = "rStyle rFonts color spacing sz szCs lang"
ORDER_OF_CELL_PROPERTIES = "tcW gridSpan vMerge shd textDirection vAlign"


@pytest.fixture(scope="session")
def third_form() -> Form:
    return parse_form(THIRD_FORM, "form.yaml", "third")


@pytest.fixture(scope="session")
def draft(form: Form) -> bytes:
    return draft_template(form)


def part(document: bytes, name: str) -> Element:
    return parsed(read_parts(document)[name])


def values(root: Element, name: str, attribute: str = "val") -> list[str]:
    return [element.get(named(attribute), "") for element in root.iter(named(name))]


def test_the_same_form_makes_the_same_bytes(form: Form, draft: bytes) -> None:
    assert draft_template(form) == draft


def test_a_draft_makes_the_same_text_as_the_shipped_template(form: Form, draft: bytes, template: bytes) -> None:
    content = filing(form)
    assert all_text(render_report(form, draft, content)) == all_text(render_report(form, template, content))


def test_every_style_and_font_that_is_used_is_declared(draft: bytes) -> None:
    sheet = part(draft, "word/styles.xml")
    declared = values(sheet, "style", "styleId")
    assert len(declared) == len(set(declared))
    assert len(set(values(sheet, "name"))) == len(declared)
    for name in ("word/document.xml", "word/footer1.xml", "word/footer2.xml"):
        root = part(draft, name)
        assert {*values(root, "pStyle"), *values(root, "rStyle"), *values(root, "tblStyle")} <= set(declared)
    for reference in ("basedOn", "next", "link"):
        assert set(values(sheet, reference)) <= set(declared)
    fonts = {
        name: values(font, "altName")
        for font in part(draft, "word/fontTable.xml")
        for name in [font.get(named("name"))]
    }
    used = {font for kind in ("ascii", "hAnsi", "eastAsia", "cs") for font in values(sheet, "rFonts", kind)} - {""}
    assert used <= set(fonts)
    assert all(fonts[name] for name in used - {styles.LATIN})


def test_properties_stand_in_the_order_of_the_schema(draft: bytes) -> None:
    orders = {
        "pPr": ORDER_OF_PARAGRAPH_PROPERTIES,
        "rPr": ORDER_OF_CHARACTER_PROPERTIES,
        "tcPr": ORDER_OF_CELL_PROPERTIES,
    }
    for name in ("word/document.xml", "word/styles.xml"):
        for kind, order in orders.items():
            for properties in part(draft, name).iter(named(kind)):
                places = [order.split().index(child.tag.rpartition("}")[2]) for child in properties]
                assert places == sorted(set(places))


def test_the_page_is_that_of_the_standard(draft: bytes) -> None:
    (margins,) = body_of(draft).iter(named("pgMar"))
    wanted = {"top": "2098", "bottom": "1985", "left": "1588", "right": "1474"}
    assert {side: margins.get(named(side)) for side in wanted} == wanted
    assert TEXT_WIDTH == 8844
    assert not list(body_of(draft).iter(named("docGrid")))


def test_page_numbers_stand_between_dashes_and_outside(draft: bytes) -> None:
    assert values(body_of(draft), "footerReference", "type") == ["default", "even"]
    assert list(part(draft, "word/settings.xml").iter(named("evenAndOddHeaders")))
    for name in ("word/footer1.xml", "word/footer2.xml"):
        footer = part(draft, name)
        assert "".join(printed_text(paragraph) for paragraph in footer.iter(named("p"))) == "— 1 —"
        assert values(footer, "fldSimple", "instr") == [" PAGE "]


def test_tables_stand_on_the_declared_grid_inside_the_text(form: Form, draft: bytes) -> None:
    for table, (section, declared) in zip(tables_of(draft), form.tables(), strict=True):
        assert [int(width) for width in values(table, "gridCol", "w")] == list(declared.widths)
        assert sum(declared.widths) <= TEXT_WIDTH
        rows = table.findall(named("tr"))
        assert len(rows) == grid_of(form, section).rows
        for row in rows:
            cells = row.findall(named("tc"))
            assert sum(span_of(cell) for cell in cells) == len(declared.widths)
            assert sum(int(width) for width in values(row, "tcW", "w")) == sum(declared.widths)
            assert list(row.iter(named("cantSplit")))


def test_labels_have_the_official_wording_and_figures_their_tags(form: Form, draft: bytes) -> None:
    for table, (section, _) in zip(tables_of(draft), form.tables(), strict=True):
        cells = cells_of(table)
        for cell in grid_of(form, section).cells:
            wanted = f"{{{{ {cell.field.id} }}}}" if cell.field else cell.text
            assert cell_text(cells[cell.row, cell.column]).replace("\n", "") == wanted


def test_heading_rows_are_repeated_where_they_are_true_for_all_that_follows(form: Form, draft: bytes) -> None:
    repeated = {
        section.id: [bool(list(row.iter(named("tblHeader")))) for row in table.findall(named("tr"))]
        for table, (section, _) in zip(tables_of(draft), form.tables(), strict=True)
    }
    assert repeated["requests"] == [True] * 3 + [False] * (len(repeated["requests"]) - 3)
    assert repeated["disputes"] == [True] * 3 + [False]
    # The heading of the first block says nothing of the other blocks.
    assert not any(repeated["disclosure"])


def test_a_table_that_fits_on_a_page_is_kept_on_one_with_its_heading(draft: bytes) -> None:
    for table in tables_of(draft):
        rows = table.findall(named("tr"))
        kept = [all(list(cell.iter(named("keepNext"))) for cell in row.findall(named("tc"))) for row in rows]
        assert kept == [True] * (len(rows) - 1) + [False]
    (style,) = (s for s in part(draft, "word/styles.xml") if s.get(named("styleId")) == styles.heading(1))
    assert list(style.iter(named("keepNext")))


def test_the_tall_label_is_set_vertically(form: Form, draft: bytes) -> None:
    vertical = [cell for table in tables_of(draft) for cell in table.iter(named("tc")) if values(cell, "textDirection")]
    assert cell_text(vertical[0]) == "三、本年度办理结果"
    assert {cell_text(cell) for cell in vertical[1:]} == {""}
    assert len(vertical) == (22 if form.form_id.endswith("2021") else 20)


def test_the_template_holds_tags_and_paragraph_tags_only(draft: bytes) -> None:
    statements = re.findall(r"{%(.*?)%}", all_text(draft))
    assert {statement.split()[0] for statement in statements} == {"p"}
    assert {statement.split()[1] for statement in statements} == {"for", "if", "elif", "endif", "endfor"}


def test_a_form_of_another_kind_is_drafted_and_filled(third_form: Form) -> None:
    content = filing(third_form, {"head": "某人", "stock.items.keys": 12, "stock.visits": 7, "stock.spare.keys": None})
    report = render_report(third_form, draft_template(third_form), content)
    shown = paragraphs_of(report)
    assert ("BodyText", "负责人：某人") in shown
    assert ("BodyText", "类别：大型") in shown
    assert not [text for _, text in shown if "盘点日期" in text]
    (table,) = tables_of(report)
    cells = {place: cell_text(cell) for place, cell in cells_of(table).items()}
    assert (cells[2, 1], cells[2, 2]) == ("12", "12")
    assert (cells[3, 1], cells[3, 2]) == ("", "")
    assert cells[5, 1] == "7"


def test_word_finds_a_paragraph_after_the_last_table(third_form: Form) -> None:
    report = render_report(third_form, draft_template(third_form), filing(third_form))
    assert [child.tag for child in body_of(report)][-3:] == [named("tbl"), named("p"), named("sectPr")]
