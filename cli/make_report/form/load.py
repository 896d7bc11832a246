"""form.yaml into a Form: read, structured, and checked for what the structure alone cannot say."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Generic, NamedTuple, cast

from ruamel.yaml.error import MarkedYAMLError, YAMLError

from make_report.errors import Fault, FileError, FormError
from make_report.form.composing import BoundsError, bounded_yaml
from make_report.form.meaning import Part, faults_of
from make_report.form.model import Form, SharedRules
from make_report.form.node import position
from make_report.form.prepared import FORM_FILE
from make_report.form.structure import Declared, Structuring
from make_report.language import marked
from make_report.record import replace

_SHARED_FILE = r"\.\./[\w-]+/[\w-]+\.yaml"

_NOT_BESIDE = marked("“{name}” must be a file in a folder beside the form's, such as ../common/texts.yaml.")
_NO_FILE = marked("There is no file “{name}”.")
_NO_TEXT = marked("This is no UTF-8 text; please save the file as UTF-8.")
_NO_YAML = marked("This is no YAML: {problem}.")


def load_form(folder: Path) -> Form:
    """Return the form declared in a folder's form.yaml, with the rules of the files it names under `rules_from`.

    FormError names every fault with file, line and column; FileError says that the file cannot be read.
    """
    path = folder / FORM_FILE
    own = _parsed(Form, _read(path), str(path))
    shared, faults = _shared(own, folder)
    return _sound(own, shared, faults, folder.name)


def parse_form(text: str, name: str, folder_name: str) -> Form:
    """Return the form that a text declares; `name` stands in errors, `folder_name` must be the form's id."""
    return _sound(_parsed(Form, text.encode(), name), [], [], folder_name)


class _Parsed(NamedTuple, Generic[Declared]):
    """A file: its name, its YAML nodes, what it declares (None if too much is wrong), and what is wrong in it."""

    name: str
    root: Mapping[str, Any]
    declared: Declared | None
    faults: tuple[Fault, ...]


def _sound(own: _Parsed[Form], shared: list[_Parsed[SharedRules]], faults: list[Fault], folder_name: str) -> Form:
    """Return the form with the rules of all its files. FormError with the faults of all of them."""
    found = [*own.faults, *faults, *(replace(fault, file=file.name) for file in shared for fault in file.faults)]
    form = own.declared
    if form:
        parts = [Part(own.name, own.root, form.rules)]
        parts += [Part(file.name, file.root, file.declared.rules, is_shared=True) for file in shared if file.declared]
        form = replace(form, rules=tuple(rule for part in parts for rule in part.rules))
        found += faults_of(form, parts, folder_name)
    if form is None or found:
        raise FormError(own.name, _in_order(found))
    return form


def _shared(own: _Parsed[Form], folder: Path) -> tuple[list[_Parsed[SharedRules]], list[Fault]]:
    """Return the files that a form names under `rules_from`, and what is wrong with their names."""
    files: list[_Parsed[SharedRules]] = []
    faults: list[Fault] = []
    for index, name in enumerate(own.declared.rules_from if own.declared else ()):
        path = folder / name
        is_beside = re.fullmatch(_SHARED_FILE, name)
        if is_beside and path.is_file():
            files.append(_parsed(SharedRules, _read(path), str(path)))
        else:
            where = position(own.root.get("rules_from"), index)
            faults.append(Fault(*where, _NO_FILE if is_beside else _NOT_BESIDE, {"name": name}))
    return files, faults


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"{path}: {error.strerror or error}"
        raise FileError(message) from error


def _parsed(cls: type[Declared], content: bytes, name: str) -> _Parsed[Declared]:
    """Return what a YAML file declares and all that is wrong with it. FormError if it is no YAML."""
    try:
        root: object = bounded_yaml().load(content.decode("utf-8-sig"))  # pyright: ignore[reportUnknownMemberType]
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise FormError(name, (Fault(line, 1, _NO_TEXT),)) from error
    except MarkedYAMLError as error:
        mark, problem = cast("Any", error).problem_mark, str(cast("Any", error).problem).strip()
        where = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        if isinstance(error, BoundsError):
            raise FormError(name, (Fault(*where, error.sentence, error.operands),)) from error
        raise FormError(name, (Fault(*where, _NO_YAML, {"problem": problem}),)) from error
    except YAMLError as error:
        raise FormError(name, (Fault(1, 1, _NO_YAML, {"problem": str(error)}),)) from error
    structuring = Structuring()
    declared = structuring.declared(cls, root)
    return _Parsed(name, cast("Mapping[str, Any]", root), declared, tuple(structuring.faults))


def _in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(faults, key=lambda fault: (fault.file, fault.line, fault.column)))
