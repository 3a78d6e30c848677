"""Faults 47 and 48: what stands beside the pixels of a photo, and a person in words or below a box.

Numbers and names are made by chance and nobody's.
"""

from __future__ import annotations

import io
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from build_tools.identity import traces
from tests.identity.made import aadhaar, devanagari, mobile

from .banks import MARK, Built, build, copied, picture, write
from .conftest import assert_unchanged, without_desk

RANDOM = Random(47)
NUMBER, PHONE = aadhaar(RANDOM), mobile(RANDOM)
SPLIT = " ".join((PHONE[:3], PHONE[3:6], PHONE[6:]))
GROUPS = " ".join((NUMBER[:4], NUMBER[4:8], NUMBER[8:]))


def exif() -> Image.Exif:
    made = Image.Exif()
    made[0x010E] = MARK
    return made


def gps() -> Image.Exif:
    made = Image.Exif()
    made.get_ifd(0x8825)[1] = "N"
    made.get_ifd(0x8825)[2] = (26.0, 55.0, 0.0)
    return made


def thumbnail() -> bytes:
    """A photo with a smaller one in its JFIF segment (JFXX), as cameras write it."""
    small = picture("JPEG", (80, 60))
    body = b"JFXX\0\x10" + small
    segment = b"\xff\xe0" + (len(body) + 2).to_bytes(2, "big") + body
    whole = picture("JPEG")
    end_of_first = 4 + int.from_bytes(whole[4:6], "big")
    return whole[:end_of_first] + segment + whole[end_of_first:]


def xmp() -> bytes:
    body = b"http://ns.adobe.com/xap/1.0/\0" + f"<x:xmpmeta>{MARK}</x:xmpmeta>".encode()
    whole = picture("JPEG")
    return whole[:2] + b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body + whole[2:]


def below_a_box() -> bytes:
    """A PDF page whose number is covered by a black rectangle, and can be copied from below it."""
    drawing = f"BT /F1 24 Tf 40 100 Td ({GROUPS}) Tj ET 0 g 30 90 250 40 re f".encode()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawing), drawing),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(parts, 1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(body)
    return body + b"xref\n0 6\n0000000000 65535 f \n" + table + tail


SCANS: dict[str, tuple[str, str, bytes]] = {
    "fault_47_gps": ("gps.jpg", "identity-metadata", picture("JPEG", exif=gps())),
    "fault_47_exif_of_the_camera": ("exif.jpg", "identity-metadata", picture("JPEG", exif=exif())),
    "fault_47_xmp": ("xmp.jpg", "identity-metadata", xmp()),
    "fault_47_thumbnail": ("thumbnail.jpg", "identity-metadata", thumbnail()),
    "fault_47_comment": ("comment.jpg", "identity-metadata", picture("JPEG", comment=MARK.encode())),
    "fault_48_text_below_a_box": ("box.pdf", "identity-number", below_a_box()),
}
NAMES = ("Zarnika", "ज़ारनिका", "Velmourne")
"""Made up; no word of any list."""
TEXTS: dict[str, tuple[str, str]] = {
    "fault_48_aadhaar_in_devanagari": ("identity-number", f"संख्या {devanagari(GROUPS)} है।"),
    "fault_48_mobile_split_by_spaces": (
        "identity-number",
        f"Call {' '.join((PHONE[:3], PHONE[3:6], PHONE[6:]))} soon.",
    ),
    "fault_48_age_and_name_in_hindi": ("identity-review", f"12 वर्षीय {NAMES[1]} वहाँ थी।"),
    "fault_48_name_and_age": ("identity-review", f"We met {NAMES[0]}, aged 12, at the well."),
    "fault_48_name_and_father": ("identity-review", f"We met {NAMES[0]}, daughter of {NAMES[2]} Kumar, at the well."),
    "fault_48_name_and_village": ("identity-review", f"We met {NAMES[0]}, 11, of village {NAMES[2]}pura, at the well."),
}
GUIDE = """---
title: A talk
summary: A summary.
sources: [A note]
licence: CC-BY-4.0
added: 2026-01-01
steps:
  - {{title: Look, text: Look into the well., outcome: You know how deep it is.}}
---

{}
"""
SECRETS = [NUMBER, GROUPS, devanagari(GROUPS), PHONE, SPLIT, *NAMES]


def scan_path(name: str) -> str:
    return f"clippings/2021/{MARK}-{name}"


def text_path(name: str) -> str:
    return f"content/guides/{name.replace('_', '-')}.md"


@pytest.fixture(scope="module")
def refused(baseline: Built, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """With photos and texts that are refused outright."""
    root = copied(baseline.root, tmp_path_factory.mktemp("identity") / "bank")
    write(root, {scan_path(name): data for name, _code, data in SCANS.values()})
    texts = {text_path(n): text for n, (code, text) in TEXTS.items() if code == "identity-number"}
    write(root, {path: GUIDE.format(text).encode() for path, text in texts.items()})
    return build(root)


@pytest.fixture(scope="module")
def waiting(baseline: Built, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """With texts that two people must look at."""
    root = copied(baseline.root, tmp_path_factory.mktemp("review") / "bank")
    texts = {text_path(n): text for n, (code, text) in TEXTS.items() if code == "identity-review"}
    write(root, {path: GUIDE.format(text).encode() for path, text in texts.items()})
    return build(root)


ROWS = [(scan_path(n), code) for n, code, _ in SCANS.values()] + [(text_path(n), c) for n, (c, _) in TEXTS.items()]


@pytest.mark.parametrize(("path", "code"), ROWS, ids=[*SCANS, *TEXTS])
def test_it_is_named_with_a_remedy_and_not_repeated(refused: Built, waiting: Built, path: str, code: str) -> None:
    built = waiting if code == "identity-review" else refused
    assert code in [remark.code for remark in built.remarks.get(path, [])], built.said
    assert all(remark.message and remark.hint for remark in built.remarks[path])
    assert [secret for secret in SECRETS if secret in built.said] == []


def test_faults_47_and_48_leave_the_site_as_it_is(refused: Built, baseline: Built) -> None:
    refused.assert_bounded()
    assert_unchanged(refused, baseline)


def test_fault_48_what_awaits_review_leaves_a_notice_and_nothing_else(waiting: Built, baseline: Built) -> None:
    waiting.assert_bounded()
    assert waiting.code == 0
    notices = {f"guides/{Path(text_path(n)).stem}.html" for n, (c, _) in TEXTS.items() if c == "identity-review"}
    assert set(waiting.site) - set(baseline.site) <= notices
    for file in (waiting.root / "site").rglob("*"):
        if file.is_file():
            text = file.read_bytes().decode("utf-8", "replace")
            assert [secret for secret in SECRETS if secret in text] == [], file
    pages = {page for page in without_desk(baseline.site) if page.endswith(".html")}
    assert {page: waiting.site.get(page) for page in pages} == {page: baseline.site[page] for page in pages}


def test_fault_47_what_is_published_of_pictures_is_pixels(baseline: Built) -> None:
    pictures = [p for p in (baseline.root / "site").rglob("*") if p.suffix in (".jpg", ".webp", ".png", ".jpeg")]
    assert len([p for p in pictures if p.parts[-2] in ("scans", "guides")]) >= 3
    for file in pictures:
        assert traces(file.read_bytes()) == [], file
        with Image.open(io.BytesIO(file.read_bytes())) as image:
            assert not image.getexif()
