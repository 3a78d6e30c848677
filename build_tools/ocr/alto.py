"""A reading as ALTO XML 4, the format of libraries for text with its place on the page.

Standard: https://www.loc.gov/standards/alto/ (Library of Congress).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import get_args
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from build_tools.model import Reading, Role, Word
from build_tools.ocr.values import Box

NAMESPACE = "http://www.loc.gov/standards/alto/ns-v4#"
# What XML 1.0 cannot hold at all (section 2.2).
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def pages_of(reading: Reading) -> Iterator[tuple[tuple[int, int], list[Word]]]:
    """Each page's (width, height) with its words, their boxes counted from the top of that page.

    In a reading the pages stand one below the other: ``box`` counts from the top of the first.
    """
    above = 0
    for width, height in reading.pages:
        inside = [w for w in reading.words if above <= w.box[1] < above + height]
        yield (width, height), [_moved(word, above) for word in inside]
        above += height


def _moved(word: Word, up: int) -> Word:
    left, top, width, height = word.box
    return replace(word, box=(left, top - up, width, height))


def _surround(words: list[Word]) -> Box:
    left, top = min(w.box[0] for w in words), min(w.box[1] for w in words)
    right, bottom = max(w.box[0] + w.box[2] for w in words), max(w.box[1] + w.box[3] for w in words)
    return left, top, right - left, bottom - top


def _placed(parent: Element, tag: str, box: Box, **attributes: str) -> Element:
    left, top, width, height = (str(v) for v in box)
    return SubElement(parent, tag, attributes, HPOS=left, VPOS=top, WIDTH=width, HEIGHT=height)


# --- Roles -----------------------------------------------------------------------------------------------


def _tag(role: Role) -> str:
    return f"role_{role}"


def _tags(root: Element, words: Iterable[Word]) -> None:
    """What the roles that occur are called; nothing when there are no words."""
    occurring = {word.role for word in words}
    tags = SubElement(root, "Tags") if occurring else root
    for role in get_args(Role):
        if role in occurring:
            SubElement(tags, "LayoutTag", ID=_tag(role), TYPE="role", LABEL=role)


def _role_of(block: Sequence[Word]) -> Role:
    """The role of a block as a whole; a dateline stands within another's block, unless the block is nothing else."""
    return next((word.role for word in block if word.role != "dateline"), "dateline")


# --- Lines and pages -------------------------------------------------------------------------------------


def _line(parent: Element, words: list[Word], usual: Role) -> None:
    """A line of a block whose role is ``usual``; words with another name theirs."""
    line = _placed(parent, "TextLine", _surround(words), ID=f"line_{words[0].line}")
    for number, word in enumerate(words):
        if number:
            before = words[number - 1].box
            gap = max(0, word.box[0] - before[0] - before[2])
            SubElement(line, "SP", HPOS=str(before[0] + before[2]), VPOS=str(word.box[1]), WIDTH=str(gap))
        certainty = f"{min(max(word.confidence / 100, 0.0), 1.0):.2f}"
        own = {} if word.role == usual else {"TAGREFS": _tag(word.role)}
        _placed(line, "String", word.box, CONTENT=_clean(word.text), WC=certainty, **own)


def _block(parent: Element, number: int, words: list[Word]) -> None:
    role = _role_of(words)
    block = _placed(parent, "TextBlock", _surround(words), ID=f"block_{number}", TAGREFS=_tag(role))
    for _, line in groupby(words, key=lambda w: w.line):
        _line(block, list(line), role)


def _description(root: Element, reading: Reading, name: str) -> None:
    description = SubElement(root, "Description")
    SubElement(description, "MeasurementUnit").text = "pixel"
    if name:
        source = SubElement(description, "sourceImageInformation")
        SubElement(source, "fileName").text = _clean(name)
    processing = SubElement(description, "Processing", ID="OCR_1")
    models = ", ".join(f"{code} {model}" for code, model in sorted(reading.models.items()))
    SubElement(processing, "processingStepSettings").text = _clean(
        f"languages: {'+'.join(reading.languages)}; models: {models}"
    )
    software = SubElement(processing, "processingSoftware")
    SubElement(software, "softwareName").text = _clean(reading.engine)
    SubElement(software, "softwareVersion").text = _clean(reading.engine_version)


def to_alto(reading: Reading, name: str = "") -> str:
    """The reading as an ALTO 4 document, lines and blocks in reading order.  ``name``: the scan's file, if known.

    What part of the clipping a block or word is, its ``TAGREFS`` say.
    """
    root = Element("alto", xmlns=NAMESPACE, SCHEMAVERSION="4.4")
    _description(root, reading, name)
    _tags(root, reading.words)
    layout = SubElement(root, "Layout")
    for number, ((width, height), words) in enumerate(pages_of(reading), 1):
        size = {"WIDTH": str(width), "HEIGHT": str(height)}
        page = SubElement(layout, "Page", {"ID": f"page_{number}", "PHYSICAL_IMG_NR": str(number), **size})
        space = SubElement(page, "PrintSpace", {"HPOS": "0", "VPOS": "0", **size})
        for block, within in groupby(words, key=lambda w: w.block):
            _block(space, block, list(within))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"
