"""A page for every record, by type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import wrap
from typing import Any

from markupsafe import escape

from build_tools.catalogue import Entry
from build_tools.model import Clipping, Publication, Reading
from build_tools.pages import paths
from build_tools.pages.citations import plain, record_csl, ris, to_bibtex
from build_tools.pages.differences import differences
from build_tools.pages.parts import FRAME, LIGHT, Parts, weight
from build_tools.pages.writer import Page, Writer, linked

# Below this mean confidence a machine's reading is called unsure on its page.
SURE = 80.0
PLACES = 20  # at most shown of those where a person's text and the machine's differ: a page has its budget
LONG = 2_000  # characters of a paragraph beyond which it is cut


def record_pages(writer: Writer, entry: Entry) -> Iterator[Page]:
    """The page of a record; a long one goes on on further pages, so that each stays within the bank's budget."""
    parts = Parts()
    page = _record_page(writer, entry, parts)
    budget = writer.settings.bank.budgets.page - FRAME
    if len(page.markdown.encode()) > LIGHT and (heavy := weight(page.markdown)) > budget:
        around = heavy - weight(parts.whole)
        parts.cut(budget - around, budget - 400)
        for number in range(1, len(parts.texts) + 1):
            parts.number = number
            yield _record_page(writer, entry, parts)
    else:
        yield page


def _record_page(writer: Writer, entry: Entry, parts: Parts) -> Page:
    path = paths.entry_path(entry, writer.default)
    count = len(parts.texts)
    return writer.page(
        f"{entry.type}.html",
        paths.numbered(path, parts.number),
        entry.language,
        entry.record.title,
        description=entry.record.summary or entry.text()[:200],
        alternates=alternates(writer, entry),
        entry=entry,
        record=entry.record,
        cite=cite(writer, entry, path) if entry.type != "page" else {},
        evidence=[label for label in entry.labels if label.origin == "machine"],
        parts=parts,
        pages=[(n, paths.numbered(path, n)) for n in range(1, count + 1)],
        **_extra(writer, entry),
    )


def alternates(writer: Writer, entry: Entry) -> list[tuple[str, str]]:
    """Language and path of the translations of a record."""
    return [(e.language, paths.entry_path(e, writer.default)) for e in writer.catalogue.translations(entry)]


def cite(writer: Writer, entry: Entry, path: str) -> dict[str, Any]:
    """How to cite the record: formatted (HTML), BibTeX and RIS."""
    record = entry.record
    if isinstance(record, Publication):
        return {"html": linked(writer.citer.format(record.csl)), "bibtex": record.bibtex, "ris": ris(record.csl)}
    base = (writer.settings.site_url or "").rstrip("/")
    newspapers = {n.id: n.name for n in writer.catalogue.vocabulary.newspapers.values()} if entry.scan else {}
    csl = record_csl(record, writer.settings.site_name, f"{base}/{path}" if base else "", newspapers)
    return {"html": linked(str(escape(plain(csl)))), "bibtex": to_bibtex(csl), "ris": ris(csl)}


def _extra(writer: Writer, entry: Entry) -> dict[str, Any]:
    if isinstance(entry.record, Publication):
        return {"citing": citing(writer, entry)}
    if isinstance(entry.record, Clipping):
        return clipping_text(writer, entry)
    return {}


def citing(writer: Writer, entry: Entry) -> list[Entry]:
    ids = writer.catalogue.cited_by.get(entry.id, ())
    return [found for i in ids if i != entry.id and (found := writer.catalogue.find(i, entry.language))]


def clipping_text(writer: Writer, entry: Entry) -> dict[str, Any]:
    """What a clipping's page shows as its text, and what it says about how far to trust it."""
    record = entry.record
    assert isinstance(record, Clipping)
    reading = entry.reading
    named = record.newspaper or next(iter(entry.values("newspaper")), "")
    newspaper = writer.catalogue.vocabulary.newspapers.get(named)
    return {
        "newspaper": newspaper.name if newspaper else record.newspaper,
        "paragraphs": paragraphs(record.transcription or (reading.text if reading else "")),
        "differing": differing(record, reading),
        "confidence": int(reading.confidence) if reading else None,
        "unsure": bool(reading and reading.confidence < SURE),
        "scans": writer.published.scans.get(entry.id, ()),
        "original": paths.scan_path(entry),
    }


def differing(record: Clipping, reading: Reading | None) -> dict[str, Any] | None:
    """Where a person's text and the machine's differ: all places counted, the first of them shown; or nothing."""
    if not record.transcription or reading is None:
        return None
    found = differences(reading.text, record.transcription)
    return {"count": None if found is None else len(found), "places": (found or ())[:PLACES]}


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text; one without end, as some are typed, is cut between sentences."""
    return [piece for part in text.split("\n\n") for piece in _pieces(" ".join(part.split()))]


def _pieces(paragraph: str) -> list[str]:
    if len(paragraph) <= LONG:
        return [paragraph] if paragraph else []
    pieces = [""]
    for sentence in re.split(r"(?<=[.!?।]) ", paragraph):
        for part in wrap(sentence, LONG, break_on_hyphens=False):
            if len(pieces[-1]) + len(part) > LONG // 2:
                pieces.append("")
            pieces[-1] = f"{pieces[-1]} {part}".strip()
    return [piece for piece in pieces if piece]
