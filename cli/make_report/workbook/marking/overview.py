"""The list of all findings as a sheet of the workbook: the verdict, likely repairs, a row for each finding with a link.

Of many findings alike only the first shows; the others stand below it in a group that opens with a click.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from make_report.finding import Check, Finding
from make_report.language import marked, translate
from make_report.record import Record
from make_report.show.judged import MOST_ALIKE
from make_report.show.words import same_elsewhere, sheet_heading, verdict
from make_report.workbook.marking.levels import Level, advice, level_of, level_word
from make_report.workbook.marking.markup import Element, reference, s, text_element
from make_report.workbook.marking.styles import Styles
from make_report.workbook.writing.measure import Box, row_heights
from make_report.workbook.writing.style import BAND, HEADING_FONT, SIDE_BOX, SIDE_HELP, Look, solid

SHEET_NAME = marked("Results of the check")
_EXPLANATION = marked(
    "Each cell below is coloured in its sheet and bears a comment: red must be corrected, amber please check, blue is "
    "accepted. Click on a cell to go there. Correct this workbook, save it and check it again: colours, comments and "
    "this list are replaced, all else stays as it is."
)
_COLUMNS = (
    (marked("Severity"), 9.0),
    (marked("Sheet"), 15.0),
    (marked("Cell"), 7.0),
    (marked("Code"), 7.0),
    (marked("What is wrong"), 38.0),
    (marked("What to do"), 32.0),
)
_LETTERS = "ABCDEF"
_SHEET, _CELL = 1, 2
_WIDTH = sum(width for _, width in _COLUMNS)
_TEXT = Look(indent=1, size=10, border=SIDE_BOX)
_CENTRED = Look(size=10, border=SIDE_BOX, horizontal="center")
_LINK = Look(size=10, border=SIDE_BOX, horizontal="center", colour="FF0563C1", underlined=True)
_VERDICT, _REPAIR = Look(size=15, typeface=HEADING_FONT), Look(indent=1)
_LEVELS = {
    level: Look(size=10, bold=True, border=SIDE_BOX, horizontal="center", fill=solid(level.colour)) for level in Level
}
_TAB_COLOURS = {Level.ERROR: "FFC00000", Level.WARNING: "FFFFC000", Level.ACCEPTED: "FF8497B0"}
_LEAST_HEIGHT = 22
_A4 = 9
_MOST_FROZEN = 240
"""Points of the head that may stay in sight: on a small screen a higher one would leave no room for the list."""


class _Row(Record):
    """A row of the list: text and look of each cell, where a cell links to; one text alone goes over all columns."""

    texts: Sequence[str]
    looks: Sequence[Look]
    link: tuple[int, str] | None = None
    folded: bool = False
    """Shown only if the group is opened that the row above it begins."""
    begins: bool = False

    def boxes(self, number: int) -> Iterator[Box]:
        widths = [width for _, width in _COLUMNS] if len(self.texts) > 1 else [_WIDTH]
        for text, width, look in zip(self.texts, widths, self.looks, strict=True):
            yield Box(number, text, width, look)


class Overview(Record):
    """What the list shows: findings in order, the likely repairs of each mistake as lines, in the form's language."""

    findings: Sequence[Finding]
    repairs: Sequence[str]
    sheets: Collection[str]
    """The sheets that can be linked to."""
    language: str

    def sheet(self, styles: Styles) -> Element:
        """Return the sheet; its looks are added to the workbook's."""
        rows = [*self._head(), *self._body()]
        heights = row_heights((box for number, row in enumerate(rows, 1) for box in row.boxes(number)), _LEAST_HEIGHT)
        looks = {look: styles.add_look(look) for look in dict.fromkeys(look for row in rows for look in row.looks)}
        head = sum(heights[number] for number in range(1, self.title_row + 1))
        return self._worksheet(
            [_row_element(number, row, looks, heights[number]) for number, row in enumerate(rows, 1)],
            [f"A{number}:{_LETTERS[-1]}{number}" for number, row in enumerate(rows, 1) if len(row.texts) == 1],
            [_link_element(number, row) for number, row in enumerate(rows, 1) if row.link],
            self._view(frozen=head <= _MOST_FROZEN),
        )

    @property
    def title_row(self) -> int:
        """The row with the names of the columns."""
        return 3 + len(self.repairs)

    def _head(self) -> Iterator[_Row]:
        yield _Row((verdict(self.findings, self.language),), (_VERDICT,))
        for sentence in self.repairs:
            yield _Row((f"★ {sentence}",), (_REPAIR,))
        yield _Row((translate(_EXPLANATION, self.language),), (SIDE_HELP,))
        yield _Row([translate(name, self.language) for name, _ in _COLUMNS], [BAND] * len(_COLUMNS))

    def _body(self) -> Iterator[_Row]:
        alike = Counter(_kind(finding) for finding in self.findings)
        said: set[tuple[Check, str, bool]] = set()
        for finding in self.findings:
            kind = _kind(finding)
            if alike[kind] <= MOST_ALIKE:
                yield self._row(finding)
            elif kind not in said:
                said.add(kind)
                same = [other for other in self.findings if _kind(other) == kind]
                yield self._row(finding, same_elsewhere([other.place for other in same[1:]], self.language))
                for other in same[1:]:
                    yield self._row(other, folded=True)

    def _row(self, finding: Finding, same: str = "", *, folded: bool = False) -> _Row:
        place = finding.place
        texts = [
            level_word(finding, self.language),
            sheet_heading(place.sheet, self.language),
            place.cell,
            finding.code,
            "\n".join(filter(None, (finding.message(self.language), same))),
            advice(finding, self.language),
        ]
        looks = [_LEVELS[level_of(finding)], _CENTRED, _CENTRED, _CENTRED, _TEXT, _TEXT]
        if place.sheet not in self.sheets:
            return _Row(texts, looks, folded=folded, begins=bool(same))
        column = _CELL if place.row else _SHEET
        looks[column] = _LINK
        return _Row(texts, looks, (column, reference(place)), folded, bool(same))

    def _view(self, *, frozen: bool) -> Element:
        top = f"A{self.title_row + 1}"
        pane = s("pane", ySplit=self.title_row, topLeftCell=top, activePane="bottomLeft", state="frozen")
        selection = s("selection", pane="bottomLeft", activeCell=top, sqref=top)
        return s("sheetView", *((pane, selection) if frozen else ()), showGridLines=0, tabSelected=1, workbookViewId=0)

    def _worksheet(self, rows: list[Element], merged: list[str], links: list[Element], view: Element) -> Element:
        columns = [
            s("col", min=number, max=number, width=width, customWidth=1)
            for number, (_, width) in enumerate(_COLUMNS, start=1)
        ]
        worst = min(level_of(finding) for finding in self.findings)
        footer = s("oddFooter")
        footer.text = "&C&A  &P / &N"
        return s(
            "worksheet",
            s(
                "sheetPr",
                s("tabColor", rgb=_TAB_COLOURS[worst]),
                s("outlinePr", summaryBelow=0),
                s("pageSetUpPr", fitToPage=1),
            ),
            s("dimension", ref=f"A1:{_LETTERS[-1]}{len(rows)}"),
            s("sheetViews", view),
            s("sheetFormatPr", defaultRowHeight=15, outlineLevelRow=1),
            s("cols", *columns),
            s("sheetData", *rows),
            s("mergeCells", *(s("mergeCell", ref=cells) for cells in merged), count=len(merged)),
            *([s("hyperlinks", *links)] if links else []),
            s("printOptions", horizontalCentered=1),
            s("pageMargins", left=0.5, right=0.5, top=0.6, bottom=0.6, header=0.3, footer=0.3),
            s("pageSetup", paperSize=_A4, orientation="landscape", fitToWidth=1, fitToHeight=0),
            s("headerFooter", footer),
        )


def _kind(finding: Finding) -> tuple[Check, str, bool]:
    return finding.check, finding.place.sheet, bool(finding.accepted)


def _row_element(number: int, row: _Row, looks: dict[Look, int], height: float) -> Element:
    texts = [*row.texts, *[""] * (len(_LETTERS) - len(row.texts))]
    styles = [looks[look] for look in row.looks] * (len(_LETTERS) // len(row.looks))
    contents = zip(_LETTERS, texts, styles, strict=True)
    cells = [_cell(f"{letter}{number}", text, style) for letter, text, style in contents]
    group = {"outlineLevel": 1, "hidden": 1} if row.folded else {"collapsed": 1} if row.begins else {}
    return s("row", *cells, r=number, ht=height, customHeight=1, **group)


def _cell(address: str, text: str, style: int) -> Element:
    if not text:
        return s("c", r=address, s=style)
    return s("c", s("is", text_element(text)), r=address, s=style, t="inlineStr")


def _link_element(number: int, row: _Row) -> Element:
    column, target = row.link or (0, "")
    return s("hyperlink", ref=f"{_LETTERS[column]}{number}", location=target, display=row.texts[column])
