"""Writes the whole index: words, positions, results and facets, each in files named by their content."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from build_tools.search import layout, postings
from build_tools.search.documents import Document, Shown
from build_tools.search.facets import Name, facets, listed
from build_tools.search.forms import function_words
from build_tools.search.layout import Block, content_hash, script
from build_tools.search.numbering import CAPACITY, Numbering, numbered

FORMAT = 1  # raised when an older client could not read the index
LONG_HASH = 10  # letters of the hash of a file that has no key: 50 bits
SHELF = 64  # blocks of results that share one hash in their names


T = TypeVar("T")


@dataclass(frozen=True)
class Site:
    """What the index must know of the site: folders of types, languages (the default first), and names of values."""

    folders: Mapping[str, str]
    languages: Sequence[str]
    name: Name


Files = Generator[tuple[str, str], None, T]
"""Path and text of some files; returns what other files must know of them."""


def write(folder: Path, documents: Sequence[Document], site: Site) -> None:
    """Writes the index below ``folder``."""
    for path, text in files(documents, site):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def files(documents: Sequence[Document], site: Site) -> Iterator[tuple[str, str]]:
    """Path and text of every file of the index."""
    numbering = numbered(documents)
    found = postings.groups(documents, numbering.numbers, numbering.universe)
    blocks = layout.blocks(found, block_target(len(documents)))
    root = {
        "format": FORMAT,
        "records": len(documents),
        "universe": numbering.universe,
        "capacity": CAPACITY,
        "tier": postings.TIER,
        "impacts": postings.IMPACTS,
        "languages": list(site.languages),
        "folders": dict(site.folders),
        "skip": " ".join(sorted(function_words())),
    }
    keys, positions = [], ""
    for block in blocks:
        keys.append((block.key, (yield from _words(block))))
        positions += yield from _positions(block)
    root["words"] = layout.root_keys(keys)
    root["positions"] = yield from _file("p", "", positions)
    root["results"] = yield from _results(documents, numbering)
    root["facets"] = yield from _facets(documents, numbering, site)
    yield "root.js", script("root", root)


def block_target(documents: int) -> int:
    """Bytes of a block when compressed: small blocks make searches light, few blocks the root.

    It grows with the square root of the bank, in steps of a factor of two in records so that it seldom changes.
    """
    steps = max(documents, 512).bit_length() - 14  # 0 at 8,192 records and more
    return int(max(600, min(5000, 800 * 2 ** (steps / 2))))


def _file(folder: str, key: str, data: object, letters: int = layout.HASH) -> Files[str]:
    """A file named by its key and content, which hands over its data under its own name, and that name.

    The hash tells versions of one key apart; files without a key need a longer one (``LONG_HASH``).
    """
    name = f"{folder}/{layout.file_key(key)}{content_hash(key, script('', data), letters=letters)}"
    yield f"{name}.js", script(name, data)
    return name


def _words(block: Block) -> Files[str]:
    """A block of words and the later tiers of its long lists, each of which names the next; the block's hash."""
    more = {}
    for place, group in enumerate(block.groups):
        following = ""
        for code in reversed(group.more):
            following = (yield from _file("r", "", [code, following], LONG_HASH))[2:]
        if following:
            more[place] = following
    return (yield from _file("t", block.key, layout.block_text(block, more)))[-layout.HASH :]


def _positions(block: Block) -> Files[str]:
    """The positions of a block's words, those of frequent words in files of their own; the block's hash."""
    parts: dict[int, dict[int, str]] = {}
    for place, group in enumerate(block.groups):
        if group.shift < postings.WHOLE:
            parts[place] = {}
            for part, code in group.positions.items():
                parts[place][part] = (yield from _file("q", "", code, LONG_HASH))[2:]
    return (yield from _file("p", block.key, layout.position_text(block, parts)))[-layout.HASH :]


def _results(documents: Sequence[Document], numbering: Numbering) -> Files[str]:
    """Blocks of results.  So many blocks share a hash; the root holds these hashes in a row."""
    hashes = []
    for first in range(0, len(numbering.blocks), SHELF):
        texts = [_block_of_results(documents, block) for block in numbering.blocks[first : first + SHELF]]
        hashes.append(content_hash(str(first), *texts))
        for index, text in enumerate(texts):
            name = f"d/{layout.base36(first // SHELF)}-{hashes[-1]}/{index}"
            yield f"{name}.js", script(name, text)
    return "".join(hashes)


def _block_of_results(documents: Sequence[Document], block: Sequence[int]) -> str:
    return "\n".join(_result(documents[index]) for index in block)


def _result(document: Document) -> str:
    """Type, id, year, and for each language: its name (after ``~``: no page in it), title, place, summary."""
    head = [document.type, document.id, document.year]
    return "\t".join([*head, *(part for shown in document.shown for part in _parts(shown))])


def _parts(shown: Shown) -> list[str]:
    language = shown.language if shown.page else f"~{shown.language}"
    texts = (language, shown.title, shown.place, shown.summary)
    return [" ".join(text.split()) for text in texts]


def _facets(documents: Sequence[Document], numbering: Numbering, site: Site) -> Files[dict[str, str]]:
    """The list of each value, and for each language the choices; the names of the latter."""
    found = facets(documents, numbering.numbers, numbering.universe)
    names = {}
    for axis, values in found.items():
        for value in values:
            names[axis, value.value] = yield from _file("f", "", value.code, LONG_HASH)
    offered = {}
    for language in site.languages:
        offered[language] = yield from _file("f", "", listed(found, names, site.name, language), LONG_HASH)
    return offered
