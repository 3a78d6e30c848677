"""Bibliographies: a BibTeX or biblatex file as drafts of publications.

Nothing of a file is ever lost in silence: whatever cannot be read is an error on its line, and an entry with an
error is withheld while all others stay as they are.  What is not an error: fields and types that BibTeX does not
know (reference managers write many), ``@comment`` and ``@preamble``, and text between entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from build_tools.diagnostics import Diagnostic, Severity
from build_tools.model import SourceRef, slugify
from build_tools.sources.bibtex_blocks import Fault, RawEntry, split_blocks
from build_tools.sources.bibtex_crossref import inherit
from build_tools.sources.bibtex_csl import NAME_FIELDS, csl_of, date_of, material_of
from build_tools.sources.bibtex_dates import month_number
from build_tools.sources.bibtex_entry import BibEntry, resolved
from build_tools.sources.bibtex_identifiers import language_code
from build_tools.sources.bibtex_latex import plain
from build_tools.sources.bibtex_values import MONTHS, Abbreviations
from build_tools.sources.bibtex_write import VERBATIM, entry_text, escape, names_text, verbatim
from build_tools.sources.draft import Draft, validate
from build_tools.sources.yaml_text import KeyPath

CODES = {
    "bib-syntax": "An entry cannot be read: a brace, quote, comma or equals sign is missing, or it is never closed.",
    "bib-outside": "Text between the entries looks like an entry, or like a field that fell out of one.",
    "bib-commented": "An entry is commented out with %, which BibTeX does not know. Delete it.",
    "bib-key": "An entry has no key, or one that cannot be cited: use letters, digits and hyphens.",
    "bib-duplicate-key": "Two entries have the same key, or keys that differ only in signs or capitals.",
    "bib-duplicate-field": "A field stands twice in one entry; one of the two would be lost.",
    "bib-value": "The value of a field cannot be read, mostly because a comma is missing.",
    "bib-string": "An abbreviation (@string) is not defined, is defined twice, or is made of itself.",
    "bib-expansion": "Abbreviations made of abbreviations would become endlessly long.",
    "bib-size": "A bibliography has more than 20,000 entries, 250,000 fields or 2,000,000 braces and quotes.",
    "bib-crossref": "An entry refers to a parent that is not in the file, or to itself.",
    "bib-latex": "A value holds a LaTeX command that reads, writes or defines something.",
    "bib-latex-unknown": "A value holds a LaTeX command that stands for no letter; it is left out of the text.",
    "bib-date": "A date cannot be read, or there is no such day.",
    "bib-doi": "A DOI does not have the form 10.1000/182.",
    "bib-isbn": "The check digit of an ISBN is wrong.",
    "bib-name": "A name looks like several persons; write the word and between persons.",
    "bib-language": "The language of a work is not known; write a name such as English, or a code such as hi.",
}

_WORDS = {"true": True, "yes": True, "false": False, "no": False, "partly": False}
_LISTS = ("themes", "occupations", "regions", "identity_review")
_TITLE_FIELD = re.compile(r"title[-_]([a-z]{2,3})")
_KEY_TROUBLE = re.compile(r"[\s\"{}(),;=\\~%#\]]")

# What is written into the cleaned entry, in this order; everything else describes the record or the writer's files.
_WRITTEN = (
    *NAME_FIELDS, "title", "subtitle", "shorttitle", "maintitle", "booktitle", "booksubtitle", "journal",
    "journaltitle", "journalsubtitle", "newspaper", "series", "type", "edition", "volume", "number", "issue",
    "volumes", "chapter", "pages", "pagetotal", "eid", "date", "year", "month", "day", "publisher", "institution",
    "school", "organization", "address", "location", "howpublished", "note", "isbn", "issn", "doi", "url",
    "urldate", "langid", "language", "entrysubtype", "eprint", "eprinttype", "version",
)  # fmt: skip


def read_bibtex(text: str, path: str) -> tuple[list[Draft], list[Diagnostic]]:
    """The publications of a file in its order, and all that is wrong with it.

    ``text`` is decoded already; ``path`` is how messages name the file.  An error whose ``subject`` is a draft's
    ``uid`` withholds that draft; the others are about pieces of which no draft could be made.
    """
    blocks = split_blocks(text)
    abbreviations = Abbreviations(blocks.strings, len(text))
    faults = [*blocks.faults, *abbreviations.faults]
    entries = [resolved(raw, abbreviations) for raw in _with_keys(blocks.entries, faults)]
    inherit(entries)
    found = [_diagnostic(path, fault) for fault in faults]
    drafts = []
    for entry in entries:
        if entry.type != "xdata":  # a container of fields for others
            drafts.append(_draft(entry, path))
        subject = drafts[-1].uid if entry.type != "xdata" else ""
        found += [_diagnostic(path, fault, subject) for fault in entry.faults]
    return drafts, sorted(found, key=Diagnostic.sort_key)


def _diagnostic(path: str, fault: Fault, subject: str = "") -> Diagnostic:
    return Diagnostic(path, fault.line, fault.code, fault.severity, fault.message, fault.hint, subject)


def _with_keys(entries: Sequence[RawEntry], faults: list[Fault]) -> Iterator[RawEntry]:
    """The entries that have a key of their own; the others become faults."""
    first: dict[str, RawEntry] = {}
    for entry in entries:
        identity = slugify(entry.key)
        if not identity or _KEY_TROUBLE.search(entry.key):
            what = f'the key "{entry.key[:60]}", which cannot be cited' if entry.key else "no key"
            hint = "Give it a key of letters a to z, digits and hyphens, such as weiner1991."
            faults.append(Fault(entry.line, "bib-key", f"the entry has {what}", hint))
        elif identity in first:
            other = first[identity]
            same = "the same key" if other.key == entry.key else f'the key "{other.key}", which gives the same address'
            hint = f"Rename one of them. Only the first, on line {other.line}, is used."
            message = f'the entry "{entry.key}" comes after another with {same}'
            faults.append(Fault(entry.line, "bib-duplicate-key", message, hint))
        else:
            first[identity] = entry
            yield entry


def _draft(entry: BibEntry, path: str) -> Draft:
    language = _language(entry)
    date = date_of(entry)
    csl = csl_of(entry, date, language)
    data: dict[str, Any] = {
        "id": slugify(entry.key),
        "key": entry.key,
        "entry_type": entry.type,
        "title": csl.get("title"),
        "language": language,
        "date": date.edtf or None,
        **{name: _list(entry, name) for name in _LISTS},
        "material": entry.text("material") or material_of(entry),
        "abstract": _paragraphs(entry, "abstract"),
        "doi": csl.get("DOI"),
        "isbn": csl.get("ISBN"),
        "url": entry.address("url") or None,
        "added": entry.text("added") or None,
        "verified": _WORDS.get(entry.text("verified").lower(), entry.text("verified") or None),
        "provenance": _paragraphs(entry, "provenance"),
        "titles": _titles(entry),
        "csl": csl,
        "bibtex": _clean_text(entry),
    }
    entry.check_unread()
    data = {name: value for name, value in data.items() if value is not None}
    return validate("publication", data, SourceRef(path, entry.line), _lines(entry))


def _language(entry: BibEntry) -> str:
    name = entry.first("language", "langid")
    if not name:
        return "en"
    code = language_code(entry.text(name))
    if code is None:
        hint = "Write a name such as English or Hindi, or a code such as en or hi."
        message = f'"{entry.text(name)[:60]}" is no language that is known; taken for English'
        entry.fault(name, "bib-language", message, hint, Severity.WARNING)
    return code or "en"


def _list(entry: BibEntry, name: str) -> tuple[str, ...] | None:
    ids = [part.strip() for part in entry.text(name).split(",")]
    return tuple(part for part in ids if part) or None


def _titles(entry: BibEntry) -> dict[str, str] | None:
    found = {match[1]: entry.text(name) for name in entry.values if (match := _TITLE_FIELD.fullmatch(name))}
    return {language: title for language, title in found.items() if title} or None


def _paragraphs(entry: BibEntry, name: str) -> str | None:
    if not entry.first(name):
        return None
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", plain(entry.rich(name)).strip()))


def _lines(entry: BibEntry) -> dict[KeyPath, int]:
    """Where each field of the record is written, by its name in the record."""
    lines: dict[KeyPath, int] = {(): entry.line, ("id",): entry.line, ("key",): entry.line}
    names = (*_LISTS, "title", "material", "abstract", "doi", "isbn", "url", "added", "verified", "provenance")
    lines |= {(name,): entry.line_of(name) for name in names}
    lines[("date",)] = entry.line_of("date", "year")
    lines[("language",)] = entry.line_of("language", "langid")
    for name in entry.values:
        if match := _TITLE_FIELD.fullmatch(name):
            lines.setdefault(("titles",), entry.line_of(name))
            lines[("titles", match[1])] = entry.line_of(name)
    return lines


def _clean_text(entry: BibEntry) -> str:
    return entry_text(entry.type, entry.key, ((name, _written(entry, name)) for name in _WRITTEN if entry.first(name)))


def _written(entry: BibEntry, name: str) -> str:
    if name in NAME_FIELDS:
        return names_text(entry.names(name))
    if name in VERBATIM:
        return verbatim(entry.address(name))
    if name == "month" and (number := month_number(entry.text(name))):
        return list(MONTHS)[number - 1]
    written = escape(entry.rich(name))
    return re.sub(r"\s*[-–—]+\s*", "--", written) if name == "pages" else written
