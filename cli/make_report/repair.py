"""A likely repair: the fewest cells whose change lets broken equations come out. Found in check/, said in show/."""

from decimal import Decimal
from enum import IntEnum

from make_report.form.equation import Equation
from make_report.place import Place
from make_report.record import Record

MOST_IN_ALL = 5
"""The most alternatives that all get a sentence each: as many as a sum of four has cells, its total among them."""
MOST_SHOWN = 3
"""Of more, so many get one where room is short: nobody weighs more against each other. The others share a line."""
PAIR = 2
"""A repair of more cells moves a whole row by one cell."""
MOST_PAIRS = 20
"""The most pairs of cells that are listed: there may be hundreds. The others are counted."""


class Likelihood(IntEnum):
    """The slip that a change would undo. Smaller sorts first."""

    TOTAL = 1
    """A typed total that is not the sum of its terms."""
    SWAPPED = 2
    """Two digits side by side in the wrong order, such as 132 for 123 or 1 (01) for 10."""
    DIGIT = 3
    """One digit mistyped, dropped or added."""
    EXCHANGED = 4
    """Figures of neighbouring cells in each other's place; with a zero among them, a figure or a row one cell off."""
    BLANK = 5
    """Nothing or 0 where a figure belongs, or a figure where nothing belongs."""
    OTHER = 6
    """Anything else."""


class Change(Record):
    """One cell to be changed. A cell left blank has None before."""

    field: str
    place: Place
    before: Decimal | None
    after: Decimal
    total: bool = False
    """The cell holds a total that was typed over its formula."""


class Witness(Record):
    """What says how much some figures are: a clause of a text with its cell; with neither, last year's report."""

    place: Place = Place()
    clause: str = ""


class Repair(Record):
    """One or two cells to be changed, or a row to be moved by one cell.

    By it some equations come out while no other is broken.
    """

    changes: tuple[Change, ...]
    equations: tuple[Equation, ...]
    likelihood: Likelihood = Likelihood.OTHER
    agreeing: tuple[Witness, ...] = ()
    """What contradicts the figures now and agrees with them after the change."""
    contradicting: tuple[Witness, ...] = ()
    """What agrees with the figures now and contradicts them after the change."""

    @property
    def sheet(self) -> str:
        """The sheet of the first cell to be changed."""
        return self.changes[0].place.sheet

    @property
    def evidence(self) -> int:
        """How many witnesses are won by it, less those that are lost."""
        return len(self.agreeing) - len(self.contradicting)

    @property
    def is_one_slip(self) -> bool:
        """Whether it undoes one slip: one cell, or two figures in each other's place (that a 0 fits may be chance)."""
        if len(self.changes) > PAIR:
            return True
        exchanged = self.likelihood is Likelihood.EXCHANGED and all(one.before and one.after for one in self.changes)
        return len(self.changes) == 1 or exchanged

    @property
    def rank(self) -> tuple[int, bool, int]:
        """The likelier, the smaller: what texts and last year's report say comes first, then one slip, then which."""
        return -self.evidence, not self.is_one_slip, self.likelihood


class Mistake(Record):
    """Broken equations that are taken for one mistake, and all equally small repairs of it, the likeliest first."""

    repairs: tuple[Repair, ...]

    @property
    def sheet(self) -> str:
        """The sheet of the first cell to be changed by the likeliest repair."""
        return self.repairs[0].sheet

    @property
    def shown(self) -> tuple[Repair, ...]:
        """The repairs worth a sentence each where room is short."""
        return self.repairs if len(self.repairs) <= MOST_IN_ALL else self.repairs[:MOST_SHOWN]

    @property
    def listed(self) -> tuple[Repair, ...]:
        """The repairs that are named, the likeliest first: all of a single cell, and of pairs not too many."""
        return self.repairs if len(self.repairs[0].changes) == 1 else self.repairs[:MOST_PAIRS]

    @property
    def unlisted(self) -> tuple[Repair, ...]:
        """The repairs that are only counted."""
        return self.repairs[len(self.listed) :]

    @property
    def unlisted_cells(self) -> tuple[Place, ...]:
        """The cells of the repairs that are only counted."""
        return tuple(sorted({change.place for repair in self.unlisted for change in repair.changes}))

    @property
    def is_clear(self) -> bool:
        """Whether the first repair stands out: the only one, better attested than the next, or a slip of its own kind.

        That a figure stands where 0 belongs, or the other way round, is no such slip: most cells of a table are 0.
        """
        first, *others = self.repairs
        if not others or first.evidence != others[0].evidence:
            return True
        return first.rank < others[0].rank and first.likelihood < Likelihood.BLANK
