"""form.yaml into a Form: every fault at once, each with line and column."""

from decimal import Decimal
from pathlib import Path

import pytest

from make_report.errors import Fault, FileError, FormError
from make_report.form.load import load_form, parse_form
from make_report.form.model import Form

SMALL = """\
form: small
version: 1
name: A small form
language: en
years: {first: 2020}
source: the test
title: "{org} {year}"
cover:
  sheet: Cover
  heading: A small form
  instructions: [Fill it in.]
  fields:
    - {id: org, label: Organisation, kind: text}
    - {id: year, label: Year, kind: year}
types:
  - {id: count, code: A07, integer: true, minimum: 0, source: the test}
sections:
  - id: visits
    heading: 1. Visits
    sheet: Visits
    source: the test
    table:
      widths: [100, 100, 100, 100]
      blocks:
        - type: count
          columns:
            - {id: adults, label: Adults}
            - {id: children, label: Children}
            - {id: total, label: Total, computed: true}
          rows:
            - {id: library, label: Library}
            - {id: museum, label: Museum}
equations:
  - {code: A01, name: the total, in: visits, each: row, left: [adults, children], right: [total], source: the test}
"""


def faults(text: str) -> list[Fault]:
    with pytest.raises(FormError) as caught:
        parse_form(text, "form.yaml", "small")
    return list(caught.value.faults)


def test_a_sound_form_is_loaded() -> None:
    form = parse_form(SMALL, "form.yaml", "small")
    assert list(form.fields) == [
        "org",
        "year",
        *(f"visits.{row}.{column}" for row in ("library", "museum") for column in ("adults", "children", "total")),
        "visits.notes",
    ]
    assert [equation.scope for equation in form.sums] == ["library", "museum"]


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "word"),
    [
        ("name: A small form", "nane: A small form", 3, 1, "'nane'"),
        ("language: en", "language: english", 4, 1, "english"),
        ("years: {first: 2020}", "years: {first: two}", 5, 9, "first"),
        ("kind: year}", "kind: years}", 14, 31, "year"),
        ("code: A07", "code: seven", 16, 17, "seven"),
        ('title: "{org} {year}"', 'title: "{org} {yeer}"', 7, 1, "yeer"),
        ("- type: count", "- type: counts", 25, 11, "counts"),
        ("widths: [100, 100, 100, 100]", "widths: [100, 100, 100]", 23, 7, "4 columns"),
        ("id: museum", "id: library", 17, 1, "visits.library.adults"),
        ("left: [adults, children]", "left: [adults, child]", 34, 57, "child"),
        ("in: visits", "in: visit", 34, 34, "visit"),
        ("right: [total]", "right: [children]", 33, 1, "computed"),
        ("id: visits", "id: notes", 17, 1, "reserved"),
        ("sheet: Visits", "sheet: Cover", 20, 5, "two sheets"),
        ("sheet: Visits", "sheet: Visits?", 20, 5, "31 characters"),
        ("form: small", "form: other", 1, 1, "folder"),
        ("{id: org,", "{id: unit,", 12, 3, "org"),
    ],
)
def test_a_fault_is_named_with_line_and_column(old: str, new: str, line: int, column: int, word: str) -> None:
    assert old in SMALL
    found = faults(SMALL.replace(old, new, 1))
    assert any((fault.line, fault.column) == (line, column) and word in fault.message for fault in found), found


def test_all_faults_are_said_at_once() -> None:
    text = SMALL.replace("kind: text", "kind: txt").replace("code: A07", "code: x").replace("each: row", "each: rows")
    assert [fault.line for fault in faults(text)] == [13, 16, 34]


def test_the_nearest_key_is_suggested() -> None:
    assert any(
        "did you mean 'heading'" in fault.message for fault in faults(SMALL.replace("    heading", "    headin"))
    )


def test_a_tab_or_an_open_bracket_is_a_fault_with_its_line() -> None:
    assert faults(SMALL.replace("years: {first: 2020}", "years: {first: 2020"))[0].line in {5, 6}


def test_a_missing_file_is_said() -> None:
    with pytest.raises(FileError):
        load_form(Path("no such folder"))


def test_the_official_formats_serve_their_years(form_2019: Form, form_2021: Form) -> None:
    assert [year for year in range(2018, 2027) if year in form_2019.years] == [2019, 2020]
    assert [year for year in range(2018, 2027) if year in form_2021.years] == list(range(2021, 2027))


SHARED = """\
rules:
  - {code: T01, rule: leftovers, words: [XX], message: "{words}", remedy: Delete it., source: the test}
"""


def write_form(folder: Path, shared: str, named: str = "../common/texts.yaml") -> Path:
    (folder / "small").mkdir()
    (folder / "common").mkdir()
    (folder / "small" / "form.yaml").write_text(f"{SMALL}rules_from: [{named}]\n", encoding="utf-8")
    (folder / "common" / "texts.yaml").write_text(shared, encoding="utf-8")
    return folder / "small"


def test_rules_of_a_shared_file_are_added(tmp_path: Path) -> None:
    assert [rule.code for rule in load_form(write_form(tmp_path, SHARED)).rules] == ["T01"]


def test_a_fault_in_a_shared_file_names_that_file(tmp_path: Path) -> None:
    shared = SHARED.replace("source: the test", "source: the test, bad: {visits.nobody: 1}")
    with pytest.raises(FormError) as caught:
        load_form(write_form(tmp_path, shared))
    assert [Path(fault.file).name for fault in caught.value.faults] == ["texts.yaml"]
    assert "texts.yaml:2:" in str(caught.value)
    assert "'visits.nobody' is no field" in str(caught.value)


@pytest.mark.parametrize("named", ["../common/nothing.yaml", "../../etc/passwd", "/etc/passwd", "texts.yaml"])
def test_shared_files_lie_beside_the_form(tmp_path: Path, named: str) -> None:
    with pytest.raises(FormError) as caught:
        load_form(write_form(tmp_path, SHARED, named))
    assert caught.value.faults[0].message.startswith("rules_from: ")


def test_an_example_is_read_as_contents(tmp_path: Path) -> None:
    shared = SHARED.replace("source: the test", "source: the test, bad: {visits.library.adults: 1.5, org: [a, b]}")
    rule = load_form(write_form(tmp_path, shared)).rules[0]
    assert rule.bad == {"visits.library.adults": Decimal("1.5"), "org": ("a", "b")}
    assert rule.good is None
