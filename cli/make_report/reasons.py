"""Why the system refused something to do with a file, in the user's language."""

import errno

from make_report.language import marked, translate

_REASONS = {
    errno.EACCES: marked("you have no permission"),
    errno.EPERM: marked("you have no permission"),
    errno.ENOSPC: marked("the disk is full"),
    errno.EDQUOT: marked("your share of the disk is used up"),
    errno.EFBIG: marked("a file may not be so large here"),
    errno.EROFS: marked("the disk can only be read"),
    errno.EIO: marked("the disk has a fault"),
    errno.EBUSY: marked("another program is using it"),
    errno.ELOOP: marked("its links lead in a circle"),
    errno.ENAMETOOLONG: marked("its name is too long"),
    errno.ENOTDIR: marked("what should be a folder in its path is a file"),
    errno.ENOENT: marked("it does not exist"),
    errno.EPIPE: marked("nobody reads it"),
}


def reason_of(error: Exception, language: str) -> str:
    """Return why an operation on a file failed; what has no sentence of ours in the system's own words."""
    # Until Python 3.13 pathlib raises RuntimeError for links that lead in a circle.
    number = errno.ELOOP if isinstance(error, RuntimeError) else getattr(error, "errno", None)
    if number in _REASONS:
        return translate(_REASONS[number], language)
    return getattr(error, "strerror", None) or str(error)


def may_be_in_use(error: Exception) -> bool:
    """Return whether a file may have been refused because another program has it open."""
    number = getattr(error, "errno", None)
    return number not in _REASONS or number in (errno.EACCES, errno.EPERM, errno.EBUSY)
