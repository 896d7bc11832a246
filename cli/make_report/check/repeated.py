"""T: sentences and paragraphs that were pasted twice."""

from collections.abc import Iterator

from make_report.check.edits import quotations
from make_report.check.text import Passage, passages, rule_check, without_spaces
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule.hygiene import RepeatedSentences
from make_report.patterns import expression

_SENTENCE = expression(r"[^。！？!?\n]+[。！？!?]")
_LONGEST = 20
"""Characters of a sentence that are quoted."""
_SHORTEST_PARAGRAPH = 4
"""Characters of one that never stands right behind itself, headings among them."""
_NUMBER = expression(r"^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、]|[（(]?\d{1,2}[）)．.、])")


def repeated_sentences(rule: RepeatedSentences, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each passage that stands twice, or in which a sentence does that stood before.

    A sentence right behind itself may be short; one that stands elsewhere in the same text must be too long to be
    there by chance. Other parts of the report may say it again.
    """
    for name in rule.section:
        last = paragraph = ""
        seen: set[str] = set()
        for passage in passages(form, filing, (name,)):
            said = [(sentence, _plain(sentence)) for sentence in _sentences(passage)]
            before = [last, *(plain for _, plain in said)]
            again = [
                sentence
                for (sentence, plain), previous in zip(said, before, strict=False)
                if (plain == previous and len(plain) >= rule.beside) or (plain in seen and len(plain) >= rule.anywhere)
            ]
            whole = _plain(passage.text)
            if whole == paragraph and len(paragraph) >= _SHORTEST_PARAGRAPH:
                again = [passage.text]
            if again:
                yield passage.finding(rule_check(rule), actual=quotations([_shown(again[0])], form.language))
            paragraph = whole
            seen |= {plain for _, plain in said} | {whole}
            last = said[-1][1] if said else last


def _sentences(passage: Passage) -> list[str]:
    return _SENTENCE.findall(passage.text) or [passage.text]


def _plain(sentence: str) -> str:
    """Return a sentence without spaces and without the number before it."""
    return _NUMBER.sub("", without_spaces(sentence))


def _shown(sentence: str) -> str:
    text = sentence.strip()
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
