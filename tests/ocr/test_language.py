"""Which languages a page is read in, and which it turns out to be in."""

from __future__ import annotations

import pytest

from build_tools.ocr.language import choose, load_order, of_words
from build_tools.ocr.tesseract import Layout
from build_tools.ocr.values import Row


def _look(script: str, confidence: float) -> Layout:
    return Layout(script, confidence, 0)


@pytest.mark.parametrize(
    ("look", "allowed", "chosen"),
    [
        (_look("Latin", 8.0), ("eng", "hin"), ("eng",)),
        (_look("Devanagari", 40.0), ("eng", "hin"), ("hin", "eng")),
        (_look("Devanagari", 40.0), ("eng", "hin", "mar"), ("hin", "mar", "eng")),
        (_look("Devanagari", 1.0), ("eng", "hin"), ("eng", "hin")),
        (_look("Tamil", 40.0), ("eng", "hin"), ("eng", "hin")),
        (_look("Tamil", 40.0), ("eng", "hin", "tam"), ("tam", "eng")),
        (_look("Latin", 8.0), ("hin",), ("hin",)),
        (None, ("eng", "hin"), ("eng", "hin")),
    ],
)
def test_the_script_chooses_the_languages(
    look: Layout | None, allowed: tuple[str, ...], chosen: tuple[str, ...]
) -> None:
    assert choose(look, allowed) == chosen


def test_latin_models_are_loaded_first() -> None:
    assert load_order(("hin", "eng")) == ["eng", "hin"]
    assert load_order(("hin", "mar")) == ["hin", "mar"]


def _rows(*texts: str) -> list[Row]:
    return [Row(text, (0, 0, 9, 9), 90.0, 1, 1, 1) for text in texts]


@pytest.mark.parametrize(
    ("texts", "allowed", "found"),
    [
        (("plain", "words"), ("eng", "hin"), ("eng",)),
        (("गाँव", "की", "सड़क"), ("eng", "hin"), ("hin",)),
        (("गाँव", "की", "सड़क", "bus"), ("eng", "hin"), ("hin", "eng")),
        (("long", "English", "sentence", "गाँव"), ("hin", "eng"), ("eng", "hin")),
        (("letters " * 20, "क"), ("eng", "hin"), ("eng",)),  # one letter in a hundred and forty is dirt
        (("गाँव",), ("eng", "hin", "mar"), ("hin", "mar")),
        (("ಹಳ್ಳಿ",), ("eng", "hin", "kan"), ("kan",)),
        (("12", "-", "345"), ("eng", "hin"), ("eng", "hin")),
        ((), ("hin", "eng"), ("hin", "eng")),
        (("plain",), ("hin",), ("hin",)),
    ],
)
def test_the_languages_of_a_page_are_found_in_its_words(
    texts: tuple[str, ...], allowed: tuple[str, ...], found: tuple[str, ...]
) -> None:
    assert of_words(_rows(*texts), allowed) == found
