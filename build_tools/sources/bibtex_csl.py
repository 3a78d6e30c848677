"""A BibTeX entry as CSL JSON, the form in which citation tools exchange references.

The fields follow the CSL 1.0.2 specification; the types follow the usual mapping of BibTeX and biblatex.
"""

from __future__ import annotations

import re
from typing import Any

from build_tools.sources.bibtex_dates import ReadDate, read_date, read_year_and_month, to_csl
from build_tools.sources.bibtex_entry import BibEntry
from build_tools.sources.bibtex_identifiers import clean_doi, clean_isbn
from build_tools.sources.bibtex_names import badly_separated

NAME_FIELDS = ("author", "editor", "translator", "bookauthor")
_CSL_NAMES = {"author": "author", "editor": "editor", "translator": "translator", "bookauthor": "container-author"}

# BibTeX type -> (CSL type, id of the material).
TYPES: dict[str, tuple[str, str]] = {
    "article": ("article-journal", "journal-article"),
    "suppperiodical": ("article-journal", "journal-article"),
    "review": ("review", "journal-article"),
    "newspaper": ("article-newspaper", "newspaper-clipping"),
    "magazine": ("article-magazine", "journal-article"),
    "periodical": ("periodical", "periodical-issue"),
    **dict.fromkeys(("inproceedings", "conference"), ("paper-conference", "journal-article")),
    **dict.fromkeys(("book", "mvbook", "collection", "mvcollection", "reference", "mvreference"), ("book", "book")),
    **dict.fromkeys(("proceedings", "mvproceedings", "booklet"), ("book", "book")),
    **dict.fromkeys(("inbook", "incollection", "bookinbook", "suppbook", "suppcollection"), ("chapter", "book")),
    "inreference": ("entry-encyclopedia", "book"),
    **dict.fromkeys(("report", "techreport"), ("report", "report")),
    "manual": ("report", "toolkit-sop"),
    **dict.fromkeys(("thesis", "phdthesis", "mastersthesis"), ("thesis", "unpublished-study")),
    "unpublished": ("manuscript", "unpublished-study"),
    **dict.fromkeys(("online", "electronic", "www", "webpage"), ("webpage", "web-link")),
    "dataset": ("dataset", "statistics-dataset"),
    **dict.fromkeys(("legislation", "law", "legal", "statute"), ("legislation", "law-text")),
    **dict.fromkeys(("jurisdiction", "case"), ("legal_case", "judgment")),
    **dict.fromkeys(("video", "movie", "film"), ("motion_picture", "audio-visual")),
    **dict.fromkeys(("audio", "music"), ("song", "audio-visual")),
    **dict.fromkeys(("image", "artwork", "photo"), ("graphic", "audio-visual")),
    "map": ("map", "report"),
    "software": ("software", "report"),
    "standard": ("standard", "report"),
    "patent": ("patent", "report"),
    "letter": ("personal_communication", "report"),
    "misc": ("document", "report"),
}
_OTHER = ("document", "report")
_SUBTYPES = {"newspaper": "article-newspaper", "newspaperarticle": "article-newspaper", "magazine": "article-magazine"}

_GENRES = {
    "phdthesis": "PhD thesis", "mastersthesis": "Master's thesis", "mathesis": "Master's thesis",
    "bathesis": "Bachelor's thesis", "candthesis": "Candidate thesis", "techreport": "Technical report",
    "resreport": "Research report",
}  # fmt: skip
_EDITIONS = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7",
    "eighth": "8", "ninth": "9", "tenth": "10", "revised": "Rev. ed.",
}  # fmt: skip
_SERIAL = frozenset({"article-journal", "article-magazine", "article-newspaper", "review", "periodical"})

# CSL variable -> the BibTeX fields that it is read from, the first that is there.
_PLAIN_FIELDS = {
    "title-short": ("shorttitle",),
    "publisher": ("publisher", "institution", "school", "organization"),
    "publisher-place": ("address", "location"),
    "volume": ("volume",),
    "ISSN": ("issn",),
    "collection-title": ("series",),
    "number-of-pages": ("pagetotal", "numpages"),
    "number-of-volumes": ("volumes",),
    "version": ("version",),
    "section": ("section",),
}


def material_of(entry: BibEntry) -> str:
    """The id of the material that the entry's type stands for."""
    if TYPES.get(entry.type, _OTHER)[0] == "article-journal" and _csl_type(entry) == "article-newspaper":
        return "newspaper-clipping"
    web_only = entry.type == "misc" and "url" in entry.values and not entry.first("publisher", "institution", "school")
    return "web-link" if web_only else TYPES.get(entry.type, _OTHER)[1]


def csl_of(entry: BibEntry, date: ReadDate, language: str) -> dict[str, Any]:
    """The entry as a CSL JSON object with its key as ``id``.  Whatever is wrong in the fields becomes a fault."""
    kind = _csl_type(entry)
    csl: dict[str, Any] = {"id": entry.key, "type": kind, "title": title_of(entry), "language": language}
    csl |= {_CSL_NAMES[name]: names for name in NAME_FIELDS if (names := _names(entry, name))}
    csl |= {"issued": to_csl(date), "accessed": to_csl(_accessed(entry)), "status": date.status}
    csl |= {variable: entry.text(*fields) for variable, fields in _PLAIN_FIELDS.items()}
    csl |= {"container-title": _container(entry), "page": _pages(entry), "edition": _edition(entry)}
    csl |= _numbers(entry, kind) | {"genre": _genre(entry)} | identifiers(entry)
    if kind == "legal_case":
        csl["authority"] = csl.pop("publisher")
    return {name: value for name, value in csl.items() if value}


def title_of(entry: BibEntry, title: str = "title", subtitle: str = "subtitle") -> str:
    main, sub = entry.text(title), entry.text(subtitle)
    if not (main and sub):
        return main
    return f"{main} {sub}" if main[-1] in ":?!–—" else f"{main}: {sub}"


def date_of(entry: BibEntry) -> ReadDate:
    """When the work appeared.  A date that cannot be told is a fault on its line."""
    if name := entry.first("date"):
        found = read_date(entry.text(name))
    else:
        name = entry.first("year") or "month"
        found = read_year_and_month(entry.text("year"), entry.text("month"), entry.text("day"))
        if found is None and read_date(entry.text("year")) is not None:
            name = "month"  # the year alone would do
    return _dated(entry, name, found)


def _accessed(entry: BibEntry) -> ReadDate:
    name = entry.first("urldate", "accessed", "lastchecked", "lastaccessed", "urlaccessdate")
    return _dated(entry, name, read_date(entry.text(name))) if name else ReadDate()


def _dated(entry: BibEntry, name: str, found: ReadDate | None) -> ReadDate:
    if found is None:
        hint = "Write 2019, 2019-03, 2019-03-14 or 2019/2020, or n.d. when there is no date."
        message = f'the field "{name}" is no date: "{entry.text(name)[:60]}"'
        entry.fault(name, "bib-date", message, hint)
    return found or ReadDate()


def identifiers(entry: BibEntry) -> dict[str, str]:
    """``DOI``, ``ISBN`` and ``URL`` as far as they are there and right; a wrong DOI or ISBN is a fault."""
    found = {"DOI": "", "ISBN": "", "URL": entry.address("url")}
    if written := entry.address("doi"):
        found["DOI"] = clean_doi(written) or ""
        if not found["DOI"]:
            hint = "A DOI looks like 10.1000/182. Copy it again, or delete the field."
            entry.fault("doi", "bib-doi", f'"{written[:80]}" is no DOI', hint)
    if written := entry.text("isbn"):
        found["ISBN"] = clean_isbn(written) or ""
        if not found["ISBN"]:
            hint = "One of its digits is wrong or missing. Copy it again from the book, or delete the field."
            entry.fault("isbn", "bib-isbn", f'"{written[:80]}" is no ISBN: the check digit does not fit', hint)
    if not re.match(r"https?://", found["URL"]):
        found["URL"] = ""  # the model refuses it with its line; it must not go anywhere as a link
    return found


def _csl_type(entry: BibEntry) -> str:
    kind = TYPES.get(entry.type, _OTHER)[0]
    return _SUBTYPES.get(entry.text("entrysubtype").lower(), kind) if kind == "article-journal" else kind


def _names(entry: BibEntry, name: str) -> list[dict[str, str]]:
    if name not in entry.values:
        return []
    if several := badly_separated(entry.rich(name)):
        hint = 'Write "Family, Given and Family, Given", with the word "and" between persons.'
        entry.fault(name, "bib-name", f'"{several[:80]}" in the field "{name}" looks like several persons', hint)
    return entry.names(name)


def _container(entry: BibEntry) -> str:
    if name := entry.first("journal", "journaltitle", "newspaper", "magazine"):
        return title_of(entry, name, "journalsubtitle")
    if entry.first("booktitle"):
        return title_of(entry, "booktitle", "booksubtitle")
    return entry.text("maintitle") or entry.text("website")


def _pages(entry: BibEntry) -> str:
    """Ranges with a simple hyphen, as CSL wants them; the style sets the dash."""
    return re.sub(r"\s*[-–—]+\s*", "-", entry.text("pages"))


def _numbers(entry: BibEntry, kind: str) -> dict[str, str]:
    number = entry.text("number")
    numbers = {"chapter-number": entry.text("chapter"), "number": entry.text("eid")}
    if kind in _SERIAL:
        numbers["issue"] = entry.text("issue") or number
    elif entry.first("series") and kind in {"book", "chapter", "paper-conference"}:
        numbers["collection-number"] = number
    else:
        numbers["number"] = number
    return numbers


def _genre(entry: BibEntry) -> str:
    written = entry.text("type")
    if written:
        return _GENRES.get(written.lower(), written)
    return _GENRES[entry.type] if entry.type in ("phdthesis", "mastersthesis") else ""


def _edition(entry: BibEntry) -> str:
    written = entry.text("edition")
    bare = re.sub(r"\s*(?:edition|edn?\.?)$", "", written, flags=re.I)
    number = re.fullmatch(r"(\d+)(?:st|nd|rd|th)?", bare, re.I)
    return number[1] if number else _EDITIONS.get(bare.lower(), written)
