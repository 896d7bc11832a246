"""Rules about what the texts say."""

from typing import ClassVar, Literal

from make_report.form.rule.coded import Coded, SeverityWord
from make_report.form.vocabulary import Names, said


class Mentions(Coded, kw_only=True):
    """A narrative must contain one of the words."""

    rule: Literal["mentions"] = said("Which kind of rule this is.")
    section: str = said("The narrative's field id (key `in`).", names=Names.TEXT)
    words: tuple[str, ...] = said("Any one of these is enough.")
    but: tuple[str, ...] = said("Longer words that are something else, such as 消费.", default=())


class Leftovers(Coded, kw_only=True):
    """No text of the workbook may contain one of these phrases."""

    operands: ClassVar = ("words",)
    rule: Literal["leftovers"] = said("Which kind of rule this is.")
    words: tuple[str, ...] = said(
        "Phrases; * stands for up to 40 characters other than brackets; "
        "one repeated character stands for a run as long or longer."
    )


class WordsOfOthers(Coded, kw_only=True):
    """Units of certain kinds do not use words that only reports about many units use."""

    operands: ClassVar = ("choice", "words")
    rule: Literal["words_of_others"] = said("Which kind of rule this is.")
    severity: SeverityWord = said("error: no report is made; warning: the clerk is asked to look.", default="warning")
    section: tuple[str, ...] = said("The text fields to look in (key `in`).", names=Names.TEXT)
    field: str = said("The field of the first sheet in which the kind of unit is chosen.", names=Names.CHOICE)
    choices: tuple[str, ...] = said("The kinds of units, by the ids of the choices.", names=Names.CHOICES)
    words: tuple[str, ...] = said("The words.")
