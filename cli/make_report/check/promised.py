"""X: what last year's text announced, looked for in this year's texts."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from make_report.check.last_year import LastYear
from make_report.check.phrases import says
from make_report.check.text import folded, listed, passages, quoted, rule_check, without_spaces
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule import Promised
from make_report.patterns import expression

_MEASURE_END = expression(r"[。;!?\n]")
_PAIR = 2
_MOST_SHOWN = 3


def promised(rule: Promised, form: Form, filing: Filing, last_year: LastYear) -> Iterator[Finding]:
    """Yield one finding that quotes the first of last year's measures of which this year's texts say nothing."""
    year = filing["year"].year
    answer = _text(form, filing, rule.answered_in)
    if year is None or not answer or rule.section not in last_year.form.fields:
        return
    announced = _text(last_year.form, last_year.filing, (rule.section,))
    heard = _pairs(answer, rule.plain)
    unheard = [
        measure
        for measure in measures(rule, announced, year)
        if len(pairs := _pairs(measure, rule.plain)) >= rule.least
        and len(pairs & heard) * 100 < rule.percent * len(pairs)
    ]
    if unheard:
        shown = listed((f"“{quoted(measure)}”" for measure in unheard[:_MOST_SHOWN]), form.language)
        yield Finding(
            rule_check(rule), filing[rule.section].place, {"measures": shown}, form.fields[rule.section].label
        )


def measures(rule: Promised, text: str, year: int) -> tuple[str, ...]:
    """Return the measures that last year's half-width text announces, without their marks."""
    begin = says(rule.announcing, text, year)
    if not begin:
        return ()
    marks = "|".join(re.escape(folded(mark)) for mark in rule.marks)
    parts = re.split(rf"(?<!\w)(?:{marks}),?", text[begin.end :])[1:]
    found = (_MEASURE_END.split(part, maxsplit=1)[0] for part in parts)
    return tuple(measure for measure in found if not any(word in measure for word in rule.unless))


def _text(form: Form, filing: Filing, names: tuple[str, ...]) -> str:
    return "\n".join(folded(without_spaces(passage.text)) for passage in passages(form, filing, names))


def _pairs(text: str, plain: Iterable[str]) -> set[str]:
    """Return the pairs of letters side by side in a text; none spans a sign or one of the plain words."""
    for word in sorted(plain, key=len, reverse=True):
        text = text.replace(folded(word), " ")
    pairs = (text[start : start + _PAIR] for start in range(len(text) - 1))
    return {pair for pair in pairs if all(unicodedata.category(letter).startswith("L") for letter in pair)}
