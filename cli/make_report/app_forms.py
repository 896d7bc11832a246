"""The commands for authors of forms: list, schema, draft, checks, coverage."""

# pyright: reportUnknownMemberType=false
# typer's overloads of Option and Argument name click's ParamType without its arguments.

import json
import sys
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from make_report.app_work import LANGUAGE, library
from make_report.errors import FormError, UsageError
from make_report.files import Written, read_file, write_file
from make_report.language import marked, translate
from make_report.options import Templates
from make_report.show.written import written_as_text

_ = partial(translate, language=LANGUAGE)

Form = Annotated[str, typer.Argument(metavar=_(marked("FORM")), help=_(marked("The form, such as zfxxgk-2021.")))]

forms_app = typer.Typer(no_args_is_help=False, help=_(marked("List the forms; help authors of forms.")))


@forms_app.callback(invoke_without_command=True)
def forms(ctx: typer.Context, templates: Templates = None) -> int:
    """List the forms that are sound; name the faults of the others."""
    if ctx.invoked_subcommand is not None:
        return 0
    known = library(templates)
    for form in known.forms():
        last = form.years.last or ""
        print(f"{form.form_id}\t{form.years.first}-{last}\t{form.name}")
    for error in known.broken().values():
        print(error.said(LANGUAGE), file=sys.stderr)
    return FormError.exit_code if known.broken() else 0


@forms_app.command("schema", help=_(marked("Print a JSON Schema: of a form's data, or of form.yaml.")))
def forms_schema(
    form_id: Annotated[str | None, typer.Argument(metavar=_(marked("[FORM]")))] = None,
    *,
    rules: Annotated[bool, typer.Option("--rules", help=_(marked("Of a file of rules that forms share.")))] = False,
    templates: Templates = None,
) -> None:
    """Print the JSON Schema of a form's data; without a form, of form.yaml or of a file of shared rules."""
    from make_report.schema import data_schema, form_schema, rules_schema

    if rules and form_id:
        raise UsageError(_(marked("Please give either a form or --rules.")))
    schema = data_schema(library(templates).form(form_id)) if form_id else rules_schema() if rules else form_schema()
    print(json.dumps(schema, ensure_ascii=False, indent=1))


@forms_app.command("draft", help=_(marked("Write a form's blank workbook and, if it has none, a first Word template.")))
def forms_draft(
    folder: Annotated[Path, typer.Argument(metavar=_(marked("DIR")), help=_(marked("A folder with form.yaml.")))],
) -> int:
    """Write what a new form needs beside its form.yaml: blank.xlsx always, report.docx only if it has none.

    One that it has is looked through.
    """
    from make_report.document.draft import draft_template
    from make_report.document.proof import refuse_faulty_template
    from make_report.form.load import load_form
    from make_report.workbook.writing.blank import standard_workbook

    form = load_form(folder.resolve())
    _print_written(write_file(folder / "blank.xlsx", standard_workbook(form), LANGUAGE, None))
    template = folder / "report.docx"
    if template.exists():
        refuse_faulty_template(form, read_file(template, LANGUAGE), str(template))
        print(_(marked("{path} stands already and was left as it is.")).format(path=template), file=sys.stderr)
    else:
        _print_written(write_file(template, draft_template(form), LANGUAGE, form.language))
    return 0


@forms_app.command("checks", help=_(marked("Print every check as a page: of all forms, or of one.")))
def forms_checks(
    form_id: Annotated[str | None, typer.Argument(metavar=_(marked("[FORM]")))] = None, templates: Templates = None
) -> None:
    """Print every check as a page in Markdown: of all forms, or of one."""
    from make_report.show.checks_page import checks_page

    known = library(templates)
    print(checks_page([known.form(form_id)] if form_id else list(known.forms()), LANGUAGE), end="")


@forms_app.command("coverage", help=_(marked("Say which figures of a form are guarded by rules, and when.")))
def forms_coverage(form_id: Form, templates: Templates = None) -> None:
    """Say which figures of a form are guarded by rules, and when."""
    from make_report.check.coverage import guards
    from make_report.show.coverage import coverage_as_text

    form = library(templates).form(form_id)
    print(coverage_as_text(form, guards(form), LANGUAGE))


def _print_written(written: Written) -> None:
    print(written_as_text(written, LANGUAGE))
