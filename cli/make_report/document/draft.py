"""A form's Word template, drawn from the form: what an author changes in Word afterwards."""

from collections.abc import Iterator
from itertools import pairwise

from make_report.archive import write_parts
from make_report.document import styles
from make_report.document.context import (
    ORGANISATION,
    SIGNATURE_DATE,
    TITLE,
    TITLE_LINES,
    YEAR,
    date_field_of,
)
from make_report.document.ooxml import Element, paragraph, run, w
from make_report.document.package import package
from make_report.document.style_names import HEADINGS
from make_report.document.table import TableDrawing
from make_report.form.field import NOTES, Field, Kind
from make_report.form.model import Form, Section
from make_report.language import marked, translate

SIGNATURE = "signature"
_LABELLED = marked("{label}: {content}")


def draft_template(form: Form) -> bytes:
    """Return a Word template for the form: its title, what the cover asks for, every section, the signature.

    It holds nothing but tags and paragraph tags ({%p for %}, {%p if %}), and named styles.
    """
    return write_parts(package(w("body", *_body(form)), form.language))


def _body(form: Form) -> Iterator[Element]:
    yield from _each("line", TITLE_LINES, paragraph(styles.TITLE, run("{{ line }}")))
    label = translate(_LABELLED, form.language)
    for field in _cover_fields(form):
        if field.kind is Kind.PARAGRAPHS:
            yield from _each("paragraph", field.id, _typed(styles.BODY))
        else:
            yield from _where(
                field.id, paragraph(styles.BODY, run(label.format(label=field.label, content=f"{{{{ {field.id} }}}}")))
            )
    for above, section in pairwise((None, *form.sections)):
        if section:
            yield _heading(section, above)
            yield from _section(form, section)
    if SIGNATURE in form.fields:
        date = _where(SIGNATURE_DATE, paragraph(styles.DATE, run(f"{{{{ {SIGNATURE_DATE} }}}}")))
        yield from _where(SIGNATURE, paragraph(styles.SIGNATURE, run(f"{{{{ {SIGNATURE} }}}}")), *date)
    elif form.sections[-1].table:
        # Word wants a paragraph after the last table.
        yield paragraph(styles.TABLE_NOTE)


def _cover_fields(form: Form) -> Iterator[Field]:
    """Yield the printed fields of the cover that have no other place: not in the title, not at the end."""
    date = date_field_of(form) if SIGNATURE in form.fields else None
    for field in form.fields.values():
        has_other_place = field is date or field.id in (ORGANISATION, YEAR, TITLE, SIGNATURE)
        if not field.section and field.printed and not has_other_place:
            yield field


def _heading(section: Section, above: Section | None) -> Element:
    """Return a section's heading, with some space between it and a table over or under it."""
    space = {"before": above and above.table, "after": section.table}
    wanted = {side: styles.TABLE_SPACE for side, table in space.items() if table}
    return paragraph(styles.heading(1), run(section.heading), extra=[w("spacing", **wanted)] if wanted else [])


def _section(form: Form, section: Section) -> Iterator[Element]:
    if section.narrative:
        yield from _each("paragraph", section.id, *_by_level())
    if section.table:
        yield TableDrawing(form, section).element()
        yield from _each("paragraph", f"{section.id}.{NOTES}", _typed(styles.TABLE_NOTE))


def _by_level() -> Iterator[Element]:
    """Yield a narrative's paragraph for each case: heading with text after it, plain text, heading alone; by level."""
    levels = range(1, HEADINGS + 1)
    word = "if"
    for level in levels:
        yield _tag(f"{word} paragraph.level == {level} and paragraph.heading and paragraph.text")
        yield _typed(styles.BODY, styles.run_in(level))
        word = "elif"
    yield _tag("elif paragraph.text")
    yield paragraph(styles.BODY, run("{{ paragraph.text }}"))
    for level in levels:
        yield _tag(f"elif paragraph.level == {level}")
        yield paragraph(styles.heading(level), run("{{ paragraph.heading }}"))
    yield _tag("endif")


def _typed(style: str, heading_style: str = "") -> Element:
    return paragraph(style, run("{{ paragraph.heading }}", heading_style), run("{{ paragraph.text }}"))


def _each(name: str, values: str, *body: Element) -> Iterator[Element]:
    yield _tag(f"for {name} in {values}")
    yield from body
    yield _tag("endfor")


def _where(condition: str, *body: Element) -> Iterator[Element]:
    yield _tag(f"if {condition}")
    yield from body
    yield _tag("endif")


def _tag(statement: str) -> Element:
    return paragraph(styles.TAG, run(f"{{%p {statement} %}}"))
