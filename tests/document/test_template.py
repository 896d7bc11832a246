"""A plan that fills otherwise than docxtpl is thrown away: docxtpl fills the template, and nothing wrong is kept."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from make_report.document import filling, plan
from make_report.document.compile import plan_from_template
from make_report.document.context import Context, context_of
from make_report.document.plan import Filled, Plan
from make_report.document.render import render_report
from make_report.document.template import plan_place, sound_plan
from make_report.filing import Filing
from make_report.form.model import Form
from tests.document.word import DOCUMENT, canonical, with_text
from tests.filings import filing

FOOTER = "word/footer1.xml"

Real = Callable[..., Any]


def _other_value(real: Real, value: object) -> str:
    return f"{real(value)}0"


def _something_for_nothing(real: Real, path: plan.Path, context: Context) -> object:
    found = real(path, context)
    return "nothing" if found == "" else found


def _as_it_is(_: Real, text: str) -> str:
    return text


def _always(*_: object) -> bool:
    return True


def _first_paragraph_only(real: Real, steps: object, context: Context, *into: list[str]) -> object:
    first = {name: value[:1] if name == "overview" else value for name, value in context.items()}
    return real(steps, first, *into)


def _footer_changed(real: Real, self: Plan, context: Context) -> dict[str, Filled]:
    parts = real(self, context)
    return {**parts, FOOTER: Filled(parts[FOOTER].text.replace("<w:t", '<w:t w:x="1"', 1))}


def _end_left_out(real: Real, self: Plan, context: Context) -> dict[str, Filled]:
    parts = real(self, context)
    return {**parts, DOCUMENT: Filled(parts[DOCUMENT].text[:-20])}


def _footers_left_out(real: Real, self: Plan, context: Context) -> dict[str, Filled]:
    return {DOCUMENT: real(self, context)[DOCUMENT]}


def _one_part_more(real: Real, self: Plan, context: Context) -> dict[str, Filled]:
    return {**real(self, context), "word/header9.xml": Filled("<w:hdr/>")}


WRONG: Mapping[str, tuple[object, str, Real]] = {
    "all values": (plan, "_printed", _other_value),
    "values that are empty": (plan, "_at", _something_for_nothing),
    "values with signs of markup": (plan, "encode", _as_it_is),
    "choices": (plan, "_holds", _always),
    "a list of several": (plan, "_fill", _first_paragraph_only),
    "an attribute in a footer": (Plan, "filled", _footer_changed),
    "the end of a part": (Plan, "filled", _end_left_out),
    "footers, which it leaves out": (Plan, "filled", _footers_left_out),
    "a part that docxtpl does not fill": (Plan, "filled", _one_part_more),
}
"""What a plan may do wrongly, and how a test makes it do that: instead of the real function, which is called by it."""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def fillings(monkeypatch: pytest.MonkeyPatch) -> list[Context]:
    """What docxtpl filled in, in turn."""
    seen: list[Context] = []
    real = filling.filled_by_docxtpl

    def filled(template: bytes, context: Context, language: str) -> bytes:
        seen.append(context)
        return real(template, context, language)

    monkeypatch.setattr(filling, "filled_by_docxtpl", filled)
    return seen


@pytest.fixture
def own_template(template_2021: bytes) -> bytes:
    return with_text(template_2021, "一、总体情况", "一、总的情况")


def content(form: Form) -> Filing:
    return filing(form, {"overview": ["甲", "乙", "（一）丙"], "signature": "某局", "requests.notes": ["丁", "戊"]})


@pytest.mark.parametrize("wrong", WRONG)
def test_a_plan_that_fills_otherwise_is_thrown_away(  # noqa: PLR0913, PLR0917 - fixtures
    form_2021: Form,
    own_template: bytes,
    cache: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fillings: list[Context],
    wrong: str,
) -> None:
    given = content(form_2021)
    right = render_report(form_2021, own_template, given)
    place, name, bent = WRONG[wrong]
    real = getattr(place, name)

    def wrongly(*args: object) -> object:
        return bent(real, *args)

    monkeypatch.setattr(place, name, wrongly)
    assert DOCUMENT in plan_from_template(own_template).filled(context_of(form_2021, given))
    assert sound_plan(own_template, context_of(form_2021, given), "en") is None
    fillings.clear()
    for _ in range(2):
        assert render_report(form_2021, own_template, given, tmp_path) == right
        assert fillings[-1] == context_of(form_2021, given)
    assert not cache.exists()


def test_a_plan_that_is_right_fills_without_docxtpl_from_then_on(
    form_2021: Form, own_template: bytes, cache: Path, tmp_path: Path, fillings: list[Context]
) -> None:
    right = canonical(render_report(form_2021, own_template, content(form_2021)))
    assert canonical(render_report(form_2021, own_template, content(form_2021), tmp_path)) == right
    assert [*cache.rglob("*.json")] == [plan_place(own_template, tmp_path)]
    fillings.clear()
    assert canonical(render_report(form_2021, own_template, content(form_2021), tmp_path)) == right
    assert not fillings
