"""YAML into the classes of the form language: every fault at once, each with line and column.

What is misspelt is taken for what it was meant to be, so that the rest can be looked at as well.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

from make_report.errors import Fault
from make_report.form.node import TEXT, TRUTH, WHOLE, kind_of, nearest, position
from make_report.form.vocabulary import ANYTHING, Names
from make_report.language import marked
from make_report.record import Attribute, Record, attributes_of, is_kind_of_record

KEYS = {"section": "in", "form_id": "form"}
"""Keys of form.yaml that cannot be names in Python: `in` is a reserved word, `form` the class itself."""

_NO_MAPPING = marked("Here belong the keys {keys}; found: {found}.")
_UNKNOWN = marked("There is no key “{key}” here.")
_MISSING = marked("The key “{key}” is missing: {doc}")
_ONE_OF = marked("{key}: one of {allowed} belongs here, not {found}.")
_NO_LIST = marked("{key}: a list belongs here, not {found}.")
_EMPTY = marked("{key}: this must not be empty.")
_NO_EXAMPLE = marked("{key}: contents by field id belong here, not {found}.")
_NO_CONTENT = marked("{key}: a figure, a text or a list of paragraphs belongs here, not {found}.")
_NO_SCALAR = marked("{key}: {expected} belongs here, not {found}.")
_NO_TEXT = marked("{key}: text belongs here, not {found}; put it in quotation marks.")
_PATTERN = marked("{key}: “{found}” is not allowed; it must match {pattern}")

_TYPES: Mapping[type, str] = {str: TEXT, int: WHOLE, bool: TRUTH}

Declared = TypeVar("Declared", bound=Record)


class _Unusable:
    """Stands for what is so wrong that nothing can be made of it."""


_UNUSABLE = _Unusable()


def key_of(name: str) -> str:
    """Return the key in form.yaml of a field of a vocabulary class."""
    return KEYS.get(name, name)


@cache
def hints_of(cls: type) -> dict[str, Any]:
    """Return the resolved types of a vocabulary class's fields."""
    return get_type_hints(cls)


def variants(hint: object) -> tuple[type, ...]:
    """Return the classes of a union of rules, () for every other type."""
    if isinstance(hint, UnionType) and NoneType not in get_args(hint):
        return tuple(arg for arg in get_args(hint) if isinstance(arg, type))
    return ()


def discriminator(cls: type) -> str:
    """Return the value of `rule` by which a rule's class is chosen."""
    return str(get_args(hints_of(cls)["rule"])[0])


def _may_be_empty(field: Attribute) -> bool:
    # The only row of a table without row labels has no id.
    return field.metadata["pattern"] == ANYTHING or field.metadata["names"] in (Names.TERMS, Names.SCOPES)


class Structuring:
    """One pass over one document; `faults` holds what is wrong in it."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def declared(self, cls: type[Declared], node: object) -> Declared | None:
        """Return the node as an instance of a vocabulary class, None if too much of it is at fault."""
        made = self._instance(cls, node)
        return None if isinstance(made, _Unusable) else made

    def _instance(self, cls: type[Declared], node: object) -> Declared | _Unusable:
        known = {key_of(field.name): field for field in attributes_of(cls)}
        if not isinstance(node, Mapping):
            return self._fault(_NO_MAPPING, node, keys=", ".join(known), found=kind_of(node))
        mapping = cast("Mapping[str, object]", node)
        meant = self._meant(mapping, known)
        hints, values = hints_of(cls), dict[str, object]()
        for key, field in known.items():
            if key in meant:
                values[field.name] = self._value(hints[field.name], mapping[meant[key]], mapping, meant[key], field)
            elif field.required:
                values[field.name] = self._fault(_MISSING, mapping, key=key, doc=field.metadata["doc"])
        return _UNUSABLE if any(value is _UNUSABLE for value in values.values()) else cls(**values)

    def _meant(self, mapping: Mapping[str, object], known: Mapping[str, object]) -> dict[str, str]:
        """Return for each known key the one that stands for it: itself, or a misspelt one."""
        meant = {key: key for key in known if key in mapping}
        for key in mapping:
            if key not in known:
                near = nearest(key, (name for name in known if name not in mapping))
                self._fault(_UNKNOWN, mapping, key, near=near, key=key)
                if near:
                    meant.setdefault(near, key)
        return meant

    def _value(self, hint: Any, node: object, parent: object, key: object, field: Attribute) -> object:  # noqa: ANN401 - a type annotation
        if rules := variants(hint):
            return self._rule(rules, node, parent, key)
        if isinstance(hint, UnionType):
            inner = next(argument for argument in get_args(hint) if argument is not NoneType)
            return None if node is None else self._value(inner, node, parent, key, field)
        if is_kind_of_record(hint):
            if isinstance(node, Mapping):
                return self._instance(hint, cast("object", node))
            keys = ", ".join(key_of(inner.name) for inner in attributes_of(hint))
            return self._fault(_NO_MAPPING, parent, key, keys=keys, found=kind_of(node))
        return self._plain(hint, node, parent, key, field)

    def _plain(self, hint: Any, node: object, parent: object, key: object, field: Attribute) -> object:  # noqa: ANN401 - a type annotation
        origin = get_origin(hint)
        if origin is tuple:
            return self._sequence(get_args(hint)[0], node, parent, key, field)
        if origin is Literal:
            return self._one_of(get_args(hint), node, parent, key)
        if origin is Mapping:
            return self._example(node, parent, key)
        return self._scalar(cast("type", hint), node, parent, key, field)

    def _one_of(self, allowed: tuple[object, ...], node: object, parent: object, key: object) -> object:
        if node in allowed:
            return str(node)
        words = [str(word) for word in allowed]
        near = nearest(node, words)
        self._fault(_ONE_OF, parent, key, near=near, key=key, allowed=", ".join(words), found=kind_of(node))
        return near or _UNUSABLE

    def _rule(self, rules: tuple[type, ...], node: object, parent: object, key: object) -> object:
        if not isinstance(node, Mapping):
            return self._fault(_NO_MAPPING, parent, key, keys="code, rule, message, …", found=kind_of(node))
        mapping = cast("Mapping[str, object]", node)
        kinds = {discriminator(rule): rule for rule in rules}
        kind = self._one_of(tuple(kinds), mapping.get("rule"), mapping, "rule")
        chosen: type[Any] | None = kinds.get(str(kind))
        return self._instance(chosen, mapping) if chosen else _UNUSABLE

    def _sequence(self, hint: object, node: object, parent: object, key: object, field: Attribute) -> object:
        if isinstance(node, str) or not isinstance(node, Sequence):
            return self._fault(_NO_LIST, parent, key, key=key, found=kind_of(node))
        items = cast("Sequence[object]", node)
        if not items and field.required:
            return self._fault(_EMPTY, parent, key, key=key)
        values = tuple(self._value(hint, item, items, index, field) for index, item in enumerate(items))
        if variants(hint):
            # Nothing else of a form depends on a rule.
            return tuple(value for value in values if value is not _UNUSABLE)
        return _UNUSABLE if any(value is _UNUSABLE for value in values) else values

    def _example(self, node: object, parent: object, key: object) -> object:
        if not isinstance(node, Mapping):
            return self._fault(_NO_EXAMPLE, parent, key, key=key, found=kind_of(node))
        contents = cast("Mapping[str, object]", node)
        return {name: self._content(content, contents, name) for name, content in contents.items()}

    def _content(self, node: object, parent: object, name: str) -> object:
        if isinstance(node, Sequence) and not isinstance(node, str):
            return tuple(str(item) for item in cast("Sequence[object]", node))
        if isinstance(node, bool) or not isinstance(node, str | int | float):
            self._fault(_NO_CONTENT, parent, name, key=name, found=kind_of(node))
        return node if isinstance(node, int) else Decimal(str(node)) if isinstance(node, float) else str(node)

    def _scalar(self, hint: type, node: object, parent: object, key: object, field: Attribute) -> object:
        if type(node) is not hint and not (isinstance(node, hint) and not isinstance(node, bool)):
            quotable = hint is str and isinstance(node, bool | int | float)
            sentence = _NO_TEXT if quotable else _NO_SCALAR
            return self._fault(sentence, parent, key, key=key, expected=_TYPES[hint], found=kind_of(node))
        pattern: str = field.metadata["pattern"]
        if node == "" and field.required and not _may_be_empty(field):
            return self._fault(_EMPTY, parent, key, key=key)
        if pattern and node != "" and not re.fullmatch(pattern, str(node), re.DOTALL):
            self._fault(_PATTERN, parent, key, key=key, found=node, pattern=pattern)
        return str(node) if hint is str else cast("int | bool", node)

    def _fault(self, sentence: str, node: object, at: object = None, near: str = "", **operands: object) -> _Unusable:
        self.faults.append(Fault(*position(node, at), sentence, operands, near))
        return _UNUSABLE
