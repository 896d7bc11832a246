import pytest

from make_report.document.fit import fit_figures
from make_report.document.ooxml import Element, named, paragraph, run, w
from make_report.document.render import render_report
from make_report.form.model import Form
from tests.document.word import cells_of, tables_of
from tests.filings import filing


def sizes(body: Element) -> list[str]:
    return [size.get(named("val"), "") for size in body.iter(named("sz"))]


def cell(text: str, width: int) -> Element:
    content = paragraph("Figure", run(text))
    return w("tbl", w("tr", w("tc", w("tcPr", w("tcW", w=width, type="dxa")), content)))


STYLES = w(
    "styles",
    w("style", w("rPr", w("sz", val=20)), styleId="Base"),
    w("style", w("basedOn", val="Base"), styleId="Figure"),
)


@pytest.mark.parametrize(
    ("text", "width", "size"),
    [
        ("123", 600, []),
        ("1234", 700, []),
        ("12345", 700, ["19"]),
        ("123456", 600, ["13"]),
        ("12345678", 700, ["11"]),
        ("1" * 30, 600, ["10"]),
        ("491.726万元", 900, ["12"]),
        ("增1234567", 700, ["11"]),
        ("结果维持结果维持", 600, []),
        ("1.属于国家秘密", 600, []),
    ],
)
def test_only_a_figure_too_long_for_its_cell_is_set_smaller(text: str, width: int, size: list[str]) -> None:
    body = w("body", cell(text, width))
    fit_figures(body, STYLES)
    assert sizes(body) == size


def test_the_longest_cases_stand_in_one_line_of_the_report(form_2021: Form, template_2021: bytes) -> None:
    whole = filing(form_2021, {"disputes.reconsideration.upheld": 123456789, "disputes.reconsideration.other": 123})
    cells = cells_of(tables_of(render_report(form_2021, template_2021, whole))[2])
    row = max(row for row, _ in cells)
    (size,) = sizes(cells[row, 0])
    assert len("123456789") * int(size) * 5 <= 590 - 80
    assert sizes(cells[row, 2]) == []


def test_nothing_is_done_where_no_size_is_known() -> None:
    body = w("body", cell("123456789", 300))
    fit_figures(body, None)
    assert sizes(body) == []
