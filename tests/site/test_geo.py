"""The points of districts: GeoJSON that says the same whatever the order of the vocabulary."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from build_tools.catalogue import Catalogue, Entry
from build_tools.model import CaseStudy, Label, Place, SourceRef, Vocabulary
from build_tools.settings import BankSettings, Extra, Settings
from build_tools.site import geo

JAIPUR = Place(
    "IN-RJ/jaipur", "district", {"en": "Jaipur", "hi": "जयपुर"}, "IN-RJ", code="95", seat="Jaipur (जयपुर)",
    point=(26.9196, 75.7878), point_source="A gazetteer, 1268",
)  # fmt: skip
AJMER = Place("IN-RJ/ajmer", "district", {"en": "Ajmer"}, "IN-RJ", point=(26.4521, 74.6387))
PLACES = [
    Place("IN", "country", {"en": "India"}, point=(28.6, 77.2)),
    Place("IN-RJ", "state", {"en": "Rajasthan", "hi": "राजस्थान"}, "IN"),
    JAIPUR,
    Place("IN-RJ/dausa", "district", {"en": "Dausa"}, "IN-RJ"),
    AJMER,
]


def settings(url: str | None = None) -> Settings:
    return Settings(site_name="B", site_url=url, extra=Extra(bank=BankSettings(languages=("en", "hi"))))


def catalogue(places: list[Place], *regions: str) -> Catalogue:
    """A record for each of ``regions``, with a translation of the first."""
    records = [CaseStudy(id=f"r{n}", title=f"R{n}") for n, _ in enumerate(regions)]
    pairs = list(zip(records, regions, strict=True))
    pairs += [(CaseStudy(id="r0", title="R0", language="hi"), regions[0])] if regions else []
    entries = {r.uid: Entry(r, SourceRef("x.md"), labels=(Label("regions", region),)) for r, region in pairs}
    return Catalogue(entries, Vocabulary(places={p.id: p for p in places}), "en", ("en", "hi"))


def features(text: str) -> dict[str, dict[str, Any]]:
    data = json.loads(text)
    assert list(data) == ["type", "features"]
    assert data["type"] == "FeatureCollection"
    return {f["id"]: f for f in data["features"]}


@pytest.mark.parametrize("vocabulary", [[], PLACES[:2], [PLACES[3]]])
def test_without_points_it_is_an_empty_collection(vocabulary: list[Place]) -> None:
    assert features(geo.districts(catalogue(vocabulary), settings())) == {}


def test_districts_with_a_point_are_there_in_order_of_id() -> None:
    assert list(features(geo.districts(catalogue(PLACES), settings()))) == ["IN-RJ/ajmer", "IN-RJ/jaipur"]


def test_a_district_says_where_it_is_and_how_much_the_bank_has_of_it() -> None:
    text = geo.districts(catalogue(PLACES, "IN-RJ/jaipur", "IN-RJ/jaipur", "IN-RJ"), settings())
    assert features(text)["IN-RJ/jaipur"] == {
        "type": "Feature",
        "id": "IN-RJ/jaipur",
        "geometry": {"type": "Point", "coordinates": [75.7878, 26.9196]},  # longitude first
        "properties": {
            "id": "IN-RJ/jaipur",
            "name_en": "Jaipur",
            "name_hi": "जयपुर",
            "state": "Rajasthan",
            "code": "95",
            "seat": "Jaipur (जयपुर)",
            "records": 2,
            "page": "places/in-rj/jaipur.html",
            "source": "A gazetteer, 1268",
        },
    }


def test_what_is_not_known_is_said_to_be_nothing() -> None:
    alone = replace(AJMER, parent=None)
    properties = features(geo.districts(catalogue([alone]), settings()))["IN-RJ/ajmer"]["properties"]
    assert properties == {
        "id": "IN-RJ/ajmer", "name_en": "Ajmer", "name_hi": None, "state": None, "code": None, "seat": None,
        "records": 0, "page": None, "source": None,
    }  # fmt: skip


def test_a_page_has_the_address_of_the_bank_where_there_is_one() -> None:
    text = geo.districts(catalogue(PLACES, "IN-RJ/jaipur"), settings("https://one.example/bank/"))
    page = features(text)["IN-RJ/jaipur"]["properties"]["page"]
    assert page == "https://one.example/bank/places/in-rj/jaipur.html"


def test_a_point_where_equator_and_meridian_cross_is_a_point() -> None:
    text = geo.districts(catalogue([replace(AJMER, point=(0.0, 0.0))]), settings())
    assert features(text)["IN-RJ/ajmer"]["geometry"]["coordinates"] == [0.0, 0.0]


def test_the_order_of_the_vocabulary_changes_no_byte() -> None:
    texts = {geo.districts(catalogue(p, "IN-RJ/jaipur"), settings()) for p in (PLACES, PLACES[::-1])}
    assert len(texts) == 1
    assert "जयपुर" in texts.pop()
