"""The signs of the template's language in a Word file: where tags stand, and whether they are whole."""

from collections.abc import Mapping

from make_report.document.ooxml import Element, named, parsed, printed_text
from make_report.document.tagged import FILLED, SIGN, TAG
from make_report.errors import TemplateError
from make_report.language import marked, translate
from make_report.patterns import expression

_ELSEWHERE = marked("The Word template has a tag in {part}; only the text, headers and footers are filled in.")
_OPEN = marked("The Word template has a tag that is not opened or not closed in “{near}”.")

OUTSIDE = marked(
    "What the tag “{tag}” of the Word template prints would stand outside of any text, where Word shows nothing. "
    "Please begin the tag with two braces and a space."
)
_WORD_PART = expression(r"word/.*\.xml")
PRINTS_OUTSIDE = expression(r"\{\{(?:r|p|tr|tc)\s")
"""How a tag begins that docxtpl puts in the place of a run, paragraph, row or cell; data hold none of these."""


def refuse_bad_tags(parts: Mapping[str, bytes], language: str) -> None:
    """Refuse tags where nothing is filled in, and tags left open: docxtpl would take all up to the next tag for one."""
    for name, content in parts.items():
        if not _WORD_PART.fullmatch(name):
            continue
        root = parsed(content)
        if not FILLED.fullmatch(name) and SIGN.search("".join(str(piece) for piece in root.itertext())):
            raise _error(_ELSEWHERE, language, part=name)
        for paragraph in root.iter(named("p")):
            shown = printed_text(paragraph)
            if SIGN.search(TAG.sub("", shown)):
                raise _error(_OPEN, language, near=shown.strip()[:80])
            if tag := next(filter(PRINTS_OUTSIDE.match, TAG.findall(shown)), ""):
                raise _error(OUTSIDE, language, tag=str(tag)[:80])


def left_over_tags(root: Element) -> bool:
    """Return whether a part that was filled, and is not yet decoded, still holds signs of the template's language."""
    return any(SIGN.search(piece.text or "") for piece in root.iter(named("t")))


def _error(sentence: str, language: str, **operands: str) -> TemplateError:
    return TemplateError(translate(sentence, language).format(**operands))
