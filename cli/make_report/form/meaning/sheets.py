"""The sheets: the first one with its fields, the sections, and the names that Excel and the templates allow."""

from collections.abc import Iterator

from make_report.form.declaration import CoverField
from make_report.form.meaning.flaw import Flaw
from make_report.form.meaning.identity import repeated_ids
from make_report.form.model import Form
from make_report.form.sheet import IDENTITY_SHEET
from make_report.form.side_sheet import side_sheets
from make_report.language import marked

_FORBIDDEN_IN_SHEET_NAMES = set("\\/?*[]:")
_LONGEST_SHEET_NAME = 31
_SHEET_NAMES_TAKEN = {IDENTITY_SHEET, "history"}
"""One is the tool's own, one is Excel's."""
RESERVED_IDS = {"form", "version", "waivers", "notes", "title_lines", "signature_date", "last_year"} | {
    "and", "elif", "else", "false", "for", "if", "in", "is", "loop", "none", "not", "or", "self", "true",
}  # fmt: skip
"""Ids that data, examples and templates use for themselves, and the words of the templates' language (Jinja)."""

_NEEDED = marked("The field “{id}” of kind {kind} is missing.")
_NOT_OPTIONAL = marked("“{id}” cannot be optional.")
_CHOICES = marked("choices belong to kind choice, and only there.")
_SAME_CHOICE = marked("Two choices are called “{label}”.")
_SAME_SHEET = marked("Two sheets are called “{name}”.")
_SHEET_NAME = marked(
    "Excel allows no sheet named “{name}”: 31 characters at most, none of \\ / ? * [ ] :, no ' at an end."
)
_TAKEN = marked("No sheet can be named “{name}”: this name is taken.")
_EITHER = marked("A section has either a narrative or a table.")
_RESERVED = marked("The id “{id}” is reserved; take another.")


def sheet_flaws(form: Form) -> Iterator[Flaw]:
    """Yield what is wrong with the first sheet, the sheets' names and the ids of fields and sections."""
    ids = [(("cover", "fields", index, "id"), field.id) for index, field in enumerate(form.cover.fields)]
    ids += [(("sections", number, "id"), section.id) for number, section in enumerate(form.sections)]
    yield from repeated_ids(ids)
    yield from (Flaw(path, _RESERVED, {"id": name}) for path, name in ids if name in RESERVED_IDS)
    yield from _cover(form)
    yield from _names(form)
    for number, section in enumerate(form.sections):
        if bool(section.narrative) == bool(section.table):
            yield Flaw(("sections", number, "id"), _EITHER)


def _cover(form: Form) -> Iterator[Flaw]:
    fields = {field.id: field for field in form.cover.fields}
    for needed, kind in (("org", "text"), ("year", "year")):
        if needed not in fields or fields[needed].kind != kind:
            yield Flaw(("cover", "fields"), _NEEDED, {"id": needed, "kind": kind})
    for index, field in enumerate(form.cover.fields):
        path = ("cover", "fields", index)
        if field.id in ("org", "year") and field.optional:
            yield Flaw((*path, "optional"), _NOT_OPTIONAL, {"id": field.id})
        if (field.kind == "choice") != bool(field.choices):
            yield Flaw((*path, "kind"), _CHOICES)
        yield from _choices(field, path)


def _choices(field: CoverField, path: tuple[str | int, ...]) -> Iterator[Flaw]:
    yield from repeated_ids(((*path, "choices", index, "id"), one.id) for index, one in enumerate(field.choices))
    labels = [one.label for one in field.choices]
    for index, label in enumerate(labels):
        if label in labels[:index]:
            yield Flaw((*path, "choices", index, "label"), _SAME_CHOICE, {"label": label})


def _names(form: Form) -> Iterator[Flaw]:
    seen: set[str] = set()
    named: list[tuple[tuple[str | int, ...], str]] = [(("cover", "sheet"), form.cover.sheet)]
    named += [(("sections", number, "sheet"), section.sheet) for number, section in enumerate(form.sections)]
    named += [((key, "sheet"), side.sheet) for key, side in side_sheets(form)]
    for path, name in named:
        folded = name.casefold()
        if folded in seen:
            yield Flaw(path, _SAME_SHEET, {"name": name})
        if folded in _SHEET_NAMES_TAKEN:
            yield Flaw(path, _TAKEN, {"name": name})
        if len(name) > _LONGEST_SHEET_NAME or _FORBIDDEN_IN_SHEET_NAMES & set(name) or "'" in (name[0], name[-1]):
            yield Flaw(path, _SHEET_NAME, {"name": name})
        seen.add(folded)
