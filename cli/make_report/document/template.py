"""A Word template, ready to be filled: by its plan where there is one, else by docxtpl.

Compiled once, filled often. The plans of the forms that come with the tool lie beside their report.docx, made by
`make-report forms draft`; plans of other templates are kept in the user's own cache folder. A plan is known by the
digest of the template it was made from and by the versions of all that takes part; a damaged or foreign one is ignored.
"""

import json
import os
import sys
import zlib
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, cast

from make_report import __version__
from make_report.archive import read_parts
from make_report.document.context import Context
from make_report.document.plan import Filled, Plan
from make_report.document.plan_data import plan_as_data, plan_of
from make_report.document.tagged import FILLED, in_one_tag
from make_report.errors import FileError, UnfilledError
from make_report.files import write_file
from make_report.resources import shipped_templates

PLAN_FILE = "report.plan.json"
_TAKING_PART = ("docxtpl", "jinja2", "python-docx", "lxml")
"""Packages that make of a template what a plan is made from."""
_TEMPLATE, _PLAN = "template", "plan"
Plans = Plan | Path | None
"""A template's plan, or its form's folder, in which that may lie; a template without either is filled by docxtpl."""


class FilledTemplate(NamedTuple):
    """A filled template: the template's own parts, and what takes the place of some of them."""

    own: Mapping[str, bytes]
    filled: Mapping[str, Filled]


def filled_template(template: bytes, context: Context, language: str, plans: Plans) -> FilledTemplate:
    """Return the filled template. TemplateError says what is wrong with it."""
    plan = plan_for(template, context, language, plans) if isinstance(plans, Path) else plans
    filled = _by_plan(plan, context) if plan else None
    if filled is None:
        _refuse_bad(template, language)
        parts = _by_docxtpl(template, context, language)
        filled = {name: Filled(in_one_tag(part.decode())) for name, part in parts.items()}
    return FilledTemplate(_parts_of(template), filled)


@lru_cache(maxsize=4)
def _parts_of(template: bytes) -> dict[str, bytes]:
    return read_parts(template)


def plan_for(template: bytes, context: Context, language: str, folder: Path) -> Plan | None:
    """Return the plan kept for a template, else made now and kept; None if docxtpl must fill it.

    `folder` is the form's. TemplateError says what is wrong with the template.
    """
    place = plan_place(template, folder)
    plan = kept_plan(place, template)
    if plan is None:
        plan = sound_plan(template, context, language)
        if plan is not None and place.name != PLAN_FILE:
            _keep(place, template, plan)
    return plan


def kept_plan(file: Path, template: bytes) -> Plan | None:
    """Return the plan kept in a file if it was made from this template; a damaged or foreign one is ignored."""
    try:
        kept: dict[str, Any] = json.loads(file.read_bytes())
        return plan_of(kept[_PLAN]) if kept[_TEMPLATE] == _check_sum(template) else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _check_sum(template: bytes) -> list[object]:
    """Return what tells a changed template: the tool's version, the template's size and check sum.

    Beside a template of ours nobody gains by deceiving it; the name of a file in the cache is a digest.
    """
    return [__version__, len(template), zlib.crc32(template)]


def _digest(template: bytes) -> str:
    """Return what a plan made from this template is known by: by these versions of all that takes part."""
    import hashlib  # noqa: PLC0415 - takes longer to load than a shipped plan to be used
    from importlib.metadata import version  # noqa: PLC0415 - the same

    versions = (__version__, *(version(name) for name in _TAKING_PART))
    return hashlib.sha256(f"{' '.join(versions)} ".encode() + template).hexdigest()


def plan_file(template: bytes, plan: Plan) -> bytes:
    """Return the file in which a plan is kept."""
    kept = {_TEMPLATE: _check_sum(template), _PLAN: plan_as_data(plan)}
    return (json.dumps(kept, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def sound_plan(template: bytes, context: Context, language: str) -> Plan | None:
    """Return the plan of a template if it fills like docxtpl, None if there is none that does.

    Compared are three fillings: everything empty, everything there, and the context itself. TemplateError says what is
    wrong with the template whatever it is filled with.
    """
    _refuse_bad(template, language)
    from make_report.document.compile import NotPlannableError, plan_from_template  # noqa: PLC0415 - loads docxtpl

    try:
        by_docxtpl = _by_docxtpl(template, context, language)
        plan = plan_from_template(template)
        if not _fills_alike(plan, context, by_docxtpl):
            return None
        probes = (_probe(context, empty=True), _probe(context, empty=False))
        same = all(_fills_alike(plan, probe, _by_docxtpl(template, probe, language)) for probe in probes)
    except (UnfilledError, NotPlannableError, RecursionError):
        return None
    return plan if same else None


def _fills_alike(plan: Plan, context: Context, by_docxtpl: dict[str, bytes]) -> bool:
    filled = _by_plan(plan, context)
    return filled is not None and _equal(filled, by_docxtpl)


def _refuse_bad(template: bytes, language: str) -> None:
    """Refuse a template that is dangerous, or whose tags are not whole. TemplateError says why, and where."""
    from make_report.document.guard import guarded_template  # noqa: PLC0415 - loads lxml
    from make_report.document.signs import refuse_bad_tags  # noqa: PLC0415 - the same

    refuse_bad_tags(guarded_template(template, language), language)


def _by_plan(plan: Plan, context: Context) -> dict[str, Filled] | None:
    """Return the filled parts, None if the context lacks what a tag of the plan names."""
    try:
        return plan.filled(context)
    except (KeyError, TypeError):
        return None


def _by_docxtpl(template: bytes, context: Context, language: str) -> dict[str, bytes]:
    from make_report.document.filling import filled_by_docxtpl  # noqa: PLC0415 - loading docxtpl takes long

    parts = read_parts(filled_by_docxtpl(template, context, language))
    return {name: part for name, part in parts.items() if FILLED.fullmatch(name)}


def _equal(filled: dict[str, Filled], parts: dict[str, bytes]) -> bool:
    return filled.keys() == parts.keys() and all(_says_the_same(one.text, parts[name]) for name, one in filled.items())


def _says_the_same(text: str, part: bytes) -> bool:
    from lxml import etree  # noqa: PLC0415 - only where plans are made

    try:
        one, other = (etree.tostring(etree.fromstring(markup), method="c14n") for markup in (text.encode(), part))
    except etree.XMLSyntaxError:
        return False
    return one == other


def _probe(context: Context, *, empty: bool) -> Context:
    """Return a context of the same shape in which everything is empty, or everything is there and nasty."""
    return {name: _probed(name, value, empty=empty) for name, value in context.items()}


def _probed(name: str, value: object, *, empty: bool) -> object:
    if isinstance(value, dict):
        return _probe(cast("Context", value), empty=empty)
    if isinstance(value, list):
        of_texts = any(isinstance(item, str) for item in cast("list[object]", value))
        return [] if empty else _TEXTS if of_texts else _PARAGRAPHS
    return "" if empty else f"{name} {_NASTY}"


_NASTY = "{{ <w:p>&amp; {_{ \n\t %}"
_TEXTS = ["", _NASTY]
_PARAGRAPHS = [{"level": n, "heading": one, "text": other} for n in range(7) for one in _TEXTS for other in _TEXTS]


def plan_place(template: bytes, folder: Path) -> Path:
    """Return where the plan of a template is kept. Beside a template only the tool's own plans are believed."""
    if folder.resolve().parent == shipped_templates().resolve():
        return folder / PLAN_FILE
    return _cache_folder() / f"{_digest(template)}.json"


def _cache_folder() -> Path:
    if own := os.environ.get("XDG_CACHE_HOME" if sys.platform != "win32" else "LOCALAPPDATA"):
        return Path(own) / "make-report"
    with suppress(RuntimeError):
        return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "make-report"
    return Path(os.devnull) / "make-report"


def _keep(place: Path, template: bytes, plan: Plan) -> None:
    """Keep a plan for the next time; where that cannot be, it is made again."""
    with suppress(OSError, FileError):
        place.parent.mkdir(parents=True, exist_ok=True)
        write_file(place, plan_file(template, plan), "en", None)
