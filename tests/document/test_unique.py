"""What a loop repeats bears its mark once; what stands once stays to the letter."""

import pytest

from make_report.archive import read_parts
from make_report.document.render import render_report
from make_report.document.unique import with_unique_marks
from make_report.form.model import Form
from tests.document.word import DOCUMENT, with_text
from tests.filings import filing

P = '<w:p w:rsidR="00A1" w14:paraId="{}" w14:textId="77777777">'
PICTURE = '<wp:docPr descr="a" id="{}" name="x"/>'
CONTROL = '<w:sdtPr><w:id w:val="{}"/></w:sdtPr>'
BEGIN, END = '<w:bookmarkStart w:id="{}" w:name="{}"/>', '<w:bookmarkEnd w:id="{}"/>'
MARKED = [
    # paragraphs as Word marks them
    ([P.format("0A"), P.format("0B")], [P.format("0A"), P.format("0B")]),
    ([P.format("0A")] * 2, [P.format("0A"), '<w:p w:rsidR="00A1" w14:textId="77777777">']),
    (['<w:p w14:paraId="0A">', '<w:tr w14:paraId="0A" a="b">'], ['<w:p w14:paraId="0A">', '<w:tr a="b">']),
    ([P.format("0A"), '<w:t>&lt;w:p w14:paraId="0A"</w:t>'], [P.format("0A"), '<w:t>&lt;w:p w14:paraId="0A"</w:t>']),
    # pictures
    ([PICTURE.format(7)] * 3, [PICTURE.format(7), PICTURE.format(1), PICTURE.format(2)]),
    ([PICTURE.format(number) for number in (1, 1, 2)], [PICTURE.format(number) for number in (1, 3, 2)]),
    # controls
    ([CONTROL.format(-5)] * 2, [CONTROL.format(-5), "<w:sdtPr></w:sdtPr>"]),
    # bookmarks, with their ends
    ([BEGIN.format(1, "a"), END.format(1)] * 2, [BEGIN.format(1, "a"), END.format(1)]),
    ([BEGIN.format(1, "a"), END.format(1), END.format(1)], [BEGIN.format(1, "a"), END.format(1)]),
    (
        [BEGIN.format(1, "a"), BEGIN.format(2, "A"), END.format(2), END.format(1)],
        [BEGIN.format(1, "a"), END.format(1)],
    ),
    (
        [BEGIN.format(1, "a"), END.format(1), BEGIN.format(2, "b"), END.format(2)],
        [BEGIN.format(1, "a"), END.format(1), BEGIN.format(2, "b"), END.format(2)],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("part", "made"), MARKED)
def test_each_mark_stands_once(part: list[str], made: list[str]) -> None:
    assert with_unique_marks("".join(part).encode()).decode() == "".join(made)


def test_a_template_that_word_has_saved_makes_a_report_with_each_mark_once(
    form_2021: Form, template_2021: bytes
) -> None:
    lines = ("{%p for one in overview %}", "{{ one.text }}", "{%p endfor %}")
    begin, text, end = (f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    marked = f"<w:body>{begin}{BEGIN.format(1, 'OLE_LINK1')}{text}{END.format(1)}{end}"
    template = with_text(template_2021, "<w:body>", marked)
    report = render_report(form_2021, template, filing(form_2021, {"overview": ["一段话。"] * 3}))
    content = read_parts(report)[DOCUMENT].decode()
    assert content.count('w:name="OLE_LINK1"') == content.count("<w:bookmarkEnd") == 1
    assert content.count("一段话。") == 2 * 3
