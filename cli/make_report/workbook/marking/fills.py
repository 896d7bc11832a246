"""The fills of marks: conditional formats that always hold, so that a cell's own fill stays as it is beneath them.

They show on protected sheets, go along when rows are inserted or cells copied, and no program that saves the
workbook anew can mix them up with the formats of staff: their formula is a sign.
"""

from collections.abc import Iterable, Iterator, Mapping

from openpyxl.styles.differential import DifferentialStyle

from make_report.place import Place, areas
from make_report.workbook.marking.markup import Element, insert_after, named, path, remove, s
from make_report.workbook.reading.merged import MergedRange
from make_report.workbook.writing.style import solid

_SIGN = 'ISTEXT("make-report")'
BEFORE_CONDITIONAL = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection"),
    *("protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells"),
    *("phoneticPr", "conditionalFormatting"),
)
"""What the schema wants in front of a conditional format in a worksheet (ISO/IEC 29500-1, 18.3.1.99)."""


def fill_style(colour: str) -> DifferentialStyle:
    """Return a fill as conditional formats keep it."""
    return DifferentialStyle(fill=solid(colour))


def add_fills(sheet: Element, places: Mapping[int, Iterable[Place]], merged: Iterable[MergedRange]) -> None:
    """Fill cells of a sheet, given by the number of the conditional style; the first one wins over the others."""
    ranges = tuple(merged)
    for rule, priority in _rules(sheet):
        rule.set("priority", str(priority + len(places)))
    for priority, (style, cells) in enumerate(places.items(), start=1):
        formula = s("formula")
        formula.text = _SIGN
        rule = s("cfRule", formula, type="expression", dxfId=style, priority=priority)
        insert_after(
            sheet, s("conditionalFormatting", rule, sqref=" ".join(_addresses(cells, ranges))), BEFORE_CONDITIONAL
        )


def _addresses(places: Iterable[Place], merged: tuple[MergedRange, ...]) -> Iterator[str]:
    """Yield A1 ranges that cover the cells; a merged cell is covered whole."""
    single: list[Place] = []
    for place in places:
        whole = [one.address for one in merged if one.covers(place)]
        yield from whole
        single += [] if whole else [place]
    yield from areas(single)


def remove_fills(sheet: Element) -> set[int]:
    """Take our fills away; return the numbers of their styles. The other formats keep their order."""
    ours = [
        (rule, priority)
        for rule, priority in _rules(sheet)
        if rule.findtext(named("formula"), "").replace(" ", "").upper() == _SIGN.upper()
    ]
    for rule, _ in ours:
        parent = rule.getparent()
        remove(rule)
        if parent is not None and parent.find(path("cfRule")) is None:
            remove(parent)
    for rule, priority in _rules(sheet):
        rule.set("priority", str(priority - sum(1 for _, before in ours if before < priority)))
    return {int(rule.get("dxfId", "-1")) for rule, _ in ours}


def _rules(sheet: Element) -> Iterator[tuple[Element, int]]:
    """Yield the rules of all conditional formats, those in extensions too, with their priorities; 1 goes first."""
    for element in sheet.iter("{*}cfRule"):
        if (priority := element.get("priority")) is not None:
            yield element, int(priority)
