"""What a number format makes of a cell's content (ISO/IEC 29500-1, 18.8.31): may staff see something else in it?"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache

from make_report.finding import show_number
from make_report.patterns import expression
from make_report.record import Record

LONGEST_FORMAT = 255
"""Characters; spreadsheet programs take no longer ones."""

_TOKEN = expression(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|(?P<space>_.)|\*.|\[(?P<bracket>[^\]]*)\]|(?P<general>General|G/通用格式)'
    r"|(?P<exponent>E[+-]0+)|(?P<date>AM/PM|[ymdhsgeb])|(?P<sign>[0#?.,%@;/])|(?P<literal>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = expression(r"(<=|>=|<>|<|>|=)\s*(-?[0-9]+(?:\.[0-9]*)?)")
_DIGITS = {
    "DBNUM1": "〇一二三四五六七八九",
    "DBNUM2": "零壹贰叁肆伍陆柒捌玖",
    "DBNUM3": "０１２３４５６７８９",
}
_TENS = {"DBNUM1": "十百千", "DBNUM2": "拾佰仟"}
_MYRIADS = ("", "万", "亿", "万亿")
_NEGATIVE, _ZERO, _TEXT = 1, 2, 3
"""The sections of a format, counted from 0, that say how a negative number, zero and text are shown."""
_SCALING = frozenset("十百千万萬亿億十拾佰仟%‰kKmM")
_FIGURE = expression(
    r"(?P<before>[^0-9.]*)(?P<figure>[0-9][0-9,]*\.?[0-9]*|\.[0-9]+)(?:E(?P<exponent>[+-][0-9]+))?(?P<after>[^0-9]*)"
)


class _Section(Record):
    """One section of a format: pieces of text, and the signs 0 # ? . , % @ and General that stand for the content."""

    pieces: tuple[tuple[str, str], ...]
    numerals: str = ""
    """DBNUM1 and the like: the digits are Chinese."""
    condition: tuple[str, Decimal] | None = None

    def has(self, kind: str) -> bool:
        """Return whether a piece of this kind is in it."""
        return any(kind == each for each, _ in self.pieces)


def seen_number(number: Decimal, number_format: str) -> str | None:
    """Return what staff see of a number, "" if nothing; None if it cannot be told, as with a date's format."""
    sections = _sections(number_format)
    section, signed = _chosen(sections, number)
    if section is None or section.has("date") or ("sign", "/") in section.pieces:
        return None
    shown = _figure(abs(number), section)
    minus = "-" if number < 0 and signed and any(character.isdigit() for character in shown) else ""
    digits = _DIGITS.get(section.numerals, "0123456789")
    if section.has("general") and section.numerals in _TENS:
        shown = re.sub("[0-9]+", lambda figure: _in_words(figure[0], section.numerals), shown, count=1)
    return (minus + shown).strip().translate(str.maketrans("0123456789", digits))


def seen_text(text: str, number_format: str) -> str:
    """Return what staff see of a text."""
    sections = _sections(number_format)
    last = sections[-1] if sections else None
    if last is None or not (len(sections) > _TEXT or ("sign", "@") in last.pieces):
        return text
    return "".join(text if kind == "sign" else piece for kind, piece in last.pieces).strip()


def tells(seen: str, number: Decimal, units: Iterable[str] = (), minus: Iterable[str] = ()) -> bool:
    """Return whether what staff see can be taken for this number only; `units` and `minus` are the field's own words.

    A dash or a word in place of zero is as good as zero: accounting formats show it.
    """
    for word in sorted(filter(None, units), key=len, reverse=True):
        seen = seen.replace(word, "")
    seen = "".join(seen.split())
    if not number and seen and not re.search(r"\d", seen):
        return True
    figure = _FIGURE.fullmatch(seen)
    if not figure or (number and _SCALING & {*figure["before"], *figure["after"]}):
        return False
    read = Decimal(figure["figure"].replace(",", "")).scaleb(int((figure["exponent"] or "0")[:4]))
    is_minus = any(word in figure["before"] for word in ("-", "(", "−", "（", *filter(None, minus)))
    return read == abs(number) and (is_minus == (number < 0) or not number)


@lru_cache(maxsize=256)
def _sections(number_format: str) -> tuple[_Section, ...]:
    """Return the sections of a format; none if it is longer than any can be."""
    if len(number_format) > LONGEST_FORMAT:
        return ()
    sections: list[list[re.Match[str]]] = [[]]
    for token in _TOKEN.finditer(number_format):
        if token["sign"] == ";":
            sections.append([])
        else:
            sections[-1].append(token)
    return tuple(_section(tokens) for tokens in sections)


def _section(tokens: Iterable[re.Match[str]]) -> _Section:
    pieces: list[tuple[str, str]] = []
    numerals, condition = "", None
    for token in tokens:
        kind, piece = token.lastgroup, token[0]
        if kind == "bracket":
            inside = token["bracket"]
            found = _CONDITION.fullmatch(inside)
            condition = (found[1], Decimal(found[2])) if found else condition
            numerals = inside.upper() if inside.upper() in _DIGITS else numerals
            if inside.startswith("$"):
                pieces.append(("literal", inside[1:].split("-", maxsplit=1)[0]))
            elif inside.lower() in ("h", "hh", "m", "mm", "s", "ss"):
                pieces.append(("date", piece))
        elif kind in ("quoted", "escaped", "literal"):
            pieces.append(("literal", token[kind]))
        elif kind == "space":
            pieces.append(("literal", " "))
        elif kind:
            pieces.append((kind, piece))
    return _Section(tuple(pieces), numerals, condition)


def _chosen(sections: Sequence[_Section], number: Decimal) -> tuple[_Section | None, bool]:
    """Return the section that shows the number, and whether a minus stands before a negative one."""
    if not sections:
        return None, False
    if any(section.condition for section in sections[:2]):
        return next((section for section in sections[:3] if _holds(section, number)), None), True
    if number < 0 and len(sections) > _NEGATIVE:
        return sections[_NEGATIVE], False
    return sections[_ZERO if not number and len(sections) > _ZERO else 0], True


def _holds(section: _Section, number: Decimal) -> bool:
    if section.condition is None:
        return True
    sign, limit = section.condition
    return (
        (number < limit and sign in ("<", "<=", "<>"))
        or (number > limit and sign in (">", ">=", "<>"))
        or (number == limit and sign in ("=", "<=", ">="))
    )


def _figure(number: Decimal, section: _Section) -> str:
    """Return a number that is not negative as a section shows it."""
    signs = [piece for kind, piece in section.pieces if kind == "sign"]
    if not any(sign in "0#?" for sign in signs):
        return "".join(_without_digits(number, section))
    point = signs.index(".") if "." in signs else len(signs)
    whole, fraction = "".join(signs[:point]), [sign for sign in signs[point + 1 :] if sign in "0#?"]
    scale = len(whole.rstrip("%")) - len(whole.rstrip("%,"))
    if point < len(signs):
        tail = "".join(signs[point + 1 :]).rstrip("%")
        scale += len(tail) - len(tail.rstrip(","))
    number = number.scaleb(2 * signs.count("%") - 3 * scale)
    exponent = ""
    if section.has("exponent"):
        power = number.adjusted() if number else 0
        number, exponent = number.scaleb(-power), f"E{power:+03}"
    with localcontext(rounding=ROUND_HALF_UP):
        integer, _, decimals = f"{number:.{len(fraction)}f}".partition(".")
    optional = len(fraction) - len("".join(fraction).rstrip("#?"))
    kept = decimals.rstrip("0") if optional else decimals
    decimals = decimals[: max(len(kept), len(fraction) - optional)]
    grouped = "," in whole.rstrip("%,")
    return "".join(_filled(section, integer.lstrip("0"), decimals, grouped=grouped)) + exponent


def _without_digits(number: Decimal, section: _Section) -> Iterator[str]:
    for kind, piece in section.pieces:
        is_content = kind == "general" or (kind == "sign" and piece == "@")
        yield show_number(number) if is_content else piece if kind == "literal" or piece == "%" else ""


def _filled(section: _Section, integer: str, decimals: str, *, grouped: bool) -> Iterator[str]:
    """Yield the pieces of a section with the digits in their places; the first place takes all that are left over."""
    pieces = [piece for piece in section.pieces if piece != ("sign", ",")]
    point = pieces.index(("sign", ".")) if ("sign", ".") in pieces else len(pieces)
    places = [number for number, (kind, piece) in enumerate(pieces[:point]) if kind == "sign" and piece in "0#?"]
    least = len(places) - next((n for n, place in enumerate(places) if pieces[place][1] == "0"), len(places))
    integer = integer.zfill(least) if least else integer
    rest = iter(decimals)
    left = integer
    for number, (kind, piece) in enumerate(pieces):
        if number in places:
            after = len(places) - places.index(number) - 1
            digits, left = (left[: len(left) - after], left[len(left) - after :]) if len(left) > after else ("", left)
            yield _in_threes(digits, after) if grouped else digits
        elif kind == "sign" and piece in "0#?":
            yield next(rest, "")
        elif kind == "sign" and piece == ".":
            yield "." if decimals else ""
        elif kind == "literal" or piece == "%":
            yield piece


def _in_threes(digits: str, after: int) -> str:
    """Return digits that so many more follow, with a comma where three or a multiple of three follow."""
    return "".join(
        digit + ("," if (after + len(digits) - n - 1) % 3 == 0 and after + len(digits) - n > 1 else "")
        for n, digit in enumerate(digits)
    )


def _in_words(figure: str, numerals: str) -> str:
    """Return a whole number with the Chinese words for tens behind its digits: 120 as 1百2十."""
    words = ""
    for start in range(len(figure) % 4 - 4 if len(figure) % 4 else 0, len(figure), 4):
        group = figure[max(start, 0) : start + 4]
        tens = ["", *_TENS[numerals]]
        said = "".join(digit + tens[len(group) - n - 1] if digit != "0" else "0" for n, digit in enumerate(group))
        myriad = _MYRIADS[min((len(figure) - start) // 4 - 1, len(_MYRIADS) - 1)]
        words += re.sub("0+", "0", said).removesuffix("0") + (myriad if said.strip("0") else "0")
    return re.sub("0+", "0", words).removesuffix("0") or "0"
