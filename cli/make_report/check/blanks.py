"""U01: what is not filled in."""

from collections.abc import Iterator

from make_report.catalogue import U01_EMPTY, U01_EMPTY_MANY, U01_MISSING, U01_OPTIONAL
from make_report.check.figures import blank_cells, left_out_rows
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.field import Field, Kind
from make_report.form.model import Form

_MANY = 5
"""Blank cells that are sooner filled all at once."""


def blanks(form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield an error for each blank cell that must be filled, a warning for each row left out as the form allows.

    The narratives of sections are not looked at: whether they have content is for F05.
    """
    allowed: set[str] = set()
    for row in left_out_rows(form, filing):
        allowed.update(field.id for field in row)
        yield _row_left_out(row, filing)
    blank = [form.fields[name] for name in blank_cells(filing) if name in form.fields]
    blank = [field for field in blank if not field.computed and field.id not in allowed]
    figures = [field for field in blank if field.kind is Kind.NUMBER]
    check = U01_EMPTY if len(figures) < _MANY else U01_EMPTY_MANY
    yield from (Finding(check, filing[field.id].place, {}, field.label) for field in figures)
    for field in blank:
        if field.kind is not Kind.NUMBER and field.required and not field.section:
            yield Finding(U01_MISSING, filing[field.id].place, {}, field.label)


def _row_left_out(row: tuple[Field, ...], filing: Filing) -> Finding:
    first, *others = row
    label = first.row_label if others and first.row_label else first.label
    related = tuple(filing[field.id].place for field in others)
    return Finding(U01_OPTIONAL, filing[first.id].place, {}, label, related)
