"""What the structure of form.yaml alone cannot say: names that must exist, be unique, or fit together."""

from collections.abc import Iterator, Sequence

from make_report.errors import Fault
from make_report.form.meaning.codes import code_flaws
from make_report.form.meaning.fields import field_flaws
from make_report.form.meaning.flaw import Part, fault_of
from make_report.form.meaning.identity import identity_flaws
from make_report.form.meaning.rules import LAST_YEAR, rule_flaws
from make_report.form.meaning.sheets import RESERVED_IDS, sheet_flaws
from make_report.form.meaning.sums import sum_flaws
from make_report.form.meaning.tables import table_flaws
from make_report.form.model import Form

__all__ = ["LAST_YEAR", "RESERVED_IDS", "Part", "faults_of"]


def faults_of(form: Form, parts: Sequence[Part], folder_name: str) -> Iterator[Fault]:
    """Yield what is wrong in a structured form; the first of its parts is form.yaml."""
    own = parts[0]
    for flaw in (*identity_flaws(form, folder_name), *sheet_flaws(form), *code_flaws(form, own)):
        yield fault_of(flaw, own)
    in_tables = list(table_flaws(form))
    yield from (fault_of(flaw, own) for flaw in in_tables)
    if in_tables:
        # The fields, by which all else is named, cannot be derived.
        return
    for flaw in (*field_flaws(form), *sum_flaws(form)):
        yield fault_of(flaw, own)
    for part in parts:
        for flaw in rule_flaws(form, part):
            yield fault_of(flaw, part)
