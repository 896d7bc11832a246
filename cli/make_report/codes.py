"""The codes of all checks that a form is under, and which of them may be accepted with a written reason."""

from collections.abc import Iterator, Mapping

from make_report import catalogue
from make_report.finding import Check, Severity
from make_report.form.meaning import LAST_YEAR
from make_report.form.model import Form


def codes_of(form: Form) -> Mapping[str, bool]:
    """Return the codes in order, each with whether some finding under it may be accepted: warnings always may."""
    codes: dict[str, bool] = {}
    for code, acceptable in sorted(_codes(form)):
        codes[code] = codes.get(code, False) or acceptable
    return codes


def codes_against_last_year(form: Form) -> frozenset[str]:
    """Return the codes of rules that are checked only beside last year's report, as their own examples show."""
    return frozenset(rule.code for rule in form.rules if any(name.startswith(LAST_YEAR) for name in rule.bad or ()))


def optional_codes(form: Form) -> frozenset[str]:
    """Return the codes under which all rules are optional."""
    always = {rule.code for rule in form.rules if not rule.optional}
    return frozenset(rule.code for rule in form.rules if rule.optional) - always


def may_be_accepted(check: Check) -> bool:
    """Return whether the clerk may accept a finding of this check."""
    return check.waivable or check.severity is Severity.WARNING


def _codes(form: Form) -> Iterator[tuple[str, bool]]:
    own: Mapping[str, object] = vars(catalogue)
    for check in own.values():
        # A row of the sheet for waivers is corrected or emptied, not accepted by another.
        if isinstance(check, Check) and check not in catalogue.WAIVER_CHECKS:
            yield check.code, may_be_accepted(check)
    for number_type in form.types:
        yield number_type.code, False
        if number_type.units:
            yield number_type.unit_code, False
    for equation in form.equations:
        yield equation.code, equation.severity == "warning"
    for rule in form.rules:
        yield rule.code, rule.waivable or rule.severity == "warning"
