"""Faces in pictures.  The face is drawn; how many printed ones are found was measured apart."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw, ImageFont

from build_tools.identity.people import may_show_a_person

from .drawn import face, scene


@pytest.mark.parametrize("side", [90, 180, 300])
def test_a_face_in_a_page(side: int) -> None:
    page = Image.new("RGB", (1000, 900), (238, 236, 228))
    page.paste(face(side), (150, 120))
    assert may_show_a_person(page)


def test_a_grey_picture_and_a_scene_without_people() -> None:
    assert may_show_a_person(face().convert("L"))
    assert not may_show_a_person(scene())


def test_letters_are_no_faces() -> None:
    page = Image.new("L", (1000, 900), 245)
    font = ImageFont.load_default(30)
    for row in range(24):
        ImageDraw.Draw(page).text((30, 20 + 36 * row), "Wells were dug by people of the valley, 1901-1950", 20, font)
    assert not may_show_a_person(page)
