"""Reading order, paragraphs and divided words, on pages whose words are laid out here."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from build_tools.ocr.layout import join_lines, pieces_in, text_of, words_of
from build_tools.ocr.order import columns_apart, lines_in_order
from build_tools.ocr.values import Box, Row

HEIGHT, STEP, LETTER = 16, 28, 10
_numbers = count()


def _line(text: str, left: int, top: int, *, block: int = 1, line: int | None = None, size: int = HEIGHT) -> list[Row]:
    """One line of words of ``size`` pixels, a letter's width between two; a line is one of the engine's lines."""
    number = next(_numbers) if line is None else line
    rows, scale = [], size / HEIGHT
    for word in text.split():
        width = round(len(word) * LETTER * scale)
        rows.append(Row(word, (left, top, width, size), 95.0, block, 1, number))
        left += width + round(LETTER * scale)
    return rows


def _column(texts: list[str], left: int, top: int, block: int = 1) -> list[Row]:
    return [row for n, text in enumerate(texts) for row in _line(text, left, top + n * STEP, block=block)]


def _text(rows: list[Row]) -> str:
    return text_of(pieces_in(rows))


LEFT = ["alpha alpha alpha", "bravo bravo bravo", "charl charl charl", "delta delta delta", "echos echos ends."]
RIGHT = ["Foxtr foxtr foxtr", "golfs golfs golfs", "hotel hotel hotel", "india india india", "julie julie ends."]


def test_a_headline_then_column_after_column() -> None:
    headline = _line("A headline over both of them", 0, 0, size=32)
    rows = [*_column(RIGHT, 260, 60, block=1), *headline, *_column(LEFT, 0, 60, block=3)]
    assert _text(rows) == "\n\n".join(["A headline over both of them", " ".join(LEFT), " ".join(RIGHT)])


def test_lines_that_the_engine_ran_together_are_divided_at_the_gutter() -> None:
    rows = []
    for n, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        rows += _line(left, 0, n * STEP, line=n) + _line(right, 220, n * STEP, line=n)
    assert _text(rows) == " ".join(LEFT) + "\n\n" + " ".join(RIGHT)


def test_a_wide_space_in_one_line_is_no_gutter() -> None:
    rows = _column(["aaaaa aaaaa aaaaa", "bbbbb bbbbb bbbbb", "ccccc ccccc ccccc", "ddddd ddddd ddddd"], 0, 0)
    wide = [*_line("eeeee", 0, 4 * STEP, line=900), *_line("eeeee", 120, 4 * STEP, line=900)]
    assert _text([*rows, *wide]).endswith("ddddd eeeee eeeee")


def test_columns_above_a_wide_line_come_before_it() -> None:
    below = _line("A line as wide as both columns together is here", 0, 6 * STEP)
    rows = [*below, *_column(LEFT, 0, 0, block=2), *_column(RIGHT, 260, 0, block=3)]
    assert _text(rows).split("\n\n")[-1].startswith("A line as wide")
    assert _text(rows).startswith(" ".join(LEFT))


def test_indented_lines_and_short_lines_make_paragraphs() -> None:
    rows = [
        *_line("The first paragraph has two lines of", 0, 0),
        *_line("which this one ends early.", 0, STEP),
        *_line("Indented the second one begins with", 24, 2 * STEP),
        *_line("its first line and ends with this last", 0, 3 * STEP),
        *_line("and third.", 0, 4 * STEP),
    ]
    assert _text(rows).split("\n\n") == [
        "The first paragraph has two lines of which this one ends early.",
        "Indented the second one begins with its first line and ends with this last and third.",
    ]


def test_dirt_and_rules_are_left_out() -> None:
    rows = _line("good words stay", 0, 0)
    rows += [Row("|", (400, 0, 3, 16), 96.0, 1, 1, 0), Row("~", (500, 0, 9, 16), 30.0, 1, 1, 0)]
    rows += [Row("xq", (600, 0, 20, 16), 4.0, 1, 1, 0)]
    assert _text(rows) == "good words stay"
    assert pieces_in([]) == []
    assert _text([]) == ""


def test_words_carry_lines_and_blocks_in_reading_order() -> None:
    headline = _line("Headline", 0, 0, size=40)
    words = words_of(pieces_in([*_column(LEFT, 0, 80, block=2), *headline]), first_line=0, first_block=0)
    assert [w.text for w in words][:2] == ["Headline", "alpha"]
    assert [w.line for w in words] == sorted(w.line for w in words)
    assert {w.block for w in words} == {0, 1}
    assert words[-1].line == len(LEFT)
    again = words_of(pieces_in(headline), first_line=7, first_block=3)
    assert (again[0].line, again[0].block) == (7, 3)


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["the neighbour-", "hoods of a town"], "the neighbourhoods of a town"),
        (["well\u2010", "known"], "wellknown"),
        (["from Delhi-", "Mumbai trains"], "from Delhi- Mumbai trains"),
        (["in 2019-", "2020 and later"], "in 2019- 2020 and later"),
        (["नई-", "पुरानी बातें"], "नई- पुरानी बातें"),
        (["a dash -", "and more"], "a dash - and more"),
        ([], ""),
    ],
)
def test_words_divided_at_line_ends_are_made_whole(lines: list[str], whole: str) -> None:
    assert join_lines(lines) == whole


def test_a_compound_keeps_its_hyphen_when_the_page_has_it_elsewhere() -> None:
    rows = [
        *_line("The follow-up visits go on. Each follow-", 0, 0),
        *_line("up visit is written down.", 0, STEP),
    ]
    assert _text(rows) == "The follow-up visits go on. Each follow-up visit is written down."


def test_a_sentence_that_a_column_divides_is_made_whole() -> None:
    left = [*LEFT[:4], "echos echos com-"]
    right = ["panies julie julie", *RIGHT[1:]]
    rows = [*_column(left, 0, 0, block=1), *_column(right, 260, 0, block=2)]
    assert "echos companies julie" in _text(rows)


def test_a_box_that_is_drawn_into_the_gutter_does_not_hide_it() -> None:
    """Engines draw one box in some too wide: here one line's last word seems to reach almost to the other column."""
    left = ["a wide street", "seven old men", "by the wells", "nobody saw it", "of which nine", "they count on"]
    left = [*left, "it is a plan", "until the end"] * 3
    right = ["The pumps are", "mended by six", "in a workshop", "near the road", "where it ends", "for all of us"]
    right = [*right, "at our houses", "and it is all"] * 3
    rows = []
    for n, (one, other) in enumerate(zip(left, right, strict=True)):
        words = _line(one, 0, n * STEP, line=n)
        if n == 12:
            start, top, _, _ = words[-1].box
            words[-1] = replace(words[-1], box=(start, top, 143 - start, HEIGHT))
        rows += words + _line(other, 150, n * STEP, line=n)
    assert _text(rows).split("The pumps")[0].split() == " ".join(left).split()


def test_the_lines_of_a_page_stand_apart_in_columns() -> None:
    lines = lines_in_order([*_column(LEFT, 0, 0), *_column(RIGHT, 260, 0, block=2)])
    assert [[line.rows[0].text for line in column] for column in columns_apart(lines)] == [
        ["alpha", "bravo", "charl", "delta", "echos"],
        ["Foxtr", "golfs", "hotel", "india", "julie"],
    ]
    assert columns_apart([]) == []


def test_words_are_placed_where_they_are_told() -> None:
    def lower(box: Box) -> Box:
        return box[0], box[1] + 1000, box[2], box[3]

    (first, *_) = words_of(pieces_in(_line("Plain words", 0, 20)), where=lower)
    assert first.box == (0, 1020, 50, HEIGHT)
