"""Where the texts of a filing say what a rule looks for: the right clauses, and the number meant in them."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from make_report.check.clauses import Clause
from make_report.check.mention import Mention
from make_report.check.text import Passage, places_of, quoted, rule_check
from make_report.check.told import told_in
from make_report.check.told_paragraph import ToldParagraph
from make_report.check.unit_names import abridges
from make_report.filing import Filing
from make_report.finding import Finding, Operand
from make_report.form.model import Form
from make_report.form.rule import InClauses, Rule, Subjects
from make_report.patterns import expression
from make_report.place import Place
from make_report.record import Record

Found = TypeVar("Found")
_COMMA = expression(r"[,，;:()]")


class Spot(Record):
    """A phrase of a rule in a clause that counts, where it stands in the workbook."""

    passage: Passage
    mention: Mention

    @property
    def clause(self) -> Clause:
        """The clause."""
        return self.mention.clause

    @property
    def quotation(self) -> str:
        """The clause as it is quoted."""
        return quoted(self.clause.shown.lstrip("、"))

    def finding(self, rule: Rule, related: tuple[Place, ...] = (), **operands: Operand) -> Finding:
        """Return a finding at the paragraph, which quotes the clause."""
        shown: dict[str, Operand] = {"clause": self.quotation, **operands}
        return Finding(rule_check(rule), self.passage.place, shown, self.passage.field.label, related)


Looked = Callable[[Mention], Found | None]
"""What a rule looks for at a phrase."""


def spots(rule: InClauses, form: Form, filing: Filing) -> Iterator[Spot]:
    """Yield the first phrase of the rule in each clause, unless something puts the clause aside."""
    return (spot for spot, _ in spots_with(rule, form, filing, lambda mention: mention))


def spots_with(rule: InClauses, form: Form, filing: Filing, look: Looked[Found]) -> Iterator[tuple[Spot, Found]]:
    """Yield those of the same at which something is found, with that.

    What puts a clause aside takes longest to be looked for, and most clauses agree with the tables.
    """
    if filing["year"].year is None:
        return
    told_by_field, org = told_in(form, filing), filing["org"].text
    for field in rule.where.section:
        told = told_by_field[field]
        for number, mention in told.said(rule):
            found = look(mention)
            if found is not None and not _put_aside(rule, told.paragraphs[number], mention, org):
                yield Spot(told.texts[number], mention), found


def openings_with(
    rule: InClauses, signs: tuple[str, ...], form: Form, filing: Filing, look: Looked[Found]
) -> Iterator[tuple[Spot, Found]]:
    """Yield the beginning of each clause behind one of the signs at which something is found, with that."""
    if filing["year"].year is None:
        return
    told_by_field, org = told_in(form, filing), filing["org"].text
    for field in rule.where.section:
        told = told_by_field[field]
        for passage, paragraph in zip(told.texts, told.paragraphs, strict=True):
            for mention in paragraph.openings(signs):
                found = look(mention)
                if found is not None and not _put_aside(rule, paragraph, mention, org):
                    yield Spot(passage, mention), found


def _put_aside(rule: InClauses, told: ToldParagraph, mention: Mention, org: str) -> bool:
    """Return whether the clause speaks of another year, list, subject or topic, or a phrase in it puts it aside."""
    subjects, clause = rule.where.subjects, mention.clause
    return told.is_put_aside(rule, mention.number) or (
        subjects is not None and _of_another(subjects, clause.open_before + clause.text[: mention.start], org)
    )


def _of_another(subjects: Subjects, text: str, org: str) -> bool:
    """Return whether an office is named that is not the unit itself, or an area that the unit does not report for."""
    if any(word in text for word in subjects.whole) and not org.endswith(subjects.whole_of):
        return True
    said = [word for word in subjects.others if word in text]
    named = ((place, word) for word in said for place in places_of(word, text))
    return any(not _is_own(subjects, text[:place], word, org) for place, word in named)


def _is_own(subjects: Subjects, before: str, word: str, org: str) -> bool:
    """Return whether an office is the unit itself, all offices, or not the one that the clause is about."""
    clause = _COMMA.split(before)[-1]
    beside = any(other in clause for other in subjects.beside)
    # A word with nothing before it, as in 2024年，集团收到, may be the unit's short form of its own name.
    return beside or before.endswith(subjects.own) or abridges(word if not clause else before[-1:] + word, org)
