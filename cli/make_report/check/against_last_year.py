"""The rules that compare with last year's report, and the function for each."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from make_report.check.growth import growth, stated_last_year
from make_report.check.history import (
    follows_last_year,
    jump,
    mistaken_unit,
    not_below_last_year,
    same_unit,
    similar_texts,
    unchanged,
)
from make_report.check.last_year import LastYear
from make_report.check.promised import promised
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule import (
    FollowsLastYear,
    Growth,
    Jump,
    MistakenUnit,
    NotBelowLastYear,
    Promised,
    Rule,
    SameUnit,
    SimilarTexts,
    StatedLastYear,
    Unchanged,
)

Kind = TypeVar("Kind")
Check = Callable[[Rule, Form, Filing, LastYear], Iterator[Finding]]


def _for(kind: type[Kind], check: Callable[[Kind, Form, Filing, LastYear], Iterator[Finding]]) -> tuple[type, Check]:
    def check_rule(rule: Rule, form: Form, filing: Filing, last_year: LastYear) -> Iterator[Finding]:
        return check(rule, form, filing, last_year) if isinstance(rule, kind) else iter(())

    return kind, check_rule


CHECKS: Mapping[type, Check] = dict(
    (
        _for(Growth, growth),
        _for(StatedLastYear, stated_last_year),
        _for(FollowsLastYear, follows_last_year),
        _for(Jump, jump),
        _for(MistakenUnit, mistaken_unit),
        _for(Unchanged, unchanged),
        _for(NotBelowLastYear, not_below_last_year),
        _for(Promised, promised),
        _for(SimilarTexts, similar_texts),
        _for(SameUnit, same_unit),
    )
)
