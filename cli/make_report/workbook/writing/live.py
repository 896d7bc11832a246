"""What the workbook calculates while staff type: totals, live checks, what is left to fill in.

Only functions that Excel, WPS and LibreOffice have had for decades: IF, SUM, COUNT, ROUND, ABS, LEN, CHAR.
"""

from collections.abc import Iterable, Mapping
from itertools import chain

from make_report.form.equation import Equation, excel_cells, excel_sum
from make_report.form.field import Field
from make_report.form.following import Stock
from make_report.language import marked, translate
from make_report.place import Place, ranges

RIGHT = "✓"
_WRONG = marked("left {left}, right {right}, {difference} apart")
_WRONG_NARROW = marked("L {left}\nR {right}\n± {difference}")
_WRONG_LONG = marked("{difference} apart")
_LEFT_BLANK = marked("{count} cells are still blank")
_FILLED = marked("All cells are filled in")
_CHARACTERS = marked("{count} characters")
_MOST_IN_WIDE, _MOST_IN_NARROW = 14, 10
"""Characters of both sides together that a cell shows beside what lies between them; of longer ones only that."""
_DIGITS = 9
"""Sums are compared to this many digits after the point: binary sums of decimal figures differ far beyond it."""


def excel_text(text: str) -> str:
    """Return a text as it stands inside a formula; lines are joined by CHAR(10)."""
    parts: list[str] = []
    for line in text.split("\n"):
        quoted = line.replace('"', '""')
        parts += ["CHAR(10)", f'"{quoted}"' if line else ""]
    return "&".join(filter(None, parts[1:])) or '""'


def excel_sentence(sentence: str, operands: Mapping[str, str]) -> str:
    """Return the Excel expression that puts expressions into a sentence with {names}."""
    from string import Formatter  # noqa: PLC0415 - only where a workbook is made

    parts: list[str] = []
    for text, name, _, _ in Formatter().parse(sentence):
        parts += [excel_text(text)] if text else []
        parts += [operands[name]] if name else []
    return "&".join(parts)


def total_formula(equation: Equation, places: Mapping[str, Place]) -> str:
    """Return the formula of a computed cell: the sum of the left side, nothing while that is blank."""
    cells = excel_cells(equation.left, places)
    return f'=IF(COUNT({cells})=0,"",SUM({cells}))'


def stock_formula(stock: Stock, last: str, places: Mapping[str, Place]) -> str:
    """Return the formula of a stock: last year's figure, with what this year adds and takes away."""
    added, taken = (
        "".join(f"{sign}{places[field.id].cell}" for field in fields)
        for sign, fields in (("+", stock.plus), ("-", stock.minus))
    )
    return f"={last}{added}{taken}"


def check_formula(equation: Equation, places: Mapping[str, Place], language: str, *, narrow: bool) -> str:
    """Return the formula of a live check: ✓, or both sides and what lies between them; nothing for a blank table.

    In a narrow cell the sides stand one below the other.
    """
    left, right = (
        f"ROUND({excel_sum(side, places)},{_DIGITS})" if side else "0" for side in (equation.left, equation.right)
    )
    # Text and totals that show nothing yet count as nothing, for SUM and COUNT alike.
    filled = f"COUNT({excel_cells(chain(equation.left, equation.right), places)})"
    difference = f"ROUND(ABS({left}-{right}),{_DIGITS})"
    operands = {"left": left, "right": right, "difference": difference}
    whole = excel_sentence(translate(_WRONG_NARROW if narrow else _WRONG, language), operands)
    short = excel_sentence(translate(_WRONG_LONG, language), operands)
    wrong = f"IF(LEN({left}&{right})>{_MOST_IN_NARROW if narrow else _MOST_IN_WIDE},{short},{whole})"
    holds = f"{left}{equation.declaration.relation}{right}"
    return f'=IF({filled}=0,"",IF({holds},{excel_text(RIGHT)},{wrong}))'


def blanks_formula(fields: Iterable[Field], places: Mapping[str, Place], language: str) -> str:
    """Return the formula that says how many of the cells are still blank."""
    blanks = "+".join(f"COUNTBLANK({cells})" for cells in ranges(places[field.id] for field in fields))
    sentence = excel_sentence(translate(_LEFT_BLANK, language), {"count": f"({blanks})"})
    return f"=IF({blanks}=0,{excel_text(translate(_FILLED, language))},{sentence})"


def characters_formula(first: Place, last: Place, language: str) -> str:
    """Return the formula that counts the characters of a narrative."""
    counted = f"SUMPRODUCT(LEN({first.cell}:{last.cell}))"
    return "=" + excel_sentence(translate(_CHARACTERS, language), {"count": counted})
