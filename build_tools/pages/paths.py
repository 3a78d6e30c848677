"""Addresses of pages.  Permanent: made from ids, never from titles.  The default language stands at the top."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import TypeVar
from urllib.parse import quote

from build_tools.catalogue import Entry
from build_tools.model import RECORD_TYPES

T = TypeVar("T")

SEARCH = "search.html"
HELP = "help/index.html"
MAP = "map/index.html"
MISSING = "map/missing.html"
COVERAGE = "coverage/index.html"
REVIEW = "review/index.html"
SMALL, LARGE = 640, 1280  # pixels that the web copies of a scan are wide at most
TEXT, MACHINE_TEXT, JSON, ALTO = "txt", "machine.txt", "json", "alto.xml"  # endings of what a scan says, as files
AXES = ("types", "themes", "occupations", "places", "years", "az")


def prefix(language: str, default: str) -> str:
    return "" if language == default else f"{language.lower()}/"


def entry_path(entry: Entry, default: str) -> str:
    """``laws/x.html``; a translation ``hi/laws/x.html``; a page ``about.html``; the page called home is the first."""
    folder = RECORD_TYPES[entry.type].folder
    if entry.type == "page" and entry.id == "home":
        return f"{prefix(entry.language, default)}index.html"
    return f"{prefix(entry.language, default)}{folder}{'/' if folder else ''}{entry.id}.html"


def type_path(type_: str) -> str:
    return f"{RECORD_TYPES[type_].folder}/index.html"


def axis_path(axis: str) -> str:
    return f"{axis}/index.html"


def value_path(axis: str, value: str) -> str:
    """``themes/rescue.html``, ``places/in-rj/jaipur.html``, ``years/2019.html``, ``az/a.html``."""
    if axis == "places":
        return f"places/{value.lower()}.html"
    if axis == "az":
        return f"az/{letter_slug(value)}.html"
    return f"{axis}/{value}.html"


def letter_slug(letter: str) -> str:
    """An address for a letter: ASCII as it is, others by their code point, ``#`` as ``other``."""
    if letter == "#":
        return "other"
    return letter.lower() if letter.isascii() else f"u{ord(letter[0]):04x}"


def help_path(place: str) -> str:
    """``help/in-rj.html``, ``help/in-rj/jaipur.html``."""
    return f"help/{place.lower()}.html"


def want_path(need: str) -> str:
    return f"want/{need}.html"


def map_path(dataset: str) -> str:
    return f"map/{dataset}.html"


def coverage_path(theme: str) -> str:
    return f"coverage/{theme}.html"


def review_path(kind: str) -> str:
    return f"review/{kind}.html"


def page_named(target: str) -> str:
    """The page of the site that ``/themes``, ``/themes/rescue``, ``/types/law``, ``/help`` or ``/map`` names."""
    first, _, rest = target.strip("/").partition("/")
    if first == "types" and rest:
        return type_path(rest)
    return value_path(first, rest) if rest else axis_path(first)


def scan_path(entry: Entry, width: int = 0) -> str:
    """The web copy of a scan that is at most ``width`` pixels wide; without a width the copy in full size."""
    return f"scans/{entry.id}.{width}.webp" if width else f"scans/{entry.id}.jpg"


def reading_path(entry: Entry, ending: str) -> str:
    """Where the text of a scan stands as a file: ``scans/x.txt``, ``scans/x.json``; ids hold no dot."""
    return f"scans/{entry.id}.{ending}"


def file_path(path: str) -> str:
    """Where a file of the bank is published: below ``files/``, without the first folder."""
    return "files/" + "/".join(PurePosixPath(path).parts[1:])


def numbered(path: str, number: int) -> str:
    """Page ``number`` of a long list; ids hold no dot, so ``x.2.html`` is nobody else's."""
    return path if number == 1 else f"{path.removesuffix('.html')}.{number}.html"


def relative(here: str, target: str) -> str:
    """``target`` as a link from the page ``here``, percent-encoded; works from a folder on disk too."""
    return "../" * here.count("/") + quote(target, safe="/#:")


def chunks(items: Sequence[T], size: int) -> Iterator[tuple[int, int, Sequence[T]]]:
    """Number, count of pages, and items of each page; an empty list is one empty page."""
    count = max(1, math.ceil(len(items) / size))
    for number in range(1, count + 1):
        yield number, count, items[(number - 1) * size : number * size]
