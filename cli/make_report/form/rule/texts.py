"""Rules about what the texts say."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from make_report.form.rule.coded import Coded
from make_report.form.vocabulary import Names, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions(Coded):
    """A narrative must contain one of the words."""

    rule: Literal["mentions"] = said("Which kind of rule this is.")
    section: str = said("The narrative's field id (key `in`).", names=Names.TEXT)
    words: tuple[str, ...] = said("Any one of these is enough.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftovers(Coded):
    """No text of the workbook may contain one of these phrases."""

    operands: ClassVar = ("words",)
    rule: Literal["leftovers"] = said("Which kind of rule this is.")
    words: tuple[str, ...] = said(
        "Phrases; * stands for up to 40 characters other than brackets; "
        "one repeated character stands for a run as long or longer."
    )
