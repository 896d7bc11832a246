"""The edge: words in, exit code out. Every failure ends here in one sentence.

The plainest calls, workbooks and perhaps -o, go straight to their work. All other words are typer's (app_commands.py),
which takes longer to load than such a run has left.
"""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from make_report import __version__
from make_report.bounded import LONGEST_RUN, MOST_MEMORY, run_bounded
from make_report.errors import MakeReportError
from make_report.language import marked, translate, user_language
from make_report.many import asks_for_many
from make_report.reasons import reason_of
from make_report.streams import make_ready

LANGUAGE = user_language()
_ = partial(translate, language=LANGUAGE)

MAKE, CHECK, FORMS, VERSION = "make", "check", "forms", "--version"
_OUT_OF_BOUNDS = marked(
    "This took longer than {seconds} seconds or more than {memory} GB of memory and was stopped; nothing was written. "
    "Please copy the figures into a new standard workbook."
)


def main() -> None:
    """Run the command line."""
    make_ready()
    words = sys.argv[1:]
    # What authors of forms ask for is their own work, and may take long; of many workbooks each has its own bounds.
    unbounded = words[:1] == [FORMS] or words == [VERSION] or asks_for_many(words)
    if unbounded:
        sys.exit(run(words))
    # A run ends before it has left garbage worth looking for, or anything that must be taken down piece by piece.
    gc.disable()
    code = run_bounded(partial(run, words), _out_of_bounds)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def _out_of_bounds() -> int:
    return _fail(_(_OUT_OF_BOUNDS).format(seconds=LONGEST_RUN, memory=MOST_MEMORY // 1024**3), 3)


def run(words: Sequence[str]) -> int:
    """Run the command line that the words are and return its exit code; every failure is said in one sentence."""
    try:
        return _run(words)
    except OSError as error:
        sentence = _(marked("What is to be printed cannot be written: {reason}."))
        return _fail(sentence.format(reason=reason_of(error, LANGUAGE)), 3)
    except KeyboardInterrupt:
        return _fail(_(marked("Stopped; nothing was written.")), 130)
    except MakeReportError as error:
        return _fail(error.said(LANGUAGE), error.exit_code)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - the funnel: no traceback ever reaches a user
        if os.environ.get("MAKE_REPORT_DEBUG"):
            import traceback

            traceback.print_exc()
        sentence = _(marked("This is a mistake in make-report itself, not in your workbook: {what}. Please report it."))
        return _fail(sentence.format(what=f"{type(error).__name__}: {error}"), 3)


def _run(words: Sequence[str]) -> int:
    if list(words) == [VERSION]:
        print(f"make-report {__version__}")
        code = 0
    elif asks_for_many(words):
        code = _run_many(words)
    elif plain := plain_call(words):
        from make_report.app_work import check, make

        workbook, output = plain[1:]
        code = check(workbook) if plain[0] == CHECK else make(workbook, output)
    else:
        from make_report.app_commands import invoke

        code = invoke(words)
    sys.stdout.flush()
    return code


def _run_many(words: Sequence[str]) -> int:
    plain = plain_batch(words)
    if plain is None:
        from make_report.app_office import invoke_many

        return invoke_many(words)
    from make_report.app_batch import check_many, make_many

    command, workbooks, output = plain
    return check_many(workbooks) if command == CHECK else make_many(workbooks, output)


def plain_batch(words: Sequence[str]) -> tuple[str, Sequence[str], Path | None] | None:
    """Return the command, the workbooks and folders, and where the reports go.

    None if the words say anything else than WORKBOOK ... [-o FOLDER] or check WORKBOOK ...
    """
    command = CHECK if words[:1] == [CHECK] else MAKE
    inputs, output = [*words[command == CHECK :]], ""
    if command == MAKE and "-o" in inputs[:-1]:
        place = inputs.index("-o")
        output = inputs[place + 1]
        inputs = inputs[:place] + inputs[place + 2 :]
        if not output:
            return None
    is_plain = bool(inputs) and inputs[0] != MAKE and not any(word.startswith("-") for word in (*inputs, output))
    return (command, inputs, Path(output) if output else None) if is_plain and all(inputs) else None


def plain_call(words: Sequence[str]) -> tuple[str, Path, Path | None] | None:
    """Return the command, the workbook and where its report goes.

    None if the words say anything else than WORKBOOK [-o REPORT] or check WORKBOOK.
    """
    plain = plain_batch(words)
    if plain is None or len(plain[1]) > 1:
        return None
    command, (workbook,), output = plain
    is_workbook = workbook.lower().endswith(".xlsx") and not os.path.isdir(workbook)  # noqa: PTH112 - it never raises
    return (command, Path(workbook), output) if is_workbook else None


def _fail(sentence: str, code: int) -> int:
    # Where nothing can be said the exit code still tells.
    with suppress(OSError):
        print(sentence, file=sys.stderr)
    return code


if __name__ == "__main__":
    main()
