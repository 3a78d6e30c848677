"""BibTeX text from clean values: what readers copy under "cite this"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from build_tools.sources.bibtex_latex import CLOSE, OPEN, plain
from build_tools.sources.bibtex_values import MONTHS

_ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", **{sign: "\\" + sign for sign in "&%$#_"}, OPEN: "{", CLOSE: "}",
}  # fmt: skip
_ESCAPED = re.compile("[" + re.escape("".join(_ESCAPES)) + "]")
VERBATIM = frozenset({"doi", "url", "eprint"})
"""Fields in which LaTeX is not read, so nothing is escaped."""


def escape(rich: str) -> str:
    """Text for a value in braces.  Marks of groups become braces again if they are in balance."""
    one_line = " ".join(rich.replace("\x03", "{").replace("\x04", "}").split())
    kept = one_line if _balanced(one_line) else plain(one_line)
    return _ESCAPED.sub(lambda sign: _ESCAPES[sign[0]], kept)


def entry_text(entry_type: str, key: str, fields: Iterable[tuple[str, str]]) -> str:
    """One entry.  The values are ready to stand in braces (see :func:`escape`); empty ones are left out.

    Months are written as the abbreviations that every style knows: ``month = mar``.
    """
    rows = [f"  {name} = {value if _is_macro(name, value) else f'{{{value}}}'}," for name, value in fields if value]
    return "\n".join([f"@{entry_type}{{{key},", *rows, "}"])


def _is_macro(name: str, value: str) -> bool:
    return name == "month" and value in MONTHS


def names_text(names: Iterable[Mapping[str, str]]) -> str:
    """Names of CSL JSON as the value of ``author``: ``von Last, Jr., First``, bodies in braces of their own."""
    return " and ".join(_name(name) for name in names)


def verbatim(address: str) -> str:
    """An address for a field of :data:`VERBATIM`: what no address may hold is written as its code."""
    return re.sub(r"[{}\\\s]", lambda sign: f"%{ord(sign[0]):02X}", address)


def _name(name: Mapping[str, str]) -> str:
    if literal := name.get("literal"):
        return literal if literal == "others" else "{" + escape(literal) + "}"
    family = " ".join(filter(None, (escape(name.get("non-dropping-particle", "")), _guarded(name.get("family", "")))))
    parts = [family, _guarded(name.get("suffix", "")), _guarded(name.get("given", ""))]
    return ", ".join(part for part in parts if part)


def _guarded(part: str) -> str:
    """In braces when BibTeX would take a comma or "and" in it for a separator, or a small letter for a particle."""
    escaped = escape(part)
    return "{" + escaped + "}" if re.search(r",|\band\b", part, re.I) else escaped


def _balanced(text: str) -> bool:
    depth = 0
    for sign in re.findall(f"[{OPEN}{CLOSE}]", text):
        depth += 1 if sign == OPEN else -1
        if depth < 0:
            return False
    return depth == 0
