from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.classify.words import normalise, tokenise, words_of


def norms(text: str) -> list[str]:
    return [token.norm for token in tokenise(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("चम्पारण", "चंपारण"),
        ("मुज़फ़्फ़रपुर", "मुजफ्फरपुर"),
        ("\u095e\u0930\u0935\u0930\u0940", "फरवरी"),  # a composed letter with nukta
        ("गाँव", "गांव"),
        ("क\u094d\u200dष", "क\u094dष"),
        ("२०१८", "2018"),
        ("PATNA", "patna"),
        ("Chümoukedima", "chumoukedima"),
        ("हिन्दी", "हिंदी"),
    ],
)
def test_spellings_meet(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize(("one", "other"), [("गया", "गाया"), ("बाढ़", "बाद"), ("काफी", "कॉफी"), ("नगर", "नागर")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


def test_words_and_numbers_part() -> None:
    assert norms("27जुलाई2018, COVID-19; गया।") == ["27", "जुलाई", "2018", "covid", "19", "गया"]


def test_the_possessive_is_left_outside() -> None:
    text = "Jaipur's wells and the city’s lanes"
    found = tokenise(text)
    assert [text[t.start : t.end] for t in found] == ["Jaipur", "wells", "and", "the", "city", "lanes"]


def test_hyphen_and_space_are_equal() -> None:
    assert words_of("Kotputli-Behror") == words_of("Kotputli Behror")


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("brick kiln", True),
        ("brick-kiln", True),
        ("brick\nkiln", True),
        ("brick, kiln", False),
        ("bricks. Kiln", False),
        ("भट्ठा। ईंट", False),
        ("brick\n\nkiln", False),
        ("U.P. Police", True),
        ("म.प्र. सरकार", True),
    ],
)
def test_what_a_phrase_may_cross(text: str, joined: bool) -> None:
    assert tokenise(text)[-1].joined is joined


def test_sentences_are_counted() -> None:
    assert [t.sentence for t in tokenise("One two. Three? चार। पांच")] == [0, 0, 1, 2, 3]


@given(st.text())
def test_tokens_stand_where_they_say(text: str) -> None:
    end = 0
    for token in tokenise(text):
        assert end <= token.start < token.end <= len(text)
        assert normalise(text[token.start : token.end]) == token.norm != ""
        end = token.end
