"""Names in English text that stand beside an age under 18, a parent, or a school or village.

No list holds all names.  A name is a word with a capital that is neither a common word nor known to the bank; a word
of the list of given names counts also in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from build_tools.identity.names import Name, after, all_before, before, has, words_of
from build_tools.identity.values import Finding, Kind
from build_tools.identity.words import NOTHING_KNOWN, Known, common, cues, given, plain

_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
AGE = rf"(?:0?[1-9]|1[0-7]|{'|'.join(sorted(_UNITS.split(), key=len, reverse=True))})"
_NUMBER = rf"(?<![\w.,/-]){AGE}(?![\w]|[.,]\d)"
_RANGE = r"(?!\s?(?:-|to|and|or) ?\d)"
_YEAR = r"(?:years?|yrs?)"

# Ages that say that they are one: of somebody, and those that may be of somebody.
_OLD = re.compile(
    rf"(?<![\w-])(?:{AGE}[ -]{{0,2}}(?:{_YEAR}|months?)[ -.]{{0,2}}old\b(?!s)|{AGE} ?(?:y/o|yo)\b"
    rf"|age[d]?(?: of| is| was|:)?(?: about| around| only| just)? {AGE}\b{_RANGE})",
    re.I,
)
_YEARS = re.compile(rf"(?<![\w-]){AGE} {_YEAR}\b(?! (?:ago|later|after|of|in|back|before|since|for|to|and|or)\b)", re.I)
_LIMIT = re.compile(
    r"(?:under|below|above|over|minimum|maximum|least|than|up ?to|before|beyond|between|children|boys|girls|persons|"
    r"people|those|workers|any|every|all|each|\d)(?: \w+)?[ -]*(?:(?:the|an?|to|and|or|-)[ -]*)*$",
    re.I,
)
# An age that only its place says to be one: "Name, 12," or "Name (12)".
_ALMOST = r"(?: only| just| now| barely)?"
_BARE = re.compile(
    rf"(?:(?:[,(/-]|\s[-(]|,? ?(?:who (?:is|was)|is|was|aged?|only|just|now){_ALMOST}|\((?:aged?|[mf],))"
    rf" ?{_NUMBER}{_RANGE}(?= ?[,;)/]| ?\.(?:\s|$)| ?-\s| ?$|\s?\n"
    rf"| (?:and|who|was|were|is|from|of|told|has|had|works?|worked|died|{_YEAR}|when)\b)"
    rf"| (?:turned|turns|is turning) {_NUMBER}(?! ?%| per\b| km\b))",
    re.I,
)
_KIN = re.compile(
    r"\b[SDCsdc] ?[/\\] ?[Oo0]\b\.?|\b(?:son|daughter|ward|child)(?:-in-law)? of\b"
    r"|['’]s (?:\w+ ){0,2}(?:son|daughter)\b"
)
_ASIDE = re.compile(r"\([^()]{0,40}\)")  # "(name changed)"
_SMALL = re.compile(r"[\s,(:-]*(?:(?:who|is|was|a|an|the|aged?|only|just|now|then|about|around)[\s,]*){0,3}")


def english(text: str, known: Known = NOTHING_KNOWN) -> Iterator[Finding]:
    """Every name in ``text`` (normalised) beside an age under 18, a parent, or a school or village."""
    yield from _by_age(text, known)
    yield from _by_bare_age(text, known)
    yield from _by_parent(text, known)
    yield from _by_place(text, known)


# --- Beside an age ---------------------------------------------------------------------------------------


def _by_age(text: str, known: Known) -> Iterator[Finding]:
    for pattern, tight in ((_OLD, False), (_YEARS, True)):
        for match in pattern.finditer(text):
            if _LIMIT.search(text[max(0, match.start() - 24) : match.start()]):
                continue
            if name := _aged(text, match, known, tight=tight):
                yield Finding(min(name.start, match.start()), max(name.end, match.end()), Kind.NAME_AGE)


def _aged(text: str, match: re.Match[str], known: Known, *, tight: bool) -> Name | None:
    """The name whose age ``match`` is; ``tight``: only when nothing but a comma and small words part the two."""
    if found := before(text, match.start(), known):
        name, gap = found
        near = _SMALL.fullmatch(gap)
        if near and not (name.placed and not name.sure and name.words == 1):
            return name
        if not tight and not near and _is_about(name, gap, 9):
            return name
    if not tight and (found := after(text, match.end(), known)) and _is_about(*found, 7):
        return found[0]
    return None


def _is_about(name: Name, gap: str, most: int) -> bool:
    """Whether a name that does not touch its age is likely to be one, and not an adult's who speaks or a place's."""
    stands = not name.titled and (name.sure or not name.placed)
    return stands and len(gap.split()) <= most and not has(gap, "speech")


def _by_bare_age(text: str, known: Known) -> Iterator[Finding]:
    for match in _BARE.finditer(text):
        found = before(text, match.start(), known, 40)
        if found and not _ASIDE.sub("", found[1]).strip(" ,'\"’"):
            name = found[0]
            if name.sure or name.words > 1 or not name.placed:
                yield Finding(name.start, match.end(), Kind.NAME_AGE)


# --- Beside a parent -------------------------------------------------------------------------------------


def _by_parent(text: str, known: Known) -> Iterator[Finding]:
    for match in _KIN.finditer(text):
        around = before(text, match.start(), known, 45), after(text, match.end(), known, 45)
        near = [name for name, gap in filter(None, around) if _touches(gap)]
        if near:
            yield Finding(min(match.start(), near[0].start), max(match.end(), near[-1].end), Kind.NAME_PARENT)
        elif match[0][1:3].strip()[:1] in ("/", "\\") and _beside_a_name(text, match):
            yield Finding(match.start(), match.end(), Kind.NAME_PARENT)


def _touches(gap: str) -> bool:
    """At most a few small words between a name and "son of": "Name, the youngest son of the late Name"."""
    return len(words_of(gap)) <= 4 and not has(gap, "speech")


def _beside_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether one of the two words around "s/o" is none that is common; names may be in small letters there."""
    around = [*words_of(text[max(0, match.start() - 25) : match.start()])[-1:], *words_of(text[match.end() :][:25])[:1]]
    return any(plain(word.strip(".")) in given() or plain(word.strip(".")) not in common() for word in around)


# --- Beside a school or village --------------------------------------------------------------------------


def _by_place(text: str, known: Known) -> Iterator[Finding]:
    for match in _schools().finditer(text):
        for name, gap in all_before(text, match.start(), known, 70):
            if _belongs(name, gap):
                yield Finding(name.start, match.end(), Kind.NAME_PLACE)
                break


@cache
def _schools() -> re.Pattern[str]:
    words = "|".join(sorted(word for word in cues()["schools"] if word.isascii()))
    return re.compile(rf"\b(?:{words})\b", re.I)


def _belongs(name: Name, gap: str) -> bool:
    """Whether the name is somebody's who comes from there or learns there, and no official's who went there."""
    words = len(words_of(gap))
    somebody = not name.titled and not name.placed and (name.sure or words <= 2 or has(gap, "learns"))
    linked = has(gap, "belongs") and words <= 8 and not has(gap, "speech")
    return somebody and linked and not gap.startswith("'s")
