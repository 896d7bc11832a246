"""What stops the tool. Faults in the staff's data are findings (finding.py), never exceptions."""

from dataclasses import dataclass


class MakeReportError(Exception):
    """Base of all that stops a run; its text is one sentence for the user."""

    exit_code = 3


class UsageError(MakeReportError):
    """The command was called wrongly: unknown form, missing year, contradicting options."""

    exit_code = 2


class FileError(MakeReportError):
    """A file cannot be read or written."""


class DataError(MakeReportError):
    """Machine-readable data given to the tool does not fit the form."""

    exit_code = 2


class TemplateError(MakeReportError):
    """A Word template cannot be filled."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake in a form's declaration; line and column count from 1, as editors do."""

    line: int
    column: int
    message: str
    file: str = ""
    """The file it stands in, if another than the form's own form.yaml."""


class FormError(MakeReportError):
    """A form's declaration has faults: all of them, each with its line and column."""

    def __init__(self, file: str, faults: tuple[Fault, ...]) -> None:
        self.file = file
        self.faults = faults
        lines = (f"{fault.file or file}:{fault.line}:{fault.column}: {fault.message}" for fault in faults)
        super().__init__("\n".join(lines))
