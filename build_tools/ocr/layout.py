"""Makes running text of the lines that an engine read: blocks, paragraphs, and words that line ends divided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import median

from build_tools.model import Word
from build_tools.ocr.order import Line, grouped, lines_in_order
from build_tools.ocr.values import Row

Paragraph = list[Line]
Block = list[Paragraph]

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


def _height(line: Line) -> float:
    return median(row.box[3] for row in line.rows)


def _alike(one: Line, other: Line, ratio: float = _ALIKE) -> bool:
    """True when the two are set in about the same size."""
    heights = _height(one), _height(other)
    return max(heights) < ratio * min(heights)


def _same_block(above: Line, line: Line) -> bool:
    """Below it, in the same column, near, and of the same size; nearly the same suffices where the engine sees one."""
    heights = _height(above), _height(line)
    near = -0.5 * min(heights) <= line.box[1] - above.bottom <= max(heights)
    column = min(above.right, line.right) - max(above.box[0], line.box[0]) > 0
    one_to_the_engine = above.rows[0].block == line.rows[0].block
    return near and column and _alike(above, line, _ALIKE if one_to_the_engine else _SAME_SIZE)


def _paragraphs(block: Sequence[Line]) -> Block:
    """A new paragraph starts where a line is indented, or where its first word had found room in the line before."""
    right = max(line.right for line in block)

    def goes_on(above: Line, line: Line) -> bool:
        height = _height(line)
        indent, first_word = line.box[0] - above.box[0], line.rows[0].box[2]
        return indent < _INDENT * height and right - above.right < first_word + height

    return grouped(block, goes_on)


def blocks_of(rows: Sequence[Row]) -> list[Block]:
    """The legible rows of one page in blocks of paragraphs of lines, in reading order."""
    lines = lines_in_order([row for row in map(_legible, rows) if row])
    return [_paragraphs(block) for block in grouped(lines, _same_block)]


def words_of(blocks: Sequence[Block], first_line: int, first_block: int) -> list[Word]:
    """The words with lines and blocks numbered in reading order, from the given numbers on."""
    words: list[Word] = []
    line_number = first_line
    for number, block in enumerate(blocks, first_block):
        for line in (line for paragraph in block for line in paragraph):
            words += [Word(row.text, row.box, row.confidence, line_number, number) for row in line.rows]
            line_number += 1
    return words


def text_of(blocks: Sequence[Block]) -> str:
    """Running text: one line for each paragraph, an empty line between two.

    A paragraph that a column's end divides is made whole where Latin letters show it: it ends within a sentence,
    and what follows starts with a small letter.
    """
    paragraphs = [paragraph for block in blocks for paragraph in block]
    written = [[" ".join(row.text for row in line.rows) for line in paragraph] for paragraph in paragraphs]
    compounds = compounds_in(line for lines in written for line in lines)
    texts: list[str] = []
    before: Paragraph = []
    for paragraph, lines in zip(paragraphs, written, strict=True):
        text = join_lines(lines, compounds)
        if before and _divided(texts[-1], text) and _alike(before[-1], paragraph[0]):
            texts[-1] = join_lines([texts[-1], text], compounds)
        else:
            texts.append(text)
        before = paragraph
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
