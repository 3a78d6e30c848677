"""Words as a bad scan left them, read as the words of the vocabulary that they probably were.

Only words that the vocabulary does not have are touched, and only where it has one that looks the same on worn
paper, so that the text of a clean scan stays as it is.  Mended are: letters taken for others (``pun1p``, वर्तन for
बर्तन); one inner letter lost, added or wrong in a long word; words parted at the end of a line, by a space or by a
stray mark; two words of a phrase run together, or one with a small word behind it; figures that became letters
(``2O18``).  Tokens keep their place in the text, so evidence shows what the scan says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from build_tools.classify.language import SMALL_WORDS
from build_tools.classify.lookalikes import alike, deletions, near, skeleton
from build_tools.classify.words import Token

_SHORTEST, _SHORTEST_NAGARI, _LONG, _LONG_NAGARI = 5, 4, 7, 8
"""Letters from which a word may be another that looks like it, and one that lacks a letter; each for two scripts."""
_PIECES = 6
_SHORTEST_JOINED, _SHORTEST_HALF = 6, 3
_DIGIT = re.compile(r"\d")
_SEAM = re.compile(r"[-‐]\n|[ .,'`~*|•_-]?")
"""What may stand between two halves of a word."""
_LETTER_OF = str.maketrans("015", "ols")
_FIGURE_OF = str.maketrans("olis", "0115")
_FIGURES = re.compile("[0-9olis]{1,4}")
_MOST_KEPT = 200_000


class Mender:
    """Knows the words of a vocabulary.  ``pairs`` are words that stand side by side in one of its phrases."""

    def __init__(self, words: Iterable[str], pairs: Iterable[tuple[str, str]], *, everyday: Iterable[str] = ()) -> None:
        self._known = frozenset(words)
        self._pairs = frozenset(pairs)
        self._everyday = frozenset(everyday)
        self._alike: dict[str, list[str]] = {}
        self._shorter: dict[str, list[str]] = {}
        for word in sorted(self._known):
            bones = skeleton(word)
            if len(bones) >= _shortest(word):
                self._alike.setdefault(bones, []).append(word)
            if len(word) >= _LONG:
                for less in deletions(word):
                    self._shorter.setdefault(less, []).append(word)
        self._kept: dict[str, tuple[str, ...]] = {}

    def mend(self, tokens: Sequence[Token], text: str) -> list[Token]:
        """``tokens`` with those mended that the vocabulary does not have; pieces of one word become one token."""
        mended: list[Token] = []
        n = 0
        while n < len(tokens):
            token = tokens[n]
            whole, count = self._whole(tokens, n, text)
            if count > 1:
                mended.append(Token(whole, token.start, tokens[n + count - 1].end, token.joined, token.sentence))
            elif token.norm in self._known:
                mended.append(token)
            else:
                mended += _spread(token, self._single(token.norm))
            n += count
        return mended

    # -- one word in several pieces --

    def _whole(self, tokens: Sequence[Token], first: int, text: str) -> tuple[str, int]:
        """The word of which a piece begins at ``first``, and how many tokens it takes; 1 when it is whole."""
        word, best = tokens[first].norm, ("", 1)
        known = word in self._known
        for last in range(first + 1, min(first + _PIECES, len(tokens))):
            seam = text[tokens[last - 1].end : tokens[last].start]
            if seam != " " and not _SEAM.fullmatch(seam):
                break
            word += tokens[last].norm
            known = known and tokens[last].norm in self._known
            if found := self._joined(word, tight=seam != " ", known=known):
                best = (found, last - first + 1)
        return best

    def _joined(self, word: str, *, tight: bool, known: bool) -> str:
        """The word or the figure that pieces make together; nothing when they are more likely apart."""
        if not known and len(word) >= _SHORTEST_JOINED and not _DIGIT.search(word):
            return self._word(word) if tight else self._plainly(word)
        if tight and word.isascii() and not word.isdecimal() and _DIGIT.search(word):
            return self._figure(word) or self._word(word.translate(_LETTER_OF))
        return ""

    def _figure(self, word: str) -> str:
        return word.translate(_FIGURE_OF) if _FIGURES.fullmatch(word) else ""

    def _plainly(self, word: str) -> str:
        """The word that pieces with a space between them make: every two words of a text ask, so only letters that are
        often taken for others are looked at."""
        return word if word in self._known else "" if word in self._everyday else self._same_bones(word) or ""

    def _word(self, word: str) -> str:
        if word in self._known:
            return word
        found = self._single(word)
        return found[0] if len(found) == 1 and found[0] != word else ""

    # -- one token --

    def _single(self, word: str) -> tuple[str, ...]:
        """The words that a token stands for; itself when nothing in the vocabulary looks like it."""
        if word not in self._kept:
            if len(self._kept) > _MOST_KEPT:
                self._kept.clear()
            self._kept[word] = self._read(word)
        return self._kept[word]

    def _read(self, word: str) -> tuple[str, ...]:
        if word in self._everyday or word.isdecimal():
            return (word,)
        found = self._lookalike(word)
        return (found,) if found else self._parted(word) or (word,)

    def _lookalike(self, word: str) -> str | None:
        if found := self._same_bones(word):
            return found
        long = _LONG if word.isascii() else _LONG_NAGARI
        if len(word) < long - 1:
            return None
        close = dict.fromkeys(self._shorter.get(word, ()))
        for less in deletions(word) if len(word) >= long else ():
            close.update(dict.fromkeys(self._shorter.get(less, ())))
            if less in self._known:
                close[less] = None
        return _closest(word, [other for other in close if len(other) >= long and near(word, other)])

    def _same_bones(self, word: str) -> str | None:
        bones = skeleton(word)
        if len(bones) < _shortest(word) or bones not in self._alike:
            return None
        return _closest(word, [other for other in self._alike[bones] if alike(word, other)])

    def _parted(self, word: str) -> tuple[str, ...]:
        """Two words run together: neighbours in a phrase, or a long word and a small one."""
        if len(word) < 2 * _SHORTEST_HALF:
            return ()
        for cut in range(_SHORTEST_HALF, len(word) - 1):
            left, right = word[:cut], word[cut:]
            if (left, right) in self._pairs or (cut >= _SHORTEST and left in self._known and right in SMALL_WORDS):
                return left, right
            if left in SMALL_WORDS and len(right) >= _SHORTEST and right in self._known:
                return left, right
        return ()


def _shortest(word: str) -> int:
    return _SHORTEST if word.isascii() else _SHORTEST_NAGARI


def _closest(word: str, others: Sequence[str]) -> str | None:
    """That of ``others`` from which ``word`` differs least; of equally close ones the first, if they are forms of one
    word, otherwise none."""
    ranks = [(abs(len(word) - len(o)), sum(a != b for a, b in zip(word, o, strict=False))) for o in others]
    best = [other for other, rank in zip(others, ranks, strict=True) if rank == min(ranks)]
    start = best[0][: max(3, len(best[0]) - 3)] if best else ""
    return best[0] if best and all(other.startswith(start) for other in best) else None


def _spread(token: Token, words: tuple[str, ...]) -> Iterator[Token]:
    """``token`` as one or two words; the text that they take is shared by their lengths."""
    if len(words) == 1:
        yield token._replace(norm=words[0])
        return
    left, right = words
    cut = token.start + round((token.end - token.start) * len(left) / (len(left) + len(right)))
    yield Token(left, token.start, cut, token.joined, token.sentence)
    yield Token(right, cut, token.end, True, token.sentence)
