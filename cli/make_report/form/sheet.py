"""The sheets of the standard workbook without tables, and what all sheets share: rows, columns, labels."""

from collections.abc import Iterator

from make_report.form.model import CoverField, Form, Section
from make_report.place import Place
from make_report.record import Record

IDENTITY_SHEET = "make-report"
"""The very hidden sheet that names form and version."""

COVER_LABEL, COVER_ENTRY, COVER_HELP = 1, 2, 3
HEADING_ROW = 1
HELP_ROW = 2
NARRATIVE_TOP = 4
NARRATIVE_COLUMN = 1
REFERENCE_COLUMN = 3
"""Of a narrative: where last year's text may stand for reading. The column before it counts characters."""
NARRATIVE_ROWS = 200
"""The rows meant for paragraphs; a text may go on below them."""
HEADING_ROOM = 3
"""Empty rows after each heading that stands in the blank workbook already."""
TABLE_TOP = 4
LONGEST_TEXT = 32_767
"""The most characters an Excel cell holds."""


class Label(Record):
    """A cell with the form's own wording: written into the blank workbook, verified before anything is read."""

    place: Place
    text: str
    row_span: int = 1
    column_span: int = 1
    is_heading: bool = False
    """The heading of a section, which is checked as F02; all others are checked as F03."""


class CoverSheet(Record):
    """The first sheet: heading, instructions, one row for each field."""

    form: Form
    name: str
    order: int

    @property
    def top(self) -> int:
        """The row of the first field."""
        return HEADING_ROW + len(self.form.cover.instructions) + 2

    def rows(self) -> Iterator[tuple[int, CoverField]]:
        """Yield each field with its row."""
        yield from enumerate(self.form.cover.fields, start=self.top)

    def places(self) -> Iterator[tuple[str, Place]]:
        """Yield each field's id with its entry cell."""
        for row, field in self.rows():
            yield field.id, Place(self.order, row, COVER_ENTRY, self.name)

    def labels(self) -> Iterator[Label]:
        """Yield the label of each field."""
        for row, field in self.rows():
            yield Label(Place(self.order, row, COVER_LABEL, self.name), field.label)


class NarrativeSheet(Record):
    """A free text: heading, help, one paragraph a row."""

    section: Section
    name: str
    order: int

    def places(self) -> Iterator[tuple[str, Place]]:
        """Yield the narrative's id with the cell of its first paragraph."""
        yield self.section.id, Place(self.order, NARRATIVE_TOP, NARRATIVE_COLUMN, self.name)

    @property
    def help(self) -> str:
        """What stands under the heading: the form's remark and explanation."""
        declared = self.section.narrative
        return f"{declared.hint}{declared.help}" if declared else ""

    @property
    def declared_headings(self) -> tuple[str, ...]:
        """The declared headings."""
        return self.section.narrative.headings if self.section.narrative else ()

    def headings(self) -> Iterator[tuple[int, str]]:
        """Yield the declared headings with their rows in a blank workbook: room before the first and after each."""
        for number, heading in enumerate(self.declared_headings):
            yield NARRATIVE_TOP + 1 + number * (1 + HEADING_ROOM), heading

    def labels(self) -> Iterator[Label]:
        """Yield the heading of the section."""
        yield Label(Place(self.order, HEADING_ROW, NARRATIVE_COLUMN, self.name), self.section.heading, is_heading=True)
