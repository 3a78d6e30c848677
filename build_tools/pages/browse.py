"""Six ways to browse, each page with counts; content areas for themes and occupations; places; home."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from build_tools.catalogue import Entry
from build_tools.model import Axis, Concept, Organisation, Publication
from build_tools.pages import paths, words
from build_tools.pages.citations import in_text
from build_tools.pages.writer import Page, Writer
from build_tools.settings import in_language

SHOWN = 8  # entries of each section of a content area before "all"
NEWEST = 6


@dataclass(frozen=True)
class Choice:
    """One line of a browse page: what it is called, where it leads, how many records stand there."""

    name: str
    path: str
    count: int
    hint: str = ""
    within: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Section:
    name: str
    entries: tuple[Entry, ...]
    count: int


def browse_pages(writer: Writer, language: str) -> Iterator[Page]:
    """All browse pages in one language of the bank."""
    return _Browse(writer, language).pages()


class _Browse:
    """All browse pages of one language."""

    def __init__(self, writer: Writer, language: str) -> None:
        self.writer = writer
        self.language = language
        self.vocabulary = writer.catalogue.vocabulary
        self.t = words.translations(language).gettext
        self.size = writer.settings.bank.page_size
        self.prefix = paths.prefix(language, writer.default)

    def pages(self) -> Iterator[Page]:
        yield self.home()
        yield self.write("search.html", paths.SEARCH, self.t(words.N_("Search")))
        yield from self.types()
        yield from self.concepts("themes", self.vocabulary.themes)
        yield from self.concepts("occupations", self.vocabulary.occupations)
        yield from self.places()
        yield from self.simple("years", self.writer.catalogue.by_year(self.language), str)
        yield from self.simple("az", self.writer.catalogue.by_letter(self.language), str)

    def write(self, template: str, path: str, title: str, *, twin: str = "", **context: Any) -> Page:
        """A page at ``path`` of this language, with links to its ``twin`` (default: the same) in the others."""
        others = [
            (other, paths.prefix(other, self.writer.default) + (twin or path))
            for other in self.writer.settings.bank.languages
            if other != self.language
        ]
        return self.writer.page(template, self.prefix + path, self.language, title, alternates=others, **context)

    def home(self) -> Page:
        catalogue = self.writer.catalogue
        dated = [
            e for e in catalogue.listed(self.language) if e.record.added and e.type not in ("term", "organisation")
        ]
        newest = sorted(dated, key=lambda e: (e.record.added or "", e.id), reverse=True)[:NEWEST]
        intro = catalogue.by_id.get("home", {}).get(self.language)
        return self.write(
            "home.html",
            "index.html",
            self.writer.settings.name(self.language),
            description=in_language(self.writer.settings.bank.tagline, self.language),
            tagline=in_language(self.writer.settings.bank.tagline, self.language),
            intro=intro,
            newest=newest,
            pages=[e for e in catalogue.pages(self.language) if e.id != "home"],
        )

    # --- Type of material ---

    def types(self) -> Iterator[Page]:
        groups = self.writer.catalogue.by_type(self.language)
        materials = self.materials(groups["publication"])
        yield self.axis("types", [self.type_choice(name, group, materials) for name, group in groups.items()])
        for name, group in groups.items():
            yield from self.type_pages(name, group)
        for choice, entries in materials:
            yield from self.listing("bibliography.html", choice.path, choice.name, entries, hint="", up="types")

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
        ordered = sorted(group, key=order) if order else group
        title = self.t(words.TYPE_NAMES[type_][1])
        yield from self.listing(
            template, paths.type_path(type_), title, ordered, hint=self.t(words.TYPE_HINTS[type_]), up="types"
        )

    # --- Content areas ---

    def concepts(self, axis: Axis, concepts: Mapping[str, Concept]) -> Iterator[Page]:
        groups = self.writer.catalogue.by_label(axis, self.language)
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
            **{"concept": None, "within": (), "lineage": (), "description": "", **context},
        )
        if longer:
            yield from self.listing("list.html", everything, title, group, hint="", up=axis)

    # --- Place ---

    def places(self) -> Iterator[Page]:
        groups = self.writer.catalogue.by_label("regions", self.language)
        home = self.writer.settings.bank.home_country
        always = {home, *self.vocabulary.children.get(home, ())}
        shown = [p for p in self.vocabulary.places.values() if p.id in groups or p.id in always]
        roots = [p for p in shown if p.kind in ("world", "country")]
        yield self.axis("places", [self.place_choice(p.id, groups, deep=p.id == home) for p in roots])
        for place in shown:
            yield from self.area(
                "places",
                place.id,
                place.label(self.language),
                groups.get(place.id, []),
                within=self.places_within(place.id, groups),
                lineage=[self.place_choice(p, groups) for p in reversed(self.vocabulary.lineage(place.id)[1:])],
                description="",
            )

    def place_choice(self, place: str, groups: Mapping[str, Sequence[Entry]], *, deep: bool = False) -> Choice:
        name = self.vocabulary.places[place].label(self.language)
        within = tuple(self.places_within(place, groups)) if deep else ()
        return Choice(name, paths.value_path("places", place), len(groups.get(place, ())), within=within)

    def places_within(self, place: str, groups: Mapping[str, Sequence[Entry]]) -> list[Choice]:
        """The places directly within: all states of the home country, elsewhere those with records."""
        all_of = place == self.writer.settings.bank.home_country
        ids = [c for c in self.vocabulary.children.get(place, ()) if all_of or c in groups]
        return sorted((self.place_choice(c, groups) for c in ids), key=lambda c: c.name.casefold())

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

    def listing(
        self, template: str, path: str, title: str, entries: Sequence[Entry], *, twin: str = "", **context: Any
    ) -> Iterator[Page]:
        """A list, continued on further pages where it is long; these lead to the first one in other languages."""
        for number, count, chunk in paths.chunks(entries, self.size):
            yield self.write(
                template,
                paths.numbered(path, number),
                title,
                entries=chunk,
                total=len(entries),
                number=number,
                pages=[(n, self.prefix + paths.numbered(path, n)) for n in range(1, count + 1)],
                twin=twin or path,
                **context,
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


_TYPE_LISTS: Mapping[str, tuple[str, Callable[[Entry], Any] | None]] = {
    "organisation": ("directory.html", _level),
    "publication": ("bibliography.html", _author),
    "term": ("glossary.html", None),
    "law": ("laws.html", _newest_first),
    "periodical": ("list.html", _newest_first),
    "clipping": ("list.html", _newest_first),
}
