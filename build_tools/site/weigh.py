"""What readers must load: every page weighed as it travels, and held against the bank's budgets.

Bytes are those of gzip, level 9; a server's usual level 6 gives about one per cent more.
"""

from __future__ import annotations

import gzip
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from build_tools.diagnostics import Diagnostic, Severity
from build_tools.pages import paths
from build_tools.pages.parts import blocks, weight
from build_tools.settings import Budgets

PARALLEL_FROM = 2_000  # pages below which starting processes costs more than it saves
SEARCH_WORDS, SEARCH_RESULTS = 3, 5  # blocks of words and of results that a first search loads at most, as a rule
_ARTICLE = re.compile(r"<article[^>]*>(.*)</article>", re.S)
_OPENING = re.compile(r"<([a-z0-9]+)(?:[^>]*?class=\"([^\" ]+))?")


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes of one thing that readers load, by its path in the site."""

    path: str
    bytes: int


@dataclass(frozen=True)
class Weights:
    """All that was weighed: pages, the heaviest first; what a first visit adds; a first search; small pictures."""

    pages: tuple[Weight, ...]
    shared: int
    first_search: int
    pictures: tuple[Weight, ...]


def weigh(site: Path, pages: Sequence[str], shared: Iterable[str]) -> Weights:
    """Weighs the pages of a site, what they ``share`` (style, script, icon), its search and its pictures."""
    return Weights(
        _heaviest(map(Weight, pages, _sizes(site, pages))),
        sum(_size(site / path) for path in shared),
        _first_search(site / "search"),
        _heaviest(
            Weight(f.relative_to(site).as_posix(), f.stat().st_size)
            for f in (site / "scans").glob(f"*.{paths.SMALL}.*")
        ),
    )


def _heaviest(weights: Iterable[Weight]) -> tuple[Weight, ...]:
    return tuple(sorted(weights, key=lambda w: (-w.bytes, w.path)))


def _size(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))


def _sizes(site: Path, pages: Sequence[str]) -> list[int]:
    files = [site / page for page in pages]
    if len(files) < PARALLEL_FROM:
        return list(map(_size, files))
    with ProcessPoolExecutor(os.cpu_count() or 1) as pool:
        return list(pool.map(_size, files, chunksize=200))


def _first_search(search: Path) -> int:
    """The most that a first search is planned to load: client, root, and the largest blocks of words and results."""
    files = [max(search.glob("??*.js"), key=lambda f: (f.stat().st_size, f.name)), search / "root.js"]
    for folder, count in (("t", SEARCH_WORDS), ("d", SEARCH_RESULTS)):
        found = sorted((search / folder).rglob("*.js"), key=lambda f: (-f.stat().st_size, f.as_posix()))
        files += found[:count]
    return sum(map(_size, files))


def over(weights: Weights, budgets: Budgets, site: Path) -> list[Diagnostic]:
    """An error for each budget that is passed, with what weighs."""
    return [*_pages_over(weights, budgets, site), *_others_over(weights, budgets)]


def _pages_over(weights: Weights, budgets: Budgets, site: Path) -> Iterator[Diagnostic]:
    for page in weights.pages:
        first = page.bytes + weights.shared
        if page.bytes > budgets.page:
            message = f"weighs {page.bytes:,} bytes, {_too_much(page.bytes, budgets.page)}: {parts(site / page.path)}"
            hint = "Shorten the heaviest part, or make two records of it."
            yield _error(page.path, "budget-page", message, hint)
        elif first > budgets.first_visit:
            message = f"costs {first:,} bytes on a first visit, {_too_much(first, budgets.first_visit)}"
            yield _error(
                page.path, "budget-first-visit", f"{message}: {weights.shared:,} are style, script and icon", ""
            )


def _others_over(weights: Weights, budgets: Budgets) -> Iterator[Diagnostic]:
    if weights.first_search > budgets.first_search:
        message = f"a first search loads up to {weights.first_search:,} bytes"
        yield _error(
            "search/", "budget-first-search", f"{message}, {_too_much(weights.first_search, budgets.first_search)}", ""
        )
    for picture in weights.pictures:
        if picture.bytes > budgets.picture:
            message = f"weighs {picture.bytes:,} bytes, {_too_much(picture.bytes, budgets.picture)}"
            yield _error(picture.path, "budget-picture", message, "Crop the scan to the clipping itself.")


def _too_much(bytes_: int, budget: int) -> str:
    return f"{bytes_ - budget:,} more than the budget of {budget:,}"


def _error(path: str, code: str, message: str, hint: str) -> Diagnostic:
    hint = f"{hint} Or raise the budget in mkdocs.yml under extra: bank: budgets.".strip()
    return Diagnostic(path, 0, code, Severity.ERROR, message, hint)


def parts(page: Path, most: int = 3) -> str:
    """The heaviest parts of a page in words: ``table.kb-directory 3,120, ul.kb-list 940``."""
    html = page.read_text(encoding="utf-8")
    article = _ARTICLE.search(html)
    inner = re.sub(r"^\s*<div[^>]*>|</div>\s*$", "", article[1].strip()) if article else html
    found = sorted(((weight(block), _name(block)) for block in blocks(inner)), key=lambda part: (-part[0], part[1]))
    return ", ".join(f"{name} {bytes_:,}" for bytes_, name in found[:most])


def _name(block: str) -> str:
    opening = _OPENING.match(block)
    return ".".join(filter(None, opening.groups())) if opening else "text"
