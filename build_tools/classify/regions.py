"""The places a text speaks of: country, state or district, the smallest that is safe.

Names that mean one place are taken first.  The states they lie in decide between places of one name; where
nothing decides, the name is left out.  A name that is also an ordinary word needs an anchor: a word for
"district" beside it, its state beside it, its place in a list of neighbours, or the head of a story.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from build_tools.classify import gazetteer
from build_tools.classify.gazetteer import Name
from build_tools.classify.language import (
    AND,
    CREDITS,
    DISTRICT_AFTER,
    DISTRICT_BEFORE,
    HIGH_COURTS,
    OF,
    ON_RAILS,
    ON_ROADS,
    SEATED,
)
from build_tools.classify.matcher import Match
from build_tools.classify.scoring import THRESHOLD, Hit, Scored, combined
from build_tools.classify.words import Token
from build_tools.model import Vocabulary

_COUNTRY_WEIGHT, _OFFICE_WEIGHT = 0.45, 0.3
_HEAD_BONUS, _LEAD_BONUS = 0.1, 0.1
_LEAD, _HEAD = 60, 40
_MOST_DISTRICTS, _MOST_STATES = 4, 6
"""More districts of one state are the state, more states of one country are the country."""
_AFTER_DATELINE = re.compile(r"[ \t]*(?:[,:।—–|(/-]|$)")
_PARAGRAPH = re.compile(r"\n\s*\n")
_LATIN = re.compile("[a-z]")


_Of = Callable[[str], str]


class RegionIndex:
    """All places of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._places = vocabulary.places
        self.vocabulary = vocabulary
        self.lineage = lru_cache(maxsize=None)(vocabulary.lineage)
        self.matcher = gazetteer.build(vocabulary)

    def home(self, place: str) -> str:
        """The state that a place is or lies in; for a country, the country."""
        lineage = self.lineage(place)
        return next((p for p in lineage if self._places[p].kind == "state"), lineage[-1] if lineage else place)

    def is_country(self, place: str) -> bool:
        return self._places[place].kind in ("country", "world")

    def score(self, tokens: Sequence[Token], text: str, title_end: int) -> dict[str, Scored]:
        """Place id -> score and hits, the larger place left out where a smaller one in it is sure."""
        story = _Story(self, tokens, text, title_end, gazetteer.mentions(self.matcher, tokens, text))
        hits: dict[str, list[Hit]] = defaultdict(list)
        for place, weight, match in story.resolved():
            hits[place].append(Hit(place, weight, ((match.first, match.last),)))
        hits = self._gathered(hits, _MOST_DISTRICTS, self.home, lambda place: place)
        hits = self._gathered(hits, _MOST_STATES, lambda place: self.lineage(place)[-1], self.home)
        scored = {place: combined(found, len(tokens), title_end) for place, found in hits.items()}
        sure = [place for place, s in scored.items() if s.score >= THRESHOLD]
        within = {larger for place in sure for larger in self.lineage(place)[1:]}
        return {place: s for place, s in scored.items() if place not in within}

    def _gathered(self, hits: Mapping[str, list[Hit]], most: int, larger: _Of, part: _Of) -> dict[str, list[Hit]]:
        """``hits`` with lists of places put together: a ``larger`` place of which more than ``most`` parts are
        named stands for those that are named but once."""
        parts: dict[str, set[str]] = defaultdict(set)
        for place in hits:
            parts[larger(place)].add(part(place))
        gathered: dict[str, list[Hit]] = defaultdict(list)
        for place, found in hits.items():
            whole = larger(place)
            passing = len(parts[whole] - {whole}) > most and len(found) == 1
            gathered[whole if passing else place].extend(found)
        return {place: sorted(found, key=lambda hit: hit.spans) for place, found in gathered.items()}


class _Story:
    """One text: its mentions of places, and what each means here."""

    def __init__(
        self, index: RegionIndex, tokens: Sequence[Token], text: str, title_end: int, found: Sequence[Match[Name]]
    ) -> None:
        self.index, self.tokens, self.text, self.title_end = index, tokens, text, title_end
        self.mentions = self._without_ways(found)
        self.support = frozenset(
            index.home(m.payload.places[0])
            for m in self.mentions
            if m.payload.kind == "place" and not index.is_country(m.payload.places[0])
        )

    def resolved(self) -> list[tuple[str, float, Match[Name]]]:
        """(place, weight, mention) for each mention that is safe."""
        found = []
        waiting = []
        for n, match in enumerate(self.mentions):
            place = self._meaning(n)
            if place is None:
                continue
            if match.payload.kind == "dateline" and self._at_head(match):
                waiting.append((place, match))
            else:
                found.append((place, self._weight(place, match), match))
        if not any(not self.index.is_country(place) for place, _, _ in found):
            found += [(place, self._weight(place, match), match) for place, match in waiting]
        return sorted(found, key=lambda item: item[2].first)

    # -- what a mention means --

    def _meaning(self, n: int) -> str | None:
        match = self.mentions[n]
        place = self._by_kind(n, match.payload)
        court = self._followed_by(match, HIGH_COURTS)
        return self.index.home(place) if place and court else place

    def _by_kind(self, n: int, name: Name) -> str | None:
        if name.kind == "place":
            return name.places[0]
        if not name.places or name.kind == "other":
            return None
        beside = self._state_beside(n)
        if beside and (place := self._choice(name.places, {beside})):
            return place
        if name.kind == "word":
            return self._anchored(n, name)
        if name.kind in ("elsewhere", "dateline"):
            return self._usual(name)
        return self._choice(name.places, self.support)

    def _anchored(self, n: int, name: Name) -> str | None:
        match = self.mentions[n]
        neighbours = self._in_list(n)
        if neighbours:
            return self._choice(name.places, {neighbours})
        if self._called_district(match) or self._at_head(match, strict=True):
            return name.places[0] if len(name.places) == 1 else self._choice(name.places, self.support)
        return None

    def _usual(self, name: Name) -> str | None:
        usual, *others = name.places
        if self.index.home(usual) in self.support:
            return usual
        rivals = [place for place in others if self.index.home(place) in self.support]
        return self._choice(rivals, self.support) if rivals else usual

    def _choice(self, places: Iterable[str], homes: Collection[str]) -> str | None:
        """The one of ``places`` in ``homes``, or what holds all of those, or nothing if that is no state."""
        fitting = [place for place in places if self.index.home(place) in homes]
        if len({self.index.home(place) for place in fitting}) != 1:
            return None
        return gazetteer.holder(self.index.vocabulary, fitting)

    # -- what stands around a mention --

    def _gap(self, after: int) -> str:
        """The text between a token and the next, stripped."""
        return self.text[self.tokens[after].end : self.tokens[after + 1].start].strip()

    def _norm(self, at: int) -> str:
        return self.tokens[at].norm if 0 <= at < len(self.tokens) else ""

    def _state_beside(self, n: int) -> str | None:
        """The state of a sure place beside a mention: "Mandi (Himachal)", "Anand, Gujarat", "बिहार के गया"."""
        match = self.mentions[n]
        if n + 1 < len(self.mentions):
            following = self.mentions[n + 1]
            if self._is_state(following) and self._ties(match, following):
                return self.index.home(following.payload.places[0])
        if n:
            before = self.mentions[n - 1]
            tied = match.first - before.last == 2 and self._norm(match.first - 1) in OF
            owner = match.first - before.last == 1 and self._gap(before.last) in ("'s", "’s")
            if self._is_state(before) and (tied or owner):
                return self.index.home(before.payload.places[0])
        return None

    def _ties(self, match: Match[Name], following: Match[Name]) -> bool:
        if following.first - match.last == 2:
            return self._norm(match.last + 1) == "in"
        if following.first - match.last != 1:
            return False
        # In Hindi a comma may end a clause: "वह गया, बिहार के ..." is no Gaya in Bihar.
        loose = match.payload.kind == "word" and not _LATIN.search(self.tokens[match.first].norm)
        return self._gap(match.last) in (("(",) if loose else ("(", ",", "", "-", "–", "/"))

    def _is_state(self, match: Match[Name]) -> bool:
        places = match.payload.places
        return match.payload.kind == "place" and self.index.home(places[0]) == places[0]

    def _in_list(self, n: int) -> str | None:
        """The state of the sure places before and after a mention in a list: "पटना, गया और नवादा"."""
        if not 0 < n < len(self.mentions) - 1:
            return None
        before, match, after = self.mentions[n - 1 : n + 2]
        if not (self._listed(before, match) and self._listed(match, after)):
            return None
        homes = {self.index.home(m.payload.places[0]) for m in (before, after) if m.payload.kind == "place"}
        return homes.pop() if len(homes) == 1 and before.payload.kind == after.payload.kind == "place" else None

    def _listed(self, left: Match[Name], right: Match[Name]) -> bool:
        between = right.first - left.last - 1
        if between == 1:
            return self._norm(left.last + 1) in AND
        return between == 0 and self._gap(left.last) in (",", "/", "-", "–", "&")

    def _called_district(self, match: Match[Name]) -> bool:
        after, before = match.last + 1, match.first - 1
        if after < len(self.tokens) and self.tokens[after].joined and self._norm(after) in DISTRICT_AFTER:
            return True
        return self.tokens[match.first].joined and self._norm(before) in DISTRICT_BEFORE

    def _at_head(self, match: Match[Name], *, strict: bool = False) -> bool:
        """Where a dateline stands: before a comma, colon or dash at the start of a text or paragraph.

        ``strict``: not merely at the start of a line, which in a scan may be anywhere in a sentence.
        """
        if not _AFTER_DATELINE.match(self.text, self.tokens[match.last].end):
            return False
        if match.first in (0, self.title_end) or self._norm(match.first - 1) in CREDITS:
            return True
        gap = self.text[self.tokens[match.first - 1].end : self.tokens[match.first].start]
        if _PARAGRAPH.search(gap):
            return True
        return not strict and "\n" in gap and match.first - self.title_end < _HEAD

    def _followed_by(self, match: Match[Name], phrases: Iterable[Sequence[str]]) -> bool:
        return any(all(self._norm(match.last + k) == word for k, word in enumerate(phrase, 1)) for phrase in phrases)

    def _without_ways(self, found: Sequence[Match[Name]]) -> list[Match[Name]]:
        """``found`` without names of trains and roads: "Patna-Kota Express", "Ferozepur Road"."""
        kept: list[Match[Name]] = []
        rails = -1
        for match in reversed(found):
            after = [k for k in (match.last + 1, match.last + 2) if k < len(self.tokens)]
            words = {self._norm(k) for k in after if all(self.tokens[j].joined for j in range(match.last + 1, k + 1))}
            road = (
                match.last + 1 in after
                and self.tokens[match.last + 1].joined
                and self._norm(match.last + 1) in ON_ROADS
            )
            if road or words & ON_RAILS or (rails == match.last + 1 and self._gap(match.last) in ("-", "–")):
                rails = match.first
            else:
                kept.append(match)
        return kept[::-1]

    def _weight(self, place: str, match: Match[Name]) -> float:
        weight = match.payload.weight
        if self.index.is_country(place):
            weight = _COUNTRY_WEIGHT + (_LEAD_BONUS if match.first - self.title_end < _LEAD else 0.0)
        if self._norm(match.last + 1) in SEATED:
            return _OFFICE_WEIGHT
        return weight + (_HEAD_BONUS if self._at_head(match) else 0.0)
