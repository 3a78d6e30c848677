"""Which newspaper a text was cut from: its name at the head or foot of the page, or the way its reporters sign.

A name within a sentence says nothing ("told The Hindu").  It counts on a line of its own, where besides it there are
only the date, the place, the page and the price; names of one word, which are often words of the language as well,
only with nothing but figures beside them.  A byline ("HT Correspondent") counts at the beginning of a line.  Two
newspapers in one text give none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_tools.classify.language import CREDITS, MONTHS, ORDINALS, STRIP_WORDS, WEEKDAYS
from build_tools.classify.matcher import Match, Matcher
from build_tools.classify.scoring import Hit, evidence_of
from build_tools.classify.words import Token, words_of
from build_tools.model import Label, Newspaper, Vocabulary

_MASTHEAD, _BYLINE = 0.9, 0.8
_HEAD, _FOOT = 6, 3
"""Lines, of those that hold something, in which a masthead stands."""
_BESIDE = 5
"""Words of other kinds that may stand beside a name of several words; beside one of a single word there is none."""
_SHORTEST = 4
"""Letters of a name of one word, below which it is too often something else (आज is "today")."""
_CALENDAR = MONTHS.keys() | WEEKDAYS.keys() | ORDINALS | STRIP_WORDS


@dataclass(frozen=True, slots=True)
class _Sign:
    """What points to a newspaper."""

    paper: str
    byline: bool
    words: int


class NewspaperIndex:
    """All newspapers of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.matcher: Matcher[_Sign] = Matcher()
        places = {words_of(name) for place in vocabulary.places.values() for name in place.names.values()}
        for words, paper, byline in _signs(vocabulary.newspapers.values()):
            if byline or (words not in places and (len(words) > 1 or len(words[0]) >= _SHORTEST)):
                self.matcher.add([(word, (word,)) for word in words], _Sign(paper, byline, len(words)))

    def label(self, tokens: Sequence[Token], text: str, body: int) -> list[Label]:
        """At most one label of the axis ``newspaper``.  ``body`` is where the text begins after the title."""
        lines = _Lines(tokens, text, body)
        found = [match for match in _longest(self.matcher.find(tokens)) if lines.holds(match)]
        papers = {match.payload.paper for match in found}
        if len(papers) != 1:
            return []
        score = _BYLINE if all(match.payload.byline for match in found) else _MASTHEAD
        hits = [Hit(match.payload.paper, score, ((match.first, match.last),)) for match in found]
        return [Label("newspaper", papers.pop(), score, evidence_of(hits, tokens, text), "machine")]


def _signs(papers: Iterable[Newspaper]) -> Iterator[tuple[tuple[str, ...], str, bool]]:
    """(words, paper, whether a byline) of all papers; of a name that several have, that of the paper without addition.

    "Punjab Kesari" is no less itself because "Punjab Kesari (Delhi)" is in the list; two papers that are told
    apart by their additions only give none.
    """
    owners: dict[tuple[str, ...], list[Newspaper]] = {}
    for paper in papers:
        for title in dict.fromkeys((_plain(paper.name), paper.native)):
            if words := words_of(title):
                owners.setdefault(words, []).append(paper)
        yield from ((words_of(line), paper.id, True) for line in paper.bylines if words_of(line))
    for words, owning in owners.items():
        chosen = owning if len(owning) == 1 else [paper for paper in owning if "(" not in paper.name]
        if len(chosen) == 1:
            yield words, chosen[0].id, False


def _plain(name: str) -> str:
    return name.partition(" (")[0].removeprefix("The ")


def _longest(found: Sequence[Match[_Sign]]) -> Iterator[Match[_Sign]]:
    """The matches that lie in no longer one: The New Indian Express, not Indian Express."""
    reach = -1
    for match in sorted(found, key=lambda m: (m.first, -m.last)):
        if match.last > reach:
            reach = match.last
            yield match


class _Lines:
    """The lines of a text as a newspaper's page has them."""

    def __init__(self, tokens: Sequence[Token], text: str, body: int) -> None:
        self.tokens = tokens
        self.lines: list[list[int]] = []
        end = body
        for n, token in enumerate(tokens):
            if token.start < body:
                continue
            if not self.lines or "\n" in text[end : token.start]:
                self.lines.append([])
            self.lines[-1].append(n)
            end = token.end
        self.line_of = {n: number for number, line in enumerate(self.lines) for n in line}

    def holds(self, match: Match[_Sign]) -> bool:
        """True when the name or byline stands where a newspaper puts it."""
        number = self.line_of.get(match.first)
        if number is None or self.line_of.get(match.last) != number:
            return False
        line = self.lines[number]
        if match.payload.byline:
            return line[0] == match.first
        edge = number < _HEAD or number >= len(self.lines) - _FOOT
        others = [n for n in line if not match.first <= n <= match.last]
        beside = sum(1 for n in others if not self._of_the_strip(self.tokens[n].norm))
        return edge and beside <= (_BESIDE if match.payload.words > 1 else 0) and self._leads(match, others)

    def _leads(self, match: Match[_Sign], others: Sequence[int]) -> bool:
        """A name leads its line, or follows figures and an article only."""
        before = [self.tokens[n].norm for n in others if n < match.first]
        return all(self._of_the_strip(word) or word == "the" for word in before)

    @staticmethod
    def _of_the_strip(word: str) -> bool:
        return word.isdecimal() or word in _CALENDAR or word in CREDITS or word == "the"
