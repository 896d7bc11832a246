"""A form: all that is known about one official format, with the fields and equations derived from it."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from make_report.form.declaration import (
    Block,
    Choice,
    Column,
    Cover,
    CoverField,
    CoverKind,
    EquationDeclaration,
    Narrative,
    NumberType,
    Reading,
    Row,
    Section,
    SharedRules,
    Signs,
    Table,
    Years,
)
from make_report.form.equation import (
    Cells,
    Equation,
    cells_by_scope,
    defining_equations,
    entries_behind,
    equations_of,
    figures_named,
)
from make_report.form.field import Field, Kind, fields_of
from make_report.form.rule import Rule
from make_report.form.side_sheet import References, Waivers
from make_report.form.vocabulary import FORM_IDENTIFIER, LANGUAGE_TAG, Names, said
from make_report.record import Record

__all__ = [
    "Block",
    "Choice",
    "Column",
    "Cover",
    "CoverField",
    "CoverKind",
    "EquationDeclaration",
    "Form",
    "Narrative",
    "NumberType",
    "Reading",
    "References",
    "Row",
    "Section",
    "SharedRules",
    "Signs",
    "Table",
    "Waivers",
    "Years",
]


class Form(Record, kw_only=True):
    """A form: all that is known about one official format."""

    form_id: str = said("The form's id, the same as its folder's name (key `form`).", pattern=FORM_IDENTIFIER)
    version: int = said("Counts up when cells move, so that old workbooks are recognised.")
    name: str = said("What the form is called.")
    language: str = said("The language of the form and of all that is said about it.", pattern=LANGUAGE_TAG)
    years: Years = said("The report years it serves.")
    predecessor: str = said("The form that served the years before.", default="")
    successor: str = said("The form that serves the years after.", default="")
    source: str = said("The document that prescribes the form.")
    title: str = said("The report's title; {org} and {year} are filled in.", names=Names.TITLE)
    file_name: str = said("The report's file name; left out, the default title.", default="", names=Names.TITLE)
    cover: Cover = said("The first sheet.")
    types: tuple[NumberType, ...] = said("The types of figures; a form without tables needs none.", default=())
    sections: tuple[Section, ...] = said("The parts of the report in the official order.")
    equations: tuple[EquationDeclaration, ...] = said("The sums that must hold.", default=())
    rules: tuple[Rule, ...] = said("All other checks.", default=())
    rules_from: tuple[str, ...] = said(
        "Files with more rules, shared by several forms: paths from the form's folder, such as ../common/texts.yaml.",
        default=(),
    )
    reading: Reading = said("What staff type instead of figures.", default=Reading())
    waivers: Waivers | None = said("Findings that staff may accept; left out, none can be.", default=None)
    references: References | None = said(
        "The figures that texts may quote; left out, no sheet lists them.", default=None
    )

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """All fields by id, in the order of the workbook."""
        return {field.id: field for field in fields_of(self.cover, self.types, self.sections)}

    @cached_property
    def texts(self) -> tuple[Field, ...]:
        """The fields that hold lines or paragraphs of text."""
        return tuple(field for field in self.fields.values() if field.kind in (Kind.TEXT, Kind.PARAGRAPHS))

    @cached_property
    def sums(self) -> tuple[Equation, ...]:
        """The equations, expanded: one for every row or column they hold for."""
        return tuple(equations_of(self.equations, self.fields))

    @cached_property
    def figures(self) -> tuple[Field, ...]:
        """The fields that hold figures."""
        return tuple(field for field in self.fields.values() if field.kind is Kind.NUMBER)

    @cached_property
    def defining(self) -> Mapping[str, Equation]:
        """The equation from which each computed figure is calculated."""
        return defining_equations(self.sums)

    @cached_property
    def entries_behind(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the entry cells from which each computed figure is calculated, as often as each counts."""
        return {name: tuple(entries_behind(self.fields[name], self.defining)) for name in self.defining}

    def scopes(self, section: str, each: str, only: tuple[str, ...] = ()) -> Mapping[str, Cells]:
        """Return the figures of a section's table, arranged for a rule (equation.cells_by_scope), each way once."""
        asked = section, each, only
        if asked not in self._scopes:
            self._scopes[asked] = cells_by_scope(self.figures, section, each, only)
        return self._scopes[asked]

    @cached_property
    def _scopes(self) -> dict[tuple[str, str, tuple[str, ...]], Mapping[str, Cells]]:
        return {}

    def figures_named(self, terms: tuple[str, ...]) -> tuple[Field, ...]:
        """Return the figures that ids name (equation.figures_named), looked for once."""
        if terms not in self._named:
            self._named[terms] = figures_named(terms, self.fields)
        return self._named[terms]

    @cached_property
    def _named(self) -> dict[tuple[str, ...], tuple[Field, ...]]:
        return {}

    def section(self, section_id: str) -> Section:
        """Return the section with this id. KeyError if there is none."""
        return {section.id: section for section in self.sections}[section_id]

    def tables(self) -> Iterator[tuple[Section, Table]]:
        """Yield the sections that are tables."""
        for section in self.sections:
            if section.table:
                yield section, section.table
