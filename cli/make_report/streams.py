"""The standard streams as a run needs them: whatever becomes of them, the work is done and its exit code is true.

A stream that the caller closed (`>&-`) is None in Python, and the next file that is opened would get its number. A
reader who goes before the end (`| head`) must not stop a run that has a report to write or an error to tell.
"""

import io
import os
import stat
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class _Pipe(io.FileIO):
    """A pipe whose reader may go: what is said after that goes nowhere."""

    def write(self, content: "ReadableBuffer", /) -> int:
        try:
            return super().write(content)
        except (BrokenPipeError, ConnectionResetError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.fileno())
            os.close(nowhere)
            return memoryview(content).nbytes


def make_ready() -> None:
    """Open the standard streams that are closed, and let no reader, and no console in GBK or ASCII, stop the run."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - as long as the run
    sys.stdout, sys.stderr = _lasting(sys.stdout), _lasting(sys.stderr)


def shows_colours(stream: TextIO) -> bool:
    """Return whether a stream is a terminal that shows colours, and nobody asked for none (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _lasting(stream: TextIO) -> TextIO:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return stream
    if os.name == "posix" and _has_reader(stream.fileno()):
        pipe = io.BufferedWriter(_Pipe(stream.fileno(), "w", closefd=False))
        return io.TextIOWrapper(pipe, stream.encoding, errors="replace", line_buffering=bool(stream.line_buffering))
    # What the console does not have is shown as a question mark.
    reconfigure(errors="replace")
    return stream


def _has_reader(number: int) -> bool:
    mode = os.fstat(number).st_mode
    return stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)
