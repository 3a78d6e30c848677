"""What every writer of pages in one language needs: the catalogue, the interface's words, and one way to write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from build_tools.catalogue import Entry
from build_tools.pages import paths, words
from build_tools.pages.tiles import Tile, svg
from build_tools.pages.writer import Page, Writer


@dataclass(frozen=True)
class Choice:
    """One line of a browse page: what it is called, where it leads (if anywhere), how many records stand there."""

    name: str
    path: str
    count: int
    hint: str = ""
    within: tuple[Choice, ...] = ()
    shade: int = 0
    """0 for none to 4 for most, where choices are compared by colour."""


class Desk:
    """Writes pages in one language of the bank."""

    def __init__(self, writer: Writer, language: str) -> None:
        self.writer = writer
        self.language = language
        self.catalogue = writer.catalogue
        self.vocabulary = writer.catalogue.vocabulary
        self.home = writer.settings.bank.home_country
        self.t = words.translations(language).gettext
        self.size = writer.settings.bank.page_size
        self.prefix = paths.prefix(language, writer.default)

    def write(self, template: str, path: str, title: str, *, twin: str = "", **context: Any) -> Page:
        """A page at ``path`` of this language, with links to its ``twin`` (default: the same) in the others."""
        others = [
            (other, paths.prefix(other, self.writer.default) + (twin or path))
            for other in self.writer.settings.bank.languages
            if other != self.language
        ]
        return self.writer.page(template, self.prefix + path, self.language, title, alternates=others, **context)

    def listing(
        self,
        template: str,
        path: str,
        title: str,
        entries: Sequence[Entry],
        *,
        twin: str = "",
        size: int = 0,
        **context: Any,
    ) -> Iterator[Page]:
        """A list, continued on further pages where it is long; these lead to the first one in other languages."""
        for number, count, chunk in paths.chunks(entries, size or self.size):
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

    def place_name(self, place: str) -> str:
        return self.vocabulary.places[place].label(self.language)

    def states(self) -> list[str]:
        """The places directly within the home country, by name in this language."""
        return sorted(self.vocabulary.children.get(self.home, ()), key=self.place_name)

    def shaded(self, counts: Mapping[str, float]) -> dict[str, int]:
        """A shade from 1 to 4 for each value above nothing, a quarter of the values each; 0 for the others."""
        ranked = sorted(value for value in counts.values() if value > 0)
        return {
            key: 1 + min(3, 4 * ranked.index(value) // len(ranked)) if value > 0 else 0 for key, value in counts.items()
        }

    def squares(self, values: Mapping[str, float], path: str, label: str) -> Markup:
        """The map of squares on the page ``path``: each state with its value, a link to its page, its shade."""
        shades = self.shaded(values)
        here = self.prefix + path
        tiles = (
            Tile(
                tile,
                state.rpartition("-")[2],
                f"{self.place_name(state)}: {self._figure(values.get(state))}",
                paths.relative(here, self.prefix + paths.value_path("places", state)),
                shades.get(state, 0),
            )
            for state in self.states()
            if (tile := self.vocabulary.places[state].tile)
        )
        return svg(tiles, label)

    def _figure(self, value: float | None) -> str:
        return "–" if value is None else words.readable_number(value, self.language)
