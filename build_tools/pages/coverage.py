"""What the bank lacks: theme by state, years, languages; each gap with a link to add the first record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model import Concept
from build_tools.pages import paths, words
from build_tools.pages.desk import Choice, Desk
from build_tools.pages.writer import Page


@dataclass(frozen=True)
class Gap:
    """A state with its records on one theme, and where the first one is added."""

    name: str
    path: str
    count: int
    add: str


@dataclass(frozen=True)
class Shares:
    """Records of one type, and how many of them can be read in each language of the bank."""

    name: str
    path: str
    count: int
    readable: tuple[int, ...]


class Coverage(Desk):
    """One page over all themes, and one for each theme."""

    def pages(self) -> Iterator[Page]:
        covered = self.catalogue.coverage(self.language)
        states = self.states()
        themes = [
            Choice(
                concept.label(self.language),
                paths.coverage_path(theme),
                sum(1 for state in states if (theme, state) in covered),
            )
            for theme, concept in self.vocabulary.themes.items()
        ]
        title = self.t(words.N_("What is missing"))
        yield self.write(
            "coverage.html",
            paths.COVERAGE,
            title,
            themes=sorted(themes, key=lambda c: (c.count, c.name.casefold())),
            states=len(states),
            decades=self.decades(),
            shares=self.shares(),
        )
        for theme, concept in self.vocabulary.themes.items():
            yield self.theme(theme, concept)

    def theme(self, theme: str, concept: Concept) -> Page:
        path = paths.coverage_path(theme)
        name = concept.label(self.language)
        counts = {s: self.catalogue.coverage(self.language).get((theme, s), 0) for s in self.states()}
        gaps = [
            Gap(self.place_name(s), paths.value_path("places", s), n, self.writer.forge.add(theme=theme, place=s))
            for s, n in counts.items()
        ]
        return self.write(
            "coverage-theme.html",
            path,
            name,
            theme=theme,
            map=self.squares(counts, path, name),
            lacking=[g for g in gaps if not g.count],
            having=[g for g in gaps if g.count],
        )

    def decades(self) -> list[tuple[str, int, tuple[str, ...]]]:
        """Each decade from the first record to the last: its name, its records, and its years without any."""
        counts = Counter(int(e.year) for e in self.catalogue.listed(self.language) if e.year)
        if not counts:
            return []
        first, last = min(counts), max(counts)
        return [
            (
                f"{decade}–{decade + 9}",
                sum(counts[year] for year in range(decade, decade + 10)),
                tuple(str(y) for y in range(max(decade, first), min(decade + 10, last + 1)) if not counts[y]),
            )
            for decade in range(first // 10 * 10, last + 1, 10)
        ]

    def shares(self) -> list[Shares]:
        found = []
        for type_, entries in self.catalogue.by_type(self.language).items():
            readable = [
                sum(1 for e in entries if language in self.catalogue.by_id[e.id])
                for language in self.catalogue.languages
            ]
            name = self.t(words.TYPE_NAMES[type_][1])
            found.append(Shares(name, paths.type_path(type_), len(entries), tuple(readable)))
        return found
