"""A filled part with its last touches, told and given from its text alone.

That serves nearly all parts of our own templates, and saves what takes longer than all else: loading lxml and walking
through the tree. Whatever is not certain is left to finish.py. Tests hold that both give the same bytes.
"""

from collections.abc import Sequence
from xml.parsers import expat

from make_report.document.escape import MARK, as_markup, holds_breaks, plain, unprintable
from make_report.document.measure import figure_width, is_figure
from make_report.document.plan import Filled
from make_report.document.rooms import TEXT, figures_fit, texts_in
from make_report.document.style_names import BODY, SIGNATURE, TABLE_NOTE
from make_report.document.unique import with_unique_marks
from make_report.document.written import DECLARATION, begins_plainly, is_plain_markup, is_whole
from make_report.patterns import expression

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
_SIGNED = f'<w:pStyle w:val="{SIGNATURE}"/>'
_KEEP_NEXT = "<w:keepNext/>"
_HEAD = expression(r"<w:p(?: [^>]*)?><w:pPr>(?:<w:pStyle [^>]*/>)?")


class BrokenPartError(ValueError):
    """A part that Word would call damaged; its sentence says why."""


def finished_part(filled: Filled, styles: bytes | None) -> bytes:
    """Return the part as it goes into the report; `styles` is the document's style part.

    BrokenPartError says what would make Word call it damaged; SyntaxError if it is no XML.
    """
    if styles is not None and filled.rooms is not None:
        finished = finished_for_certain(filled, filled.rooms, styles)
        if finished is not None:
            return finished
    part = with_unique_marks(filled.text.encode())
    if styles is not None and filled.rooms is None and (finished := finished_by_text(part, styles)) is not None:
        return finished
    from make_report.document.finish import finished_by_tree  # noqa: PLC0415 - loads lxml

    return finished_by_tree(part, styles)


def finished_for_certain(filled: Filled, rooms: Sequence[float], styles: bytes) -> bytes | None:
    """Return a part that a plan gives for certain (certain.py), None if its text and values cannot say what is to do.

    All but its values was read as XML when the plan was made, and they stand in texts.
    """
    text, values = filled.text.removeprefix(DECLARATION), " ".join((*filled.values, *filled.repeated))
    spared = _with_long_words_spared(text, values) if _holds_plain_values(values) else None
    if spared is None or not (_all_fit(filled.values, rooms) or figures_fit(spared, styles)):
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
    if spared is None or not figures_fit(spared, styles):
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
    for found in TEXT.finditer(text):
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


def has_long_word(content: str) -> bool:
    """Return whether a coded text holds a word before which a line ends early."""
    return _LONG_WORD.search(plain(content)) is not None


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
