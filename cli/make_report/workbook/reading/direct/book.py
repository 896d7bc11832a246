"""The parts of a workbook, found as openpyxl finds them, and its sheets read directly."""

import posixpath
from collections.abc import Iterator, Mapping
from functools import cached_property

from make_report.workbook.reading.cell import Cells
from make_report.workbook.reading.direct.content import Meaning
from make_report.workbook.reading.direct.formats import number_formats
from make_report.workbook.reading.direct.markup import (
    MAIN,
    RELATION_ID,
    RELATIONS,
    TYPES,
    Attributes,
    Elements,
    NotUnderstoodError,
    elements,
    given,
)
from make_report.workbook.reading.direct.sheet import cells_of
from make_report.workbook.reading.direct.strings import SharedStrings

_TYPES_PART, _STYLES_PART = "[Content_Types].xml", "xl/styles.xml"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_STRINGS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_SHEET_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
_CHART_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet"
_SWITCHES = {"1": True, "true": True, "0": False, "false": False}


class DirectBook:
    """A workbook's sheets and cells, read from its parts. NotUnderstoodError wherever openpyxl has to see."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts

    def sheet_parts(self) -> Mapping[str, str]:
        """Return the part of each sheet that holds cells, by the sheet's name, from left to right."""
        return self._sheet_parts

    @cached_property
    def _sheet_parts(self) -> Mapping[str, str]:
        found = dict[str, str]()
        for name, relation in self._sheets():
            kind, part = given(relation, "Type"), self._target(relation)
            if kind == _CHART_RELATION:
                continue
            if kind != _SHEET_RELATION or part not in self._parts or part in found.values():
                raise NotUnderstoodError
            found[name] = part
        return found

    def cells(self, sheet: str, rows: int, columns: int) -> Cells:
        """Return the cells of a sheet's upper left corner."""
        return cells_of(self._parts[self._sheet_parts[sheet]], rows, columns, self._meaning)

    def _sheets(self) -> Iterator[tuple[str, Attributes]]:
        """Yield the name and the relation of each sheet."""
        folder, name = posixpath.split(self._workbook_part)
        relations = elements(self._part(f"{folder}/_rels/{name}.rels"), RELATIONS).only("Relationships", "Relationship")
        by_id = {given(relation, "Id"): relation for relation in relations}
        sheets = self._workbook.only("workbook", "sheets", "sheet")
        names = {given(sheet, "name") for sheet in sheets}
        if len(by_id) < len(relations) or len(names) < len(sheets):
            raise NotUnderstoodError
        for sheet in sheets:
            relation = by_id.get(given(sheet, RELATION_ID))
            if relation is None:
                raise NotUnderstoodError
            yield sheet["name"], relation

    def _target(self, relation: Attributes) -> str:
        """Return the part that a relation of the workbook leads to."""
        if relation.get("TargetMode", "Internal") != "Internal":
            raise NotUnderstoodError
        target = given(relation, "Target")
        folder = posixpath.dirname(self._workbook_part)
        return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))

    @cached_property
    def _workbook_part(self) -> str:
        parts = self._parts_of_type(_WORKBOOK_TYPE)
        if len(parts) != 1:
            raise NotUnderstoodError
        return parts[0]

    @cached_property
    def _workbook(self) -> Elements:
        found = elements(self._part(self._workbook_part), MAIN)
        if len(found.all("workbook", "sheets")) != 1 or len(found.all("workbook", "workbookPr")) > 1:
            raise NotUnderstoodError
        return found

    @cached_property
    def _types(self) -> list[Attributes]:
        return elements(self._part(_TYPES_PART), TYPES).only("Types", "Override", beside="Default")

    def _parts_of_type(self, kind: str) -> list[str]:
        return [given(one, "PartName").removeprefix("/") for one in self._types if given(one, "ContentType") == kind]

    @cached_property
    def _meaning(self) -> Meaning:
        """What the cells refer to: strings, formats, the first day of dates."""
        strings = self._parts_of_type(_STRINGS_TYPE)
        properties = self._workbook.all("workbook", "workbookPr")
        switch = properties[0].get("date1904", "0") if properties else "0"
        if len(strings) > 1 or switch not in _SWITCHES:
            raise NotUnderstoodError
        shared = SharedStrings(self._part(strings[0])) if strings else None
        return Meaning(shared, number_formats(self._part(_STYLES_PART)), _SWITCHES[switch])

    def _part(self, name: str) -> bytes:
        if name not in self._parts:
            raise NotUnderstoodError
        return self._parts[name]
