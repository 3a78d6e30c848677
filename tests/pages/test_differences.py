"""The places at which a person's text and the machine's differ."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_tools.model import Clipping, Reading, Signed
from build_tools.pages.differences import COMPARED, LONGEST, Difference, differences
from build_tools.pages.records import LONG, PLACES, differing, paragraphs


def test_a_place_stands_with_the_words_around_it() -> None:
    assert differences("rain fell on the wel in May", "rain fell on the well in May") == [
        Difference("fell on the", "wel", "well", "in May")
    ]


def test_words_that_only_one_of_them_has() -> None:
    assert differences("a b c d", "b c d e") == [Difference("", "a", "", "b c d"), Difference("b c d", "", "e", "")]


def test_the_same_words_in_other_lines_are_no_difference() -> None:
    assert differences("rain fell\non the  well", "rain fell on\n\nthe well\n") == []


def test_a_long_place_is_cut_short() -> None:
    [found] = differences("x " * 50, "y") or []
    assert found.machine == "x " * LONGEST + "…"


def test_very_long_texts_are_not_compared() -> None:
    assert differences("a " * (COMPARED + 1), "b") is None


@given(st.lists(st.sampled_from("a b c d e".split())), st.lists(st.sampled_from("a b c d e".split())))
def test_every_difference_is_a_difference(read: list[str], typed: list[str]) -> None:
    found = differences(" ".join(read), " ".join(typed))
    assert found is not None
    assert (found == []) == (read == typed)
    assert all(d.machine != d.person for d in found)


def test_all_places_are_counted_and_the_first_are_shown() -> None:
    read = " ".join(f"w{n} x{n}" for n in range(3 * PLACES))
    typed = " ".join(f"w{n} y{n}" for n in range(3 * PLACES))
    signed = Signed(by="A Reader", date="2026-01-31")
    record = Clipping(id="a", title="A", transcription=typed, transcribed=signed)
    reading = Reading(read, (), ("eng",), "none", "1", {}, ((9, 9),))
    found = differing(record, reading)
    assert found
    assert (found["count"], len(found["places"])) == (3 * PLACES, PLACES)
    assert differing(record, None) is None
    assert differing(Clipping(id="a", title="A"), reading) is None


@given(st.text(alphabet="ab. ।\n", max_size=8_000))
def test_paragraphs_are_short_and_lose_no_word(text: str) -> None:
    pieces = paragraphs(text)
    assert all(0 < len(piece) <= LONG for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_a_text_without_a_paragraph_is_cut_between_sentences() -> None:
    sentence = "The rain came late and the well was dry again. "
    pieces = paragraphs(sentence * 100)
    assert len(pieces) > 2
    assert all(piece.endswith("again.") for piece in pieces)
    assert paragraphs("One.\n\nTwo.\nStill two.") == ["One.", "Two. Still two."]
