"""The number formats that Chinese programs know by number alone (ISO/IEC 29500-1, 18.8.30, zh-cn).

A cell with the long date of Chinese Excel or WPS has format 31, and no file says what that is.
"""

_MONTH, _DAY, _WHOLE = 'yyyy"年"m"月"', 'm"月"d"日"', 'yyyy"年"m"月"d"日"'
_MINUTES, _SECONDS = 'h"时"mm"分"', 'h"时"mm"分"ss"秒"'

EAST_ASIAN = {
    27: _MONTH, 28: _DAY, 29: _DAY, 30: "m-d-yy", 31: _WHOLE, 32: _MINUTES, 33: _SECONDS, 34: f"AM/PM{_MINUTES}",
    35: f"AM/PM{_SECONDS}", 36: _MONTH, 50: _MONTH, 51: _DAY, 52: _MONTH, 53: _DAY, 54: _DAY, 55: f"AM/PM{_MINUTES}",
    56: f"AM/PM{_SECONDS}", 57: _MONTH, 58: _DAY,
}  # fmt: skip
