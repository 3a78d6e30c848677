"""Small typeset pages read by the real Tesseract, once and, where that leaves doubt, twice."""

from __future__ import annotations

import time
from collections.abc import Sequence

import numpy as np
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from build_tools.model import sureness
from build_tools.ocr import tesseract
from build_tools.ocr.layout import pieces_in
from build_tools.ocr.passes import Page, doubt, read_page
from build_tools.ocr.pixels import image
from build_tools.ocr.prepare import first, look
from build_tools.ocr.values import Box, Row, Unread
from tests.ocr.drawn import PAPER, SENTENCES, typeset
from tests.specimens import fonts_present, typeface

pytestmark = pytest.mark.skipif(
    isinstance(tesseract.probe(("eng", "hin")), Unread), reason="Tesseract with English and Hindi is not installed"
)
FEW = SENTENCES[:5]
WORDS = " ".join(FEW).split()
SECONDS = 60


def _read(page: Image.Image, allowed: tuple[str, ...] = ("eng",)) -> Page:
    found = read_page(page, allowed, time.monotonic() + SECONDS)
    assert isinstance(found, Page), found
    return found


def _texts(page: Page) -> list[str]:
    return [row.text for row in page.rows]


def _place(page: Page, text: str) -> Box:
    """Where a word that stands once on the page is, in pixels of the page as it came."""
    (box,) = [page.place.back(row.box) for row in page.rows if row.text == text]
    return box


# --- Upright ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("came", "turn"),
    [
        (None, 0),
        (Image.Transpose.ROTATE_180, 180),
        (Image.Transpose.ROTATE_90, 90),
        (Image.Transpose.ROTATE_270, 270),
    ],
)
def test_a_page_is_read_whichever_way_it_lies(came: Image.Transpose | None, turn: int) -> None:
    """``came``: how it was turned, counter-clockwise; ``turn``: how it is turned back, clockwise."""
    page = typeset(FEW)
    found = _read(page.transpose(came) if came is not None else page)
    assert found.place.turn == turn
    assert _texts(found) == WORDS


def test_a_page_askew_is_read_and_its_words_are_found_where_they_are() -> None:
    page = typeset(FEW)
    (left, top, _, _), turned = _place(_read(page), "office"), page.rotate(-6, expand=True, fillcolor=PAPER)
    found = _read(turned)
    assert _texts(found) == WORDS
    angle = np.radians(6)
    x, y = left - page.width / 2, top - page.height / 2
    want = (
        turned.width / 2 + x * np.cos(angle) - y * np.sin(angle),
        turned.height / 2 + x * np.sin(angle) + y * np.cos(angle),
    )
    assert _place(found, "office")[:2] == pytest.approx(want, abs=8)


def test_an_empty_page_has_no_words() -> None:
    found = _read(Image.new("L", (300, 200), PAPER), ("eng", "hin"))
    assert (found.rows, found.languages) == ([], ("eng", "hin"))


def test_a_page_that_takes_too_long_is_unread() -> None:
    found = read_page(typeset(FEW), ("eng",), time.monotonic())
    assert isinstance(found, Unread)
    assert found.code == "ocr-timeout"


# --- What lies over and beside the text ------------------------------------------------------------------


def test_words_under_the_stroke_of_a_marker_are_read() -> None:
    page = typeset(FEW).convert("RGB")
    ink = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(ink)
    draw.line((20, 46, 500, 46), fill=(255, 90, 70), width=9)
    draw.line((20, 112, 400, 116), fill=(90, 130, 255), width=9)
    marked = ImageChops.multiply(page, ink)
    assert look(marked).marked
    assert _texts(_read(marked)) == WORDS


def test_a_neighbours_column_cut_by_the_edge_is_margin() -> None:
    own, beside = typeset(SENTENCES, margin=12), typeset(SENTENCES[::-1], margin=12)
    page = Image.new("L", (own.width + 130, own.height), PAPER)
    page.paste(own, (0, 0))
    page.paste(beside, (own.width + 6, 0))
    found = _read(page)
    pieces = pieces_in(found.rows, found.place.back, page.size)
    places = [
        (piece.role, found.place.back(row.box)[0])
        for piece in pieces
        for paragraph in piece.block
        for line in paragraph
        for row in line.rows
    ]
    assert len(places) > 70
    assert {role for role, left in places if left < own.width} == {"body"}
    assert {role for role, left in places if left > own.width} == {"margin"}


# --- A second pass ---------------------------------------------------------------------------------------


def _spoilt() -> Image.Image:
    """A page so soft and grainy that some of its words are doubtful."""
    page = typeset(SENTENCES, size=12).filter(ImageFilter.GaussianBlur(0.8))
    grain = np.random.default_rng(1).normal(0, 13, (page.height, page.width))
    return Image.fromarray(np.clip(np.asarray(page) + grain, 0, 255).astype(np.uint8))


def test_where_the_first_pass_leaves_doubt_a_second_makes_the_words_surer() -> None:
    page = _spoilt()
    grey, place = first(page, look(page))
    once = tesseract.words(image(grey), ("eng",), SECONDS)
    assert not isinstance(once, Unread)
    assert doubt(once) >= 0.03
    twice = _read(page)
    assert twice.place == place
    assert sureness(twice.rows) > sureness(once) + 0.5
    assert doubt(twice.rows) < doubt(once)
    assert abs(len(twice.rows) - len(once)) <= 2  # no print is there twice


def test_doubt_is_the_part_of_letters_in_unsure_words() -> None:
    def row(text: str, confidence: float) -> Row:
        return Row(text, (0, 0, 9, 9), confidence, 1, 1, 1)

    assert doubt([row("sure", 96.0), row("sixsix", 79.0)]) == pytest.approx(0.6)
    assert doubt([row("sure", 80.0)]) == 0
    assert doubt([]) == 1


# --- Languages -------------------------------------------------------------------------------------------


def test_the_languages_are_those_of_the_words() -> None:
    assert _read(typeset(FEW), ("hin", "eng")).languages == ("eng",)


@pytest.mark.skipif(not fonts_present(), reason="the fonts of the specimens are not installed")
def test_a_page_in_hindi_is_in_hindi() -> None:
    page = Image.new("L", (560, 150), PAPER)
    draw, face = ImageDraw.Draw(page), typeface("hi", "body", 26)
    for number, line in enumerate(("नगर के सब पुराने कुएँ गिने गए", "और उन में से नौ में पानी था")):
        draw.text((30, 20 + 50 * number), line, fill=20, font=face)
    found = _read(page, ("eng", "hin"))
    assert found.languages == ("hin",)
    assert "नगर के सब पुराने" in " ".join(_texts(found))


@pytest.mark.parametrize(
    ("allowed", "first_tried"),
    [(("hin", "tam", "eng"), ("eng",)), (("hin", "eng"), ("eng", "hin"))],
    ids=["three scripts", "two scripts"],
)
def test_of_more_than_two_scripts_a_look_at_the_page_chooses(
    allowed: tuple[str, ...], first_tried: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A model for Tamil need not be there: the page is surely Latin.  Of two scripts the first pass tries both."""
    tried: list[tuple[str, ...]] = []
    read = tesseract.words

    def listening(image: Image.Image, languages: Sequence[str], seconds: float) -> list[Row] | Unread:
        tried.append(tuple(languages))
        return read(image, languages, seconds)

    monkeypatch.setattr(tesseract, "words", listening)
    found = _read(typeset(SENTENCES * 2), allowed)
    assert tried[0] == first_tried
    assert found.languages == ("eng",)
    assert _texts(found)[:5] == WORDS[:5]
