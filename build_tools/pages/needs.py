"""What readers come for: the list on the home page, and a page for each need that leads to more than one place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.catalogue import Entry
from build_tools.model import Need
from build_tools.pages import paths, words
from build_tools.pages.desk import Choice, Desk
from build_tools.pages.writer import Page

PLACES_TO_GO = {
    "help": words.N_("Find help near you"),
    "map": words.N_("Map"),
    "coverage": words.N_("What is missing"),
}


@dataclass(frozen=True)
class Step:
    """One thing that helps with a need: a record, or a page of the site."""

    entry: Entry | None = None
    choice: Choice | None = None


class Needs(Desk):
    """A page for each need with several leads."""

    def pages(self) -> Iterator[Page]:
        for need in self.vocabulary.needs.values():
            if len(found := steps(self, need)) > 1:
                yield self.write(
                    "want.html",
                    paths.want_path(need.id),
                    need.label(self.language),
                    description=need.hints.get(self.language, ""),
                    hint=need.hints.get(self.language, ""),
                    steps=found,
                )


def needs(desk: Desk) -> list[Choice]:
    """Each need with where it leads: to a page of its own, or at once to the one thing that it names."""
    return [
        Choice(need.label(desk.language), path, len(found), need.hints.get(desk.language, ""))
        for need in desk.vocabulary.needs.values()
        if (found := steps(desk, need))
        for path in (_only(desk, found) or desk.prefix + paths.want_path(need.id),)
    ]


def steps(desk: Desk, need: Need) -> list[Step]:
    """What a need leads to, as far as it is published, in the curator's order."""
    found = (_step(desk, lead.target) for lead in need.leads)
    return [step for step in found if step]


def _only(desk: Desk, found: Sequence[Step]) -> str:
    if len(found) > 1:
        return ""
    if found[0].entry:
        return paths.entry_path(found[0].entry, desk.writer.default)
    return desk.prefix + found[0].choice.path if found[0].choice else ""


def _step(desk: Desk, target: str) -> Step | None:
    if not target.startswith("/"):
        entry = desk.catalogue.find(target, desk.language)
        return Step(entry) if entry else None
    name = _name(desk, *target.strip("/").partition("/")[::2])
    return Step(choice=Choice(name, paths.page_named(target), 0)) if name else None


def _name(desk: Desk, axis: str, value: str) -> str:
    """The name of a page of the site in the desk's language; empty when the site has no such page."""
    if not value:
        return desk.t(words.AXIS_NAMES.get(axis) or PLACES_TO_GO.get(axis, "")) if axis else ""
    if axis == "types":
        return desk.t(words.TYPE_NAMES[value][1]) if value in words.TYPE_HINTS else ""
    concepts = {"themes": desk.vocabulary.themes, "occupations": desk.vocabulary.occupations}.get(axis, {})
    return concepts[value].label(desk.language) if value in concepts else ""
