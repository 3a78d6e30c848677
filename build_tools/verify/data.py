"""Scripts, data, tables, texts and pictures: each is what its ending says, and holds nothing that could run."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from build_tools.verify import lists
from build_tools.verify.addresses import link_fault
from build_tools.verify.findings import Finding

_HANDS_OVER = re.compile(r'kbSearch\.take\(("(?:[^"\\]|\\.)*"),(.*)\)', re.S)
_STYLE_LOADS = re.compile(r"@import|url\(|expression\(|</", re.I)
_SOUNDS_LIKE_HTML = re.compile(r"\s*<(?:!doctype|html|head|body|script|iframe|svg|img|a|div|!--|\?xml)\b", re.I)
_A_NUMBER = re.compile(r"[-+][\d\s.,()/%–-]*")


def digest(data: bytes) -> str:
    """What the tool is held to for its scripts and style sheets."""
    return hashlib.sha256(data).hexdigest()


def written_faults(data: bytes, path: str, written: Mapping[str, str]) -> Iterator[Finding]:
    """A script or style sheet is what the tool wrote, by its digest, or a file of the search's index."""
    if path in written:
        if digest(data) != written[path]:
            yield Finding("site-script", "is not what the tool wrote")
        elif path.endswith(".css") and _STYLE_LOADS.search(data.decode("utf-8", "replace")):
            yield Finding("site-script", "loads something from a style sheet")
    elif path.endswith(".js") and path.startswith(f"{lists.SEARCH_FOLDER}/"):
        yield from _index_faults(data, path)
    else:
        yield Finding("site-script", "is none of the tool's scripts and style sheets")


def _index_faults(data: bytes, path: str) -> Iterator[Finding]:
    """A file of the index hands over one value under its own name, and has no sign with which markup begins."""
    try:
        found = _HANDS_OVER.fullmatch(data.decode("utf-8"))
        name, value = (json.loads(found[1]), json.loads(found[2])) if found else ("", None)
    except (UnicodeDecodeError, ValueError, RecursionError):
        yield Finding("site-script", "is a script that hands over no readable data")
        return
    own = path.removeprefix(f"{lists.SEARCH_FOLDER}/").removesuffix(".js")
    if name != own or value is None:
        yield Finding("site-script", "is a script that does not hand over data under its own name")
    if b"<" in data or "\u2028" in data.decode() or "\u2029" in data.decode():
        yield Finding("site-data", "holds a sign in which markup or a line could begin, not escaped")


def json_faults(data: bytes, path: str) -> Iterator[Finding]:
    """JSON that can be read, without markup, whose addresses are listed ones."""
    try:
        value = json.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        yield Finding("site-data", "is no readable JSON")
        return
    if b"<" in data:
        yield Finding("site-data", "holds a sign in which markup could begin, not escaped")
    for key, text in _texts(value):
        if key in lists.JSON_ADDRESSES and (fault := link_fault(text, lists.WEB_SCHEMES)):
            yield Finding("site-address", f"holds {fault}")


def _texts(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a JSON value with the key under which it stands."""
    waiting = [(key, value)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [(str(name), inner) for name, inner in value.items()]
        elif isinstance(value, list):
            waiting += [(key, inner) for inner in value]
        elif isinstance(value, str):
            yield key, value


def content_faults(data: bytes, path: str) -> Iterator[Finding]:
    """What a document, picture or text has that its ending does not say."""
    suffix = PurePosixPath(path).suffix.lower()
    if suffix == ".mp3":
        right = data.startswith(lists.MP3_STARTS)
    elif suffix in lists.PLAIN_TEXT:
        yield from _text_faults(data, suffix, sent=path.startswith("files/"))
        return
    else:
        right = all(data[at : at + len(mark)] == mark for at, mark in lists.SIGNATURES[suffix])
    if not right:
        yield Finding("site-file", f"is not what its ending {suffix} says")


def _text_faults(data: bytes, suffix: str, sent: bool) -> Iterator[Finding]:
    """``sent``: somebody sent the file as it is; a text of the tool's own may say what it likes, as of a scan."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield Finding("site-file", "is a text that is not written in UTF-8")
        return
    if "\x00" in text or (sent and _SOUNDS_LIKE_HTML.match(text)):
        yield Finding("site-file", "is a text that a browser could take for a page")
    if suffix == ".csv":
        yield from _table_faults(text)


def _table_faults(text: str) -> Iterator[Finding]:
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text)), 1):
            if any(is_formula(cell) for cell in row):
                yield Finding("site-data", f"holds in row {number} a cell that a spreadsheet program would compute")
    except csv.Error:
        yield Finding("site-data", "is no readable table")


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet program would compute the cell; signed numbers and names of sources are none."""
    harmless = _A_NUMBER.fullmatch(cell) or (cell[:1] == "@" and not set("(!|") & set(cell))
    return cell[:1] in tuple(lists.FORMULA_STARTS) and not harmless
