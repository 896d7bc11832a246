"""What every workbook of a batch needs beside itself: forms, templates and their plans, each made ready once."""

import gc
from dataclasses import dataclass, field
from typing import TypeVar

from make_report.document.context import context_of
from make_report.document.template import plan_for
from make_report.errors import MakeReportError
from make_report.filing import Filing
from make_report.form.library import Library
from make_report.form.model import Form
from make_report.report import Template, template_of

Kept = TypeVar("Kept", Form, Template)


@dataclass
class Kit:
    """Forms and templates by form id, made ready when the first workbook asks for them."""

    library: Library
    forms: dict[str, Form | MakeReportError] = field(default_factory=dict[str, Form | MakeReportError])
    templates: dict[str, Template | MakeReportError] = field(default_factory=dict[str, Template | MakeReportError])

    @property
    def language(self) -> str:
        """The user's language."""
        return self.library.language

    def form(self, form_id: str) -> Form:
        """Return the form that a workbook names. MakeReportError if it is not at hand or has faults."""
        if form_id not in self.forms:
            try:
                self.forms[form_id] = self.library.form_of_workbook(form_id)
                # What lives as long as the process need not be looked through for garbage again and again.
                gc.freeze()
            except MakeReportError as error:
                self.forms[form_id] = error
        return _or_raise(self.forms[form_id])

    def template(self, form: Form) -> Template:
        """Return a form's template with its plan. MakeReportError if there is none, or it cannot be filled."""
        if form.form_id not in self.templates:
            try:
                self.templates[form.form_id] = self._prepared(form)
            except MakeReportError as error:
                self.templates[form.form_id] = error
        return _or_raise(self.templates[form.form_id])

    def _prepared(self, form: Form) -> Template:
        found = template_of(form, self.library)
        blank = context_of(form, Filing(form.form_id, {}))
        return Template(found.content, found.path, plan_for(found.content, blank, form.language, found.path.parent))

    def make_ready(self) -> None:
        """Make all ready for workers who see none of this machine's files."""
        for form_id in self.library.form_folders:
            try:
                self.template(self.form(form_id))
            except MakeReportError:
                continue  # kept in the place of the form or template: whose workbook asks for it is told


def _or_raise(found: Kept | MakeReportError) -> Kept:
    if isinstance(found, MakeReportError):
        raise found
    return found
