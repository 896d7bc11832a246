"""Building blocks of the form language: how a key of form.yaml is declared, with its help and its pattern."""

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Any

from make_report.record import field

IDENTIFIER = r"^[a-z][a-z0-9_]*$"
FORM_IDENTIFIER = r"^[a-z][a-z0-9-]*$"
LANGUAGE_TAG = r"^[a-z]{2}(-[A-Z]{2})?$"
CODE = r"^[A-Z]+[0-9]+$"
ANYTHING = r"^.*$"
"""Even an empty text."""

Example = Mapping[str, str | int | Decimal | tuple[str, ...]]
"""Contents by field id, as in data: figures; text, dates and choices as text; paragraphs."""


class Names(Enum):
    """What the words under a key are; meaning/ looks at each of them when a form is loaded."""

    TABLE = "the id of a section with a table"
    TERMS = "cells of that table, as the key each arranges them: columns for each row, rows for each column"
    SCOPES = "rows of that table with each row, columns with each column"
    TEXT = "the id of a text: a narrative, notes, or a line, paragraphs or date of the first sheet"
    DATE = "the id of a date"
    FIGURE = "the id of a figure"
    FIGURES = "ids of figures; * in an id stands for any part of it"
    CHOICE = "the id of a choice of the first sheet"
    CHOICES = "ids of the entries of the choice that the key field names"
    SENTENCE = "a sentence in which the rule's own {operands} are filled in"
    TITLE = "a text in which {org} and {year} are filled in"
    YEAR_PHRASE = "a phrase with {year} in it"


def said(
    doc: str,
    *,
    default: Any = ...,  # noqa: ANN401 - a field's default and the field itself
    pattern: str = "",
    names: Names | None = None,
    hashed: bool = True,
) -> Any:  # noqa: ANN401 - a field's default and the field itself
    """Return a field with its help; a key without a default must stand in the file, and not empty.

    What cannot be hashed, such as an example, is left out of the hash of its declaration.
    """
    metadata = {"doc": doc, "pattern": pattern, "names": names}
    if default is ...:
        return field(metadata=metadata, hash=hashed)
    return field(default=default, metadata=metadata, hash=hashed)
