"""``crossref`` and ``xdata``: what an entry inherits from others, which may stand before or after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from build_tools.sources.bibtex_entry import OWN_FIELDS, BibEntry, Value

MAX_DEPTH = 8
"""Parents of parents that are followed; BibTeX itself follows one."""

_BOOKS = frozenset(
    "book mvbook collection mvcollection proceedings mvproceedings reference mvreference booklet manual report "
    "techreport misc".split()
)
_PARTS = frozenset(
    "inbook bookinbook suppbook incollection suppcollection inproceedings conference inreference".split()
)
_SAME = {
    name: names
    for names in (("date", "year", "month", "day"), ("journal", "journaltitle"), ("address", "location"))
    for name in names
}
# A chapter has its own address, pages and words; only the book's description is inherited.
_NOT_INHERITED = OWN_FIELDS | frozenset(
    "crossref xref xdata ids entryset related options title subtitle shorttitle titleaddon sorttitle doi url urldate "
    "eprint eprinttype pages pagetotal chapter note annote annotation addendum file key label shorthand".split()
)


def inherit(entries: Sequence[BibEntry]) -> None:
    """Gives every entry the fields of its parents that it has not itself.  A parent that is missing is a fault."""
    by_key = {entry.key.lower(): entry for entry in reversed(entries)}
    by_key |= {entry.key: entry for entry in reversed(entries)}
    own = {id(entry): dict(entry.values) for entry in entries}
    for entry in entries:
        for parent in _containers(entry, by_key):
            _give(entry, own[id(parent)].items())
        for parent in _ancestors(entry, by_key, own):
            _give(entry, _offered(parent, own[id(parent)], entry.type))


def _give(entry: BibEntry, offered: Iterable[tuple[str, Value]]) -> None:
    """The values for which the entry has none of its own under any of their names."""
    taken = {same for name in entry.values for same in _SAME.get(name, (name,))}
    entry.values.update((name, value) for name, value in reversed(list(offered)) if name not in taken)


def _containers(entry: BibEntry, by_key: dict[str, BibEntry]) -> Iterator[BibEntry]:
    for key in entry.text("xdata").split(","):
        if not key.strip():
            continue
        found = by_key.get(key.strip()) or by_key.get(key.strip().lower())
        if found is None or found is entry:
            _missing(entry, "xdata", key.strip())
        else:
            yield found


def _ancestors(entry: BibEntry, by_key: dict[str, BibEntry], own: dict[int, dict[str, Value]]) -> Iterator[BibEntry]:
    seen = {id(entry)}
    current = entry
    while "crossref" in own[id(current)] and (key := current.text("crossref")):
        parent = by_key.get(key) or by_key.get(key.lower())
        if parent is None:
            if current is entry:
                _missing(entry, "crossref", key)
            return
        if parent is entry:
            hint = "Let the part name the whole, and the whole nobody."
            entry.fault("crossref", "bib-crossref", "crossref leads back to the entry itself", hint)
        if id(parent) in seen:
            return
        if len(seen) > MAX_DEPTH:
            hint = "Let the entry name the work that it is part of."
            entry.fault("crossref", "bib-crossref", f"crossref goes more than {MAX_DEPTH} entries deep", hint)
            return
        seen.add(id(parent))
        current = parent
        yield parent


def _missing(entry: BibEntry, name: str, key: str) -> None:
    hint = "Add the entry it names to the same file, or write its fields out here."
    entry.fault(name, "bib-crossref", f'{name} names "{key[:60]}", which is not in this file', hint)


def _offered(parent: BibEntry, values: dict[str, Value], part_type: str) -> Iterator[tuple[str, Value]]:
    for name, value in values.items():
        if name not in _NOT_INHERITED and not name.startswith("title-"):
            yield name, value
    if "title" in values and "booktitle" not in values and part_type in _PARTS and parent.type in _BOOKS:
        yield "booktitle", values["title"]
        if "subtitle" in values:
            yield "booksubtitle", values["subtitle"]
    if "title" in values and part_type == "article" and parent.type == "periodical":
        yield "journal", values["title"]
