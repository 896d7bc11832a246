"""Sentences in the language of the reader, by gettext. English is the source; locale/ holds the others."""

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from make_report.sentences import Sentences

_LOCALE_FOLDER = Path(__file__).parent / "locale"


def marked(sentence: str) -> str:
    """Return the sentence unchanged: marks it for translation where it is written."""
    return sentence


def _tags(language: str) -> Iterator[str]:
    """Yield where sentences in a language may lie: its own folder first, then those of its other countries."""
    base = language.split("-", maxsplit=1)[0]
    yield from (language.replace("-", "_"), base)
    yield from sorted(folder.name for folder in _LOCALE_FOLDER.glob(f"{base}_*"))


@cache
def _sentences(language: str) -> Sentences | None:
    for tag in _tags(language):
        with suppress(OSError):
            return Sentences((_LOCALE_FOLDER / tag / "LC_MESSAGES" / "make_report.mo").read_bytes())
    return None


@cache
def translate(sentence: str, language: str) -> str:
    """Return the sentence in the language (a BCP 47 tag such as zh-CN), or unchanged if it has no translation."""
    sentences = _sentences(language) if sentence else None
    return sentences.get(sentence) if sentences else sentence


def user_language() -> str:
    """Return the language of the user's locale as zh-CN or en; the environment wins over the system."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh-CN" if value.lower().startswith("zh") else "en"
    import locale  # noqa: PLC0415 - nearly always the environment says it

    name = (locale.getlocale()[0] or "").lower()
    return "zh-CN" if name.startswith(("zh", "chinese")) else "en"


def bind_locale(language: str) -> None:
    """Let click, which says its own words by gettext too, speak the user's language."""
    os.environ.setdefault("LANGUAGE", language.replace("-", "_"))
    import gettext  # noqa: PLC0415 - only click speaks through it

    gettext.bindtextdomain("make_report", _LOCALE_FOLDER)
    gettext.textdomain("make_report")


CLICK_WORDS = (
    marked("Usage:"),
    marked("Options"),
    marked("Commands"),
    marked("Show this message and exit."),
    marked("Error: {message}"),
    marked("Try '{command} {option}' for help."),
    marked("Invalid value: {message}"),
    marked("Invalid value for {param_hint}: {message}"),
    marked("Missing argument"),
    marked("Missing option"),
    marked("No such option {name!r}."),
    marked("Missing command."),
    marked("Got unexpected extra argument ({args})"),
    marked("{value!r} is not a valid {number_type}."),
    marked("{value!r} is not one of {choices}."),
    marked("required"),
)
"""What click says by itself in our commands; it looks these up in our catalogue (see bind_locale)."""

CLICK_PLURALS = (("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),)
"""Of these, those that it looks up in two forms; Chinese has one."""
