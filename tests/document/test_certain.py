"""Parts that are sound whatever is filled in, told from the plan alone."""

import pytest

from make_report.app_work import library
from make_report.document.certain import certain_parts
from make_report.document.plan import Choice, Loop, Plan, Steps, Value
from make_report.document.template import kept_plan
from tests.conftest import TEMPLATES

BEGIN = '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:r><w:t>'
PRESERVED = BEGIN.replace("<w:t>", '<w:t xml:space="preserve">')
END = "</w:t></w:r></w:p>"
VALUE = Value(("org",))


def is_certain(*steps: object) -> bool:
    return bool(certain_parts(Plan({"part": steps})))  # pyright: ignore[reportArgumentType] - steps


@pytest.mark.parametrize("form_id", sorted(library().form_folders))
def test_the_parts_of_our_own_templates_are_certain(form_id: str) -> None:
    folder = TEMPLATES / form_id
    plan = kept_plan(folder / "report.plan.json", (folder / "report.docx").read_bytes())
    assert plan
    assert certain_parts(plan) == {"word/document.xml", "word/footer1.xml", "word/footer2.xml"}


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
        (PRESERVED.replace("<w:p ", '<w:p w14:paraId="1" ') + END,),
        (PRESERVED + "</w:t></w:r><w:tbl><w:tr><w:tc/></w:tr></w:tbl></w:p>",),
        (PRESERVED + "</w:t></w:r><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr><w:tr></w:tr></w:tbl></w:p>",),
    ],
)
def test_what_the_values_could_break_is_not_certain(steps: tuple[object, ...]) -> None:
    assert not is_certain(*steps)
