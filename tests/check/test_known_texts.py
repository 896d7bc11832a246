"""What is known of texts changes nothing of what is found."""

from hypothesis import given, settings
from hypothesis import strategies as st

from make_report.check import check_filing
from make_report.check.known_texts import MOST_KNOWN, found_in_unknown
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from tests.filings import Given, filing

TEXTS = st.lists(
    st.sampled_from(
        [
            "2024年，本局收到申请3件，均已办结。",
            "本局收到申请3件,均已办结。",
            "工作得到到加强。。",
            "联系电话13800138000。",
            "身份证号11010519491231002X。",
            "截至2024年13月1日。",
            "无。",
            "（一）加强领导。2023年1月1日至2023年12月31日，统计期限。",
            "详见《中华人民共和国政府信息公开条例",
            "××局",
            "（二）第二。",
            "一是甲；三是乙。",
            "2022年，公开信息3条。",
        ]
    ),
    max_size=4,
)


def fresh(form: Form) -> Form:
    """Return the same form, of which nothing is known."""
    return form.replaced()


@settings(deadline=None, max_examples=60)
@given(reports=st.lists(st.tuples(TEXTS, TEXTS, st.sampled_from([2023, 2024]), st.booleans()), min_size=2, max_size=4))
def test_findings_are_the_same_whatever_was_looked_at_before(
    form_2021: Form, reports: list[tuple[list[str], list[str], int, bool]]
) -> None:
    known = fresh(form_2021)
    for overview, problems, year, optional in reports:
        contents: dict[str, Given] = {"org": "某某局", "year": year, "overview": overview, "problems": problems}
        made = filing(form_2021, contents)
        assert check_filing(known, made, optional=optional) == check_filing(fresh(form_2021), made, optional=optional)


def test_a_text_without_fault_is_looked_at_once(form_2021: Form) -> None:
    form, seen = fresh(form_2021), list[str]()

    def look(unknown: Filing) -> tuple[Finding, ...]:
        seen.extend(paragraph.text for paragraph in unknown["overview"].paragraphs)
        return ()

    for texts in (("一。", "二。"), ("二。", "三。")):
        found_in_unknown(form, filing(form, {"year": 2024, "overview": texts}), look, whole=False, optional=False)
    assert seen == ["一。", "二。", "三。"]


def test_what_has_a_fault_is_looked_at_again(form_2021: Form) -> None:
    form = fresh(form_2021)
    made = filing(form, {"org": "某某局", "year": 2024, "overview": ["加强了了工作,提高水平。"]})
    first = check_filing(form, made)
    assert {"T01", "T02"} <= {finding.code for finding in first}
    assert check_filing(form, made) == first


def test_only_so_many_texts_are_remembered(form_2021: Form) -> None:
    form, seen = fresh(form_2021), list[int]()

    def look(unknown: Filing) -> tuple[Finding, ...]:
        seen.append(len(unknown["overview"].paragraphs))
        return ()

    many = [f"第{number}。" for number in range(MOST_KNOWN + 5)]
    for texts in (many, many[:5], many[-5:]):
        found_in_unknown(form, filing(form, {"year": 2024, "overview": texts}), look, whole=False, optional=False)
    assert seen[:2] == [MOST_KNOWN + 5, 5]
    assert len(seen) <= 3


def test_the_paragraphs_of_a_field_are_looked_at_together(form_2021: Form) -> None:
    form, seen = fresh(form_2021), list[tuple[int, int]]()

    def look(unknown: Filing) -> tuple[Finding, ...]:
        seen.append((len(unknown["overview"].paragraphs), len(unknown["problems"].paragraphs)))
        return ()

    for overview in (("一。", "二。"), ("一。", "二。", "三。"), ("一。", "二。")):
        made = filing(form, {"year": 2024, "overview": overview, "problems": ("四。",)})
        found_in_unknown(form, made, look, whole=True, optional=False)
    assert seen == [(2, 1), (3, 0)]
