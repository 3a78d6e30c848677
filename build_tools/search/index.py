"""Writes the whole index: words, positions, results and facets, each in files named by their content."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_tools.search import layout, postings
from build_tools.search.documents import Document, Shown
from build_tools.search.facets import Name, facets, listed
from build_tools.search.forms import function_words
from build_tools.search.layout import content_hash, script
from build_tools.search.numbering import CAPACITY, Numbering, numbered

FORMAT = 1  # raised when an older client could not read the index
LONG_HASH = 10  # letters of the hash of a file that has no key: 50 bits
SHELF = 64  # blocks of results that share one hash in their names


@dataclass(frozen=True)
class Site:
    """What the index must know of the site: folders of types, languages (the default first), and names of values."""

    folders: Mapping[str, str]
    languages: Sequence[str]
    name: Name


def write(folder: Path, documents: Sequence[Document], site: Site) -> list[str]:
    """Writes the index below ``folder``, and gives the paths of its files, relative to ``folder``."""
    return [_save(folder, path, text) for path, text in files(documents, site)]


def files(documents: Sequence[Document], site: Site) -> Iterator[tuple[str, str]]:
    """Path and text of every file of the index."""
    numbering = numbered(documents)
    blocks = layout.blocks(
        postings.groups(documents, numbering.numbers, numbering.universe), block_target(len(documents))
    )
    named: list[tuple[str, str]] = []
    positions: list[str] = []
    for block in blocks:
        more = {}
        for place, group in enumerate(block.groups):
            following = ""
            for code in reversed(group.more):
                path, text = _file("r", "", [code, following], LONG_HASH)
                following = path[2:-3]
                yield path, text
            if following:
                more[place] = following
        path, text = _file("t", block.key, layout.block_text(block, more))
        named.append((block.key, path[-3 - layout.HASH : -3]))
        yield path, text
        parts: dict[int, dict[int, str]] = {}
        for place, group in enumerate(block.groups):
            if group.shift < postings.WHOLE:
                parts[place] = {}
                for part, code in group.positions.items():
                    path, text = _file("q", "", code, LONG_HASH)
                    parts[place][part] = path[2:-3]
                    yield path, text
        path, text = _file("p", block.key, layout.position_text(block, parts))
        positions.append(path[-3 - layout.HASH : -3])
        yield path, text
    path, text = _file("p", "", "".join(positions))
    root = {
        "format": FORMAT,
        "records": len(documents),
        "universe": numbering.universe,
        "capacity": CAPACITY,
        "tier": postings.TIER,
        "impacts": postings.IMPACTS,
        "languages": list(site.languages),
        "folders": dict(site.folders),
        "words": layout.root_keys(named),
        "positions": path[:-3],
        "skip": " ".join(sorted(function_words())),
    }
    yield path, text
    root["results"] = yield from _results(documents, numbering)
    root["facets"] = yield from _facets(documents, numbering, site)
    yield "root.js", script("root", root)


def block_target(documents: int) -> int:
    """Bytes of a block when compressed: small blocks make searches light, few blocks the root.

    It grows with the square root of the bank, in steps of a factor of two in records so that it seldom changes.
    """
    steps = max(documents, 512).bit_length() - 14  # 0 at 8,192 records and more
    return int(max(600, min(5000, 800 * 2 ** (steps / 2))))


def _file(folder: str, key: str, data: object, letters: int = layout.HASH) -> tuple[str, str]:
    """A file named by its key and content, which hands over its data under its own name.

    The hash tells versions of one key apart; files without a key need a longer one (``LONG_HASH``).
    """
    stem = f"{folder}/{layout.file_key(key)}"
    name = stem + content_hash(key, script("", data), letters=letters)
    return f"{name}.js", script(name, data)


def _results(documents: Sequence[Document], numbering: Numbering) -> Generator[tuple[str, str], None, str]:
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


def _facets(
    documents: Sequence[Document], numbering: Numbering, site: Site
) -> Generator[tuple[str, str], None, dict[str, str]]:
    found = facets(documents, numbering.numbers, numbering.universe)
    names = {}
    for axis, values in found.items():
        for value in values:
            path, text = _file("f", "", value.code, LONG_HASH)
            names[axis, value.value] = path[:-3]
            yield path, text
    offered = {}
    for language in site.languages:
        path, text = _file("f", "", listed(found, names, site.name, language), LONG_HASH)
        offered[language] = path[:-3]
        yield path, text
    return offered


def _save(folder: Path, path: str, text: str) -> str:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return path
