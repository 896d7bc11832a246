"""Equations and rules: the cells, texts and operands that they name must exist. Each key says what its words name."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from make_report.form.declaration import EquationDeclaration
from make_report.form.equation import cells_by_scope, matching
from make_report.form.field import Field, Kind
from make_report.form.meaning.flaw import Flaw, Part, Path
from make_report.form.meaning.identity import TITLE_NAMES, template_flaws
from make_report.form.model import Form
from make_report.form.node import nearest
from make_report.form.rule import Rule
from make_report.form.structure import key_of
from make_report.form.vocabulary import Names
from make_report.language import marked
from make_report.record import Record, attributes_of

LAST_YEAR = "last_year."
"""Stands before a field's id in an example where last year's content is meant."""

_NO_TABLE = marked("“{name}” is no section with a table.")
_NO_TERM = marked("“{name}” names no cell of “{section}” with each: {each}.")
_NO_SCOPE = marked("“{name}” is no {each} of “{section}”.")
_NO_TEXT = marked("“{name}” is no text of this form.")
_NO_DATE = marked("“{name}” is no date of this form.")
_NO_CHOICE = marked("“{name}” is no choice of this form.")
_NO_ENTRY = marked("“{name}” is no entry of this choice.")
_NO_FIGURE = marked("“{name}” is no figure of this form.")
_NO_FIELD = marked("“{name}” is no field of this form.")
_NO_YEAR = marked("{{year}} is missing in “{name}”.")
_NEEDS = marked("This kind of rule needs the field “{name}” on the first sheet.")
_CELL = "cell"
"""The operand that every sentence has: what the form calls the cell."""

_Declared = EquationDeclaration | Rule


def rule_flaws(form: Form, part: Part) -> Iterator[Flaw]:
    """Yield what the equations and rules of one file name that does not exist."""
    declarations: list[tuple[Path, _Declared]] = [(("rules", number), rule) for number, rule in enumerate(part.rules)]
    if not part.is_shared:
        declarations += [(("equations", number), declared) for number, declared in enumerate(form.equations)]
    for path, declared in declarations:
        naming = _Naming(form, declared)
        for key, index, sentence, operands, near in naming.wrong():
            yield Flaw((*path, key) if index is None else (*path, key, index), sentence, operands, near)
        for name in declared.needs:
            if name not in {field.id for field in form.cover.fields}:
                yield Flaw((*path, "rule"), _NEEDS, {"name": name})
        yield from _examples(form, declared, path)


_Wrong = tuple[str, int | None, str, dict[str, object], str]
"""The key, the place in its list, the sentence, its operands, the nearest name."""


class _Naming:
    """One equation or rule, and what its keys name."""

    def __init__(self, form: Form, declared: _Declared) -> None:
        self.form = form
        self.declared = declared
        self.each = str(getattr(declared, "each", "table"))

    def wrong(self) -> Iterator[_Wrong]:
        """Yield each name that does not exist."""
        yield from self._wrong_in(self.declared)

    def _wrong_in(self, node: Record) -> Iterator[_Wrong]:
        """Yield each name that does not exist under a node: the declaration itself, or a part of it."""
        for key in attributes_of(node):
            names: Names | None = key.metadata["names"]
            given: object = getattr(node, key.name)
            for index, item in _items(given):
                if isinstance(item, Record):
                    for _, _, sentence, operands, near in self._wrong_in(item):
                        yield key_of(key.name), index, sentence, operands, near
                elif names is not None and item:
                    for sentence, operands, near in self._wrong_words(names, item):
                        yield key_of(key.name), index, sentence, operands, near

    def _wrong_words(self, names: Names, item: object) -> Iterator[tuple[str, dict[str, object], str]]:
        for _, word in _items(item):
            yield from self._wrong_word(names, str(word))

    def _wrong_word(self, names: Names, word: str) -> Iterator[tuple[str, dict[str, object], str]]:
        if names in (Names.SENTENCE, Names.TITLE):
            known = TITLE_NAMES if names is Names.TITLE else self._operands
            for sentence, operands in template_flaws(word, known):
                yield sentence, operands, nearest(operands.get("name", ""), known)
        elif names is Names.YEAR_PHRASE:
            wrong = list(template_flaws(word, ("year",)))
            yield from ((sentence, operands, "") for sentence, operands in wrong)
            if not wrong and "{year}" not in word:
                yield _NO_YEAR, {"name": word}, ""
        elif names is Names.FIGURES:
            if not self.form.figures_named((word,)):
                yield _NO_FIGURE, {"name": word}, nearest(word, self._known(Names.FIGURE)[1])
        elif names in (Names.TERMS, Names.SCOPES):
            yield from self._wrong_term(names, word)
        else:
            sentence, known = self._known(names)
            if word not in known:
                yield sentence, {"name": word}, nearest(word, known)

    @property
    def _operands(self) -> tuple[str, ...]:
        others = {"row", "column"} - {self.each}
        return (*(name for name in self.declared.operands if name not in others), _CELL)

    @property
    def _tables(self) -> list[str]:
        return [section.id for section, _ in self.form.tables()]

    def _known(self, names: Names) -> tuple[str, Sequence[str]]:
        """Return what is said of an unknown name, and all that are known."""
        if names is Names.TABLE:
            return _NO_TABLE, self._tables
        if names is Names.CHOICES:
            field = self.form.fields.get(str(getattr(self.declared, "field", "")))
            return _NO_ENTRY, [choice.id for choice in field.choices] if field else []
        kinds: Mapping[Names, tuple[str, set[Kind]]] = {
            Names.TEXT: (_NO_TEXT, {Kind.TEXT, Kind.PARAGRAPHS, Kind.DATE}),
            Names.DATE: (_NO_DATE, {Kind.DATE}),
            Names.FIGURE: (_NO_FIGURE, {Kind.NUMBER}),
            Names.CHOICE: (_NO_CHOICE, {Kind.CHOICE}),
        }
        sentence, wanted = kinds[names]
        return sentence, [field.id for field in self.form.fields.values() if field.kind in wanted]

    def _wrong_term(self, names: Names, word: str) -> Iterator[tuple[str, dict[str, object], str]]:
        section = str(getattr(self.declared, "section", ""))
        if section not in self._tables:
            return
        scopes: Mapping[str, Mapping[str, Field]] = cells_by_scope(self.form.fields.values(), section, self.each)
        operands: dict[str, object] = {"name": word, "section": section, "each": self.each}
        if names is Names.SCOPES:
            if self.each != "table" and not matching(word, scopes):
                yield _NO_SCOPE, operands, nearest(word, scopes)
        elif not any(cells.named((word,)) for cells in scopes.values()):
            yield _NO_TERM, operands, nearest(word, dict.fromkeys(name for cells in scopes.values() for name in cells))


def _items(given: object) -> Iterator[tuple[int | None, object]]:
    """Yield each of several things with its index, or one thing alone."""
    if isinstance(given, tuple):
        yield from enumerate(cast("tuple[object, ...]", given))
    elif given is not None:
        yield None, given


def _examples(form: Form, declared: _Declared, path: Path) -> Iterator[Flaw]:
    for key in ("bad", "good"):
        example: Mapping[str, Any] = getattr(declared, key) or {}
        for name in example:
            if (plain := name.removeprefix(LAST_YEAR)) not in form.fields:
                yield Flaw((*path, key, name), _NO_FIELD, {"name": name}, nearest(plain, form.fields))
