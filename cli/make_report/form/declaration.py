"""What form.yaml may say: one frozen class for each kind of mapping in it (Form itself is in model.py).

These classes are the language. structure.py reads YAML into them and finds every fault; schema.py makes
docs/form.schema.json from them; the help of each key is its `said` text.
"""

from typing import ClassVar, Literal

from make_report.form.rule import BAD, GOOD, Each, Rule, SeverityWord
from make_report.form.vocabulary import ANYTHING, CODE, IDENTIFIER, Example, Names, said
from make_report.record import Record


class Years(Record, kw_only=True):
    """The report years a form serves."""

    first: int = said("The first report year.")
    last: int | None = said("The last report year; left out, the form is in force.", default=None)

    def __contains__(self, year: int) -> bool:
        """Return whether the form serves the year."""
        return self.first <= year and (self.last is None or year <= self.last)


class Choice(Record, kw_only=True):
    """One entry of a drop-down list."""

    id: str = said("The name in data and templates.", pattern=IDENTIFIER)
    label: str = said("What staff choose.")
    endings: tuple[str, ...] = said(
        "Endings of the unit's name that tell this choice when none is made; of several the longest tells.", default=()
    )


CoverKind = Literal["text", "paragraphs", "date", "year", "choice"]


class CoverField(Record, kw_only=True):
    """A field of the first sheet."""

    id: str = said("The name in data and templates. org and year must exist.", pattern=IDENTIFIER)
    label: str = said("What stands beside the cell.")
    kind: CoverKind = said("What may be typed: one line, paragraphs, a date, the report year, one of the choices.")
    optional: bool = said("May be left blank.", default=False)
    printed: bool = said("Reaches the report.", default=True)
    kept: bool = said("Is the same next year: `make-report new --from` takes it over.", default=False)
    help: str = said("A short explanation beside the cell.", default="")
    choices: tuple[Choice, ...] = said("For kind choice: the entries of the list.", default=())


class Cover(Record, kw_only=True):
    """The first sheet: what to do, and who files for which year."""

    sheet: str = said("The sheet's name.")
    heading: str = said("The heading of the sheet.")
    instructions: tuple[str, ...] = said("What to do, one line each.")
    fields: tuple[CoverField, ...] = said("What is asked for, from top to bottom.")


class Signs(Record, kw_only=True):
    """Words for plus and minus in a signed column, read and printed."""

    positive: str = said("Stands before an increase, such as 增.")
    negative: str = said("Stands before a decrease, such as 减.")
    also_positive: tuple[str, ...] = said("Other words that are read for an increase, such as 增加.", default=())
    also_negative: tuple[str, ...] = said("Other words that are read for a decrease, such as 减少.", default=())


class NumberType(Record, kw_only=True):
    """What figures a cell takes and how they are printed."""

    id: str = said("The name by which blocks, rows and columns refer to the type.", pattern=IDENTIFIER)
    code: str = said("The code of the finding when a figure breaks the limits.", pattern=CODE)
    integer: bool = said("Whole numbers only.", default=False)
    minimum: int | None = said("The smallest figure allowed.", default=None)
    decimals: int | None = said("The most digits after the point.", default=None)
    unit: str = said("The unit; it may be typed after a figure and is then read with a note.", default="")
    units: tuple[str, ...] = said("Several units of which staff choose one in a cell beside the table.", default=())
    unit_code: str = said("The code of the finding when no unit is chosen, with `units`.", pattern=CODE, default="U08")
    signs: Signs | None = said("For changes: words for plus and minus.", default=None)
    print_unit: bool = said("Print the unit after the figure (never after zero).", default=False)
    source: str = said("The authority for the limits and the unit.")


class Column(Record, kw_only=True):
    """A column of a table, or a heading over several columns."""

    id: str = said("Part of the field's id; a heading without id adds nothing to it.", default="", pattern=IDENTIFIER)
    label: str = said("The official wording.", pattern=ANYTHING)
    short: str = said("A shorter name for messages.", default="")
    name: str = said("Its name in texts that quote its figures, where label and short say too little.", default="")
    columns: tuple["Column", ...] = said("The columns under this heading.", default=())
    type: str = said("The type of its figures, if other than the block's.", default="")
    optional: bool = said("May be left blank: printed blank, with a warning.", default=False)
    computed: bool = said("Calculated by the workbook and the tool, from an equation.", default=False)
    help: str = said("A short explanation.", default="")

    @property
    def parts(self) -> tuple["Column", ...]:
        """The columns under this one."""
        return self.columns


class Row(Record, kw_only=True):
    """A row of a table, or a label beside several rows."""

    id: str = said("Part of the field's id; a label without id adds nothing to it.", default="", pattern=IDENTIFIER)
    label: str = said("The official wording.", pattern=ANYTHING)
    short: str = said("A shorter name for messages.", default="")
    name: str = said("Its name in texts that quote its figures, where label and short say too little.", default="")
    rows: tuple["Row", ...] = said("The rows beside this label.", default=())
    type: str = said("The type of its figures, if other than the block's.", default="")
    optional: bool = said("May be left blank: printed blank, with a warning.", default=False)
    computed: bool = said("Calculated by the workbook and the tool, from an equation.", default=False)
    help: str = said("A short explanation.", default="")
    vertical: bool = said("Print the label from top to bottom.", default=False)

    @property
    def parts(self) -> tuple["Row", ...]:
        """The rows beside this one."""
        return self.rows


class Block(Record, kw_only=True):
    """A part of a table with headings of its own."""

    title: str = said("A title row over the whole width.", default="")
    corner: str = said("What stands over the row labels.", default="")
    type: str = said("The type of the figures.")
    columns: tuple[Column, ...] = said("The columns, from left to right.")
    rows: tuple[Row, ...] = said("The rows, from top to bottom; left out, one row without a label.", default=())
    source: str = said("The authority for the block; left out, the section's.", default="")


class Table(Record, kw_only=True):
    """A printed table: blocks one under the other on one grid."""

    widths: tuple[int, ...] = said("Width of each column of the grid, labels included, in twentieths of a point.")
    blocks: tuple[Block, ...] = said("The blocks, from top to bottom.")
    help: str = said("A short explanation over the table.", default="")


class Narrative(Record, kw_only=True):
    """A free text, one paragraph a row."""

    hint: str = said("The official form's own remark, never printed.", default="")
    headings: tuple[str, ...] = said("Headings that stand in the blank workbook already.", default=())
    minimum: int = said("The fewest characters, headings not counted.", default=1)
    not_only: tuple[str, ...] = said("Words that are no content when nothing else is written.", default=())
    help: str = said("A short explanation over the text.", default="")


class Section(Record, kw_only=True):
    """A numbered part of the report: either a narrative or a table, on a sheet of its own."""

    id: str = said("The first part of its fields' ids.", pattern=IDENTIFIER)
    heading: str = said("The official heading.")
    sheet: str = said("The sheet's name, 31 characters at most.")
    source: str = said("The authority for the section.")
    narrative: Narrative | None = said("A free text.", default=None)
    table: Table | None = said("A table of figures.", default=None)


class EquationDeclaration(Record, kw_only=True):
    """A sum that must hold, for one set of cells or for every row or column of a table."""

    operands: ClassVar[tuple[str, ...]] = (
        "left",
        "right",
        "difference",
        "left_name",
        "right_name",
        "scope",
        "cells",
    )
    needs: ClassVar[tuple[str, ...]] = ()
    code: str = said("The stable code of the check, such as A01.", pattern=CODE)
    name: str = said("What the equation says, in the form's language.")
    section: str = said("The section whose table is meant (key `in`).", names=Names.TABLE)
    each: Each = said("For every row, every column, or once for the table.", default="table")
    only: tuple[str, ...] = said("With each: just these rows or columns.", default=(), names=Names.SCOPES)
    left: tuple[str, ...] = said("Cells added on the left; `refused.*` means all below refused.", names=Names.TERMS)
    left_name: str = said("What the left side is called; left out, the labels joined by plus.", default="")
    relation: Literal["=", "<=", ">="] = said("How left and right compare.", default="=")
    right: tuple[str, ...] = said("Cells added on the right; none means zero.", default=(), names=Names.TERMS)
    right_name: str = said("What the right side is called.", default="")
    severity: SeverityWord = said("error: no report is made; warning: the clerk is asked to look.", default="error")
    message: str = said(
        "The fault in the form's own words, if the standard sentence will not do.", default="", names=Names.SENTENCE
    )
    remedy: str = said("What to do, if the standard sentence will not do.", default="", names=Names.SENTENCE)
    source: str = said("The authority for the equation.")
    bad: Example | None = said(BAD, default=None, hashed=False)
    good: Example | None = said(GOOD, default=None, hashed=False)


class Reading(Record, kw_only=True):
    """What staff type instead of figures."""

    zero_words: tuple[str, ...] = said("Words and signs typed for nothing: an error that asks for 0.", default=("-",))


class SharedRules(Record, kw_only=True):
    """A file of rules that several forms name under `rules_from`."""

    rules: tuple[Rule, ...] = said("The checks, as under `rules` of a form.")
