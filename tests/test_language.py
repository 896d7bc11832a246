"""The Chinese sentences: all there, their operands the same, the compiled catalogue current."""

import gettext
import io
import string
from pathlib import Path
from typing import get_args

import pytest
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from make_report.form.rule import Rule
from make_report.language import CLICK_PLURALS, translate, user_language
from make_report.sentences import Sentences
from make_report.show.described import kind_sentence
from tests.conftest import REPOSITORY

PACKAGE = REPOSITORY / "cli" / "make_report"
PO = PACKAGE / "locale" / "zh_CN" / "LC_MESSAGES" / "make_report.po"


def marked_sentences() -> set[str]:
    found = {kind_sentence(kind) for kind in get_args(Rule)}
    for module in PACKAGE.rglob("*.py"):
        with module.open("rb") as source:
            found |= {str(message) for _, message, _, _ in extract("python", source, {"marked": None})}
    return found


def operands(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_every_sentence_is_translated() -> None:
    untranslated = {sentence for sentence in marked_sentences() if translate(sentence, "zh-CN") == sentence}
    assert not untranslated


def test_a_translation_has_the_operands_of_its_sentence() -> None:
    for sentence in marked_sentences():
        assert operands(translate(sentence, "zh-CN")) <= operands(sentence), sentence


def test_the_catalogue_holds_no_dead_sentence_and_is_compiled() -> None:
    with PO.open("rb") as file:
        catalogue = read_po(file, locale="zh_CN")
    ids = {message.id if isinstance(message.id, str) else tuple(message.id) for message in catalogue if message.id}
    assert ids == {*marked_sentences(), *CLICK_PLURALS}
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    assert compiled.getvalue() == PO.with_suffix(".mo").read_bytes(), "run .ci/locale"


@pytest.mark.parametrize(
    ("variable", "value", "expected"),
    [("LC_ALL", "zh_CN.GBK", "zh-CN"), ("LANG", "de_DE.UTF-8", "en"), ("LANGUAGE", "zh", "zh-CN")],
)
def test_the_users_language_comes_from_the_environment(
    variable: str, value: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, value)
    assert user_language() == expected


@pytest.mark.parametrize("language", ["zh", "zh-TW"])
def test_a_language_without_sentences_of_its_own_country_has_those_of_another(language: str) -> None:
    assert translate("The whole workbook", language) == translate("The whole workbook", "zh-CN") != "The whole workbook"


def test_an_unknown_language_speaks_english() -> None:
    assert translate("The whole workbook", "fr-FR") == "The whole workbook"
    assert Path(PO).is_file()


def test_sentences_are_looked_up_as_gettext_looks_them_up() -> None:
    catalogue = PO.with_suffix(".mo")
    ours = Sentences(catalogue.read_bytes())
    with catalogue.open("rb") as stream:
        theirs = gettext.GNUTranslations(stream)
    for sentence in (*marked_sentences(), "not there", "\x00", "zzz", "一"):
        assert ours.get(sentence) == theirs.gettext(sentence)


@pytest.mark.parametrize("content", [b"", b"\xde\x12\x04\x95", b"\x95\x04\x12\xde" + bytes(40)])
def test_what_is_no_catalogue_is_none(content: bytes) -> None:
    with pytest.raises(ValueError, match="no catalogue"):
        Sentences(content)
