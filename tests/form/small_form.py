"""A small sound form, from which tests make one with a mistake."""

from pathlib import Path

import pytest

from make_report.errors import Fault, FormError
from make_report.form.load import parse_form

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
    - {id: size, label: Size, kind: choice, choices: [{id: big, label: Big}, {id: little, label: Little}]}
types:
  - {id: count, code: A07, integer: true, minimum: 0, source: the test}
sections:
  - id: summary
    heading: A. Summary
    sheet: Summary
    source: the test
    narrative: {minimum: 20}
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
rules:
  - code: N01
    rule: mentions
    in: summary
    words: [open]
    message: The summary does not say when the house was open.
    remedy: Please add it.
    source: the test
"""

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


def faults(text: str) -> list[Fault]:
    """Return the faults of a form that is not sound."""
    with pytest.raises(FormError) as caught:
        parse_form(text, "form.yaml", "small")
    return list(caught.value.faults)
