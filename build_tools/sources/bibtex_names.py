"""Names of authors and editors in BibTeX, as names in CSL JSON.

Persons are split and taken apart by bibtexparser's functions, which follow BibTeX's own rules.  Those rules know
particles by their small letters; scripts without capitals, such as Devanagari, are put right here.
"""

from __future__ import annotations

import re

from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names

from build_tools.sources.bibtex_latex import CLOSE, OPEN, plain

OTHERS = {"literal": "others"}
"""The last of ``and others``: more persons, not named."""

_TO_BRACES = str.maketrans({OPEN: "{", CLOSE: "}"})
_FROM_BRACES = str.maketrans({"{": None, "}": None})
_SUFFIX = re.compile(r"(?:Jr|Sr|Jnr|Snr)\.?|[IVX]{2,4}", re.I)


def read_names(rich: str) -> list[dict[str, str]]:
    """The persons and bodies named in ``rich`` (decoded, with the marks of groups), in order."""
    written = " ".join(rich.split()).translate(_TO_BRACES)
    names = [_name(part.strip()) for part in split_multiple_persons_names(written)]
    return [name for name in names if name]


def badly_separated(rich: str) -> str:
    """The first name that is probably several persons joined by commas or semicolons; empty when there is none."""
    if ";" not in rich and rich.count(",") < 3:
        return ""
    outside_groups = re.sub(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}", "", rich)
    for part in split_multiple_persons_names(" ".join(outside_groups.split())):
        if part.count(",") > 2 or ";" in part:
            return part.strip()
    return ""


def _name(written: str) -> dict[str, str]:
    if written.lower() == "others":
        return dict(OTHERS)
    if _is_one_group(written):
        return {"literal": text} if (text := _clean([written])) else {}
    parts = parse_single_name_into_parts(written, strict=False)
    first, von, last, suffix = (list(words) for words in (parts.first, parts.von, parts.last, parts.jr))
    inverted = "," in re.sub(r"\{[^{}]*\}", "", written)
    if von and not any(_has_case(word) for word in von):
        first, last, von = (first, von + last, []) if inverted else (first + von, last, [])
    if not suffix and first and last and _SUFFIX.fullmatch(last[-1]) and (inverted or len(first) > 1):
        suffix = [last.pop()]
        last = last or [first.pop()]
    if not inverted and len(first) == 1 and not von and first[0].islower() and last:
        first, von = [], first
    name = {"family": last, "given": first, "non-dropping-particle": von, "suffix": suffix}
    return {part: text for part, words in name.items() if (text := _clean(words))}


def _is_one_group(written: str) -> bool:
    if not (written.startswith("{") and written.endswith("}")):
        return False
    depth = 0
    for position, letter in enumerate(written):
        depth += (letter == "{") - (letter == "}")
        if depth == 0:
            return position == len(written) - 1
    return False


def _has_case(word: str) -> bool:
    return word.lower() != word.upper()


def _clean(words: list[str]) -> str:
    return plain(" ".join(" ".join(words).translate(_FROM_BRACES).split()))
