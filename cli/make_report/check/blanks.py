"""U01: what is not filled in."""

from collections.abc import Iterator

from make_report.catalogue import U01_EMPTY, U01_MISSING, U01_OPTIONAL
from make_report.check.figures import is_blank, left_out_rows
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.field import Field, Kind
from make_report.form.model import Form


def blanks(form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield an error for each blank cell that must be filled, a warning for each row left out as the form allows.

    The narratives of sections are not looked at: whether they have content is for F05.
    """
    allowed: set[str] = set()
    for row in left_out_rows(form, filing):
        allowed.update(field.id for field in row)
        yield _row_left_out(row, filing)
    for field in form.fields.values():
        if field.computed or field.id in allowed or not is_blank(filing, field):
            continue
        if field.kind is Kind.NUMBER:
            yield Finding(U01_EMPTY, filing[field.id].place, {}, field.label)
        elif field.required and not field.section:
            yield Finding(U01_MISSING, filing[field.id].place, {}, field.label)


def _row_left_out(row: tuple[Field, ...], filing: Filing) -> Finding:
    first, *others = row
    label = first.row_label if others and first.row_label else first.label
    related = tuple(filing[field.id].place for field in others)
    return Finding(U01_OPTIONAL, filing[first.id].place, {}, label, related)
