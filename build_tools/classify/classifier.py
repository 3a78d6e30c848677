"""The classifier: a text and a vocabulary in, labels with their reasons out.  Pure, and the same every time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod
from typing import Literal

from build_tools.classify.concepts import ROMAN, ConceptIndex
from build_tools.classify.dates import date_label
from build_tools.classify.language import EVERYDAY, MONTHS, ROMAN_HINDI, WEEKDAYS
from build_tools.classify.mending import Mender
from build_tools.classify.newspapers import NewspaperIndex
from build_tools.classify.regions import RegionIndex
from build_tools.classify.scoring import MEETING, PHRASE, STRONG, backed, evidence_of, labels, placed
from build_tools.classify.signs import Scores, Shown
from build_tools.classify.weights import Weights
from build_tools.classify.words import Token, tokenise
from build_tools.model import Evidence, Label, Vocabulary

_Concepts = Literal["themes", "occupations"]
_BREAK = "\n\n"
_MOST_THEMES, _MOST_OCCUPATIONS, _MOST_REGIONS = 6, 4, 8
_ROMAN_WORDS, _ROMAN_SHARE = 3, 0.08
_UNMISTAKABLE = 0.95


class Classifier:
    """Labels texts by the words of one vocabulary.  Building it takes some tenths of a second, so keep it."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._themes = ConceptIndex(vocabulary.themes)
        self._occupations = ConceptIndex(vocabulary.occupations)
        self._subject = ConceptIndex(vocabulary.subject) if vocabulary.subject else None
        self._elsewhere = ConceptIndex(vocabulary.elsewhere)
        self._regions = RegionIndex(vocabulary)
        self._newspapers = NewspaperIndex(vocabulary)
        self._weights = Weights(vocabulary.learned)
        self._mender = self._mending()

    def _mending(self) -> Mender:
        """Knows every word that anything here looks for."""
        indexes = [self._themes, self._occupations, *([self._subject] if self._subject else ()), self._elsewhere]
        matchers = [
            *(matcher for index in indexes for matcher in index.matchers),
            self._regions.matcher,
            self._newspapers.matcher,
        ]
        words = {word for matcher in matchers for word in matcher.spellings} | MONTHS.keys() | WEEKDAYS.keys()
        return Mender(words, (pair for matcher in matchers for pair in matcher.pairs), everyday=EVERYDAY)

    def classify(self, text: str, *, title: str = "", language: str | None = None, name: str = "") -> tuple[Label, ...]:
        """The labels that are sure enough: themes, occupations, regions, date or day, newspaper; each axis best first.

        Themes and occupations that weights were learned for are as sure as those say.  Others are given only to a text
        on the bank's subject: one for which the vocabulary's ``subject`` speaks.  In a bank that names no subject, one
        certain word of any theme or occupation is enough.
        ``name`` is the path of the scan, whose folder and name may give the date.  ``language`` is BCP 47;
        ``hi-Latn`` says that the Latin letters are Hindi, otherwise the text itself must look like it.

        Evidence counts characters of ``text``.  Words of the title stand before it: their offsets are negative, as
        if the title and a blank line went before the text; :func:`quoted` finds them.
        """
        whole = title + _BREAK + text if title else text
        body = len(whole) - len(text)
        tokens = self._mender.mend(tokenise(whole), whole)
        title_end = next((n for n, token in enumerate(tokens) if token.start >= body), len(tokens))
        shown = self._shown(tokens, title_end, _is_roman_hindi(tokens, language))
        sure = self._weights.sure(shown)
        found = [
            *self._concepts("themes", shown, sure.get("themes", {}), whole, _MOST_THEMES),
            *self._concepts("occupations", shown, sure.get("occupations", {}), whole, _MOST_OCCUPATIONS),
            *labels("regions", self._regions.score(tokens, whole, title_end), tokens, whole, _MOST_REGIONS),
            *date_label(tokens, whole, body, name),
            *self._newspapers.label(tokens, whole, body),
        ]
        return tuple(_moved(label, body) for label in found) if body else tuple(found)

    def show(self, text: str, *, language: str | None = None) -> Shown:
        """All that the vocabulary finds in ``text`` on themes, occupations and the bank's subject."""
        tokens = self._mender.mend(tokenise(text), text)
        return self._shown(tokens, 0, _is_roman_hindi(tokens, language))

    def _shown(self, tokens: Sequence[Token], title_end: int, roman: bool) -> Shown:
        """What is found, and what of it is kept if the text is about the bank's subject at all.

        What an occupation is called may stand anywhere in a story; it is sure only near words on the subject.  A hint
        of the only one that a text knows counts as a word where it stands in one sentence with them.
        """
        themes: Scores = self._themes.score(tokens, title_end, roman=roman)
        found: Scores = self._occupations.score(tokens, title_end, roman=roman)
        if not self._subject:
            kept = (themes, found) if _certain({**themes, **found}) else ({}, {})
            return _as_shown(tokens, title_end, roman, (themes, found), kept, {}, {})
        subject = self._subject.score(tokens, title_end, roman=roman)
        near = _near(subject, tokens)
        occupations: Scores = {value: placed(scored, tokens, near, title_end) for value, scored in found.items()}
        elsewhere = self._elsewhere.score(tokens, title_end, roman=roman)
        if not (_about(subject, occupations, elsewhere) or _told(subject, themes, occupations, elsewhere)):
            return _as_shown(tokens, title_end, roman, (themes, found), ({}, {}), subject, elsewhere)
        if len(occupations) == 1:
            sure = _sure(subject, tokens)
            occupations = {value: backed(only, tokens, sure, title_end) for value, only in occupations.items()}
        return _as_shown(tokens, title_end, roman, (themes, found), (themes, occupations), subject, elsewhere)

    def _concepts(self, axis: _Concepts, shown: Shown, sure: Mapping[str, float], text: str, most: int) -> list[Label]:
        """The labels of themes or occupations: those ``sure`` after learned weights, what has none after its hits."""
        known = self._weights.values(axis)
        unknown = {value: scored for value, scored in shown.kept[axis].items() if value not in known}
        found = labels(axis, unknown, shown.tokens, text, most)
        for value, probability in sure.items():
            hits = shown.found[axis][value].hits if value in shown.found[axis] else ()
            said = evidence_of(hits, shown.tokens, text, self._weights.reasons(axis, shown, value))
            if said:
                found.append(Label(axis, value, round(probability, 3), said, "machine"))
        return sorted(found, key=lambda label: (-label.score, label.value))[:most]


def _as_shown(
    tokens: Sequence[Token],
    title_end: int,
    roman: bool,
    found: tuple[Scores, Scores],
    kept: tuple[Scores, Scores],
    subject: Scores,
    elsewhere: Scores,
) -> Shown:
    by_axis = [{"themes": both[0], "occupations": both[1]} for both in (found, kept)]
    return Shown(tokens, title_end, roman, by_axis[0], by_axis[1], subject, elsewhere)


def _near(subject: Scores, tokens: Sequence[Token]) -> frozenset[int]:
    """The sentences that speak of the subject and those beside them; of a mere hint, it and the one that goes on."""
    hits = [(hit.weight >= STRONG, n) for scored in subject.values() for hit in scored.hits for n in hit.words]
    return frozenset(tokens[n].sentence + k for sure, n in hits for k in ((-1, 0, 1) if sure else (0, 1)))


def _sure(subject: Scores, tokens: Sequence[Token]) -> frozenset[int]:
    """The sentences in which more than a hint speaks of the subject."""
    hits = [hit for scored in subject.values() for hit in scored.hits if hit.weight >= STRONG]
    return frozenset(tokens[n].sentence for hit in hits for n in hit.words)


def _about(subject: Scores, occupations: Scores, elsewhere: Scores) -> bool:
    """Whether a text is on the bank's subject.

    A phrase on it settles that.  Single words, words that meet, and an occupation told of beside any word of the
    subject must outweigh all other subjects together.
    """
    if any(hit.weight >= PHRASE for scored in subject.values() for hit in scored.hits):
        return True
    told = [min(scored.score, MEETING) for scored in occupations.values() if scored.certain]
    speaking = [scored.score for scored in subject.values() if scored.certain] + told
    return bool(subject) and max(speaking, default=0.0) > 1 - prod(1 - scored.score for scored in elsewhere.values())


def _told(subject: Scores, themes: Scores, occupations: Scores, elsewhere: Scores) -> bool:
    """Whether a text that names the people of the bank, and no other subject, tells of a theme.

    Essays seldom say in one sentence who works.  A theme whose words meet says it beside any word of an occupation, and
    alone if the people are among its words and it has reasons enough.
    """
    if not subject or elsewhere:
        return False
    people = {n for scored in subject.values() for n in scored.words}
    named = [scored for scored in themes.values() if occupations or not people.isdisjoint(scored.words)]
    return any(scored.certain and scored.score >= (MEETING if occupations else _UNMISTAKABLE) for scored in named)


def _certain(scores: Scores) -> bool:
    return any(scored.certain for scored in scores.values())


def quoted(evidence: Evidence, text: str, title: str = "") -> str:
    """The words that ``evidence`` points at: in ``text``, or with a negative start in ``title``."""
    if evidence.start >= 0:
        return text[evidence.start : evidence.end]
    shift = len(title) + len(_BREAK)
    return title[evidence.start + shift : evidence.end + shift]


def _moved(label: Label, body: int) -> Label:
    """``label`` with its evidence counted from the text; what stands in no text keeps its empty span."""
    evidence = tuple(Evidence(e.text, e.start - body, e.end - body) if e.end else e for e in label.evidence)
    return Label(label.axis, label.value, label.score, evidence, label.origin)


def _is_roman_hindi(tokens: Sequence[Token], language: str | None) -> bool:
    if language == ROMAN:
        return True
    latin = [token.norm for token in tokens if token.norm.isascii() and token.norm.isalpha()]
    small = [word for word in latin if word in ROMAN_HINDI]
    return len(set(small)) >= _ROMAN_WORDS and len(small) >= _ROMAN_SHARE * len(latin)
