"""ALTO: well-formed, in reading order, with each page's words on that page."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from build_tools.model import Word
from build_tools.ocr import to_alto
from build_tools.ocr.alto import NAMESPACE
from tests.ocr.test_cache import READING

_NS = {"a": NAMESPACE}
_WORDS = (
    Word("Bihar", (10, 20, 60, 16), 95.5, 0, 0),
    Word("<b>&", (80, 20, 30, 16), 50.0, 0, 0),
    Word("गाँव", (10, 50, 40, 16), 99.0, 1, 0),
    Word("second", (15, 625, 50, 16), 80.0, 2, 1),
)


def _parsed(words: tuple[Word, ...]) -> ElementTree.Element:
    return ElementTree.fromstring(to_alto(replace(READING, words=words), "scan.jpg"))


def test_words_come_back_with_places_and_certainty() -> None:
    root = _parsed(_WORDS)
    strings = root.findall(".//a:String", _NS)
    assert [s.get("CONTENT") for s in strings] == ["Bihar", "<b>&", "गाँव", "second"]
    first = strings[0]
    assert [first.get(name) for name in ("HPOS", "VPOS", "WIDTH", "HEIGHT", "WC")] == ["10", "20", "60", "16", "0.95"]


def test_each_page_counts_from_its_own_top() -> None:
    pages = _parsed(_WORDS).findall(".//a:Page", _NS)
    assert [(p.get("WIDTH"), p.get("HEIGHT")) for p in pages] == [("800", "600"), ("700", "500")]
    (on_second,) = pages[1].findall(".//a:String", _NS)
    assert (on_second.get("CONTENT"), on_second.get("VPOS")) == ("second", "25")


def test_lines_and_blocks_surround_their_words() -> None:
    root = _parsed(_WORDS)
    line = root.find(".//a:TextLine", _NS)
    block = root.find(".//a:TextBlock", _NS)
    assert line is not None
    assert block is not None
    assert [line.get(name) for name in ("HPOS", "VPOS", "WIDTH", "HEIGHT")] == ["10", "20", "100", "16"]
    assert [block.get(name) for name in ("HPOS", "VPOS", "WIDTH", "HEIGHT")] == ["10", "20", "100", "46"]
    space = line.find("a:SP", _NS)
    assert space is not None
    assert (space.get("HPOS"), space.get("WIDTH")) == ("70", "10")


def test_it_says_what_read_what() -> None:
    root = _parsed(_WORDS)
    assert root.findtext(".//a:fileName", namespaces=_NS) == "scan.jpg"
    assert root.findtext(".//a:softwareVersion", namespaces=_NS) == "5.3.0"
    settings = root.findtext(".//a:processingStepSettings", namespaces=_NS)
    assert settings is not None
    assert "hin+eng" in settings
    assert "fedcba9876543210" in settings


@pytest.mark.parametrize("text", ["a\x00b", "\x0b", "\ud800", "\ufffe", "\"quoted' <text>"])
def test_no_text_makes_it_ill_formed(text: str) -> None:
    (string,) = _parsed((Word(text, (1, 1, 5, 5), 10.0, 0, 0),)).findall(".//a:String", _NS)
    assert len(string.get("CONTENT") or "") == len(text)


def test_a_page_without_words_is_a_page() -> None:
    assert len(_parsed(()).findall(".//a:Page", _NS)) == 2
