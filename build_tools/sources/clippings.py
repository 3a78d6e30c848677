"""Clippings: a scan (image or PDF), what the volunteer knows of it (``.yml``), a person's transcription (``.txt``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from build_tools import images
from build_tools.diagnostics import Diagnostic
from build_tools.model import SourceRef
from build_tools.sources.draft import Draft, ScanInfo, validate
from build_tools.sources.text import error, read_text
from build_tools.sources.yaml_text import Lines, load_yaml

CODES = {
    "clipping-orphan": "A .yml or .txt has no scan of the same name beside it.",
    "clipping-two-scans": "Two scans have the same name; which one the .yml describes cannot be known.",
    "clipping-format": "The file's ending is none that a scan can have.",
}

FOLDER = "clippings/"
SIDECARS = (".yml", ".txt")


def read_clippings(
    root: Path, files: Mapping[str, int], language: str
) -> tuple[list[Draft], list[Diagnostic], set[str]]:
    """All clippings below ``clippings/``, what is wrong, and the paths that were taken."""
    groups: dict[str, list[str]] = {}
    for path in files:
        if path.startswith(FOLDER) and PurePosixPath(path).suffix.lower() != ".md":
            groups.setdefault(str(PurePosixPath(path).with_suffix("")), []).append(path)
    drafts: list[Draft] = []
    found: list[Diagnostic] = []
    for paths in groups.values():
        some, problems = _clipping(root, paths, language)
        drafts += some
        found += problems
    return drafts, found, {path for paths in groups.values() for path in paths}


def _clipping(root: Path, paths: Iterable[str], language: str) -> tuple[list[Draft], list[Diagnostic]]:
    by_suffix = {PurePosixPath(p).suffix.lower(): p for p in paths}
    scans = [p for s, p in by_suffix.items() if s in images.SUFFIXES]
    problems = [_wrong_format(p) for s, p in by_suffix.items() if s not in images.SUFFIXES and s not in SIDECARS]
    if not scans:
        return [], problems or [_orphan(p) for s, p in by_suffix.items() if s in SIDECARS]
    if len(scans) > 1:
        hint = "Give each scan a name of its own, or make one PDF of both pages."
        return [], [error(p, 0, "clipping-two-scans", "shares its name with another scan", hint) for p in scans]
    fields, lines, unread = _fields(root, by_suffix.get(".yml"))
    transcription, problem = _transcription(root, by_suffix.get(".txt"))
    unread += problems + problem
    if unread:
        return [], unread
    return _draft(root, scans[0], fields, lines, transcription, by_suffix.get(".yml"), language)


def _draft(
    root: Path, scan: str, fields: dict[str, Any], lines: Lines, text: str | None, yml: str | None, language: str
) -> tuple[list[Draft], list[Diagnostic]]:
    identity = PurePosixPath(scan).stem
    data = {
        "type": "clipping",
        "language": language,
        "title": identity.replace("-", " ").replace("_", " "),
        **fields,
        "id": identity,
        "scan": scan,
        **({"transcription": text} if text and text.strip() else {}),
    }
    info, problems = _probe(root, scan, f"{identity}.{data['language']}")
    ref = SourceRef(yml or scan, 1)
    return [validate("clipping", data, ref, lines, scan=info)], problems


def _probe(root: Path, scan: str, uid: str) -> tuple[ScanInfo | None, list[Diagnostic]]:
    seen = images.probe(root / scan)
    if isinstance(seen, images.Refusal):
        return None, [seen.diagnostic(scan, subject=uid)]
    return ScanInfo(scan, seen.width, seen.height, seen.pages, (root / scan).stat().st_size, seen.format), []


def _fields(root: Path, path: str | None) -> tuple[dict[str, Any], Lines, list[Diagnostic]]:
    if path is None:
        return {}, {}, []
    text, found = read_text(root / path, path)
    if text is None:
        return {}, {}, found
    data, lines, found = load_yaml(text, path)
    if data is None and not found:
        return {}, lines, []
    if not isinstance(data, dict):
        hint = "Write each field on its own line, as in: title: The headline"
        return {}, lines, found or [error(path, 1, "front-matter-shape", "holds no fields", hint)]
    return data, lines, found


def _transcription(root: Path, path: str | None) -> tuple[str | None, list[Diagnostic]]:
    return read_text(root / path, path) if path else (None, [])


def _orphan(path: str) -> Diagnostic:
    hint = "Add the scan under the same name, or delete this file."
    return error(path, 0, "clipping-orphan", "has no scan beside it", hint)


def _wrong_format(path: str) -> Diagnostic:
    hint = f"Save the scan as one of: {', '.join(sorted(images.SUFFIXES))}."
    return error(path, 0, "clipping-format", "is no kind of file that a clipping can have", hint)
