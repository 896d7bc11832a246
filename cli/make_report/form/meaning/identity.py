"""The form itself and its types: id, years, title, limits that contradict each other."""

from collections.abc import Iterable, Iterator
from string import Formatter

from make_report.form.declaration import NumberType
from make_report.form.meaning.flaw import Flaw
from make_report.form.model import Form
from make_report.language import marked

TITLE_NAMES = ("org", "year")
"""What is filled in in titles."""

_FOLDER = marked("The form is called “{form}”, but its folder “{folder}”.")
_YEARS = marked("The last year lies before the first.")
_OWN_NEIGHBOUR = marked("A form is not its own predecessor or successor.")
_UNKNOWN_NAME = marked("{{{name}}} is not filled in here; {known} can be used.")
_BRACE = marked("A brace is not opened or not closed here; write {{{{ and }}}} for braces that are to be printed.")
_TWICE = marked("The id “{id}” stands twice.")
_UNITS = marked("A type has either unit or units.")
_PRINT_UNIT = marked("print_unit needs unit or units.")
_SIGNS = marked("With signs a figure may be negative: minimum does not go with them.")
_NEGATIVE = marked("decimals cannot be negative.")
_WHOLE_DECIMALS = marked("Whole numbers have no decimals: leave out integer or decimals.")


def identity_flaws(form: Form, folder_name: str) -> Iterator[Flaw]:
    """Yield what is wrong in the keys of the form itself and in its types."""
    if form.form_id != folder_name:
        yield Flaw(("form",), _FOLDER, {"form": form.form_id, "folder": folder_name})
    if form.years.last is not None and form.years.last < form.years.first:
        yield Flaw(("years", "last"), _YEARS)
    for key in ("predecessor", "successor"):
        if getattr(form, key) == form.form_id:
            yield Flaw((key,), _OWN_NEIGHBOUR)
    for key in ("title", "file_name"):
        for sentence, operands in template_flaws(getattr(form, key), TITLE_NAMES):
            yield Flaw((key,), sentence, operands)
    yield from repeated_ids((("types", index, "id"), declared.id) for index, declared in enumerate(form.types))
    for index, declared in enumerate(form.types):
        for sentence, key in _type_flaws(declared):
            yield Flaw(("types", index, key), sentence)


def repeated_ids(ids: Iterable[tuple[tuple[str | int, ...], str]]) -> Iterator[Flaw]:
    """Yield a flaw for each id that another before it has already; each id comes with the path to it."""
    seen: set[str] = set()
    for path, name in ids:
        if name in seen:
            yield Flaw(path, _TWICE, {"id": name})
        seen.add(name)


def _type_flaws(declared: NumberType) -> Iterator[tuple[str, str]]:
    if declared.unit and declared.units:
        yield _UNITS, "units"
    if declared.print_unit and not (declared.unit or declared.units):
        yield _PRINT_UNIT, "print_unit"
    if declared.signs and declared.minimum is not None and declared.minimum >= 0:
        yield _SIGNS, "signs"
    if declared.decimals is not None and declared.decimals < 0:
        yield _NEGATIVE, "decimals"
    if declared.decimals and declared.integer:
        yield _WHOLE_DECIMALS, "decimals"


def template_flaws(text: str, names: Iterable[str]) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield what is wrong in a text with {names} in it, which are filled in plainly: a sentence and its operands."""
    known = tuple(names)
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        yield _BRACE, {}
        return
    for _, name, spec, conversion in parts:
        if name is not None and (name not in known or spec or conversion):
            shown = name + (f"!{conversion}" if conversion else "") + (f":{spec}" if spec else "")
            yield _UNKNOWN_NAME, {"name": shown, "known": ", ".join(f"{{{one}}}" for one in known)}
