"""ALTO: valid by the schema, in reading order, with each page's words on that page, and with their roles."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from htrvx.schemas import Validator
from lxml import etree  # type: ignore[import-untyped]

from build_tools.model import Reading, Role, Word
from build_tools.ocr import to_alto
from build_tools.ocr.alto import NAMESPACE
from tests.ocr.test_cache import READING

_NS = {"a": NAMESPACE}
_SCHEMA = Validator("alto").xmlschema
"""Of ALTO 4.2, whose elements 4.4 has as well."""
_WORDS = (
    Word("Bihar", (10, 20, 60, 16), 95.5, 0, 0),
    Word("<b>&", (80, 20, 30, 16), 50.0, 0, 0),
    Word("गाँव", (10, 50, 40, 16), 99.0, 1, 0),
    Word("second", (15, 625, 50, 16), 80.0, 2, 1),
)


def _reading(words: tuple[Word, ...]) -> Reading:
    return replace(READING, words=words)


def _parsed(words: tuple[Word, ...]) -> ElementTree.Element:
    return ElementTree.fromstring(to_alto(_reading(words), "scan.jpg"))


def _faults(alto: str) -> list[str]:
    """What the schema finds wrong."""
    _SCHEMA.validate(etree.fromstring(alto.encode()))
    return [entry.message for entry in _SCHEMA.error_log]


def _word(text: str, line: int, block: int, role: Role) -> Word:
    return Word(text, (10 + 60 * len(text), 20 + 30 * line, 50, 16), 90.0, line, block, role)


_CLIPPING = (
    _word("a", 0, 0, "masthead"),
    _word("ab", 1, 1, "headline"),
    _word("b", 2, 2, "byline"),
    _word("a", 3, 3, "dateline"),
    _word("ab", 3, 3, "dateline"),
    _word("abc", 3, 3, "body"),
    _word("a", 4, 3, "body"),
    _word("a", 5, 4, "body"),
    _word("a", 6, 5, "margin"),
)
"""A word or more of each role; the dateline opens the body."""


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


# --- Roles and the schema --------------------------------------------------------------------------------


def test_blocks_say_what_they_are_and_a_dateline_within_one_says_it_of_its_words() -> None:
    root = _parsed(_CLIPPING)
    blocks = [block.get("TAGREFS") for block in root.findall(".//a:TextBlock", _NS)]
    assert blocks == ["role_masthead", "role_headline", "role_byline", "role_body", "role_body", "role_margin"]
    own = [(s.get("CONTENT"), s.get("TAGREFS")) for s in root.findall(".//a:String[@TAGREFS]", _NS)]
    assert own == [("a", "role_dateline"), ("ab", "role_dateline")]


def test_a_dateline_that_stands_alone_is_a_block_with_that_role() -> None:
    root = _parsed((_word("a", 0, 0, "dateline"), _word("a", 1, 1, "body")))
    assert [b.get("TAGREFS") for b in root.findall(".//a:TextBlock", _NS)] == ["role_dateline", "role_body"]
    assert root.findall(".//a:String[@TAGREFS]", _NS) == []


def test_the_roles_that_occur_are_listed_once_and_no_others() -> None:
    def labels(words: tuple[Word, ...]) -> list[str | None]:
        return [tag.get("LABEL") for tag in _parsed(words).findall("a:Tags/a:LayoutTag", _NS)]

    assert labels(_CLIPPING) == ["masthead", "headline", "byline", "dateline", "body", "margin"]
    assert labels(_WORDS) == ["body"]
    assert _parsed(()).find("a:Tags", _NS) is None


@pytest.mark.parametrize("words", [_WORDS, _CLIPPING, ()])
@pytest.mark.parametrize("name", ["scan.jpg", ""])
def test_the_schema_of_alto_finds_nothing_wrong(words: tuple[Word, ...], name: str) -> None:
    assert _faults(to_alto(_reading(words), name)) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('ID="block_1"', 'ID="block_0"'),
        ('WC="0.90"', 'WC="90"'),
        ('TYPE="role" LABEL="body"', 'TYPE="role"'),
        ("LayoutTag", "PageTag"),
    ],
)
def test_the_schema_finds_what_is_wrong(right: str, wrong: str) -> None:
    alto = to_alto(_reading(_CLIPPING))
    assert right in alto
    assert _faults(alto.replace(right, wrong)) != []


def test_the_schema_wants_the_tags_before_the_layout() -> None:
    alto = to_alto(_reading(_CLIPPING))
    tags = alto[alto.index("  <Tags>") : alto.index("  <Layout>")]
    assert _faults(alto.replace(tags, "").replace("</alto>", f"{tags}</alto>")) != []


def test_every_reference_leads_to_a_tag() -> None:
    """The validator does not look where references lead."""
    root = _parsed(_CLIPPING)
    tags = {tag.get("ID") for tag in root.findall("a:Tags/a:LayoutTag", _NS)}
    assert {element.get("TAGREFS") for element in root.iter() if "TAGREFS" in element.attrib} == tags
