"""Values of BibTeX fields: pieces in braces or quotes, numbers and abbreviations, joined with ``#``.

Abbreviations (``@string``) may be used before they are defined.  How long each would become is computed from the
lengths of its parts before anything is written out, so a file of doubling abbreviations costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.sources.bibtex_blocks import Fault, RawField, repeated

MAX_VALUE = 100_000
"""What one abbreviation may cost: the characters it stands for and the abbreviations passed on the way."""

MAX_TOTAL = 1_000_000
"""What all uses of abbreviations in a file may cost, plus four times the length of the file."""

MONTHS = {
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May", "jun": "June",
    "jul": "July", "aug": "August", "sep": "September", "oct": "October", "nov": "November", "dec": "December",
}  # fmt: skip
# Many files write full names without braces, as if they were abbreviations too.
_USUAL = MONTHS | {name.lower(): name for name in MONTHS.values()} | {"sept": "September"}


@dataclass(frozen=True, slots=True)
class Piece:
    """``text`` as it stands, or the name of an abbreviation in lower case."""

    text: str
    is_name: bool = False


class RefusedError(Exception):
    """Why a value cannot be had.  ``what`` continues a sentence that begins with the thing's name."""

    def __init__(self, code: str, what: str, hint: str) -> None:
        super().__init__(what)
        self.code, self.what, self.hint = code, what, hint

    def fault(self, line: int, thing: str) -> Fault:
        return Fault(line, self.code, f"{thing} {self.what}", self.hint)


_SPACE = re.compile(r"\s*")
_BRACE = re.compile(r"(?<!\\)[{}]")
# A quote in braces is a letter of the text, and so is one after a backslash: {\"o}.
_QUOTE_END = re.compile(r'(?<!\\)"(?!(?<=\{")\})')
_BARE = re.compile(r'[^\s{}"#,=]+')


def parse_value(raw: str) -> list[Piece]:
    """The pieces of a value as typed.  Raises :class:`RefusedError` when something else stands among them."""
    pieces: list[Piece] = []
    position = 0
    while True:
        piece, position = _piece(raw, _after_space(raw, position))
        pieces.append(piece)
        position = _after_space(raw, position)
        if position == len(raw):
            return pieces
        if raw[position] != "#":
            raise _misplaced(raw[position:])
        position += 1


def _after_space(raw: str, position: int) -> int:
    match = _SPACE.match(raw, position)
    return match.end() if match else position


def _piece(raw: str, start: int) -> tuple[Piece, int]:
    if raw.startswith("{", start):
        end = _closing_brace(raw, start)
        return Piece(raw[start + 1 : end]), end + 1
    if raw.startswith('"', start):
        if end_quote := _QUOTE_END.search(raw, start + 1):
            return Piece(raw[start + 1 : end_quote.start()]), end_quote.end()
    elif bare := _BARE.match(raw, start):
        is_name = not bare[0].isdigit()
        return Piece(bare[0].lower() if is_name else bare[0], is_name), bare.end()
    raise _misplaced(raw[start:])


def _closing_brace(raw: str, start: int) -> int:
    depth = 0
    for brace in _BRACE.finditer(raw, start):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.start()
    raise _misplaced(raw[start:])


def _misplaced(rest: str) -> RefusedError:
    shown = " ".join(rest[:60].split())
    what = f'is followed by "{shown}" where a comma should stand' if shown else "has no value"
    return RefusedError("bib-value", what, "Put the value in braces, and a comma between one field and the next.")


def _too_long() -> RefusedError:
    what = "would become too long when its abbreviations are written out"
    return RefusedError("bib-expansion", what, "Write the text itself in braces instead of joining abbreviations.")


class Abbreviations:
    """The ``@string`` definitions of a file, and the months; expands values within the limits."""

    def __init__(self, strings: Sequence[RawField], text_length: int) -> None:
        self.faults: list[Fault] = []
        self._left = MAX_TOTAL + 4 * text_length
        self._pieces = {name: [Piece(text)] for name, text in _USUAL.items()}
        self._costs: dict[str, int] = {}
        self._bad: dict[str, RefusedError] = {}
        for name, line, first in repeated((s.name, s.line) for s in strings):
            hint = f"It is first defined on line {first}, and that one counts. Delete one of the two."
            self.faults.append(Fault(line, "bib-string", f'the abbreviation "{name}" is defined again', hint))
        defined = {string.name: string for string in reversed(strings)}
        for string in defined.values():
            self._define(string)
        for name in defined:
            self._measure(name)
        for name, refused in self._bad.items():
            self.faults.append(refused.fault(defined[name].line, f'the abbreviation "{name[:60]}"'))

    def _define(self, string: RawField) -> None:
        try:
            self._pieces[string.name] = parse_value(string.value)
        except RefusedError as refused:
            self._bad[string.name] = refused

    def _measure(self, name: str) -> None:
        """Costs of ``name`` and of all below it; without recursion, as chains may be thousands long."""
        path: list[tuple[str, Iterator[Piece]]] = []
        open_names: set[str] = set()
        waiting = [name]
        while waiting or path:
            if waiting and (entered := waiting.pop()) not in self._costs:
                open_names.add(entered)
                path.append((entered, iter(self._pieces.get(entered, ()))))
            if not path:
                break
            current, parts = path[-1]
            part = next(parts, None)
            if part is None:
                self._costs[current] = self._cost(current)
                open_names.discard(current)
                path.pop()
            elif part.is_name and part.text in open_names:
                self._bad[current] = RefusedError("bib-string", "is made of itself", "Write its text out in braces.")
            elif part.is_name:
                waiting.append(part.text)

    def _cost(self, name: str) -> int:
        # Each part counts one more than its text, or empty abbreviations could double for nothing.
        parts = self._pieces.get(name, ())
        cost = self.cost(parts)
        below = any(p.is_name and self._costs.get(p.text, 0) > MAX_VALUE for p in parts)
        if cost > MAX_VALUE and not below:  # those built on it would only repeat the message
            self._bad.setdefault(name, _too_long())
        return min(cost, MAX_VALUE + 1)

    def cost(self, pieces: Sequence[Piece]) -> int:
        return sum(1 + (self._costs.get(p.text, 0) if p.is_name else len(p.text)) for p in pieces)

    def expand(self, pieces: Sequence[Piece]) -> str:
        """The text of a value.  Raises :class:`RefusedError` for unknown, circular or costly abbreviations."""
        if len(pieces) == 1 and not pieces[0].is_name:
            return pieces[0].text
        self._left -= self.cost(pieces)
        if self._left < 0:
            raise _too_long()
        return "".join(self._walk(pieces))

    def _walk(self, pieces: Sequence[Piece]) -> Iterator[str]:
        stack = [iter(pieces)]
        while stack:
            piece = next(stack[-1], None)
            if piece is None:
                stack.pop()
            elif piece.is_name:
                stack.append(iter(self._meant_by(piece.text)))
            else:
                yield piece.text

    def _meant_by(self, name: str) -> list[Piece]:
        if bad := self._bad.get(name):
            raise RefusedError(bad.code, f'uses the abbreviation "{name[:60]}", which {bad.what}', bad.hint)
        if self._costs.get(name, 0) > MAX_VALUE:
            raise _too_long()
        if name not in self._pieces:
            hint = 'Put plain text in braces, or define the abbreviation: @string{name = "text"}.'
            raise RefusedError("bib-string", f'uses the abbreviation "{name[:60]}", which is not defined', hint)
        return self._pieces[name]
