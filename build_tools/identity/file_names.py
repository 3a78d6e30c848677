"""Names of files: they are addresses on the site, and are seen before anybody opens the file."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from build_tools.identity.detect import blocks
from build_tools.identity.values import NOTHING_PUBLIC, Kind, Public
from build_tools.identity.words import common, cues, given, plain

_DATE = re.compile(r"(?<!\d)\d{4}(?:[-_. ]\d{1,2}){0,2}(?!\d)")
_WORD = re.compile(r"[^\W_]+(?:[\u093c-\u094d\u0900-\u0903]+[^\W_]*)*")
_PARENT = re.compile(r"(?:^|[-_ ])[sdc][-_ ]?o(?:$|[-_ ])|(?:son|daughter)[-_ ]of[-_ ]", re.I)


def of_file_name(path: str, public: Public = NOTHING_PUBLIC) -> list[Kind]:
    """What of a person the name of a file holds; each kind once."""
    name = PurePosixPath(path).name
    found = [f.kind for f in blocks(PurePosixPath(name).stem.replace("_", " "), public)]
    words = _words(name)
    named = [at for at, word in enumerate(words) if word in given() and word not in common()]
    if any(_is_age(word) for at in named for word in words[max(0, at - 2) : at + 3]):
        found.append(Kind.NAME_AGE)
    if named and _PARENT.search(name):
        found.append(Kind.NAME_PARENT)
    if named and any(word in cues()["schools"] for word in words):
        found.append(Kind.NAME_PLACE)
    return list(dict.fromkeys(found))


def _words(name: str) -> list[str]:
    return [plain(word) for word in _WORD.findall(_DATE.sub(" ", PurePosixPath(name).stem))]


def _is_age(word: str) -> bool:
    digits = re.fullmatch(r"(\d{1,2})(?:yrs?|years?|saal|y)?", word)
    return bool(digits) and 1 <= int(digits[1]) < 18 if digits else False
