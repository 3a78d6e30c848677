from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.identity.normal import normalise


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("१२३४", "1234"),
        ("１２３４", "1234"),
        ("٣٤ ৪৫", "34 45"),
        ("𝟗𝟖", "98"),
        ("9\u200b8\u00ad7\u2060", "987"),
        ("1️⃣2️⃣", "12"),
        ("98–76—54\u00a010", "98-76-54 10"),
        ("क\u200d्ष", "क्ष"),
    ],
)
def test_one_form_for_all(text: str, read: str) -> None:
    assert normalise(text).text == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("987**65**", "98765"),
        ("98<b>7</b>65", "98765"),
        ("&#57;8&#x37;", "987"),
        ("{98}{76}", "9876"),
        ("98<br>76", "98\n76"),
        (r"x\@y", "x@y"),
        ("a~b", "a b"),
    ],
)
def test_signs_of_markup_do_not_part_what_is_read_as_one(text: str, read: str) -> None:
    assert normalise(text, markup=True).text == read


def test_a_span_is_that_of_the_text_as_given() -> None:
    text = "x १\u200b२ **३** y"
    normal = normalise(text, markup=True)
    start = normal.text.index("12 3")
    first, last = normal.span(start, start + 4)
    assert text[first:last] == "१\u200b२ **३"


@given(st.text(max_size=60), st.booleans())
def test_places_rise_and_lie_within_the_text(text: str, markup: bool) -> None:
    normal = normalise(text, markup=markup)
    places = list(normal.places) if normal.places is not None else list(range(len(normal.text)))
    assert len(places) == len(normal.text)
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)
