"""What stops the tool. Faults in the staff's data are findings (finding.py), never exceptions."""

from collections.abc import Mapping

from make_report.language import marked, translate
from make_report.record import Record, field


class MakeReportError(Exception):
    """Base of all that stops a run; its text is one sentence for the user."""

    exit_code = 3

    def said(self, _language: str) -> str:
        """Return the sentence for the user; most errors are made in the user's language already."""
        return str(self)


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


class UnfilledError(TemplateError):
    """A Word template cannot be filled with the values given; with others it may be."""


_NEAREST = marked("Did you mean “{nearest}”?")


class Fault(Record):
    """One mistake in a form's declaration; line and column count from 1, as editors do."""

    line: int
    column: int
    sentence: str
    operands: Mapping[str, object] = field(default_factory=dict[str, object])
    nearest: str = ""
    """What was probably meant."""
    file: str = ""
    """The file it stands in, if another than the form's own form.yaml."""

    @property
    def message(self) -> str:
        """The mistake in English."""
        return self.said("en")

    def said(self, language: str) -> str:
        """Return the mistake in a sentence of the language."""
        operands = {
            name: translate(operand, language) if isinstance(operand, str) else operand
            for name, operand in self.operands.items()
        }
        sentence = translate(self.sentence, language).format_map(operands)
        if not self.nearest:
            return sentence
        return f"{sentence} {translate(_NEAREST, language).format(nearest=self.nearest)}"


class FormError(MakeReportError):
    """A form's declaration has faults: all of them, each with its file, line and column."""

    def __init__(self, file: str, faults: tuple[Fault, ...]) -> None:
        self.file = file
        self.faults = faults
        super().__init__(self.said("en"))

    def said(self, language: str) -> str:
        """Return one line for each fault, as compilers write them."""
        return "\n".join(
            f"{fault.file or self.file}:{fault.line}:{fault.column}: {fault.said(language)}" for fault in self.faults
        )
