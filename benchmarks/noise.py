"""Texts spoilt as reading machines spoil them: seeded, so that the same text is always spoilt in the same way.

Some damage is what engines typically do to a worn print (look-alike letters, lost signs above the line, words split
or run together, words parted at the end of a line); a good part is any letter in the place of any other, so that no
table of look-alikes can undo it all.  The tables here are not those of the classifier.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

SHARES = {"modern": 0.10, "old": 0.20}
"""How many of the words are spoilt; a bad scan of a modern paper, and one of an old."""
_LATIN = "rn:m m:rn l:1 i:l i:1 o:0 e:c c:e h:b b:h u:n n:u cl:d d:cl f:t t:f w:vv a:s g:q y:v k:lc s:5 in:m ll:11 ri:n"
_NAGARI = (
    "ब:व व:ब भ:म म:भ घ:ध ध:घ थ:य ष:प प:ष ट:ठ ठ:ट ड:ड़ ड़:ड ढ़:ढ ि:ी ी:ि ु:ू ू:ु े:ै ै:े ो:ौ ौ:ो ं: ँ:ं ्: र्: ई:इ इ:ई ए:ऐ ख:रव द:ढ क:फ"
)
_ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "कखगघचछजटडतथदधनपबभमयरलवशसहािीुूेो")
_DIGITS = {"0": "Oo", "1": "lI", "5": "S", "8": "3", "3": "8", "7": "1", "6": "5"}
_MARKS = ".,'`-~*|"
_WIDTHS = (34, 60)
_DIGITS_SPARED = 3
"""Engines misread figures less often than words: one spoilt figure in three is left as it is."""


def spoilt(text: str, seed: str, share: float) -> str:
    """``text`` with about ``share`` of its words damaged, in lines of a column's width."""
    chance = random.Random(seed)
    width = chance.randint(*_WIDTHS)
    return "\n".join("\n".join(_column(_words(line, chance, share), width, chance)) for line in text.split("\n"))


def _words(line: str, chance: random.Random, share: float) -> list[str]:
    found: list[str] = []
    joining = False
    for word in line.split():
        damage = chance.choices(_KINDS, _OFTEN)[0] if chance.random() < share else None
        new = damage(word, chance) if damage else word
        if joining:
            found[-1] += new
        else:
            found.append(new)
        joining = damage is _joined
    return found


def _look_alike(word: str, chance: random.Random) -> str:
    table = _NAGARI if _nagari(word) else _LATIN
    fitting = [pair.split(":") for pair in table.split() if pair.split(":")[0] in word.lower()]
    if word[:1].isdigit() or not fitting:
        return _figure(word, chance)
    old, new = chance.choice(fitting)
    at = chance.choice([n for n in range(len(word)) if word[n : n + len(old)].lower() == old])
    return word[:at] + new + word[at + len(old) :]


def _figure(word: str, chance: random.Random) -> str:
    places = [n for n, sign in enumerate(word) if sign in _DIGITS]
    if not places or not chance.randrange(_DIGITS_SPARED):
        return word
    at = chance.choice(places)
    return word[:at] + chance.choice(_DIGITS[word[at]]) + word[at + 1 :]


def _lost(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    return word[:at] + word[at + 1 :] if len(word) > 2 and not word[at].isdigit() else word


def _wrong(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    return word[:at] + chance.choice(_ALPHABETS[_nagari(word)]) + word[at + 1 :] if word[at].isalpha() else word


def _split(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word)) if len(word) > 3 else 0
    return f"{word[:at]} {word[at:]}" if at else word


def _joined(word: str, _chance: random.Random) -> str:
    return word


def _marked(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word) + 1)
    return word[:at] + chance.choice(_MARKS) + word[at:]


_KINDS: tuple[Callable[[str, random.Random], str], ...] = (_look_alike, _lost, _wrong, _split, _joined, _marked)
_OFTEN = (40, 15, 15, 12, 8, 10)


def _nagari(word: str) -> bool:
    return any("\u0900" <= letter <= "\u097f" for letter in word)


def _column(words: list[str], width: int, chance: random.Random) -> Iterator[str]:
    """``words`` in lines of at most ``width`` letters; every second long word at an end is parted."""
    line = ""
    for word in words:
        if line and len(line) + len(word) >= width:
            room = width - len(line) - 2
            if len(word) > 6 and room > 2 and word.isalpha() and chance.random() < 0.5:
                yield f"{line} {word[:room]}-"
                line = word[room:]
                continue
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line
