"""A Word template and a filing into the report, by docxtpl under strict settings.

Text from a cell is never a template and never markup: every value is written as a code that neither Jinja nor XML nor
docxtpl can take for its own (escape.py), and decoded in the finished document.
"""

from datetime import date

from make_report.archive import UnreadableArchiveError, write_parts
from make_report.document.context import ORGANISATION, YEAR, context_of, date_of, title_of
from make_report.document.escape import unprintable
from make_report.document.finished import BrokenPartError, finished_part
from make_report.document.plan import Filled
from make_report.document.properties import APP, CORE, app_properties, core_properties
from make_report.document.tagged import STYLES
from make_report.document.template import Plans, filled_template
from make_report.errors import FileError, TemplateError
from make_report.filing import Filing
from make_report.form.model import Form
from make_report.language import marked, translate

_BROKEN = marked("The Word template cannot be filled: {reason}.")
_MAKES_BROKEN = marked(
    "The Word template would give a report with {what}, in {part}. Please look at its loops and tables."
)
_UNPRINTABLE = marked("“{label}” holds the character U+{code}, which no Word file can hold; please delete it.")

_NOT_A_TEMPLATE = (UnreadableArchiveError, SyntaxError, KeyError, ValueError)


def render_report(form: Form, template: bytes, filing: Filing, plans: Plans = None) -> bytes:
    """Return the report as a Word file: the form's template, filled in. Same input, same bytes.

    `plans` is the template's plan or the form's folder, in which it may lie (template.py).
    TemplateError says what is wrong with the template; FileError names a field with a character no Word file can hold.
    """
    _refuse_unprintable(form, filing)
    try:
        own, filled = filled_template(template, context_of(form, filing), form.language, plans)
        styles = own.get(STYLES)
        finished = {name: _finished(name, part, styles, form.language) for name, part in filled.items()}
    except _NOT_A_TEMPLATE as error:
        raise _template_error(_BROKEN, form.language, reason=str(error) or type(error).__name__) from error
    day = date_of(form, filing) or date((filing[YEAR].year or form.years.first) + 1, 1, 1)
    properties = {CORE: core_properties(title_of(form, filing), filing[ORGANISATION].text, form.language, day)}
    if APP in own:
        properties[APP] = app_properties()
    return write_parts({**own, **finished, **properties}, quickly=True)


def _finished(name: str, filled: Filled, styles: bytes | None, language: str) -> bytes:
    try:
        return finished_part(filled, styles)
    except BrokenPartError as error:
        raise _template_error(_MAKES_BROKEN, language, what=translate(str(error), language), part=name) from error


def _refuse_unprintable(form: Form, filing: Filing) -> None:
    for field in form.texts:
        value = filing[field.id]
        for typed in (value.text, *(paragraph.text for paragraph in value.paragraphs)):
            if character := unprintable(typed):
                sentence = translate(_UNPRINTABLE, form.language)
                raise FileError(sentence.format(label=field.label, code=f"{ord(character):04X}"))


def _template_error(sentence: str, language: str, **operands: str) -> TemplateError:
    return TemplateError(translate(sentence, language).format(**operands))
