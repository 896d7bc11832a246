"""What is chosen on the first sheet, or told by the unit's name."""

from collections.abc import Iterable

from make_report.check.text import folded, without_spaces
from make_report.filing import Filing, State
from make_report.form.field import Choice
from make_report.form.model import Form


def possible_choices(form: Form, filing: Filing, field: str) -> tuple[Choice, ...]:
    """Return the choice made in a field; none made, those that the unit's name allows; () if nothing is known.

    What could not be read is not replaced by a guess.
    """
    value, choices = filing[field], form.fields[field].choices
    if value.text or value.state is State.UNREADABLE:
        return tuple(choice for choice in choices if choice.id == value.text)
    name = filing["org"].text
    told = {choice.id: longest_ending(name, choice.endings) for choice in choices}
    longest = max(told.values(), default=0)
    return tuple(choice for choice in choices if longest and told[choice.id] == longest)


def longest_ending(name: str, endings: Iterable[str]) -> int:
    """Return the length of the longest of the endings that the name has, 0 if it has none."""
    plain = without_spaces(folded(name))
    return max((len(ending) for ending in endings if plain.endswith(folded(ending))), default=0)
