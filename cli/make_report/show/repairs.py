"""Likely repairs in sentences: how likely each is beside the others, and what speaks for it or against it."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import reduce
from itertools import groupby

from make_report.finding import show_number
from make_report.language import marked, translate
from make_report.place import ranges
from make_report.repair import PAIR, Change, Mistake, Repair, Witness

LIKELY = marked("What may be wrong")
_ALONE = marked("Change {change}, and {result}{evidence}.")
_LIKELIEST = marked("Most likely: change {change}, and {result}{evidence}.")
_POSSIBLE = marked("Possibly: change {change}, and {result}{evidence}.")
_AS_LIKELY = marked("As likely: change {change}, and {result}{evidence}.")
_NEXT = marked("Next: change {change}, and {result}{evidence}.")
_LAST = marked("Less likely: change {change}, and {result}{evidence}.")
_ONE_EQUATION = marked("the equation comes out")
_EQUATIONS = marked("{count} equations come out")
_AS_WELL = marked("that comes out as well")
_AGREEING = marked("; then {witnesses} agrees with it too")
_CONTRADICTING = marked("; but then {witnesses} no longer agrees")
_CLAUSES = marked("the text {clauses}")
_SEPARATOR = marked(", ")
_AND_MORE = marked("{clauses} and {count} more")
_LAST_YEAR = marked("last year's report")
_BOTH = marked("{clauses} and {last_year}")
_OTHER_CELLS = marked("Or one of these alone, the likeliest first: {changes}.")
_LISTED_PAIRS = marked("Or both cells of one of these pairs, the likeliest first: {changes}.")
_TO = marked("{cell} to {after}")
_BOTH_CELLS = marked("{first} and {second}")
_PAIR_SEPARATOR = marked("; ")
_OTHER_PAIRS = marked("Another {count} pairs of cells would do; they are not listed.")
_OPEN = marked("The figures alone do not tell which; please look at your records.")
_MOST_QUOTED = 2
"""Clauses that are quoted beside a repair; of more so many, and how many there are."""
_CHANGE = marked("{place} from {before} to {after}")
_TWO_CHANGES = marked("{first}, and {second}")
_TO_THE_LEFT = marked("the figures in {sheet} {cells}, all of them one cell further to the left ({figures})")
_TO_THE_RIGHT = marked("the figures in {sheet} {cells}, all of them one cell further to the right ({figures})")
_SENTENCES = marked("{first} {second}")
_BLANK = marked("blank")


def mistake_sentences(mistake: Mistake, language: str, *, in_full: bool = False) -> Iterator[str]:
    """Yield a sentence for each repair of a mistake, in order of likelihood, then what is to be said of the others.

    Where there are many, and not all are asked for in full, the first have sentences and the others share a line.
    """
    before: Repair | None = None
    told = mistake.listed if in_full else mistake.shown
    for number, repair in enumerate(told):
        result = _AS_WELL if before else _ONE_EQUATION if len(repair.equations) == 1 else _EQUATIONS
        yield translate(_lead(mistake, number), language).format(
            change=_said(repair.changes, language),
            result=translate(result, language).format(count=len(repair.equations)),
            evidence=_evidence(repair, mistake.repairs[0], language),
        )
        before = repair
    if len(mistake.repairs) > len(mistake.shown):
        yield from _others(mistake, mistake.listed[len(told) :], language)


def _lead(mistake: Mistake, number: int) -> str:
    """Return the sentence for a repair: how likely it is beside those before it."""
    repairs = mistake.repairs
    if number == 0:
        return _ALONE if len(repairs) == 1 else _LIKELIEST if mistake.is_clear else _POSSIBLE
    if repairs[number].rank == repairs[number - 1].rank:
        return _AS_LIKELY
    return _NEXT if repairs[number - 1].rank == repairs[0].rank else _LAST


def _evidence(repair: Repair, likeliest: Repair, language: str) -> str:
    """Return what speaks for a repair and against it; of one less likely than another, not what speaks for both."""
    for_both = set[Witness]() if repair.rank == likeliest.rank else {*likeliest.agreeing}
    agreeing = [witness for witness in repair.agreeing if witness not in for_both]
    sentences = ((agreeing, _AGREEING), (repair.contradicting, _CONTRADICTING))
    return "".join(
        translate(sentence, language).format(witnesses=_witnesses(witnesses, language))
        for witnesses, sentence in sentences
        if witnesses
    )


def _witnesses(witnesses: Sequence[Witness], language: str) -> str:
    clauses = list(dict.fromkeys(witness.clause for witness in witnesses if witness.clause))
    quoted = (f"“{clause}”" for clause in clauses[:_MOST_QUOTED])
    said = translate(_SEPARATOR, language).join(quoted)
    if len(clauses) > _MOST_QUOTED:
        said = translate(_AND_MORE, language).format(clauses=said, count=len(clauses) - _MOST_QUOTED)
    last_year = translate(_LAST_YEAR, language)
    if not clauses:
        return last_year
    said = translate(_CLAUSES, language).format(clauses=said)
    if all(witness.clause for witness in witnesses):
        return said
    return translate(_BOTH, language).format(clauses=said, last_year=last_year)


def _others(mistake: Mistake, briefly: Sequence[Repair], language: str) -> Iterator[str]:
    """Yield what is said of the repairs without a sentence of their own: one line, if there is anything to say."""
    singly = all(len(repair.changes) == 1 for repair in briefly)
    said: list[str] = []
    if briefly:
        sentence = translate(_OTHER_CELLS if singly else _LISTED_PAIRS, language)
        said.append(sentence.format(changes=_brief(briefly, language)))
    if mistake.unlisted:
        said.append(translate(_OTHER_PAIRS, language).format(count=len(mistake.unlisted)))
    if not mistake.is_clear:
        said.append(translate(_OPEN, language))
    if said:
        joined = translate(_SENTENCES, language)
        yield reduce(lambda first, second: joined.format(first=first, second=second), said)


def _brief(repairs: Sequence[Repair], language: str) -> str:
    """Return each repair as its cells and the figures to type; the sheet is named where it changes."""
    singly = all(len(repair.changes) == 1 for repair in repairs)
    separator = translate(_PAIR_SEPARATOR, language)
    on_sheets: list[str] = []
    for sheet, on_sheet in groupby(repairs, key=lambda repair: repair.sheet):
        here = list(on_sheet)
        each = _cells(here, language) if singly else (_figures(repair, sheet, language) for repair in here)
        on_sheets.append(f"{sheet} {separator.join(each)}")
    return separator.join(on_sheets)


def _cells(repairs: Iterable[Repair], language: str) -> Iterator[str]:
    """Yield the cells of one sheet in order of likelihood; neighbours in it that need the same figure share it."""
    for after, alike in groupby((repair.changes[0] for repair in repairs), key=lambda change: change.after):
        cells = translate(_SEPARATOR, language).join(ranges(change.place for change in alike))
        yield translate(_TO, language).format(cell=cells, after=shown_figure(after, language))


def _figures(repair: Repair, sheet: str, language: str) -> str:
    if len(repair.changes) > PAIR:
        return _moved(repair.changes, language)
    said = [
        translate(_TO, language).format(
            cell=change.place.cell if change.place.sheet == sheet else change.place,
            after=shown_figure(change.after, language),
        )
        for change in repair.changes
    ]
    return said[0] if len(said) == 1 else translate(_BOTH_CELLS, language).format(first=said[0], second=said[1])


def _moved(changes: Sequence[Change], language: str) -> str:
    """Return what is said of a row that moves by one cell: which cells, whereto, and what they then hold."""
    further = sum(change.place.column * (change.after - (change.before or 0)) for change in changes)
    return translate(_TO_THE_LEFT if further < 0 else _TO_THE_RIGHT, language).format(
        sheet=changes[0].place.sheet,
        cells=f"{changes[0].place.cell}:{changes[-1].place.cell}",
        figures=translate(_SEPARATOR, language).join(
            translate(_TO, language).format(cell=change.place.cell, after=shown_figure(change.after, language))
            for change in changes
        ),
    )


def _said(changes: Sequence[Change], language: str) -> str:
    if len(changes) > PAIR:
        return _moved(changes, language)
    said = [
        translate(_CHANGE, language).format(
            place=change.place,
            before=shown_figure(change.before, language),
            after=shown_figure(change.after, language),
        )
        for change in changes
    ]
    return said[0] if len(said) == 1 else translate(_TWO_CHANGES, language).format(first=said[0], second=said[1])


def shown_figure(number: Decimal | None, language: str) -> str:
    """Return a figure as staff write it, or the word for a blank cell."""
    return translate(_BLANK, language) if number is None else show_number(number)
