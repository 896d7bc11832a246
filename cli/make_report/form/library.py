"""All forms at hand: found by id, by year, or by the id that a workbook bears."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from make_report.errors import UsageError
from make_report.form.model import Form
from make_report.form.prepared import FORM_FILE, form_at
from make_report.language import marked, translate

_UNKNOWN = marked("There is no form named {name}. The forms at hand: {known}.")
_NO_YEAR = marked("No form serves the report year {year}. The forms at hand: {known}.")
_SEVERAL = marked("Several forms serve the report year {year}: {known}. Please name one with --form.")


@dataclass(frozen=True)
class Library:
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

    def form(self, form_id: str) -> Form:
        """Return a form by its id. UsageError if there is none, FormError if it has faults."""
        return form_at(self.folder(form_id))

    def forms(self) -> Iterator[Form]:
        """Yield all forms, by id. FormError at the first that has faults."""
        for form_id in sorted(self.form_folders):
            yield self.form(form_id)

    def form_for_year(self, year: int) -> Form:
        """Return the only form that serves a report year. UsageError if there is none, or several."""
        serving = [form for form in self.forms() if year in form.years]
        if len(serving) == 1:
            return serving[0]
        if serving:
            known = ", ".join(form.form_id for form in serving)
            raise UsageError(translate(_SEVERAL, self.language).format(year=year, known=known))
        raise self._error(_NO_YEAR, year=year)

    def _error(self, sentence: str, **operands: object) -> UsageError:
        known = ", ".join(sorted(self.form_folders)) or "-"
        return UsageError(translate(sentence, self.language).format(**operands, known=known))
