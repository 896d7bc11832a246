"""Which workbooks are meant by the words of a command: files, patterns, and folders with workbooks in them."""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from glob import glob, has_magic
from pathlib import Path

from make_report.language import marked, translate
from make_report.record import Record
from make_report.workbook.marking.copy_name import originals

_SUFFIX = ".xlsx"
_PASSING = ("~$", ".")
"""How the names of files begin that Excel, WPS and macOS lay beside a workbook for a while; none is a workbook."""

_LOCKS = marked("Files that Excel or WPS keeps beside open workbooks were left out: {count}.")
_COPIES = marked("Marked copies were left out, because the workbooks they were made from are here too: {count}.")
_FOLDERS = marked("Folders in {folder} were not looked into: {count}. To have them done, name them too.")


class Inputs(Record):
    """The workbooks meant, each once, in the order of the words, those of a folder by name."""

    workbooks: tuple[str, ...]
    notes: tuple[str, ...] = ()
    """What was left out, in sentences in the user's language."""


def inputs_of(words: Sequence[str], language: str) -> Inputs:
    """Return the workbooks that the words mean.

    A folder means the files in it whose names end in .xlsx, whatever is in them; folders in it are not looked into.
    A word that is no file is taken as a pattern (cmd.exe leaves them to the program), else kept: reading it will say
    that there is no such file. Files of a passing kind are left out, and marked copies whose originals are meant too.
    """
    named = list(dict.fromkeys(file for word in words for file in _files(word)))
    lasting = [file for file in named if not os.path.basename(file).startswith(_PASSING)]  # noqa: PTH119 - 100,000 names
    once: dict[str, str] = {}
    for file in lasting:
        once.setdefault(os.path.realpath(file), file)
    workbooks = tuple(file for real, file in once.items() if not any(one in once for one in originals(real)))
    counted = ((_LOCKS, len(named) - len(lasting)), (_COPIES, len(once) - len(workbooks)))
    said = (translate(sentence, language).format(count=count) for sentence, count in counted if count)
    return Inputs(workbooks, (*said, *_not_looked_into(words, language)))


def _files(word: str) -> Iterable[str]:
    if Path(word).is_dir():
        return _in_folder(word)
    if not Path(word).exists() and has_magic(word):
        return sorted(glob(word)) or [word]  # noqa: PTH207 - a pattern may begin at the root
    return [word]


def _in_folder(folder: str) -> list[str]:
    with os.scandir(folder) as entries:
        found = (entry.path for entry in entries if entry.name.lower().endswith(_SUFFIX) and not _is_folder(entry))
        return sorted(found)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Return whether it is a folder; a link that leads in a circle is none, and reading it will say so."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _not_looked_into(words: Iterable[str], language: str) -> Iterator[str]:
    said = partial(translate(_FOLDERS, language).format)
    for word in filter(os.path.isdir, words):
        with os.scandir(word) as entries:
            count = sum(_is_folder(entry) and not entry.name.startswith(".") for entry in entries)
        if count:
            yield said(count=count, folder=word)
