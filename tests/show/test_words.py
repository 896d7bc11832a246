"""The likely culprit in words: what to type where, alternatives as such."""

from make_report.check import likely_repairs
from make_report.filing import Filing
from make_report.form.model import Form
from make_report.show.words import repair_sentences
from tests.check.test_balance import changed
from tests.check.test_repair import FEW, typed
from tests.filings import Given, filing


def said(form: Form, whole: Filing, language: str = "zh-CN") -> list[str]:
    return [sentence for _, sentence in repair_sentences(likely_repairs(form, whole), language)]


def test_each_repair_has_a_sentence_with_its_cell_and_figures(form_2021: Form) -> None:
    wrong = changed(typed(form_2021, FEW), "requests.concluded.natural_person", -1)
    wrong = changed(wrong, "disputes.reconsideration.total", 1)
    repairs = likely_repairs(form_2021, wrong)
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
    assert likeliest == "把表四 J7由11改为10，这条勾稽就通过。"
    assert second == "或者把表四 F7由10改为11，这条勾稽也能通过。"
    assert all(sentence.startswith("或者把表四") and "由0改为1" in sentence for sentence in others)
    cells = ("requests.received.natural_person", "requests.received.total")
    whole = changed(changed(typed(form_2021, {0: 33}), cells[0], -1), cells[1], -1)
    of_both = said(form_2021, whole, "en")
    assert [sentence.split()[0] for sentence in of_both] == ["Change", *["Or"] * (len(of_both) - 1)]
