"""Why a file could not be read or written, in the user's language."""

import errno

import pytest

from make_report.reasons import may_be_in_use, reason_of


@pytest.mark.parametrize(
    ("error", "english", "chinese"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full", "磁盘已满"),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "your share of the disk is used up", "磁盘配额已用完"),
        (OSError(errno.EFBIG, "File too large"), "a file may not be so large here", "这里不允许这么大的文件"),
        (PermissionError(errno.EACCES, "Permission denied"), "you have no permission", "没有权限"),
        (RuntimeError("Symlink loop from 'a'"), "its links lead in a circle", "链接指来指去成了一圈"),
        (OSError(errno.ESTALE, "Stale file handle"), "Stale file handle", "Stale file handle"),
        (ValueError("embedded null byte"), "embedded null byte", "embedded null byte"),
    ],
)
def test_a_reason_is_said_in_the_language_if_it_has_a_sentence(error: Exception, english: str, chinese: str) -> None:
    assert (reason_of(error, "en"), reason_of(error, "zh-CN")) == (english, chinese)


def test_only_what_may_be_open_elsewhere_is_asked_about() -> None:
    assert may_be_in_use(PermissionError(errno.EACCES, "Permission denied"))
    assert may_be_in_use(OSError(errno.ESTALE, "Stale file handle"))
    assert not may_be_in_use(OSError(errno.ENOSPC, "No space left on device"))
    assert not may_be_in_use(OSError(errno.EFBIG, "File too large"))
