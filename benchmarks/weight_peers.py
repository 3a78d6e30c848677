"""Sites of peers with the words of our pages: Material for MkDocs and CollectionBuilder, both as they come.

Material is that of this environment.  CollectionBuilder is a checkout of its template that the caller names, built by
the ``jekyll`` of this computer, with its demonstration collection and our records added to it.

A peer gets the words of a page, its headings and list items, but none of our links, which makes its pages lighter than
they would be.  ``weight.py`` prints the figures beside ours.
"""

from __future__ import annotations

import csv
import html
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml
from lxml import html as reader  # type: ignore[import-untyped]

from benchmarks.build_scale import measured

BLOCKS = frozenset("h1 h2 h3 h4 h5 h6 p li td th dt dd div summary caption figcaption text article main body".split())
STOCK = {"home": "", "list": "browse.html", "theme": "subjects.html", "map": "map.html", "search": "search/"}
"""Kinds of pages for which CollectionBuilder has its own, made from the whole collection."""


@dataclass(frozen=True)
class Peer:
    """A built site: its folder, and for each kind of page the address of its page of that kind."""

    name: str
    site: Path
    pages: Mapping[str, str]


# --- Words -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Words:
    """What a page says: lines with the name of the HTML element around each."""

    lines: tuple[tuple[str, str], ...]

    @property
    def title(self) -> str:
        return next((text for tag, text in self.lines if tag == "h1"), "Untitled")

    @property
    def plain(self) -> str:
        """All but the title, without marks."""
        return "\n\n".join(text for tag, text in self.lines if tag != "h1")

    @property
    def markdown(self) -> str:
        return "\n\n".join(_mark(tag) + _escaped(text) for tag, text in self.lines) + "\n"


def words(page: Path) -> Words:
    """The text of the article of an HTML page (of the whole body where there is none), one line a block."""
    tree = reader.fromstring(page.read_text("utf-8"))
    article = (tree.xpath("//article") or tree.xpath("//main") or tree.xpath("//body"))[0]
    texts = article.xpath(".//text()[not(ancestor::script or ancestor::style)]")
    lines = ((block.tag, " ".join("".join(found).split())) for block, found in groupby(texts, _block))
    return Words(tuple((tag, text) for tag, text in lines if text))


def _block(text: Any) -> Any:
    """The nearest element around a text that stands on lines of its own."""
    holder = text.getparent().getparent() if text.is_tail else text.getparent()
    return next(element for element in (holder, *holder.iterancestors()) if element.tag in BLOCKS)


def _mark(tag: str) -> str:
    heading = re.fullmatch(r"h([1-6])", tag)
    return "#" * int(heading[1]) + " " if heading else "- " if tag == "li" else ""


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]#|~])", r"\\\1", html.escape(text, quote=False))


# --- Material --------------------------------------------------------------------------------------------


def material(folder: Path, pages: Mapping[str, Path], others: Iterable[Path] = ()) -> Peer:
    """MkDocs with Material and no setting but the site's name: its fonts, its menu of all pages, its search.

    ``pages`` are files of ours for each kind, ``others`` files of ours that the site has, too.
    """
    shutil.rmtree(folder, ignore_errors=True)
    places = {kind: "index" if kind == "home" else f"measured/{kind.replace(' ', '-')}" for kind in pages}
    for kind, page in pages.items():
        _write(folder / "docs" / f"{places[kind]}.md", words(page).markdown)
    rest = [other for other in others if other not in set(pages.values())]
    for number, page in enumerate(rest):
        _write(folder / f"docs/others/{number:05d}.md", words(page).markdown)
    if "home" not in pages:
        _write(folder / "docs/index.md", "# Home\n")
    _write(folder / "mkdocs.yml", "site_name: Measured\ntheme:\n  name: material\n")
    measured([sys.executable, "-m", "mkdocs", "build", "-q"], folder)
    name = f"Material {version('mkdocs-material')}, {len(pages) + len(rest):,} pages"
    return Peer(name, folder / "site", {k: "" if k == "home" else f"{place}/" for k, place in places.items()})


# --- CollectionBuilder -----------------------------------------------------------------------------------


def collectionbuilder(folder: Path, checkout: Path, pages: Mapping[str, Path]) -> Peer:
    """The template's own demonstration, with our records added as items without pictures.

    Raises ``LookupError`` with the reason where it cannot be built here.
    """
    if not shutil.which("jekyll"):
        raise LookupError("there is no jekyll on this computer")
    if not (checkout / "_config.yml").is_file():
        raise LookupError(f"{checkout} is no checkout of CollectionBuilder")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(checkout, folder, ignore=shutil.ignore_patterns(".git", "_site"))
    items = {kind: page for kind, page in pages.items() if kind not in STOCK}
    settings = yaml.safe_load((folder / "_config.yml").read_text("utf-8"))
    _add_items(folder / "_data" / f"{settings['metadata']}.csv", items)
    _jekyll(folder)
    addresses = {kind: f"items/{_id(kind)}.html" for kind in items} | {k: v for k, v in STOCK.items() if k in pages}
    return Peer("CollectionBuilder", folder / "_site", addresses)


def _id(kind: str) -> str:
    return "measured-" + re.sub(r"\W+", "-", kind)


def _add_items(table: Path, pages: Mapping[str, Path]) -> None:
    """Adds a row for each page to the collection; its whole text is the description."""
    with table.open(encoding="utf-8", newline="") as file:
        reading = csv.DictReader(file)
        columns, rows = list(reading.fieldnames or ()), list(reading)
    with table.open("w", encoding="utf-8", newline="") as file:
        writing = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writing.writeheader()
        writing.writerows([*rows, *(_item(kind, words(page)) for kind, page in pages.items())])


def _item(kind: str, said: Words) -> dict[str, str]:
    return {"objectid": _id(kind), "title": said.title, "description": said.plain, "display_template": "record"}


def _jekyll(folder: Path) -> None:
    """Builds without the Gemfile, whose other gems are for preparing pictures."""
    run = subprocess.run(
        ["jekyll", "build", "--quiet", "--disable-disk-cache"],
        cwd=folder,
        env={**os.environ, "JEKYLL_NO_BUNDLER_REQUIRE": "true"},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode != 0:
        reasons = [line for line in run.stderr.splitlines() if "rror" in line]
        raise LookupError(f"jekyll failed: {(reasons or ['it says nothing'])[0][:300]}")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
