"""What became of a file that was to be written, as lines of text."""

from make_report.files import Written
from make_report.language import marked, translate

_UNCHANGED = marked("{path} is up to date: nothing has changed.")
_KEPT = marked("The file that stood there is kept as {name}.")
_WRITTEN = marked("Written: {path}")


def written_as_text(written: Written, language: str) -> str:
    """Return in one or two lines where a file is, and where the old one is kept."""
    if written.unchanged:
        return translate(_UNCHANGED, language).format(path=written.path)
    said = translate(_WRITTEN, language).format(path=written.path)
    return f"{translate(_KEPT, language).format(name=written.kept.name)}\n{said}" if written.kept else said
