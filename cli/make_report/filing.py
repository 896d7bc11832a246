"""The frozen values of one workbook. Knows neither Excel nor Word."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum

from make_report.place import Place
from make_report.record import Record, field


class State(Enum):
    """What was found in a cell. Zero is READ: a number like any other."""

    EMPTY = "empty"
    """Nothing was filled in where something is required, or may be left out."""
    NOT_APPLICABLE = "not applicable"
    """The form allows this cell to be left blank, and it is: printed blank, counted as nothing."""
    UNREADABLE = "unreadable"
    """Something stands there that cannot be read in one way only."""
    READ = "read"
    """A value was read."""


class Paragraph(Record):
    """One paragraph of a narrative, with the cell it was typed in."""

    text: str
    place: Place


Entry = Decimal | int | str | date | tuple[str, ...]
Entries = Mapping[str, Entry]
"""What is to be put into a workbook, by field id: a figure, a year, a text (or a figure typed as text), a date,
paragraphs. A choice is given by its id."""


class HandedDown(Record):
    """What last year's report leaves to this year's workbook beside contents: nothing of it is data."""

    prompts: Mapping[str, str] = field(default_factory=dict[str, str])
    """What is said when a figure's cell is chosen, by field id."""
    locked: frozenset[str] = frozenset()
    """Figures that follow from last year's and are locked."""
    stocks: Mapping[str, Decimal] = field(default_factory=dict[str, Decimal])
    """Of those to which this year adds, or from which it takes away: last year's figures, by field id."""
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """Last year's paragraphs by field id, to be read beside this year's."""
    headings: Mapping[str, frozenset[int]] = field(default_factory=dict[str, frozenset[int]])
    """Which of these paragraphs are headings that stand this year too."""


NOTHING_HANDED_DOWN = HandedDown()

Content = Decimal | int | str | date | tuple[Paragraph, ...] | None


class Value(Record):
    """What one field holds.

    `raw` is the cell's content as the workbook stores it, `content` what it was read as.
    A computed field has content only if staff typed a figure over its formula: it is compared, not trusted.
    """

    field: str
    place: Place
    raw: object = None
    state: State = State.EMPTY
    content: Content = None

    @property
    def number(self) -> Decimal | None:
        """The number read, None for everything else."""
        return self.content if isinstance(self.content, Decimal) else None

    @property
    def year(self) -> int | None:
        """The year read, None for everything else."""
        return self.content if isinstance(self.content, int) else None

    @property
    def date(self) -> date | None:
        """The date read, None for everything else."""
        return self.content if isinstance(self.content, date) else None

    @property
    def text(self) -> str:
        """The text or choice read, "" for everything else."""
        return self.content if isinstance(self.content, str) else ""

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs read, () for everything else."""
        return self.content if isinstance(self.content, tuple) else ()


_NOWHERE = Place()


class Waiver(Record):
    """A finding that staff accept with a written reason, as they typed it. It holds for one report year."""

    code: str
    target: str
    """Sheet and cells as messages show them, such as “表三 E9”, or a sheet alone."""
    year: int | None
    """None if there is none, or none that can be read."""
    reason: str
    place: Place = _NOWHERE
    typed_year: str = ""
    """What was typed as the year."""


class Filing(Record):
    """All values of one workbook, by field id. `source` is the name of the file they came from."""

    form_id: str
    values: Mapping[str, Value]
    source: str = ""
    waivers: tuple[Waiver, ...] = ()

    def __getitem__(self, field: str) -> Value:
        """Return the field's value; an unread field is empty."""
        return self.values.get(field) or Value(field, Place())
