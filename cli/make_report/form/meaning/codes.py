"""The codes of checks: one code says one thing, though several rules may be needed to say it."""

from collections.abc import Iterator

from make_report.form.meaning.flaw import Flaw, Part
from make_report.form.model import Form
from make_report.language import marked

_TAKEN = marked("The code {code} is that of a check under {other} already.")


def code_flaws(form: Form, own: Part) -> Iterator[Flaw]:
    """Yield a flaw for each code of form.yaml that stands under two of types, equations and rules."""
    kinds = {rule.code: "rules" for rule in form.rules if rule not in own.rules}
    declared: list[tuple[str, int, str]] = [
        *(("types", number, one.code) for number, one in enumerate(form.types)),
        *(("equations", number, one.code) for number, one in enumerate(form.equations)),
        *(("rules", number, one.code) for number, one in enumerate(own.rules)),
    ]
    for kind, number, code in declared:
        if kinds.setdefault(code, kind) != kind:
            yield Flaw((kind, number, "code"), _TAKEN, {"code": code, "other": kinds[code]})
