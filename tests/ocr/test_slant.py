"""Which way lines run: on their side, askew, curled."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from build_tools.ocr.pixels import Grey, Mask, grey, ink
from build_tools.ocr.slant import Curl, curl, flattened, sideways, skew
from tests.ocr.drawn import PAPER, SENTENCES, bent, typeset

EM = 24
PAGE = typeset(SENTENCES * 2, EM)


def _falling(degrees: float) -> Image.Image:
    """The page with lines that fall to the right by so many degrees."""
    return PAGE.rotate(-degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=PAPER)


def _printed(page: Image.Image) -> Mask:
    return ink(grey(page))


# --- Askew -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("degrees", [-19, -12, -4, -1, -0.4, 0, 0.4, 2, 6, 19])
def test_the_fall_of_the_lines_is_measured(degrees: float) -> None:
    assert skew(_printed(_falling(degrees)), EM) == pytest.approx(degrees, abs=0.15)


@pytest.mark.parametrize("size", [12, 40])
def test_it_is_measured_whatever_the_size_of_the_type(size: int) -> None:
    page = typeset(SENTENCES, size).rotate(-3, Image.Resampling.BICUBIC, expand=True, fillcolor=PAPER)
    assert skew(_printed(page), size) == pytest.approx(3, abs=0.2)


def test_what_has_no_lines_is_not_askew() -> None:
    assert skew(np.zeros((400, 400), np.uint8), EM) == 0
    noise = np.where(np.random.default_rng(1).random((400, 400)) < 0.1, np.uint8(255), np.uint8(0))
    assert skew(noise, EM) == 0


@pytest.mark.parametrize("degrees", [-19, -5, 0, 5, 19])
def test_lines_that_run_from_top_to_bottom_are_told_from_level_ones(degrees: float) -> None:
    page = _falling(degrees)
    assert not sideways(_printed(page), EM)
    for turn in (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270):
        assert sideways(_printed(page.transpose(turn)), EM)
    assert not sideways(_printed(page.transpose(Image.Transpose.ROTATE_180)), EM)


def test_a_part_that_lies_on_its_side_does_not_turn_the_page() -> None:
    page = Image.new("L", (PAGE.width + 300, PAGE.height), PAPER)
    page.paste(PAGE, (0, 0))
    page.paste(PAGE.transpose(Image.Transpose.ROTATE_90).crop((0, 0, 300, PAGE.width)), (PAGE.width, 0))
    assert not sideways(_printed(page), EM)


def test_a_blank_page_does_not_lie_on_its_side() -> None:
    assert not sideways(np.zeros((400, 300), np.uint8), EM)


# --- Curled ----------------------------------------------------------------------------------------------


def _profile(page: Grey) -> float:
    """How sharp the lines of the page are when the ink is added up along its rows."""
    return float(np.square(np.diff((ink(page) > 0).sum(axis=1).astype(float))).sum())


@pytest.mark.parametrize("degrees", [0, 0.4])
def test_straight_lines_are_not_curled(degrees: float) -> None:
    assert curl(_printed(_falling(degrees)), EM) is None


def test_a_page_with_few_lines_is_left_alone() -> None:
    assert curl(ink(bent(typeset(SENTENCES[:3], EM), 20)), EM) is None


@pytest.mark.parametrize("depth", [10, 18])
def test_the_curl_of_a_bent_page_is_found(depth: float) -> None:
    """The middle lies ``depth`` pixels below the sides, on all lines alike; a smooth surface finds most of that."""
    page = bent(PAGE, depth)
    found = curl(ink(page), EM)
    assert found is not None
    x = np.array([0.0, page.shape[1] / 2, page.shape[1]])
    for y in (200.0, 500.0):
        left, centre, right = found.drop(x, np.full(3, y))
        assert depth / 2 < centre - (left + right) / 2 < 1.2 * depth


def test_a_bend_is_taken_out_only_when_the_lines_come_out_much_sharper() -> None:
    assert curl(ink(bent(PAGE, 3)), EM) is None
    assert curl(ink(bent(PAGE, 7)), EM) is not None


def test_flattening_makes_the_lines_straight() -> None:
    page = bent(PAGE, 20)
    found = curl(ink(page), EM)
    assert found is not None
    flat = flattened(page, found)
    assert flat.shape == page.shape
    assert _profile(flat) > 2 * _profile(page)


def test_the_drop_is_a_polynomial_of_the_place() -> None:
    tilt = Curl((200, 100), ((1, 0, 10.0), (0, 1, 4.0)))
    x, y = np.array([0.0, 100.0, 200.0]), np.array([50.0, 50.0, 100.0])
    assert tilt.drop(x, y).tolist() == [-10.0, 0.0, 14.0]
    assert Curl((200, 100), ()).drop(x, y).tolist() == [0.0, 0.0, 0.0]


def test_there_is_room_for_what_flattening_pushes_out_but_not_for_everything() -> None:
    assert Curl((200, 100), ((1, 0, 6.0),)).room == (6, 6)
    assert Curl((200, 100), ((0, 0, 7.0),)).room == (7, 0)
    assert Curl((200, 100), ((0, 0, -7.0),)).room == (0, 7)
    assert Curl((200, 100), ((1, 0, 600.0),)).room == (20, 20)
