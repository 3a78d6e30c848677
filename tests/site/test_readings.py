"""What scans say, as files beside their copies."""

from __future__ import annotations

import json
from xml.etree import ElementTree

from build_tools.catalogue import Entry
from build_tools.model import Clipping, Quarantined, Reading, SourceRef, Word
from build_tools.ocr import from_json
from build_tools.site.readings import texts
from build_tools.sources.draft import ScanInfo

WORDS = (Word("बरसात", (1, 2, 30, 12), 91.0, 0), Word("<rain>", (40, 2, 30, 12), 88.0, 0))
READING = Reading("बरसात <rain>", WORDS, ("hin",), "tesseract", "5.3.0", {"hin": "ab"}, ((600, 600),))


def entry(reading: Reading | None, typed: str | None = None, kept: Quarantined | None = None) -> Entry:
    scan = ScanInfo("clippings/2019/a.png", 600, 600, 1, 1, "PNG")
    record = Clipping(id="a", title="A", transcription=typed)
    return Entry(record, SourceRef(scan.path), scan=scan, reading=reading, quarantined=kept)


def test_a_reading_is_text_json_and_alto() -> None:
    found = texts(entry(READING))
    assert set(found) == {"scans/a.txt", "scans/a.json", "scans/a.alto.xml"}
    assert found["scans/a.txt"] == "बरसात <rain>\n"
    assert from_json(found["scans/a.json"]) == READING
    assert json.loads(found["scans/a.json"])["words"][0]["text"] == "बरसात"
    alto = ElementTree.fromstring(found["scans/a.alto.xml"])
    assert [s.get("CONTENT") for s in alto.iterfind(".//{*}String")] == ["बरसात", "<rain>"]
    assert alto.findtext(".//{*}fileName") == "a.png"


def test_the_text_of_a_person_comes_first_and_the_machines_has_its_own_name() -> None:
    found = texts(entry(READING, "Rain.\n"))
    assert (found["scans/a.txt"], found["scans/a.machine.txt"]) == ("Rain.\n", "बरसात <rain>\n")
    assert set(texts(entry(None, "Rain.\n"))) == {"scans/a.txt"}


def test_what_is_kept_back_or_unread_has_no_file() -> None:
    assert texts(entry(None, kept=Quarantined(20.0, 3))) == {}
    assert texts(entry(None)) == {}
