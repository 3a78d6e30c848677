"""Even light: what is paper goes, what is print stays."""

from __future__ import annotations

import numpy as np
import pytest

from build_tools.ocr.light import lit, paper, without_paper
from build_tools.ocr.pixels import Grey

EM = 24
BARS = range(40, 780, 60)


def _shaded_page() -> Grey:
    """Bars of print, 4 pixels wide, on paper of 120 at the left and 247 at the right; 800 by 300 pixels."""
    page = np.tile(np.linspace(120, 247, 800).astype(np.uint8), (300, 1))
    for x in BARS:
        page[40:90, x : x + 4] = 30
    return page


def test_a_shadow_goes_and_print_stays() -> None:
    even = lit(_shaded_page(), EM)
    ground = even[150, 20:780:20]
    assert ground.min() > 200
    assert np.median(ground) > 240
    assert max(int(even[65, x + 1]) for x in BARS) < 90


def test_tinted_paper_gets_as_light_as_any() -> None:
    even = lit(np.full((200, 300), 140, np.uint8), EM)
    assert even.min() == even.max() == 245


def test_strips_and_boxes_stay_dark() -> None:
    page = np.full((800, 800), 200, np.uint8)
    page[100 : 100 + 3 * EM, 50:750] = 60
    even = lit(page, EM)
    assert even[100 + EM, 400] == pytest.approx(60 * 245 / 200, abs=8)
    assert even[500, 400] > 235


@pytest.mark.parametrize("em", [4, 60])
def test_the_page_keeps_its_size_whatever_its_type(em: int) -> None:
    assert lit(_shaded_page(), em).shape == (300, 800)


def test_paper_is_the_page_without_narrow_print() -> None:
    page = _shaded_page()
    found = paper(page, 25)
    for x in (280, 580, 700):
        assert abs(int(found[65, x + 1]) - int(page[150, x + 1])) < 12


def test_dividing_by_the_paper_evens_the_light_and_keeps_the_print() -> None:
    page = _shaded_page()
    assert int(page[150, 780]) - int(page[150, 20]) > 100
    even = without_paper(page, 25)
    assert even[150, [20, 400, 780]].min() > 235
    assert max(int(even[65, x + 1]) for x in BARS) < 110


def test_a_box_printed_in_a_dark_colour_is_no_paper() -> None:
    page = np.full((400, 600), 235, np.uint8)
    page[50:180, 50:400] = 60
    assert without_paper(page, 25)[120, 200] < 140
