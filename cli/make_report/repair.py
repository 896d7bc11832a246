"""A likely repair: the fewest cells whose change lets broken equations come out. Found in check/, said in show/."""

from decimal import Decimal

from make_report.form.equation import Equation
from make_report.place import Place
from make_report.record import Record


class Change(Record):
    """One cell to be changed. A cell left blank has None before."""

    field: str
    place: Place
    before: Decimal | None
    after: Decimal
    total: bool = False
    """The cell holds a total that was typed over its formula."""


class Repair(Record):
    """One or two cells to be changed, and the equations that come out by it while no other is broken.

    Repairs of the same equations are alternatives to each other, and follow each other, the likeliest first.
    """

    changes: tuple[Change, ...]
    equations: tuple[Equation, ...]

    @property
    def sheet(self) -> str:
        """The sheet of the first cell to be changed."""
        return self.changes[0].place.sheet
