"""Examples for the checks of texts: what they quote, and how they are typed (catalogue/texts.py)."""

from make_report import catalogue as checks
from make_report.catalogue_examples.explained import Explained
from make_report.language import marked

_QUOTED = marked("A text that quotes a figure must print that figure (docs/references.md).")
_TEXTS = marked("A paragraph is printed as one paragraph, set by the report's own styles.")

TEXTS = (
    Explained(
        checks.T09_SPACE,
        marked("two spaces, a tab or an invisible character inside a paragraph"),
        marked("a paragraph without them"),
        _TEXTS,
    ),
    Explained(
        checks.T09_SPACES,
        marked("two spaces, a tab or an invisible character in several paragraphs"),
        marked("paragraphs without them"),
        _TEXTS,
    ),
    Explained(
        checks.N23_UNKNOWN, marked("a name close to that of a figure in braces"), marked("its whole name"), _QUOTED
    ),
    Explained(checks.N23_NO_NAME, "{abc.def}", "{abc}", _QUOTED),
    Explained(
        checks.N23_SEVERAL,
        marked("in braces a label that several figures have"),
        marked("the label with the heading above it"),
        _QUOTED,
    ),
    Explained(
        checks.N23_BLANK,
        marked("in braces the name of a cell that is blank"),
        marked("the name of a cell that holds 0"),
        _QUOTED,
    ),
    Explained(
        checks.N23_BLANK_ENTRY,
        marked("in braces the name of a date that is blank"),
        marked("the name of a date that is filled in"),
        _QUOTED,
    ),
    Explained(
        checks.N23_NOT_OPENED,
        marked("a name before a closing brace, and no opening one"),
        marked("a closing brace after other words"),
        _QUOTED,
    ),
    Explained(
        checks.N23_DOUBLED, marked("a name in two pairs of braces"), marked("a name in one pair of braces"), _QUOTED
    ),
    Explained(
        checks.N23_SHARE_OF_NOTHING,
        marked("a share of a figure that is 0"),
        marked("a share of a figure that is 1"),
        _QUOTED,
    ),
    Explained(
        checks.N23_OPEN,
        marked("a name after a brace that is not closed"),
        marked("a brace alone, or one before other words"),
        _QUOTED,
    ),
    Explained(checks.N23_AS_TYPED, marked("words in braces that are no name"), "{} {1} {a,b}", _QUOTED),
)
