"""The words of the command line: which word is a command, and the options that commands share."""

# pyright: reportUnknownMemberType=false
# typer's overloads of Option and Argument name click's ParamType without its arguments.

from collections.abc import Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import click
import typer
from typer.core import TyperGroup

from make_report.app_work import LANGUAGE
from make_report.language import bind_locale, marked, translate

_ = partial(translate, language=LANGUAGE)
bind_locale(LANGUAGE)

DEFAULT_COMMAND = "make"


class WorkbookOrCommand(TyperGroup):
    """A first word that is no command is a workbook."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command before words that name none."""
        own = {"--help", "--version"}
        if args and args[0] not in self.commands and args[0] not in own:
            args = [DEFAULT_COMMAND, *args]
        return super().parse_args(ctx, args)


def invoked(commands: typer.Typer, words: Sequence[str]) -> int:
    """Return the exit code of the command that the words name. What is wrong with the words is said."""
    try:
        code = commands(list(words), prog_name="make-report", standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except SystemExit:
        return 0
    except click.Abort as error:
        raise KeyboardInterrupt from error
    except click.ClickException as error:
        error.show()
        return 2
    return code if isinstance(code, int) else 0


Templates = Annotated[
    list[Path] | None,
    typer.Option("--templates", metavar=_(marked("DIR")), help=_(marked("A folder with more forms."))),
]
Workbook = Annotated[Path, typer.Argument(metavar=_(marked("WORKBOOK.xlsx")), help=_(marked("The filled workbook.")))]
FormId = Annotated[
    str | None, typer.Option("--form", metavar=_(marked("FORM")), help=_(marked("The form, such as zfxxgk-2021.")))
]
Year = Annotated[int | None, typer.Option("--year", metavar=_(marked("YEAR")), help=_(marked("The report year.")))]
Organisation = Annotated[
    str | None, typer.Option("--org", metavar=_(marked("NAME")), help=_(marked("The unit's full name.")))
]
Data = Annotated[
    Path | None,
    typer.Option("--data", metavar=_(marked("DATA.json")), help=_(marked("Fill it from data (- for stdin)."))),
]
LastYearFile = Annotated[
    Path | None,
    typer.Option(
        "--last-year",
        metavar=_(marked("FILE")),
        help=_(marked("Compare with last year's report: its workbook, its data (.json) or its Word file.")),
    ),
]
FromFile = Annotated[
    Path | None,
    typer.Option(
        "--from",
        metavar=_(marked("FILE")),
        help=_(marked("Begin from last year's report: its workbook, its data (.json) or its Word file.")),
    ),
]
ReportTarget = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar=_(marked("REPORT.docx")), help=_(marked("Where the report goes."))),
]
WorkbookTarget = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar=_(marked("WORKBOOK.xlsx")), help=_(marked("Where the workbook goes."))),
]


class ShownAs(StrEnum):
    """How findings are shown."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


Shape = Annotated[
    ShownAs, typer.Option("--format", help=_(marked("The findings as text, as JSON data, or as a page to mail.")))
]
AsJson = Annotated[bool, typer.Option("--json", help=_(marked("Short for --format json.")))]
Mark = Annotated[
    bool, typer.Option("--mark", help=_(marked("Also write a copy of the workbook with all findings marked in it.")))
]
Thorough = Annotated[
    bool, typer.Option("--thorough", help=_(marked("Also check what is a matter of style: the optional checks.")))
]
FindingsTarget = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar=_(marked("FILE")), help=_(marked("Where the findings go."))),
]
