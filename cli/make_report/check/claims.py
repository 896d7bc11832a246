"""What the texts and last year's report claim of the figures: evidence for which cell was mistyped.

The rules that compare say what is claimed, and where: numbers beside a phrase, phrases that leave nothing, figures that
follow from last year's. A claim is a sum over cells, so that what a change does to it needs no rule to look again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from make_report.check.figures import Figures, figures_of
from make_report.check.history import followed
from make_report.check.last_year import LastYear
from make_report.check.mentioned import denials
from make_report.check.phrases import says
from make_report.check.repair_sums import Coefficients, Deltas, coefficients
from make_report.check.spots import Spot, spots
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.field import Field
from make_report.form.model import Form
from make_report.form.rule import Contradicts, FollowsLastYear, Stated
from make_report.record import Record
from make_report.repair import Witness


class Claimed(Record):
    """A sum over the cells that staff typed in, how much it is now, and how much it should be."""

    coefficients: Coefficients
    now: Decimal
    least: Decimal | None
    """None if it may be any less."""
    most: Decimal | None
    """None if it may be any more."""

    def holds(self, deltas: Deltas) -> bool:
        """Return whether the sum is as it should be once some cells change."""
        then = self.now + sum((self.coefficients.get(cell, 0) * delta for cell, delta in deltas), Decimal(0))
        return (self.least is None or self.least <= then) and (self.most is None or then <= self.most)


class Claim(Record):
    """What a witness claims: one of several sums is as much as it says."""

    witness: Witness
    sums: tuple[Claimed, ...]

    def holds(self, deltas: Deltas = ()) -> bool:
        """Return whether the claim is right once some cells change."""
        return any(claimed.holds(deltas) for claimed in self.sums)

    @property
    def cells(self) -> frozenset[str]:
        """The cells that take part."""
        return frozenset[str]().union(*(claimed.coefficients for claimed in self.sums))


class Evidence(Record):
    """The claims in which each cell takes part, in the order of the form's rules."""

    of_cell: Mapping[str, tuple[Claim, ...]]

    def won_and_lost(self, deltas: Deltas) -> tuple[tuple[Witness, ...], tuple[Witness, ...]]:
        """Return who agrees with the figures only after a change, and who only before it; each clause once."""
        touched = [claim for cell, _ in deltas for claim in self.of_cell.get(cell, ())]
        turned = [claim for claim in touched if claim.holds() != claim.holds(deltas)]
        won = dict.fromkeys(claim.witness for claim in turned if not claim.holds())
        lost = dict.fromkeys(claim.witness for claim in turned if claim.holds())
        return tuple(won), tuple(lost)


def evidence(form: Form, filing: Filing, last_year: LastYear | None, accepted: Iterable[Finding]) -> Evidence:
    """Return what is claimed of the figures of a filing, arranged by cell.

    A clause of which staff wrote that it rightly differs from the tables is no evidence.
    """
    explained = {(finding.place, finding.operands.get("clause")) for finding in accepted}
    of_cell: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims(form, filing, last_year):
        if (claim.witness.place, claim.witness.clause) not in explained:
            for cell in claim.cells:
                of_cell[cell].append(claim)
    return Evidence({cell: tuple(those) for cell, those in of_cell.items()})


def claims(form: Form, filing: Filing, last_year: LastYear | None = None) -> Iterator[Claim]:
    """Yield what is claimed of figures that are known. Figures that a text quotes by name claim nothing."""
    figures = figures_of(form, filing)
    for rule in form.rules:
        if isinstance(rule, Stated) and not rule.optional and rule.relation != "≈":
            yield from _stated(rule, form, filing, figures)
        elif isinstance(rule, Contradicts) and not rule.optional:
            yield from _denied(rule, form, filing, figures)
        elif isinstance(rule, FollowsLastYear) and last_year and not rule.optional:
            yield from _following(rule, form, filing, last_year)


def _stated(rule: Stated, form: Form, filing: Filing, figures: Figures) -> Iterator[Claim]:
    for spot in spots(rule, form, filing):
        quantity = spot.mention.quantity(rule.units)
        if quantity is None:
            continue
        year = filing["year"].year or 0
        accepted = (one.sum for one in rule.confused if says(one.accepted_with, spot.clause.sentence, year))
        sums = [form.figures_named(names) for names in (*rule.equals, *accepted)]
        if all(fields and figures.known(fields) for fields in sums):
            yield Claim(_witness(spot), claimed(rule, figures, sums, quantity.number / rule.per))


def _denied(rule: Contradicts, form: Form, filing: Filing, figures: Figures) -> Iterator[Claim]:
    fields = form.figures_named(rule.positive)
    if fields and figures.known(fields):
        for spot in denials(rule, form, filing):
            nothing = Claimed(coefficients(figures, fields), figures.sum(fields), None, Decimal(0))
            yield Claim(_witness(spot), (nothing,))


def _following(rule: FollowsLastYear, form: Form, filing: Filing, last_year: LastYear) -> Iterator[Claim]:
    for cells, operands in followed(rule, form, filing, last_year):
        figures = figures_of(form, filing)
        this, plus, minus = map(cells.named, ((rule.this,), rule.plus, rule.minus))
        now = figures.sum((*this, *minus)) - figures.sum(plus)
        last = Decimal(operands["last"])
        yield Claim(Witness(), (Claimed(coefficients(figures, (*this, *minus), plus), now, last, last),))


def claimed(rule: Stated, figures: Figures, sums: Iterable[tuple[Field, ...]], number: Decimal) -> tuple[Claimed, ...]:
    """Return what a rule says of sums of known figures beside which a text has a number."""
    return tuple(_either(sums, figures, number, number if rule.relation == "=" else None))


def _either(
    sums: Iterable[tuple[Field, ...]], figures: Figures, least: Decimal, most: Decimal | None
) -> Iterator[Claimed]:
    """Yield each sum as it stands, and as it is if totals typed over their formula are calculated anew."""
    for fields in sums:
        yield Claimed(coefficients(figures, fields), figures.sum(fields), least, most)
        if any(field.id in figures.filled and field.id in figures.calculated for field in fields):
            cells = [entry for field in fields for entry in figures.entries.get(field.id, (field.id,))]
            counts = {cell: cells.count(cell) for cell in cells}
            anew = sum((figures.calculated.get(field.id, figures[field.id]) for field in fields), Decimal(0))
            yield Claimed(counts, anew, least, most)


def _witness(spot: Spot) -> Witness:
    return Witness(spot.passage.place, spot.quotation)
