"""Chinese numerals: in sentences, and before headings.

Own lines instead of a library: those read whole strings, here the place in a sentence is needed.
"""

from decimal import Decimal

NUMERALS = "一二三四五六七八九十"
"""The digits that number headings."""
_DIGITS = {sign: value for value, signs in enumerate(("零〇", "一", "二两", "三", *"四五六七八九")) for sign in signs}
_TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
ANY_NUMERAL = "".join((*_DIGITS, *_TENS, *MYRIADS, "廿卅"))
FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟"
"""Numerals as they stand in accounts. Some of them are words of their own, such as 伍 in 队伍."""
_PLAIN = str.maketrans({**dict(zip(FORMAL, "一二三四五六七八九十百千", strict=True)), "廿": "二十", "卅": "三十"})
_IN_HEADINGS = {*NUMERALS, "两"}
_TEN = 10


def chinese_number(words: str) -> Decimal | None:
    """Return the number that Chinese numerals say, such as 一百零三, or None if they say none."""
    words = words.translate(_PLAIN)
    if not any(sign in _TENS or sign in MYRIADS for sign in words):
        digits = "".join(str(_DIGITS[sign]) for sign in words)
        return Decimal(digits) if len(digits) == 1 or digits[0] != "0" else None
    whole = section = digit = 0
    for sign in words:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _TENS:
            section, digit = section + (digit or 1) * _TENS[sign], 0
        else:
            whole, section, digit = whole + (section + digit or 1) * MYRIADS[sign], 0, 0
    return Decimal(whole + section + digit)


def is_vague(before: str, words: str | None) -> bool:
    """Return whether numerals say only about how many, by what stands before them: 数十, 上百."""
    return bool(words) and words[:1] in {*_TENS, *MYRIADS} and before.endswith(("数", "几", "上", "成"))


def number_of(text: str) -> int:
    """Return the number below a hundred that stands before a heading, in Chinese or Arabic digits; 0 for no number."""
    if text.isdecimal():
        return int(text)
    tens, _, ones = text.rpartition("十")
    if not text or set(text) - _IN_HEADINGS or len(tens) > 1 or len(ones) > 1:
        return 0
    return int(chinese_number(text) or 0)


def numeral(number: int) -> str:
    """Return a number below a hundred in Chinese digits."""
    tens, ones = divmod(number, _TEN)
    before = (NUMERALS[tens - 1] if tens > 1 else "") + "十" if tens else ""
    return before + (NUMERALS[ones - 1] if ones else "")
