"""Mistakes that authors of forms make: each is named where it stands, and all of them at once."""

from pathlib import Path

import pytest

from make_report.errors import FormError
from make_report.form.load import load_form
from tests.form.small_form import SHARED, SMALL, faults, write_form

MARK = "¦"
"""In the changed text: where the fault must be said to stand."""

MISTAKES = [
    # the structure
    ("name: A small form", "¦nane: A small form", "“name”"),
    ("name: A small form\n", "", "“name” is missing"),
    ("name: A small form", "¦name: ''", "empty"),
    ("version: 1", "¦version: one", "whole number"),
    ("name: A small form", "¦name: 2020", "quotation marks"),
    ("language: en", "¦language: english", "english"),
    ("years: {first: 2020}", "years: {¦first: two}", "two"),
    ("years: {first: 2020}", "¦years: 2020", "first, last"),
    ("instructions: [Fill it in.]", "¦instructions: Fill it in.", "a list"),
    ("kind: text", "¦kind: txt", "“text”"),
    ("computed: true", "¦computed: yes", "true or false"),
    ("code: A07", "¦code: seven", "seven"),
    ("{id: adults, label", "{¦id: Adults, label", "Adults"),
    ("    rule: mentions", "    ¦rule: mention", "“mentions”"),
    ("words: [open]", "¦words: []", "empty"),
    ("words: [open]", "¦word: [open]", "“words”"),
    ("    heading: 1. Visits\n    sheet: Visits", "    ¦headings: 1. Visits\n    sheet: Visits", "“heading”"),
    ("right: [total], source", "right: [total], ¦relation: =<, source", "=<"),
    ("- {id: library, label: Library}", "- ¦library", "id, label"),
    # the form itself
    ("form: small", "¦form: other", "folder"),
    ("years: {first: 2020}", "years: {first: 2020, ¦last: 2019}", "before"),
    ("source: the test\ntitle", "¦successor: small\nsource: the test\ntitle", "successor"),
    ('title: "{org} {year}"', '¦title: "{org} {yeer}"', "{yeer}"),
    ('title: "{org} {year}"', '¦title: "{org} {year:05}"', "{year:05}"),
    ('title: "{org} {year}"', '¦title: "{org} {year"', "brace"),
    # the first sheet
    ("{id: org,", "{id: unit,", "org"),
    ("kind: year}", "kind: year, ¦optional: true}", "optional"),
    ("{id: size,", "{¦id: year,", "twice"),
    ("{id: size,", "{¦id: title_lines,", "reserved"),
    ("label: Size, kind: choice,", "label: Size, ¦kind: text,", "choices"),
    ("kind: choice, choices: [{id: big, label: Big}, {id: little, label: Little}]", "¦kind: choice", "choices"),
    ("{id: little, label: Little}", "{¦id: big, label: Little}", "twice"),
    ("{id: little, label: Little}", "{id: little, ¦label: Big}", "Big"),
    # types
    ("minimum: 0, source", "minimum: 0, ¦signs: {positive: up, negative: down}, source", "signs"),
    ("minimum: 0, source", "¦decimals: 2, source", "decimals"),
    ("minimum: 0, source", "¦print_unit: true, source", "print_unit"),
    ("minimum: 0, source", "unit: EUR, ¦units: [EUR, CHF], source", "units"),
    ("sections:\n", "  - {¦id: count, code: A07, source: the test}\nsections:\n", "twice"),
    ("- type: count", "- ¦type: counts", "“count”"),
    ("{id: adults, label: Adults}", "{id: adults, label: Adults, ¦type: money}", "money"),
    # sections and sheets
    ("    narrative: {minimum: 20}\n", "", "either"),
    ("id: visits", "¦id: notes", "reserved"),
    ("id: visits", "¦id: summary", "twice"),
    ("id: visits", "¦id: size", "twice"),
    ("sheet: Visits", "¦sheet: Cover", "Two sheets"),
    ("sheet: Visits", "¦sheet: Visits?", "31 characters"),
    ("sheet: Visits", "¦sheet: History", "taken"),
    ("sheet: Visits", "¦sheet: make-report", "taken"),
    # tables
    ("widths: [100, 100, 100, 100]", "¦widths: [100, 100, 100]", "4 columns"),
    ("widths: [100, 100, 100, 100]", "widths: [100, 100, 100, ¦0]", "above 0"),
    ("{id: museum, label", "{¦id: library, label", "“visits.library.adults”"),
    (
        "{id: museum, label: Museum}\n",
        "{id: museum, label: Museum}\n            - {label: Archive}\n            - ¦{label: Attic}\n",
        "“visits.adults”",
    ),
    ("{id: children, label", "{¦id: adults, label", "“visits.library.adults”"),
    (
        "{id: museum, label: Museum}",
        "{id: museum, label: Museum}\n            - {label: House, rows: [{¦id: library, label: Hall}]}",
        "visits.library.adults",
    ),
    # equations
    ("in: visits", "¦in: visit", "“visits”"),
    ("in: visits", "¦in: summary", "no section with a table"),
    ("left: [adults, children]", "left: [adults, ¦child]", "child"),
    ("left: [adults, children]", "¦left: [adults, adults]", "twice"),
    ("each: row, left: [adults, children]", "each: row, ¦left: []", "empty"),
    ("each: row", "each: row, only: [library, ¦musem]", "“museum”"),
    ("in: visits, each: row, left: [adults, children]", "in: visits, ¦only: [x], left: [library.adults]", "only"),
    ("right: [total], source", "¦right: [children], source", "both sides"),
    ("right: [total], source", "right: [], source", "“visits.library.total” is computed"),
    ("left: [adults, children], right: [total]", "left: [adults, total], ¦right: [total]", "from itself"),
    ("- code: N01", "- ¦code: A01", "equations"),
    ("- code: N01", "- ¦code: A07", "types"),
    (
        "\nrules:\n",
        "\n  - {code: A02, name: n, in: visits, each: row, left: [adults], ¦right: [total], source: t}\nrules:\n",
        "A01",
    ),
    (
        "\nrules:\n",
        "\n  - ¦{code: A02, name: n, in: visits, each: row, only: [attic.x], left: [adults], source: t}\nrules:\n",
        "no row has all its terms",
    ),
    # rules and what they say
    ("in: summary", "¦in: sumary", "“summary”"),
    ("in: summary", "¦in: visits.library.adults", "no text"),
    ("remedy: Please add it.", "¦remedy: Please add {words}.", "{words}"),
    ("remedy: Please add it.", "¦remedy: Please add {it.", "brace"),
    ("right: [total], source", "right: [total], ¦message: '{left} {rihgt}', source", "“right”"),
]


@pytest.mark.parametrize(("old", "new", "word"), MISTAKES)
def test_a_mistake_is_named_where_it_stands(old: str, new: str, word: str) -> None:
    assert SMALL.count(old) >= 1
    changed = SMALL.replace(old, new, 1)
    found = faults(changed.replace(MARK, ""))
    place = changed.partition(MARK)[0].split("\n")
    places = [(fault.line, fault.column) for fault in found if word in fault.message]
    assert ((len(place), len(place[-1]) + 1) in places) if MARK in new else places, found


def test_all_mistakes_are_said_at_once() -> None:
    """Those in names, which are looked for last, together with those in the structure."""
    text = SMALL.replace("kind: text", "kind: txt").replace("code: A07", "code: x").replace("each: row", "each: rows")
    text = (
        text.replace("sheet: Visits", "sheet: Cover").replace("equations:", "equatons:").replace("in: summary", "in: x")
    )
    assert [fault.line for fault in faults(text)] == [13, 17, 26, 39, 40, 44]


def test_mistakes_in_all_files_are_said_at_once(tmp_path: Path) -> None:
    folder = write_form(tmp_path, SHARED.replace("XX], message", "XX], mesage"))
    own = folder / "form.yaml"
    own.write_text(own.read_text("utf-8").replace("in: summary", "in: visits").replace("A07", "x"), "utf-8")
    with pytest.raises(FormError) as caught:
        load_form(folder)
    assert [(Path(fault.file).name, fault.line) for fault in caught.value.faults] == [
        ("", 17),
        ("", 44),
        ("texts.yaml", 2),
    ]


def test_a_sheet_beside_those_of_the_report_needs_a_name_of_its_own() -> None:
    (fault,) = faults(SMALL + "references: {sheet: visits, heading: What may be quoted, help: [Copy it.]}\n")
    assert (fault.line, "visits" in fault.message) == (SMALL.count("\n") + 1, True)
