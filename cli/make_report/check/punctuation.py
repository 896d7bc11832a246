"""T: signs that are half-width, doubled, missing or not in pairs."""

import re
from collections.abc import Iterator
from itertools import chain

from make_report.check.edits import HAN, Edit, corrected, pointed_at, without_codes
from make_report.check.text import Passage, folded, passages, places_of, without_spaces
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule.hygiene import DoubledSigns, HalfWidthSigns, ParagraphEnd, StraySpaces
from make_report.patterns import expression

_WIDE = rf"(?:{HAN}|[，。；：、！？（）《》〈〉【】〔〕“”‘’％…—])"
_CLAUSE_SIGN = expression(
    rf"(?<={_WIDE})\s*[,;:!?]|[,;](?=\s*{_WIDE})"
    rf"|(?<={HAN}|[”）》])(?<![。；：、\s][一二三四五六七八九十])(?<!^[一二三四五六七八九十])\.(?={HAN}|[“《（]|$)"
)
"""A comma, semicolon, colon … beside a Chinese character; a point between two, unless it numbers a heading."""
_TIME_OR_FIGURE = expression(r"\d\s*[,:]\s*\d")
_CLAUSE_SIGNS = ",;:!?."
_HALF_WIDTH = _CLAUSE_SIGNS + '()<>"'
_POINT = "。"
_BRACKET = expression(r"[()（）]")
_ANGLES = expression(rf"<([^<>\n]*{HAN}[^<>\n]*)>")
_STRAIGHT_QUOTE = expression('"')
_DOUBLED = expression(r"[,;:。、!?](?:\s*[,;:。、!?])+|\.\s*。|。\s*\.(?!\d)")
_STRENGTH = "、,:;。"
_ELLIPSIS = 3
_CLOSING = "”’）)》〉】〕」』\"' "
_SENTENCE_END = "。！？；：…!?;:."
_PAUSE = "，、,"
_NUMBER = expression(r"(?:[（(]?[一二三四五六七八九十百]+[）)]?、?|[（(]?\d{1,2}[）)．.、]|[①-⑳])")
_REMARK_AT_END = expression(r"(?<=[。！？])[（(][^（）()]*[）)]$")
_DAY_AT_END = expression(r"\d{1,2}\s*月\s*\d{1,2}\s*日$")
_TAIL = 6
_SHORTEST_SENTENCE = 6
"""Characters; shorter ones, such as 无 or 无收费, are answers rather than sentences."""
LONGEST_TITLE, LONGEST_NUMBERED_HEADING = 40, 50
"""Characters of a paragraph that can be a heading without a sign at its end."""
_NUMBERED_HEADING = expression(
    rf"(?:^|(?<=[。；：\s])){_NUMBER.pattern}[^，。；：\s]{{4,30}}(?=\s+(?:[^，。；：\s]\s*){{4}})"
)
"""A heading parted by a space from what it is the heading of: both are longer than what a stray space cuts off."""
_NAMED = expression(r"“[^”]*”|《[^》]*》|\"[^\"]*\"")
"""Slogans and titles, whose parts may stand apart."""
_SHORTEST_PART, _LONGEST_TITLE_PART = 3, 8
"""Characters of such a part."""
_SPACES = " \u3000\u00a0"
_SPACE = expression(rf"(?<={HAN})(?<!\d[年月日])(?<!\d [年月日])[{_SPACES}]+(?={HAN})")


def half_width_signs(rule: HalfWidthSigns, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each passage with half-width signs in Chinese text."""
    for passage in passages(form, filing):
        if not passage.signs.isdisjoint(_HALF_WIDTH):
            yield from corrected(rule, passage, _half_width(passage.text), form.language)


def _half_width(typed: str) -> Iterator[Edit]:
    text = without_codes(typed)
    if _stands_beside_wide(text):
        figures = {place for match in _TIME_OR_FIGURE.finditer(text) for place in range(*match.span())}
        for match in _CLAUSE_SIGN.finditer(text):
            sign = match.end() - 1
            if sign not in figures:
                yield Edit(sign, sign + 1, _full_width(text[sign]))
    if "(" in text or ")" in text:
        yield from _half_width_brackets(text)
    for match in _ANGLES.finditer(text):
        inside = text.count("《", 0, match.start()) > text.count("》", 0, match.start())
        opening, closing = "〈〉" if inside else "《》"
        yield Edit(match.start(), match.start() + 1, opening)
        yield Edit(match.end() - 1, match.end(), closing)
    quotes = [match.start() for match in _STRAIGHT_QUOTE.finditer(text)]
    for opening, closing in zip(quotes[::2], quotes[1::2], strict=False):
        if re.search(rf"{HAN}", text[opening:closing]):
            yield Edit(opening, opening + 1, "“")
            yield Edit(closing, closing + 1, "”")


def _stands_beside_wide(text: str) -> bool:
    """Return whether a clause sign stands beside a character that may be Chinese: most belong to figures."""
    for place in chain.from_iterable(places_of(sign, text) for sign in _CLAUSE_SIGNS):
        beside = text[max(place - 1, 0) : place] + text[place + 1 : place + 2]
        if not beside.isascii() or any(map(str.isspace, beside)):
            return True
    return False


def _full_width(sign: str) -> str:
    return _POINT if sign == "." else chr(ord(sign) + 0xFEE0)


def _half_width_brackets(text: str) -> Iterator[Edit]:
    """Yield the half-width brackets around Chinese characters, and those whose other half is full-width."""
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        place = match.start()
        if match[0] in "(（":
            opened.append(place)
        elif opened:
            first = opened.pop()
            mixed = (text[first] == "(") != (text[place] == ")")
            if mixed or re.search(rf"{HAN}", text[first:place]):
                yield from (Edit(at, at + 1, _full_width(text[at])) for at in (first, place) if text[at] in "()")


def doubled_signs(rule: DoubledSigns, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each passage in which two signs stand side by side."""
    for passage in passages(form, filing):
        edits = (
            Edit(match.start(), match.end(), right)
            for match in _DOUBLED.finditer(folded(without_codes(passage.text)))
            if (right := _one_sign(match[0]))
        )
        yield from corrected(rule, passage, edits, form.language)


def _one_sign(signs: str) -> str:
    """Return the sign that should stand alone, "" if all may stand."""
    each = without_spaces(signs).replace(".", _POINT)
    if not set(each) - set("!?"):
        return ""
    if len(each) >= _ELLIPSIS and set(each) == {_POINT}:
        return "……"
    if "!" in each or "?" in each:
        each = "".join(sign for sign in each if sign in "!?")[:1]
    strongest = max(each, key=_STRENGTH.find)
    return _full_width(strongest) if strongest.isascii() else strongest


def paragraph_end(rule: ParagraphEnd, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each paragraph that ends in the middle of a sentence, or without a sign."""
    texts = passages(form, filing, rule.section)
    last = {passage.field.id: passage for passage in texts}
    for passage in texts:
        if _lacks_end(passage, rule, is_last=last[passage.field.id] is passage):
            text = passage.text.rstrip()
            yield from pointed_at(rule, passage, [(max(0, len(text) - _TAIL), len(text))], form.language)


def _lacks_end(passage: Passage, rule: ParagraphEnd, *, is_last: bool) -> bool:
    text = _REMARK_AT_END.sub("", passage.text.rstrip()).rstrip(_CLOSING)
    if not text or text[-1] in _SENTENCE_END or _is_no_sentence(text, rule):
        return False
    if text[-1] in _PAUSE:
        return True
    if text.endswith(rule.endings) or _DAY_AT_END.search(text):
        return False
    return "。" in text or _is_sentence(text, rule, is_last=is_last)


def _is_no_sentence(text: str, rule: ParagraphEnd) -> bool:
    """Return whether a text, or what stands behind its last sentence, is an address or the like."""
    *earlier, last = text.split(_POINT)
    return last.lstrip(_CLOSING).startswith(rule.unless) or (not earlier and any(word in text for word in rule.unless))


def _is_sentence(text: str, rule: ParagraphEnd, *, is_last: bool) -> bool:
    """Return whether a text without any full stop is a sentence and no heading."""
    length, numbered = len(without_spaces(text)), bool(_NUMBER.match(text))
    if "，" in text.partition("：")[2] or (not numbered and "；" in text and "，" in text):
        return True
    if is_last and not numbered:
        # Nothing follows of which it could be the heading.
        return "，" in text or (length >= _SHORTEST_SENTENCE and any(word in text for word in rule.sentences))
    longest = LONGEST_NUMBERED_HEADING if numbered else LONGEST_TITLE
    return length > longest and any(sign in text for sign in "，；,;")


def stray_spaces(rule: StraySpaces, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each passage with spaces between the Chinese characters of a sentence."""
    for passage in passages(form, filing, rule.section):
        if passage.signs.isdisjoint(_SPACES):
            continue
        meant = {match.end() for match in _NUMBERED_HEADING.finditer(passage.text)}
        meant |= {
            place for match in _NAMED.finditer(passage.text) if _has_parts(match[0]) for place in range(*match.span())
        }
        edits = (Edit(*match.span(), "") for match in _SPACE.finditer(passage.text) if match.start() not in meant)
        yield from corrected(rule, passage, edits, form.language)


def _has_parts(named: str) -> bool:
    """Return whether what is quoted consists of parts, as a slogan does; a stray space cuts off less, or much more."""
    lengths = [len(part) for part in named[1:-1].split()]
    longest = max(lengths, default=0) if named[0] != "《" else _LONGEST_TITLE_PART
    return bool(lengths) and min(lengths) >= _SHORTEST_PART and max(lengths) <= longest
