"""A filing as the plain data that a Word template's tags name: nested by the parts of the fields' ids, all text."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from make_report.document.heading import title_lines, typed
from make_report.filing import Filing, Value
from make_report.form.field import Field, Kind
from make_report.form.model import Form
from make_report.printed import figures_of, printed_date, printed_figure
from make_report.quoting import filled_in
from make_report.remembered import remember

TITLE, ORGANISATION, YEAR = "title", "org", "year"
TITLE_LINES, SIGNATURE_DATE = "title_lines", "signature_date"

Context = dict[str, Any]


def context_of(form: Form, filing: Filing) -> Context:
    """Return the data for the template: {{ requests.received.total }} is context["requests"]["received"]["total"].

    Every declared field has a key. Figures, dates and choices are text as printed, "" where there is nothing;
    narratives and notes are lists of {"level", "heading", "text"}, see heading.typed, with what they quote filled in.
    Two more keys are the tool's own: title_lines, and signature_date, the date of publication.
    """
    context: Context = {}
    filing = filled_in(form, filing)
    figures = figures_of(form, filing)
    for groups, fields in _rows(form):
        row = context
        for group in groups:
            row = row.setdefault(group, {})
        if isinstance(fields, _Figures):
            row.update(fields.printed(tuple([figures.get(field) for field in fields.ids])))
            continue
        for name, field in fields:
            if field.kind is Kind.NUMBER:
                unit = filing[field.unit_field].text if field.unit_field else ""
                row[name] = printed_figure(field, figures.get(field.id), unit)
            else:
                row[name] = _printed(field, filing[field.id], form.language)
    title = title_of(form, filing)
    published = date_of(form, filing)
    return context | {
        TITLE: title,
        TITLE_LINES: title_lines(title, _natural_breaks(title, context[ORGANISATION], context[YEAR])),
        SIGNATURE_DATE: printed_date(published, form.language) if published else "",
    }


def title_of(form: Form, filing: Filing) -> str:
    """Return the title that staff typed, or else the form's own."""
    own = form.title.format(org=filing[ORGANISATION].text, year=filing[YEAR].year or "")
    return (filing[TITLE].text if TITLE in form.fields else "") or own


def date_field_of(form: Form) -> Field | None:
    """Return the field with the date of publication: the first printed date of the cover, None if there is none."""
    return next((field for field in form.fields.values() if field.kind is Kind.DATE and field.printed), None)


def date_of(form: Form, filing: Filing) -> date | None:
    """Return the date of publication, None if there is none."""
    field = date_field_of(form)
    return filing[field.id].date if field else None


_Fields = list[tuple[str, Field]]
"""Fields of a row with the last parts of their ids."""


class _Figures:
    """The figures of a row of a table, each in its own unit: many rows of many reports hold nothing but zeros."""

    def __init__(self, fields: _Fields) -> None:
        self.ids = tuple(field.id for _, field in fields)
        self._fields = fields
        self.printed = lru_cache(maxsize=64)(self._printed)

    def _printed(self, numbers: tuple[Decimal | None, ...]) -> dict[str, str]:
        pairs = zip(self._fields, numbers, strict=True)
        return {name: printed_figure(field, number, "") for (name, field), number in pairs}


@remember(4)
def _rows(form: Form) -> Sequence[tuple[Sequence[str], _Fields | _Figures]]:
    """Return the fields by the first parts of their ids: those of a row of a table together."""
    rows: dict[tuple[str, ...], _Fields] = {}
    for field in form.fields.values():
        *groups, last = field.id.split(".")
        rows.setdefault(tuple(groups), []).append((last, field))
    return tuple(
        (groups, _Figures(fields) if all(_in_own_unit(field) for _, field in fields) else fields)
        for groups, fields in rows.items()
    )


def _in_own_unit(field: Field) -> bool:
    return field.kind is Kind.NUMBER and not field.unit_field


def _printed(field: Field, value: Value, language: str) -> object:
    if field.kind is Kind.PARAGRAPHS:
        return [typed(paragraph.text) for paragraph in value.paragraphs]
    if field.kind is Kind.DATE:
        return printed_date(value.date, language) if value.date else ""
    if field.kind is Kind.YEAR:
        return "" if value.year is None else str(value.year)
    return {choice.id: choice.label for choice in field.choices}.get(value.text, value.text)


def _natural_breaks(title: str, organisation: str, year: str) -> Iterator[int]:
    """Yield where a title breaks well: after the unit's name, before the year."""
    if organisation and title != organisation and title.startswith(organisation):
        yield len(organisation)
    if year and (place := title.find(year)) > 0:
        yield place
