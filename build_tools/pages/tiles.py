"""A map of squares, a place each, as inline SVG with links.  No boundary is drawn, so none is drawn wrongly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class Tile:
    """A square: where it stands, what stands in it, what it says when asked, where it leads, and its shade (0 to 4)."""

    at: tuple[int, int]
    code: str
    says: str
    href: str
    shade: int


def svg(tiles: Iterable[Tile], label: str) -> Markup:
    """The map; empty where no place has a square.  Its colours come from the page's style: ``.s0`` to ``.s4``."""
    shown = sorted(tiles, key=lambda t: (t.at[1], t.at[0]))
    if not shown:
        return Markup("")
    width, height = (10 * (1 + max(t.at[axis] for t in shown)) for axis in (0, 1))
    squares = Markup("").join(
        Markup(
            '<a href="{}" class="s{}"><title>{}</title><path d="M{} {}h9v9h-9z"/><text x="{}" y="{}">{}</text></a>'
        ).format(t.href, t.shade, t.says, 10 * t.at[0], 10 * t.at[1], 10 * t.at[0] + 4.5, 10 * t.at[1] + 6, t.code)
        for t in shown
    )
    return Markup('<svg class="kb-map" viewBox="0 0 {} {}" role="group" aria-label="{}">{}</svg>').format(
        width, height, label, squares
    )
