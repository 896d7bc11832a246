"""Workbooks opened for tests."""

import io

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.worksheet import Worksheet

from make_report.filing import Entries
from make_report.form.load import parse_form
from make_report.form.model import Form
from make_report.place import Place
from make_report.workbook.writing.blank import standard_workbook

SMALL_FORM = """
form: small
version: 3
name: Small
language: en
years: {first: 2024}
source: nobody
title: "{org} {year}"
cover:
  sheet: First
  heading: A small form
  instructions: [Fill in the cells.]
  fields:
    - {id: org, label: Unit, kind: text}
    - {id: year, label: Year, kind: year}
    - {id: day, label: Day, kind: date, optional: true}
    - {id: kind, label: Kind, kind: choice, optional: true, choices: [CHOICES]}
types:
  - {id: exact, code: X01, minimum: 0, decimals: 2, source: nobody}
  - {id: any, code: X02, source: nobody}
  - {id: whole, code: X03, integer: true, source: nobody}
sections:
  - id: sums
    heading: Sums
    sheet: Sums
    source: nobody
    table:
      widths: [900, 900, 900]
      blocks:
        - type: exact
          columns:
            - {id: a, label: A}
            - {id: b, label: B, type: any}
            - {id: c, label: C, computed: true}
          rows: []
  - id: single
    heading: Single
    sheet: Single
    source: nobody
    table:
      widths: [900]
      blocks:
        - type: whole
          columns: [{id: only, label: Only}]
equations:
  - {code: X04, name: a plus b, in: sums, left: [a, b], right: [c], source: nobody}
  - {code: X05, name: a is least, in: sums, each: row, left: [a], relation: "<=", right: [b], source: nobody}
  - {code: X06, name: b is least, in: sums, each: row, left: [b], relation: ">=", right: [], source: nobody}
  - {code: X07, name: c is at most a, in: sums, each: column, left: [""], relation: ">=", right: [], source: nobody}
  - {code: X08, name: only is positive, in: single, left: [only], relation: ">=", right: [], source: nobody}
"""


_BLANK: dict[str, Workbook] = {}


def small_form(choices: str = "{id: one, label: One}, {id: two, label: Two}") -> Form:
    """Return a form in English, unlike any other: tables without row labels, two checks of one row, decimals."""
    return parse_form(SMALL_FORM.replace("CHOICES", choices), "form.yaml", "small")


def opened(form: Form, contents: Entries | None = None) -> Workbook:
    """Return the form's workbook, blank or with contents, opened; not to be changed, since a blank one is made once."""
    if contents:
        return load_workbook(io.BytesIO(standard_workbook(form, contents)))
    name = f"{form.form_id} {form.cover.fields}"
    if name not in _BLANK:
        _BLANK[name] = load_workbook(io.BytesIO(standard_workbook(form)))
    return _BLANK[name]


def cell_at(workbook: Workbook, place: Place) -> Cell:
    """Return the cell at a place."""
    sheet = workbook[place.sheet]
    assert isinstance(sheet, Worksheet)
    cell = sheet[place.cell]
    assert isinstance(cell, Cell)
    return cell


def is_locked(styled: Cell | MergedCell | ColumnDimension) -> bool:
    """Return whether a cell or a column is locked."""
    return bool(styled.protection.locked)  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType] - untyped stub
