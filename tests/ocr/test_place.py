"""A page is laid out straight at the right size, and every place on it finds back to where it was."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from build_tools.ocr.pixels import Grey
from build_tools.ocr.place import Place, laid_out, turned
from build_tools.ocr.slant import Curl
from build_tools.ocr.values import Box
from tests.ocr.drawn import PAPER, typeset

SIZE = (300, 700)
SPOTS = [(150, 350), (40, 60), (260, 90), (60, 640), (250, 630)]
CURL = Curl((300, 700), ((2, 0, 12.0), (1, 1, 4.0), (1, 0, -3.0)))


def _spotted(x: int, y: int) -> Grey:
    """Paper of 300 by 700 pixels with a dark spot of 9 pixels around (x, y)."""
    page = np.full((SIZE[1], SIZE[0]), PAPER, np.uint8)
    page[y - 4 : y + 5, x - 4 : x + 5] = 0
    return page


def _box_of_dark(page: Grey) -> Box:
    y, x = np.nonzero(page < PAPER // 2)
    return int(x.min()), int(y.min()), int(np.ptp(x)) + 1, int(np.ptp(y)) + 1


def _centre(box: Box) -> tuple[float, float]:
    return box[0] + box[2] / 2, box[1] + box[3] / 2


@pytest.mark.parametrize(
    "place",
    [
        Place(SIZE),
        Place(SIZE, scale=1.8),
        Place(SIZE, scale=0.6),
        *(Place(SIZE, turn) for turn in (90, 180, 270)),
        Place(SIZE, 90, 0.0, None, 1.5),
        Place(SIZE, fall=7.0),
        Place(SIZE, fall=-7.0),
        Place(SIZE, 0, 3.0, None, 1.4),
        Place(SIZE, 0, -3.0, None, 0.7),
        Place(SIZE, 270, 5.0, None, 1.3),
        Place(SIZE, curl=CURL),
        Place(SIZE, 180, -4.0, CURL, 1.25),
        Place(SIZE, 0, 2.0, CURL, 0.8),
    ],
    ids=str,
)
@pytest.mark.parametrize("spot", SPOTS, ids=str)
def test_a_spot_on_the_page_laid_out_is_found_back(place: Place, spot: tuple[int, int]) -> None:
    out = laid_out(_spotted(*spot), place)
    assert (out.shape[1], out.shape[0]) == place.out
    back = place.back(_box_of_dark(out))
    assert _centre(back) == pytest.approx((spot[0] + 0.5, spot[1] + 0.5), abs=2.5)
    assert max(back[2:]) <= 9 + 5


@pytest.mark.parametrize(
    ("turn", "box"),
    [(0, (10, 20, 30, 5)), (90, (20, 160, 5, 30)), (180, (160, 75, 30, 5)), (270, (75, 10, 5, 30))],
)
def test_boxes_are_turned_back_to_the_pixel(turn: int, box: Box) -> None:
    """The turned page is 200 by 100 pixels; a word lies 10 from its left and 20 from its top."""
    size = (200, 100) if turn % 180 == 0 else (100, 200)
    assert Place(size, turn).back((10, 20, 30, 5)) == box


def test_a_box_of_a_page_made_larger_gets_smaller() -> None:
    assert Place((200, 100), scale=2.0).back((20, 40, 60, 10)) == (10, 20, 30, 5)


def test_a_page_is_turned_clockwise() -> None:
    page = np.array([[1, 2], [3, 4]], np.uint8)
    assert turned(page, 90).tolist() == [[3, 1], [4, 2]]
    assert turned(page, 270).tolist() == [[2, 4], [1, 3]]
    assert turned(page, 0).tolist() == page.tolist()


def test_a_page_that_is_fine_is_not_touched() -> None:
    page = _spotted(150, 350)
    assert np.array_equal(laid_out(page, Place(SIZE)), page)


def test_setting_level_makes_room_for_the_corners_and_fills_them_with_paper() -> None:
    place = Place(SIZE, fall=10.0)
    assert place.level == (417, 741)
    out = laid_out(_spotted(150, 350), place)
    assert out[2, 2] == out[-3, -3] == PAPER


def test_lines_that_fall_run_level_afterwards() -> None:
    falling = typeset().rotate(-6, Image.Resampling.BICUBIC, expand=True, fillcolor=PAPER)
    level = laid_out(np.asarray(falling), Place(falling.size, fall=6.0))
    rows = (level < 128).sum(axis=1)
    assert (rows == 0).sum() > 2 * ((np.asarray(falling) < 128).sum(axis=1) == 0).sum()


@pytest.mark.parametrize("fall", [-8.0, 5.0])
@pytest.mark.parametrize("spot", SPOTS, ids=str)
def test_setting_level_turns_the_page_about_its_centre(fall: float, spot: tuple[int, int]) -> None:
    place = Place(SIZE, fall=fall)
    cos, sin = np.cos(np.radians(fall)), np.sin(np.radians(fall))
    x, y = spot[0] + 0.5 - SIZE[0] / 2, spot[1] + 0.5 - SIZE[1] / 2
    want = (place.level[0] / 2 + x * cos + y * sin, place.level[1] / 2 - x * sin + y * cos)
    assert _centre(_box_of_dark(laid_out(_spotted(*spot), place))) == pytest.approx(want, abs=0.8)


def test_a_line_that_follows_the_curl_becomes_straight_below_the_room_that_is_added() -> None:
    x = np.arange(SIZE[0])
    page = np.full((SIZE[1], SIZE[0]), PAPER, np.uint8)
    for down in range(-2, 3):
        page[350 + down + np.round(CURL.drop(x.astype(float), np.full(SIZE[0], 350.0))).astype(int), x] = 0
    left, top, width, height = _box_of_dark(laid_out(page, Place(SIZE, curl=CURL)))
    assert (left, width) == (0, SIZE[0])
    assert height <= 7
    assert top + height / 2 == pytest.approx(350 + CURL.room[0], abs=1)


def test_a_page_laid_out_in_bands_has_no_seams() -> None:
    """Grey that grows evenly downwards; a seam would be a jump."""
    page = np.tile(np.linspace(0, 255, 1400).astype(np.uint8)[:, None], (1, 200))
    middle = laid_out(page, Place((200, 1400), fall=1.0))[100:-100, 110].astype(int)
    assert np.abs(np.diff(middle)).max() <= 2


@pytest.mark.parametrize("box", [(-50, -50, 20, 20), (500, 900, 30, 30), (0, 740, 5, 5), (0, 0, 900, 900)], ids=str)
@pytest.mark.parametrize("place", [Place(SIZE), Place(SIZE, 90, 8.0), Place(SIZE, fall=10.0, scale=0.5)], ids=str)
def test_no_box_leaves_the_page(place: Place, box: Box) -> None:
    left, top, width, height = place.back(box)
    assert min(left, top) >= 0
    assert min(width, height) >= 1
    assert left + width <= SIZE[0]
    assert top + height <= SIZE[1]
