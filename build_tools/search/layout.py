"""Cuts the sorted words into blocks, and writes blocks as the text of small scripts.

Words are sorted by sound, so that all spellings of a word, in every script, lie in one block.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.alphabet import sound
from build_tools.search.postings import Group

HASH = 5  # letters of a content hash in a file name: 25 bits
_BASE32 = "abcdefghijklmnopqrstuvwxyz234567"
FREQUENT = 1500  # records from which on a word is kept together if it can be
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Pointer:
    """Forms of a group that stands in an earlier block, where ``anchor`` is its first sound."""

    forms: tuple[str, ...]
    count: int
    anchor: str


@dataclass(frozen=True)
class Block:
    """``key``: the shortest beginning that is greater than every first sound before the block."""

    key: str
    groups: tuple[Group, ...]
    pointers: tuple[Pointer, ...] = ()


def script(name: str, data: object) -> str:
    """A script that hands ``data`` over under ``name``.  No sign in it could begin a line or markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f"kbSearch.take({json.dumps(name)},{text})"


def content_hash(*parts: str, letters: int = HASH) -> str:
    digest = hashlib.sha256("\0".join(parts).encode()).digest()
    return "".join(_BASE32[byte & 31] for byte in digest[:letters])


def file_key(key: str) -> str:
    """A block's key as part of a file name: letters that some file system might change stand as hexadecimal."""
    return "".join(c if c in DIGITS else f"-{ord(c):x}" for c in key)


def base36(number: int) -> str:
    text = ""
    while number or not text:
        number, rest = divmod(number, 36)
        text = DIGITS[rest] + text
    return text


def blocks(groups: Iterable[Group], target: int) -> list[Block]:
    """The groups in order of their first sound, cut into blocks of about ``target`` bytes when compressed.

    Each word decides by a hash of itself whether a block begins with it, so that a new word moves one border at most.
    Where a border falls between the forms of one word, the forms beyond it point back.
    """
    ordered = sorted(groups, key=lambda g: (sound(g.forms[0]), g.forms))
    found: list[list[Group]] = []
    keys: list[str] = []
    size, before, reached = 0.0, "", ""
    for group in ordered:
        own, anchor = _size(group), sound(group.forms[0])
        parts = anchor <= reached  # a border here would part the forms of a frequent word
        if not found or (anchor != before and _begins(group, own, size, target, parts)):
            keys.append(_separator(before, anchor) if found else "")
            found.append([])
            size = 0.0
        found[-1].append(group)
        size, before = size + own, anchor
        if group.count >= FREQUENT:
            reached = max(reached, sound(group.forms[-1]))
    pointers = _pointers(found, keys)
    return [Block(*block) for block in zip(keys, map(tuple, found), map(tuple, pointers), strict=True)]


def _pointers(found: Sequence[Sequence[Group]], keys: Sequence[str]) -> list[list[Pointer]]:
    pointers: list[list[Pointer]] = [[] for _key in keys]
    for number, groups in enumerate(found):
        for group in groups:
            beyond: dict[int, list[str]] = {}
            for form in group.forms:
                if (own := bisect_right(keys, sound(form)) - 1) != number:
                    beyond.setdefault(own, []).append(form)
            for other, forms in beyond.items():
                pointers[other].append(Pointer(tuple(forms), group.count, sound(group.forms[0])))
    return pointers


def _size(group: Group) -> float:
    """Bytes that a group takes when compressed, roughly: codes hold six bits a letter, forms share most of theirs."""
    return 0.78 * len(group.code) + 0.25 * sum(len(form.encode()) for form in group.forms) + 3


def _begins(group: Group, own: float, size: float, target: int, parts: bool) -> bool:
    if size + own > 2 * target:
        return True
    if parts or size < target / 2:
        return False
    return size >= 1.2 * target or zlib.crc32(group.forms[0].encode()) / 2**32 < own / (target / 2)


def _separator(before: str, after: str) -> str:
    """The shortest beginning of ``after`` that is greater than ``before``."""
    for length in range(1, len(after) + 1):
        if after[:length] > before:
            return after[:length]
    return after


def front_coded(words: Iterable[str], before: str = "") -> Iterator[str]:
    """Each word as the number of letters it shares with the one before, and the rest."""
    for word in words:
        shared = 0
        while shared < min(len(word), len(before), 35) and word[shared] == before[shared]:
            shared += 1
        yield DIGITS[shared] + word[shared:]
        before = word


def block_text(block: Block, more: Mapping[int, str]) -> str:
    """The groups of a block, then its pointers: ``forms|count code more;`` and ``forms|count <anchor;``.

    A count of one is left out.  ``more`` names the file of the next tier, by place in the block.
    """
    lines = []
    before = ""
    rows: tuple[Group | Pointer, ...] = (*block.groups, *block.pointers)
    for place, row in enumerate(rows):
        forms = " ".join(front_coded(row.forms, before))
        before = row.forms[-1]
        count = f"{base36(row.count)} " if row.count > 1 else ""
        code = f"<{row.anchor}" if isinstance(row, Pointer) else row.code
        rest = f" {more[place]}" if place in more else ""
        lines.append(f"{forms}|{count}{code}{rest}")
    return ";".join(lines)


def position_text(block: Block, parts: Mapping[int, Mapping[int, str]]) -> str:
    """The positions of a block's groups; of those in parts only ``*shift``, and number and file of each part."""
    texts = []
    for place, group in enumerate(block.groups):
        if place in parts:
            named = (f"{base36(part)}.{name}" for part, name in parts[place].items())
            texts.append(" ".join((f"*{base36(group.shift)}", *named)))
        else:
            texts.append(group.positions.get(0, ""))
    return ";".join(texts)


def root_keys(named: Sequence[tuple[str, str]]) -> str:
    """Key and hash of every block: front-coded keys, each followed by its hash."""
    keys = front_coded(key for key, _hash in named)
    return " ".join(key + digest for key, (_key, digest) in zip(keys, named, strict=True))
