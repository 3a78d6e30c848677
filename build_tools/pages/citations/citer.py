"""Formatted references, as safe HTML and as plain text."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from typing import Any

from build_tools.pages.citations.engine import (
    BOLD,
    BOLD_END,
    DATE_VARIABLES,
    ET_AL,
    ITALIC,
    ITALIC_END,
    NAME_VARIABLES,
    TEXT_VARIABLES,
    load_style,
    render,
)
from build_tools.pages.citations.short import date_parts, named

_TAGS = {ITALIC: "<i>", ITALIC_END: "</i>", BOLD: "<b>", BOLD_END: "</b>"}
_TAG = re.compile("[" + "".join(_TAGS) + "]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
# The engine reads "<" as the start of markup; in the text of an entry it is a letter like any other.
_LESS, _MORE = "\ue005", "\ue006"
_ENDS = f"[{ITALIC_END}{BOLD_END}]*"
# Seams that the engine does not see because a mark stands between, and a full stop after "?" or "!".
_SEAM = re.compile(rf"([.?!…])([”\"’]?{_ENDS})\.(?=\s|$|[{ITALIC_END}{BOLD_END}])")
_DOUBLE = re.compile(rf"([,;:])({_ENDS})\1(?=\s)")
_SPACES = re.compile(r"\s+")
_KEPT_CASE = ("title", "title-short", "container-title")
_NAME_PARTS = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")


class Citer:
    """Formats CSL JSON in one style and language.  Raises ``ValueError`` when there is no such style.

    The style is read once per process, and the text of an entry is made once per :class:`Citer`.
    """

    def __init__(self, style: str = "apa", locale: str = "en-GB") -> None:
        self._style = load_style(style, locale)
        and_words = [re.escape(word) for word in ("&", self._style.term("and")) if word]
        self._others = re.compile(rf",?\s*(?:…\s*)?(?:(?:{'|'.join(and_words)})\s+)?{ET_AL}(\.?)")
        self._et_al = self._style.term("et-al") or "et al."
        self._made: dict[str, str] = {}

    def format(self, csl: Mapping[str, Any]) -> str:
        """The entry as HTML that holds no tags but ``<i>`` and ``<b>``; everything else is escaped."""
        return _TAG.sub(lambda mark: _TAGS[mark[0]], html.escape(self._text(csl)))

    def plain(self, csl: Mapping[str, Any]) -> str:
        """The entry as plain text.  It is not escaped."""
        return _TAG.sub("", self._text(csl))

    def _text(self, csl: Mapping[str, Any]) -> str:
        key = json.dumps(csl, sort_keys=True, default=str)
        if key not in self._made:
            self._made[key] = self._finished(render(self._style, _prepared(csl)))
        return self._made[key]

    def _finished(self, text: str) -> str:
        stop = "" if self._et_al.endswith(".") else r"\1"
        text = self._others.sub(rf", {self._et_al}{stop}", text)
        text = text.replace(ET_AL, self._et_al).replace(_LESS, "<").replace(_MORE, ">")
        text = _SPACES.sub(" ", text).strip()
        return _DOUBLE.sub(r"\1\2", _SEAM.sub(r"\1\2", text))


def _prepared(csl: Mapping[str, Any]) -> dict[str, Any]:
    """What the engine gets: known variables with values of the right kind, and nothing printed twice."""
    entry: dict[str, Any] = {"type": str(csl.get("type") or "document")}
    for name in sorted(csl):
        if name in DATE_VARIABLES:
            entry[name] = _date(csl, name)
        elif name in NAME_VARIABLES:
            entry[name] = _names(csl, name)
        elif name in TEXT_VARIABLES and name != "language":
            text = _line(csl[name])
            entry[name] = f'<span class="nocase">{text}</span>' if text and name in _KEPT_CASE else text
    entry = {name: value for name, value in entry.items() if value}
    return _without_repetition(_as_statute(entry), csl)


def _line(value: Any) -> str:
    return " ".join(_PRIVATE.sub("", str(value)).replace("<", _LESS).replace(">", _MORE).split())


def _names(csl: Mapping[str, Any], role: str) -> list[dict[str, str]]:
    known, others = named(csl, role)
    names = []
    for written in known:
        name = {part: text for part in _NAME_PARTS if (text := _line(written.get(part, "")))}
        if "family" not in name:
            name = {"literal": _line(written.get("literal", "")) or " ".join(name.values())}
        names.append(name)
    return [name for name in names if any(name.values())] + [{"literal": ET_AL}] * others


def _date(csl: Mapping[str, Any], name: str) -> dict[str, Any]:
    """A CSL date.  The engine cannot show a span within one year; the year alone is right."""
    ends = date_parts(csl, name)
    if len(ends) == 2 and ends[0][0] == ends[1][0]:
        ends = [ends[0][:1]]
    more = {key: csl[name][key] for key in ("circa", "season") if ends and isinstance(csl[name].get(key), int)}
    return {"date-parts": ends, **more} if ends else {}


def _as_statute(entry: dict[str, Any]) -> dict[str, Any]:
    """A law's number stands where a collection of laws would; the style takes any number for an American one."""
    if entry["type"] == "legislation" and (number := entry.pop("number", "")):
        entry["container-title"] = ", ".join(filter(None, (number, entry.get("container-title", ""))))
    return entry


def _without_repetition(entry: dict[str, Any], csl: Mapping[str, Any]) -> dict[str, Any]:
    """A body that is the author is not named again as publisher or website (APA 7, section 9.29)."""
    authors = [name.get("literal") or name.get("family") for name in entry.get("author", ())]
    for name in ("publisher", "container-title"):
        if len(authors) == 1 and _line(csl.get(name, "")) == authors[0]:
            entry.pop(name, None)
    return entry
