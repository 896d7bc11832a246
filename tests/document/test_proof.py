"""A template's mistakes: all of them at once, each where it stands."""

import pytest

from make_report.document.draft import draft_template
from make_report.document.proof import template_faults
from make_report.form.load import parse_form
from make_report.form.model import Form
from tests.document.third_form import THIRD_FORM
from tests.document.word import with_text


@pytest.fixture(scope="module")
def third() -> Form:
    return parse_form(THIRD_FORM, "form.yaml", "third")


def faults(form: Form, *changes: tuple[str, str]) -> list[str]:
    template = draft_template(form)
    for old, new in changes:
        template = with_text(template, old, new)
    return list(template_faults(form, template))


def test_a_drafted_template_and_those_of_the_official_formats_are_sound(
    third: Form, form: Form, template: bytes
) -> None:
    assert not faults(third)
    assert not list(template_faults(form, template))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("{{ stock.items.keys }}", "{{ stock.items.kyes }}", ("表格1第3行", "stock.items.keys")),
        ("{{ stock.items.keys }}", "{{ stock.items.keys }", ("表格1第3行",)),
        ("{{ stock.items.keys }}", "{{ stock.items }}", ("表格1第3行", "“stock.items”")),
        ("{{ stock.items.keys }}", "{{ stock..keys }}", ("表格1第3行",)),
        ("{{ head }}", "{{ heads }}", ("document", "“head”")),
        ("{%p for paragraph in remarks %}", "{%p for paragraph in remark %}", ("“remarks”",)),
        ("{%p for paragraph in remarks %}", "{%p for paragraph remarks %}", ("for … in …",)),
        ("{%p for paragraph in remarks %}", "{%p fro paragraph in remarks %}", ("fro",)),
        ("{{ paragraph.text }}", "{{ paragraph.txt }}", ("paragraph.txt",)),
        ("{%p endfor %}", "{%p endif %}", ("endif",)),
        ("{%p if head %}", "{%p if heads %}", ("“head”",)),
        ("{%p endif %}", "", ("“if”",)),
        ("{{ stock.items.keys }}", "{{ stock.items.keys * 2 }}", ("表格1第3行", "mul")),
        ("{{ head }}", "{{ head|center }}", ("document", "|center")),
    ],
)
def test_a_mistake_is_said_with_its_place(third: Form, old: str, new: str, words: tuple[str, ...]) -> None:
    found = faults(third, (old, new))
    assert any(all(word in line for word in words) for line in found), found


def test_all_mistakes_are_said_at_once(third: Form) -> None:
    found = faults(third, ("{{ head }}", "{{ heads }}"), ("{{ stock.spare.keys }}", "{{ stock.spar.keys }}"))
    assert len(found) == 2
