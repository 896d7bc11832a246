"""What a marked copy is called: after the workbook that it was made from, in the form's language."""

import os
from pathlib import Path

from make_report.language import marked, translate
from make_report.patterns import expression

_COPY_NAME = marked("{stem} (marked)")
_KEPT_NUMBER = expression(r"(（旧[0-9]+）| \(old [0-9]+\))$")
"""What an old file is called by that was kept (files.py)."""


def marked_path(workbook: Path, language: str) -> Path:
    """Return where the marked copy of a workbook goes: beside it; a marked copy, told by its name, is replaced."""
    ending = translate(_COPY_NAME, language).format(stem="")
    return workbook if workbook.stem.endswith(ending) else workbook.with_stem(workbook.stem + ending)


def originals(workbook: str) -> tuple[str, ...]:
    """Return which file a marked copy was made from, told by its name in whatever language; () if it is none."""
    stem, suffix = os.path.splitext(workbook)  # noqa: PTH122 - of very many names
    stem = _KEPT_NUMBER.sub("", stem)
    endings = (translate(_COPY_NAME, language).format(stem="") for language in ("zh-CN", "en"))
    return tuple(stem.removesuffix(ending) + suffix for ending in endings if stem.endswith(ending))
