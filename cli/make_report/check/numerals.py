"""Chinese numerals as they stand before headings: 一 to 九十九."""

NUMERALS = "一二三四五六七八九十"
_DIGITS = {numeral: value for value, numeral in enumerate(NUMERALS, start=1)} | {"两": 2}
_TEN = 10


def number_of(text: str) -> int:
    """Return the number that Chinese or Arabic digits stand for; 0 for what is no number."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if set(text) - _DIGITS.keys() or len(tens) > 1 or len(ones) > 1 or not text:
        return 0
    return (_DIGITS.get(tens, 1) * _TEN if ten else 0) + _DIGITS.get(ones, 0)


def numeral(number: int) -> str:
    """Return a number below a hundred in Chinese digits."""
    tens, ones = divmod(number, _TEN)
    before = (NUMERALS[tens - 1] if tens > 1 else "") + "十" if tens else ""
    return before + (NUMERALS[ones - 1] if ones else "")
