"""Whether a call is about many workbooks: told from its words before anything is loaded, for one must start fast."""

import os.path
from collections.abc import Iterator, Sequence

_CHECK, _MAKE = "check", "make"
OTHER_COMMANDS = frozenset({"new", "data", "forms"})
_FOR_MANY = frozenset({"--jobs", "--cluster", "--skip-unchanged"})
_FORMAT = "--format"
WITH_VALUE = frozenset({"-o", "--output", "--last-year", "--templates", _FORMAT, "--jobs", "--cluster"})


def asks_for_many(words: Sequence[str]) -> bool:
    """Return whether the words name several workbooks, a folder or a pattern, or an option that only many have.

    --format is one for the main command; `check --format` may be about one workbook, unless it is to be csv.
    """
    if not words or words[0] in OTHER_COMMANDS:
        return False
    options = dict(_options(words))
    if _FOR_MANY & options.keys() or (_FORMAT in options and (words[0] != _CHECK or options[_FORMAT] == "csv")):
        return True
    files = list(_files(words[words[0] in (_CHECK, _MAKE) :]))
    return len(files) > 1 or any(os.path.isdir(file) or _is_pattern(file) for file in files)  # noqa: PTH112 - pathlib loads late


def _options(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each option with the word that may be its value."""
    for word, after in zip(words, [*words[1:], ""], strict=True):
        if word == "--":
            return
        name, given, value = word.partition("=")
        if word.startswith("-"):
            yield name, value if given else after


def _files(words: Sequence[str]) -> Iterator[str]:
    value_follows = False
    for place, word in enumerate(words):
        if word == "--":
            yield from words[place + 1 :]
            return
        if not value_follows and not word.startswith("-"):
            yield word
        value_follows = not value_follows and word in WITH_VALUE


def _is_pattern(file: str) -> bool:
    return any(sign in file for sign in "*?[") and not os.path.exists(file)  # noqa: PTH110 - pathlib loads late
