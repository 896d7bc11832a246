"""Rules about the figures that texts give, clause by clause: where to look, what to look for, what it must equal."""

from typing import ClassVar, Literal

from make_report.form.rule.coded import Coded, SeverityWord
from make_report.form.vocabulary import ANYTHING, Names, said
from make_report.record import Record

Sums = tuple[tuple[str, ...], ...]
"""Several sums of figures, each a list of field ids; * in an id stands for any part of it."""


class Subjects(Record, kw_only=True):
    """Whose figures a clause gives: those of another office are not compared."""

    others: tuple[str, ...] = said("Words that end the name of an office, such as 局.")
    own: tuple[str, ...] = said("Words before them that make it the unit itself, or all of its offices: 我, 各.")
    beside: tuple[str, ...] = said("Words earlier in the clause that make the office no subject: 按照.", default=())
    whole: tuple[str, ...] = said("Words for a whole area, such as 全县.", default=())
    whole_of: tuple[str, ...] = said("The ends of the names of units that report for the whole area.", default=())


class Where(Record, kw_only=True):
    """The clauses that count. In all phrases of these rules {year-1}, {year} … are years, * any stretch of a clause."""

    section: tuple[str, ...] = said("The text fields to look in (key `in`).", names=Names.TEXT)
    context: tuple[str, ...] = said("One of these stands since the last heading, as （一）, or before.", default=())
    topic: tuple[str, ...] = said("One of these is the last topic mentioned, here or just before.", default=())
    off_topic: tuple[str, ...] = said("Other topics: the last one mentioned counts.", default=())
    heads: tuple[str, ...] = said(
        "With `under` and `outside`: words of clauses whose numbers are then told by results, such as 起诉.", default=()
    )
    under: tuple[str, ...] = said(
        "Some of the heads: the clause belongs to the list of one of them, as its numbers add up to that of the head.",
        default=(),
    )
    outside: tuple[str, ...] = said("Some of the heads: the clause belongs to the list of none of them.", default=())
    unless: tuple[str, ...] = said("Phrases in a clause that put it aside.", default=())
    unless_before: tuple[str, ...] = said("Phrases earlier in the sentence that put the rest aside.", default=())
    lists: tuple[str, ...] = said(
        "Words that open a list, such as 其中: what follows in the sentence is put aside until its numbers add up.",
        default=(),
    )
    asides: tuple[str, ...] = said("Phrases with years that do not change the year under discussion.", default=())
    compared: tuple[str, ...] = said("More of them, but only earlier in the sentence: 比{year-1}年.", default=())
    subjects: Subjects | None = said("Left out, every subject is the unit itself.", default=None)


class InClauses(Coded, kw_only=True):
    """What the rules about clauses share."""

    severity: SeverityWord = said("error: no report is made; warning: the clerk is asked to look.", default="warning")
    where: Where = said("The clauses that count.")
    says: tuple[str, ...] = said("Phrases; one of them in a clause makes the rule look at it.")
    unless: tuple[str, ...] = said("More phrases that put a clause aside.", default=())
    right_behind: bool = said("Only phrases with a number right behind them count.", default=False)
    sentence: tuple[str, ...] = said("One of these must stand in the sentence as well.", default=())


class OtherSum(Record, kw_only=True):
    """A sum that a number is often confused with."""

    sum: tuple[str, ...] = said("The field ids.", names=Names.FIGURES)
    accepted_with: tuple[str, ...] = said("Phrases in the sentence with which this sum is right.", default=())
    remedy: str = said("What to do if the number is this sum; {operands} are filled in.", names=Names.SENTENCE)


class Stated(InClauses, kw_only=True):
    """The number beside one of the phrases is one of the sums."""

    operands: ClassVar = (
        "clause",
        "stated",
        "figure",
        "name",
        "cells",
    )
    rule: Literal["stated"] = said("Which kind of rule this is.")
    units: tuple[str, ...] = said(
        'What may follow the number; "" allows a plain number at the end of a clause.', pattern=ANYTHING
    )
    equals: Sums = said("The sums of figures, one of which it must be; the first is shown.", names=Names.FIGURES)
    relation: Literal["=", "<=", "≈"] = said(
        "How the number and the sum compare; ≈ allows one that is rounded at its last digit but zeros.",
        default="=",
    )
    per: int = said("How many of the text's unit make one of the table's, such as 10000.", default=1)
    name: str = said("What the first sum is called.")
    confused: tuple[OtherSum, ...] = said("Sums it is often confused with.", default=())
    also: tuple[str, ...] = said(
        "Phrases of the clause beside it whose number may be counted in with it, such as 失效.", default=()
    )


class Rough(InClauses, kw_only=True):
    """A number beside one of the phrases is exact where the tables have it.

    It means the sum if that can be rounded to it: less than one away in its last digit that is not zero, or a tenth.
    """

    operands: ClassVar = ("clause", "stated", "figure", "name", "cells")
    rule: Literal["rough"] = said("Which kind of rule this is.")
    units: tuple[str, ...] = said(
        'What may follow the number; "" allows a plain number at the end of a clause.', pattern=ANYTHING
    )
    sum: tuple[str, ...] = said("The field ids of the exact figure.", names=Names.FIGURES)
    name: str = said("What the sum is called.")


class StatedShare(InClauses, kw_only=True):
    """The percentage that follows a number is its share of one of the sums, or of a number given before it."""

    operands: ClassVar = (
        "clause",
        "stated",
        "count",
        "figure",
        "cells",
    )
    rule: Literal["stated_share"] = said("Which kind of rule this is.")
    units: tuple[str, ...] = said(
        'What may follow the number; "" allows a plain number at the end of a clause.', pattern=ANYTHING
    )
    shares: tuple[str, ...] = said("Phrases before the percentage that make it a share, such as 占.")
    each: tuple[str, ...] = said(
        "Phrases before several percentages that belong, in their order, to the numbers before: 分别占.", default=()
    )
    together: tuple[str, ...] = said("Phrases before it that make it a share of several numbers.", default=())
    of: Sums = said("The sums of figures that may be the whole; the first is shown.", names=Names.FIGURES)


class ShareTold(InClauses, kw_only=True):
    """The percentage behind a number is its share of the number before, of which those beside it are shares too.

    Only a sentence is judged in which two others are shares of that number, or one other is and all add up to it.
    """

    operands: ClassVar = ("clause", "stated", "count", "whole", "figure")
    rule: Literal["share_told"] = said("Which kind of rule this is.")
    units: tuple[str, ...] = said("What follows the numbers.")
    each: tuple[str, ...] = said("Those of the phrases behind which percentages follow in the order of the numbers.")
    of_all: tuple[str, ...] = said(
        "What may stand between a phrase and its percentage, such as 总数的; other words name another whole.",
        default=(),
    )
    of_two: tuple[str, ...] = said("Phrases before a percentage of the last two numbers together.", default=())
    together: tuple[str, ...] = said("Phrases before one of several numbers, which is not judged.", default=())
    known: tuple[str, ...] = said("Phrases beside the number by which another rule knows the whole.", default=())


class RateTold(InClauses, kw_only=True):
    """A rate is that of the two numbers before it: 征集57条，采纳41条，采纳率71.9%.

    Only one is judged whose name begins its clause and stands in the clause before, and that is nearly the right one.
    """

    operands: ClassVar = ("clause", "stated", "count", "whole", "figure")
    rule: Literal["rate_told"] = said("Which kind of rule this is.")
    units: tuple[str, ...] = said("What follows the numbers.")


class Growth(InClauses, kw_only=True):
    """The growth that follows is that of the sum over last year's: in per cent, or in units if the rule names some."""

    operands: ClassVar = (
        "clause",
        "stated",
        "figure",
        "told",
        "right",
        "cells",
    )
    rule: Literal["growth"] = said("Which kind of rule this is.")
    rises: tuple[str, ...] = said("Phrases before the growth for more than last year.")
    falls: tuple[str, ...] = said("Phrases before the growth for less than last year.")
    also_rises: tuple[str, ...] = said(
        "Phrases of more, where a growth in units has been said just before.", default=()
    )
    also_falls: tuple[str, ...] = said(
        "Phrases of less, where a growth in units has been said just before.", default=()
    )
    levels: tuple[str, ...] = said("Phrases that say it is as last year, such as 与上年持平.", default=())
    shown: tuple[str, str, str] = said("How more, less, and as many are said in the message: 增长, 下降, 持平.")
    units: tuple[str, ...] = said("Units of the growth; none for per cent.", default=())
    of: Sums = said("The sums of figures, one of which it must fit; the first is shown.", names=Names.FIGURES)


class StatedLastYear(InClauses, kw_only=True):
    """The number told right behind this year's as last year's is one of the sums in last year's report."""

    operands: ClassVar = ("clause", "stated", "figure", "name")
    rule: Literal["stated_last_year"] = said("Which kind of rule this is.")
    then: tuple[str, ...] = said("Phrases with which the next clause begins, the number right behind them: 上年.")
    units: tuple[str, ...] = said("What follows the number.")
    of: Sums = said("The sums of figures, one of which it must be; the first is shown.", names=Names.FIGURES)
    name: str = said("What the first sum is called.")


class Contradicts(InClauses, kw_only=True):
    """The phrases cannot stand where the sum is more than zero."""

    operands: ClassVar = (
        "clause",
        "figure",
        "name",
        "cells",
    )
    rule: Literal["contradicts"] = said("Which kind of rule this is.")
    unless_sentence: tuple[str, ...] = said("Phrases anywhere in the sentence that explain it.", default=())
    positive: tuple[str, ...] = said("The field ids of the sum.", names=Names.FIGURES)
    said_of: Sums = said(
        "Sums of figures: the phrase may be said of a number before it that is one of them.",
        names=Names.FIGURES,
        default=(),
    )
    not_of: tuple[str, ...] = said("Phrases in the clause of that number with which it is another one.", default=())
    name: str = said("What the sum is called.")


class MultipleOf(InClauses, kw_only=True):
    """The number beside one of the phrases is a multiple."""

    operands: ClassVar = (
        "clause",
        "stated",
        "multiple",
    )
    rule: Literal["multiple_of"] = said("Which kind of rule this is.")
    units: tuple[str, ...] = said("What follows the number.")
    multiple: int = said("Of what it is a multiple.")
    at_most: int | None = said("The largest number that can be; larger ones are in another unit.", default=None)


class Restated(InClauses, kw_only=True):
    """The number beside the phrases is the same wherever they stand."""

    operands: ClassVar = (
        "clause",
        "stated",
        "before",
    )
    rule: Literal["restated"] = said("Which kind of rule this is.")
    units: tuple[str, ...] = said("What follows the number.")


class Parts(InClauses, kw_only=True):
    """The numbers listed after one of the phrases add up to the number before it.

    Only lists that look complete are judged: with a rest, nearly the whole, or after a phrase or sign that says so.
    A list of three or more joined by 、 right behind the number needs no phrase.
    """

    operands: ClassVar = (
        "clause",
        "whole",
        "sum",
    )
    rule: Literal["parts"] = said("Which kind of rule this is.")
    complete: tuple[str, ...] = said(
        "Those of the phrases, and signs such as ：, after which nothing is left out.", default=()
    )
    units: tuple[str, ...] = said("What follows the numbers.")
    joins: tuple[str, ...] = said("Words that join the last two members of a list.", default=())
    rest: tuple[str, ...] = said("Phrases for a rest, which makes the list complete.")
    ends: tuple[str, ...] = said("Phrases of clauses that no longer belong to the list.", default=())
    more: tuple[str, ...] = said(
        "Phrases in its last member, or with which it begins, that leave it open, such as 等.", default=()
    )
    overlapping: tuple[str, ...] = said(
        "Words of members in which the same may be counted again, such as 网站: together they may be more.", default=()
    )
    changes: tuple[str, ...] = said("Words right before a number that is no whole but a change: 增加.", default=())


class Divided(InClauses, kw_only=True):
    """The numbers beside the phrases, which are all the kinds of one thing, add up to one of the sums.

    Only kinds in neighbouring clauses are judged, two at least, and only if they nearly add up to one of the sums, and
    not to the number told before them.
    """

    operands: ClassVar = ("clause", "sum", "figure", "name", "cells")
    rule: Literal["divided"] = said("Which kind of rule this is.")
    units: tuple[str, ...] = said("What follows the numbers.")
    of: Sums = said("The sums of figures; the first is shown.", names=Names.FIGURES)
    name: str = said("What the first sum is called.")


class Totalled(InClauses, kw_only=True):
    """The number right behind one of the phrases, such as 共计, is what the numbers listed before it add up to.

    Only a total is judged that the numbers of its unit, in the clauses right before it, nearly add up to.
    """

    operands: ClassVar = ("clause", "whole", "sum")
    rule: Literal["totalled"] = said("Which kind of rule this is.")
    units: tuple[str, ...] = said("What follows the numbers.")


class Grown(InClauses, kw_only=True):
    """A growth in units and the percentage behind it belong together: 96篇，增加15篇，增长18.5%.

    Only a percentage is judged that is nearly the one of the growth over the number before it.
    """

    operands: ClassVar = ("clause", "now", "stated", "figure")
    rule: Literal["grown"] = said("Which kind of rule this is.")
    units: tuple[str, ...] = said("What follows the numbers.")
    falls: tuple[str, ...] = said("Those of the phrases that mean less.")
    percents: tuple[str, ...] = said("Phrases in the clause with the percentage.")


class Silent(Coded, kw_only=True):
    """Where the sum is more than zero, one of the texts has one of the words."""

    operands: ClassVar = (
        "figure",
        "name",
        "cells",
    )
    rule: Literal["silent"] = said("Which kind of rule this is.")
    severity: SeverityWord = said("error: no report is made; warning: the clerk is asked to look.", default="warning")
    section: tuple[str, ...] = said(
        "The text fields to look in (key `in`); the finding stands at the first.", names=Names.TEXT
    )
    positive: tuple[str, ...] = said("The field ids of the sum.", names=Names.FIGURES)
    name: str = said("What the sum is called.")
    words: tuple[str, ...] = said("Any one of these is enough.")
