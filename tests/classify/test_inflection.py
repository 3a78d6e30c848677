from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.classify.inflection import fold, forms
from build_tools.classify.words import normalise


@pytest.mark.parametrize(
    ("written", "in_text"),
    [
        ("kiln", "kilns"),
        ("bricks", "brick"),
        ("factory", "factories"),
        ("factories", "factory"),
        ("bus", "buses"),
        ("box", "boxes"),
        ("matches", "match"),
        ("child", "children"),
        ("women", "woman"),
        ("knife", "knives"),
        ("fisherman", "fishermen"),
        ("labour", "labor"),
        ("organisation", "organization"),
        ("centre", "center"),
    ],
)
def test_english_number_and_spelling(written: str, in_text: str) -> None:
    assert in_text in forms(written)


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("training", "train"),
        ("glass", "glas"),
        ("news", "new s"),
        ("loom", "looming"),
        ("mine", "mining"),
        ("four", "for"),
    ],
)
def test_no_further(written: str, other: str) -> None:
    assert other not in forms(written)


@pytest.mark.parametrize(
    ("verb", "in_text"),
    [("rescue", "rescued"), ("rescue", "rescuing"), ("beg", "begging"), ("carry", "carried"), ("wash", "washes")],
)
def test_english_verbs(verb: str, in_text: str) -> None:
    assert in_text in forms(verb, verb=True)
    assert in_text == verb or in_text not in forms(verb) or in_text.endswith("s")


@pytest.mark.parametrize(
    ("written", "in_text"),
    [
        ("कमरा", "कमरों"),
        ("कमरे", "कमरा"),
        ("बालिका", "बालिकाओं"),
        ("नदी", "नदियाँ"),
        ("पंचायत", "पंचायतों"),
        ("मिठाई", "मिठाइयों"),
        ("उठाना", "उठाया"),
        ("उठाना", "उठाए"),
        ("पकड़ना", "पकड़ी"),
        ("पकड़ना", "पकड़कर"),
    ],
)
def test_hindi(written: str, in_text: str) -> None:
    assert normalise(in_text) in forms(normalise(written))


def test_a_hindi_word_does_not_become_another() -> None:
    assert normalise("भट्ठी") not in forms(normalise("भट्ठा"))


@pytest.mark.parametrize(("one", "other"), [("zameen", "jamin"), ("bachchon", "bacchon"), ("vapsi", "wapsi")])
def test_spellings_of_roman_hindi_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text(min_size=1), st.booleans())
def test_any_word_has_itself_as_a_form(word: str, verb: bool) -> None:
    assert word in forms(word, verb=verb)


@given(st.text())
def test_folding_twice_is_folding_once_for_letters(word: str) -> None:
    assert fold(fold(word)) is not None
