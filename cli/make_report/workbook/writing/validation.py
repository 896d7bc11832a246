"""What may be typed into a cell: the lists and limits that Excel watches over, with messages for staff."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from openpyxl.worksheet.cell_range import MultiCellRange
from openpyxl.worksheet.datavalidation import DataValidation

from make_report.form.declaration import NumberType
from make_report.form.field import Field, Kind
from make_report.language import marked, translate
from make_report.place import Place, ranges

LONGEST_LIST = 255
_LONGEST_TITLE, _LONGEST_MESSAGE = 32, 225
_FIRST_YEAR, _LAST_YEAR = 2000, 2100
_FIRST_DATE = "36526"
"""1 January 2000 as a serial number: a date in a formula depends on the country."""
_GREATEST = 10**15 - 1
"""The greatest whole number of which a spreadsheet keeps every digit."""

_FIGURE = marked("Please type a figure")
_LIST = marked("Please choose from the list")
_NOT_IN_LIST = marked("Click the arrow beside the cell and choose one entry.")
_YEAR = marked("Type the year as four digits, for example 2025.")
_DATE = marked("Type a date, for example 2026-01-20.")
_CODE = marked("Type the code as it stands in the message; only what may be accepted is in the list.")
_TEXT = marked("Please write it out")
_REASON = marked("Write down the reason in at least {minimum} characters.")
_INTEGER_LEAST = marked("Type a whole number of at least {minimum}, without a unit; 0 if nothing happened.")
_INTEGER_SIGNED = marked("Type a whole number, negative for a decrease, for example -8; 0 if nothing changed.")
_INTEGER = marked("Type a whole number, without a unit; 0 if nothing happened.")
_NUMBER_LEAST = marked("Type a number of at least {minimum}, without a unit; 0 if nothing happened.")
_NUMBER = marked("Type a number, without a unit; 0 if nothing happened.")
_DECIMALS = marked("At most {decimals} digits after the point.")


def number_message(number_type: NumberType, language: str) -> str:
    """Return what to type into a cell of this type."""
    if number_type.integer:
        signed = _INTEGER_SIGNED if number_type.signs else _INTEGER
        sentence = signed if number_type.minimum is None else _INTEGER_LEAST
    else:
        sentence = _NUMBER if number_type.minimum is None else _NUMBER_LEAST
    says = translate(sentence, language).format(minimum=number_type.minimum)
    if number_type.decimals is None or number_type.integer:
        return says
    return says + translate(_DECIMALS, language).format(decimals=number_type.decimals)


def number_validations(fields: Iterable[Field], places: Mapping[str, Place], language: str) -> Iterator[DataValidation]:
    """Yield the limits of the figures: one validation for all cells of a type."""
    by_type: dict[NumberType, list[Place]] = {}
    for field in fields:
        if field.type:
            by_type.setdefault(field.type, []).append(places[field.id])
    for number_type, cells in by_type.items():
        message = number_message(number_type, language)
        least = -_GREATEST if number_type.minimum is None else number_type.minimum
        if number_type.decimals is None or number_type.integer:
            kind = "whole" if number_type.integer else "decimal"
            rule = DataValidation(kind, operator="between", formula1=str(least), formula2=str(_GREATEST))
            yield _said(rule, ranges(cells), translate(_FIGURE, language), message)
            continue
        # The formula speaks of one cell; programs differ in which of several it means.
        for cell in (place.cell for place in cells):
            limits = f"AND(ISNUMBER({cell}),{cell}>={least},ROUND({cell},{number_type.decimals})={cell})"
            yield _said(DataValidation("custom", formula1=limits), [cell], translate(_FIGURE, language), message)


def prompted(validations: Iterable[DataValidation], title: str, prompt: str) -> Iterator[DataValidation]:
    """Yield the limits with something that is said when the cell is chosen."""
    for validation in validations:
        validation.showInputMessage = True
        validation.promptTitle = title[:_LONGEST_TITLE]
        validation.prompt = prompt[:_LONGEST_MESSAGE]
        yield validation


def list_validation(choices: Sequence[str], cell: str, list_range: str, language: str) -> DataValidation:
    """Return a drop-down list; one too long for the cell's own rule, or with commas, is taken from `list_range`."""
    listed = ",".join(choices)
    fits = len(listed) <= LONGEST_LIST - 2 and not any("," in choice or '"' in choice for choice in choices)
    rule = DataValidation("list", formula1=f'"{listed}"' if fits else list_range)
    return _said(rule, [cell], translate(_LIST, language), translate(_NOT_IN_LIST, language))


def waiver_validations(cells: Sequence[str], codes: str, minimum: int, language: str) -> Iterator[DataValidation]:
    """Yield the limits of code, year and reason, each for a range of cells; the codes stand in another range."""
    code, year, reason = cells
    yield _said(DataValidation("list", formula1=codes), [code], translate(_LIST, language), translate(_CODE, language))
    rule = DataValidation("whole", operator="between", formula1=str(_FIRST_YEAR), formula2=str(_LAST_YEAR))
    yield _said(rule, [year], translate(_FIGURE, language), translate(_YEAR, language))
    rule = DataValidation("textLength", operator="greaterThanOrEqual", formula1=str(minimum))
    yield _said(rule, [reason], translate(_TEXT, language), translate(_REASON, language).format(minimum=minimum))


def scalar_validation(field: Field, cell: str, language: str) -> DataValidation | None:
    """Return the limits of a year or a date; every other text is free."""
    if field.kind is Kind.YEAR:
        rule = DataValidation("whole", operator="between", formula1=str(_FIRST_YEAR), formula2=str(_LAST_YEAR))
        return _said(rule, [cell], field.label, translate(_YEAR, language))
    if field.kind is Kind.DATE:
        rule = DataValidation("date", operator="greaterThanOrEqual", formula1=_FIRST_DATE)
        return _said(rule, [cell], field.label, translate(_DATE, language))
    return None


def _said(rule: DataValidation, cells: Iterable[str], title: str, message: str) -> DataValidation:
    rule.sqref = MultiCellRange(" ".join(cells))
    rule.allow_blank = True
    rule.showErrorMessage = True
    rule.errorTitle = title[:_LONGEST_TITLE]
    rule.error = message[:_LONGEST_MESSAGE]
    return rule
