"""Files that go with the pages: web copies of scans, soft copies, tables."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from build_tools import images
from build_tools.catalogue import Entry
from build_tools.model import Dataset
from build_tools.pages import paths
from build_tools.pages.writer import Copy, Published
from build_tools.site import readings
from build_tools.sources.bank import inside
from build_tools.whole import read_sealed, write_sealed, write_whole

WIDTHS = {paths.SMALL: 40_000, paths.LARGE: 120_000}  # of the web copies, with the bytes that each should not pass
FULL = 0  # stands for the copy in full size, to download
VERSION = "2"  # of the way copies are made; part of their cache key

# What may be handed on as it was sent: no format that a browser runs as a page.
SOFT_COPIES = {
    ".pdf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ods", ".csv", ".ppt", ".pptx", ".odp", ".txt", ".md", ".epub",
    ".jpg", ".jpeg", ".png", ".webp", ".mp3", ".mp4",
}  # fmt: skip


@dataclass
class Assets:
    """Published path -> the file to copy there, or the text to write; id of a clipping -> the web copies of its scan,
    the smallest first."""

    files: dict[str, Path] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    scans: dict[str, tuple[Copy, ...]] = field(default_factory=dict)

    def published(self) -> Published:
        sizes = {path: file.stat().st_size for path, file in self.files.items()}
        return Published(sizes | {path: len(text.encode()) for path, text in self.texts.items()}, self.scans)

    def copy(self, site: Path) -> None:
        for path in (*self.files, *self.texts):
            (site / path).parent.mkdir(parents=True, exist_ok=True)
        for path, file in self.files.items():
            shutil.copyfile(file, site / path)
        for path, text in self.texts.items():
            (site / path).write_bytes(text.encode())


def gather(root: Path, entries: Iterable[Entry], cache: Path) -> Assets:
    """Everything that the entries name and the bank holds; all pictures are made anew from their pixels."""
    assets = Assets()
    for entry in entries:
        if entry.scan is not None:
            _scan(root, entry, cache, assets)
            assets.texts |= readings.texts(entry)
        if isinstance(entry.record, Dataset) and entry.record.csv:
            _file(root, entry.record.csv, assets)
        names = [t.value for t in entry.body.targets if t.kind in ("file", "image")] if entry.body else []
        names += [c.file for c in (*entry.record.files, *getattr(entry.record, "tools", ())) if c.file]
        for name in names:
            _soft_copy(root, entry, name, cache, assets)
    return assets


def _soft_copy(root: Path, entry: Entry, name: str, cache: Path, assets: Assets) -> None:
    path = inside(PurePosixPath(entry.ref.path).parent, name.partition("#")[0])
    suffix = PurePosixPath(path or "").suffix.lower()
    if path and suffix in SOFT_COPIES & images.FORMATS.keys():
        _picture(root, path, cache, assets)
    elif path and suffix in SOFT_COPIES:
        _file(root, path, assets)


def _file(root: Path, path: str, assets: Assets) -> None:
    file = root / path
    if file.is_file() and not file.is_symlink():
        assets.files[paths.file_path(path)] = file


def _scan(root: Path, entry: Entry, cache: Path, assets: Assets) -> None:
    """The copies of the first page of a scan, from the cache where they are whole."""
    assert entry.scan is not None
    data = images.read_bytes(root / entry.scan.path)
    if isinstance(data, images.Refusal):
        return
    sizes = _copies(data, PurePosixPath(entry.scan.path).suffix, cache)
    if sizes is None:
        return
    copies: list[Copy] = []
    for width, (copy, size) in sizes.items():
        assets.files[paths.scan_path(entry, width)] = copy
        if width and (not copies or size[0] > copies[-1].width):
            copies.append(Copy(paths.scan_path(entry, width), *size))
    assets.scans[entry.id] = tuple(copies)


def _copies(data: bytes, suffix: str, cache: Path) -> dict[int, tuple[Path, tuple[int, int]]] | None:
    """Width -> the copy in the cache and its size, made where it is absent or broken; ``None``: it cannot be made."""
    digest = hashlib.sha256(data).hexdigest()
    files = {width: cache / f"{digest}.{VERSION}.{width}" for width in (*WIDTHS, FULL)}
    sizes = {width: _size(copy) for width, copy in files.items()}
    missing = [width for width, size in sizes.items() if size is None]
    if missing:
        made = images.copies(data, suffix, [(width, WIDTHS.get(width, 0)) for width in missing])
        if isinstance(made, images.Refusal):
            return None
        sizes |= {width: _keep(files[width], copy) for width, copy in zip(missing, made, strict=True)}
    return {width: (files[width], size) for width, size in sizes.items() if size}


def _picture(root: Path, path: str, cache: Path, assets: Assets) -> None:
    """A picture that a text shows or hands on, made anew from its pixels."""
    data = images.read_bytes(root / path)
    if isinstance(data, images.Refusal) or (root / path).is_symlink():
        return
    suffix = PurePosixPath(path).suffix.lower()
    copy = cache / f"{hashlib.sha256(data).hexdigest()}.{VERSION}{suffix}"
    if _size(copy) is None:
        made = images.remade(data, suffix)
        if isinstance(made, images.Refusal):
            return
        _keep(copy, made)
    assets.files[paths.file_path(path)] = copy


def _keep(copy: Path, made: images.Made) -> tuple[int, int]:
    """Writes a copy into the cache, and beside it what it is; gives its width and height."""
    write_whole(copy, made.data)
    about = {"sha256": hashlib.sha256(made.data).hexdigest(), "size": [made.width, made.height]}
    write_sealed(_about(copy), json.dumps(about).encode())
    return made.width, made.height


def _size(copy: Path) -> tuple[int, int] | None:
    """Width and height of a copy in the cache; ``None`` when it is absent or not as it was written."""
    sealed = read_sealed(_about(copy))
    if sealed is None or not copy.is_file():
        return None
    about = json.loads(sealed)
    if hashlib.sha256(copy.read_bytes()).hexdigest() != about["sha256"]:
        return None
    width, height = about["size"]
    return width, height


def _about(copy: Path) -> Path:
    return copy.with_name(f"{copy.name}.json")
