"""Sitemap and Atom feed, written from the catalogue so that every engine's site has the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from build_tools.catalogue import Catalogue, Entry
from build_tools.pages import paths
from build_tools.settings import Settings

FEED_LENGTH = 50


def sitemap(pages: Iterable[str], site_url: str | None) -> str:
    """All pages; addresses are relative to the sitemap where the bank has no address yet."""
    base = site_url.rstrip("/") + "/" if site_url else ""
    rows = "".join(f"<url><loc>{escape(base + paths.relative('', path))}</loc></url>\n" for path in sorted(pages))
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return head + rows + "</urlset>\n"


def feed(catalogue: Catalogue, settings: Settings) -> str:
    """Atom (RFC 4287) of what came into the bank last; ids are permanent, made from the records' ids."""
    dated = [e for e in catalogue.listed(settings.language) if e.record.added]
    newest = sorted(dated, key=lambda e: (e.record.added or "", e.id), reverse=True)[:FEED_LENGTH]
    base = settings.site_url.rstrip("/") + "/" if settings.site_url else ""
    updated = timestamp(newest[0].record.added if newest else None)
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>{escape(settings.site_name)}</title>\n<id>{urn(settings.site_name)}</id>\n"
        f"<updated>{updated}</updated>\n<author><name>{escape(settings.site_name)}</name></author>\n"
    )
    link = f'<link rel="self" href={quoteattr(base + "feed.xml")}/>\n' if base else ""
    return head + link + "".join(_entry(e, settings, base) for e in newest) + "</feed>\n"


def _entry(entry: Entry, settings: Settings, base: str) -> str:
    href = base + paths.relative("", paths.entry_path(entry, settings.language))
    return (
        f'<entry xml:lang="{entry.language}"><title>{escape(entry.record.title)}</title>'
        f"<id>{urn(settings.site_name, entry.id)}</id><link href={quoteattr(href)}/>"
        f"<updated>{timestamp(entry.record.added)}</updated>"
        f"<summary>{escape((entry.record.summary or entry.record.title)[:500])}</summary></entry>\n"
    )


def urn(*parts: str) -> str:
    """A permanent name-based URN (RFC 4122 layout) of the bank or a record."""
    digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()
    return f"urn:uuid:{digest[:8]}-{digest[8:12]}-5{digest[13:16]}-a{digest[17:20]}-{digest[20:32]}"


def timestamp(day: str | None) -> str:
    """Midnight UTC of an EDTF day, month or year."""
    parts = [*(day or "1970").split("/")[-1].split("-"), "01", "01"][:3]
    return "-".join(parts) + "T00:00:00Z"
