"""F: the right form for the year, sections that say something, the usual title."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from make_report.catalogue import F01_NO_FORM, F01_YEAR, F05_EMPTY, F05_ONLY, F05_SHORT, FROM_YEAR
from make_report.check.text import folded, passages, quoted, rule_check, shown_span, without_spaces
from make_report.filing import Filing, State
from make_report.finding import Finding
from make_report.form.model import Form, Narrative, Years
from make_report.form.rule import DefaultTitle, SameYear
from make_report.language import translate
from make_report.patterns import expression

_NUMBERED_HEADING = expression(
    r"(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、)[^,。;!?:]{0,20}[:.]?"
)
"""A heading of the two upper levels that stands alone: short, and no sentence."""
_LONGEST_HEADING = 30
"""No heading that stands alone has more characters."""
_YEAR = expression(r"(?<!\d)\d{4}(?!\d)")
_LONGEST_ENDING = 3
"""Characters after a prescribed heading that make it no content, such as 情况。"""


def report_year(form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield F01 if the form does not serve the report year."""
    value = filing["year"]
    if value.year is None or value.year in form.years:
        return
    other = form.predecessor if value.year < form.years.first else form.successor
    operands = {"year": value.year, "form": form.name, "years": _shown(form.years, form.language), "other": other}
    yield Finding(F01_YEAR if other else F01_NO_FORM, value.place, operands, form.fields["year"].label)


def _shown(years: Years, language: str) -> str:
    if years.last is None:
        return translate(FROM_YEAR, language).format(first=years.first)
    return shown_span(years.first, years.last, language)


def thin_narratives(form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield F05 for each narrative that is empty, says nothing, or is shorter than the form expects.

    Headings that stand alone are no content, white space is not counted.
    """
    for section in form.sections:
        value = filing[section.id]
        if section.narrative is None or value.state is State.UNREADABLE:
            continue
        content = [
            passage
            for passage in passages(form, filing, (section.id,))
            if not stands_alone(passage.text, section.narrative)
        ]
        text = without_spaces("".join(passage.text for passage in content))
        if not text:
            yield Finding(F05_EMPTY, value.place, {}, section.heading)
        elif _letters(text, max(map(len, section.narrative.not_only), default=0)) in section.narrative.not_only:
            yield content[0].finding(F05_ONLY, value=quoted(text))
        elif len(text) < section.narrative.minimum:
            operands = {"count": len(text), "minimum": section.narrative.minimum}
            yield Finding(F05_SHORT, value.place, operands, section.heading)


def stands_alone(paragraph: str, narrative: Narrative) -> bool:
    """Return whether a paragraph is a heading and nothing else: one of the declared, or a short numbered line."""
    text = folded(without_spaces(paragraph))
    declared = map(_plain, narrative.headings)
    as_declared = any(text.startswith(heading) and len(text) <= len(heading) + _LONGEST_ENDING for heading in declared)
    return as_declared or (len(text) <= _LONGEST_HEADING and bool(_NUMBERED_HEADING.fullmatch(text)))


def _letters(text: str, longest: int) -> str:
    """Return the text without punctuation and signs, or of a longer one as much as tells that it is longer."""
    letters = (character for character in text if unicodedata.category(character)[0] in "LNM")
    return "".join(islice(letters, longest + 1))


def default_title(rule: DefaultTitle, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding if a title is typed that is neither the form's own nor one as good.

    Where another rule compares the years, a title in which the year alone is wrong is left to it.
    """
    title, org, year = filing["title"], filing["org"].text, filing["year"].year
    if not title.text or not org or year is None:
        return
    expected = [pattern.format(org=org, year=year) for pattern in (form.title, *rule.accepted)]
    typed = title.text
    if any(isinstance(other, SameYear) and "title" in other.section for other in form.rules):
        typed = _YEAR.sub(str(year), typed)
    if _plain(typed) not in map(_plain, expected):
        operands = {"expected": expected[0], "actual": quoted(title.text)}
        yield Finding(rule_check(rule), title.place, operands, form.fields["title"].label)


@lru_cache(maxsize=256)
def _plain(heading: str) -> str:
    return folded(without_spaces(heading))
