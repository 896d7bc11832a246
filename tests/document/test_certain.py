"""Parts that are sound whatever is filled in, told from the plan alone."""

import pytest

from make_report.app_work import library
from make_report.document.certain import certain_parts
from make_report.document.plan import Choice, Loop, Step, Steps, Value
from make_report.document.style_names import CELL_MARGIN
from make_report.document.template import kept_plan
from tests.conftest import TEMPLATES

BEGIN = '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:r><w:t>'
PRESERVED = BEGIN.replace("<w:t>", '<w:t xml:space="preserve">')
END = "</w:t></w:r></w:p>"
VALUE = Value(("org",))
STYLES = b"<w:styles/>"


def is_certain(*steps: object) -> bool:
    return "part" in certain_parts({"part": steps}, STYLES)  # pyright: ignore[reportArgumentType] - steps


@pytest.mark.parametrize("form_id", sorted(library().form_folders))
def test_the_parts_of_our_own_templates_are_certain(form_id: str) -> None:
    folder = TEMPLATES / form_id
    plan = kept_plan(folder / "report.plan.json", (folder / "report.docx").read_bytes())
    assert plan
    assert plan.certain.keys() == {"word/document.xml", "word/footer1.xml", "word/footer2.xml"}


def test_a_text_of_values_loops_and_choices_is_certain() -> None:
    inner: Steps = ("<w:r/>", Choice(((("value", ("a",), None), ("<w:r>", VALUE, "</w:r>")), (None, ()))))
    assert is_certain(PRESERVED, VALUE, "</w:t></w:r>", Loop("one", ("list",), inner), "</w:p>")


@pytest.mark.parametrize(
    "steps",
    [
        (),
        (VALUE, PRESERVED + END),
        (PRESERVED, VALUE),
        (PRESERVED + END, VALUE),
        (PRESERVED + END, Loop("one", ("list",), ("<w:r/>",))),
        (BEGIN, VALUE, END),
        (BEGIN + " a" + END,),
        (PRESERVED.replace("2006", "2016") + END,),
        (PRESERVED.replace("<w:p ", '<w:p w:a="'), VALUE, '">' + END),
        (PRESERVED, "{{ a }}", END),
        (PRESERVED, "}", END),
        (PRESERVED, "&nothing;", END),
        (PRESERVED + "</w:t></w:r>", Loop("one", ("list",), ("<w:r>",)), "</w:p>"),
        (PRESERVED + "</w:t></w:r>", Choice(((None, ("</w:p>",)),)), "</w:p>"),
        (PRESERVED + "</w:t></w:r>", Loop("one", ("list",), (BEGIN, VALUE, END)), "</w:p>"),
        (PRESERVED + '</w:t></w:r><w:bookmarkStart w:id="1"/></w:p>',),
        (PRESERVED + "</w:t></w:r><!-- remark --></w:p>",),
        (PRESERVED + "第a", VALUE, END),
        (PRESERVED, VALUE, "-" + END),
        (PRESERVED, VALUE, VALUE, END),
        (PRESERVED + "</w:t></w:r>", Loop("one", ("list",), (VALUE, "<w:r/>")), "</w:p>"),
        (PRESERVED + "a" * 16 + END,),
        (PRESERVED.replace("<w:p ", '<w:p w14:paraId="1" ') + END,),
        (PRESERVED + "</w:t></w:r><w:tbl><w:tr><w:tc/></w:tr></w:tbl></w:p>",),
        (PRESERVED + "</w:t></w:r><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr><w:tr></w:tr></w:tbl></w:p>",),
    ],
)
def test_what_the_values_could_break_is_not_certain(steps: tuple[object, ...]) -> None:
    assert not is_certain(*steps)


def test_a_value_between_chinese_words_is_certain() -> None:
    assert is_certain(PRESERVED + "第", VALUE, "号" + END)


NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY, BODY_END = f'<w:document xmlns:w="{NAMESPACE}"><w:body>', "</w:body></w:document>"
TABLE, TABLE_END = "<w:tbl><w:tr>", "</w:tr></w:tbl>"
CELL_END = "</w:t></w:r></w:p></w:tc>"
SIZED = (
    b'<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>'
    b'<w:style w:type="paragraph" w:styleId="Normal"></w:style></w:styles>'
)


def cell(width: int) -> str:
    """Return the beginning of a cell of so many twips, up to its text."""
    properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    return f'<w:tc>{properties}<w:p><w:r><w:t xml:space="preserve">'


def rooms(*steps: Step) -> tuple[float, ...]:
    return certain_parts({"part": steps}, SIZED)["part"]


def in_table(steps: Steps) -> tuple[float, ...]:
    first, *between, last = steps
    return rooms(BODY + TABLE + str(first), *between, str(last) + TABLE_END + BODY_END)


def test_the_room_for_each_value_is_told() -> None:
    title = '<w:p><w:r><w:t xml:space="preserve">'
    cells = cell(2000), VALUE, CELL_END + cell(1000), VALUE, CELL_END + cell(400) + "年度" + CELL_END
    first, *between, last = cells
    text = BODY + title, VALUE, END + TABLE + str(first), *between, str(last) + TABLE_END + title, VALUE, END + BODY_END
    in_cells = [(twips - 2 * CELL_MARGIN - 10) / 200 for twips in (2000, 1000)]
    assert rooms(*text) == pytest.approx((99, *in_cells, 99), abs=0.02)


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        ((cell(2000) + "共", VALUE, "件" + CELL_END), (0,)),
        ((cell(2000), VALUE, '</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">', VALUE, CELL_END), (0, 0)),
        ((cell(2000), VALUE, '</w:t></w:r><w:r><w:rPr><w:sz w:val="10"/></w:rPr></w:r></w:p></w:tc>'), (0,)),
    ],
)
def test_beside_something_else_in_its_cell_there_is_no_room(steps: Steps, found: tuple[float, ...]) -> None:
    assert in_table(steps) == found


@pytest.mark.parametrize(
    "steps",
    [
        (cell(2000), VALUE, CELL_END + cell(400) + "123456" + CELL_END),
        (cell(2000), VALUE, "</w:t></w:r></w:p>", Loop("one", ("list",), ("<w:p/>",)), "<w:p></w:p></w:tc>"),
    ],
)
def test_nothing_is_told_where_a_figure_of_the_template_is_too_wide_or_a_loop_stands_in_a_cell(steps: Steps) -> None:
    assert in_table(steps) == ()


def test_nothing_is_told_where_a_loop_repeats_tables() -> None:
    table = TABLE + cell(2000), VALUE, CELL_END + TABLE_END
    assert rooms(BODY, Loop("one", ("list",), table), BODY_END) == ()
