"""DOI, ISBN and language of an entry, brought into one form; ``None`` when they cannot be right."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale
from babel.core import get_global

_DOI_PREFIX = re.compile(r"^(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*)", re.I)
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\x00-\x1f]+")
_ISBN = re.compile(r"[0-9][0-9 ‐-‒–-]{7,20}[0-9Xx]")


def clean_doi(text: str) -> str | None:
    """The bare DOI (``10.`` registrant ``/`` suffix, ISO 26324), without the resolver's address."""
    doi = _DOI_PREFIX.sub("", text.strip())
    return doi if _DOI.fullmatch(doi) else None


def clean_isbn(text: str) -> str | None:
    """The first ISBN in ``text`` without hyphens; every one that stands there must have its right check digit."""
    found = [re.sub(r"[^0-9X]", "", match[0].upper()) for match in _ISBN.finditer(text)]
    return found[0] if found and all(map(is_isbn, found)) else None


def is_isbn(digits: str) -> bool:
    """True when the check digit is right (ISO 2108: ISBN-10 modulo 11, ISBN-13 modulo 10)."""
    if re.fullmatch(r"\d{9}[\dX]", digits):
        weighted = sum((10 - i) * (10 if d == "X" else int(d)) for i, d in enumerate(digits))
        return weighted % 11 == 0
    if re.fullmatch(r"97[89]\d{10}", digits):
        return sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(digits)) % 10 == 0
    return False


# Names that babel (babel for LaTeX, not for Python) and reference managers use.
_USUAL = {
    "ngerman": "de", "american": "en", "british": "en", "canadian": "en", "australian": "en", "usenglish": "en",
    "ukenglish": "en", "french": "fr", "français": "fr", "frenchb": "fr", "brazilian": "pt", "oriya": "or",
    "bengali": "bn",
}  # fmt: skip


def language_code(text: str) -> str | None:
    """The first language named in ``text``: ``English``, ``हिन्दी``, ``hin``, ``en-GB`` become ``en``, ``hi`` ..."""
    for word in re.split(r"[\s,;/&+]+", text.strip().lower()):
        base = re.split(r"[-_]", word)[0]
        code = _language_names().get(word) or _language_names().get(base)
        if code or base in _language_codes():
            return code or base
    return None


@cache
def _language_codes() -> frozenset[str]:
    return frozenset(str(code) for code in Locale("en").languages if len(str(code)) in (2, 3))


@cache
def _language_names() -> dict[str, str]:
    names = {str(name).lower(): str(code) for code, name in Locale("en").languages.items() if "_" not in str(code)}
    for code in ("hi", "bn", "mr", "ta", "te", "gu", "kn", "ml", "pa", "or", "ur", "as", "ne"):
        names[(Locale(code).get_language_name() or code).lower()] = code
    names["हिन्दी"] = names["हिंदी"] = "hi"
    three = {str(long): str(short) for long, short in get_global("language_aliases").items()}
    three = {long: short for long, short in three.items() if len(long) == 3 > len(short)}
    return {**three, **names, **_USUAL}
