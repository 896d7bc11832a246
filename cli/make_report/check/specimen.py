"""A filing of any form in which everything is filled in: figures that balance, texts in the form's own words."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from make_report.filing import Content, Filing, Paragraph, State, Value
from make_report.form.field import Field, Kind
from make_report.form.layout import layout_of
from make_report.form.model import Form
from make_report.form.rule import Mentions
from make_report.place import Place


def specimen(form: Form, figures: Mapping[str, Decimal], year: int) -> Filing:
    """Return a filing for the year with the given figures; what may be left blank outside the tables is blank."""
    places = layout_of(form).places
    values = {name: _value(form, field, places[name], figures.get(name), year) for name, field in form.fields.items()}
    return Filing(form.form_id, values)


def _value(form: Form, field: Field, place: Place, figure: Decimal | None, year: int) -> Value:
    content = figure if field.kind is Kind.NUMBER else _content(form, field, place, year) if field.required else None
    if content is None:
        return Value(field.id, place, None, State.NOT_APPLICABLE if field.optional else State.EMPTY)
    return Value(field.id, place, str(content), State.READ, content)


def _content(form: Form, field: Field, place: Place, year: int) -> Content:
    if field.kind is Kind.PARAGRAPHS:
        return (Paragraph(_text(form, field), place),)
    contents: Mapping[Kind, Content] = {
        Kind.TEXT: field.label,
        Kind.YEAR: year,
        Kind.DATE: date(year + 1, 1, 20),
        Kind.CHOICE: field.choices[0].id if field.choices else "",
    }
    return contents[field.kind]


def _text(form: Form, field: Field) -> str:
    """Return a text that is long enough and has the words it must have: what the form explains about the section."""
    section = form.section(field.section) if field.section else None
    explained = section.narrative.help if section and section.narrative else ""
    words = "".join(rule.words[0] for rule in form.rules if isinstance(rule, Mentions) and rule.section == field.id)
    text = f"{explained or field.label}{words}"
    shortest = section.narrative.minimum if section and section.narrative else 1
    return text * (shortest // len(text) + 1)
