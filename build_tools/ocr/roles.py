"""Which part of a clipping each line is: masthead, headline, byline, body, or the end of a neighbour's line.

What decides is size, place and, for bylines, a few words of the trade (``cues.yml``).  Where nothing decides, a line
is body.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from statistics import median

import yaml

from build_tools.model import Role
from build_tools.ocr.order import Line, columns_apart, surround
from build_tools.ocr.values import Box

Block = list[list[Line]]
"""Paragraphs of lines."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that stand together, in paragraphs, and what part of the clipping they are."""

    role: Role
    block: Block


_LARGE, _LARGER = 1.35, 1.12
"""Height of a headline's letters, and of those of the line below it, in heights of the body's."""
_SHORT = 14
"""Words that a masthead or date strip has at most."""
_BYLINE = 8
_DATELINE = 8
"""Words, at most."""


def text_in(line: Line) -> str:
    return " ".join(row.text for row in line.rows)


def height_of(line: Line) -> float:
    return median(row.box[3] for row in line.rows)


def _lines(block: Block) -> list[Line]:
    return [line for paragraph in block for line in paragraph]


def _size(block: Block) -> float:
    return median(height_of(line) for line in _lines(block))


def _words(block: Block) -> int:
    return sum(len(line.rows) for line in _lines(block))


def _usual(blocks: Sequence[Block]) -> float:
    """The height of most words."""
    heights = [height_of(line) for block in blocks for line in _lines(block) for _ in line.rows]
    return median(heights) if heights else 0.0


# --- Headline and masthead -------------------------------------------------------------------------------


def _headline(blocks: Sequence[Block], usual: float) -> int | None:
    """Number of the block with the largest letters above the body: the first that has two words or more."""
    large = [n for n, block in enumerate(blocks) if _size(block) >= _LARGE * usual and _words(block) > 1]
    tops = {n: min(line.box[1] for line in _lines(blocks[n])) for n in large}
    body = [line.box[1] for block in blocks if _words(block) > _SHORT for line in _lines(block)]
    above = [n for n in large if not body or tops[n] <= min(body) or _words(blocks[n]) > _SHORT]
    return max(above, key=lambda n: (_size(blocks[n]) * min(_words(blocks[n]), 4), -n), default=None)


def _roles(blocks: Sequence[Block]) -> list[Role]:
    usual = _usual(blocks)
    head = _headline(blocks, usual)
    if head is None:
        return [_strip(block) if not n else "body" for n, block in enumerate(blocks)]
    roles: list[Role] = ["masthead" if _words(block) <= _SHORT else "body" for block in blocks[:head]]
    roles += ["headline"]
    for block in blocks[head + 1 :]:
        goes_on = roles[-1] == "headline" and _size(block) >= _LARGER * usual
        roles.append("headline" if goes_on else "body")
    return roles


def _strip(block: Block) -> Role:
    """The first block where there is no headline: a date strip when it is short and has a number."""
    text = " ".join(map(text_in, _lines(block)))
    return "masthead" if _words(block) <= _SHORT and re.search(r"\d", text) else "body"


# --- Byline and dateline ---------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _cues() -> re.Pattern[str]:
    words = yaml.safe_load(files(__package__).joinpath("cues.yml").read_text("utf-8"))
    starts, anywhere = ("|".join(map(re.escape, words[name])) for name in ("starts", "anywhere"))
    return re.compile(rf"^(?:{starts})(?:\s|:|$)|(?:^|\s)(?:{anywhere})(?=\s|$|[,.:।|])", re.IGNORECASE)


def is_byline(text: str) -> bool:
    """True for a short line that says who wrote: "By our correspondent", "जागरण संवाददाता, लुधियाना"."""
    return len(text.split()) <= _BYLINE and bool(_cues().search(text))


_OPENING = re.compile(r"^[(\[\"'“‘]*(?:[A-Z]{2}|[A-Z][a-z]|[\u0900-\u097f])")
_CLOSED = re.compile(r"(?:[:—–]|\)[.।:-]?|[-])$")
_DANDA = re.compile(r"[।|]$")


def dateline_words(lines: Sequence[Line]) -> int:
    """How many words at the start of a body are its dateline: "LUDHIANA, July 27:", "जयपुर।"; 0 when it has none."""
    words = [row.text for line in lines[:2] for row in line.rows][:_DATELINE]
    if not words or not _OPENING.match(words[0]):
        return 0
    for number, word in enumerate(words, 1):
        if _CLOSED.search(word) or (number <= 4 and _DANDA.search(word)):
            return number
    return 0


def _bylines_apart(block: Block) -> list[Piece]:
    """A body's block with the byline among its first lines set apart."""
    lines = _lines(block)
    found = next((n for n, line in enumerate(lines[:3]) if is_byline(text_in(line))), None)
    if found is None:
        return [Piece("body", block)]
    rest = [[line for line in paragraph if line is not lines[found]] for paragraph in block]
    before = [p for p in ([line for line in p if line in lines[:found]] for p in rest) if p]
    after = [p for p in ([line for line in p if line not in lines[:found]] for p in rest) if p]
    pieces = [Piece("body", before), Piece("byline", [[lines[found]]]), Piece("body", after)]
    return [piece for piece in pieces if piece.block]


def pieces_of(blocks: Sequence[Block]) -> list[Piece]:
    """The blocks of one clipping, in reading order, each with what it is; a byline becomes a piece of its own."""
    pieces: list[Piece] = []
    looked = False
    for block, role in zip(blocks, _roles(blocks), strict=True):
        if role == "body" and not looked:
            pieces += (found := _bylines_apart(block))
            looked = _words(block) > _SHORT or len(found) > 1
        else:
            pieces.append(Piece(role, block))
    return pieces


# --- Neighbours ------------------------------------------------------------------------------------------

_NARROW = 0.75
"""Part of the width of the clipping's own lines that a neighbour's cut lines have at most."""
_TOUCH = 0.8
"""Heights of a line from the picture's edge that count as touching it."""
_TOUCHING = 0.45
"""Part of a neighbour's lines that touch the edge, at least."""
_LEAST_LINES = 3


def _width(lines: Sequence[Line]) -> float:
    widths = sorted(line.box[2] for line in lines)
    return widths[round(0.75 * (len(widths) - 1))]


def neighbours(lines: Sequence[Line], where: Callable[[Box], Box], size: tuple[int, int]) -> set[int]:
    """Numbers of the lines that belong to articles beside the clipping, cut off by the edge of the picture.

    ``where`` gives a box's place on the picture of ``size`` (width, height).  Such lines stand in a column at the
    edge, narrower than the clipping's own, and about half of them touch it.  A column as wide as the others stays: a
    clipping may be cut close.
    """
    columns = columns_apart(lines)
    outer = [columns[0], columns[-1]] if len(columns) > 1 else []
    cut = [column for column in outer if _at_edge(column, where, size[0])]
    rest = [line for column in columns if column not in cut for line in column] or max(columns, key=_width, default=[])
    beside = [column for column in cut if _narrower(column, rest)]
    return {n for n, line in enumerate(lines) if any(line in column for column in beside)}


def _at_edge(column: Sequence[Line], where: Callable[[Box], Box], width: int) -> bool:
    touching = sum(_touches(where(line.box), width, height_of(line)) for line in column)
    return len(column) >= _LEAST_LINES and touching >= _TOUCHING * len(column)


def _narrower(column: Sequence[Line], rest: Sequence[Line]) -> bool:
    return surround([line.box for line in column])[2] <= _NARROW * _width(rest)


def _touches(box: Box, width: int, height: float) -> bool:
    return box[0] <= _TOUCH * height or box[0] + box[2] >= width - _TOUCH * height
