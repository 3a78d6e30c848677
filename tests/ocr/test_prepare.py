"""Preparing a page: what is paper goes, what is print stays."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from build_tools.ocr.prepare import grey, paper, prepared, scale_for, without_paper, without_rules


def _shaded_page() -> Image.Image:
    """Bars of print, 4 pixels wide, on paper that grows darker to the right."""
    page = Image.linear_gradient("L").rotate(90).resize((400, 300)).point(lambda v: 120 + v // 2)
    draw = ImageDraw.Draw(page)
    for x in range(40, 400, 60):
        draw.rectangle((x, 40, x + 3, 90), fill=30)
    return page


def _at(image: Image.Image, x: int, y: int) -> int:
    return image.crop((x, y, x + 1, y + 1)).tobytes()[0]


def test_grey_leaves_grey_pages_alone() -> None:
    page = Image.new("L", (4, 4), 7)
    assert grey(page) is page
    assert grey(Image.new("RGB", (4, 4), (255, 0, 0))).mode == "L"


def test_paper_is_the_page_without_narrow_print() -> None:
    page = _shaded_page()
    found = paper(page, 25)
    for x in (42, 162, 342):
        assert abs(_at(found, x, 65) - _at(page, x - 10, 65)) < 12


def test_dividing_by_the_paper_evens_the_light_and_keeps_the_print() -> None:
    page = _shaded_page()
    assert abs(_at(page, 20, 150) - _at(page, 380, 150)) > 80
    even = without_paper(page, 25)
    assert min(_at(even, x, 150) for x in (20, 200, 380)) > 235
    assert max(_at(even, x + 1, 65) for x in range(40, 400, 60)) < 110


def test_a_box_printed_in_a_dark_colour_is_no_paper() -> None:
    page = Image.new("L", (600, 400), 235)
    ImageDraw.Draw(page).rectangle((50, 50, 400, 180), fill=60)
    assert _at(without_paper(page, 25), 200, 120) < 140


def test_the_rule_between_columns_goes_and_letters_stay() -> None:
    page = Image.new("L", (300, 400), 255)
    draw = ImageDraw.Draw(page)
    draw.line((150, 40, 153, 360), fill=120, width=2)  # it leans a little, as on a page that lies askew
    for y in range(40, 360, 30):
        draw.rectangle((100, y, 103, y + 16), fill=20)
    draw.rectangle((200, 60, 280, 340), fill=20)  # a picture
    clean = without_rules(page, 25)
    assert min(_at(clean, x, y) for x in range(146, 158) for y in (60, 200, 340)) > 230
    assert _at(clean, 101, 45) == 20
    assert _at(clean, 240, 200) == 20


@pytest.mark.parametrize(("size", "scale"), [((1000, 1400), 2.0), ((2000, 3000), 1.0), ((8000, 6000), 0.5)])
def test_small_clippings_are_doubled_and_huge_scans_reduced(size: tuple[int, int], scale: float) -> None:
    assert scale_for(size) == pytest.approx(scale)


def test_prepared_says_how_it_scaled() -> None:
    ready = prepared(Image.new("RGB", (300, 200), "white"))
    assert (ready.image.mode, ready.image.size, ready.scale) == ("L", (600, 400), 2.0)
