"""Where the forms are: in the installed package, or in a checkout beside cli/."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped_templates() -> Path:
    """Return the folder of the forms that come with the tool."""
    installed = _PACKAGE / "templates"
    return installed if installed.is_dir() else _PACKAGE.parent.parent / "templates"
