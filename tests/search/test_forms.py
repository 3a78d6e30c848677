"""Forms of one word, by language."""

from __future__ import annotations

import pytest

from build_tools.search.forms import function_words, group_key


@pytest.mark.parametrize(
    ("forms", "language"),
    [
        ("rescue rescued rescues rescuing", "en"),
        ("labour labor labourer labourers labors", "en"),
        ("organise organize organisation organizations", "en"),
        ("programme programs programmes", "en"),
        ("centre centers centres", "en"),
        ("licence license", "en"),
        ("child children", "en"),
        ("woman women", "en"),
        ("trafficking traffic traffickers", "en"),
        ("बच्चा बच्चे बच्चों", "hi"),
        ("मजदूर मजदूरों मजदूरी", "hi"),
        ("பள்ளி பள்ளிகள்", "ta"),
    ],
)
def test_forms_of_one_word_share_a_key(forms: str, language: str) -> None:
    assert len({group_key(form, language) for form in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["bond bonded-x", "law lawn", "hour hor", "four for", "2019 2018", "rise raise"])
def test_other_words_do_not(pair: str) -> None:
    one, other = pair.split()
    assert group_key(one, "en") != group_key(other, "en")


def test_the_script_decides_where_the_language_does_not() -> None:
    assert group_key("बच्चों", "en") == group_key("बच्चा", "hi")
    assert group_key("rescued", "hi") == group_key("rescue", "en")


def test_a_language_without_stemmer_keeps_its_words() -> None:
    assert group_key("শিশুদের", "bn") == "শিশুদের"


def test_function_words_are_folded_and_hold_no_subject() -> None:
    assert {"the", "है", "कहां", "लिए"} <= function_words()
    assert all(word == word.lower() and " " not in word for word in function_words())
