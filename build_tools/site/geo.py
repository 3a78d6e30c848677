"""The points of districts as GeoJSON, for those who draw maps with tools of their own."""

from __future__ import annotations

import json
from typing import Any

from build_tools.catalogue import Catalogue
from build_tools.model import Place
from build_tools.pages import paths
from build_tools.settings import Settings


def districts(catalogue: Catalogue, settings: Settings) -> str:
    """A FeatureCollection (RFC 7946) of the districts whose point is known: one a line, in order of id.

    Addresses of pages are relative to the top of the site where the bank has no address yet.
    """
    found = catalogue.by_label("regions", settings.language)
    known = sorted((p for p in catalogue.vocabulary.places.values() if p.kind == "district"), key=lambda p: p.id)
    features = [
        _feature(place, place.point, len(found.get(place.id, ())), catalogue, settings)
        for place in known
        if place.point
    ]
    lines = [json.dumps(feature, ensure_ascii=False).replace("<", "\\u003c") for feature in features]
    return '{"type": "FeatureCollection", "features": [\n' + ",\n".join(lines) + "\n]}\n"


def _feature(
    place: Place, point: tuple[float, float], records: int, catalogue: Catalogue, settings: Settings
) -> dict[str, Any]:
    latitude, longitude = point
    state = catalogue.vocabulary.places.get(place.parent or "")
    properties = {
        "id": place.id,
        **{f"name_{language}": place.names.get(language) for language in settings.bank.languages},
        "state": state.label(settings.language) if state else None,
        "code": place.code or None,
        "seat": place.seat or None,
        "records": records,
        "page": _page(place, settings) if records else None,  # others have none
        "source": place.point_source or None,
    }
    geometry = {"type": "Point", "coordinates": [longitude, latitude]}
    return {"type": "Feature", "id": place.id, "geometry": geometry, "properties": properties}


def _page(place: Place, settings: Settings) -> str:
    base = settings.site_url.rstrip("/") + "/" if settings.site_url else ""
    return base + paths.relative("", paths.value_path("places", place.id))
