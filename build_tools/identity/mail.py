"""E-mail addresses, also those that are written out or were misread from a scan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.identity.values import NOTHING_PUBLIC, Finding, Kind, Public

_LOCAL_MOST = 64  # characters before the sign (RFC 5321, section 4.5.3.1)
_SIGN = re.compile(r"\s?[@©®]\s{0,2}|\s?[\[(]\s?at\s?[\])]\s?", re.I)
_LOCAL = re.compile(r"[\w.%+-]+$")
_DOT = r"(?:\s?\.\s?|\s?[\[(]\s?dot\s?[\])]\s?)"
_DOMAIN = re.compile(rf"[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,4}}?{_DOT}[a-z]{{2,24}}\b", re.I)
_PLAIN_DOMAIN = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[a-z]{2,24}\b", re.I)
# Providers of private addresses, recognised also when the end of the address is lost.
_PROVIDER = re.compile(
    r"(?:g\s?mail|yahoo|hotmail|outlook|rediff\s?mail|ymail|icloud|live|proton(?:mail)?)\b(?:\s?\.\s?\w{2,3}\b)*", re.I
)
_RESERVED = re.compile(r"(?:^|\.)(?:example(?:\.(?:com|org|net|edu))?|test|invalid|localhost)$")
_FILE_ENDINGS = ("png", "jpg", "jpeg", "webp", "svg", "gif", "css", "js")


def emails(text: str, public: Public = NOTHING_PUBLIC) -> Iterator[Finding]:
    """Every e-mail address in ``text`` that the directory does not list.  Reserved names (RFC 2606) are nobody's."""
    for sign in _SIGN.finditer(text):
        local = _LOCAL.search(text, max(0, sign.start() - _LOCAL_MOST), sign.start())
        if not local or local.end() != sign.start():
            continue
        plain = text[sign.start() : sign.end()] == "@"
        after = (form.match(text, sign.end()) for form in (_PROVIDER, _PLAIN_DOMAIN, _DOMAIN))
        domain = next(filter(None, after), None)
        if domain and (plain or _told(sign[0], domain[0])) and not _known(local[0], domain[0], public):
            yield Finding(local.start(), domain.end(), Kind.EMAIL)


def _told(sign: str, domain: str) -> bool:
    """Whether blanks or brackets around the sign still make an address, and not "at" or © in a sentence."""
    return "(" in sign or "[" in sign or bool(_PROVIDER.match(domain)) or "@" in sign


def _known(local: str, domain: str, public: Public) -> bool:
    host = re.sub(rf"{_DOT}", ".", domain.lower()).replace(" ", "")
    if _RESERVED.search(host) or host.endswith(_FILE_ENDINGS):
        return True
    return f"{local.lower().strip('.')}@{host}" in public.emails
