"""Where rows and columns of a sheet can stand (ISO/IEC 29500-1, 18.17.2.3 and the limits of Excel)."""

from functools import lru_cache

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_LETTERS = 3


@lru_cache(maxsize=256)
def column_number(letters: str) -> int:
    """Return the number of a column, 0 if the letters name none."""
    if not (letters.isascii() and letters.isalpha() and letters.isupper() and len(letters) <= _LETTERS):
        return 0
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number if number <= LAST_COLUMN else 0
