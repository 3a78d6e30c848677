"""What is done with a stranger's picture in a confined process (``confine.run``): bytes in, JSON and bytes out.

Each job gives ``{"refused": {...}}`` when the file is refused.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any, TypeVar

from PIL import Image

from build_tools.images.decoding import of_each_page
from build_tools.images.encoding import FORMATS, encoded, full_copy, web_copy
from build_tools.images.formats import format_of
from build_tools.images.pdf import words_of_pdf
from build_tools.images.values import Limits, Refusal

T = TypeVar("T")
Given = tuple[Any, list[bytes]]

Image.init()  # the readers of all formats are there before files are out of reach


def examine(data: bytes, suffix: str, limits: Mapping[str, int]) -> Given:
    """Decodes every page: the format and the size of each, ``{"format": "PNG", "sizes": [[640, 480]]}``."""

    def found(sizes: list[tuple[int, int]]) -> Given:
        return {"format": format_of(data, suffix), "sizes": sizes}, []

    return _given(of_each_page(data, suffix, Limits(**limits), lambda page: page.size), found)


def pixels(data: bytes, suffix: str, limits: Mapping[str, int], most: int, side: int | None) -> Given:
    """Mode and size of the first ``most`` pages, ``[["RGB", 640, 480]]``, and their pixels, in rows from the top.

    With ``side`` they are grey and have no longer side.
    """

    def use(page: Image.Image) -> tuple[str, int, int, bytes]:
        if side:
            page = page.convert("L")
            page.thumbnail((side, side))
        return page.mode, *page.size, page.tobytes()

    return _given(
        of_each_page(data, suffix, Limits(**limits), use, most),
        lambda pages: ([page[:3] for page in pages], [page[3] for page in pages]),
    )


def printed(data: bytes, suffix: str, limits: Mapping[str, int]) -> Given:
    """The words that a PDF holds as text: for each page its words, ``[["word", [left, top, width, height]]]``."""
    name = format_of(data, suffix)
    words: list[Any] | Refusal = words_of_pdf(data, Limits(**limits)) if name == "PDF" else []
    return _given(words, lambda pages: (pages, []))


def copies(data: bytes, suffix: str, limits: Mapping[str, int], wanted: Sequence[tuple[int, int]]) -> Given:
    """Of the first page, for each width and most bytes that is wanted a web copy; for width 0 one in full size.

    The value is width and height of each.
    """

    def use(page: Image.Image) -> list[bytes]:
        return [web_copy(page, width, most) if width else full_copy(page) for width, most in wanted]

    return _given(of_each_page(data, suffix, Limits(**limits), use, 1), lambda made: _measured(made[0]))


def remade(data: bytes, suffix: str, limits: Mapping[str, int]) -> Given:
    """The first page in the format that was sent, from its pixels alone; the value is its width and height."""
    name = suffix.lower()
    if name not in FORMATS:
        raise ValueError(suffix)
    return _given(of_each_page(data, suffix, Limits(**limits), lambda page: encoded(page, name), 1), _measured)


def _measured(made: list[bytes]) -> Given:
    """Files that we made, with the width and height of each."""
    return [list(Image.open(io.BytesIO(file)).size) for file in made], made


def _given(outcome: list[T] | Refusal, give: Callable[[list[T]], Given]) -> Given:
    return ({"refused": asdict(outcome)}, []) if isinstance(outcome, Refusal) else give(outcome)
