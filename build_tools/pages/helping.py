"""Find help: country, state, district, and who helps there, by what they do, each with the day it was last verified."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from build_tools.catalogue import Entry
from build_tools.model import Concept, Organisation, slugify
from build_tools.pages import paths, words
from build_tools.pages.desk import Choice, Desk
from build_tools.pages.writer import Page

NEAREST_FIRST = ("grassroots", "sub-district", "district", "state", "national", "global")


@dataclass(frozen=True)
class Service:
    """One thing that organisations do for people, and who does it, the nearest first."""

    name: str
    entries: tuple[Entry, ...]


class Helping(Desk):
    """The pages that find help: one for the country, one for each state, one for each district with somebody in it."""

    def pages(self) -> Iterator[Page]:
        title = self.t(words.N_("Find help near you"))
        states = [self.place(state) for state in self.states()]
        yield self.help(paths.HELP, title, self.home, [], within=states)
        for state in self.states():
            yield from self.state(state)

    def state(self, state: str) -> Iterator[Page]:
        districts = sorted(self.vocabulary.children.get(state, ()), key=self.place_name)
        yield self.help(
            paths.help_path(state),
            self.place_name(state),
            state,
            [(self.t(words.N_("Find help near you")), paths.HELP)],
            within=[self.place(d) for d in districts],
        )
        above = [(self.t(words.N_("Find help near you")), paths.HELP), (self.place_name(state), paths.help_path(state))]
        for district in districts:
            if self.here.get(district):
                yield self.help(paths.help_path(district), self.place_name(district), district, above)

    def help(
        self,
        path: str,
        title: str,
        place: str,
        above: Sequence[tuple[str, str]],
        within: Sequence[Choice] = (),
    ) -> Page:
        """Who helps in ``place``: those of the place itself, and those of the state that it lies in."""
        reach = [p for p in self.vocabulary.lineage(place) if p == place or p != self.home]
        found = {e.id: e for p in reach for e in self.here.get(p, ())}
        services, others = self.by_service(list(found.values()))
        return self.write(
            "help.html",
            path,
            title,
            place=place,
            above=above,
            within=within,
            services=services,
            others=others,
            helplines=self.writer.settings.bank.helplines,
            guide=self.catalogue.find(self.writer.settings.bank.help_page or "", self.language),
        )

    def place(self, place: str) -> Choice:
        """A place within: it has a page of its own when it is a state or somebody works there."""
        count = len(self.here.get(place, ()))
        state = self.vocabulary.places[place].kind == "state"
        return Choice(self.place_name(place), paths.help_path(place) if count or state else "", count)

    @cached_property
    def here(self) -> dict[str, list[Entry]]:
        """Place -> the organisations that name it as theirs."""
        found: dict[str, list[Entry]] = {}
        for entry in self.catalogue.listed(self.language):
            if isinstance(entry.record, Organisation):
                for place in entry.values("regions"):
                    found.setdefault(place, []).append(entry)
        return found

    def by_service(self, entries: Sequence[Entry]) -> tuple[list[Service], list[Entry]]:
        """Who does what, in the order of the vocabulary; and those who do none of it."""
        ordered = sorted(entries, key=self.nearest)
        services = [
            Service(concept.label(self.language), tuple(e for e in ordered if serves(e, concept)))
            for concept in self.vocabulary.services.values()
        ]
        served = {e.id for service in services for e in service.entries}
        return [s for s in services if s.entries], [e for e in ordered if e.id not in served]

    def nearest(self, entry: Entry) -> tuple[int, str]:
        assert isinstance(entry.record, Organisation)
        return NEAREST_FIRST.index(entry.record.level), entry.title(self.language).casefold()


def serves(entry: Entry, service: Concept) -> bool:
    assert isinstance(entry.record, Organisation)
    return service.id in map(slugify, entry.record.services)
