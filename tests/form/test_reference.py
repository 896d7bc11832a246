"""The names by which texts quote figures: as in the form, however they are typed, and never two for one."""

import re

import pytest

from make_report.form.field import Kind
from make_report.form.load import load_form
from make_report.form.model import Form
from make_report.form.reference import BRACED, Names
from make_report.form.suggestion import suggestions
from tests.conftest import TEMPLATES
from tests.workbook.opened import small_form

FORMS = [load_form(path.parent) for path in sorted(TEMPLATES.glob("*/form.yaml"))]


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(load_form(TEMPLATES / "zfxxgk-2021"))


def meant(names: Names, typed: str) -> list[str]:
    return [quotable.name for quotable in names.find(typed)]


def fields_of(names: Names, typed: str) -> list[str]:
    (quotable,) = names.find(typed)
    return [field.id.split(".", 1)[1] for field in quotable.fields]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.form_id)
def test_every_figure_has_a_name_of_its_own(form: Form) -> None:
    names = Names(form)
    assert len({quotable.name for quotable in names.quotables}) == len(names.quotables)
    single = {quotable.fields[0].id for quotable in names.quotables if len(quotable.fields) == 1}
    assert {field.id for field in form.fields.values() if field.kind is Kind.NUMBER} <= single


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.form_id)
def test_a_listed_name_copied_into_a_text_means_what_it_stands_for(form: Form) -> None:
    names = Names(form)
    for quotable in names.quotables:
        braced = BRACED.fullmatch(quotable.braced)
        assert braced
        assert names.reference(braced).meanings == (quotable,)
        assert names.reference(braced).is_clear


@pytest.mark.parametrize(
    "typed",
    [
        "本年新收.总计",
        "本年新收．总计",
        "本年新收·总计",
        "本年新收。总计",
        " 本年新收 . 总 计",
        "本年新收",
        "表三.本年新收.总计",
        "一、本年新收政府信息公开申请数量.总计",
        "本年新收.申请人情况.总计",
    ],
)
def test_a_name_may_be_typed_in_many_ways(typed: str, names: Names) -> None:
    assert meant(names, typed) == ["本年新收.总计"]


def test_numbering_signs_brackets_and_quotes_may_be_left_out_or_typed(names: Names) -> None:
    for typed in ("（三）不予公开.3.危及“三安全一稳定”.自然人", "(三)不予公开.危及三安全一稳定.自然人"):
        assert meant(names, typed) == ["不予公开.危及“三安全一稳定”.自然人"]
    for typed in ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "部分公开.总计"):
        assert meant(names, typed) == ["部分公开.总计"]
    for typed in ("行政事业性收费", "行政事业性收费.本年收费金额（单位：万元）"):
        assert meant(names, typed) == ["行政事业性收费.本年收费金额"]


def test_what_the_form_has_no_total_of_is_added_up(names: Names) -> None:
    assert fields_of(names, "无法提供.自然人") == [
        "unavailable.not_held.natural_person",
        "unavailable.must_be_created.natural_person",
        "unavailable.unclear_after_correction.natural_person",
    ]
    assert len(fields_of(names, "不予公开.总计")) == 8
    assert len(fields_of(names, "本年新收.法人或其他组织")) == 5
    assert fields_of(names, "行政诉讼") == ["direct_litigation.total", "litigation_after_reconsideration.total"]
    assert fields_of(names, "行政诉讼.尚未审结") == [
        "direct_litigation.pending",
        "litigation_after_reconsideration.pending",
    ]
    assert [name.split(".")[0] for name in fields_of(names, "表四.总计")] == [
        "reconsideration",
        "direct_litigation",
        "litigation_after_reconsideration",
    ]


def test_a_form_s_own_total_is_never_added_up_again(names: Names) -> None:
    assert fields_of(names, "办理结果总计") == ["concluded.total"]
    assert not names.find("本年度办理结果.总计")
    assert all(
        len(quotable.fields) == 1 or sum(field.computed for field in quotable.fields) in (0, len(quotable.fields))
        for quotable in names.quotables
    )


@pytest.mark.parametrize("typed", ["结果维持", "总计", "尚未审结", "其他结果"])
def test_a_name_that_several_could_bear_is_left_open(typed: str, names: Names) -> None:
    assert len(meant(names, typed)) > 1


@pytest.mark.parametrize("typed", ["如图", "表三", "", " ", ".", "a,b", "本年新收.总计件", "自然人"])
def test_other_words_are_no_names(typed: str, names: Names) -> None:
    assert not names.find(typed)


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("新收.总计", "本年新收.总计"),
        ("本年新收总计", "本年新收.总计"),
        ("予以公开.自然", "予以公开.自然人"),
        ("行政规范文件.现行有效件数", "行政规范性文件.现行有效件数"),
        ("不与公开", "不予公开.总计"),
    ],
)
def test_a_wrong_name_is_close_to_the_right_one(typed: str, nearest: str, names: Names) -> None:
    assert [found.name for found in suggestions(names, typed)] == [nearest]


@pytest.mark.parametrize("typed", ["如图", "略", "见附件", "a,b"])
def test_ordinary_words_are_close_to_no_name(typed: str, names: Names) -> None:
    assert not suggestions(names, typed)


@pytest.mark.parametrize("text", ["{予以公开占办理结果总计}", "｛ （一）予以公开．总计 占 办理结果总计 ｝"])
def test_the_share_word_stands_between_two_names(text: str, names: Names) -> None:
    braced = BRACED.fullmatch(text)
    assert braced
    reference = names.reference(braced)
    parts = [quotable.name for quotable in (*reference.meanings, *reference.bases)]
    assert parts == ["予以公开.总计", "办理结果总计.总计"]


def test_double_braces_belong_to_templates() -> None:
    assert not BRACED.search("{{ 本年新收 }}")
    assert not BRACED.search("{{本年新收}}")


def test_a_form_in_another_language_has_names_too() -> None:
    names = Names(small_form())
    assert [quotable.name for quotable in names.quotables] == ["Unit", "Year", "Day", "A", "B", "C", "Only"]
    assert meant(names, "only") == ["Only"]
    assert re.fullmatch(r"\{.*\}", names.quotables[0].braced)
