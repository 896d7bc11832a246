"""The likely culprit in words: what to type where, alternatives as such."""

from decimal import Decimal
from typing import Any

from openpyxl import Workbook

from make_report.check import likely_repairs
from make_report.filing import Filing
from make_report.form.model import Form
from make_report.place import Place
from make_report.repair import MOST_PAIRS, MOST_SHOWN, Change, Mistake, Repair
from make_report.show.repairs import mistake_sentences
from tests.check.test_balance import changed
from tests.check.test_repair import FEW, typed
from tests.filings import Given, filing

SHEET: Any = Workbook().active


def said(form: Form, whole: Filing, language: str = "zh-CN") -> list[str]:
    return [sentence for mistake in likely_repairs(form, whole) for sentence in mistake_sentences(mistake, language)]


def test_each_repair_has_a_sentence_with_its_cell_and_figures(form_2021: Form) -> None:
    wrong = changed(typed(form_2021, FEW), "requests.concluded.natural_person", -1)
    wrong = changed(wrong, "disputes.reconsideration.total", 1)
    repairs = [repair for mistake in likely_repairs(form_2021, wrong) for repair in mistake.repairs]
    for language in ("zh-CN", "en"):
        sentences = said(form_2021, wrong, language)
        assert len(sentences) == len(repairs)
        change = repairs[0].changes[0]
        assert all(word in sentences[0] for word in (str(change.place), str(change.before), str(change.after), "3"))
        assert not any("{" in sentence for sentence in sentences)


def test_the_sentence_in_chinese_is_written_for_a_clerk(form_2021: Form) -> None:
    whole = typed(form_2021, {0: 33})
    one = changed(whole, "requests.granted.total", -3)
    assert said(form_2021, one) == ["把表三 J9由30改为33，2条勾稽全部通过。"]
    both = changed(changed(whole, "requests.granted.natural_person", -3), "requests.granted.other_organisation", 2)
    assert said(form_2021, both) == ["把表三 D9由30改为33，并把表三 I9由2改为0，3条勾稽全部通过。"]


def test_alternatives_are_said_as_such(form_2021: Form) -> None:
    group = "disputes.direct_litigation"
    given: dict[str, Given] = {f"{group}.upheld": 10, f"{group}.total": 11}
    likeliest, second, *others = said(form_2021, filing(form_2021, given))
    assert likeliest == "最可能：把表四 J7由11改为10，这条勾稽就通过。"
    assert second == "其次：把表四 F7由10改为11，勾稽也能通过。"
    assert [sentence.split("：")[0] for sentence in others] == ["再次", "同样可能", "同样可能"]
    assert all("由0改为1" in sentence for sentence in others)
    cells = ("requests.received.natural_person", "requests.received.total")
    whole = changed(changed(typed(form_2021, {0: 33}), cells[0], -1), cells[1], -1)
    of_both = said(form_2021, whole, "en")
    assert of_both[0].startswith("Possibly: change ")
    leads = ("As likely: ", "Next: ", "Less likely: ", "Or one of these alone")
    assert all(sentence.startswith(leads) for sentence in of_both[1:])


def test_where_nothing_tells_which_it_is_the_sentences_say_so(form_2021: Form) -> None:
    rows = ("granted", "partly_granted", "unavailable.not_held", "refused.state_secret", "not_processed.repeated")
    given: dict[str, Given] = {f"requests.{row}.natural_person": 4 for row in rows}
    first, second, third, others = said(form_2021, filing(form_2021, given | {"requests.received.natural_person": 19}))
    assert first.startswith("可能：把")
    assert second.startswith("同样可能：把")
    assert third.startswith("同样可能：把")
    assert others == (
        "或者只改下面任何一格，勾稽也能通过，可能性大的在前：表三 D19、D23改为3；D8改为1；D7改为20。"
        "单凭这些数分不出是哪一处，请对照登记台账核对。"
    )


def listed(line: str, signs: tuple[str, str, str, str]) -> list[tuple[str, str]]:
    """Return each cell of 表三 that a line lists, with its figure, in order."""
    between, beside, to, end = signs
    groups = (group.split(to) for group in line.partition("表三 ")[2].partition(end)[0].split(between))
    return [
        (cell.coordinate, figure)
        for cells, figure in groups
        for stretch in cells.split(beside)
        for row in SHEET[stretch if ":" in stretch else f"{stretch}:{stretch}"]
        for cell in row
    ]


def test_a_line_names_each_further_cell_with_its_figure_in_order_of_likelihood(form_2021: Form) -> None:
    given: dict[str, Given] = {"requests.received.natural_person": 132, "requests.granted.natural_person": 123}
    whole = filing(form_2021, given)
    (mistake,) = likely_repairs(form_2021, whole)
    rest = [repair.changes[0] for repair in mistake.repairs[len(mistake.shown) :]]
    assert len(rest) == 20
    line = said(form_2021, whole)[-1]
    right = [(change.place.cell, str(change.after)) for change in rest]
    assert listed(line, ("；", "、", "改为", "。")) == right
    assert listed(said(form_2021, whole, "en")[-1], ("; ", ", ", " to ", ".")) == right
    in_full = list(mistake_sentences(mistake, "zh-CN", in_full=True))
    assert len(in_full) == len(mistake.repairs) + 1
    for sentence, repair in zip(in_full[:-1], mistake.repairs, strict=True):
        (change,) = repair.changes
        assert f"把{change.place}由{change.before}改为{change.after}，" in sentence
    assert in_full[-1] == "单凭这些数分不出是哪一处，请对照登记台账核对。"


def pairs(count: int) -> Mistake:
    """Return a mistake that many pairs of cells repair, the second cell on another sheet."""
    places = [(Place(3, row, 4, "表三"), Place(4, 7, row, "表四")) for row in range(1, count + 1)]
    changes = (
        tuple(Change("cell", place, Decimal(1), Decimal(place.row + place.column)) for place in both) for both in places
    )
    return Mistake(tuple(Repair(both, ()) for both in changes))


def test_pairs_are_listed_up_to_a_bound_and_then_counted() -> None:
    few = pairs(MOST_PAIRS)
    *_, line = mistake_sentences(few, "zh-CN")
    assert line.startswith("或者同时改下面任何一对，勾稽也能通过，可能性大的在前：表三 D4改为8且表四 D7改为11；D5改为9")
    assert line.count("且") == MOST_PAIRS - MOST_SHOWN
    assert "不再一一列出" not in line
    *full, _ = mistake_sentences(few, "zh-CN", in_full=True)
    assert len(full) == MOST_PAIRS
    many = pairs(MOST_PAIRS + 5)
    *_, line = mistake_sentences(many, "zh-CN")
    assert line.count("且") == MOST_PAIRS - MOST_SHOWN
    assert line.endswith(
        "。另有5种同时改两格的办法，勾稽也能通过，不再一一列出。单凭这些数分不出是哪一处，请对照登记台账核对。"
    )
    *full, last = mistake_sentences(many, "zh-CN", in_full=True)
    assert len(full) == MOST_PAIRS
    assert last.startswith("另有5种")


def test_what_speaks_for_a_repair_and_against_it_is_said(form_2021: Form) -> None:
    given: dict[str, Given] = {
        "requests.received.natural_person": 9,
        "requests.granted.natural_person": 10,
        "overview": ["按规定主动公开信息，规范办理申请。" * 4, "收到政府信息公开申请9件，其中予以公开9件。"],
    }
    first, *others = said(form_2021, filing(form_2021, given))
    assert first == "最可能：把表三 D9由10改为9，这条勾稽就通过，与正文“其中予以公开9件”也一致了。"
    assert others[-1] == "再次：把表三 D7由9改为10，勾稽也能通过，但与正文“收到政府信息公开申请9件”就不一致了。"
