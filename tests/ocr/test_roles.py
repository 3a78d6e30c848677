"""Which part of a clipping each line is, by size, place and a few words of the trade."""

from __future__ import annotations

from itertools import count

import pytest

from build_tools.model import Role
from build_tools.ocr.layout import blocks_of, pieces_in, text_of, words_of
from build_tools.ocr.order import Line, lines_in_order
from build_tools.ocr.roles import dateline_words, is_byline, neighbours, pieces_of
from build_tools.ocr.values import Box, Row

SIZE, STEP = 16, 24
LONG = (
    "The wells of the town were counted by",
    "six people who went from lane to lane",
    "and wrote down what they saw there. A",
    "plan for all the others was read out.",
)
_numbers = count()


def _line(text: str, top: int, left: int = 100, size: int = SIZE, block: int = 1) -> list[Row]:
    """One line of words, its letters 0.6 of their size wide."""
    number, rows, letter = next(_numbers), [], 0.6 * size
    for word in text.split():
        rows.append(Row(word, (left, top, round(len(word) * letter), size), 95.0, block, 1, number))
        left += round((len(word) + 1) * letter)
    return rows


def _lines(*texts: str, top: int = 0, left: int = 100, size: int = SIZE, block: int = 1) -> list[Row]:
    step = STEP * size // SIZE
    return [row for n, text in enumerate(texts) for row in _line(text, top + n * step, left, size, block)]


def _roles(rows: list[Row]) -> list[tuple[Role, str]]:
    """Role and first word of each piece, in reading order."""
    return [(piece.role, piece.block[0][0].rows[0].text) for piece in pieces_of(blocks_of(lines_in_order(rows)))]


# --- Headline and masthead -------------------------------------------------------------------------------


def test_date_strip_headline_and_body() -> None:
    rows = [
        *_line("Monday 3 March 2003 page 4", 0),
        *_lines("Town counts wells", "and finds nine dry", top=80, size=40),
        *_lines(*LONG, top=260),
    ]
    assert _roles(rows) == [("masthead", "Monday"), ("headline", "Town"), ("body", "The")]


def test_the_line_below_a_headline_that_is_larger_than_the_body_belongs_to_it() -> None:
    rows = [*_line("Town counts wells", 0, size=40), *_line("Nine of twenty dry", 80, size=20), *_lines(*LONG, top=160)]
    assert _roles(rows) == [("headline", "Town"), ("headline", "Nine"), ("body", "The")]
    rows = [*_line("Town counts wells", 0, size=40), *_line("Nine of twenty dry", 80, size=16), *_lines(*LONG, top=160)]
    assert _roles(rows)[:2] == [("headline", "Town"), ("body", "Nine")]


def test_a_large_line_within_the_body_is_no_headline() -> None:
    rows = [*_lines(*LONG), *_line("nine were dry", 180, size=30), *_lines(*LONG, top=300)]
    assert [role for role, _ in _roles(rows)] == ["body", "body", "body"]


def test_of_two_large_lines_the_larger_is_the_headline() -> None:
    rows = [
        *_line("The Town Paper", 0, size=26),
        *_line("Wells counted at last", 100, size=48),
        *_lines(*LONG, top=260),
    ]
    assert _roles(rows) == [("masthead", "The"), ("headline", "Wells"), ("body", "The")]


def test_one_large_word_is_no_headline() -> None:
    assert [role for role, _ in _roles([*_line("Wells", 0, size=40), *_lines(*LONG, top=120)])] == ["body", "body"]


def test_without_a_headline_a_short_first_block_with_a_number_is_a_date_strip() -> None:
    assert _roles([*_line("Monday 3 March", 0), *_lines(*LONG, top=100)])[0][0] == "masthead"
    assert _roles([*_line("Monday in March", 0), *_lines(*LONG, top=100)])[0][0] == "body"


def test_a_clipping_of_one_size_is_all_body_and_one_of_nothing_has_no_pieces() -> None:
    assert _roles(_lines(*LONG)) == [("body", "The")]
    assert pieces_of([]) == []


# --- Byline ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("By our correspondent", True),
        ("BY A STAFF WRITER", True),
        ("Express News Service", True),
        ("Town Bureau, Jaipur", True),
        ("Jaipur, PTI:", True),
        ("जागरण संवाददाता, लुधियाना", True),
        ("नगर ब्यूरो।", True),
        ("By the river stand nine wells that nobody has counted", False),  # too long for one
        ("Bypass opened on Monday", False),
        ("Stand by", False),
        ("The unit of measure", False),
        ("", False),
    ],
)
def test_a_byline_is_short_and_has_a_word_of_the_trade(text: str, so: bool) -> None:
    assert is_byline(text) is so


def test_a_byline_becomes_a_piece_of_its_own() -> None:
    rows = [*_line("Town counts its wells", 0, size=40), *_lines("By our correspondent", *LONG, top=100)]
    assert _roles(rows) == [("headline", "Town"), ("byline", "By"), ("body", "The")]


def test_what_stands_above_the_byline_stays_above_it() -> None:
    rows = _lines("Nine of twenty are dry", "By our correspondent", *LONG)
    assert _roles(rows) == [("body", "Nine"), ("byline", "By"), ("body", "The")]


def test_a_line_deep_in_the_body_is_no_byline() -> None:
    assert _roles(_lines(*LONG, "as our correspondent saw")) == [("body", "The")]


# --- Dateline --------------------------------------------------------------------------------------------


def _as_lines(*texts: str) -> list[Line]:
    return lines_in_order(_lines(*texts))


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("LUDHIANA, July 27: The wells",), 3),
        (("Jaipur: The wells of",), 1),
        (("NEW DELHI, March 3 — The wells",), 5),
        (("(Jaipur) The wells",), 1),
        (("जयपुर। नगर के कुएँ",), 1),
        (("जयपुर, 3 मार्च: नगर के",), 3),
        (("NEW", "DELHI: The wells"), 2),
        (("The wells of the town were counted.",), 0),
        (("नगर के सब पुराने कुएँ गिने गए।",), 0),  # the sign that closes a sentence, not a place
        (("jaipur: the wells",), 0),
        (("One two three four five six seven eight nine: ten",), 0),
        ((), 0),
    ],
)
def test_the_dateline_ends_with_its_sign(lines: tuple[str, ...], words: int) -> None:
    assert dateline_words(_as_lines(*lines)) == words


def test_only_the_words_that_open_the_first_body_are_its_dateline() -> None:
    rows = [*_line("Town counts its wells", 0, size=40), *_lines("JAIPUR, March 3: Nobody", *LONG, top=100)]
    rows += _lines("AJMER, March 4: Nobody", *LONG, top=300)
    words = words_of(pieces_in(rows))
    assert [word.text for word in words if word.role == "dateline"] == ["JAIPUR,", "March", "3:"]
    assert next(word.role for word in words if word.text == "AJMER,") == "body"


# --- Neighbours ------------------------------------------------------------------------------------------

CUT = ("ended", "of the", "rain.", "A man", "there")


def _page(left: int, cut: tuple[str, ...] = CUT) -> list[Row]:
    """A column from 100 to about 460, and cut lines that start at ``left``."""
    return [*_lines(*LONG, *LONG), *_lines(*cut, left=left, block=9)]


def _margin(rows: list[Row], width: int) -> set[str]:
    pieces = pieces_in(rows, size=(width, 400))
    return {row.text for p in pieces if p.role == "margin" for para in p.block for line in para for row in line.rows}


def _beside() -> set[str]:
    return {word for line in CUT for word in line.split()}


def test_lines_cut_by_the_right_edge_are_a_neighbours() -> None:
    assert _margin(_page(500), 552) == _beside()


def test_lines_cut_by_the_left_edge_are_too() -> None:
    assert _margin(_page(2), 700) == _beside()


def test_the_margin_comes_last_and_is_not_told() -> None:
    pieces = pieces_in(_page(2), size=(700, 400))
    assert pieces[-1].role == "margin"
    assert "rain" not in text_of(pieces)
    assert "wells" in text_of(pieces)
    assert {word.role for word in words_of(pieces)} == {"body", "margin"}


@pytest.mark.parametrize(
    ("rows", "width"),
    [
        (_page(500), 800),  # far from the edge
        (_page(500, CUT[:2]), 552),  # too few lines to tell
        ([*_lines(*LONG, *LONG), *_lines(*LONG, left=500)], 860),  # a column as wide as the other, cut close
        (_lines(*CUT, *CUT, left=2), 60),  # nothing but a narrow column
    ],
    ids=["far from the edge", "two lines", "a wide column", "alone"],
)
def test_other_columns_stay(rows: list[Row], width: int) -> None:
    assert _margin(rows, width) == set()


def test_the_edge_is_that_of_the_picture_as_it_was() -> None:
    """Rows are in pixels of a page made twice as large."""

    def where(box: Box) -> Box:
        left, top, width, height = (v // 2 for v in box)
        return left, top, width, height

    lines = lines_in_order(_page(500))
    assert {lines[n].rows[0].text for n in neighbours(lines, where, (276, 200))} == {line.split()[0] for line in CUT}
    assert neighbours(lines, where, (552, 400)) == set()


def test_without_a_size_nothing_is_beside() -> None:
    assert {piece.role for piece in pieces_in(_page(500))} == {"body"}
