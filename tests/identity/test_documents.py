"""Words in documents that are handed on as they were sent."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from build_tools.confine import Bounds, Stopped, Why
from build_tools.identity import has_author, words_of


def pdf(text: str, author: str = "") -> bytes:
    """A PDF of one page with one line."""
    stream = f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Author(%s)>>" % author.encode(),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer<</Size %d/Root 1 0 R/Info 6 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))
    return body + head + table + tail


def office(**members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/") + ".xml", text)
    return buffer.getvalue()


def words(data: bytes, suffix: str) -> str:
    found = words_of(data, suffix)
    assert isinstance(found, str)
    return found


def test_a_pdf() -> None:
    assert "Wells of the valley" in words(pdf("Wells of the valley"), ".pdf")
    assert not has_author(pdf("Wells"))
    assert has_author(pdf("Wells", "Somebody"))


def test_office_documents() -> None:
    paragraphs = "<w:p><w:t>Wells</w:t><w:t> of</w:t></w:p><w:p>the &amp; valley</w:p>"
    data = office(word__document=paragraphs, docProps__core="Name")
    assert words(data, ".docx").split("\n\n") == ["Wells of", "the & valley", "", "Name"]
    assert words(office(content="<text:p>Wells</text:p>", styles="x"), ".odt").strip() == "Wells"


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".odt", ".doc"])
def test_what_cannot_be_read_has_no_words(suffix: str, tmp_path: Path) -> None:
    for data in (b"", b"%PDF-1.4 cut", b"PK\x03\x04 cut", pdf("Wells")[:200]):
        assert words(data, suffix).strip() == ""
        assert not has_author(data)


def test_a_document_that_ends_its_reader_is_an_answer_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that nobody takes it for one without words."""
    monkeypatch.setattr("build_tools.identity.documents.BOUNDS", Bounds(seconds=0.001))
    assert words_of(pdf("Wells"), ".pdf") == Stopped(Why.TIME)
    assert has_author(pdf("Wells")) == Stopped(Why.TIME)
