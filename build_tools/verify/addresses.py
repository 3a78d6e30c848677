"""Addresses as a browser reads them (WHATWG URL): blanks at the ends, tabs and line breaks inside, `\\` for `/`."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Set as AbstractSet
from urllib.parse import unquote

from build_tools.verify.lists import LINK_SCHEMES

_ENDS = "".join(map(chr, range(0x21)))
_INSIDE = re.compile(r"[\t\n\r]")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")


def plain(address: str) -> str:
    """The address without what a browser drops before it looks at it."""
    return _INSIDE.sub("", address.strip(_ENDS)).replace("\\", "/")


def link_fault(address: str, schemes: AbstractSet[str] = LINK_SCHEMES) -> str:
    """What is wrong with an address that a reader may follow; empty when nothing is."""
    seen = plain(address)
    scheme = _SCHEME.match(seen)
    if scheme:
        return "" if scheme[1].lower() in schemes else f'the scheme "{scheme[1].lower()[:40]}"'
    return "an address that begins with two slashes" if seen.startswith("//") else ""


def own_fault(address: str, page: str, base: str = "/") -> str:
    """What is wrong with an address that ``page`` loads: it must be a file of the site."""
    seen = plain(address)
    if not seen:
        return "no address at all"
    if _SCHEME.match(seen) or seen.startswith("//"):
        return "something of another host"
    return "" if target(seen, page, base) is not None else "something outside the site"


def own_set_fault(value: str, page: str, base: str = "/") -> str:
    """The same for a ``srcset``: whatever stands behind a comma is judged as an address, as it may be one."""
    parts = [part.split() for part in value.split(",")]
    return next((fault for part in parts if (fault := own_fault(part[0] if part else "", page, base))), "")


def target(address: str, page: str, base: str = "/") -> str | None:
    """The file of the site to which an address without a scheme leads; ``None`` when it leaves the site.

    ``base`` is the path at which the site stands on its host, with a slash at both ends.
    """
    path = unquote(re.split(r"[?#]", plain(address), maxsplit=1)[0])
    if path.startswith("/") and not path.startswith(base):
        return None
    joined = path.removeprefix(base) if path.startswith("/") else posixpath.join(posixpath.dirname(page), path)
    inner = posixpath.normpath(joined)
    return None if inner == ".." or inner.startswith("../") else inner
