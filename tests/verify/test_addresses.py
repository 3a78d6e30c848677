"""Addresses as browsers read them."""

from __future__ import annotations

import pytest

from build_tools.verify.addresses import link_fault, own_fault, own_set_fault, target

PAGE = "guides/x.html"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#a",
        "y.html",
        "../y.html?q=javascript:0",
        "/y",
        "https://x.example/",
        "tel:1098",
        "mailto:a@x.example",
        "geo:1,2",
        "HTTP://x.example",
        "java%09script:0",
    ],
)
def test_links_that_may_be_followed(address: str) -> None:
    assert link_fault(address) == ""


@pytest.mark.parametrize(
    "address",
    [
        "javascript:0",
        "JaVaScRiPt:0",
        " \x01javascript:0",
        "java\nscript:0",
        "java\tscript\r:0",
        "data:,x",
        "vbscript:x",
        "file:///x",
        "blob:x",
        "ws://x",
        "intent://x",
        "//x.example",
        "\\\\x.example",
        "/\\x.example",
        "\t//x.example",
        "view-source:x",
        "ftp://x",
    ],
)
def test_links_that_may_not(address: str) -> None:
    assert link_fault(address)


@pytest.mark.parametrize("address", ["y.webp", "../scans/y.webp", "/bank/y.js", "y%20z.webp", "../y,z.webp"])
def test_what_a_page_may_load(address: str) -> None:
    assert own_fault(address, PAGE, "/bank/") == ""


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://x.example/y",
        "//x.example/y",
        "data:,x",
        "../../y",
        "..%2f..%2fy",
        "/y.js",
        "/bank/../../y",
        "/other/y.js",
        "http:y",
    ],
)
def test_what_a_page_may_not_load(address: str) -> None:
    assert own_fault(address, PAGE, "/bank/")


def test_sets_of_pictures() -> None:
    assert own_set_fault("a.webp 640w, b.webp 1280w", PAGE) == ""
    for value in ("a.webp 1w,https://x.example/b 2w", "//x.example/a 1w", "a.webp, ,b.webp", "", "a 1w, data:,x 2w"):
        assert own_set_fault(value, PAGE), value


def test_where_an_address_leads() -> None:
    assert target("../search/start.js?x#y", PAGE) == "search/start.js"
    assert target("/bank/search/start.js", "404.html", "/bank/") == "search/start.js"
    assert target("/evil/search/start.js", "404.html", "/bank/") is None
