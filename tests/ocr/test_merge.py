"""Two readings of one page become one: the surer words, each print once."""

from __future__ import annotations

import pytest

from build_tools.model import sureness
from build_tools.ocr.merge import knots, line_of, merged, shared
from build_tools.ocr.values import Box, Row


def _row(
    text: str, left: int, confidence: float, *, top: int = 0, width: int = 0, line: int = 0, block: int = 1
) -> Row:
    """A word 20 pixels high and, unless said otherwise, ten wide for each letter."""
    return Row(text, (left, top, width or 10 * len(text), 20), confidence, block, 1, line)


def _texts(rows: list[Row]) -> list[str]:
    return [row.text for row in rows]


# --- Measures --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("other", "part"),
    [
        ((0, 0, 100, 20), 1.0),
        ((50, 0, 100, 20), 0.5),
        ((90, 10, 20, 20), 0.25),
        ((20, 5, 10, 10), 1.0),  # all of the smaller
        ((100, 0, 50, 20), 0.0),
        ((0, 20, 100, 20), 0.0),
        ((200, 200, 0, 0), 0.0),
    ],
)
def test_how_much_of_the_smaller_lies_upon_the_other(other: Box, part: float) -> None:
    assert shared((0, 0, 100, 20), other) == pytest.approx(part)
    assert shared(other, (0, 0, 100, 20)) == pytest.approx(part)


def test_sureness_counts_letters() -> None:
    assert sureness([_row("certainly", 0, 96), _row("xx", 100, 12)]) == pytest.approx((96 * 9 + 12 * 2) / 11)
    assert sureness([]) == 0


# --- Knots -----------------------------------------------------------------------------------------------


def test_what_lies_upon_one_another_is_one_knot() -> None:
    first = [_row("onward", 0, 90), _row("far", 300, 90)]
    second = [_row("on", 0, 90), _row("ward", 22, 90), _row("new", 600, 90)]
    assert [(_texts(a), _texts(b)) for a, b in knots(first, second)] == [
        (["onward"], ["on", "ward"]),
        (["far"], []),
        ([], ["new"]),
    ]


def test_words_of_one_reading_hang_together_through_the_other() -> None:
    """A long word of the second lies upon two of the first, one of which a further word of the second lies upon."""
    first = [_row("ab", 0, 90), _row("cd", 30, 90)]
    second = [_row("abcd", 0, 90, width=50), _row("cd", 31, 90)]
    assert [(_texts(a), _texts(b)) for a, b in knots(first, second)] == [(["ab", "cd"], ["abcd", "cd"])]


@pytest.mark.parametrize("box", [(300, 0, 60, 20), (0, 300, 20, 60)])
def test_a_long_or_high_word_is_one_with_what_lies_at_its_end(box: Box) -> None:
    long = Row("headline", (0, 0, box[0] + box[2], box[1] + box[3]), 90.0, 1, 1, 1)
    assert len(knots([long], [Row("end", box, 90.0, 1, 1, 1)])) == 1


def test_words_that_only_touch_stay_apart() -> None:
    assert len(knots([_row("above", 0, 90)], [_row("below", 0, 90, top=16)])) == 2


# --- Decisions -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        (("rnan", 50.0), ("man", 90.0), "man"),
        (("man", 90.0), ("rnan", 50.0), "man"),
        (("man", 70.0), ("men", 71.5), "man"),  # hardly surer is no reason
        (("man", 70.0), ("men", 72.5), "men"),
    ],
)
def test_the_surer_word_is_taken(one: tuple[str, float], other: tuple[str, float], kept: str) -> None:
    found = merged([_row(one[0], 0, one[1], width=40)], [_row(other[0], 0, other[1], width=40)])
    assert _texts(found) == [kept]


def test_a_word_that_both_read_has_the_larger_confidence() -> None:
    (row,) = merged([_row("same", 0, 60)], [_row("same", 1, 85)])
    assert (row.confidence, row.box[0]) == (85, 0)


def test_a_knot_is_taken_whole() -> None:
    apart = [_row("on", 0, 95), _row("ward", 22, 95)]
    assert _texts(merged([_row("onvvard", 0, 40)], apart)) == ["on", "ward"]
    assert _texts(merged(apart, [_row("onvvard", 0, 40)])) == ["on", "ward"]


@pytest.mark.parametrize(("confidence", "kept"), [(24.0, []), (26.0, ["only"])])
def test_a_word_that_only_the_first_saw_may_be_unsure(confidence: float, kept: list[str]) -> None:
    assert _texts(merged([_row("only", 0, confidence)], [])) == kept


@pytest.mark.parametrize(("confidence", "kept"), [(59.0, []), (61.0, ["only"])])
def test_a_word_that_only_the_second_saw_must_be_sure(confidence: float, kept: list[str]) -> None:
    assert _texts(merged([], [_row("only", 0, confidence)])) == kept


def test_the_second_readings_words_join_the_lines_of_the_first() -> None:
    first = [_row("one", 0, 90, line=7), _row("tvvo", 40, 40, line=7)]
    second = [_row("one", 0, 90, line=2), _row("two", 40, 90, line=2, width=40), _row("three", 90, 90, line=2)]
    found = merged(first, second)
    assert _texts(found) == ["one", "two", "three"]
    assert {line_of(row) for row in found} == {(1, 1, 7)}


def test_a_line_that_only_the_second_saw_is_none_of_the_firsts() -> None:
    found = merged([_row("above", 0, 90, line=3)], [_row("below", 0, 90, top=100, line=3)])
    assert _texts(found) == ["above", "below"]
    assert line_of(found[0]) != line_of(found[1])


def test_a_word_seen_twice_side_by_side_stays_one() -> None:
    """The second drew the box of a word beside its print."""
    first = [_row("wells", 0, 90)]
    assert _texts(merged(first, [_row("wells", 60, 90)])) == ["wells"]
    assert _texts(merged(first, [_row("pumps", 60, 90)])) == ["wells", "pumps"]
    assert _texts(merged(first, [_row("wells", 200, 90)])) == ["wells", "wells"]
    assert _texts(merged(first, [_row("wells", 0, 90, top=30)])) == ["wells", "wells"]


def test_words_on_a_large_page_find_one_another() -> None:
    """Boxes that span several cells of the grid, and many of them."""
    first = [_row("w", x, 90, top=y, width=150) for x in range(0, 4000, 200) for y in range(0, 3000, 100)]
    second = [_row("v", x + 5, 50, top=y + 2, width=150) for x in range(0, 4000, 200) for y in range(0, 3000, 100)]
    found = knots(first, second)
    assert len(found) == len(first)
    assert all(len(ones) == len(others) == 1 for ones, others in found)
