"""What the search knows of a record: its words by field, its facets, and what a result shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from build_tools.alphabet import words
from build_tools.catalogue import Catalogue, Entry
from build_tools.model import Clipping, Concept, Dataset, Publication, Vocabulary

SUMMARY = 100  # characters of a result's summary: two or three rows on a narrow phone
AXES = ("type", "theme", "occupation", "state", "year", "language")

# How much a word counts by where it stands.
WEIGHTS = {"title": 6.0, "name": 3.0, "label": 1.5, "summary": 2.0, "body": 1.0, "synonym": 0.4, "machine": 0.6}

# Fields of a record that hold words to be found; the others are identifiers, codes, files and terms of use.
_NAMES = ("short_name", "acronym", "key", "doi", "isbn", "number")
_BODY = (
    "abstract", "definition", "activities", "services", "citation", "court", "status_note", "audience", "period",
    "newspaper", "byline", "dateline", "method", "limits", "columns", "charts", "steps", "tools", "sources",
    "translator", "contact", "address", "website",
)  # fmt: skip
_UNREAD = {"url", "accessed", "file", "format", "size", "languages", "kind", "cite", "name", "value", "where", "year"}


@dataclass(frozen=True, slots=True)
class Field:
    """A piece of text: ``kind`` is one of :data:`WEIGHTS`, ``language`` BCP 47."""

    text: str
    language: str
    kind: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A record as a result shows it in one language.  ``page``: it has a page of its own in that language."""

    language: str
    title: str
    place: str
    summary: str
    page: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """One record in all its languages.  ``facets``: axis -> values; ``added``: EDTF date or empty."""

    id: str
    type: str
    year: str
    added: str
    shown: tuple[Shown, ...]
    fields: tuple[Field, ...]
    facets: Mapping[str, tuple[str, ...]]


def documents(catalogue: Catalogue) -> list[Document]:
    """A document for each record of the collection, in order of id."""
    kin = _Kin(catalogue.vocabulary)
    found = []
    for identity in sorted(catalogue.by_id):
        main = catalogue.find(identity)
        assert main is not None
        if main.type != "page":
            found.append(_document(catalogue, main, kin))
    return found


def _document(catalogue: Catalogue, main: Entry, kin: _Kin) -> Document:
    versions = [main, *catalogue.translations(main)]
    fields = [field for entry in versions for field in _fields(entry)]
    values = [value for axis in ("themes", "occupations", "regions") for value in main.values(axis)]
    if isinstance(main.record, Publication):
        values.append(main.record.material)
    fields += _once(field for value in values for field in kin(value))
    if isinstance(main.record, Clipping):
        fields += _newspaper(catalogue.vocabulary, main.record)
    return Document(
        main.id,
        main.type,
        main.year or "",
        main.record.added or "",
        tuple(_shown(catalogue, versions)),
        tuple(fields),
        {
            "type": (main.type,),
            "theme": main.values("themes"),
            "occupation": main.values("occupations"),
            "state": tuple(dict.fromkeys(s for v in main.values("regions") for s in _states(catalogue.vocabulary, v))),
            "year": (main.year,) if main.year else (),
            "language": tuple(entry.language for entry in versions),
        },
    )


def _states(vocabulary: Vocabulary, place: str) -> Iterator[str]:
    return (p for p in vocabulary.lineage(place) if vocabulary.places[p].kind == "state")


# --- Words ---


def _once(fields: Iterable[Field]) -> Iterator[Field]:
    """Each word of labels and synonyms once: they say what a record is about, not how much."""
    seen: set[str] = set()
    for field in sorted(fields, key=lambda f: -WEIGHTS[f.kind]):
        fresh = [word for word in dict.fromkeys(words(field.text)) if word not in seen]
        seen.update(fresh)
        yield Field(" ".join(fresh), field.language, field.kind)


def _fields(entry: Entry) -> Iterator[Field]:
    record, own = entry.record, entry.language
    yield Field(record.title, own, "title")
    for language, title in record.titles.items():
        yield Field(title, language, "title")
    yield Field(" ".join(_texts([getattr(record, name, None) for name in _NAMES])), own, "name")
    yield Field(record.summary or "", own, "summary")
    yield Field(entry.body.plain if entry.body else "", own, "body")
    yield Field("\n".join(_texts([getattr(record, name, None) for name in _BODY])), own, "body")
    if isinstance(record, Dataset):
        yield Field("\n".join(_cells(record)), own, "body")
    if isinstance(record, Publication):
        yield Field("\n".join(_cited(record)), own, "name")
    if isinstance(record, Clipping):
        if record.transcription:
            yield Field(record.transcription, own, "body")
        if entry.reading:
            yield Field(entry.reading.text, own, "machine" if record.transcription else "body")


def _texts(values: Iterable[object]) -> Iterator[str]:
    """All texts in fields and in what they are made of."""
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, int) and not isinstance(value, bool):
            yield str(value)
        elif isinstance(value, BaseModel):
            yield from _texts(v for name, v in value if name not in _UNREAD)
        elif isinstance(value, tuple):
            yield from _texts(value)


def _cells(record: Dataset) -> Iterator[str]:
    """What the cells of a table say in words, each once."""
    return iter(dict.fromkeys(cell for row in record.rows for cell in row if re.search(r"[^\W\d_]{3}", cell)))


def _cited(record: Publication) -> Iterator[str]:
    """Authors, editors, publisher and the work in which it appeared."""
    for role in ("author", "editor", "translator", "collection-editor"):
        for name in record.csl.get(role, ()):
            yield " ".join(str(part) for part in name.values() if isinstance(part, str))
    for name in ("publisher", "publisher-place", "container-title", "collection-title", "keyword", "note", "genre"):
        if isinstance(value := record.csl.get(name), str):
            yield value


def _newspaper(vocabulary: Vocabulary, record: Clipping) -> Iterator[Field]:
    if known := vocabulary.newspapers.get(record.newspaper or ""):
        yield Field(f"{known.name}\n{known.native}", known.language, "label")


class _Kin:
    """The names of labels in all languages, so that a record is found by what it is about in any of them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.concepts = {**vocabulary.materials, **vocabulary.themes, **vocabulary.occupations}
        self.known: dict[str, tuple[Field, ...]] = {}

    def __call__(self, value: str) -> tuple[Field, ...]:
        if value not in self.known:
            self.known[value] = tuple(
                self._concept(self.concepts[value]) if value in self.concepts else self._place(value)
            )
        return self.known[value]

    @staticmethod
    def _concept(concept: Concept) -> Iterator[Field]:
        for language, label in concept.labels.items():
            yield Field(label, language, "label")
        for language, triggers in concept.triggers.items():
            plain = [t for t in triggers if re.fullmatch(r"[^+/{}?]+", t) and not t.startswith("to ")]
            yield Field("\n".join(plain), language, "synonym")

    def _place(self, value: str) -> Iterator[Field]:
        """The names of a place and of the state that it lies in, those of old included; not of the country."""
        for place in (self.vocabulary.places[p] for p in self.vocabulary.lineage(value)):
            if place.kind in ("district", "state") or place.id == value:
                for language, name in place.names.items():
                    yield Field(name, language, "label")
                yield Field("\n".join((*place.aliases, *place.former)), "en", "label")


# --- Results ---


def _shown(catalogue: Catalogue, versions: list[Entry]) -> Iterator[Shown]:
    """The record in each of its languages, then its title in those languages of the bank that have no more of it."""
    for entry in versions:
        yield Shown(entry.language, entry.record.title, catalogue.where(entry, entry.language), _summary(entry))
    have = {entry.language for entry in versions}
    for language in catalogue.languages:
        if language not in have and (title := versions[0].record.titles.get(language)):
            yield Shown(language, title, catalogue.where(versions[0], language), "", page=False)


def _summary(entry: Entry) -> str:
    text = " ".join((entry.record.summary or entry.text()[: 4 * SUMMARY]).split())
    if len(text) <= SUMMARY:
        return text
    return text[: SUMMARY + 1].rsplit(" ", 1)[0].rstrip(" ,;:.-–—") + " …"
