"""A dataset's picture: plain SVG that the page's own style colours, with its words for those who do not see it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from build_tools.model import Chart, Dataset
from build_tools.pages.words import readable_number

WIDTH, ROW, LABELS, VALUES = 640, 22, 200, 90
HEIGHT = 260
MAX_POINTS = 60


@dataclass(frozen=True)
class Point:
    label: str
    value: float
    shown: str


def points(dataset: Dataset, chart: Chart) -> list[Point]:
    """The rows that the chart shows, in table order; cells that are no number are left out."""
    names = [c.name for c in dataset.columns]
    label, value = names.index(chart.label), names.index(chart.value)
    wanted = {names.index(k): v for k, v in chart.where.items() if k in names}
    found = []
    for row in dataset.rows:
        number = to_number(row[value])
        if number is not None and all(row[i] == v for i, v in wanted.items()):
            found.append(Point(row[label], number, row[value]))
    return found[:MAX_POINTS]


def to_number(text: str) -> float | None:
    """A cell as a finite number; thousands may be marked by commas."""
    try:
        number = float(text.replace(",", ""))
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def svg(dataset: Dataset, chart: Chart, language: str = "en") -> Markup:
    """The chart as inline SVG, its figures as ``language`` writes them; empty when there is nothing to draw."""
    shown = [replace(p, shown=_figure(p, language)) for p in points(dataset, chart)]
    if not shown:
        return Markup("")
    title = chart.title or f"{_title(dataset, chart.value)}: {dataset.title}"
    body, height = _bars(shown) if chart.kind == "bar" else _line(shown)
    return Markup(
        '<svg class="kb-chart" role="img" viewBox="0 0 {w} {h}" width="{w}" height="{h}">'
        "<title>{title}</title>{body}</svg>"
    ).format(w=WIDTH, h=height, title=title, body=body)


def _title(dataset: Dataset, name: str) -> str:
    return next((c.title for c in dataset.columns if c.name == name), name)


def _bars(shown: Sequence[Point]) -> tuple[Markup, int]:
    top = max((p.value for p in shown), default=0) or 1
    space = WIDTH - LABELS - VALUES
    rows = []
    for n, point in enumerate(shown):
        y, length = n * ROW, max(1, round(space * max(point.value, 0) / top))
        rows.append(
            Markup(
                '<text x="{lx}" y="{ty}" text-anchor="end">{label}</text>'
                '<rect x="{x}" y="{ry}" width="{length}" height="{h}"/>'
                '<text x="{vx}" y="{ty}">{value}</text>'
            ).format(
                lx=LABELS - 8,
                ty=y + 15,
                label=shorten(point.label, 28),
                x=LABELS,
                ry=y + 3,
                length=length,
                h=ROW - 6,
                vx=LABELS + length + 6,
                value=point.shown,
            )
        )
    return Markup("").join(rows), len(shown) * ROW


def _line(shown: Sequence[Point]) -> tuple[Markup, int]:
    top = max((p.value for p in shown), default=0) or 1
    left, right, upper, lower = 60, WIDTH - 60, 30, HEIGHT - 30
    step = (right - left) / max(1, len(shown) - 1)
    at = [(round(left + n * step), round(lower - (lower - upper) * max(p.value, 0) / top)) for n, p in enumerate(shown)]
    path = " ".join(f"{x},{y}" for x, y in at)
    marks = Markup("").join(
        Markup(
            '<circle cx="{x}" cy="{y}" r="4"/><text x="{x}" y="{vy}" text-anchor="middle">{value}</text>'
            '<text x="{x}" y="{ly}" text-anchor="middle">{label}</text>'
        ).format(x=x, y=y, vy=y - 10, value=p.shown, ly=HEIGHT - 8, label=shorten(p.label, 12))
        for (x, y), p in zip(at, shown, strict=True)
    )
    return Markup('<polyline points="{path}"/>{marks}').format(path=path, marks=marks), HEIGHT


def shorten(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


def _figure(point: Point, language: str) -> str:
    """A whole figure with the separators of ``language``; any other as the table prints it."""
    return readable_number(int(point.value), language) if point.value == int(point.value) else point.shown
