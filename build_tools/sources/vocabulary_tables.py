"""Places, their former and ambiguous names, and newspapers: tables in CSV."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from build_tools.model import SLUG, Ambiguous, Newspaper, Place
from build_tools.sources.tables import rows_of
from build_tools.sources.vocabulary_findings import FOLDER, LANGUAGE, Findings

AMBIGUOUS_KINDS = ("word", "capital", "homonym", "elsewhere", "dateline", "town", "area", "other")
CHANGES = ("renamed", "split", "abolished")
_PER_LANGUAGE = re.compile(r"(name|seat)_([a-z]{2,3})")
_LEVELS: Mapping[str, tuple[Literal["country", "state", "district"], re.Pattern[str], str]] = {
    "countries": ("country", re.compile(r"[A-Z]{2}|\d{3}"), ""),
    "states": ("state", re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}"), "-"),
    "districts": ("district", re.compile(rf"[A-Z]{{2}}-[A-Z0-9]{{1,3}}/{SLUG.pattern}"), "/"),
}
_DEGREES = re.compile(r"-?\d{1,3}(?:\.\d+)?", re.ASCII)
_FARTHEST: Mapping[Literal["latitude", "longitude"], int] = {"latitude": 90, "longitude": 180}
_POINT_COLUMNS = ("id", *_FARTHEST, "of", "source")
_PLACE_COLUMNS = ("id", "m49", "status", "aliases", "lgd_code")


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


class TableFiles:
    """Reads the tables of places and newspapers."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.say = findings.say
        self.missing: set[str] = set()

    def table(self, name: str, required: Sequence[str], allowed: Sequence[str] = ()) -> Iterator[_Row]:
        """The rows of a table whose header is right; columns like ``name_en`` are always allowed."""
        path = f"{FOLDER}/{name}"
        text = self.findings.text(path)
        if text is None:
            return
        header, rows, found = rows_of(text, path)
        self.findings.found += found
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
                if place and self.findings.first(places, place.id, row.path, row.line):
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

    def tiles(self, places: Mapping[str, Place]) -> dict[str, Place]:
        """``places`` with their squares on the map of squares."""
        found, taken = dict(places), dict[str, str]()
        for row in self.table("places/tiles.csv", ("id", "column", "row")):
            at = f"{row.cells['column']},{row.cells['row']}"
            if not re.fullmatch(r"\d\d?,\d\d?", at):
                hint = "Give column and row as whole numbers from 0."
                self.say(row.path, row.line, "shape", f"has the square {at}", hint)
            elif self.known(row, (row.cells["id"],), places) and self.findings.first(taken, at, row.path, row.line):
                taken[at] = row.cells["id"]
                column, number = map(int, at.split(","))
                found[taken[at]] = replace(found[taken[at]], tile=(column, number))
        return found

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

    def points(self, places: Mapping[str, Place]) -> dict[str, Place]:
        """``places`` with their points on the map, as far as these are known."""
        placed: dict[str, Place] = {}
        for row in self.table("places/points.csv", _POINT_COLUMNS):
            for identity in self.known(row, (row.cells["id"],), places):
                if self.findings.first(placed, identity, row.path, row.line):
                    placed[identity] = self.placed(row, places[identity])
        return {**places, **placed}

    def placed(self, row: _Row, place: Place) -> Place:
        """``place`` at the point of ``row``; without a point where that is faulty."""
        latitude, longitude = (self.degrees(row, column) for column in _FARTHEST)
        town, source = row.cells["of"], row.cells["source"]
        if latitude is None or longitude is None:
            return place
        if place.seat and place.seat != town and not place.seat.startswith(f"{town} ("):
            message = f'has the point of "{town}", but the seat of {place.id} is "{place.seat}"'
            self.say(row.path, row.line, "point", message, "Give the point of the seat, or delete the row.")
        elif not source:
            hint = "Fill in the column source: who says that the town lies there."
            self.say(row.path, row.line, "point", f"gives {place.id} a point without a source", hint)
        else:
            return replace(place, point=(latitude, longitude), point_source=source)
        return place

    def degrees(self, row: _Row, column: Literal["latitude", "longitude"]) -> float | None:
        value, farthest = row.cells[column], _FARTHEST[column]
        if _DEGREES.fullmatch(value) and abs(float(value)) <= farthest:
            return float(value)
        hint = f"Write decimal degrees from -{farthest} to {farthest}, such as 26.9196; south and west have a minus."
        self.say(row.path, row.line, "point", f'has the {column} "{value}"', hint)
        return None

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
            elif self.one_of(row, "kind", AMBIGUOUS_KINDS) and self.findings.first(entries, name, row.path, row.line):
                entries[name] = Ambiguous(name, row.cells["kind"], self.known(row, row.many("candidates"), places))
        return list(entries.values())

    def newspapers(self, places: Mapping[str, Place]) -> dict[str, Newspaper]:
        papers: dict[str, Newspaper] = {}
        for row in self.table("newspapers.csv", ("id", "name"), ("native", "language", "place", "editions", "bylines")):
            paper = self.newspaper(row, places)
            if paper and self.findings.first(papers, paper.id, row.path, row.line):
                papers[paper.id] = paper
        return papers

    def newspaper(self, row: _Row, places: Mapping[str, Place]) -> Newspaper | None:
        identity, name = row.cells["id"], row.cells["name"]
        language = row.cells.get("language") or "en"
        if not SLUG.fullmatch(identity):
            self.say(row.path, row.line, "id", f'has the id "{identity}"', "Use small letters, digits and hyphens.")
        elif not name:
            self.say(row.path, row.line, "label", f"gives {identity} no name", "Fill in the column name.")
        elif not LANGUAGE.fullmatch(language):
            self.say(row.path, row.line, "shape", f'has the language "{language}"', "Use a code such as hi or en.")
        else:
            place = self.known(row, row.many("place")[:1], places)
            native = row.cells.get("native", "")
            editions, bylines = row.many("editions"), row.many("bylines")
            return Newspaper(identity, name, native, language, "".join(place), editions, bylines)
        return None


def _seat(names: Mapping[str, str]) -> str:
    """The seat in all languages on one line, as in "Sasaram (सासाराम)"."""
    first, *others = dict.fromkeys(names.values()) or ("",)
    return f"{first} ({', '.join(others)})" if others else first
