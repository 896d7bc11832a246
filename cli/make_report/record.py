"""Frozen values with named fields: what a frozen dataclass is, ready when its module is.

`dataclasses` compiles six functions for each class and loads `inspect` to do so. The tool has some 170 kinds of values,
which made that a fifth of a whole run; here they share functions that look the names up.
"""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Never, Self, TypeGuard, TypeVar, dataclass_transform, get_origin


class _Required:
    """Stands for a default where there is none."""


REQUIRED = _Required()


class Attribute:
    """A field of a record: its name, its default, and what its declaration says of it."""

    __slots__ = ("compared", "default", "factory", "hashed", "metadata", "name", "shown")

    def __init__(  # noqa: PLR0913 - what dataclasses.field takes
        self,
        default: object = REQUIRED,
        factory: Callable[[], object] | None = None,
        metadata: Mapping[str, Any] | None = None,
        *,
        hashed: bool = True,
        compared: bool = True,
        shown: bool = True,
    ) -> None:
        self.name = ""
        self.default = default
        self.factory = factory
        self.metadata: Mapping[str, Any] = metadata or {}
        self.hashed = hashed and compared
        self.compared = compared
        self.shown = shown

    @property
    def required(self) -> bool:
        """Whether it must be given."""
        return self.default is REQUIRED and self.factory is None


def field(  # noqa: PLR0913 - what dataclasses.field takes
    *,
    default: Any = REQUIRED,  # noqa: ANN401 - as dataclasses.field
    default_factory: Callable[[], Any] | None = None,
    metadata: Mapping[str, Any] | None = None,
    hash: bool = True,  # noqa: A002 - the name that dataclass_transform knows
    compare: bool = True,
    repr: bool = True,  # noqa: A002 - the name that dataclass_transform knows
) -> Any:  # noqa: ANN401 - as dataclasses.field
    """Return a field that needs more than a default: a factory, metadata, or not to be compared, hashed or shown."""
    return Attribute(default, default_factory, metadata, hashed=hash, compared=compare, shown=repr)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Record:
    """The base of all frozen values. Fields are annotated in the class body; `kw_only` ones are given by name."""

    _attributes: ClassVar[dict[str, Attribute]] = {}
    _positional: ClassVar[tuple[str, ...]] = ()
    _names: ClassVar[frozenset[str]] = frozenset()
    _required: ClassVar[frozenset[str]] = frozenset()
    _factories: ClassVar[tuple[tuple[str, Callable[[], object]], ...]] = ()
    _enough: ClassVar[int] = 0
    """So many positional values leave nothing to be checked; more than there are fields if no number does."""
    _compared: ClassVar[tuple[str, ...]] = ()
    _hashed: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls, *, kw_only: bool = False) -> None:
        super().__init_subclass__()
        own = {name: _attribute(cls, name) for name, hint in _annotations(cls).items() if not _is_class_variable(hint)}
        attributes = cls._attributes = cls._attributes | own
        if not kw_only:
            cls._positional = (*cls._positional, *(name for name in own if name not in cls._positional))
        cls._names = frozenset(attributes)
        cls._required = frozenset(name for name, attribute in attributes.items() if attribute.required)
        cls._factories = tuple((name, made.factory) for name, made in attributes.items() if made.factory)
        places = [place for place, name in enumerate(cls._positional, start=1) if name in cls._required]
        plain = not cls._factories and cls._required <= {*cls._positional}
        cls._enough = max(places, default=0) if plain else len(attributes) + 1
        cls._compared = tuple(name for name, attribute in attributes.items() if attribute.compared)
        cls._hashed = tuple(name for name, attribute in attributes.items() if attribute.hashed)

    def __init__(self, *args: object, **given: object) -> None:
        if not given and self._enough <= len(args) <= len(self._positional):
            values = self.__dict__
            for name, value in zip(self._positional, args):  # noqa: B905 - said or not, `strict` takes half the time
                values[name] = value
            return
        if args:
            given.update(zip(self._positional, args, strict=False))
        if self._factories:
            given = {name: make() for name, make in self._factories if name not in given} | given
        if not (self._required <= given.keys() <= self._names) or len(args) > len(self._positional):
            wrong = ", ".join(sorted((self._required - given.keys()) | (given.keys() - self._names))) or repr(args)
            message = f"{type(self).__name__}: missing or unknown: {wrong}"
            raise TypeError(message)
        self.__dict__.update(given)

    @classmethod
    def revived(cls, values: Mapping[str, object]) -> Self:
        """Return a record of values by name, sooner than by calling its kind. TypeError as there."""
        if cls._factories or not cls._required <= values.keys() <= cls._names:
            return cls(**values)
        record = object.__new__(cls)
        record.__dict__.update(values)
        return record

    def __setattr__(self, name: str, value: object) -> Never:
        message = f"{type(self).__name__} is frozen: {name} cannot be set"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> Never:
        message = f"{type(self).__name__} is frozen: {name} cannot be deleted"
        raise AttributeError(message)

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if type(self) is not type(other):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self._compared)

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, name) for name in self._hashed))

    def __repr__(self) -> str:
        shown = (name for name, attribute in self._attributes.items() if attribute.shown)
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"

    def replaced(self, **changes: object) -> Self:
        """Return the same record but for these fields."""
        return type(self)(**{name: getattr(self, name) for name in self._attributes} | changes)


AnyRecord = TypeVar("AnyRecord", bound=Record)


def replace(record: AnyRecord, **changes: object) -> AnyRecord:
    """Return the same record but for these fields."""
    return record.replaced(**changes)


def attributes_of(record: Record | type[Record]) -> tuple[Attribute, ...]:
    """Return the fields of a record or of a kind of records, in the order of their declaration."""
    return tuple(record._attributes.values())  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - the same module


def as_mapping(record: Record) -> dict[str, object]:
    """Return a record's fields by name; records in them stay records."""
    return {attribute.name: getattr(record, attribute.name) for attribute in attributes_of(record)}


def is_kind_of_record(hint: object) -> TypeGuard[type[Record]]:
    """Return whether a type annotation is a kind of records."""
    return isinstance(hint, type) and issubclass(hint, Record)


def _annotations(cls: type) -> Mapping[str, object]:
    """Return a class's own annotations. From Python 3.14 on they are made when they are asked for."""
    own: Mapping[str, object] | None = vars(cls).get("__annotations__")
    return own if own is not None else cls.__annotations__ if hasattr(cls, "__annotate__") else {}


def _is_class_variable(hint: object) -> bool:
    return hint is ClassVar or get_origin(hint) is ClassVar


def _attribute(cls: type, name: str) -> Attribute:
    """Return the field of this name; its default becomes what instances have unless they are given another."""
    default = vars(cls).get(name, REQUIRED)
    attribute = default if isinstance(default, Attribute) else Attribute(default)
    attribute.name = name
    if attribute.default is not REQUIRED:
        setattr(cls, name, attribute.default)
    elif name in vars(cls):
        delattr(cls, name)
    return attribute
