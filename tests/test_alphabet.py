"""Folding, words and sound keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.alphabet import fold, sentences, sound, words

SAME = [
    ("मज़दूरी", "मजदूरी"),  # nukta, written as a mark
    ("मज\u095bदूरी", "मज\u091cदूरी"),  # nukta, one letter with it
    ("हिन्दी", "हिंदी"),
    ("बन्धुआ", "बंधुआ"),
    ("सम्बन्ध", "संबंध"),
    ("कहाँ", "कहां"),
    ("शक्\u200dति", "शक्ति"),
    ("क\u200cख", "कख"),
    ("२०१९", "2019"),
    ("Économie", "economie"),
    ("children’s", "children"),
    ("don't", "dont"),
    ("soft\u00adly", "softly"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_writers_vary_is_folded(one: str, other: str) -> None:
    assert words(one) == words(other) != []


@pytest.mark.parametrize(("one", "other"), [("बाल", "बल"), ("बोल", "बाल"), ("मिल", "मल"), ("कम", "काम")])
def test_vowel_signs_tell_words_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("forms", "key"),
    [
        ("बाल bal baal baala", "bl"),
        ("मज़दूरी majduri mazdoori majdoori", "njdr"),
        ("labour labor", "lbr"),
        ("bangalore bengaluru बेंगलुरु", "bnglr"),
        ("शिक्षा shiksha siksha", "sks"),
        ("ज्ञान gyan", "gn"),
        ("बच्चा bachcha bacha", "bk"),
        ("विद्यालय vidyalay vidyalaya", "vdl"),
        ("2019 २०१९", "2019"),
        ("उद्योग udyog", "adg"),
        ("শিশু শিশু", "ss"),
    ],
)
def test_spellings_of_a_word_sound_alike(forms: str, key: str) -> None:
    assert {sound(word) for word in words(forms)} == {key}


def test_digits_are_not_taken_for_doubled_letters() -> None:
    assert sound("2009") == "2009"


@given(st.text(alphabet="abchdeghiklmnorstuyzxबालचमजदूरीि्ंहय0129яß", max_size=12), st.integers(0, 12))
def test_the_key_of_a_beginning_is_a_beginning_of_the_key(text: str, cut: int) -> None:
    for word in words(text):
        assert sound(word).startswith(sound(word[:cut])) or word[cut - 1 : cut + 1].endswith("्")


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert words(" ".join(words(text))) == words(text)


def test_sentences_end_at_stops_dandas_and_lines() -> None:
    assert sentences("One two. Three!\nFour 3.5 बच्चे काम। स्कूल") == [
        ["one", "two"],
        ["three"],
        ["four", "3", "5", "बच्चे", "काम"],
        ["स्कूल"],
    ]
