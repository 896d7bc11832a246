"""All forms at hand: found by id, by year, or by the id that a workbook bears."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from make_report.errors import FileError, FormError, UsageError
from make_report.form.model import Form
from make_report.form.prepared import FORM_FILE, form_at
from make_report.language import marked, translate
from make_report.record import Record

_UNKNOWN_OF_WORKBOOK = marked(
    "This workbook was made from the form {name}, which is not at hand. Please name the folder of that form with "
    "--templates. The forms at hand: {known}."
)
TEMPLATE_FILE = "report.docx"
_NO_TEMPLATE = marked(
    "The form {name} has no Word template {path}. Please run make-report forms draft {folder} to get one."
)
_BROKEN = marked(" Forms with faults were left out: {broken}.")
_NOTHING_ASKED = marked("Please name the report year with --year, or the form with --form.")
_UNKNOWN = marked("There is no form named {name}. The forms at hand: {known}.")
_NO_YEAR = marked("No form serves the report year {year}. The forms at hand: {known}.")
_SEVERAL = marked("Several forms serve the report year {year}: {known}. Please name one with --form.")


class Library(Record):
    """The forms in some folders; of two with the same id the one in the earlier folder counts."""

    folders: tuple[Path, ...]
    language: str = "en"

    @cached_property
    def form_folders(self) -> dict[str, Path]:
        """The folder of each form, by form id. A folder that is itself a form counts as well."""
        found: dict[str, Path] = {}
        for folder in self.folders:
            for candidate in (folder, *sorted(path for path in folder.glob("*") if path.is_dir())):
                if (candidate / FORM_FILE).is_file():
                    found.setdefault(candidate.resolve().name, candidate)
        return found

    def folder(self, form_id: str) -> Path:
        """Return the folder of a form. UsageError if there is none of this id."""
        if form_id not in self.form_folders:
            raise self._error(_UNKNOWN, name=form_id)
        return self.form_folders[form_id]

    def template(self, form_id: str) -> Path:
        """Return the Word template of a form. FileError if it has none, UsageError if there is no such form."""
        path = self.folder(form_id) / TEMPLATE_FILE
        if not path.is_file():
            operands = {"name": form_id, "path": path, "folder": path.parent}
            raise FileError(translate(_NO_TEMPLATE, self.language).format(**operands))
        return path

    def files(self, form_id: str) -> tuple[Path, ...]:
        """Return the files that a form consists of. UsageError if there is no such form."""
        return tuple(self.folder(form_id).iterdir())

    def form(self, form_id: str) -> Form:
        """Return a form by its id. UsageError if there is none, FormError if it has faults."""
        return form_at(self.folder(form_id))

    def form_of_workbook(self, form_id: str) -> Form:
        """Return the form that a workbook names. UsageError if it is not at hand, FormError if it has faults."""
        if form_id not in self.form_folders:
            raise self._error(_UNKNOWN_OF_WORKBOOK, name=form_id)
        return self.form(form_id)

    @cached_property
    def _loaded(self) -> dict[str, Form | FormError]:
        """All forms by id; in place of one that has faults, these."""
        loaded: dict[str, Form | FormError] = {}
        for form_id in sorted(self.form_folders):
            try:
                loaded[form_id] = self.form(form_id)
            except FormError as error:
                loaded[form_id] = error
        return loaded

    def forms(self) -> Iterator[Form]:
        """Yield all forms that are sound, by id."""
        yield from (form for form in self._loaded.values() if isinstance(form, Form))

    def broken(self) -> dict[str, FormError]:
        """Return the faults of the forms that have some, by id."""
        return {form_id: error for form_id, error in self._loaded.items() if isinstance(error, FormError)}

    def form_asked_for(self, form_id: object, year: object) -> Form:
        """Return the form of this id or, without one, the form that serves the year. UsageError without either."""
        if isinstance(form_id, str):
            return self.form(form_id)
        if isinstance(year, int):
            return self.form_for_year(year)
        raise UsageError(translate(_NOTHING_ASKED, self.language))

    def form_for_year(self, year: int) -> Form:
        """Return the only form that serves a report year. UsageError if there is none, or several."""
        serving = [form for form in self.forms() if year in form.years]
        if len(serving) == 1:
            return serving[0]
        if serving:
            known = ", ".join(form.form_id for form in serving)
            raise UsageError(translate(_SEVERAL, self.language).format(year=year, known=known))
        broken = ", ".join(self.broken())
        raise self._error(_NO_YEAR, _BROKEN if broken else "", year=year, broken=broken)

    def _error(self, *sentences: str, **operands: object) -> UsageError:
        known = ", ".join(sorted(self.form_folders)) or "-"
        said = "".join(translate(sentence, self.language) for sentence in sentences)
        return UsageError(said.format(**operands, known=known))
