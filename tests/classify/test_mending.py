from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.classify.lookalikes import alike, deletions, near, skeleton
from build_tools.classify.mending import Mender
from build_tools.classify.words import tokenise

WORDS = ("petrol", "station", "stations", "pump", "inspector", "dispatch", "harbour", "नलकूप", "बर्तन", "सर्वेक्षण", "july")
MENDER = Mender(WORDS, [("petrol", "pump"), ("नलकूप", "बर्तन")], everyday=("hatbour",))


def mended(text: str) -> list[str]:
    return [token.norm for token in MENDER.mend(tokenise(text), text)]


@pytest.mark.parametrize(
    ("scan", "word"),
    [
        ("harhour", "harbour"), ("hanbour", "harbour"), ("harbur", "harbour"), ("inspectror", "inspector"),
        ("petro1", "petrol"), ("1nspector", "inspector"), ("inspec-\ntor", "inspector"),
        ("inspec tor", "inspector"), ("inspec'tor", "inspector"), ("वर्तन", "बर्तन"), ("वर्तंन", "बर्तन"), ("नलकुप", "नलकूप"),
        ("सर्वेक्षन", "सर्वेक्षण"), ("Ju1y", "july"),
    ],
)  # fmt: skip
def test_worn_words_are_read(scan: str, word: str) -> None:
    assert mended(scan) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "patrol",
        "hatbour",
        "pumps",
        "pimp",
        "tarbour",
        "stationery",
        "in spectre",
        "बर्तनों",
        "12 pm",
        "2018",
        "a b c",
        "नल कूप",
    ],
)
def test_other_words_stay_as_they_are(text: str) -> None:
    assert mended(text) == [token.norm for token in tokenise(text)] or mended(text) == ["नलकूप"]


def test_words_run_together_part_again() -> None:
    text = "the petrolpump, harbourof"
    tokens = MENDER.mend(tokenise(text), text)
    assert [t.norm for t in tokens] == ["the", "petrol", "pump", "harbour", "of"]
    assert [text[t.start : t.end] for t in tokens] == ["the", "petrol", "pump", "harbour", "of"]


def test_figures_that_became_letters() -> None:
    assert mended("27 Ju1y 2O18") == ["27", "july", "2018"]
    assert mended("3l") == ["31"]


def test_a_mended_word_keeps_its_place() -> None:
    text = "an inspec-\ntor came"
    token = MENDER.mend(tokenise(text), text)[1]
    assert text[token.start : token.end] == "inspec-\ntor"


def test_two_words_that_are_equally_close_give_none() -> None:
    mender = Mender(("carter", "caster"), [])
    assert [t.norm for t in mender.mend(tokenise("cakter"), "cakter")] == ["cakter"]


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    for token in MENDER.mend(tokenise(text), text):
        assert 0 <= token.start < token.end <= len(text)


@given(
    st.text(alphabet="abcdeilmnoru", min_size=3, max_size=9), st.text(alphabet="abcdeilmnoru", min_size=3, max_size=9)
)
def test_near_is_mutual(one: str, other: str) -> None:
    assert near(one, other) == near(other, one)


def test_families() -> None:
    assert skeleton("modem") == skeleton("modern")
    assert skeleton("भवन") != skeleton("मकन")
    assert skeleton("पंचायतें") == skeleton("पंचायते")
    assert alike("labour", "lahour")
    assert not alike("looser", "iocoer")
    assert list(deletions("pump")) == ["pmp", "pup"]
