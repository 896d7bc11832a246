"""The text of a comment: what we write into it, and how it is taken out again, whatever staff wrote around it.

Our text stands between two lines. Programs that save the workbook anew keep it, whatever they do to authors and fonts.
"""

import re
from collections.abc import Mapping, Sequence

from make_report.finding import Finding
from make_report.patterns import expression
from make_report.place import Place
from make_report.workbook.marking.levels import advice, level_word
from make_report.workbook.marking.markup import Element, named, path, remove, s, text_element
from make_report.workbook.writing.entry import stored_text

_START, _END = "▼ make-report", "▲ make-report"
_OURS = expression(rf"(?:\r?\n)?{_START}.*?(?:{_END}(?: \+(\d+))?|\Z)", re.DOTALL)
"""With the number of rows, if any, by which the box of a user's comment was made larger."""
_SIZE, _TYPEFACE, _CHINESE_CHARSET = 9, "SimSun", 134
NotePiece = tuple[str, bool]
"""A piece of text, and whether it is bold."""


Hints = Mapping[tuple[Place, str], str]
"""What is likely to be wrong, in a sentence, by the place and the code of a finding."""
NO_HINTS: Hints = {}


def note_pieces(findings: Sequence[Finding], language: str, hints: Hints) -> list[NotePiece]:
    """Return what a comment says about the findings of one cell, in pieces."""
    pieces: list[NotePiece] = [(f"{_START}\n", True)]
    for finding in findings:
        pieces.append((f"{level_word(finding, language)} [{finding.code}] ", True))
        todo = advice(finding, language)
        hint = hints.get((finding.place, finding.code), "")
        lines = (finding.message(language), todo and f"→ {todo}", hint and f"★ {hint}")
        pieces.append(("\n".join(filter(None, lines)) + "\n", False))
    return [*pieces, (_END, True)]


def note_text(pieces: Sequence[NotePiece]) -> str:
    """Return the pieces as one text."""
    return "".join(text for text, _ in pieces)


def new_comment(address: str, author: int, pieces: Sequence[NotePiece]) -> Element:
    """Return a comment of our own."""
    return s("comment", s("text", *(_run(text, bold=bold) for text, bold in pieces)), ref=address, authorId=author)


def _run(text: str, *, bold: bool) -> Element:
    looks = [s("b")] if bold else []
    looks += [s("sz", val=_SIZE), s("color", indexed=81), s("rFont", val=_TYPEFACE)]
    return s("r", s("rPr", *looks, s("charset", val=_CHINESE_CHARSET)), text_element(text))


def append_note(comment: Element, text: str, grown: int) -> None:
    """Write our text behind that of a user's comment, whose box grew by some rows. The fonts stay as they are."""
    whole = stored_text(f"{text} +{grown}" if grown else text)
    if parts := _parts(comment):
        parts[-1].text = f"{parts[-1].text or ''}\n{whole}"
        return
    content = comment.find(named("text"))
    if content is None:
        content = s("text")
        comment.insert(0, content)
    content.append(text_element(whole))


def cut_note(comment: Element) -> int | None:
    """Take our text out of a comment; return by how many rows its box was made larger, None if there was no text."""
    parts = _parts(comment)
    found = list(_OURS.finditer(comment_text(comment)))
    position = 0
    for part in parts:
        text = part.text or ""
        kept = "".join(
            letter
            for at, letter in enumerate(text, position)
            if not any(match.start() <= at < match.end() for match in found)
        )
        position += len(text)
        if kept != text:
            _rewrite(part, kept)
    return sum(int(match[1] or 0) for match in found) if found else None


def _rewrite(part: Element, text: str) -> None:
    part.text = text
    run = part.getparent()
    if not text and run is not None:
        remove(run if run.tag == named("r") else part)


def comment_text(comment: Element) -> str:
    """Return the text of a comment."""
    return "".join(part.text or "" for part in _parts(comment))


def _parts(comment: Element) -> list[Element]:
    """Return the elements that hold the text: one alone, or one in each run; phonetic hints are left out."""
    return [*comment.iterfind(path("text", "t")), *comment.iterfind(path("text", "r", "t"))]
