"""A page as it is looked at and as it is given to the engine, first and for a second opinion."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from build_tools.ocr.pixels import Grey
from build_tools.ocr.prepare import Look, first, look, scale_for, second
from tests.ocr.drawn import PAPER, SENTENCES, font, typeset

PAGE = typeset(SENTENCES * 2)
TURNS = {90: Image.Transpose.ROTATE_90, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_270}


def _falling(page: Image.Image, degrees: float) -> Image.Image:
    return page.rotate(-degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=PAPER)


def _marked() -> Image.Image:
    """The page with a stroke of red ink, which is as dark as grey print, through its first line."""
    page = PAGE.convert("RGB")
    ImageDraw.Draw(page).line((20, 44, 500, 44), fill=(255, 70, 60), width=6)
    return page


# --- Scale -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "em", "scale"),
    [
        ((1000, 1400), 12.0, 2.0),
        ((1000, 1400), 48.0, 0.5),
        ((1000, 1400), 22.0, 1.0),  # what is nearly right is left sharp
        ((1000, 1400), 26.0, 1.0),
        ((600, 800), 5.0, 3.0),  # never larger than three times
        ((8000, 6000), 24.0, 0.5),  # never more than twelve million pixels
        ((4000, 3000), 12.0, 1.0),
    ],
)
def test_type_is_brought_to_the_wanted_size(size: tuple[int, int], em: float, scale: float) -> None:
    assert scale_for(size, em, 24.0) == pytest.approx(scale)


# --- Look ------------------------------------------------------------------------------------------------


def test_a_straight_page_is_left_as_it_lies() -> None:
    seen = look(PAGE)
    assert (seen.place.size, seen.place.turn, seen.place.fall, seen.place.curl) == (PAGE.size, 0, 0.0, None)
    assert seen.em == pytest.approx(24, rel=0.1)
    assert not seen.marked
    assert not seen.pale


def test_an_askew_page_is_set_level() -> None:
    assert look(_falling(PAGE, 3)).place.fall == pytest.approx(3, abs=0.2)
    assert look(_falling(PAGE, -17)).place.fall == pytest.approx(-17, abs=0.2)


@pytest.mark.parametrize("turn", [90, 270])
def test_lines_that_run_up_or_down_are_made_level(turn: int) -> None:
    assert look(PAGE.transpose(TURNS[turn])).place.turn == 90


def test_the_turn_may_be_given() -> None:
    seen = look(_falling(PAGE, 2).transpose(TURNS[270]), turn=270)
    assert seen.place.turn == 270
    assert abs(seen.place.fall) == pytest.approx(2, abs=0.2)


def test_a_stroke_of_a_marker_and_pale_print_are_seen() -> None:
    assert look(_marked()).marked
    pale = look(PAGE.point(lambda v: 130 + v * 105 // 235))
    assert pale.pale
    assert not pale.marked


@pytest.mark.parametrize("size", [(1, 1), (9, 300), (300, 200)])
def test_a_page_without_anything_on_it_can_be_looked_at_and_laid_out(size: tuple[int, int]) -> None:
    page = Image.new("L", size, PAPER)
    grey, place = first(page, look(page))
    assert place.scale == pytest.approx(24 / 18)
    assert (grey.shape[1], grey.shape[0]) == place.out


# --- As given to the engine ------------------------------------------------------------------------------


def _contrast(grey: Grey) -> tuple[float, float]:
    """The shade of the print and that of the paper."""
    return float(np.percentile(grey, 1)), float(np.median(grey))


def test_first_gives_dark_print_of_the_right_size_on_white() -> None:
    page = typeset(size=12)
    shadow = Image.linear_gradient("L").resize(page.size).point(lambda v: 110 + v // 2)
    shaded = Image.fromarray((np.asarray(page, np.uint16) * np.asarray(shadow) // 255).astype(np.uint8))
    grey, place = first(shaded, look(shaded))
    assert place.scale == pytest.approx(2.0, rel=0.15)
    assert (grey.shape[1], grey.shape[0]) == place.out
    dark, light = _contrast(grey)
    assert dark < 90
    assert light > 245


def _edges(grey: Grey) -> int:
    """The largest step between two pixels beside one another."""
    return int(np.abs(np.diff(grey.astype(int), axis=1)).max())


def test_second_is_larger_and_softer() -> None:
    seen = look(PAGE)
    assert first(PAGE, seen)[1].scale == 1.0
    assert second(PAGE, seen)[1].scale == pytest.approx(30 / seen.em)
    large = typeset(size=30)
    grey, place = second(large, look(large))
    assert place.scale == 1.0
    assert _edges(grey) < 0.9 * _edges(np.asarray(large))


def test_second_is_darker_where_print_is_pale() -> None:
    page = PAGE.point(lambda v: 130 + v * 105 // 235)
    seen = look(page)
    (one, at_first), (other, again) = first(page, seen), second(page, seen)
    assert again == at_first
    assert _contrast(other)[0] < _contrast(one)[0] - 20
    assert _contrast(other)[1] > 240


def test_first_is_without_the_strokes_of_a_marker_and_second_with_them() -> None:
    page = _marked()
    seen = look(page)
    beyond = (slice(41, 47), slice(20, 28))  # the stroke, before the first letter
    assert first(page, seen)[0][beyond].min() > 235
    place = second(page, seen)[1]
    assert (
        second(page, seen)[0][
            tuple(slice(round(s.start * place.scale), round(s.stop * place.scale)) for s in beyond)
        ].min()
        < 200
    )


def test_the_strip_is_turned_about_and_the_rule_is_gone() -> None:
    page = Image.new("L", (PAGE.width * 2, PAGE.height + 80), PAPER)
    page.paste(PAGE, (0, 80))
    page.paste(PAGE, (PAGE.width, 80))
    draw = ImageDraw.Draw(page)
    draw.rectangle((30, 20, 900, 60), fill=30)
    draw.text((60, 26), "Monday, 3 March", fill=250, font=font(24))
    draw.line((PAGE.width, 100, PAGE.width, page.height - 20), fill=90, width=2)
    grey, place = first(page, look(page))
    assert place.scale == 1.0
    assert np.median(grey[24:56, 600:880]) > 230
    assert grey[24:56, 60:240].min() < 60
    assert (grey[110:-30, PAGE.width - 4 : PAGE.width + 4] < 200).sum() <= 4


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_is_given_upright(turn: int) -> None:
    """The page as ``first`` lays it out is the same, whichever way it came."""
    came = PAGE.transpose(TURNS[turn]) if turn else PAGE  # counter-clockwise
    grey, _ = first(came, look(came, turn=turn))
    straight, _ = first(PAGE, look(PAGE))
    assert np.abs(grey.astype(int) - straight.astype(int)).mean() < 3


def test_what_was_seen_says_how_large_the_type_is_upright() -> None:
    assert isinstance(seen := look(PAGE.transpose(TURNS[90])), Look)
    assert seen.em == pytest.approx(24, rel=0.1)
