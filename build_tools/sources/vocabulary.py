"""The vocabulary that librarians keep in ``content/vocabulary/``: themes, occupations, materials, places, newspapers.

What is wrong with one entry never hides another: a faulty part is left out and said with its file and line, and
a file that is not there is an empty part.  Faults of a file as such (not UTF-8, no YAML, a row with too few
cells) have the codes of the readers of text, YAML and tables; the codes below are about what the files say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from build_tools.diagnostics import Diagnostic
from build_tools.model import SLUG, Ambiguous, Concept, Newspaper, Place, Vocabulary
from build_tools.sources.tables import rows_of
from build_tools.sources.text import MAX_TABLE_BYTES, error, read_text
from build_tools.sources.yaml_text import KeyPath, Lines, load_yaml

CODES = {
    "vocabulary-shape": "An entry is not written in the form that content/vocabulary/README.md describes.",
    "vocabulary-id": "An id is missing or has the wrong form.",
    "vocabulary-duplicate": "Two entries have the same id or name; only the first counts.",
    "vocabulary-unknown-key": "A field or column that no entry has; often a spelling mistake.",
    "vocabulary-label": "A name that people see is missing or empty.",
    "vocabulary-parent": "A state or district lies in a place that the vocabulary does not have.",
    "vocabulary-place": "A place id that the vocabulary does not have.",
    "vocabulary-group": "A phrase names a group of words, as in {people}, that groups.yml does not have.",
    "vocabulary-kind": "A kind of ambiguous name or of change that nobody knows.",
}

FOLDER = "content/vocabulary"
AMBIGUOUS_KINDS = ("word", "capital", "homonym", "elsewhere", "dateline", "town", "area", "other")
CHANGES = ("renamed", "split", "abolished")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?")
_CONCEPT_KEYS = ("id", "labels", "definitions", "triggers", "negatives", "facts")
_FACT_KEYS = ("text", "year", "source")
_GROUP = re.compile(r"\{([^{}]*)\}")
_PER_LANGUAGE = re.compile(r"(name|seat)_([a-z]{2,3})")
_LEVELS: Mapping[str, tuple[Literal["country", "state", "district"], re.Pattern[str], str]] = {
    "countries": ("country", re.compile(r"[A-Z]{2}|\d{3}"), ""),
    "states": ("state", re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}"), "-"),
    "districts": ("district", re.compile(rf"[A-Z]{{2}}-[A-Z0-9]{{1,3}}/{SLUG.pattern}"), "/"),
}
_PLACE_COLUMNS = ("id", "m49", "status", "aliases", "lgd_code")


def read_vocabulary(root: Path) -> tuple[Vocabulary, list[Diagnostic]]:
    """The vocabulary of the bank at ``root``, and all that is wrong with it."""
    reader = _Reader(root)
    places = reader.places()
    places, former = reader.former(places)
    ambiguous = (*former, *reader.ambiguous(places))
    reader.read_groups()
    vocabulary = Vocabulary(
        themes=reader.concepts("themes.yml"),
        occupations=reader.concepts("occupations.yml"),
        materials=reader.concepts("materials.yml"),
        places=places,
        newspapers=reader.newspapers(places),
        ambiguous=ambiguous,
    )
    return vocabulary, reader.found


@dataclass(frozen=True, slots=True)
class _Row:
    path: str
    line: int
    cells: Mapping[str, str]

    def many(self, column: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(p.strip() for p in self.cells.get(column, "").split("|") if p.strip()))

    def by_language(self, what: str) -> dict[str, str]:
        """The cells of ``name_en``, ``name_hi`` ... that are not empty, by language."""
        matches = ((_PER_LANGUAGE.fullmatch(name), cell) for name, cell in self.cells.items())
        return {match[2]: cell for match, cell in matches if match and match[1] == what and cell}


class _Reader:
    """Reads file after file; ``found`` gathers what is wrong."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.found: list[Diagnostic] = []
        self.missing: set[str] = set()
        self.groups: dict[str, Mapping[str, tuple[str, ...]]] = {}

    def say(self, path: str, line: int, code: str, message: str, hint: str = "") -> None:
        self.found.append(error(path, line, f"vocabulary-{code}", message, hint))

    def text(self, path: str, limit: int) -> str | None:
        file = self.root / path
        if not file.exists() and not file.is_symlink():
            return None
        text, found = read_text(file, path, limit)
        self.found += found
        return text

    # --- YAML ---

    def concepts(self, name: str) -> dict[str, Concept]:
        concepts: dict[str, Concept] = {}
        for entry, reader in self.entries(name):
            concept = reader.read(entry)
            if concept and self.first(concepts, concept.id, reader.path, reader.first_line):
                concepts[concept.id] = concept
        return concepts

    def read_groups(self) -> None:
        """Words that many phrases share: ``{people}`` in a phrase stands for any of the group's words."""
        for entry, reader in self.entries("groups.yml"):
            group = reader.read_group(entry)
            if group and self.first(self.groups, group[0], reader.path, reader.first_line):
                self.groups[group[0]] = group[1]

    def entries(self, name: str) -> Iterator[tuple[Any, _ConceptReader]]:
        path = f"{FOLDER}/{name}"
        text = self.text(path, MAX_TABLE_BYTES)
        if text is None:
            return
        entries, lines, found = load_yaml(text, path)
        self.found += found
        if isinstance(entries, list):
            yield from ((entry, _ConceptReader(self, path, lines, n)) for n, entry in enumerate(entries))
        elif not found and entries is not None:
            self.say(path, 1, "shape", "is not a list of entries", "Begin each entry with a line: - id: its-id")

    def first(self, known: Mapping[str, Any], key: str, path: str, line: int) -> bool:
        if key in known:
            self.say(path, line, "duplicate", f'has "{key}" a second time', "Keep one of the two entries.")
        return key not in known

    # --- CSV ---

    def table(self, name: str, required: Sequence[str], allowed: Sequence[str] = ()) -> Iterator[_Row]:
        """The rows of a table whose header is right; columns like ``name_en`` are always allowed."""
        path = f"{FOLDER}/{name}"
        text = self.text(path, MAX_TABLE_BYTES)
        if text is None:
            return
        header, rows, found = rows_of(text, path)
        self.found += found
        if header:
            for column in [c for c in header if c not in (*required, *allowed) and not _PER_LANGUAGE.fullmatch(c)]:
                self.say(path, 1, "unknown-key", f'has a column "{column}" that nothing reads', "Delete or rename it.")
            missing = [column for column in required if column not in header]
            if missing:
                self.say(path, 1, "shape", f"lacks the column {', '.join(missing)}", "Add it to the first line.")
                return
        for line, cells in rows:
            yield _Row(path, line, dict(zip(header, cells, strict=True)))

    def places(self) -> dict[str, Place]:
        places: dict[str, Place] = {}
        for name in _LEVELS:
            for row in self.table(f"places/{name}.csv", ("id", "name_en"), _PLACE_COLUMNS):
                place = self.place(row, name, places)
                if place and self.first(places, place.id, row.path, row.line):
                    places[place.id] = place
        return places

    def place(self, row: _Row, level: str, places: Mapping[str, Place]) -> Place | None:
        kind, form, separator = _LEVELS[level]
        identity, names = row.cells["id"], row.by_language("name")
        parent = identity.partition(separator)[0] if separator else None
        if not form.fullmatch(identity):
            self.say(
                row.path, row.line, "id", f'has the id "{identity}"', f"A {kind} is written as in the rows around."
            )
        elif not names:
            self.say(row.path, row.line, "label", f"gives {identity} no name", "Fill in name_en.")
        elif parent and parent not in places:
            self.orphan(row, identity, parent)
        else:
            return Place(
                identity,
                "world" if identity.isdigit() else kind,
                names,
                parent,
                row.many("aliases"),
                code=row.cells.get("lgd_code") or row.cells.get("m49", ""),
                seat=_seat(row.by_language("seat")),
            )
        return None

    def orphan(self, row: _Row, identity: str, parent: str) -> None:
        """Says once for each missing place that places in it are left out."""
        if parent not in self.missing:
            self.missing.add(parent)
            hint = f"Add {parent} first; everything within it is left out."
            self.say(row.path, row.line, "parent", f"{identity} lies in {parent}, which is not there", hint)

    def known(self, row: _Row, ids: Iterable[str], places: Mapping[str, Place]) -> tuple[str, ...]:
        """``ids`` as far as they are places; the others are named."""
        good = []
        for identity in ids:
            if identity in places:
                good.append(identity)
            else:
                hint = "Write the id as in places/states.csv or places/districts.csv."
                self.say(row.path, row.line, "place", f'names the place "{identity}", which is not there', hint)
        return tuple(good)

    def one_of(self, row: _Row, column: str, choices: Sequence[str]) -> bool:
        value = row.cells[column]
        if value not in choices:
            self.say(row.path, row.line, "kind", f'has the {column} "{value}"', f"Use one of: {', '.join(choices)}.")
        return value in choices

    def former(self, places: Mapping[str, Place]) -> tuple[dict[str, Place], list[Ambiguous]]:
        """``places`` with their former names, and the names of those that are now several or part of another."""
        now, gone = dict(places), []
        columns = ("name_en", "change", "current")
        for row in self.table("places/former.csv", columns, ("from", "until", "verified")):
            names = tuple(row.by_language("name").values())
            if not names:
                self.say(row.path, row.line, "label", "gives a former place no name", "Fill in name_en.")
                continue
            current = self.known(row, row.many("current"), places)
            if not self.one_of(row, "change", CHANGES) or not current:
                continue
            if row.cells["change"] == "renamed" and len(current) == 1:
                place = now[current[0]]
                now[place.id] = replace(place, former=(*place.former, *names))
            else:
                gone += [Ambiguous(name, "area", current) for name in names]
        return now, gone

    def ambiguous(self, places: Mapping[str, Place]) -> list[Ambiguous]:
        entries: dict[str, Ambiguous] = {}
        for row in self.table("places/ambiguous.csv", ("name", "kind", "candidates"), ("note",)):
            name = row.cells["name"]
            if not name:
                self.say(row.path, row.line, "label", "has no name", "Fill in the first column.")
            elif self.one_of(row, "kind", AMBIGUOUS_KINDS) and self.first(entries, name, row.path, row.line):
                entries[name] = Ambiguous(name, row.cells["kind"], self.known(row, row.many("candidates"), places))
        return list(entries.values())

    def newspapers(self, places: Mapping[str, Place]) -> dict[str, Newspaper]:
        papers: dict[str, Newspaper] = {}
        for row in self.table("newspapers.csv", ("id", "name"), ("native", "language", "place", "editions")):
            paper = self.newspaper(row, places)
            if paper and self.first(papers, paper.id, row.path, row.line):
                papers[paper.id] = paper
        return papers

    def newspaper(self, row: _Row, places: Mapping[str, Place]) -> Newspaper | None:
        identity, name = row.cells["id"], row.cells["name"]
        language = row.cells.get("language") or "en"
        if not SLUG.fullmatch(identity):
            self.say(row.path, row.line, "id", f'has the id "{identity}"', "Use small letters, digits and hyphens.")
        elif not name:
            self.say(row.path, row.line, "label", f"gives {identity} no name", "Fill in the column name.")
        elif not _LANGUAGE.fullmatch(language):
            self.say(row.path, row.line, "shape", f'has the language "{language}"', "Use a code such as hi or en.")
        else:
            place = self.known(row, row.many("place")[:1], places)
            native = row.cells.get("native", "")
            return Newspaper(identity, name, native, language, "".join(place), row.many("editions"))
        return None


def _seat(names: Mapping[str, str]) -> str:
    """The seat in all languages on one line, as in "Sasaram (सासाराम)"."""
    first, *others = dict.fromkeys(names.values()) or ("",)
    return f"{first} ({', '.join(others)})" if others else first


@dataclass(frozen=True)
class _ConceptReader:
    """Reads one entry of a list of concepts."""

    reader: _Reader
    path: str
    lines: Lines
    number: int

    def say(self, key: KeyPath, code: str, message: str, hint: str = "") -> None:
        full: KeyPath = (self.number, *key)
        line = next((self.lines[full[:n]] for n in range(len(full), 0, -1) if full[:n] in self.lines), 1)
        self.reader.say(self.path, line, code, message, hint)

    @property
    def first_line(self) -> int:
        return self.lines.get((self.number,), 1)

    def identity(self, entry: Any, keys: Sequence[str]) -> str | None:
        if not isinstance(entry, dict):
            self.say((), "shape", "is an entry without fields", "Write fields as name: value, first of all id.")
            return None
        self.unknown((), entry, keys)
        identity = entry.get("id")
        if not isinstance(identity, str) or not SLUG.fullmatch(identity):
            self.say(("id",), "id", f"has the id {identity!r}", "Use small letters, digits and hyphens.")
            return None
        return identity

    def read_group(self, entry: Any) -> tuple[str, Mapping[str, tuple[str, ...]]] | None:
        identity = self.identity(entry, ("id", "words"))
        return (identity, self.by_language(entry, "words", self.phrases)) if identity else None

    def read(self, entry: Any) -> Concept | None:
        identity = self.identity(entry, _CONCEPT_KEYS)
        if identity is None:
            return None
        labels = self.by_language(entry, "labels", self.line)
        if not labels:
            self.say(
                ("labels",), "label", f"gives {identity} no label", "Add under labels a line such as en: Its name."
            )
            return None
        return Concept(
            identity,
            labels,
            self.by_language(entry, "definitions", self.line),
            self.by_language(entry, "triggers", self.phrases),
            self.by_language(entry, "negatives", self.phrases),
            tuple(self.facts(entry.get("facts"))),
        )

    def unknown(self, key: KeyPath, mapping: Mapping[str, Any], allowed: Sequence[str]) -> None:
        for name in [name for name in mapping if name not in allowed]:
            hint = f"Known are: {', '.join(allowed)}."
            self.say((*key, name), "unknown-key", f'has a field "{name}" that nothing reads', hint)

    def by_language(self, entry: Mapping[str, Any], name: str, read: Callable[[KeyPath, Any], Any]) -> dict[str, Any]:
        values = entry.get(name)
        if values is None:
            return {}
        if not isinstance(values, dict):
            self.say((name,), "shape", f"{name} has no languages", "Write a line for each language, as in: en: ...")
            return {}
        for language in [language for language in values if not _LANGUAGE.fullmatch(language)]:
            self.say((name, language), "unknown-key", f'has the language "{language}"', "Use en, hi or hi-Latn.")
        read_values = ((lang, read((name, lang), v)) for lang, v in values.items() if _LANGUAGE.fullmatch(lang))
        return {language: value for language, value in read_values if value}

    def line(self, key: KeyPath, value: Any) -> str:
        if not isinstance(value, str) or not value.strip():
            self.say(key, "label", "is empty or no text", "Write the words, or delete the line.")
            return ""
        return " ".join(value.split())

    def phrases(self, key: KeyPath, value: Any) -> tuple[str, ...]:
        if value is None:
            return ()
        if not isinstance(value, list):
            self.say(key, "shape", "is not a list of phrases", "Begin each phrase with a hyphen, on its own line.")
            return ()
        phrases = []
        for number, phrase in enumerate(value):
            if isinstance(phrase, bool | float | dict | list) or phrase is None or not str(phrase).strip():
                self.say((*key, number), "shape", "is no phrase", "Put the phrase in double quotes.")
            elif (full := self.full(key, number, " ".join(str(phrase).split()))) is not None:
                phrases.append(full)
        return tuple(dict.fromkeys(phrases))

    def full(self, key: KeyPath, number: int, phrase: str) -> str | None:
        """``phrase`` with the words of the groups that it names, in its own language."""
        language = str(key[-1])
        names = _GROUP.findall(phrase)
        unknown = [name for name in names if not self.reader.groups.get(name, {}).get(language)]
        for name in unknown:
            hint = f"groups.yml has: {', '.join(sorted(self.reader.groups)) or 'none'}."
            self.say((*key, number), "group", f'names the group "{name}", which has no words in {language}', hint)
        if unknown:
            return None
        return _GROUP.sub(lambda match: " / ".join(self.reader.groups[match[1]][language]), phrase)

    def facts(self, value: Any) -> Iterator[Mapping[str, Any]]:
        if value is not None and not isinstance(value, list):
            self.say(("facts",), "shape", "facts is not a list", "Begin each fact with: - text: ...")
            return
        for number, fact in enumerate(value or ()):
            key: KeyPath = ("facts", number)
            if not isinstance(fact, dict):
                self.say(key, "shape", "is a fact without fields", "Give it text, year and source.")
                continue
            self.unknown(key, fact, _FACT_KEYS)
            year = fact.get("year")
            if not self.is_text(fact.get("text")) or not self.is_text(fact.get("source")):
                self.say(key, "shape", "is a fact without its text or its source", "Give both.")
            elif year is not None and (isinstance(year, bool) or not re.fullmatch(r"\d{4}", str(year))):
                self.say((*key, "year"), "shape", f"has the year {year!r}", "Write four digits.")
            else:
                yield {name: fact[name] for name in _FACT_KEYS if fact.get(name) is not None}

    def is_text(self, value: Any) -> bool:
        return isinstance(value, str) and bool(value.strip())
