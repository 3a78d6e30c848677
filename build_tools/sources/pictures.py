"""Pictures that texts show or hand on: each is decoded once before a record that names it may be published."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from build_tools import images
from build_tools.diagnostics import Diagnostic
from build_tools.sources.draft import Draft

CODES = images.CODES


def unusable(root: Path, named: Iterable[tuple[Draft, str]], limits: images.Limits) -> list[Diagnostic]:
    """What is wrong with the pictures that drafts name; ``named``: a draft, and a path of the bank that is there."""
    found: dict[str, images.Probe | images.Refusal] = {}
    remarks: list[Diagnostic] = []
    for draft, path in named:
        if PurePosixPath(path).suffix.lower() not in images.FORMATS:
            continue
        if path not in found:
            found[path] = images.examined(root / path, root.joinpath(*images.FOLDER), limits)
        seen = found[path]
        if isinstance(seen, images.Refusal):
            remarks.append(seen.diagnostic(path, subject=draft.uid))
    return remarks
