"""Building blocks of the form language: how a key of form.yaml is declared, with its help and its pattern."""

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from typing import Any

IDENTIFIER = r"^[a-z][a-z0-9_]*$"
FORM_IDENTIFIER = r"^[a-z][a-z0-9-]*$"
LANGUAGE_TAG = r"^[a-z]{2}(-[A-Z]{2})?$"
CODE = r"^[A-Z]+[0-9]+$"

Example = Mapping[str, str | int | Decimal | tuple[str, ...]]
"""Contents by field id, as in data: figures; text, dates and choices as text; paragraphs."""


def said(doc: str, *, default: Any = ..., pattern: str = "", hashed: bool = True) -> Any:  # noqa: ANN401 - dataclasses.field's own type
    """Return a dataclass field with its help; a key without a default must stand in the file.

    What cannot be hashed, such as an example, is left out of the hash of its declaration.
    """
    metadata = {"doc": doc, "pattern": pattern}
    hashing = None if hashed else False
    if default is ...:
        return field(metadata=metadata, hash=hashing)
    return field(default=default, metadata=metadata, hash=hashing)
