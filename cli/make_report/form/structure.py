"""YAML into the classes of the form language: every fault at once, each with line and column."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from difflib import get_close_matches
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

from make_report.errors import Fault

KEYS = {"section": "in", "form_id": "form"}
"""Keys of form.yaml that cannot be names in Python: `in` is a reserved word, `form` the class itself."""

Declared = TypeVar("Declared")


def key_of(name: str) -> str:
    """Return the key in form.yaml of a field of a vocabulary class."""
    return KEYS.get(name, name)


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


class Structuring:
    """One pass over one document; `faults` holds what is wrong in it."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def declared(self, cls: type[Declared], node: object) -> Declared | None:
        """Return the node as an instance of a vocabulary class, None if it or a part of it is at fault."""
        if not isinstance(node, Mapping):
            self._fault(node, f"expected a mapping with the keys of {cls.__name__}, found {_kind(node)}")
            return None
        mapping = cast("Mapping[str, object]", node)
        hints = hints_of(cls)
        declared = {key_of(field.name): field for field in fields(cast("Any", cls))}
        before = len(self.faults)
        for key in mapping:
            if key not in declared:
                self._fault(mapping, f"unknown key {key!r}{_nearest(str(key), declared)}", key)
        values: dict[str, object] = {}
        for key, field in declared.items():
            if key in mapping:
                values[field.name] = self._value(hints[field.name], mapping[key], mapping, key, field)
            elif field.default is MISSING:
                self._fault(mapping, f"the key {key!r} is missing: {field.metadata['doc']}")
        if len(self.faults) > before:
            return None
        return cls(**values)

    def _value(self, hint: object, node: object, parent: object, key: object, field: "Field[Any] | None") -> object:
        if rules := variants(hint):
            return self._rule(rules, node)
        if isinstance(hint, UnionType):
            inner = next(argument for argument in get_args(hint) if argument is not NoneType)
            return None if node is None else self._value(inner, node, parent, key, field)
        if isinstance(hint, type) and is_dataclass(hint):
            return self.declared(hint, node)
        return self._composed(hint, node, parent, key, field)

    def _composed(
        self,
        hint: Any,  # noqa: ANN401 - a type annotation
        node: object,
        parent: object,
        key: object,
        field: "Field[Any] | None",
    ) -> object:
        origin = get_origin(hint)
        if origin is tuple:
            return self._sequence(get_args(hint)[0], node, parent, key, field)
        if origin is Literal:
            return self._one_of(get_args(hint), node, parent, key)
        if origin is Mapping:
            return self._example(node, parent, key)
        return self._scalar(cast("type", hint), node, parent, key, field)

    def _one_of(self, allowed: tuple[object, ...], node: object, parent: object, key: object) -> object:
        if node not in allowed:
            words = [str(word) for word in allowed]
            self._fault(parent, f"{key}: expected one of {', '.join(words)}{_nearest(str(node), words)}", key)
        return node

    def _rule(self, rules: tuple[type, ...], node: object) -> object:
        kinds = {discriminator(rule): rule for rule in rules}
        kind = cast("Mapping[str, object]", node).get("rule") if isinstance(node, Mapping) else None
        node = cast("object", node)
        if not isinstance(kind, str) or kind not in kinds:
            nearest = _nearest(str(kind), kinds)
            self._fault(node, f"rule: expected one of {', '.join(kinds)}{nearest}", "rule")
            return None
        chosen: type[Any] = kinds[kind]
        return self.declared(chosen, node)

    def _sequence(self, hint: object, node: object, parent: object, key: object, field: "Field[Any] | None") -> object:
        if isinstance(node, str) or not isinstance(node, Sequence):
            self._fault(parent, f"{key}: expected a list, found {_kind(node)}", key)
            return ()
        items = cast("Sequence[object]", node)
        return tuple(self._value(hint, item, items, index, field) for index, item in enumerate(items))

    def _example(self, node: object, parent: object, key: object) -> object:
        if not isinstance(node, Mapping):
            self._fault(parent, f"{key}: expected contents by field id, found {_kind(node)}", key)
            return {}
        contents = cast("Mapping[str, object]", node)
        return {name: self._content(content, contents, name) for name, content in contents.items()}

    def _content(self, node: object, parent: object, name: str) -> object:
        if isinstance(node, Sequence) and not isinstance(node, str):
            return tuple(str(item) for item in cast("Sequence[object]", node))
        if isinstance(node, bool) or not isinstance(node, str | int | float):
            self._fault(parent, f"{name}: expected a figure, text or a list of paragraphs, found {_kind(node)}", name)
        return node if isinstance(node, int) else Decimal(str(node)) if isinstance(node, float) else str(node)

    def _scalar(self, hint: type, node: object, parent: object, key: object, field: "Field[Any] | None") -> object:
        if type(node) is not hint and not (isinstance(node, hint) and not isinstance(node, bool)):
            self._fault(parent, f"{key}: expected {_NAMES[hint]}, found {_kind(node)}", key)
            return node
        pattern: str = field.metadata["pattern"] if field else ""
        if pattern and node != "" and not re.fullmatch(pattern, str(node)):
            self._fault(parent, f"{key}: {node!r} is not allowed; it must match {pattern}", key)
        return str(node) if hint is str else node

    def _fault(self, node: object, message: str, key: object = None) -> None:
        self.faults.append(Fault(*position(node, key), message))


_NAMES: Mapping[type, str] = {str: "text", int: "a whole number", bool: "true or false"}


def position(node: object, key: object = None) -> tuple[int, int]:
    """Return line and column, counted from 1, of a YAML node or of a key in it; (1, 1) if they are not known."""
    mark = getattr(node, "lc", None)
    if mark is None:
        return (1, 1)
    try:
        line, column = mark.item(key) if isinstance(key, int) else mark.key(key)
    except (KeyError, TypeError, AttributeError):
        line, column = mark.line, mark.col
    return (line + 1, column + 1)


def _kind(node: object) -> str:
    if node is None:
        return "nothing"
    if isinstance(node, Mapping):
        return "a mapping"
    if isinstance(node, Sequence) and not isinstance(node, str):
        return "a list"
    return repr(node)


def _nearest(word: str, known: Mapping[str, object] | Sequence[str] | Iterator[str]) -> str:
    close = get_close_matches(word, list(known), n=1)
    return f"; did you mean {close[0]!r}?" if close else ""
