"""The Word report of a filing that was judged fit: its form's template found, filled, and its faults named."""

from make_report.document.render import render_report
from make_report.errors import TemplateError
from make_report.files import read_file
from make_report.filing import Filing
from make_report.form.library import Library
from make_report.form.model import Form


def report_of(form: Form, filing: Filing, library: Library) -> bytes:
    """Return the report as a Word file. TemplateError names all faults of the template, and its file."""
    template = library.template(form.form_id)
    content = read_file(template, library.language)
    try:
        return render_report(form, content, filing, template.parent)
    except TemplateError:
        from make_report.document.proof import refuse_faulty_template  # noqa: PLC0415 - loads docxtpl

        refuse_faulty_template(form, content, str(template))
        raise
