"""The map: states as squares, coloured by records, by a dataset's figures, or by what is missing; a table beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_tools.catalogue import Entry
from build_tools.model import Chart, Dataset
from build_tools.pages import paths, words
from build_tools.pages.charts import points
from build_tools.pages.desk import Desk
from build_tools.pages.writer import Page


@dataclass(frozen=True)
class Row:
    """One line of the table beside the map."""

    name: str
    path: str
    value: float | None


class Maps(Desk):
    """One page for each way to colour the map."""

    def pages(self) -> Iterator[Page]:
        if not any(place.tile for place in self.vocabulary.places.values()):
            return
        yield self.map(paths.MAP, self.t(words.N_("Map")), self.t(words.N_("Records")), self.records())
        yield self.map(
            paths.MISSING,
            self.t(words.N_("Map of what is missing")),
            self.t(words.N_("Themes without a record")),
            self.missing(),
        )
        for entry, chart in self.charts():
            yield self.map(
                paths.map_path(entry.id),
                entry.title(self.language),
                chart.title or entry.title(self.language),
                figures(entry, chart),
                dataset=entry,
            )

    def map(self, path: str, title: str, what: str, values: Mapping[str, float], dataset: Entry | None = None) -> Page:
        rows = [Row(self.place_name(s), paths.value_path("places", s), values.get(s)) for s in self.states()]
        return self.write(
            "map.html",
            path,
            title,
            what=what,
            map=self.squares(values, path, what),
            rows=rows,
            dataset=dataset,
            maps=self.choices(),
            current=path,
        )

    def choices(self) -> list[tuple[str, str]]:
        """Name and address of each map."""
        return [
            (self.t(words.N_("Records")), paths.MAP),
            (self.t(words.N_("What is missing")), paths.MISSING),
            *((entry.title(self.language), paths.map_path(entry.id)) for entry, _chart in self.charts()),
        ]

    def charts(self) -> Iterator[tuple[Entry, Chart]]:
        """The datasets that have a map, each with its first one."""
        for entry in self.catalogue.listed(self.language):
            if isinstance(entry.record, Dataset):
                yield from [(entry, chart) for chart in entry.record.charts if chart.kind == "map"][:1]

    def records(self) -> dict[str, float]:
        groups = self.catalogue.by_label("regions", self.language)
        return {state: len(groups.get(state, ())) for state in self.states()}

    def missing(self) -> dict[str, float]:
        """How many themes have no record for each state."""
        covered = self.catalogue.coverage(self.language)
        return {s: sum(1 for theme in self.vocabulary.themes if (theme, s) not in covered) for s in self.states()}


def figures(entry: Entry, chart: Chart) -> dict[str, float]:
    """Place id -> figure, of the rows that the chart chooses."""
    assert isinstance(entry.record, Dataset)
    return {point.label: point.value for point in points(entry.record, chart)}
