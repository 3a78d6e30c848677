"""The last look at a built site, as a stranger takes it: every file, against lists that nothing else uses.

Nothing here knows how pages are made or cleaned.  ``lists.py`` says what a site may hold; everything else holds the
files against it.  A finding stops the build and leaves the site as it was.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path, PurePosixPath

from build_tools.diagnostics import Diagnostic
from build_tools.verify import lists
from build_tools.verify.data import content_faults, digest, json_faults, written_faults
from build_tools.verify.findings import CODES, Finding, diagnostics
from build_tools.verify.markup import xml_faults
from build_tools.verify.pages import page_faults

__all__ = ["CODES", "digest", "of_file", "of_site"]

PARALLEL_FROM, SLICE = 400, 200  # files below which starting processes costs more than it saves; of one task
JSON = frozenset({".json", ".geojson", ".webmanifest"})


def of_site(site: Path, written: Mapping[str, str], base: str = "/") -> list[Diagnostic]:
    """Everything in the folder ``site`` that must not be published, in order of path.

    ``written`` is the digest of each script and style sheet that the tool wrote, by its path; ``base`` the
    path at which the site will stand on its host, with a slash at both ends.
    """
    files, found = _walk(site)
    if len(files) < PARALLEL_FROM:
        return [*found, *_of_files(site, written, base, files)]
    slices = [files[first : first + SLICE] for first in range(0, len(files), SLICE)]
    with ProcessPoolExecutor(os.cpu_count() or 1) as pool:
        return [*found, *(d for some in pool.map(partial(_of_files, site, written, base), slices) for d in some)]


def _walk(site: Path) -> tuple[list[str], list[Diagnostic]]:
    """The plain files below ``site``, in order, and what is said of names and of all that is no plain file."""
    files: list[str] = []
    found: list[Diagnostic] = []
    names: dict[str, str] = {}
    for entry in sorted(_entries(site), key=lambda e: e.path):
        path = Path(entry.path).relative_to(site).as_posix()
        faults = list(_name_faults(path, names))
        mode = entry.stat(follow_symlinks=False).st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            faults.append(Finding("site-file", "is a link or a device, no file"))
        elif stat.S_ISREG(mode):
            files.append(path)
        found += diagnostics(path, faults)
    return files, found


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            yield entry
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(Path(entry.path))


def _name_faults(path: str, names: dict[str, str]) -> Iterator[Finding]:
    """``names`` collects the paths as file systems that do not tell capitals or ways of writing apart see them."""
    name = PurePosixPath(path).name
    if name.startswith("."):
        yield Finding("site-file", "is hidden")
    if not name.isprintable() or set(name) & set('<>"\\:|?*'):
        yield Finding("site-file", "has a name with signs that do not belong into one")
    folded = unicodedata.normalize("NFC", path).casefold()
    if folded in names:
        yield Finding("site-file", "has a name that differs from another in capitals or in the way of writing only")
    names[folded] = path


def _of_files(site: Path, written: Mapping[str, str], base: str, paths: Iterable[str]) -> list[Diagnostic]:
    return [
        found for path in paths for found in diagnostics(path, of_file((site / path).read_bytes(), path, written, base))
    ]


def of_file(data: bytes, path: str, written: Mapping[str, str], base: str = "/") -> Iterator[Finding]:
    """What is wrong with the content of one file of the site."""
    parts, suffix = PurePosixPath(path).parts, PurePosixPath(path).suffix.lower()
    allowed = lists.FOLDERS.get(parts[0], lists.ELSEWHERE) if len(parts) > 1 else lists.ELSEWHERE
    if suffix not in allowed:
        yield Finding("site-file", f'has the ending "{suffix[:20]}", which is not listed for this place')
    elif suffix == ".html":
        yield from page_faults(data, path, base)
    elif suffix in (".xml", ".svg"):
        yield from xml_faults(data, path)
    elif suffix in JSON:
        yield from json_faults(data, path)
    elif suffix in (".js", ".css"):
        yield from written_faults(data, path, written)
    else:
        yield from content_faults(data, path)
