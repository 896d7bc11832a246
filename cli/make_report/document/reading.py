"""A report that make-report made, read back by its template: what is printed, and nothing that is not.

Staff edit reports afterwards: texts may have changed, paragraphs and tables may have been added. A figure is read from
the cell in which the template has the figure's tag, if all labels of that table stand where the template has them.
"""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from make_report.archive import BoundedArchive, UnreadableArchiveError, has_declaration
from make_report.document.context import ORGANISATION, SIGNATURE_DATE, YEAR
from make_report.document.draft import SIGNATURE
from make_report.document.ooxml import Element, named, parsed, printed_text
from make_report.form.field import NOTES
from make_report.form.model import Form
from make_report.form.rule import DefaultTitle
from make_report.patterns import expression
from make_report.record import Record

DOCUMENT = "word/document.xml"
_MEGABYTE = 1024 * 1024
_LARGEST = 20 * _MEGABYTE
_TAG = expression(r"\{\{\s*([\w.]+)\s*\}\}")
_YEAR = expression(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MOST_TITLE_LINES = 3

Printed = Mapping[str, str | tuple[str, ...]]
"""Texts as printed, by field id: figures, the unit and the year as one text, narratives and notes as paragraphs."""


class _Table(Record):
    """A table by the row and the column of its grid."""

    cells: Mapping[tuple[int, int], str]

    @property
    def tags(self) -> dict[tuple[int, int], str]:
        """The cells of a template's table in which a figure is printed, with the figures' ids."""
        found = {place: _TAG.fullmatch(text.strip()) for place, text in self.cells.items()}
        return {place: match[1] for place, match in found.items() if match}

    def prints(self, template: "_Table") -> bool:
        """Return whether this is the template's table, filled in."""
        tags = template.tags
        return self.cells.keys() == template.cells.keys() and all(
            _letters(self.cells[place]) == _letters(text) for place, text in template.cells.items() if place not in tags
        )


def printed_contents(form: Form, template: bytes, report: bytes) -> Printed | None:
    """Return what a report says, None if it is not filled in from the template: its tables are not the template's.

    What cannot be told apart, or was left blank, is left out.
    """
    body, own = _body(report), _body(template)
    if body is None or own is None:
        return None
    tables = [_table(element) for element in body.iter(named("tbl"))]
    printed: dict[str, str | tuple[str, ...]] = {}
    for wanted in (_table(element) for element in own.iterfind(named("tbl"))):
        found = next((table for table in tables if table.prints(wanted)), None)
        if found is None:
            return None
        printed |= {tag: text for place, tag in wanted.tags.items() if (text := found.cells[place].strip())}
    return {**printed, **dict(_texts(form, body, _styles_at_the_end(own)))}


def is_word_file(content: bytes) -> bool:
    """Return whether a file is a Word document."""
    try:
        return DOCUMENT in BoundedArchive(content)
    except UnreadableArchiveError:
        return False


def _body(document: bytes) -> Element | None:
    """Return the body of a Word file; None if there is none that can be read without harm."""
    try:
        content = BoundedArchive(document)[DOCUMENT]
        if len(content) > _LARGEST or has_declaration(content):
            return None
        return parsed(content).find(named("body"))
    except (UnreadableArchiveError, etree.XMLSyntaxError, KeyError):
        return None


def _table(table: Element) -> _Table:
    cells: dict[tuple[int, int], str] = {}
    for number, row in enumerate(table.iterfind(named("tr"))):
        column = 0
        for cell in row.iterfind(named("tc")):
            cells[number, column] = printed_text(cell)
            span = cell.find(f"{named('tcPr')}/{named('gridSpan')}")
            column += 1 if span is None else _span(span.get(named("val"), "1"))
    return _Table(cells)


def _span(columns: str) -> int:
    """Return how many columns a cell covers; Word has 63 at most."""
    return int(columns) if re.fullmatch("[0-9]{1,2}", columns) else 1


def _letters(text: str) -> str:
    return "".join(character for character in text if not character.isspace() and character.isprintable())


def _texts(form: Form, body: Element, styles_at_the_end: frozenset[str]) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """Yield the title's unit and year, and the paragraphs of each section."""
    paragraphs = [
        (printed_text(element).strip(), _style(element)) for element in body.iterfind(named("p")) if _is_kept(element)
    ]
    headings = [_letters(section.heading) for section in form.sections]
    starts: dict[str, int] = {}
    for number, (text, _) in enumerate(paragraphs):
        section = form.sections[len(starts)] if len(starts) < len(headings) else None
        if section and _letters(text) == headings[len(starts)]:
            starts[section.id] = number
    ends = [*list(starts.values())[1:], len(paragraphs)]
    first = next(iter(starts.values()), len(paragraphs))
    yield from _title(form, [text for text, _ in paragraphs[:first] if text])
    for (section_id, start), end in zip(starts.items(), ends, strict=True):
        name = section_id if form.section(section_id).narrative else f"{section_id}.{NOTES}"
        texts = tuple(text for text, style in paragraphs[start + 1 : end] if text and style not in styles_at_the_end)
        if texts:
            yield name, texts


def _is_kept(paragraph: Element) -> bool:
    return bool(printed_text(paragraph).strip())


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{named('pPr')}/{named('pStyle')}")
    return "" if style is None else style.get(named("val"), "")


def _styles_at_the_end(template: Element) -> frozenset[str]:
    """Return the styles in which the template prints unit and date under the last section."""
    signed = {f"{{{{ {name} }}}}" for name in (SIGNATURE, SIGNATURE_DATE)}
    return frozenset(_style(element) for element in template.iterfind(named("p")) if printed_text(element) in signed)


def _title(form: Form, lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield unit and year as the title gives them: in the form's own words, or else the unit before the year."""
    accepted = (title for rule in form.rules if isinstance(rule, DefaultTitle) for title in rule.accepted)
    patterns = [_pattern(title) for title in (form.title, *accepted)]
    titles = ["".join(_letters("".join(lines[:count]))) for count in range(1, min(_MOST_TITLE_LINES, len(lines)) + 1)]
    for title in titles:
        for pattern in patterns:
            if match := pattern.fullmatch(title):
                yield ORGANISATION, match[ORGANISATION]
                yield YEAR, match[YEAR]
                return
    for title in titles:
        if match := _YEAR.search(title):
            yield YEAR, match[0]
            if unit := title[: match.start()]:
                yield ORGANISATION, unit
            return


def _pattern(title: str) -> re.Pattern[str]:
    escaped = re.escape(_letters(title)).replace(r"\{org\}", f"(?P<{ORGANISATION}>.+)")
    return re.compile(escaped.replace(r"\{year\}", rf"(?P<{YEAR}>\d{{4}})"))
