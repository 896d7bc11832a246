"""The forms that come with the tool, read without YAML: that takes a third of a whole run.

Beside each form.yaml lies what it declares, as JSON, with the digests of all files it was read from; .ci/prepare writes
it when the form is sound. Whatever does not fit is ignored, and form.yaml is read.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from make_report.form.model import Form, SharedRules
from make_report.form.structure import Declared, Structuring
from make_report.record import replace
from make_report.resources import shipped_templates

FORM_FILE = "form.yaml"
PREPARED_FILE = "form.prepared.json"
_FILES = "files"


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
        kept: dict[str, Any] = json.loads((folder / PREPARED_FILE).read_bytes())
        files: dict[str, str] = kept.pop(_FILES)
        if any(_digest(folder / name) != digest for name, digest in files.items()):
            return None
        form = _declared(Form, kept.pop(FORM_FILE))
        shared = [_declared(SharedRules, kept[name]) for name in form.rules_from]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return replace(form, rules=(*form.rules, *(rule for file in shared for rule in file.rules)))


def _declared(cls: type[Declared], data: object) -> Declared:
    structuring = Structuring()
    declared = structuring.declared(cls, data)
    if declared is None or structuring.faults:
        message = "not what this version of the tool declares"
        raise ValueError(message)
    return declared


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def prepared_file(folder: Path, form: Form) -> bytes:
    """Return the prepared file of a sound form, read from its folder."""
    from ruamel.yaml import YAML  # noqa: PLC0415 - only for those who prepare

    names = (FORM_FILE, *form.rules_from)
    yaml: Any = YAML(typ="safe", pure=True)
    contents = {name: yaml.load((folder / name).read_text(encoding="utf-8")) for name in names}
    digests = {name: _digest(folder / name) for name in names}
    return (json.dumps({_FILES: digests, **contents}, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
