"""The forms that come with the tool, read without YAML: that takes a third of a whole run.

Beside each form.yaml lies the form that was made of it, as JSON: every record names its kind, so that nothing has to be
looked for; what dozens of rules have alike stands once. With it stand the sizes and check sums of all files it was read
from; .ci/prepare writes it when the form is sound. Whatever does not fit is ignored, and form.yaml is read.
"""

import json
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from typing import Any, cast

from make_report.form.model import Form
from make_report.record import Record, as_mapping, attributes_of, field
from make_report.resources import shipped_templates

FORM_FILE = "form.yaml"
PREPARED_FILE = "form.prepared.json"
_FILES = "files"
_FORM = "form"
_KIND, _NUMBER = "", "#"
"""The keys under which a record says what it is, and bears a number to be named by: no fields can be called so."""


def form_at(folder: Path) -> Form:
    """Return the form in a folder. FormError if it has faults, FileError if it cannot be read."""
    if form := prepared_form(folder):
        return form
    from make_report.form.load import load_form  # noqa: PLC0415 - loading the YAML parser takes long

    return load_form(folder)


def prepared_form(folder: Path) -> Form | None:
    """Return the form as it was prepared, None if it was not, or has been changed since. Only our own are believed."""
    if folder.resolve().parent != shipped_templates().resolve():
        return None
    try:
        content = (folder / PREPARED_FILE).read_text("utf-8")
        kept: dict[str, Any] = json.loads(content, object_hook=partial(_revived, {}), parse_float=Decimal)
        files: dict[str, tuple[int, int]] = kept[_FILES]
        form: object = kept[_FORM]
        if not files or any(_digest(folder / name) != [*digest] for name, digest in files.items()):
            return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return form if isinstance(form, Form) else None


def _revived(numbered: dict[int, object], node: dict[str, Any]) -> object:
    """Return the record that a mapping was made of or names, the mapping itself if it is none."""
    number = node.pop(_NUMBER, None)
    if number is None:
        return _made(node)
    if node:
        numbered[number] = _made(node)
    return numbered[number]


def _made(node: dict[str, Any]) -> object:
    values = {name: _frozen(value) for name, value in node.items()}
    kind = values.pop(_KIND, None)
    return values if kind is None else _kinds()[kind].revived(values)


def _frozen(value: Any) -> Any:  # noqa: ANN401 - whatever stands in JSON
    if not isinstance(value, list):
        return value
    items = cast("list[object]", value)
    # Items are of one kind: most lists hold words.
    return tuple(map(_frozen, items)) if items and isinstance(items[0], list) else tuple(items)


@cache
def _kinds() -> dict[str, type[Record]]:
    """Return the classes of the form language by what they are called in prepared files."""
    return {_name(kind): kind for kind in (Form, *_below(Record)) if kind.__module__.startswith(__package__ or "")}


def _below(kind: type[Record]) -> Iterator[type[Record]]:
    for heir in kind.__subclasses__():
        yield heir
        yield from _below(heir)


def _name(kind: type[Record]) -> str:
    return f"{kind.__module__.rpartition('.')[2]}.{kind.__name__}"


def _digest(file: Path) -> list[int]:
    """Return a file's size and check sum: whoever edits it by accident or at will changes one of them.

    Nobody gains by deceiving it, and loading a cryptographic digest takes longer than all else here.
    """
    content = file.read_bytes()
    return [len(content), zlib.crc32(content)]


def prepared_file(folder: Path, form: Form) -> bytes:
    """Return the prepared file of a sound form, read from its folder."""
    digests = {name: _digest(folder / name) for name in (FORM_FILE, *form.rules_from)}
    times = Counter(_records_in(form))
    repeated = [record for record, count in times.items() if count > 1 and as_mapping(record)]
    prepared = {
        _FILES: digests,
        _FORM: _Writing({record: number for number, record in enumerate(repeated)}).written(form),
    }
    return (json.dumps(prepared, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _records_in(value: object) -> Iterator[Record]:
    """Yield all records in a value that can be compared, itself first."""
    if isinstance(value, Record):
        with suppress(TypeError):  # what holds mappings cannot
            hash(value)
            yield value
        for held in as_mapping(value).values():
            yield from _records_in(held)
    elif isinstance(value, tuple):
        for item in cast("tuple[object, ...]", value):
            yield from _records_in(item)


class _Writing(Record):
    """What stands for values in JSON: records that stand several times have a number, under which they stand once."""

    numbers: Mapping[Record, int]
    written_out: set[int] = field(default_factory=set[int])

    def written(self, value: object) -> object:
        """Return what stands for a value; fields that are as they are by default are left out."""
        if isinstance(value, Record):
            return self._record(value)
        if isinstance(value, Mapping):
            return {name: self.written(held) for name, held in cast("Mapping[str, object]", value).items()}
        if isinstance(value, tuple):
            return [self.written(item) for item in cast("tuple[object, ...]", value)]
        return float(value) if isinstance(value, Decimal) else value

    def _record(self, record: Record) -> object:
        number = self._number(record)
        if number in self.written_out:
            return {_NUMBER: number}
        defaults = {attribute.name: attribute.default for attribute in attributes_of(record)}
        given = {name: held for name, held in as_mapping(record).items() if held != defaults[name]}
        written = {_KIND: _name(type(record)), **{name: self.written(held) for name, held in given.items()}}
        if number is None:
            return written
        self.written_out.add(number)
        return {_NUMBER: number, **written}

    def _number(self, record: Record) -> int | None:
        try:
            return self.numbers.get(record)
        except TypeError:
            return None
