"""Text into sentences, clauses and the quantities in them. Knows how numbers are written, and nothing of any form."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache, cached_property, lru_cache

from make_report.check.numerals import ANY_NUMERAL, FORMAL, MYRIADS, NUMERALS, chinese_number, is_vague
from make_report.check.text import folded, places_of, without_spaces
from make_report.patterns import expression
from make_report.record import Record

_NUMBER = expression(
    r"(?P<digits>(?<![\dA-Za-z.])(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?)(?P<scale>[万亿]?)"
    rf"|百分之(?P<percent>[{ANY_NUMERAL}]+)(?:点(?P<point>[{ANY_NUMERAL}]+))?"
    r"|(?P<tenths>[一二三四五六七八九])成(?![一-龥])"
    rf"|(?P<words>(?<!第)(?:[{ANY_NUMERAL}]+|[{FORMAL}零万亿]{{2,}}|[壹贰叁肆柒捌玖]))"
)
_VAGUE_BEFORE = expression(r"(?:约|近|超|超过|逾|将近|接近|不足|至少|不少于|不到|多于|[\d件条][-~—–至到])$")
_VAGUE_AFTER = expression(r"[余多来几]|.{0,2}(?:左右|以上|以下|以内|上下|[余多]$)|[^\W\d_]{0,2}[-~—–至到]\d")
_DATE_SIGNS = ("年", "月", "日", "号", "时")
_NO_COUNT = (*_DATE_SIGNS, "%")
"""What stands behind numbers that count nothing."""
_ENDS_VAGUE, _BEGINS_VAGUE = frozenset("约近超过逾足少于到多-~—–至\n"), frozenset("余多来几左以上-~—–至到")
"""One of these stands at the end of what makes a number vague before it, or among the first three signs behind it."""
_MAY_BE_COUNTED_ONCE = ("件事", "件套", "条龙", "个", "次性", "家企", "家公")
_COUNTED_ONCE = expression(
    r"件(?:事|套)|条龙|个(?:别|方面|部分|环节|层面|角度|渠道|途径|工作日|小时|月|单位|部门|地区|领域)|次性|家[企公]"
)
_CLOSED_BRACKET = expression(r"\([^()]*\)")
_SENTENCE_END = expression(r"(?<=[。!?\n])")
_CLAUSE_END = expression(r"[，;:()。!?\n]|(?<!\d),|,(?!\d{3})")
_PARTS_THOUSANDS = expression(r"(?:(?<=[^\d，,.]\d)|(?<=[^\d，,.]\d\d)|(?<=[^\d，,.]\d{3}))，(?=\d{3}(?!\d|，\d)\D)")
_HEADING = expression(rf"\s*(?:[(（][{NUMERALS}]{{1,3}}[)）]|[{NUMERALS}]{{1,3}}、)")
LONGEST_PART = 2_000
"""Characters of a part that are remembered as what its clauses may be about."""


class Quantity(Record):
    """A number in a clause: from `start` to `end`, and what follows it, which begins with its unit."""

    number: Decimal
    start: int
    end: int
    after: str
    exact: bool
    decimals: int
    written_out: bool
    """Written in Chinese numerals."""

    @property
    def counts(self) -> bool:
        """Whether it is no part of a date and no percentage."""
        return not self.after.startswith(_NO_COUNT)

    def unit(self, units: Iterable[str]) -> str | None:
        """Return which of the units follows, "" if the clause ends with the plain number, None if neither is so."""
        asked = tuple(units)
        if asked not in self._units:
            self._units[asked] = self._unit(asked)
        return self._units[asked]

    @cached_property
    def _units(self) -> dict[tuple[str, ...], str | None]:
        return {}

    def _unit(self, units: tuple[str, ...]) -> str | None:
        if self.after.startswith(_MAY_BE_COUNTED_ONCE) and _COUNTED_ONCE.match(self.after):
            return None
        after = self.after.lstrip("余多来几")
        named = next((unit for unit in _longest_first(units) if after.startswith(unit)), None)
        if named is not None:
            return named
        return "" if not self.after and not self.written_out and "" in units else None


@cache
def _longest_first(units: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(filter(None, units), key=len, reverse=True))


class Clause(Record):
    """A stretch of a sentence between two commas. Texts are free of spaces; `text` is half-width, `shown` as typed."""

    text: str
    shown: str
    before: str
    """The sentence up to this clause."""
    sentence: str
    lead: str
    """The sentence before."""
    behind: str
    """All since the last heading such as （一）, or since the sentence before the paragraph, up to this clause."""
    number: int
    """Which sentence of the paragraph it belongs to."""
    depth: int
    """Within how many brackets it stands."""
    quantities: tuple[Quantity, ...]

    @cached_property
    def open_before(self) -> str:
        """The sentence up to this clause without what stands in brackets that are closed."""
        return _CLOSED_BRACKET.sub("", self.before) if "(" in self.before else self.before

    @property
    def counts(self) -> bool:
        """Whether a number stands in it that is no date or percentage."""
        return any(quantity.counts for quantity in self.quantities)


def clauses(paragraphs: Iterable[str]) -> Iterator[tuple[Clause, ...]]:
    """Yield the clauses of each paragraph; the sentence before the first may stand in the paragraph before."""
    lead = part = ""
    for paragraph in paragraphs:
        if _HEADING.match(paragraph):
            part = ""
        found, lead = _paragraph_clauses(paragraph, lead, part[-LONGEST_PART:])
        part = f"{part[-LONGEST_PART:]}{paragraph}\n"
        yield found


@lru_cache(maxsize=1024)
def _paragraph_clauses(paragraph: str, lead: str, part: str) -> tuple[tuple[Clause, ...], str]:
    shown = without_spaces(paragraph)
    # A full-width comma stands between the digits of one number only where it parts the thousands: 1，200.
    parted = {match.start() for match in _PARTS_THOUSANDS.finditer(shown)} if "，" in shown else set[int]()
    pairs = enumerate(zip(shown, folded(shown), strict=True))
    plain = "".join("，" if sign == "，" and place not in parted else half for place, (sign, half) in pairs)
    found: list[Clause] = []
    heading, start = part + lead, 0
    for number, sentence in enumerate(_SENTENCE_END.split(plain)):
        behind = heading + plain[:start]
        found += _sentence_clauses(sentence, shown[start : start + len(sentence)], (lead, behind), number)
        start += len(sentence)
        lead = sentence or lead
    return tuple(found), lead


def _sentence_clauses(sentence: str, shown: str, earlier: tuple[str, str], number: int) -> Iterator[Clause]:
    depth = 0
    lead, behind = earlier
    for start, end in _spans(sentence):
        sign = sentence[start - 1 : start]
        depth = max(depth + (sign == "(") - (sign == ")"), 0)
        if start < end:
            text = sentence[start:end]
            quantities = quantities_in(text)
            before = sentence[:start]
            yield Clause(text, shown[start:end], before, sentence, lead, behind + before, number, depth, quantities)


def _spans(sentence: str) -> Iterator[tuple[int, int]]:
    start = 0
    for sign in (*_CLAUSE_END.finditer(sentence), None):
        end = sign.start() if sign else len(sentence)
        yield from _listed_spans(sentence, start, end)
        start = sign.end() if sign else end


def _listed_spans(sentence: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the members of a list joined by the enumeration comma: only behind a number does it end a clause."""
    begin = start
    for place in places_of("、", sentence[start:end]) if "、" in sentence else ():
        position = start + place
        if any(not quantity.after.startswith(_DATE_SIGNS) for quantity in quantities_in(sentence[begin:position])):
            yield begin, position
            begin = position + 1
    yield begin, end


@lru_cache(maxsize=4096)
def quantities_in(text: str) -> tuple[Quantity, ...]:
    """Return the numbers in a half-width text."""
    found: list[Quantity] = []
    for match in _NUMBER.finditer(text):
        if match["percent"] or match["tenths"]:
            found += _percent(match, text)
            continue
        digits, words, after = match["digits"], match["words"], text[match.end() :]
        number = chinese_number(words) if words else Decimal(digits.replace(",", ""))
        if number is None:
            continue
        decimals = len(digits.partition(".")[2]) if digits else 0
        scale = MYRIADS.get(match["scale"] or "", 1)
        before = text[: match.start()]
        vague = (
            is_vague(before, words)
            or (before[-1:] in _ENDS_VAGUE and _VAGUE_BEFORE.search(before))
            or (not _BEGINS_VAGUE.isdisjoint(after[:3]) and _VAGUE_AFTER.match(after))
        )
        rounded = scale > 1 and not after.startswith("元")
        found.append(
            Quantity(number * scale, match.start(), match.end(), after, not (vague or rounded), decimals, bool(words))
        )
    return tuple(found)


def _percent(match: re.Match[str], text: str) -> Iterator[Quantity]:
    """Yield the percentage that is written out: 百分之六十, or in tenths: 六成. The sign % stands for its unit."""
    start, end = match.span()
    after, vague = f"%{text[end:]}", _VAGUE_BEFORE.search(text[:start]) or _VAGUE_AFTER.match(text, end)
    whole = chinese_number(match["tenths"] or match["percent"])
    if whole is None:
        return
    if match["tenths"]:
        yield Quantity(10 * whole, start, end, after, not vague, -1, written_out=True)
        return
    digits = [chinese_number(sign) or 0 for sign in match["point"] or ""]
    number = whole + sum((digit * Decimal(10) ** -place for place, digit in enumerate(digits, 1)), Decimal(0))
    yield Quantity(number, start, end, after, not vague, len(digits), written_out=True)
