"""Makes running text of the lines that an engine read: blocks, paragraphs, and words that line ends divided."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import count

from build_tools.model import Role, Word
from build_tools.ocr.order import Line, grouped, lines_in_order
from build_tools.ocr.roles import Block, Piece, dateline_words, height_of, neighbours, pieces_of
from build_tools.ocr.values import Box, Row

Paragraph = list[Line]

# --- What is a word --------------------------------------------------------------------------------------

_RULES = "|_¦"
_LEAST = 10.0
_LEAST_SIGN = 70.0
_SAME_SIZE = 1.15
_ALIKE = 1.4
_INDENT = 0.7


def _legible(row: Row) -> Row | None:
    """The row without what the engine made of the rules between columns; ``None`` for what is more likely dirt."""
    text = row.text.strip(_RULES)
    if not text or row.confidence < (_LEAST if any(c.isalnum() for c in text) else _LEAST_SIGN):
        return None
    return row if text == row.text else replace(row, text=text)


# --- Blocks and paragraphs -------------------------------------------------------------------------------


def _alike(one: Line, other: Line, ratio: float = _ALIKE) -> bool:
    """True when the two are set in about the same size."""
    heights = height_of(one), height_of(other)
    return max(heights) < ratio * min(heights)


def _same_block(above: Line, line: Line) -> bool:
    """Below it, in the same column, near, and of the same size; nearly the same suffices where the engine sees one."""
    heights = height_of(above), height_of(line)
    near = -0.5 * min(heights) <= line.box[1] - above.bottom <= max(heights)
    column = min(above.right, line.right) - max(above.box[0], line.box[0]) > 0
    one_to_the_engine = above.rows[0].block == line.rows[0].block
    return near and column and _alike(above, line, _ALIKE if one_to_the_engine else _SAME_SIZE)


def _paragraphs(block: Sequence[Line]) -> Block:
    """A new paragraph starts where a line is indented, or where its first word had found room in the line before."""
    right = max(line.right for line in block)

    def goes_on(above: Line, line: Line) -> bool:
        height = height_of(line)
        indent, first_word = line.box[0] - above.box[0], line.rows[0].box[2]
        return indent < _INDENT * height and right - above.right < first_word + height

    return grouped(block, goes_on)


def as_it_is(box: Box) -> Box:
    return box


def blocks_of(lines: Sequence[Line]) -> list[Block]:
    """Lines in reading order as blocks of paragraphs."""
    return [_paragraphs(block) for block in grouped(lines, _same_block)]


def pieces_in(
    rows: Sequence[Row], where: Callable[[Box], Box] = as_it_is, size: tuple[int, int] | None = None
) -> list[Piece]:
    """The legible rows of one page in pieces, in reading order; lines of articles beside the clipping come last.

    ``where`` gives a row's place on the picture of ``size`` (width, height); without a size nothing is beside.
    """
    lines = lines_in_order([row for row in map(_legible, rows) if row])
    beside = neighbours(lines, where, size) if size else set()
    own = [line for number, line in enumerate(lines) if number not in beside]
    margin = [line for number, line in enumerate(lines) if number in beside]
    return [*pieces_of(blocks_of(own)), *(Piece("margin", block) for block in blocks_of(margin))]


def words_of(
    pieces: Sequence[Piece], first_line: int = 0, first_block: int = 0, where: Callable[[Box], Box] = as_it_is
) -> list[Word]:
    """The words with lines and blocks numbered in reading order, from the given numbers on; ``where`` places them."""
    words: list[Word] = []
    numbers = count(first_line)
    opening = next((piece for piece in pieces if piece.role == "body"), None)
    for block, piece in enumerate(pieces, first_block):
        for line, roles in _lines_with_roles(piece, piece is opening):
            number = next(numbers)
            words += [
                Word(row.text, where(row.box), row.confidence, number, block, role)
                for row, role in zip(line.rows, roles, strict=True)
            ]
    return words


def _lines_with_roles(piece: Piece, opening: bool) -> Iterable[tuple[Line, list[Role]]]:
    """Each line of a piece with the roles of its words; those of the dateline that opens a body have their own."""
    lines = [line for paragraph in piece.block for line in paragraph]
    left = dateline_words(lines) if opening else 0
    for line in lines:
        roles: list[Role] = ["dateline" if number < left else piece.role for number in range(len(line.rows))]
        left -= len(line.rows)
        yield line, roles


def text_of(pieces: Sequence[Piece]) -> str:
    """Running text without the margin: one line for each paragraph, an empty line between two.

    A paragraph that a column's end divides is made whole where Latin letters show it: it ends within a sentence,
    and what follows starts with a small letter.
    """
    told = [(piece.role, paragraph) for piece in pieces if piece.role != "margin" for paragraph in piece.block]
    written = [[" ".join(row.text for row in line.rows) for line in paragraph] for _, paragraph in told]
    compounds = compounds_in(line for lines in written for line in lines)
    texts: list[str] = []
    before: tuple[Role, Paragraph] | None = None
    for (role, paragraph), lines in zip(told, written, strict=True):
        text = join_lines(lines, compounds)
        if before and before[0] == role and _divided(texts[-1], text) and _alike(before[1][-1], paragraph[0]):
            texts[-1] = join_lines([texts[-1], text], compounds)
        else:
            texts.append(text)
        before = role, paragraph
    return "\n\n".join(texts)


# --- Hyphens ---------------------------------------------------------------------------------------------

_HEAD = re.compile(r"([A-Za-z\u00c0-\u024f]{2,})[-\u00ac\u00ad\u2010]$")
_TAIL = re.compile(r"[a-z\u00df-\u00f6\u00f8-\u024f]+")
_OPEN = re.compile(r"[a-z\u00df-\u00f6\u00f8-\u024f,\-\u00ac\u00ad\u2010]$")
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")


def compounds_in(lines: Iterable[str]) -> frozenset[str]:
    """The words with a hyphen that stand whole within the lines, in lower case."""
    return frozenset(word.lower() for line in lines for word in _COMPOUND.findall(line))


def _divided(text: str, following: str) -> bool:
    return bool(_OPEN.search(text) and _TAIL.match(following))


def join_lines(lines: Sequence[str], compounds: frozenset[str] = frozenset()) -> str:
    """The lines as one; a word of Latin letters that a hyphen divides at a line's end is made whole.

    The hyphen stays when the word is found with it elsewhere (``compounds``): "follow-" and "up".
    """
    text = ""
    for line in lines:
        head, tail = _HEAD.search(text), _TAIL.match(line)
        if head and tail:
            compound = f"{head[1]}-{tail[0]}".lower() in compounds
            text = (text[:-1] + "-" if compound else text[:-1]) + line
        else:
            text = f"{text} {line}" if text else line
    return text
