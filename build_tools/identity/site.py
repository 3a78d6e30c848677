"""The built site, read as a stranger reads it: the last look before it is published.

Numbers and addresses of people are looked for in everything that is text (pages, feeds, scripts, the search, tables,
notes), in the names of files, and data beside the pixels in every picture.  In scripts and JSON only texts between
quotation marks count, not figures.
"""

from __future__ import annotations

import html
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from build_tools.identity.detect import blocks
from build_tools.identity.file_names import of_file_name
from build_tools.identity.metadata import traces
from build_tools.identity.values import NOTHING_PUBLIC, REVIEWED, Kind, Public

PARALLEL_FROM, SLICE = 2_000, 500  # files below which starting processes costs more than it saves; of one task
PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".mp4"}
MARKUP = {".html", ".htm", ".xml", ".svg", ".md", ".bib"}
SCRIPTS = {".js", ".mjs", ".json", ".webmanifest"}
PLAIN = {".txt", ".csv", ".yml", ".yaml"}
# Tags between which a reader sees no gap; every other tag parts what stands on its sides.
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|cite|code|del|em|i|ins|mark|s|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]*)?>", re.I
)
_HIDDEN = re.compile(r"<(?:script|style)\b[^>]*>.*?</(?:script|style)>", re.S | re.I)
_TAG = re.compile(r"<!--|-->|<[^<>]*>")
# ALTO keeps each word of a line in an attribute of its own.
_ALTO_WORD = re.compile(r"<String\b[^<>]*?\bCONTENT=\"([^\"]*)\"[^<>]*>")
_ALTO_SPACE = re.compile(r"\s*<SP\b[^<>]*>\s*")
_ALTO_LINE = re.compile(r"\s*</?TextLine\b[^<>]*>\s*")
_ATTRIBUTE = re.compile(
    r"\s(?:alt|title|content|placeholder|aria-label|value|href)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.I
)
_QUOTED = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|`(?:[^`\\]|\\.)*`', re.S)
# No number and no address fits into less: most pieces of a page are passed over by this alone.
_WORTH = re.compile(r"@|©|®|[\[(]\s?at\s?[\])]|\d(?:\D{0,4}\d){5}|[OoIlSB]\d", re.I)


class Gate:
    """Looks at one file after the other; what stands on every page is looked at once."""

    def __init__(self, public: Public = NOTHING_PUBLIC) -> None:
        self._public = public
        self._seen: dict[str, tuple[Kind, ...]] = {}

    def file(self, file: Path, path: str) -> list[Kind]:
        """What of a person ``file`` holds, which is published as ``path``; each kind once."""
        found = [kind for kind in of_file_name(path, self._public) if kind not in REVIEWED]
        suffix = file.suffix.lower()
        if suffix in PICTURES:
            found += [Kind.METADATA] if traces(file.read_bytes()) else []
        elif suffix in MARKUP | SCRIPTS | PLAIN:
            text = file.read_bytes().decode("utf-8", "replace")
            found += [kind for piece in pieces(text, suffix) for kind in self._piece(piece)]
        return list(dict.fromkeys(found))

    def _piece(self, piece: str) -> tuple[Kind, ...]:
        if not _WORTH.search(piece):
            return ()
        if piece not in self._seen:
            self._seen[piece] = tuple(f.kind for f in blocks(piece, self._public))
        return self._seen[piece]


def pieces(text: str, suffix: str) -> Iterator[str]:
    """The texts of a file as a reader sees them, each as a whole; attributes and texts of scripts among them."""
    if suffix in SCRIPTS:
        yield from (_unquoted(quoted[0]) for quoted in _QUOTED.finditer(text))
    elif suffix in MARKUP:
        for script in _HIDDEN.findall(text):
            yield from (_unquoted(quoted[0]) for quoted in _QUOTED.finditer(script))
        shown = _INLINE.sub("", _HIDDEN.sub("\n", _words_in_line(text)))
        yield from (html.unescape(part) for part in _TAG.split(shown) if not part.isspace())
        for value in _ATTRIBUTE.finditer(text):
            yield html.unescape(value[1] or value[2] or "")
    else:
        yield from text.split("\n\n")


def _words_in_line(text: str) -> str:
    """ALTO with its words as text, line by line as the reading has them; other markup as it is."""
    if "<String " not in text:
        return text
    return _ALTO_LINE.sub("\n", _ALTO_SPACE.sub(" ", _ALTO_WORD.sub(r"\1", text)))


def _unquoted(text: str) -> str:
    """A text of a script without its quotation marks and escapes."""
    try:
        return str(json.loads(f'"{text[1:-1]}"')) if "\\" in text else text[1:-1]
    except ValueError:
        return text[1:-1]


def scan_folder(
    site: Path, public: Public = NOTHING_PUBLIC, codes: Callable[[str], bool] = lambda path: False
) -> dict[str, list[Kind]]:
    """Path below ``site`` -> what of a person its file holds, for all files that hold something, in order.

    Files for whose path ``codes`` holds are passed over: letters and digits in them are no words.
    """
    paths = sorted(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    paths = [path for path in paths if not codes(path)]
    if len(paths) < PARALLEL_FROM:
        return _scan(site, public, paths)
    slices = [paths[first : first + SLICE] for first in range(0, len(paths), SLICE)]
    with ProcessPoolExecutor(os.cpu_count() or 1) as pool:
        return {path: kinds for some in pool.map(partial(_scan, site, public), slices) for path, kinds in some.items()}


def _scan(site: Path, public: Public, paths: Iterable[str]) -> dict[str, list[Kind]]:
    gate = Gate(public)
    found = {path: gate.file(site / path, path) for path in paths}
    return {path: kinds for path, kinds in found.items() if kinds}
