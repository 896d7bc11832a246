"""What the structure of form.yaml alone cannot say: names that must exist, be unique, or fit together."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from make_report.errors import Fault
from make_report.form.declaration import Column, EquationDeclaration, Row
from make_report.form.equation import cells_by_scope, terms
from make_report.form.field import Kind, fields_of
from make_report.form.grid import grid_of
from make_report.form.model import Form
from make_report.form.rule import Rule
from make_report.form.structure import position

LAST_YEAR = "last_year."
"""Stands before a field's id in an example where last year's content is meant."""
_FORBIDDEN_IN_SHEET_NAMES = set("\\/?*[]:")
_LONGEST_SHEET_NAME = 31
_TERMS = ("left", "right", "when", "then", "this", "last", "plus", "minus", "part", "whole", "cells")
"""Keys of equations and rules that name cells of a table."""
RESERVED_IDS = {"form", "version", "notes", "title_lines", "signature_date"} | {
    "and", "elif", "else", "false", "for", "if", "in", "is", "loop", "none", "not", "or", "self", "true",
}  # fmt: skip
"""Ids that data and templates use for themselves, and the words of the templates' language (Jinja)."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a form: its name, its YAML nodes, which know their lines, and the rules declared in it."""

    name: str
    root: Mapping[str, Any]
    rules: tuple[Rule, ...]


def faults_of(form: Form, parts: Sequence[Part], folder_name: str) -> Iterator[Fault]:
    """Yield what is wrong in a structured form; the first of its parts is form.yaml."""
    meaning = _Meaning(form, parts[0].root, folder_name)
    yield from meaning.faults()
    for part in parts if meaning.has_fields else ():
        for fault in _Rules(form, part).faults():
            yield fault if part is parts[0] else replace(fault, file=part.name)


class _Meaning:
    """Checks of a structured form: names that must exist, be unique, or fit together."""

    def __init__(self, form: Form, root: Mapping[str, Any], folder_name: str) -> None:
        self.form = form
        self.root = root
        self.folder_name = folder_name

    def faults(self) -> Iterator[Fault]:
        yield from self._identity()
        yield from self._cover()
        yield from self._types()
        yield from self._sheets()
        yield from self._sections()
        if self.has_fields:
            yield from self._fields()

    @property
    def has_fields(self) -> bool:
        """Whether the fields can be derived: every type that is used is declared."""
        return not any(self._types())

    def _at(self, message: str, *path: str | int) -> Fault:
        return _fault_at(self.root, message, *path)

    def _identity(self) -> Iterator[Fault]:
        if self.form.form_id != self.folder_name:
            yield self._at(f"the form is called {self.form.form_id!r}, its folder {self.folder_name!r}", "form")
        for key in ("title", "file_name"):
            if fault := _template_fault(getattr(self.form, key)):
                yield self._at(f"{key}: {fault}", key)

    def _cover(self) -> Iterator[Fault]:
        ids = {field.id: field for field in self.form.cover.fields}
        for needed, kind in (("org", "text"), ("year", "year")):
            if needed not in ids or ids[needed].kind != kind:
                yield self._at(f"the field {needed!r} of kind {kind} is missing", "cover", "fields")
        for index, field in enumerate(self.form.cover.fields):
            if (field.kind == "choice") != bool(field.choices):
                yield self._at("choices belong to kind choice, and only there", "cover", "fields", index)

    def _types(self) -> Iterator[Fault]:
        known = {declared.id for declared in self.form.types}
        for number, section in enumerate(self.form.sections):
            for index, block in enumerate(section.table.blocks if section.table else ()):
                used = {block.type, *_types_in(block.columns), *_types_in(block.rows)} - known - {""}
                for name in sorted(used):
                    message = f"the type {name!r} is not declared under types"
                    yield self._at(message, "sections", number, "table", "blocks", index)

    def _sheets(self) -> Iterator[Fault]:
        seen: set[str] = set()
        paths: list[tuple[str | int, ...]] = [("cover", "sheet")]
        paths += [("sections", number, "sheet") for number in range(len(self.form.sections))]
        names = [self.form.cover.sheet, *(section.sheet for section in self.form.sections)]
        for name, path in zip(names, paths, strict=True):
            if name.casefold() in seen:
                yield self._at(f"two sheets are called {name!r}", *path)
            if not 0 < len(name) <= _LONGEST_SHEET_NAME or _FORBIDDEN_IN_SHEET_NAMES & set(name) or name[0] == "'":
                yield self._at(f"Excel allows no sheet named {name!r}: 31 characters, none of \\ / ? * [ ] :", *path)
            seen.add(name.casefold())

    def _sections(self) -> Iterator[Fault]:
        for number, section in enumerate(self.form.sections):
            if bool(section.narrative) == bool(section.table):
                yield self._at("a section has either a narrative or a table", "sections", number)

    def _fields(self) -> Iterator[Fault]:
        ids = Counter(field.id for field in fields_of(self.form.cover, self.form.types, self.form.sections))
        for name, count in ids.items():
            if count > 1:
                yield self._at(
                    f"{count} fields have the id {name!r}: give rows and columns ids that differ", "sections"
                )
            if any(other.startswith(f"{name}.") for other in ids):
                yield self._at(f"{name!r} is a field and a group of fields at once: rename one of them", "sections")
            if name.split(".")[0] in RESERVED_IDS:
                yield self._at(f"the id {name!r} is reserved", "sections")
        for number, section in enumerate(self.form.sections):
            if section.table and (columns := grid_of(self.form, section).columns) != len(section.table.widths):
                message = f"widths: the grid has {columns} columns, {len(section.table.widths)} widths are given"
                yield self._at(message, "sections", number, "table", "widths")
        yield from self._computed()

    def _computed(self) -> Iterator[Fault]:
        defined = {equation.computes.id for equation in self.form.sums if equation.computes}
        for field in self.form.fields.values():
            if field.computed and field.id not in defined:
                message = f"{field.id!r} is computed, but no equation has it alone on its right side"
                yield self._at(message, "equations" if self.form.equations else "sections")


class _Rules:
    """Checks of one file's equations and rules: the cells and texts they name must exist."""

    def __init__(self, form: Form, part: Part) -> None:
        self.form = form
        self.part = part

    def faults(self) -> Iterator[Fault]:
        yield from self._terms()
        yield from self._examples()

    def _at(self, message: str, *path: str | int) -> Fault:
        return _fault_at(self.part.root, message, *path)

    def _terms(self) -> Iterator[Fault]:
        tables = {section.id for section, _ in self.form.tables()}
        for place, declarations in self._declarations():
            for number, declared in enumerate(declarations):
                yield from self._choices(number, declared)
                each = getattr(declared, "each", None)
                if each is None:
                    yield from self._text_fields(number, getattr(declared, "section", ()))
                    continue
                if (section := getattr(declared, "section", "")) not in tables:
                    yield self._at(f"in: {section!r} is not a section with a table", place, number, "in")
                    continue
                scopes = cells_by_scope(self.form.fields.values(), section, each).values()
                for key in _TERMS:
                    named: str | Sequence[str] = getattr(declared, key, ())
                    for term in (named,) if isinstance(named, str) else named:
                        if not any(terms([term], cells) for cells in scopes):
                            message = f"{key}: {term!r} names no cell of {section!r} for each {each}"
                            yield self._at(message, place, number, key)

    def _text_fields(self, number: int, named: str | Sequence[str]) -> Iterator[Fault]:
        for name in (named,) if isinstance(named, str) else named:
            if name not in self.form.fields or self.form.fields[name].kind is Kind.NUMBER:
                yield self._at(f"in: {name!r} is no text of this form", "rules", number, "in")

    def _choices(self, number: int, declared: EquationDeclaration | Rule) -> Iterator[Fault]:
        if (name := getattr(declared, "field", None)) is None:
            return
        field = self.form.fields.get(name)
        if field is None or field.kind is not Kind.CHOICE:
            yield self._at(f"field: {name!r} is no choice of this form", "rules", number, "field")
            return
        for choice in sorted(set(getattr(declared, "choices", ())) - {choice.id for choice in field.choices}):
            yield self._at(f"choices: {choice!r} is no choice of {name!r}", "rules", number)

    def _examples(self) -> Iterator[Fault]:
        for place, declarations in self._declarations():
            for number, declared in enumerate(declarations):
                for key in ("bad", "good"):
                    for name in getattr(declared, key, None) or ():
                        if name.removeprefix(LAST_YEAR) not in self.form.fields:
                            yield self._at(f"{key}: {name!r} is no field of this form", place, number, key)

    def _declarations(self) -> Iterator[tuple[str, Sequence[EquationDeclaration | Rule]]]:
        yield "equations", self.form.equations if "equations" in self.part.root else ()
        yield "rules", self.part.rules


def _fault_at(root: Mapping[str, Any], message: str, *path: str | int) -> Fault:
    """Return a fault at a node, given by the keys and indices that lead to it."""
    node: Any = root
    for step in path[:-1]:
        node = node[step]
    return Fault(*position(node, path[-1]), message)


def _types_in(parts: Sequence[Column] | Sequence[Row]) -> Iterator[str]:
    for part in parts:
        yield part.type
        yield from _types_in(part.parts)


def _template_fault(text: str) -> str:
    """Return what is wrong with a text that may hold {org} and {year}, "" if nothing is."""
    try:
        text.format(org="", year=0)
    except (KeyError, IndexError, ValueError, AttributeError) as error:
        return f"only {{org}} and {{year}} are filled in ({error})"
    return ""
