"""Themes, occupations, types of material, and the groups of words that their phrases share: lists in YAML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from build_tools.model import SLUG, Concept
from build_tools.sources.vocabulary_findings import FOLDER, LANGUAGE, Findings
from build_tools.sources.yaml_text import KeyPath, Lines, load_yaml

_CONCEPT_KEYS = ("id", "labels", "definitions", "triggers", "negatives", "facts")
_FACT_KEYS = ("text", "year", "source")
_JOINED = re.compile(r" [+&/] |\?$")
_GROUP = re.compile(r"\{([^{}]*)\}")


def _joins(phrase: Any) -> bool:
    return isinstance(phrase, str) and _JOINED.search(phrase) is not None


class ConceptFiles:
    """Reads the lists of concepts; the groups of words first, because phrases name them."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.say = findings.say
        self.groups: dict[str, Mapping[str, tuple[str, ...]]] = {}
        self.read_groups()

    def concepts(self, name: str) -> dict[str, Concept]:
        concepts: dict[str, Concept] = {}
        for entry, reader in self.entries(name):
            concept = reader.read(entry)
            if concept and self.findings.first(concepts, concept.id, reader.path, reader.first_line):
                concepts[concept.id] = concept
        return concepts

    def share(self, name: str, concepts: Mapping[str, Concept]) -> None:
        """Makes the phrases of ``concepts`` that are enough alone a group, for the files that are read later."""
        group: dict[str, list[str]] = {}
        for concept in concepts.values():
            for language, phrases in concept.triggers.items():
                group.setdefault(language, []).extend(p for p in phrases if not _joins(p))
        self.groups[name] = {language: tuple(dict.fromkeys(phrases)) for language, phrases in group.items()}

    def read_groups(self) -> None:
        """Words that many phrases share: ``{people}`` in a phrase stands for any of the group's words."""
        for entry, reader in self.entries("groups.yml"):
            group = reader.read_group(entry)
            if group and self.findings.first(self.groups, group[0], reader.path, reader.first_line):
                self.groups[group[0]] = group[1]

    def entries(self, name: str) -> Iterator[tuple[Any, ConceptReader]]:
        path = f"{FOLDER}/{name}"
        text = self.findings.text(path)
        if text is None:
            return
        entries, lines, found = load_yaml(text, path)
        self.findings.found += found
        if isinstance(entries, list):
            yield from ((entry, ConceptReader(self, path, lines, n)) for n, entry in enumerate(entries))
        elif not found and entries is not None:
            self.say(path, 1, "shape", "is not a list of entries", "Begin each entry with a line: - id: its-id")


@dataclass(frozen=True)
class ConceptReader:
    """Reads one entry of a list of concepts."""

    files: ConceptFiles
    path: str
    lines: Lines
    number: int

    def say(self, key: KeyPath, code: str, message: str, hint: str = "") -> None:
        self.files.say(self.path, self.line_of(key), code, message, hint)

    def line_of(self, key: KeyPath) -> int:
        """The line of the nearest part of the entry that has one."""
        full: KeyPath = (self.number, *key)
        return next((self.lines[full[:n]] for n in range(len(full), 0, -1) if full[:n] in self.lines), 1)

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
        return (identity, self.by_language(entry, "words", self.words)) if identity else None

    def words(self, key: KeyPath, value: Any) -> tuple[str, ...]:
        """The words of a group.  Signs that join phrases would cut every phrase in two that names the group."""
        joined = {n: str(word) for n, word in enumerate(value if isinstance(value, list) else ()) if _joins(word)}
        for number, word in joined.items():
            hint = "Write each word or phrase of a group on its own line, without + & / or ?."
            self.say((*key, number), "group", f'joins words in a group: "{word}"', hint)
        return tuple(phrase for phrase in self.phrases(key, value) if not _joins(phrase))

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
        for language in [language for language in values if not LANGUAGE.fullmatch(language)]:
            self.say((name, language), "unknown-key", f'has the language "{language}"', "Use en, hi or hi-Latn.")
        read_values = ((lang, read((name, lang), v)) for lang, v in values.items() if LANGUAGE.fullmatch(lang))
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
        unknown = [name for name in names if not self.files.groups.get(name, {}).get(language)]
        for name in unknown:
            hint = f"groups.yml has: {', '.join(sorted(self.files.groups)) or 'none'}."
            self.say((*key, number), "group", f'names the group "{name}", which has no words in {language}', hint)
        if unknown:
            return None
        return _GROUP.sub(lambda match: " / ".join(self.files.groups[match[1]][language]), phrase)

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
