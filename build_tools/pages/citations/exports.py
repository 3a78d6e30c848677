"""References in the two forms that every reference manager reads: RIS and BibTeX."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from build_tools.pages.citations.short import date_parts, named
from build_tools.sources.bibtex_names import OTHERS
from build_tools.sources.bibtex_values import MONTHS
from build_tools.sources.bibtex_write import entry_text, escape, names_text, verbatim

# CSL type -> (RIS type, BibTeX type).
_TYPES = {
    "article": ("JOUR", "article"), "article-journal": ("JOUR", "article"), "article-magazine": ("MGZN", "article"),
    "article-newspaper": ("NEWS", "article"), "review": ("JOUR", "article"), "book": ("BOOK", "book"),
    "chapter": ("CHAP", "incollection"), "entry-encyclopedia": ("ENCYC", "incollection"),
    "paper-conference": ("CPAPER", "inproceedings"), "periodical": ("JFULL", "misc"),
    "report": ("RPRT", "techreport"), "thesis": ("THES", "phdthesis"), "manuscript": ("UNPB", "unpublished"),
    "webpage": ("ELEC", "online"), "dataset": ("DATA", "misc"), "legislation": ("STAT", "misc"),
    "legal_case": ("CASE", "misc"), "treaty": ("STAT", "misc"), "bill": ("BILL", "misc"),
    "motion_picture": ("MPCT", "misc"), "song": ("SOUND", "misc"), "graphic": ("ART", "misc"), "map": ("MAP", "misc"),
    "software": ("COMP", "misc"), "standard": ("STAND", "techreport"), "patent": ("PAT", "misc"),
    "personal_communication": ("PCOMM", "misc"),
}  # fmt: skip
_OTHER = ("GEN", "misc")
_MONTHS = tuple(MONTHS)
_WHOLE = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle", "online": "organization"}
_HOUSE = {"techreport": "institution", "phdthesis": "school", "mastersthesis": "school"}
_SUBTYPES = {"article-newspaper": "newspaper", "article-magazine": "magazine"}
_ROLES = {"author": "AU", "editor": "ED", "translator": "A4"}


def ris(csl: Mapping[str, Any]) -> str:
    r"""The entry in RIS, as text with ``\n`` line ends; empty fields are left out."""
    rows = [("TY", _type(csl)[0]), *_ris_names(csl), *_ris_fields(csl), *_ris_pages(csl), *_ris_dates(csl)]
    lines = [f"{tag}  - {text}" for tag, value in rows if (text := _line(value))]
    return "\n".join([*lines, "ER  - \n"])


def _ris_names(csl: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for role, tag in _ROLES.items():
        for name in named(csl, role)[0]:
            family = " ".join(filter(None, (name.get("non-dropping-particle"), name.get("family"))))
            parts = (family, name.get("given"), name.get("suffix"))
            yield tag, name.get("literal") or ", ".join(part for part in parts if part)


def _ris_fields(csl: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    get = csl.get
    is_journal = get("type") in ("article-journal", "review")
    yield from (("ID", get("id")), ("TI", get("title")), ("ST", get("title-short")), ("T2", get("container-title")))
    yield from (("JO", get("container-title") if is_journal else ""), ("T3", get("collection-title")))
    yield from (("VL", get("volume")), ("IS", get("issue")), ("M1", get("number")), ("ET", get("edition")))
    yield from (("PB", get("publisher") or get("authority")), ("CY", get("publisher-place")), ("M3", get("genre")))
    yield from (("SN", get("ISBN") or get("ISSN")), ("DO", get("DOI")), ("UR", get("URL")), ("LA", get("language")))


def _ris_pages(csl: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    first, hyphen, last = str(csl.get("page") or "").partition("-")
    if hyphen and re.fullmatch(r"\s*[\w.]+\s*", first) and re.fullmatch(r"\s*[\w.]+\s*", last):
        yield from (("SP", first), ("EP", last))
    else:
        yield "SP", str(csl.get("page") or "")


def _ris_dates(csl: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, year_tag, tag in (("issued", "PY", "DA"), ("accessed", "", "Y2")):
        for part in date_parts(csl, name)[:1]:
            if year_tag:
                yield year_tag, f"{part[0]:04}"
            numbers = _iso(part).split("-")
            yield tag, "/".join([*numbers, *[""] * (4 - len(numbers))])


def to_bibtex(csl: Mapping[str, Any]) -> str:
    """The entry in BibTeX, which bibtexparser and biber read back; accents stay letters, specials are escaped."""
    key = re.sub(r"[^\w:.+/-]", "-", str(csl.get("id") or "entry"))
    kind = _type(csl)[1]
    if kind == "phdthesis" and "master" in str(csl.get("genre", "")).lower():
        kind = "mastersthesis"
    return entry_text(kind, key, _bibtex_fields(csl, kind))


def _bibtex_fields(csl: Mapping[str, Any], kind: str) -> Iterator[tuple[str, str]]:
    for role in ("author", "editor", "translator"):
        names, others = named(csl, role)
        yield role, names_text([*names, OTHERS] if others else names)
    title = escape(str(csl.get("title") or ""))
    yield "title", f"{{{title}}}" if title else ""
    for name, variable in _bibtex_names(csl, kind).items():
        text = str(csl.get(variable) or "")
        yield name, escape(text) if name != "pages" else escape(text).replace("-", "--")
    yield from _bibtex_dates(csl)
    yield "doi", verbatim(str(csl.get("DOI") or ""))
    yield "url", verbatim(str(csl.get("URL") or ""))
    yield "urldate", "/".join(_iso(part) for part in date_parts(csl, "accessed")[:1])
    yield "langid", escape(str(csl.get("language") or ""))
    yield "entrysubtype", _SUBTYPES.get(str(csl.get("type")), "")


def _bibtex_names(csl: Mapping[str, Any], kind: str) -> dict[str, str]:
    """BibTeX field -> CSL variable, in the order in which they are written."""
    number, article = ("issue", {"eid": "number"}) if "issue" in csl else ("number", {})
    genre = {"type": "genre"} if kind != "mastersthesis" else {}
    return {
        "shorttitle": "title-short", _WHOLE.get(kind, "howpublished"): "container-title",
        "series": "collection-title", **genre, "edition": "edition", "volume": "volume", "number": number, **article,
        "chapter": "chapter-number", "pages": "page", _HOUSE.get(kind, "publisher"): "publisher",
        **({"organization": "authority"} if "authority" in csl else {}), "address": "publisher-place",
        "isbn": "ISBN", "issn": "ISSN",
    }  # fmt: skip


def _bibtex_dates(csl: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    parts = date_parts(csl, "issued")
    if len(parts) == 1:
        year, *rest = parts[0]
        yield "year", f"{year:04}"
        yield "month", _MONTHS[rest[0] - 1] if rest and 1 <= rest[0] <= 12 else ""
        yield "day", str(rest[1]) if len(rest) > 1 else ""
    else:
        yield "date", "/".join(_iso(part) for part in parts)


def _iso(part: Sequence[int]) -> str:
    return "-".join([f"{part[0]:04}", *(f"{number:02}" for number in part[1:])])


def _type(csl: Mapping[str, Any]) -> tuple[str, str]:
    return _TYPES.get(str(csl.get("type")), _OTHER)


def _line(value: Any) -> str:
    return " ".join(str(value or "").split())
