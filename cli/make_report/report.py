"""The Word report of a filing that was judged fit: its form's template found, filled, and its faults named."""

from pathlib import Path

from make_report.document.render import render_report
from make_report.document.template import Plans
from make_report.errors import TemplateError
from make_report.files import read_file
from make_report.filing import Filing
from make_report.form.library import Library
from make_report.form.model import Form
from make_report.record import Record


class Template(Record):
    """A form's Word template."""

    content: bytes
    path: Path
    plans: Plans
    """Its plan, or the folder in which that may lie."""


def template_of(form: Form, library: Library) -> Template:
    """Return a form's Word template. FileError if it has none."""
    path = library.template(form.form_id)
    return Template(read_file(path, library.language), path, path.parent)


def report_of(form: Form, filing: Filing, library: Library) -> bytes:
    """Return the report as a Word file. TemplateError names all faults of the template, and its file."""
    return report_from(form, filing, template_of(form, library))


def report_from(form: Form, filing: Filing, template: Template) -> bytes:
    """Return the report made from a template that is at hand. TemplateError as in `report_of`."""
    try:
        return render_report(form, template.content, filing, template.plans)
    except TemplateError:
        from make_report.document.proof import refuse_faulty_template  # noqa: PLC0415 - loads docxtpl

        refuse_faulty_template(form, template.content, str(template.path))
        raise
