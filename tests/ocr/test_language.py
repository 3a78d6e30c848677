"""Which languages a page is read in, and pages that lie on their side."""

from __future__ import annotations

import pytest

from build_tools.ocr.language import choose, doubtful, load_order, mean_confidence
from build_tools.ocr.reader import turned_back
from build_tools.ocr.tesseract import Layout
from build_tools.ocr.values import Row


def _look(script: str, confidence: float) -> Layout:
    return Layout(script, confidence, 0, 20.0)


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


def test_a_pass_without_sure_words_is_doubtful() -> None:
    sure = [Row("certainly", (0, 0, 9, 9), 96.0, 1, 1, 1)]
    unsure = [Row("xx", (0, 0, 9, 9), 12.0, 1, 1, 1)]
    assert not doubtful(sure)
    assert doubtful(unsure)
    assert doubtful([])
    assert mean_confidence([*sure, *unsure]) == pytest.approx((96 * 9 + 12 * 2) / 11)


@pytest.mark.parametrize(
    ("turn", "box"),
    [(0, (10, 20, 30, 5)), (90, (20, 160, 5, 30)), (180, (160, 75, 30, 5)), (270, (75, 10, 5, 30))],
)
def test_boxes_are_turned_back(turn: int, box: tuple[int, int, int, int]) -> None:
    """The turned image is 200 by 100 pixels; a word lies 10 from its left and 20 from its top."""
    assert turned_back((10, 20, 30, 5), turn, (200, 100)) == box
