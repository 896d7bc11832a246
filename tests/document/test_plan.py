"""Plans fill a template as docxtpl does, and are data."""

import json
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from make_report.archive import read_parts
from make_report.document.compile import NotPlannableError, plan_from_template
from make_report.document.context import Context, context_of
from make_report.document.filling import filled_by_docxtpl
from make_report.document.plan import Choice, Loop, Plan, Value
from make_report.document.plan_data import plan_as_data, plan_of
from make_report.document.tagged import in_one_tag
from make_report.document.template import sound_plan
from make_report.errors import TemplateError
from make_report.form.load import load_form
from make_report.form.model import Form
from make_report.record import replace
from tests.conftest import TEMPLATES
from tests.document.word import with_text
from tests.filings import Given, filing

FORMS = [load_form(path.parent) for path in sorted(TEMPLATES.glob("*/form.yaml"))]
NASTY = ("（一）甲{{乙}}{_{丙}_}", "丁\n戊\t己", "<w:p>&amp;</w:p>", "一、总体情况", "1.小标题。正文接着写。")


def canonical(part: bytes | str) -> bytes:
    root = etree.fromstring(part.encode() if isinstance(part, str) else part)
    return etree.tostring(root, method="c14n")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.form_id)
@pytest.mark.parametrize(
    "given",
    [
        {},
        {
            "introduction": NASTY[:2],
            "overview": NASTY,
            "problems": [],
            "signature": "某局",
            "published": date(2026, 1, 2),
        },
        {"title": "{{ org }}", "requests.received.natural_person": 12, "requests.notes": NASTY},
    ],
)
def test_a_plan_fills_as_docxtpl_does(form: Form, given: dict[str, Given]) -> None:
    template = (TEMPLATES / form.form_id / "report.docx").read_bytes()
    context = context_of(form, filing(form, given))
    by_docxtpl = read_parts(filled_by_docxtpl(template, context, form.language))
    by_plan = plan_from_template(template).filled(context)
    assert by_plan.keys() == {"word/document.xml", "word/footer1.xml", "word/footer2.xml"}
    for name, filled in by_plan.items():
        assert canonical(filled.text) == canonical(by_docxtpl[name])


def test_a_plan_is_data(template_2021: bytes) -> None:
    plan = plan_from_template(template_2021)
    assert plan_of(json.loads(json.dumps(plan_as_data(plan)))) == plan


@pytest.mark.parametrize(
    "tag",
    [
        "{{ signature|upper }}",
        "{{ signature ~ org }}",
        "{{ org if year else title }}",
        "{% for a in contact %}{{ a.text }}{% else %}-{% endfor %}",
        "{% for a, b in contact %}{{ a }}{% endfor %}",
        "{% if year > 3 %}x{% endif %}",
        "{% if 1 == 1 == 1 %}x{% endif %}",
        "{% set a = org %}",
        "{{ org['x'] }}",
    ],
)
def test_what_a_plan_cannot_do_is_left_to_docxtpl(template_2021: bytes, tag: str) -> None:
    with pytest.raises(NotPlannableError):
        plan_from_template(with_text(template_2021, "{{ signature }}", tag))


def test_a_bad_tag_that_is_not_reached_is_named_when_the_plan_is_made(form_2021: Form, template_2021: bytes) -> None:
    paragraph = "<w:p><w:r><w:t>{% if signature %}{{ org.x }}{% endif %}</w:t></w:r></w:p>"
    template = with_text(template_2021, "<w:body>", f"<w:body>{paragraph}")
    context = context_of(form_2021, filing(form_2021, {"signature": ""}))
    with pytest.raises(TemplateError, match="“x”"):
        sound_plan(template, context, "en")


def test_choices_are_made_in_their_order() -> None:
    org, no, text = (("value", path, None) for path in (("org",), ("no",), ("line", "text")))
    level = [("==", ("line", "level"), number) for number in range(3)]
    choice = Choice(
        (
            (level[1], ("one ",)),
            (("not", text, None), ("none ",)),
            (("or", ("and", org, level[2]), no), (Value(("line", "text")), " ")),
            (None, ("else ",)),
        )
    )
    plan = Plan({"a": (Loop("line", ("lines",), (choice,)),)})
    assert plan_of(plan_as_data(plan)) == plan
    lines = [{"level": number, "text": text} for number, text in ((1, ""), (2, ""), (2, "text"), (3, "t"))]
    assert plan.filled({"lines": lines, "org": "x", "no": ""})["a"].text == "one none text else "


HOLLOW = """<w:p><w:r><w:t>{{ org }}</w:t></w:r></w:p>
<w:p>{% if title %}<w:r><w:t xml:space="preserve">甲</w:t></w:r>{% endif %}</w:p>
<w:p><w:r>{% for item in contact %}<w:t>{{ item.heading }}{{ item.text }}</w:t>{% endfor %}</w:r></w:p>
<w:p w:x="1">{% if year == "2021" %}{% for line in title_lines %}<w:r w:x="a"></w:r>{% endfor %}
{% elif org %}<w:r/>{% endif %}</w:p>"""
IN_AN_ATTRIBUTE = '<w:p w:x="{{ org }}">{{ title }}</w:p><w:p><w:r><w:t>{{ org }}</w:t></w:r></w:p>'
WORDS = st.sampled_from(["", "", "甲", "<w:t></w:t>", "2021"])
PARAGRAPHS = st.lists(st.fixed_dictionaries({"level": st.just(0), "heading": WORDS, "text": WORDS}), max_size=2)


@pytest.mark.parametrize("body", ["", HOLLOW, IN_AN_ATTRIBUTE, HOLLOW + IN_AN_ATTRIBUTE])
@given(st.data())
def test_all_elements_that_are_left_without_content_stand_in_one_tag(body: str, data: st.DataObject) -> None:
    form = FORMS[-1]
    plan = plan_of_body(body)
    drawn = {name: data.draw(WORDS) for name in ("org", "title", "year")}
    context = context_of(form, filing(form)) | drawn
    context |= {"contact": data.draw(PARAGRAPHS), "title_lines": data.draw(st.lists(WORDS, max_size=2))}
    filled = texts(plan, context)
    assert filled == texts(replace(plan, hollow=None), context)
    assert filled == {name: in_one_tag(text) for name, text in filled.items()}


def texts(plan: Plan, context: Context) -> dict[str, str]:
    return {name: filled.text for name, filled in plan.filled(context).items()}


@cache
def plan_of_body(body: str) -> Plan:
    """Return the plan of our template, with more in its body."""
    template = (TEMPLATES / FORMS[-1].form_id / "report.docx").read_bytes()
    return plan_from_template(with_text(template, "<w:body>", f"<w:body>{body}"))
