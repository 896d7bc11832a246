"""Last year's report as an input: a workbook, its data, or a Word report that make-report made."""

from pathlib import Path

from make_report.check import LastYear
from make_report.data import FORM_KEY
from make_report.document.reading import is_word_file, printed_contents
from make_report.entries import entries_of, parse_data
from make_report.errors import FileError, UsageError
from make_report.files import read_file
from make_report.filing import Filing
from make_report.finding import Finding, Severity, in_order
from make_report.form.library import Library
from make_report.form.model import Form
from make_report.language import marked, translate
from make_report.record import replace
from make_report.workbook.reading.open import open_workbook
from make_report.workbook.reading.read import read_filing
from make_report.workbook.writing.blank import standard_workbook

_NO_REPORT = marked(
    "{name} is not a report that make-report made from one of its forms, or its tables were changed since. "
    "Please give last year's workbook instead."
)
_NO_YEAR = marked("{name} does not say for which year it is. Please give last year's workbook.")
_NO_FORM = marked("{name} does not say which form its data belongs to: the key “form” is missing.")
_UNREADABLE = marked("{name} cannot be used as last year's report: {reason}")
_OTHER_YEAR = marked(
    "{name} is the report of {actual}; a report of {year} is compared with that of {expected}. Please check the file."
)
_OTHER_FORM = marked("{name} is a report in the form {actual}, which has nothing to do with {form}.")
_NOT_ALL_READ = marked("Compared with {name}; {count} of its cells could not be read and were left out.")


def read_previous(path: Path, library: Library) -> tuple[LastYear, tuple[Finding, ...]]:
    """Return an earlier report with its form, and the errors that were found in reading it.

    FileError, UsageError or DataError say in one sentence why it cannot be read.
    """
    content = read_file(path, library.language)
    if is_word_file(content):
        form, content = _from_report(content, path.name, library)
    elif content.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        form, content = _from_data(content, path.name, library)
    else:
        form = library.form(open_workbook(content, path.name).form_id)
    filing, findings = read_filing(form, open_workbook(content, path.name))
    errors = tuple(finding for finding in in_order(findings) if finding.severity is Severity.ERROR)
    if filing["year"].year is None:
        if errors:
            reason = errors[0].message(form.language)
            raise _file_error(_UNREADABLE, library, name=path.name, reason=reason)
        raise _file_error(_NO_YEAR, library, name=path.name)
    return LastYear(form, replace(filing, source=path.name)), errors


def was_printed(path: Path, library: Library) -> bool:
    """Return whether an earlier report is a Word file, which does not say all that a workbook does."""
    return is_word_file(read_file(path, library.language))


def _from_data(content: bytes, name: str, library: Library) -> tuple[Form, bytes]:
    try:
        given = parse_data(content.decode("utf-8-sig"), library.language)
    except UnicodeDecodeError as error:
        raise _file_error(_NO_REPORT, library, name=name) from error
    form_id = given.get(FORM_KEY)
    if not isinstance(form_id, str):
        raise _file_error(_NO_FORM, library, name=name)
    form = library.form(form_id)
    return form, standard_workbook(form, entries_of(form, given, library.language))


def _from_report(content: bytes, name: str, library: Library) -> tuple[Form, bytes]:
    """Return the form whose template the report was made from, and a workbook with what is printed in it."""
    for form in library.forms():
        template = library.folder(form.form_id) / "report.docx"
        printed = printed_contents(form, template.read_bytes(), content) if template.is_file() else None
        year = "" if printed is None else str(printed.get("year", form.years.first))
        if printed is not None and year.isdecimal() and int(year[:9]) in form.years:
            given = {key: list(text) if isinstance(text, tuple) else text for key, text in printed.items()}
            year = {"year": int(str(printed["year"]))} if "year" in printed else {}
            return form, standard_workbook(form, entries_of(form, {**given, **year}, library.language))
    raise _file_error(_NO_REPORT, library, name=name)


def last_year_for(form: Form, filing: Filing, path: Path, library: Library) -> tuple[LastYear, tuple[str, ...]]:
    """Return last year's report for a filing, and a note if not all of it could be read.

    UsageError if it is of another year, or in a form that has nothing to do with this one.
    """
    before, errors = read_previous(path, library)
    year, actual = filing["year"].year, before.filing["year"].year
    if before.form.form_id not in (form.form_id, form.predecessor):
        raise _usage_error(_OTHER_FORM, library, name=path.name, actual=before.form.form_id, form=form.form_id)
    if year is not None and actual != year - 1:
        raise _usage_error(_OTHER_YEAR, library, name=path.name, actual=actual, year=year, expected=year - 1)
    note = translate(_NOT_ALL_READ, library.language).format(name=path.name, count=len(errors))
    return before, (note,) if errors else ()


def _file_error(sentence: str, library: Library, **operands: object) -> FileError:
    return FileError(translate(sentence, library.language).format(**operands))


def _usage_error(sentence: str, library: Library, **operands: object) -> UsageError:
    return UsageError(translate(sentence, library.language).format(**operands))
