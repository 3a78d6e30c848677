"""The parts of ``benchmarks/weight.py`` that need no browser: kinds of pages, what counts, what is marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import weight, weight_peers
from benchmarks.counting import Request
from benchmarks.weight import NOWHERE, Sample


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", "home"),
        ("help/index.html", "find help"),
        ("help/in-br.html", "find help, state"),
        ("help/in-br/gaya.html", "find help, district"),
        ("coverage/index.html", "coverage"),
        ("coverage/rescue.html", "coverage, theme"),
        ("laws/index.html", "list"),
        ("laws/index.2.html", "list"),
        ("laws/factories-act.html", "law"),
        ("themes/rescue.all.2.html", "long list"),
        ("places/in-br.html", "state"),
        ("places/in-br/gaya.html", "district"),
        ("about.html", weight.OTHER),
        ("a/b/c/d.html", weight.OTHER),
    ],
)
def test_the_kind_of_a_page_follows_from_its_path(path: str, kind: str) -> None:
    assert weight.kind_of(path) == kind


def test_a_folder_is_a_language_when_its_pages_say_so(tmp_path: Path) -> None:
    for folder, language in ((".", "en"), ("az", "en"), ("hi", "hi")):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / "index.html").write_text(f'<!doctype html>\n<html lang="{language}" class="x">', "utf-8")
    assert weight.languages(tmp_path) == ["en", "hi"]


def test_the_heaviest_page_of_each_kind_and_language_is_taken() -> None:
    weighed = {"laws/a.html": 2, "laws/b.html": 3, "hi/laws/a.html": 9, "index.html": 1, "hi/index.html": 1}
    found = weight.samples(weighed, ["en", "hi"])
    assert found == [
        Sample("home", "en", "index.html"),
        Sample("law", "en", "laws/b.html"),
        Sample("home", "hi", "hi/index.html"),
        Sample("law", "hi", "hi/laws/a.html"),
    ]
    assert [weight.origin(found, sample) for sample in found] == [
        "laws/b.html",
        "index.html",
        "hi/laws/a.html",
        "hi/index.html",
    ]
    assert weight.origin(found[:1], found[0]) == NOWHERE
    assert "find help" in next(weight.missing(found, ["en"]))


def test_pictures_are_counted_apart_and_icons_are_not_pictures() -> None:
    files = [Request("/a.html", 200, 10, 30), Request("/s/a.webp", 200, 500, 520), Request("/icon.svg", 200, 5, 25)]
    load = weight.load(files, ["fonts.example"])
    assert (load.requests, load.body, load.wire, load.pictures, load.elsewhere) == (3, 15, 55, 500, ("fonts.example",))


def test_what_is_beyond_a_limit_is_marked() -> None:
    assert [weight.mark(*values) for values in ((7, 6, 8), (6, 6, 7), (5, 6, 6))] == ["!", "~", " "]


def test_pages_with_a_picture_behind_a_closed_element_are_found(tmp_path: Path) -> None:
    texts = {
        "closed": "<details class=x><summary>S</summary><img src=a></details>",
        "open": "<details open><img src=a></details>",
        "beside": "<details>S</details><img src=a>",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert weight.scans(tmp_path, texts) == ["closed"]


def test_peers_get_the_words_of_a_page_once(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<nav>Menu</nav><article><div>Home › Laws</div><h1>An <em>Act</em></h1><p>Of 1948 [see *]</p>"
        "<ul><li>One</li><li><p>Two &lt;b&gt;</p></li></ul>loose<script>no()</script></article>",
        "utf-8",
    )
    said = weight_peers.words(page)
    assert said.title == "An Act"
    assert said.plain == "Home › Laws\n\nOf 1948 [see *]\n\nOne\n\nTwo <b>\n\nloose"
    assert said.markdown == "Home › Laws\n\n# An Act\n\nOf 1948 \\[see \\*\\]\n\n- One\n\nTwo &lt;b&gt;\n\nloose\n"
