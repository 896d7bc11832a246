"""A report read back: what is printed, exactly, also after staff have edited the file."""

from pathlib import Path

import pytest

from make_report.archive import read_parts, write_parts
from make_report.document.ooxml import named, paragraph, part_bytes, run, w
from make_report.document.reading import DOCUMENT, is_word_file, printed_contents
from make_report.document.render import render_report
from make_report.form.field import Kind
from make_report.form.load import load_form
from make_report.form.model import Form
from make_report.workbook.reading.open import open_workbook
from make_report.workbook.reading.read import read_filing
from make_report.workbook.writing.blank import standard_workbook
from tests.conftest import TEMPLATES
from tests.document.word import body_of, with_text
from tests.filings import filing, totals
from tests.filled import marked_entries

FOLDERS = sorted(path.parent for path in TEMPLATES.glob("*/form.yaml"))


def template_of(form: Form) -> bytes:
    return (TEMPLATES / form.form_id / "report.docx").read_bytes()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_printed_figure_and_text_comes_back(folder: Path) -> None:
    form = load_form(folder)
    whole, _ = read_filing(form, open_workbook(standard_workbook(form, marked_entries(form)), "full.xlsx"))
    printed = printed_contents(form, template_of(form), render_report(form, template_of(form), whole))
    assert printed is not None
    sums = totals(form, whole)
    for field in form.fields.values():
        if field.kind is Kind.NUMBER:
            figure = whole[field.id].number or sums[field.id]
            assert str(figure) in printed[field.id], field.id
        elif field.section and field.kind is Kind.PARAGRAPHS:
            assert printed[field.id] == tuple(one.text for one in whole[field.id].paragraphs), field.id


def test_unit_and_year_come_from_the_title_however_it_is_broken(form_2021: Form) -> None:
    template = template_of(form_2021)
    given = {"org": "某某省某某市某某县人力资源和社会保障局", "year": 2024}
    typed = {"title": "某某局2024年度政府信息公开工作报告", "org": "某某局", "year": 2024}
    for contents in (given, typed):
        printed = printed_contents(form_2021, template, render_report(form_2021, template, filing(form_2021, contents)))
        assert printed is not None
        assert (printed["org"], printed["year"]) == (contents["org"], "2024")


@pytest.mark.parametrize(
    ("given", "shown"),
    [({"disclosure.permits.change": 5}, ("disclosure.permits.change", "增5")),
     ({"disclosure.permits.change": -3}, ("disclosure.permits.change", "减3")),
     ({"disclosure.permits.decisions": 125}, ("disclosure.permits.decisions", "125件"))],
)  # fmt: skip
def test_figures_come_back_as_printed(form_2019: Form, given: dict[str, int], shown: tuple[str, str]) -> None:
    template = template_of(form_2019)
    printed = printed_contents(form_2019, template, render_report(form_2019, template, filing(form_2019, given)))
    assert printed is not None
    assert printed[shown[0]] == shown[1]


def test_what_staff_edit_afterwards_is_what_is_read(form_2021: Form) -> None:
    template = template_of(form_2021)
    given = {"requests.received.natural_person": 41, "problems": ["今年的问题有三个。"], "signature": "某某局"}
    report = render_report(form_2021, template, filing(form_2021, given))
    edited = with_text(with_text(report, ">41<", ">42<"), "今年的问题有三个。", "今年的问题有四个。")
    body = body_of(edited)
    table = w("tbl", w("tr", w("tc", w("p", run("自制的小表")))))
    body.insert(5, table)
    body.insert(6, paragraph("BodyText", run("表后又加了一段。")))
    root = body.getparent()
    assert root is not None
    edited = write_parts(read_parts(edited) | {DOCUMENT: part_bytes(root)})
    printed = printed_contents(form_2021, template, edited)
    assert printed is not None
    assert printed["requests.received.natural_person"] == "42"
    assert printed["problems"] == ("今年的问题有四个。",)
    assert "某某局" not in printed["other_matters"]
    assert "表后又加了一段。" in str(printed)


def test_a_table_that_is_not_the_templates_is_not_read(form_2021: Form, form_2019: Form) -> None:
    template = template_of(form_2021)
    report = render_report(form_2021, template, filing(form_2021, {}))
    assert printed_contents(form_2019, template_of(form_2019), report) is None
    assert printed_contents(form_2021, template, with_text(report, "本年制发件数", "本年制发数")) is None
    rows = body_of(report)
    last = list(rows.iter(named("tr")))[-1]
    parent = last.getparent()
    assert parent is not None
    parent.remove(last)
    root = rows.getparent()
    assert root is not None
    shorter = write_parts(read_parts(report) | {DOCUMENT: part_bytes(root)})
    assert printed_contents(form_2021, template, shorter) is None


@pytest.mark.parametrize(
    "document",
    [b"", b"PK\x03\x04", b"<w:document", b'<!DOCTYPE a [<!ENTITY b "c">]><w:document/>', b"<a/>"],
)
def test_no_file_harms(form_2021: Form, document: bytes) -> None:
    template = template_of(form_2021)
    assert printed_contents(form_2021, template, document) is None
    packed = write_parts({DOCUMENT: document})
    assert is_word_file(packed)
    assert not is_word_file(document)
    assert printed_contents(form_2021, template, packed) is None


def test_a_bomb_is_not_inflated(form_2021: Form) -> None:
    bomb = write_parts({DOCUMENT: b"<a>" + b" " * 30_000_000 + b"</a>"})
    assert printed_contents(form_2021, template_of(form_2021), bomb) is None
