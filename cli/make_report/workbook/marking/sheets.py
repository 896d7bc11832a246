"""The sheets of a workbook: which there are, a list put in front of them and taken out, which one is shown.

What has to be remembered stands in the workbook itself as defined names, which no program loses and which go along
when sheets are renamed: which sheet is our list, and which one was shown before.
"""

from collections.abc import Mapping

from make_report.patterns import expression
from make_report.place import Place
from make_report.workbook.marking.markup import (
    RELATION_ID,
    Element,
    insert_after,
    is_on,
    named,
    part_bytes,
    path,
    reference,
    remove,
    s,
)
from make_report.workbook.marking.package import Package
from make_report.workbook.marking.styles import NO_STYLES

_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_BEFORE_NAMES = (
    *("fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups"),
    "externalReferences",
)
_LONGEST_NAME = 31
_LIST, _SHOWN = "make_report_list", "make_report_shown"
_TARGET = expression(r"\$?(?:'((?:[^']|'')+)'|([^'!]+))!\$?[A-Z]+\$?\d+")
_SHEETS_OWN = ("comments", "vmlDrawing", "printerSettings")
"""Parts that programs add to a sheet and that go with it."""


class Sheets:
    """The sheets of a package, in order."""

    def __init__(self, package: Package) -> None:
        self._package = package
        relation = package.related("", "officeDocument")
        self._part = relation.target if relation else "xl/workbook.xml"

    @property
    def _workbook(self) -> Element:
        return self._package.tree(self._part)

    @property
    def _elements(self) -> list[Element]:
        return list(self._workbook.iterfind(path("sheets", "sheet")))

    @property
    def names(self) -> list[str]:
        """The names of all sheets, from left to right."""
        return [str(element.get("name")) for element in self._elements]

    @property
    def parts(self) -> Mapping[str, str]:
        """The part of each sheet that holds cells, by the sheet's name, from left to right."""
        relations = self._package.relations(self._part)
        targets = {relation.id: relation.target for relation in relations if relation.kind == "worksheet"}
        pairs = ((str(element.get("name")), targets.get(str(element.get(RELATION_ID)))) for element in self._elements)
        return {name: part for name, part in pairs if part}

    def styles_part(self) -> str:
        """Return the part with the styles; it is made if there is none."""
        if relation := self._package.related(self._part, "styles"):
            return relation.target
        name = self._package.free_name("xl/styles{}.xml")
        self._package.add(name, NO_STYLES, f"{_TYPES}.styles+xml")
        self._package.relate(self._part, "styles", name)
        return name

    @property
    def list_sheet(self) -> str:
        """The name of the sheet with our list, "" if there is none."""
        return self._pointed(_LIST)

    def add_list(self, wanted: str, root: Element, title_row: int) -> str:
        """Put our list in front of all sheets and show it; return its name. The title row stands on every page."""
        taken = {name.casefold() for name in self.names}
        numbered = (f"{wanted[: _LONGEST_NAME - 3]} {number}" for number in range(2, len(taken) + 3))
        name = next(name for name in (wanted, *numbered) if name.casefold() not in taken)
        shown = self._shown
        for defined in self._names("[@localSheetId]"):
            defined.set("localSheetId", str(int(defined.get("localSheetId", "0")) + 1))
        self._add_first(name, root)
        titles = f"{reference(Place(sheet=name)).rpartition('!')[0]}!${title_row}:${title_row}"
        self._define("_xlnm.Print_Titles", titles, localSheetId=0)
        for pointer, sheet in ((_LIST, name), (_SHOWN, shown)):
            if sheet:
                self._define(pointer, reference(Place(sheet=sheet), absolute=True), hidden=1)
        self._show(name)
        return name

    def _add_first(self, name: str, root: Element) -> None:
        part = self._package.free_name("xl/worksheets/sheet{}.xml")
        self._package.add(part, part_bytes(root), f"{_TYPES}.worksheet+xml")
        number = max((int(element.get("sheetId", "0")) for element in self._elements), default=0) + 1
        element = s("sheet", name=name, sheetId=number)
        element.set(RELATION_ID, self._package.relate(self._part, "worksheet", part))
        parent = self._workbook.find(named("sheets"))
        if parent is not None:
            parent.insert(0, element)

    def drop_list(self) -> None:
        """Take our list out; show the sheet that was shown before, unless another is shown by now."""
        name, before = self.list_sheet, self._pointed(_SHOWN)
        if name:
            was_shown = self._active == self.names.index(name)
            self._drop(name)
            if was_shown and before:
                self._show(before)
        for pointer in (_LIST, _SHOWN):
            for defined in self._names(f"[@name='{pointer}']"):
                remove(defined)
        names = self._workbook.find(named("definedNames"))
        if names is not None and not len(names):
            remove(names)

    def _drop(self, name: str) -> None:
        position, active = self.names.index(name), self._active
        element, part = self._elements[position], self.parts[name]
        for defined in self._names("[@localSheetId]"):
            local = int(defined.get("localSheetId", "0"))
            if local == position:
                remove(defined)
            elif local > position:
                defined.set("localSheetId", str(local - 1))
        self._package.unrelate(self._part, str(element.get(RELATION_ID)))
        for relation in list(self._package.relations(part)):
            if relation.kind in _SHEETS_OWN:
                self._package.remove(relation.target)
        self._package.remove(part)
        remove(element)
        self._activate(active - (active > position))

    def _names(self, condition: str) -> list[Element]:
        return list(self._workbook.iterfind(path("definedNames", "definedName") + condition))

    def _define(self, name: str, target: str, **attributes: int) -> None:
        names = self._workbook.find(named("definedNames"))
        if names is None:
            names = s("definedNames")
            insert_after(self._workbook, names, _BEFORE_NAMES)
        defined = s("definedName", name=name, **attributes)
        defined.text = target
        names.append(defined)

    def _pointed(self, pointer: str) -> str:
        """Return the name of the sheet that a defined name points to, "" if it is gone."""
        found = next(iter(self._names(f"[@name='{pointer}']")), None)
        match = _TARGET.fullmatch((found.text or "").strip()) if found is not None else None
        name = (match[2] or match[1].replace("''", "'")) if match else ""
        return name if name in self.parts else ""

    @property
    def _view(self) -> Element | None:
        return self._workbook.find(path("bookViews", "workbookView"))

    @property
    def _active(self) -> int:
        return int(self._view.get("activeTab", "0")) if self._view is not None else 0

    @property
    def _shown(self) -> str:
        """The name of the sheet that is shown, "" if nothing is said of it: then the first one is."""
        for name, part in self.parts.items():
            views = list(self._package.tree(part).iterfind(path("sheetViews", "sheetView")))
            if self.names.index(name) == self._active and (self._active or any(map(_is_selected, views))):
                return name
        return ""

    def _activate(self, number: int) -> None:
        if self._view is not None and self._active != number:
            self._view.set("activeTab", str(number))

    def _show(self, shown: str) -> None:
        """Show a sheet, and select no other: what is typed goes into all that are selected."""
        self._activate(self.names.index(shown))
        for name, part in self.parts.items():
            for view in self._package.tree(part).iterfind(path("sheetViews", "sheetView")):
                if name == shown:
                    view.set("tabSelected", "true" if {"true", "false"} & {*view.values()} else "1")
                elif _is_selected(view):
                    del view.attrib["tabSelected"]


def _is_selected(view: Element) -> bool:
    return is_on(view.get("tabSelected"))
