"""A filled part with its last touches, told and given from its text alone.

That serves nearly all parts of our own templates, and saves what takes longer than all else: loading lxml and walking
through the tree. Whatever is not certain is left to finish.py. Tests hold that both give the same bytes.
"""

import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from xml.parsers import expat

from make_report.document.escape import MARK, as_markup, holds_breaks, plain, unprintable
from make_report.document.measure import figure_width, is_figure, room_in
from make_report.document.plan import Filled
from make_report.document.style_names import BODY, SIGNATURE, TABLE_NOTE
from make_report.document.unique import with_unique_marks
from make_report.document.written import DECLARATION, begins_plainly, is_plain_markup, is_whole
from make_report.patterns import expression

_TEXT = expression(r"<w:t(?: [^>]*)?>([^<]*)")
_LONG_WORD = expression("[!-~]{16}")
_RUN_ON_RUN = "</w:t></w:r><w:r"
_OVER_RUNS = expression(
    r"[!-~]</w:t></w:r><w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: [^>]*)?>" + f"[!-~{MARK}]"
)
"""A word that goes on in the next run, which may make a long one of two."""
_JUSTIFIED = tuple(f'<w:pStyle w:val="{style}"/>' for style in (BODY, TABLE_NOTE))
_PARAGRAPH = expression(
    r"<w:p(?: [^>]*)?>(?:<w:pPr>((?:<w:(?!textDirection|textAlignment|textboxTightWrap|outlineLvl)[^<>]*/>)*)</w:pPr>"
    r"|(?!<w:pPr>))"
)
"""The beginning of a paragraph, with properties that may all stand before w:jc (CT_PPr), or with none."""
_LEFT = '<w:jc w:val="left"/>'
_WIDTH = expression(r'<w:tcW w:w="(\d+)" w:type="dxa"/>')
_STYLE = expression(r'<w:pStyle w:val="([^"]*)"/>')
_STYLE_BLOCK = expression(r'<w:style [^>]*w:styleId="([^"]*)"[^>]*>(.*?)</w:style>', re.DOTALL)
_IN_TABLES = expression(r"<w:tblStylePr .*?</w:tblStylePr>", re.DOTALL)
_SIZE = expression(r'<w:sz w:val="(\d+)"/>')
_BASE = expression(r'<w:basedOn w:val="([^"]*)"/>')
_PLENTY = 99.0
"""Characters that no figure has."""
HERE_MORE = "<!>"
"""Stands for a loop or a choice where only the text of a part is looked at."""
_SIGNED = f'<w:pStyle w:val="{SIGNATURE}"/>'
_KEEP_NEXT = "<w:keepNext/>"
_HEAD = expression(r"<w:p(?: [^>]*)?><w:pPr>(?:<w:pStyle [^>]*/>)?")


class BrokenPartError(ValueError):
    """A part that Word would call damaged; its sentence says why."""


def finished_part(filled: Filled, styles: bytes | None) -> bytes:
    """Return the part as it goes into the report; `styles` is the document's style part.

    BrokenPartError says what would make Word call it damaged; SyntaxError if it is no XML.
    """
    part = b""
    if styles is not None and filled.rooms is not None:
        finished = finished_for_certain(filled, filled.rooms, styles)
    else:
        part = with_unique_marks(filled.text.encode())
        finished = finished_by_text(part, styles) if styles is not None else None
    if finished is not None:
        return finished
    from make_report.document.finish import finished_by_tree  # noqa: PLC0415 - loads lxml

    return finished_by_tree(part or filled.text.encode(), styles)


def finished_for_certain(filled: Filled, rooms: Sequence[float], styles: bytes) -> bytes | None:
    """Return a part that a plan gives for certain (certain.py), None if its text and values cannot say what is to do.

    All but its values was read as XML when the plan was made, and they stand in texts.
    """
    text, values = filled.text.removeprefix(DECLARATION), " ".join((*filled.values, *filled.repeated))
    spared = _with_long_words_spared(text, values) if _holds_plain_values(values) else None
    if spared is None or not (_all_fit(filled.values, rooms) or _figures_fit(spared, styles)):
        return None
    return _with_signature_kept(as_markup(spared))


def _all_fit(values: Sequence[str], rooms: Sequence[float]) -> bool:
    """Whether all the values that are figures stand in one line of their cells: no character is wider than its size."""
    return len(values) == len(rooms) and not any(
        len(value) > room and is_figure(value) and figure_width(value) > room
        for value, room in zip(values, rooms, strict=True)
    )


def finished_by_text(part: bytes, styles: bytes) -> bytes | None:
    """Return the finished part, None if its text alone cannot say what is to be done.

    Elements without content stand in one tag in it (plan.Filled).
    """
    text = part.decode().removeprefix(DECLARATION)
    known = _is_known(text) and _is_sound(part)
    spared = _with_long_words_spared(text, " ".join(texts_in(text))) if known else None
    if spared is None or not _figures_fit(spared, styles):
        return None
    return _with_signature_kept(as_markup(spared))


def _is_known(text: str) -> bool:
    return begins_plainly(text) and is_plain_markup(text) and is_whole(text)


def _holds_plain_values(text: str) -> bool:
    """Whether all characters in it can be in XML, and none of them becomes an element: no line break, no tab."""
    return not (MARK in text and holds_breaks(text)) and not unprintable(text)


def _is_sound(part: bytes) -> bool:
    try:
        expat.ParserCreate().Parse(part, True)  # noqa: FBT003 - expat's own way
    except expat.ExpatError:
        return False
    return True


def _with_long_words_spared(text: str, texts: str) -> str | None:
    """Return the text with paragraphs that hold a very long word flush left, None if it is not certain which do."""
    if not any(style in text for style in _JUSTIFIED):
        return text
    if _RUN_ON_RUN in text and _OVER_RUNS.search(text):
        return None
    if not has_long_word(texts):
        return text
    return _flush_left(text) if text.startswith("<w:document ") else None


def _flush_left(text: str) -> str | None:
    """Return the text in which paragraphs with a very long word are flush left, None if one is not as we know it."""
    pieces: list[str] = []
    done = start = 0
    for found in _TEXT.finditer(text):
        if not has_long_word(found[1]):
            continue
        start = max(text.rfind("<w:p>", start, found.start()), text.rfind("<w:p ", start, found.start()))
        paragraph = _PARAGRAPH.match(text, start)
        if paragraph is None:
            return None
        properties = paragraph[1] or ""
        if start >= done and "<w:jc " not in properties and any(style in properties for style in _JUSTIFIED):
            pieces += text[done : paragraph.end(1)], _LEFT
            done = paragraph.end(1)
    return "".join((*pieces, text[done:]))


def texts_in(text: str) -> list[str]:
    """Return all that is printed of a stretch of a part, coded."""
    return _TEXT.findall(text)


def has_long_word(content: str) -> bool:
    """Return whether a coded text holds a word before which a line ends early."""
    return _LONG_WORD.search(plain(content)) is not None


def _figures_fit(text: str, styles: bytes) -> bool:
    """Whether it is certain that each figure stands in one line of its cell."""
    return all(_fits(cell, styles) for cell in _cells(text))


def _cells(text: str) -> Iterator[str]:
    """Yield each cell, those that are alike to the letter, and followed by the same, once."""
    for begun in {*text.split("<w:tc>")[1:]}:
        cell, end, _ = begun.partition("</w:tc>")
        # Without an end a table stands in it.
        yield cell if end else "<w:sz "


@lru_cache(maxsize=1024)
def _fits(cell: str, styles: bytes) -> bool:
    """Whether the figure of a cell fits. Tables are full of cells that are alike to the letter, most of them 0."""
    if "<w:sz " in cell:
        return False
    if cell.count("</w:p>") > 1:
        return not any(map(is_figure, texts_in(cell)))
    figure = "".join(texts_in(cell))
    return not is_figure(figure) or figure_width(figure) <= _room(cell, styles)


def _room(cell: str, styles: bytes) -> float:
    """Return how many characters of its size stand in one line of a cell with one paragraph, 0 if that is not told."""
    width, style = _WIDTH.search(cell), _STYLE.search(cell)
    if width is None:
        return 0 if "<w:tcW" in cell else math.inf
    size = _sizes(styles).get(style[1] if style else "Normal")
    return room_in(int(width[1])) / (size * 10) if size else 0


def rooms_for_values(text: str, styles: bytes) -> list[float] | None:
    """Return the room for each value of a part, which is a MARK in its text: that in its cell, or else plenty of it.

    0 for one beside which something else stands in the cell; None if a figure of the template's own does not fit, or a
    cell is not told by its text alone.
    """
    before, *begun = text.split("<w:tc>")
    rooms = [_PLENTY] * before.count(MARK)
    for cell, end, after in (one.partition("</w:tc>") for one in begun):
        texts = texts_in(cell)
        if not end or HERE_MORE in cell or not (MARK in cell or _fits(cell, styles)):
            return None
        is_alone = texts.count(MARK) == 1 and "".join(texts) == MARK and cell.count("</w:p>") == 1
        is_told = is_alone and "<w:sz " not in cell
        rooms += [min(_room(cell, styles), _PLENTY)] if is_told else [0] * cell.count(MARK)
        rooms += [_PLENTY] * after.count(MARK)
    return rooms


@lru_cache(maxsize=4)
def _sizes(styles: bytes) -> dict[str, int]:
    """Return the type size of each style by its id, in half-points; one without a size has that of its base."""
    markup = styles.decode()
    blocks = {name: _IN_TABLES.sub("", block) for name, block in _STYLE_BLOCK.findall(markup)}
    standard = _SIZE.search(markup.partition("</w:docDefaults>")[0])
    sizes: dict[str, int] = {}
    for name in blocks:
        seen: set[str] = set()
        base, size = name, None
        while base in blocks and base not in seen and size is None:
            seen.add(base)
            size = _SIZE.search(blocks[base])
            named = _BASE.search(blocks[base])
            base = named[1] if named else ""
        if found := size or standard:
            sizes[name] = int(found[1])
    return sizes


def _with_signature_kept(text: str) -> bytes | None:
    """Return the text in which the paragraph before the signature stays on the signature's page."""
    place = text.find(_SIGNED)
    while place >= 0:
        start = text.rfind("<w:p>", 0, place)
        # It stands at the end of most reports: from there on less has to be counted.
        in_cell = text.count("<w:tc>", place) != text.count("</w:tc>", place)
        if start < 0 or text.find("<w:p ", start, place) >= 0 or in_cell:
            return None
        if text.endswith("</w:p>", 0, start):
            begin = text.rfind("<w:p>", 0, start)
            begin = max(begin, text.rfind("<w:p ", max(begin, 0), start))
            head, before = _HEAD.match(text, begin), text[begin:start]
            if head and _KEEP_NEXT not in before:
                text = f"{text[: head.end()]}{_KEEP_NEXT}{text[head.end() :]}"
                place += len(_KEEP_NEXT)
            elif "<w:keepNext " in before:
                return None
        place = text.find(_SIGNED, place + 1)
    return f"{DECLARATION}{text}".encode()
