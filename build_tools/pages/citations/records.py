"""Every record as something that can be cited."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from build_tools.model import Clipping, Dataset, Law, Periodical, Publication, Record

_JUDGMENTS = frozenset({"judgment"})
_TREATIES = frozenset({"convention"})
_BYLINE = re.compile(r"^\s*by\s+", re.I)


def record_csl(
    record: Record, site_title: str, url: str, newspapers: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """CSL JSON for ``record``, whose page is at ``url`` (may be empty) on the site ``site_title``.

    Publications, laws and clippings are cited as the works they are; everything else as a page or a dataset that
    the site has published on the day it was added.  ``newspapers`` gives the names for ids of newspapers.
    """
    if isinstance(record, Publication):
        return dict(record.csl)
    common = {"id": record.id, "title": record.title, "language": record.language, "URL": url}
    if isinstance(record, Law):
        own = _law(record)
    elif isinstance(record, Clipping):
        own = _clipping(record, newspapers or {})
    else:
        own = _page(record, site_title)
    return {name: value for name, value in {**common, **own}.items() if value}


def _law(law: Law) -> dict[str, Any]:
    kind = "legal_case" if law.kind in _JUDGMENTS else "treaty" if law.kind in _TREATIES else "legislation"
    number = law.citation if law.citation != law.title else ""
    own = {"type": kind, "title-short": law.short_name, "number": number, "authority": law.court}
    return own | {"issued": _date(law.date)} | ({"URL": law.url} if law.url else {})


def _clipping(clipping: Clipping, newspapers: Mapping[str, str]) -> dict[str, Any]:
    newspaper = clipping.newspaper or ""
    author = _BYLINE.sub("", clipping.byline or "")
    return {
        "type": "article-newspaper",
        "author": [{"literal": author}] if author else [],
        "container-title": newspapers.get(newspaper, newspaper),
        "page": clipping.page,
        "issued": _date(clipping.date),
    }


def _page(record: Record, site_title: str) -> dict[str, Any]:
    day = record.date or record.added if isinstance(record, Periodical) else record.added or record.date
    own: dict[str, Any] = {"type": "dataset" if isinstance(record, Dataset) else "webpage"}
    own |= {"author": [{"literal": site_title}], "issued": _date(day), "publisher": site_title}
    if isinstance(record, Periodical):
        own |= {"volume": str(record.volume or ""), "number": str(record.number)}
    if record.translator:
        own["translator"] = [{"literal": record.translator}]
    return own


def _date(edtf: str | None) -> dict[str, Any]:
    if not edtf:
        return {}
    return {"date-parts": [[int(number) for number in end.split("-")] for end in edtf.split("/")]}
