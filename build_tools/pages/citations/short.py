"""Short citations for running text, and the small readings of CSL JSON that several modules need."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_ACRONYM = re.compile(r"\(([A-Z][A-Za-z&.-]{1,11})\)\s*$")
_MAX_TITLE = 40


def in_text(csl: Mapping[str, Any]) -> str:
    """``Weiner 1991``, ``Basu & Van 1998``, ``Burra et al. 2006``, ``ILO 2019``, ``Basu n.d.``: plain text."""
    return f"{_who(csl)} {year_text(csl)}".strip()


def year_text(csl: Mapping[str, Any]) -> str:
    """The year, a span of years, the state of what is still to come, or ``n.d.``"""
    years = [str(part[0]) for part in date_parts(csl, "issued")]
    if not years:
        return str(csl.get("status") or "n.d.")
    return years[0] if len(years) < 2 or years[0] == years[1] else f"{years[0]}–{years[1]}"


def date_parts(csl: Mapping[str, Any], name: str) -> list[list[int]]:
    """The one or two ends of a date, each of one to three whole numbers; empty when it cannot be read."""
    value = csl.get(name)
    parts = value.get("date-parts") if isinstance(value, Mapping) else None
    if not isinstance(parts, list | tuple) or not all(_is_day(part) for part in parts):
        return []
    return [list(part) for part in parts[:2]]


def _is_day(part: Any) -> bool:
    return isinstance(part, list | tuple) and 1 <= len(part) <= 3 and all(type(number) is int for number in part)


def named(csl: Mapping[str, Any], role: str) -> tuple[list[Mapping[str, str]], bool]:
    """The names in a role, and whether there were others who are not named."""
    written = csl.get(role)
    names = [name for name in written if isinstance(name, Mapping)] if isinstance(written, list | tuple) else []
    known = [name for name in names if name != {"literal": "others"}]
    return known, len(known) < len(names)


def _who(csl: Mapping[str, Any]) -> str:
    for role in ("author", "editor", "translator"):
        names, others = named(csl, role)
        if not names:
            continue
        shown = [_family(name) for name in names]
        if len(shown) > 2 or others:
            return f"{shown[0]} et al."
        return " & ".join(shown)
    return _short_title(csl)


def _family(name: Mapping[str, str]) -> str:
    if literal := name.get("literal", ""):
        acronym = _ACRONYM.search(literal)
        return acronym[1] if acronym else literal
    return " ".join(filter(None, (name.get("non-dropping-particle"), name.get("family") or name.get("given"))))


def _short_title(csl: Mapping[str, Any]) -> str:
    title = str(csl.get("title-short") or csl.get("title") or csl.get("publisher") or csl.get("id") or "")
    if len(title) <= _MAX_TITLE:
        return title
    main = re.split(r"[:.?!–—]\s", title)[0]
    if len(main) <= _MAX_TITLE:
        return main
    return main[:_MAX_TITLE].rsplit(" ", 1)[0].rstrip(" ,;(") + " …"


def plain(csl: Mapping[str, Any]) -> str:
    """A citation in words, without a style: author, date, title, number, place of publication, address.

    For the bank's own pages, of which there may be tens of thousands; the bibliography is formatted by a style.
    """
    names, _others = named(csl, "author")
    who = ", ".join(_family(name) for name in names)
    where = [csl.get(name) for name in ("number", "authority", "container-title")]
    parts = [f"{who} ({year_text(csl)})" if who else "", csl.get("title"), *where, csl.get("URL")]
    return ". ".join(str(part).rstrip(".") for part in parts if part) + ("" if csl.get("URL") else ".")
