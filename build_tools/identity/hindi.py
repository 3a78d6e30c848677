"""Names in Hindi text that stand beside an age under 18, a parent, or a school or village.

Hindi has no capitals.  A name is a word of the list of given names, or, next to a cue, one that is neither a common
word nor known to the bank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from build_tools.identity.values import Finding, Kind
from build_tools.identity.words import NOTHING_KNOWN, Known, common, cues, given, plain

_NUMERALS = "एक दो तीन चार पांच पाँच छह छः सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह पन्द्रह सोलह सत्रह".split()
AGE = rf"(?:0?[1-9]|1[0-7]|{'|'.join(sorted(_NUMERALS, key=len, reverse=True))})"
_LETTER = r"[\u0900-\u0963\u0970-\u097f]"
_W = re.compile(rf"{_LETTER}+")
_FREE = rf"(?<![\d.,/-])(?<!{_LETTER})"  # nothing of a number or word touches it
_ENDS = rf"(?!{_LETTER})"
_RANGE = r"(?! ?(?:-|से|या|व|और) ?\d)"
_LIMITED = (
    r"(?! ?(?:(?:की )?(?:उम्र|आयु) )?(?:से (?:कम|अधिक|ऊपर|ज्यादा|नीचे|बड़|छोट)|तक|पहले|बाद|पूर्व|पुरान|के भीतर|के अंदर|"
    r"की सजा|की कैद|का कारावास))"
)
_YEARS = r"(?:वर्ष|साल|बरस|माह)(?: की उम्र)? (?:का|की|के)"

_AGED = re.compile(
    rf"{_FREE}{AGE} ?-? ?(?:वर्षीय[ाी]?|साला{_ENDS}|{_YEARS}{_ENDS}){_LIMITED}{_RANGE}"
    rf"|(?:उम्र|आयु)(?: करीब| लगभग| महज| केवल| सिर्फ|:| -)? ?{_FREE}{AGE}(?![\d.,]\d|\d){_RANGE}{_LIMITED}"
)
_BARE = re.compile(rf"[,(/-] ?{_FREE}{AGE}(?= ?[,)/।]| ?(?:वर्ष|साल) ?[,)।(]|\s-\s| ?$)")
_BEFORE_RANGE = re.compile(r"(?:\d ?-|से|और|या|तक|-) ?$")
_KIN = re.compile(
    rf"(?<!{_LETTER})(?:सुपुत्री|सुपुत्र|पुत्री|पुत्र|आत्मजा|आत्मज|पिता(?: का नाम)?|वल्द"
    rf"|(?:का|की|के) (?:बेटा|बेटी|बेटे|लड़का|लड़की)){_ENDS}"
)
_CLAUSE = re.compile(r"[।!?|]|\n\s*\n")
_REACH = 60


def hindi(text: str, known: Known = NOTHING_KNOWN) -> Iterator[Finding]:
    """Every name in ``text`` (normalised) beside an age under 18, a parent, or a school or village."""
    if _W.search(text):
        yield from _by_age(text, known)
        yield from _by_parent(text, known)
        yield from _by_place(text, known)


def _is_name(word: str, known: Known, *, loose: bool = False) -> bool:
    """``loose``: far from a cue only a given name counts that is no common word as well."""
    bare = plain(word)
    if loose or len(bare) < 2:
        return bare in given() and bare not in common()
    return bare in given() or (bare not in common() and bare not in known.words)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """What of the characters around ``start`` and ``end`` belongs to the same clause."""
    first, last = max(0, start - _REACH), min(len(text), end + _REACH)
    for stop in _CLAUSE.finditer(text, first, start):
        first = stop.end()
    following = _CLAUSE.search(text, end, last)
    return first, following.start() if following else last


# --- Beside an age ---------------------------------------------------------------------------------------


def _by_age(text: str, known: Known) -> Iterator[Finding]:
    for pattern in (_AGED, _BARE):
        for match in pattern.finditer(text):
            if pattern is _AGED and _BEFORE_RANGE.search(text[max(0, match.start() - 5) : match.start()]):
                continue
            first, last = _clause(text, match.start(), match.end())
            word = _name_before(text, first, match.start(), known)
            if pattern is _AGED:
                word = word or _name_after(text, match.end(), last, known)
            if word:
                yield Finding(min(word.start(), match.start()), max(word.end(), match.end()), Kind.NAME_AGE)


def _name_before(text: str, first: int, at: int, known: Known) -> re.Match[str] | None:
    """``Name (12)``, ``Name, 12``, ``Name की उम्र 12``: only small words and signs part the two."""
    found = list(_W.finditer(text, first, at))
    for word in reversed(found[-4:]):
        if word[0] in (
            "की",
            "उम्र",
            "आयु",
            "की",
            "का",
            "के",
            "अभी",
            "महज",
            "केवल",
            "सिर्फ",
            "करीब",
            "लगभग",
            "है",
            "नामक",
            "नाम",
        ):
            continue
        gap = text[word.end() : at]
        if "." in gap or (":" in gap and not re.search("उम्र|आयु", gap)):
            return None
        return word if _is_name(word[0], known) else None
    return None


def _name_after(text: str, at: int, last: int, known: Known) -> re.Match[str] | None:
    """The first word behind an age that is a name; common words such as "boy" and "pupil" may stand before it."""
    for count, word in enumerate(_W.finditer(text, at, last)):
        near = count < 3 and not re.search(r"[,;:()]", text[at : word.start()])
        if count > 7:
            return None
        if _is_name(word[0], known, loose=not near) and not _of_a_place(text, word):
            return word
    return None


_PLACE_BEHIND = re.compile(r" ?(?:में|से|पर|जिले?|शहर|गांव|गाँव|थाना|राज्य|तक|नगर)")


def _of_a_place(text: str, word: re.Match[str]) -> bool:
    """Whether "in", "from" or "district" stands behind the word: then it is a place, unless it is a given name."""
    return bool(_PLACE_BEHIND.match(text, word.end())) and plain(word[0]) not in given()


# --- Beside a parent -------------------------------------------------------------------------------------


def _by_parent(text: str, known: Known) -> Iterator[Finding]:
    for match in _KIN.finditer(text):
        first, last = _clause(text, match.start(), match.end())
        ahead = [word for word in _W.finditer(text, match.end(), last) if plain(word[0]) not in cues()["fathers"]]
        around = [*list(_W.finditer(text, first, match.start()))[-1:], *ahead[:1]]
        near = [word for word in around if _is_name(word[0], known) and _joined(text, word, match)]
        if near:
            yield Finding(min(match.start(), near[0].start()), max(match.end(), near[-1].end()), Kind.NAME_PARENT)


def _joined(text: str, word: re.Match[str], cue: re.Match[str]) -> bool:
    gap = text[word.end() : cue.start()] if word.start() < cue.start() else text[cue.end() : word.start()]
    return not re.search(r"[;()/]|\d", gap) and len(gap) <= 14


# --- Beside a school or village --------------------------------------------------------------------------


def _by_place(text: str, known: Known) -> Iterator[Finding]:
    for match in _schools().finditer(text):
        first, last = _clause(text, match.start(), match.end())
        around = [*list(_W.finditer(text, first, match.start()))[-6:], *list(_W.finditer(text, match.end(), last))[:6]]
        for word in around:
            in_a_role = _is_name(word[0], known) and _in_a_role(text, word)
            if (in_a_role or _is_name(word[0], NOTHING_KNOWN, loose=True)) and not _is_official(text, word):
                yield Finding(min(word.start(), match.start()), max(word.end(), match.end()), Kind.NAME_PLACE)
                break


@cache
def _schools() -> re.Pattern[str]:
    words = "|".join(sorted(word for word in cues()["schools"] if not word.isascii())).replace(
        "\u0902", "[\u0901\u0902]"
    )
    return re.compile(rf"(?<!{_LETTER})(?:{words}|निवासी|(?:कक्षा|क्लास) [\w-]+ (?:का|की|के) छात्रा?){_ENDS}")


def _in_a_role(text: str, word: re.Match[str]) -> bool:
    """Whether "pupil", "girl" or the like stands directly before a word, or "resident of" behind it."""
    lead = _W.findall(text, max(0, word.start() - 20), word.start())[-1:]
    return (bool(lead) and plain(lead[0]) in cues()["roles"]) or text.startswith(" निवासी", word.end())


def _is_official(text: str, word: re.Match[str]) -> bool:
    """Whether one of the two words before a name says that it is an adult's."""
    lead = _W.findall(text, max(0, word.start() - 30), word.start())[-2:]
    return any(plain(found) in cues()["offices"] for found in lead)
