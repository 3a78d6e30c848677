"""The published records, joined: by id, language, label, place, year and letter; citations, links, translations.

Pure: it is made from drafts, labels and readings, and answers questions.  What it says about one record depends only
on the records that this one shows or counts, so that a record that drops out changes no other page.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

from build_tools.diagnostics import Diagnostic, Severity
from build_tools.markdown import Document
from build_tools.model import (
    RECORD_TYPES,
    Axis,
    Clipping,
    Label,
    Publication,
    Quarantined,
    Reading,
    Record,
    SourceRef,
    Vocabulary,
    slugify,
)
from build_tools.sources.draft import Draft, ScanInfo

# Definitions and directory entries are found by their own pages; a reader looks for something to read next.
NOT_SUGGESTED = {"term", "organisation", "page"}
RELATED = 5


@dataclass(frozen=True)
class Entry:
    """A record with all that is shown with it."""

    record: Record
    ref: SourceRef
    body: Document | None = None
    labels: tuple[Label, ...] = ()
    scan: ScanInfo | None = None
    reading: Reading | None = None
    unread: str = ""
    """Why a scan has no reading, in words; empty when it has one or needs none."""
    quarantined: Quarantined | None = None
    """What is known of a reading that is kept back; ``reading`` is then ``None``, so that nothing can show it."""

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def type(self) -> str:
        return self.record.type

    @property
    def language(self) -> str:
        return self.record.language

    def values(self, axis: Axis) -> tuple[str, ...]:
        return tuple(label.value for label in self.labels if label.axis == axis)

    @property
    def date(self) -> str | None:
        return next(iter(self.values("date")), None)

    @property
    def year(self) -> str | None:
        return self.date[:4] if self.date else None

    def title(self, language: str) -> str:
        """The title in ``language`` where there is one, otherwise in the record's own."""
        return self.record.titles.get(language, self.record.title) if language != self.language else self.record.title

    def text(self) -> str:
        """All words that the record says, for labelling; without its title."""
        parts = [self.record.summary or "", self.body.plain if self.body else ""]
        parts += [str(getattr(self.record, name, None) or "") for name in ("abstract", "definition", "activities")]
        if isinstance(self.record, Clipping):
            parts.append(self.record.transcription or (self.reading.text if self.reading else ""))
        return "\n".join(p for p in parts if p)


def publishable(drafts: Iterable[Draft], diagnostics: Iterable[Diagnostic]) -> list[Draft]:
    """The drafts that no error speaks against, each uid once."""
    withheld = {d.subject for d in diagnostics if d.severity is Severity.ERROR and d.subject}
    kept: dict[str, Draft] = {}
    for draft in drafts:
        if draft.record is not None and draft.uid not in withheld:
            kept.setdefault(draft.uid, draft)
    return list(kept.values())


def letter(title: str) -> str:
    """The letter under which a title stands: base letter, upper case; ``0-9`` for digits, ``#`` for the rest.

    Devanagari nukta and other marks do not make a letter of their own.
    """
    for char in unicodedata.normalize("NFKD", title):
        if char.isdigit():
            return "0-9"
        if char.isalpha():
            return char.upper()
    return "#"


@dataclass(frozen=True, slots=True)
class Absent:
    """A record that is not shown, and whose address says why: ``date`` and ``reason`` of its withdrawal; without them
    its text awaits review.  Without a ``language`` all its versions are meant."""

    id: str
    type: str
    language: str = ""
    date: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Catalogue:
    """All entries by uid, in order of type and id."""

    entries: Mapping[str, Entry]
    vocabulary: Vocabulary
    default_language: str = "en"
    languages: tuple[str, ...] = field(default=("en",))
    absent: tuple[Absent, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Mapping[str, Entry]]:
        """Id -> language -> entry."""
        found: dict[str, dict[str, Entry]] = {}
        for entry in self.entries.values():
            found.setdefault(entry.id, {})[entry.language] = entry
        return found

    def find(self, identity: str, language: str | None = None) -> Entry | None:
        """The record in ``language``, else in the default language, else in any."""
        versions = self.by_id.get(identity, {})
        for choice in filter(None, (language, self.default_language)):
            if choice in versions:
                return versions[choice]
        return next(iter(versions.values()), None)

    def publication(self, key: str) -> Entry | None:
        entry = self.find(slugify(key))
        return entry if entry and isinstance(entry.record, Publication) else None

    def translations(self, entry: Entry) -> list[Entry]:
        return [e for language, e in sorted(self.by_id[entry.id].items()) if language != entry.language]

    def listed(self, language: str) -> tuple[Entry, ...]:
        """Each record once, in ``language`` where it exists; pages such as "about" are no part of the collection."""
        return self._listed[language]

    @cached_property
    def _listed(self) -> Mapping[str, tuple[Entry, ...]]:
        return {
            language: tuple(
                entry
                for identity in self.by_id
                if (entry := self.find(identity, language)) is not None and entry.type != "page"
            )
            for language in self.languages
        }

    def pages(self, language: str) -> list[Entry]:
        found = [e for e in self.entries.values() if e.type == "page" and e.language == language]
        return sorted(found, key=lambda e: (getattr(e.record, "order", 0), e.id))

    def where(self, entry: Entry, language: str) -> str:
        """The places of an entry in a few words, for lists."""
        places = self.vocabulary.places
        names = [places[value].label(language) if value in places else value for value in entry.values("regions")]
        return ", ".join(names[:2]) + (" …" if len(names) > 2 else "")

    # --- Ways to browse ---

    def by_type(self, language: str) -> Mapping[str, list[Entry]]:
        groups: dict[str, list[Entry]] = {name: [] for name in RECORD_TYPES if name != "page"}
        for entry in self.listed(language):
            groups[entry.type].append(entry)
        return {name: self.in_title_order(group, language) for name, group in groups.items()}

    def by_label(self, axis: Axis, language: str) -> Mapping[str, list[Entry]]:
        """Value -> entries; a place also holds what lies in the places within it."""
        lineage: Callable[[str], Sequence[str]] = self.vocabulary.lineage if axis == "regions" else lambda v: (v,)
        groups: dict[str, list[Entry]] = {}
        for entry in self.listed(language):
            for value in dict.fromkeys(v for label in entry.values(axis) for v in lineage(label)):
                groups.setdefault(value, []).append(entry)
        return {value: self.in_title_order(group, language) for value, group in groups.items()}

    def coverage(self, language: str) -> Mapping[tuple[str, str], int]:
        """(Theme, place) -> records, for each pair that has any; a place counts what lies within it."""
        return self._coverage[language]

    @cached_property
    def _coverage(self) -> Mapping[str, Mapping[tuple[str, str], int]]:
        found: dict[str, Counter[tuple[str, str]]] = {}
        for language in self.languages:
            pairs = found[language] = Counter()
            for entry in self.listed(language):
                places = {p for region in entry.values("regions") for p in self.vocabulary.lineage(region)}
                pairs.update(product(dict.fromkeys(entry.values("themes")), places))
        return found

    def by_year(self, language: str) -> Mapping[str, list[Entry]]:
        return self._grouped(language, lambda e: e.year)

    def by_letter(self, language: str) -> Mapping[str, list[Entry]]:
        return self._grouped(language, lambda e: letter(e.title(language)))

    def _grouped(self, language: str, key: Callable[[Entry], str | None]) -> Mapping[str, list[Entry]]:
        groups: dict[str, list[Entry]] = {}
        for entry in self.listed(language):
            if (value := key(entry)) is not None:
                groups.setdefault(value, []).append(entry)
        return {value: self.in_title_order(groups[value], language) for value in sorted(groups)}

    @staticmethod
    def in_title_order(entries: Iterable[Entry], language: str) -> list[Entry]:
        return sorted(entries, key=lambda e: (e.title(language).casefold(), e.id))

    # --- Neighbours ---

    def beside(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """The records before and after this one among those of its type, by title in its language."""
        language = entry.language if entry.language in self.languages else self.default_language
        group = self._ordered[language][entry.type]
        at = self._places[language][entry.id]
        return group[at - 1] if at else None, group[at + 1] if at + 1 < len(group) else None

    @cached_property
    def _ordered(self) -> Mapping[str, Mapping[str, list[Entry]]]:
        return {language: self.by_type(language) for language in self.languages}

    @cached_property
    def _places(self) -> Mapping[str, Mapping[str, int]]:
        """Language -> id of a record -> its number among those of its type."""
        return {
            language: {e.id: n for group in groups.values() for n, e in enumerate(group)}
            for language, groups in self._ordered.items()
        }

    def series(self, name: str, language: str) -> list[Entry]:
        """The records of one series, in order of their part, each in ``language`` where it exists."""
        found = [e for i in self._series.get(name, ()) if (e := self.find(i, language))]
        return sorted(found, key=lambda e: (getattr(e.record, "part", None) or 0, e.id))

    @cached_property
    def _series(self) -> Mapping[str, list[str]]:
        groups: dict[str, list[str]] = {}
        for identity in self.by_id:
            entry = self.find(identity)
            if entry and (name := getattr(entry.record, "series", None)):
                groups.setdefault(name, []).append(identity)
        return groups

    def related(self, entry: Entry) -> list[Entry]:
        """What to read next: what the curator named, then records that share the most specific labels.

        Within a group of records with the same labels each names those that follow it, so every record is named
        by somebody, and a record that drops out changes only the pages that named it.
        """
        chosen: dict[str, Entry] = {}
        for identity in entry.record.related:
            if found := self.find(identity, entry.language):
                chosen[found.id] = found
        for candidate in self._suggestions(entry):
            if len(chosen) >= max(RELATED, len(entry.record.related)):
                break
            if candidate.id != entry.id:
                chosen.setdefault(candidate.id, candidate)
        return list(chosen.values())

    def _suggestions(self, entry: Entry) -> Iterator[Entry]:
        for key in _label_keys(entry):
            group = self._by_label_key.get(key, [])
            after = bisect_right(group, entry.id)
            for step in range(min(RELATED, len(group))):
                if found := self.find(group[(after + step) % len(group)], entry.language):
                    yield found

    @cached_property
    def _by_label_key(self) -> Mapping[tuple[str, ...], list[str]]:
        groups: dict[tuple[str, ...], list[str]] = {}
        for identity in sorted(self.by_id):
            entry = self.find(identity)
            if entry and entry.type not in NOT_SUGGESTED:
                for key in _label_keys(entry):
                    groups.setdefault(key, []).append(identity)
        return groups

    @cached_property
    def cited_by(self) -> Mapping[str, tuple[str, ...]]:
        """Id of a publication -> ids of the records that cite it."""
        found: dict[str, dict[str, None]] = {}
        for entry in self.entries.values():
            keys = [s.cite for s in entry.record.sources if s.cite]
            keys += [t.value for t in entry.body.targets if t.kind == "cite"] if entry.body else []
            for key in keys:
                found.setdefault(slugify(key), {})[entry.id] = None
        return {key: tuple(sorted(ids)) for key, ids in found.items()}


def _label_keys(entry: Entry) -> list[tuple[str, ...]]:
    """Combinations of an entry's labels, the most telling first: pairs of axes, then single labels."""
    themes, occupations, regions = (entry.values(axis)[:4] for axis in ("themes", "occupations", "regions"))
    pairs = [*product(occupations, regions), *product(themes, occupations), *product(themes, regions)]
    return [*pairs, *((value,) for value in (*occupations, *themes, *regions))]
