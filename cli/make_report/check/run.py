"""The door: everything that is wrong with a filing, said at once.

A new kind of rule is a class in form/rule, a function in the module of its family, and a line in RULE_CHECKS, which
says what the function looks at: each paragraph by itself, each field, or everything. One that compares with last year's
report stands in COMPARING, and its function in against_last_year.py.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from typing import TypeVar

from make_report.check.added_up import added_up
from make_report.check.arithmetic import broken_equations, broken_limits
from make_report.check.blanks import blanks
from make_report.check.brackets import document_numbers, nested_signs, paired_signs
from make_report.check.dates import after_period, period, same_year, well_formed_dates
from make_report.check.divided import divided
from make_report.check.grown import grown
from make_report.check.known_texts import found_in_unknown
from make_report.check.last_year import LastYear
from make_report.check.mentioned import contradicts, multiple_of, restated, rough, silent, stated
from make_report.check.narrative import leftovers, mentions, words_of_others
from make_report.check.numbering import section_headings, sequence, signs
from make_report.check.other_units import other_unit
from make_report.check.parts import aspects, longest, outdated_term, parts_named, signature
from make_report.check.personal import personal_data, persons_named
from make_report.check.punctuation import doubled_signs, half_width_signs, paragraph_end, stray_spaces
from make_report.check.repeated import repeated_sentences
from make_report.check.series import announced, series
from make_report.check.shares import shares
from make_report.check.shares_told import rates_told, shares_told
from make_report.check.structure import default_title, report_year, thin_narratives
from make_report.check.text import whole_text
from make_report.check.told import said_nowhere
from make_report.check.told_once import told_once
from make_report.check.totalled import totalled
from make_report.check.unit_names import near_name
from make_report.check.units import own_name, title_unit
from make_report.check.usual import implies_zero, share, some_for, usual_figures, zero_for
from make_report.check.words import doubled_words, measured, slips
from make_report.check.years import deadline, outdated_reference, planned_year, plausible_years
from make_report.filing import Filing, Value
from make_report.finding import Finding, in_order
from make_report.form.layout import layout_of
from make_report.form.model import Form
from make_report.form.rule import (
    AfterPeriod,
    Aspects,
    Contradicts,
    Deadline,
    DefaultTitle,
    Divided,
    FollowsLastYear,
    Grown,
    Growth,
    ImpliesZero,
    InClauses,
    Jump,
    Leftovers,
    Longest,
    Mentions,
    MistakenUnit,
    MultipleOf,
    NotBelowLastYear,
    OutdatedReference,
    OutdatedTerm,
    Parts,
    PartsNamed,
    Period,
    PlannedYear,
    PlausibleYears,
    Promised,
    RateTold,
    Restated,
    Rough,
    Rule,
    SameUnit,
    SameYear,
    SectionHeadings,
    Sequence,
    Share,
    ShareTold,
    Signature,
    Signs,
    Silent,
    SimilarTexts,
    SomeFor,
    Stated,
    StatedLastYear,
    StatedShare,
    Totalled,
    Unchanged,
    UsualFigures,
    WellFormedDates,
    WordsOfOthers,
    ZeroFor,
)
from make_report.form.rule.hygiene import (
    Announced,
    DocumentNumbers,
    DoubledSigns,
    DoubledWords,
    HalfWidthSigns,
    Measured,
    NearName,
    NestedSigns,
    OtherUnit,
    OwnName,
    PairedSigns,
    ParagraphEnd,
    PersonalData,
    PersonsNamed,
    RepeatedSentences,
    Series,
    Slips,
    StraySpaces,
    TitleUnit,
)
from make_report.quoting import filled_in
from make_report.record import replace
from make_report.remembered import remember

Kind = TypeVar("Kind")
Said = TypeVar("Said", bound=InClauses)
FormCheck = Callable[[Form, Filing], Iterator[Finding]]
RuleCheck = Callable[[Rule, Form, Filing, LastYear | None], Iterator[Finding]]
_Checks = list[tuple[Rule, RuleCheck]]

FORM_CHECKS: tuple[FormCheck, ...] = (blanks, broken_limits, broken_equations, report_year, thin_narratives)
"""What is checked in every form, from its fields, types, equations and years alone."""


def _for(kind: type[Kind], check: Callable[[Kind, Form, Filing], Iterator[Finding]]) -> tuple[type, RuleCheck]:
    def check_rule(rule: Rule, form: Form, filing: Filing, _last_year: LastYear | None) -> Iterator[Finding]:
        return check(rule, form, filing) if isinstance(rule, kind) else iter(())

    return kind, check_rule


_BY_PARAGRAPH: set[type] = set()
"""The rules that look at each line and paragraph by itself, at its field and at the report's year, at nothing else."""
_BY_FIELD: set[type] = set()
"""Those that look so at the paragraphs of one field together."""
_WHERE_SAID: set[type] = set()
"""Those that look at clauses with one of their phrases, at no other."""


def _by_paragraph(kind: type[Kind], check: Callable[[Kind, Form, Filing], Iterator[Finding]]) -> tuple[type, RuleCheck]:
    _BY_PARAGRAPH.add(kind)
    return _for(kind, check)


def _by_field(kind: type[Kind], check: Callable[[Kind, Form, Filing], Iterator[Finding]]) -> tuple[type, RuleCheck]:
    _BY_FIELD.add(kind)
    return _for(kind, check)


def _where_said(kind: type[Said], check: Callable[[Said, Form, Filing], Iterator[Finding]]) -> tuple[type, RuleCheck]:
    _WHERE_SAID.add(kind)
    return _for(kind, check)


COMPARING = (
    Growth,
    StatedLastYear,
    FollowsLastYear,
    Jump,
    MistakenUnit,
    Unchanged,
    NotBelowLastYear,
    Promised,
    SimilarTexts,
    SameUnit,
)
"""The rules that compare with last year's report; the function for each stands in against_last_year.py."""


def _against_last_year(rule: Rule, form: Form, filing: Filing, last_year: LastYear | None) -> Iterator[Finding]:
    if last_year is None:
        return iter(())
    from make_report.check.against_last_year import CHECKS  # noqa: PLC0415 - few runs are given last year's report

    return CHECKS[type(rule)](rule, form, filing, last_year)


def _references(form: Form, filing: Filing) -> Iterator[Finding]:
    text = whole_text(form, filing)
    if "{" not in text and "}" not in text:
        return iter(())
    from make_report.check.references import references  # noqa: PLC0415 - few texts quote anything

    return references(form, filing)


RULE_CHECKS: Mapping[type, RuleCheck] = dict(
    (
        *((kind, _against_last_year) for kind in COMPARING),
        _for(ImpliesZero, implies_zero),
        _for(Share, share),
        _for(UsualFigures, usual_figures),
        _for(ZeroFor, zero_for),
        _for(SomeFor, some_for),
        _for(Mentions, mentions),
        _by_paragraph(Leftovers, leftovers),
        _for(WordsOfOthers, words_of_others),
        _by_paragraph(Period, period),
        _for(SameYear, same_year),
        _for(AfterPeriod, after_period),
        _by_paragraph(WellFormedDates, well_formed_dates),
        _for(DefaultTitle, default_title),
        _by_field(PlausibleYears, plausible_years),
        _for(PlannedYear, planned_year),
        _for(Deadline, deadline),
        _by_paragraph(OutdatedReference, outdated_reference),
        _for(Aspects, aspects),
        _for(Longest, longest),
        _by_paragraph(PartsNamed, parts_named),
        _for(Signature, signature),
        _for(OutdatedTerm, outdated_term),
        _by_field(Sequence, sequence),
        _by_field(Signs, signs),
        _by_field(SectionHeadings, section_headings),
        _where_said(Stated, stated),
        _where_said(Rough, rough),
        _where_said(StatedShare, shares),
        _where_said(ShareTold, shares_told),
        _where_said(RateTold, rates_told),
        _where_said(Contradicts, contradicts),
        _where_said(MultipleOf, multiple_of),
        _where_said(Restated, restated),
        _for(Parts, added_up),
        _where_said(Divided, divided),
        _where_said(Totalled, totalled),
        _where_said(Grown, grown),
        _for(Silent, silent),
        _by_paragraph(HalfWidthSigns, half_width_signs),
        _by_paragraph(DoubledSigns, doubled_signs),
        _by_field(ParagraphEnd, paragraph_end),
        _by_paragraph(StraySpaces, stray_spaces),
        _for(PairedSigns, paired_signs),
        _by_paragraph(NestedSigns, nested_signs),
        _by_paragraph(DocumentNumbers, document_numbers),
        _by_paragraph(DoubledWords, doubled_words),
        _by_field(RepeatedSentences, repeated_sentences),
        _by_paragraph(Slips, slips),
        _by_paragraph(Measured, measured),
        _by_field(Series, series),
        _by_field(Announced, announced),
        _for(OwnName, own_name),
        _for(TitleUnit, title_unit),
        _by_paragraph(PersonalData, personal_data),
        _by_paragraph(PersonsNamed, persons_named),
        _for(OtherUnit, other_unit),
        _for(NearName, near_name),
    )
)
"""The function for each kind of rule that a form may declare."""


def check_filing(
    form: Form, filing: Filing, last_year: LastYear | None = None, *, optional: bool = False
) -> tuple[Finding, ...]:
    """Return all findings about a filing of the form, sorted by place.

    Rules that compare with last year's report are checked if it is given, optional ones if they are asked for.
    What could not be read has a finding of its own from the reader: it gets no second one here,
    and nothing is concluded from it. Texts are checked with what they quote filled in, as they are printed.
    """
    typed = _placed(form, filing)
    placed = filled_in(form, typed)
    before = replace(last_year, filing=filled_in(last_year.form, last_year.filing)) if last_year else None

    def by_rules(rules: Iterable[tuple[Rule, RuleCheck]], of: Filing) -> Iterator[Finding]:
        return chain.from_iterable(check(rule, form, of, before) for rule, check in rules)

    by_paragraph, by_field, where_said, others = _rules_by_look(form, optional)
    nowhere = said_nowhere(form, placed)
    found = chain(
        found_in_unknown(form, placed, partial(by_rules, by_paragraph), whole=False, optional=optional),
        found_in_unknown(form, placed, partial(by_rules, by_field), whole=True, optional=optional),
        _references(form, typed),
        *(check(form, placed) for check in FORM_CHECKS),
        by_rules((one for one in where_said if id(one[0]) not in nowhere), placed),
        by_rules(others, placed),
    )
    return tuple(told_once(in_order(found)))


@remember(4)
def _rules_by_look(form: Form, optional: bool) -> tuple[_Checks, _Checks, _Checks, _Checks]:  # noqa: FBT001 - what is remembered
    """Return the rules that look at each paragraph by itself, at each field, where they are said, and all others."""
    rules = [(rule, RULE_CHECKS[type(rule)]) for rule in form.rules if optional or not rule.optional]
    others = RULE_CHECKS.keys() - _BY_PARAGRAPH - _BY_FIELD - _WHERE_SAID
    by_paragraph, by_field, where_said, others = (
        [one for one in rules if type(one[0]) in kinds] for kinds in (_BY_PARAGRAPH, _BY_FIELD, _WHERE_SAID, others)
    )
    return by_paragraph, by_field, where_said, others


def _placed(form: Form, filing: Filing) -> Filing:
    """Return the filing with a value for every field; what was not read is empty in the cell that the form gives it."""
    places = layout_of(form).places
    if filing.values.keys() >= places.keys():
        return filing
    empty = {field: Value(field, place) for field, place in places.items()}
    return replace(filing, values={**empty, **filing.values})
