"""The source data of input_examples/: figures that balance, and texts that state the same figures."""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import cast

import pytest

from make_report.form.equation import evaluate
from make_report.form.field import Kind
from make_report.form.layout import layout_of
from make_report.form.load import load_form
from make_report.form.model import Form
from make_report.resources import shipped_templates

EXAMPLES = Path(__file__).parent.parent / "input_examples"
CORRECT = ("zhenhai-civil-affairs-2019", "no-applications-2024", "pingtan-2022", "pingtan-2023")
MISTAKES = "typical-mistakes-2023"


def data_of(name: str) -> Mapping[str, object]:
    text = (EXAMPLES / f"{name}.json").read_text(encoding="utf-8")
    return cast("Mapping[str, object]", json.loads(text, parse_float=Decimal, parse_int=Decimal))


def form_of(data: Mapping[str, object]) -> Form:
    return form_named(str(data["form"]))


@cache
def form_named(form_id: str) -> Form:
    return load_form(shipped_templates() / form_id)


def by_field(node: Mapping[str, object], above: str = "") -> Iterator[tuple[str, object]]:
    for key, content in node.items():
        if isinstance(content, Mapping):
            yield from by_field(cast("Mapping[str, object]", content), f"{above}{key}.")
        elif f"{above}{key}" not in {"form", "waivers"}:
            yield f"{above}{key}", content


def figures_of(form: Form, data: Mapping[str, object]) -> dict[str, Decimal]:
    """Return the typed figures and the totals computed from them, by field id."""
    typed = {name: content for name, content in by_field(data) if isinstance(content, Decimal)}
    return typed | evaluate(form.entries_behind, typed)


def group(figures: Mapping[str, Decimal], pattern: str) -> Decimal:
    """Return the total of a result, such as granted, or of a group of results, such as refused."""
    return sum((figure for name, figure in figures.items() if re.fullmatch(pattern, name)), Decimal(0))


@pytest.mark.parametrize("name", [*CORRECT, MISTAKES])
def test_every_key_is_a_field_of_the_form(name: str) -> None:
    data = data_of(name)
    assert {field for field, _ in by_field(data)} <= set(form_of(data).fields)


@pytest.mark.parametrize("name", CORRECT)
def test_a_correct_example_fills_exactly_what_is_required_and_no_total(name: str) -> None:
    data = data_of(name)
    form = form_of(data)
    filled = {field for field, _ in by_field(data)}
    assert not {field.id for field in form.fields.values() if field.required} - filled
    assert not {field.id for field in form.fields.values() if field.computed} & filled


@pytest.mark.parametrize("name", CORRECT)
def test_every_equation_holds_in_a_correct_example(name: str) -> None:
    data = data_of(name)
    form = form_of(data)
    figures = figures_of(form, data)
    for equation in form.sums:
        left = sum((figures.get(field.id, Decimal(0)) for field in equation.left), Decimal(0))
        right = sum((figures.get(field.id, Decimal(0)) for field in equation.right), Decimal(0))
        assert equation.holds(left, right), (equation.declaration.code, equation.scope, left, right)


@pytest.mark.parametrize("name", CORRECT)
def test_every_paragraph_is_a_numbered_heading_or_ends_with_a_full_stop(name: str) -> None:
    for field, content in by_field(data_of(name)):
        for paragraph in cast("list[str]", content) if isinstance(content, list) else ():
            assert re.match("（[一二三四五]）", paragraph) or paragraph.endswith("。"), (field, paragraph)


@pytest.mark.parametrize("name", [name for name in CORRECT if not name.endswith("2019")])
def test_the_overview_of_the_2021_format_keeps_to_a_thousand_characters(name: str) -> None:
    assert len("".join(cast("list[str]", data_of(name)["overview"]))) <= 1000


@pytest.mark.parametrize(
    ("name", "phrase", "fields"),
    [
        ("pingtan-2022", "全区新收政府信息公开申请{}件", r"requests\.received\.total"),
        ("pingtan-2022", "上年结转{}件", r"requests\.carried_in\.total"),
        ("pingtan-2022", "其中自然人{}件", r"requests\.concluded\.natural_person"),
        ("pingtan-2022", "商业企业{}件", r"requests\.concluded\.commercial_enterprise"),
        ("pingtan-2022", "全年办结{}件", r"requests\.concluded\.total"),
        ("pingtan-2022", "制发行政规范性文件{}件", r"disclosure\.normative_documents\.made"),
        ("pingtan-2022", "、废止{}件", r"disclosure\.normative_documents\.repealed"),
        ("pingtan-2022", "现行有效的{}件", r"disclosure\.normative_documents\.in_force"),
        ("pingtan-2022", "行政复议{}件", r"disputes\.reconsideration\.total"),
        ("pingtan-2022", "结果纠正{}件、", r"disputes\.reconsideration\.corrected"),
        ("pingtan-2022", "其他结果{}件", r"disputes\.reconsideration\.other"),
        ("pingtan-2022", "行政诉讼{}件，结果维持", r"disputes\.(direct|litigation).*\.upheld"),
        ("pingtan-2023", "全区新收政府信息公开申请{}件", r"requests\.received\.total"),
        ("pingtan-2023", "其中自然人{}件", r"requests\.received\.natural_person"),
        ("pingtan-2023", "商业企业{}件", r"requests\.received\.commercial_enterprise"),
        ("pingtan-2023", "全年办结{}件，没有结转下年度的申请", r"requests\.(concluded|carried_forward)\.total"),
        ("pingtan-2023", "制发行政规范性文件{}件", r"disclosure\.normative_documents\.made"),
        ("pingtan-2023", "、废止{}件", r"disclosure\.normative_documents\.repealed"),
        ("pingtan-2023", "现行有效的{}件", r"disclosure\.normative_documents\.in_force"),
        ("pingtan-2023", "行政复议{}件，其中结果维持1件、结果纠正1件", r"disputes\.reconsideration\.total"),
        ("pingtan-2023", "行政诉讼{}件", r"disputes\.(direct|litigation).*\.total"),
        ("pingtan-2023", "其中结果维持{}件、其他", r"disputes\.(direct|litigation).*\.upheld"),
        ("pingtan-2023", "其他结果{}件、尚未审结", r"disputes\.(direct|litigation).*\.other"),
        ("pingtan-2023", "尚未审结{}件", r"disputes\.(direct|litigation).*\.pending"),
        (MISTAKES, "新收政府信息公开申请{}件", r"requests\.received\.(natural|commercial)_.*"),
        (MISTAKES, "上年结转{}件", r"requests\.carried_in\.natural_person"),
        (MISTAKES, "行政处罚{}件", r"disclosure\.penalties\.decisions"),
    ],
)
def test_the_text_states_the_figure_of_the_table(name: str, phrase: str, fields: str) -> None:
    data = data_of(name)
    overview = "".join(cast("list[str]", data["overview"]))
    assert phrase.format(group(figures_of(form_of(data), data), fields)) in overview


@pytest.mark.parametrize(
    ("words", "results"),
    [
        ("予以公开", r"requests\.granted\.total"),
        ("部分公开", r"requests\.partly_granted\.total"),
        ("不予公开", r"requests\.refused\..*\.total"),
        ("无法提供", r"requests\.unavailable\..*\.total"),
        ("不予处理", r"requests\.not_processed\..*\.total"),
        ("其他处理", r"requests\.otherwise\..*\.total"),
    ],
)
@pytest.mark.parametrize("name", ["pingtan-2022", "pingtan-2023"])
def test_each_result_stands_in_the_text_with_its_share(name: str, words: str, results: str) -> None:
    data = data_of(name)
    figures = figures_of(form_of(data), data)
    count = group(figures, results)
    stated = re.search(rf"{words}(\d+)件[，（]占([\d.]+)%", "".join(cast("list[str]", data["overview"])))
    if count:
        share = (100 * count / figures["requests.concluded.total"]).quantize(Decimal("0.01"))
        assert stated is not None
        assert stated.groups() == (str(count), str(share))
    else:
        assert stated is None


def test_the_second_year_takes_over_what_the_first_carried_forward() -> None:
    first, second = data_of("pingtan-2022"), data_of("pingtan-2023")
    before, after = figures_of(form_of(first), first), figures_of(form_of(second), second)
    growth = after["requests.received.total"] - before["requests.received.total"]
    assert after["requests.carried_in.total"] == before["requests.carried_forward.total"]
    assert f"比上年多{growth}件" in "".join(cast("list[str]", second["overview"]))


@pytest.mark.parametrize("name", ["zhenhai-civil-affairs-2019", "no-applications-2024"])
def test_a_unit_that_received_nothing_says_so_and_has_only_zeros(name: str) -> None:
    data = data_of(name)
    assert group(figures_of(form_of(data), data), r"(requests|disputes)\..*") == 0
    assert "没有收到政府信息公开申请" in "".join(cast("list[str]", data["overview"]))


@pytest.mark.parametrize("name", ["no-applications-2024", "pingtan-2022", "pingtan-2023"])
def test_section_six_reports_the_fees(name: str) -> None:
    assert re.search("(没有|均未)收取信息处理费", str(data_of(name)["other_matters"]))


def test_the_mistakes_stand_in_the_cells_that_the_readme_names() -> None:
    data = data_of(MISTAKES)
    form = form_of(data)
    places = {str(place): name for name, place in layout_of(form).places.items()}
    typed = dict(by_field(data))
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\S+ [A-Z]+\d+) \| (?:`([^`]*)`)?.*\| ([A-Z]\d\d) \|", readme, flags=re.MULTILINE)
    assert len(rows) == 17
    for cell, content, _ in rows:
        field = form.fields[places[cell]]
        if field.kind in {Kind.NUMBER, Kind.DATE}:
            assert str(typed.get(field.id, "")) == content, cell
        else:
            assert content in str(typed[field.id]), cell


def test_the_mistakes_break_the_totals_and_the_balance_that_the_readme_names() -> None:
    data = data_of(MISTAKES)
    form = form_of(data)
    typed = {name: content for name, content in by_field(data) if isinstance(content, Decimal)}
    figures = evaluate(form.entries_behind, typed) | typed
    broken = {
        (equation.declaration.code, equation.scope)
        for equation in form.sums
        if equation.declaration.code in {"A01", "A03", "A04", "A05", "A06"}
        and not equation.holds(
            sum((figures.get(field.id, Decimal(0)) for field in equation.left), Decimal(0)),
            sum((figures.get(field.id, Decimal(0)) for field in equation.right), Decimal(0)),
        )
    }
    assert broken == {("A01", "granted"), ("A03", "commercial_enterprise"), ("A03", "total"), ("A04", "")}
