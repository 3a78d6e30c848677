"""Six ways to browse, each page with counts; content areas for themes and occupations; places; home."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from build_tools.catalogue import Entry
from build_tools.model import Axis, Concept, Organisation, Publication
from build_tools.pages import paths, words
from build_tools.pages.citations import in_text
from build_tools.pages.coverage import Coverage
from build_tools.pages.desk import Choice, Desk
from build_tools.pages.helping import Helping
from build_tools.pages.mapping import Maps
from build_tools.pages.needs import Needs, needs
from build_tools.pages.notices import Notices
from build_tools.pages.reviewing import Reviewing
from build_tools.pages.writer import Page, Writer
from build_tools.settings import in_language

SHOWN = 8  # entries of each section of a content area before "all"
NEWEST = 6


@dataclass(frozen=True)
class Section:
    name: str
    entries: tuple[Entry, ...]
    count: int


def browse_pages(writer: Writer, language: str) -> Iterator[Page]:
    """All pages in one language of the bank that are no record's."""
    for pages in (_Browse, Needs, Helping, Maps, Coverage, Reviewing, Notices):
        yield from pages(writer, language).pages()


class _Browse(Desk):
    """Home, the search page, and the six ways to browse."""

    def pages(self) -> Iterator[Page]:
        yield self.front()
        yield self.write("search.html", paths.SEARCH, self.t(words.N_("Search")))
        yield from self.types()
        yield from self.concepts("themes", self.vocabulary.themes)
        yield from self.concepts("occupations", self.vocabulary.occupations)
        yield from self.places()
        yield from self.simple("years", self.catalogue.by_year(self.language), str)
        yield from self.simple("az", self.catalogue.by_letter(self.language), str)

    def front(self) -> Page:
        dated = [
            e for e in self.catalogue.listed(self.language) if e.record.added and e.type not in ("term", "organisation")
        ]
        newest = sorted(dated, key=lambda e: (e.record.added or "", e.id), reverse=True)[:NEWEST]
        intro = self.catalogue.by_id.get("home", {}).get(self.language)
        return self.write(
            "home.html",
            "index.html",
            self.writer.settings.name(self.language),
            description=in_language(self.writer.settings.bank.tagline, self.language),
            tagline=in_language(self.writer.settings.bank.tagline, self.language),
            intro=intro,
            newest=newest,
            needs=needs(self),
            pages=[e for e in self.catalogue.pages(self.language) if e.id != "home"],
        )

    # --- Type of material ---

    def types(self) -> Iterator[Page]:
        groups = self.catalogue.by_type(self.language)
        materials = self.materials(groups["publication"])
        yield self.axis("types", [self.type_choice(name, group, materials) for name, group in groups.items()])
        for name, group in groups.items():
            yield from self.type_pages(name, group)
        for choice, entries in materials:
            yield from self.listing(
                "bibliography.html", choice.path, choice.name, entries, hint="", up="types", size=self.size // 2
            )

    def type_choice(
        self, name: str, group: Sequence[Entry], materials: Sequence[tuple[Choice, Sequence[Entry]]]
    ) -> Choice:
        title, hint = self.t(words.TYPE_NAMES[name][1]), self.t(words.TYPE_HINTS[name])
        within = tuple(choice for choice, _entries in materials) if name == "publication" else ()
        return Choice(title, paths.type_path(name), len(group), hint, within)

    def materials(self, publications: Sequence[Entry]) -> list[tuple[Choice, list[Entry]]]:
        """The bibliography by type of material, in the order of the vocabulary: books, articles, theses."""
        found = []
        for identity, concept in self.vocabulary.materials.items():
            group = [e for e in publications if isinstance(e.record, Publication) and e.record.material == identity]
            if group:
                choice = Choice(concept.label(self.language), paths.value_path("materials", identity), len(group))
                found.append((choice, sorted(group, key=_author)))
        return found

    def type_pages(self, type_: str, group: Sequence[Entry]) -> Iterator[Page]:
        template, order = _TYPE_LISTS.get(type_, ("list.html", None))
        size = self.size // 2 if template in _WORDY else self.size
        ordered = sorted(group, key=order) if order else group
        title = self.t(words.TYPE_NAMES[type_][1])
        yield from self.listing(
            template,
            paths.type_path(type_),
            title,
            ordered,
            hint=self.t(words.TYPE_HINTS[type_]),
            up="types",
            size=size,
        )

    # --- Content areas ---

    def concepts(self, axis: Axis, concepts: Mapping[str, Concept]) -> Iterator[Page]:
        groups = self.catalogue.by_label(axis, self.language)
        choices = [
            Choice(
                concept.label(self.language),
                paths.value_path(axis, identity),
                len(groups.get(identity, ())),
                concept.definitions.get(self.language, ""),
            )
            for identity, concept in concepts.items()
        ]
        yield self.axis(axis, sorted(choices, key=lambda c: c.name.casefold()))
        for identity, concept in concepts.items():
            group = groups.get(identity, [])
            yield from self.area(
                axis,
                identity,
                concept.label(self.language),
                group,
                concept=concept,
                description=_definition(concept, self.language),
            )

    def area(self, axis: str, value: str, title: str, group: Sequence[Entry], **context: Any) -> Iterator[Page]:
        """A content area: the same sections everywhere, a few records in each, and the whole list behind."""
        path = paths.value_path(axis, value)
        everything = path.removesuffix(".html") + ".all.html"
        sections = []
        for name, types in words.AREA_SECTIONS:
            of_type = tuple(e for e in group if e.type in types)
            sections.append(Section(self.t(name), of_type[:SHOWN], len(of_type)))
        longer = any(s.count > SHOWN for s in sections)
        yield self.write(
            "area.html",
            path,
            title,
            axis=axis,
            sections=[s for s in sections if s.count],
            total=len(group),
            everything=everything if longer else None,
            **{"concept": None, "within": (), "lineage": (), "description": "", "helping": "", **context},
        )
        if longer:
            yield from self.listing("list.html", everything, title, group, hint="", up=axis)

    # --- Place ---

    def places(self) -> Iterator[Page]:
        groups = self.catalogue.by_label("regions", self.language)
        always = {self.home, *self.vocabulary.children.get(self.home, ())}
        shown = [p for p in self.vocabulary.places.values() if p.id in groups or p.id in always]
        roots = [p for p in shown if p.kind in ("world", "country")]
        yield self.axis("places", [self.place_choice(p.id, groups, deep=p.id == self.home) for p in roots])
        for place in shown:
            yield from self.area(
                "places",
                place.id,
                place.label(self.language),
                groups.get(place.id, []),
                helping=self.helping(place.id),
                within=self.places_within(place.id, groups, everything=place.id in always),
                lineage=[self.place_choice(p, groups) for p in reversed(self.vocabulary.lineage(place.id)[1:])],
                description="",
            )

    def helping(self, place: str) -> str:
        """The page that says who helps in a place, where there is one."""
        inside = self.home in self.vocabulary.lineage(place)
        return paths.help_path(place) if inside and self.vocabulary.places[place].kind == "state" else ""

    def place_choice(self, place: str, groups: Mapping[str, Sequence[Entry]], *, deep: bool = False) -> Choice:
        within = tuple(self.places_within(place, groups, everything=True)) if deep else ()
        path = paths.value_path("places", place)
        return Choice(self.place_name(place), path, len(groups.get(place, ())), within=within)

    def places_within(
        self, place: str, groups: Mapping[str, Sequence[Entry]], *, everything: bool = False
    ) -> list[Choice]:
        """The places directly within that have records, each with its shade; with ``everything`` the others too.

        Without records only states of the home country have a page; other places then lead nowhere.
        """
        ids = [c for c in self.vocabulary.children.get(place, ()) if everything or c in groups]
        shades = self.shaded({c: len(groups.get(c, ())) for c in ids})
        choices = [replace(self.place_choice(c, groups), shade=shades[c]) for c in ids]
        known = place == self.home
        return sorted(
            (c if c.count or known else replace(c, path="") for c in choices), key=lambda c: c.name.casefold()
        )

    # --- Year, A to Z ---

    def simple(self, axis: str, groups: Mapping[str, Sequence[Entry]], name: Callable[[str], str]) -> Iterator[Page]:
        choices = [Choice(name(v), paths.value_path(axis, v), len(group)) for v, group in groups.items()]
        yield self.axis(axis, choices[::-1] if axis == "years" else choices)
        for value, group in groups.items():
            path = paths.value_path(axis, value)
            # Titles begin with other letters in other languages; their readers start from the alphabet.
            twin = paths.axis_path(axis) if axis == "az" else path
            yield from self.listing("list.html", path, name(value), group, hint="", up=axis, twin=twin)

    def axis(self, axis: str, choices: Sequence[Choice]) -> Page:
        return self.write(
            "axis.html", paths.axis_path(axis), self.t(words.AXIS_NAMES[axis]), axis=axis, choices=choices
        )


def _definition(concept: Concept, language: str) -> str:
    return concept.definitions.get(language) or next(iter(concept.definitions.values()), "")


def _level(entry: Entry) -> tuple[int, str, str]:
    assert isinstance(entry.record, Organisation)
    return (list(words.LEVELS).index(entry.record.level), entry.record.title.casefold(), entry.id)


def _newest_first(entry: Entry) -> tuple[int, str, str]:
    return (-int(entry.year or 0), entry.record.title.casefold(), entry.id)


def _author(entry: Entry) -> tuple[str, str]:
    assert isinstance(entry.record, Publication)
    return (in_text(entry.record.csl).casefold(), entry.id)


# Lists whose entries bring more than a line each, so that half as many make a page.
_WORDY = {"bibliography.html", "glossary.html"}
_TYPE_LISTS: Mapping[str, tuple[str, Callable[[Entry], Any] | None]] = {
    "organisation": ("directory.html", _level),
    "publication": ("bibliography.html", _author),
    "term": ("glossary.html", None),
    "law": ("laws.html", _newest_first),
    "periodical": ("list.html", _newest_first),
    "clipping": ("list.html", _newest_first),
}
