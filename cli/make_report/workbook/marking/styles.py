"""Entries added at the end of a workbook's lists of styles, and taken from there again when nobody uses them."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from lxml import etree
from openpyxl.styles.differential import DifferentialStyle

from make_report.patterns import expression
from make_report.workbook.marking.markup import Element, named, parsed, s
from make_report.workbook.writing.style import FONT_ORDER, Look

_ORDER = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs")
_REFERENCES = {"fonts": "fontId", "fills": "fillId", "borders": "borderId"}
_LOOK = expression(rb"\s(?:s|style)\s*=\s*[\"'](\d+)[\"']")
_CONDITIONAL = expression(rb"[dD]xfId\s*=\s*[\"'](\d+)[\"']")
NO_STYLES = b"""<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
<fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>\
<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs></styleSheet>"""
"""For a workbook that has no styles at all."""


class Styles:
    """The styles of a workbook."""

    def __init__(self, root: Element) -> None:
        self._root = root

    def add_look(self, look: Look) -> int:
        """Add how a cell looks; return its number."""
        numbers = {"numFmtId": 0, "fontId": self._add("fonts", _element(look.font.to_tree("font")))}
        numbers["fillId"] = self._add("fills", _element(look.fill.to_tree())) if look.fill else 0
        border = look.border.to_tree() if look.border else None
        numbers["borderId"] = self._add("borders", s("border") if border is None else _element(border))
        flags = {"applyFont": 1, "applyFill": 1, "applyBorder": 1, "applyAlignment": 1}
        alignment = _element(look.alignment.to_tree("alignment"))
        return self._add("cellXfs", s("xf", alignment, **numbers, xfId=0, **flags))

    def add_conditional(self, style: DifferentialStyle, free: Collection[int] = ()) -> int:
        """Add how cells look on a condition; return its number, one of the free ones if there are any."""
        element = _element(style.to_tree("dxf"))
        if not free:
            return self._add("dxfs", element)
        entries = self._list("dxfs")
        entries[min(free)] = element
        return min(free)

    def _list(self, kind: str) -> Element:
        found = self._root.find(named(kind))
        if found is None:
            found = s(kind)
            before = {named(name) for name in _ORDER[: _ORDER.index(kind)]}
            self._root.insert(sum(1 for child in self._root if child.tag in before), found)
        return found

    def _add(self, kind: str, element: Element) -> int:
        entries = self._list(kind)
        entries.append(element)
        entries.set("count", str(len(entries)))
        return len(entries) - 1

    def forget_looks(self, ours: Collection[int], used: Collection[int]) -> None:
        """Take away those of our looks that stand at the end and are not used, and what they alone were made of."""
        gone = self._cut("cellXfs", ours, used)
        left = [xf for kind in ("cellStyleXfs", "cellXfs") for xf in self._list(kind)]
        for kind, name in _REFERENCES.items():
            self._cut(kind, set(_numbers(gone, name)), set(_numbers(left, name)))

    def forget_conditional(self, ours: Collection[int], used: Collection[int]) -> set[int]:
        """Take away those of our conditional looks that stand at the end and are not used; return those left over.

        Other programs put them before those of staff, whose numbers must stay: these places are free for new ones.
        """
        self._cut("dxfs", ours, used)
        return {number for number in ours if 0 <= number < len(self._list("dxfs"))} - {*used}

    def _cut(self, kind: str, ours: Collection[int], used: Collection[int]) -> list[Element]:
        entries, gone = self._list(kind), list[Element]()
        while len(entries) and len(entries) - 1 in ours and len(entries) - 1 not in used:
            gone.append(entries[-1])
            entries.remove(entries[-1])
        if gone:
            entries.set("count", str(len(entries)))
        return gone


def _numbers(elements: Iterable[Element], name: str) -> Iterator[int]:
    return (int(element.get(name, "0")) for element in elements)


def _element(tree: Any) -> Element:  # noqa: ANN401 - as openpyxl's stubs have it
    """Return what openpyxl made, whose names have no namespace yet, as an element of SpreadsheetML."""
    root = parsed(etree.tostring(tree))
    for element in root.iter():
        element.tag = named(str(element.tag))
    if root.tag == named("font"):
        root[:] = sorted(root, key=lambda child: FONT_ORDER.index(etree.QName(child).localname))
    return root


def used_looks(sheet: bytes) -> set[int]:
    """Return the numbers of the looks that the cells, rows and columns of a sheet have."""
    return {int(number) for number in _LOOK.findall(sheet)}


def used_conditional(part: bytes) -> set[int]:
    """Return the numbers of the conditional looks that a part uses: of a sheet, a table, a pivot table."""
    return {int(number) for number in _CONDITIONAL.findall(part)}
