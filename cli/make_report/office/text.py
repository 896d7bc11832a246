"""What became of a batch as lines of text: one for each workbook, and the sum."""

from collections.abc import Iterator
from functools import partial

from make_report.language import marked, translate
from make_report.office.run import Outcome, Tally
from make_report.office.work import State

_RED, _GREEN, _YELLOW = "31", "32", "33"
_COLOURS = {State.ERRORS: _RED, State.UNREADABLE: _RED, State.UNWRITTEN: _RED}

_LINE = marked("{workbook}: {what}")
_MADE = marked("{verdict} → {report}")
_KEPT = marked("{made} (the one that stood there: {kept})")
_UNCHANGED = marked("unchanged since {report} was made.")
_FIRST = marked("{verdict} The first: {place} [{code}]")

_COUNTED = marked("Workbooks: {count}. {what}.")
_STOPPED = marked("Stopped after {done} of {count} workbooks; what is written is whole. {what}.")
_NOTHING = marked("nothing")
_WORDS = {
    State.MADE: marked("reports made: {count}"),
    State.UNCHANGED: marked("unchanged: {count}"),
    State.SOUND: marked("without errors: {count}"),
    State.ERRORS: marked("with errors: {count}"),
    State.UNREADABLE: marked("unreadable: {count}"),
    State.UNWRITTEN: marked("could not be written: {count}"),
}
_TO_CHECK = marked("with something to check: {count}")
_HINT = marked("To see what is wrong in a workbook: make-report check {workbook}")


def outcome_line(outcome: Outcome, language: str, *, colour: bool = False) -> str:
    """Return in one line what became of a workbook; with colour if a terminal shows it."""
    what = _what(outcome, language)
    line = what if outcome.path in what else translate(_LINE, language).format(workbook=outcome.path, what=what)
    line = " ".join(line.split())
    return f"\x1b[{_colour(outcome)}m{line}\x1b[0m" if colour else line


def _colour(outcome: Outcome) -> str:
    found = outcome.done.found
    return _COLOURS.get(outcome.done.state, _YELLOW if found and found.warnings else _GREEN)


def _what(outcome: Outcome, language: str) -> str:
    done, found = outcome.done, outcome.done.found
    if found is None or done.message:
        return done.message
    if done.state is State.UNCHANGED:
        return translate(_UNCHANGED, language).format(report=outcome.report)
    if done.state is State.MADE:
        made = translate(_MADE, language).format(verdict=found.verdict, report=outcome.report)
        kept = outcome.kept
        return translate(_KEPT, language).format(made=made, kept=kept.name) if kept else made
    # The worst is named: what forbids the report, if anything does.
    for finding in sorted(found.findings, key=lambda finding: finding.severity):
        if not finding.accepted:
            place = f"{finding.sheet} {finding.cell}".strip()
            return translate(_FIRST, language).format(verdict=found.verdict, place=place, code=finding.code)
    return found.verdict


def summary_lines(tally: Tally, language: str) -> Iterator[str]:
    """Yield what became of them all, and how one sees more."""
    say = partial(translate, language=language)
    pieces = [say(word).format(count=tally[state]) for state, word in _WORDS.items() if tally[state]]
    if tally.to_check:
        good = sum(bool(tally[state]) for state in (State.MADE, State.UNCHANGED, State.SOUND))
        pieces.insert(good, say(_TO_CHECK).format(count=tally.to_check))
    what = say(marked("; ")).join(pieces) or say(_NOTHING)
    sentence = _STOPPED if tally.counted < tally.of else _COUNTED
    yield say(sentence).format(count=tally.of, done=tally.counted, what=what)
    if tally[State.ERRORS]:
        yield say(_HINT).format(workbook=say(marked("WORKBOOK.xlsx")))
