"""Numbers as people write them, for tests."""

_DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """Return a number below a hundred million in Chinese numerals, such as 一百零三."""
    if number >= 10_000:
        myriads, rest = divmod(number, 10_000)
        joint = "" if rest >= 1000 or not rest else "零"
        return f"{chinese(myriads)}万{joint}{chinese(rest) if rest else ''}"
    written, gap = "", False
    for value, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, value)
        if digit:
            written += ("零" if gap and written else "") + _DIGITS[digit] + sign
        gap = not digit
    return written.removeprefix("一") if written.startswith("一十") else written
