"""form.yaml into a Form: read, structured, and checked for what the structure alone cannot say."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from make_report.errors import Fault, FileError, FormError
from make_report.form.meaning import Part, faults_of
from make_report.form.model import Form, SharedRules
from make_report.form.structure import Declared, Structuring, position

FORM_FILE = "form.yaml"
_SHARED_FILE = r"\.\./[\w-]+/[\w-]+\.yaml"


def load_form(folder: Path) -> Form:
    """Return the form declared in a folder's form.yaml, with the rules of the files it names under `rules_from`.

    FormError names every fault with line and column; FileError says that the file cannot be read.
    """
    path = folder / FORM_FILE
    form, root = _parsed(Form, _read(path), str(path))
    parts = [Part(str(path), root, form.rules), *_shared(form, root, folder)]
    return _sound(form, parts, folder.name)


def parse_form(text: str, name: str, folder_name: str) -> Form:
    """Return the form that a text declares; `name` stands in errors, `folder_name` must be the form's id."""
    form, root = _parsed(Form, text, name)
    return _sound(form, [Part(name, root, form.rules)], folder_name)


def _sound(form: Form, parts: list[Part], folder_name: str) -> Form:
    """Return the form with the rules of all its parts. FormError if they do not fit together."""
    whole = replace(form, rules=tuple(rule for part in parts for rule in part.rules))
    if faults := tuple(faults_of(whole, parts, folder_name)):
        raise FormError(parts[0].name, _in_order(faults))
    return whole


def _shared(form: Form, root: Mapping[str, Any], folder: Path) -> Iterator[Part]:
    for index, name in enumerate(form.rules_from):
        where = position(root["rules_from"], index)
        if not re.fullmatch(_SHARED_FILE, name):
            message = f"rules_from: {name!r} must be a file in a folder beside the form's, such as ../common/texts.yaml"
            raise FormError(str(folder / FORM_FILE), (Fault(*where, message),))
        path = folder / name
        if not path.is_file():
            raise FormError(str(folder / FORM_FILE), (Fault(*where, f"rules_from: there is no file {name!r}"),))
        shared, shared_root = _parsed(SharedRules, _read(path), str(path))
        yield Part(str(path), shared_root, shared.rules)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path}: {error}"
        raise FileError(message) from error


def _parsed(cls: type[Declared], text: str, name: str) -> tuple[Declared, Mapping[str, Any]]:
    """Return what a YAML text declares, and its nodes, which know their lines. FormError with all faults at once."""
    try:
        root: object = YAML(typ="rt").load(text)  # pyright: ignore[reportUnknownMemberType]
    except MarkedYAMLError as error:
        mark = cast("Any", error).problem_mark
        fault = (
            Fault(mark.line + 1, mark.column + 1, str(cast("Any", error).problem)) if mark else Fault(1, 1, str(error))
        )
        raise FormError(name, (fault,)) from error
    except YAMLError as error:
        raise FormError(name, (Fault(1, 1, str(error)),)) from error
    structuring = Structuring()
    declared = structuring.declared(cls, root)
    if declared is None or structuring.faults:
        raise FormError(name, _in_order(structuring.faults))
    return declared, cast("Mapping[str, Any]", root)


def _in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(faults, key=lambda fault: (fault.file, fault.line, fault.column)))
