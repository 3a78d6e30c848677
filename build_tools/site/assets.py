"""Files that go with the pages: web copies of scans, soft copies, tables."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from PIL import Image, UnidentifiedImageError

from build_tools import images
from build_tools.catalogue import Entry
from build_tools.model import Dataset
from build_tools.pages import paths
from build_tools.pages.writer import Copy, Published
from build_tools.site import readings
from build_tools.sources.bank import inside
from build_tools.whole import write_whole

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
    """Everything that the entries name and the bank holds; scans are re-made from their pixels."""
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
            _soft_copy(root, entry, name, assets)
    return assets


def _soft_copy(root: Path, entry: Entry, name: str, assets: Assets) -> None:
    path = inside(PurePosixPath(entry.ref.path).parent, name.partition("#")[0])
    if path and PurePosixPath(path).suffix.lower() in SOFT_COPIES:
        _file(root, path, assets)


def _file(root: Path, path: str, assets: Assets) -> None:
    file = root / path
    if file.is_file() and not file.is_symlink():
        assets.files[paths.file_path(path)] = file


def _scan(root: Path, entry: Entry, cache: Path, assets: Assets) -> None:
    """The copies of the first page of a scan, from the cache where they are whole."""
    assert entry.scan is not None
    source = root / entry.scan.path
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    page = _Page(source)
    copies: list[Copy] = []
    for width in (*WIDTHS, FULL):
        copy = cache / f"{digest}.{VERSION}.{width}"
        size = _size(copy)
        if size is None:
            if (image := page.image()) is None:
                return
            write_whole(copy, images.web_copy(image, width, WIDTHS[width]) if width else images.full_copy(image))
            size = _size(copy)
        assert size is not None
        assets.files[paths.scan_path(entry, width)] = copy
        if width and (not copies or size[0] > copies[-1].width):
            copies.append(Copy(paths.scan_path(entry, width), *size))
    assets.scans[entry.id] = tuple(copies)


class _Page:
    """The first page of a scan, decoded once and only if it is wanted."""

    def __init__(self, source: Path) -> None:
        self.source = source
        self.decoded: Sequence[Image.Image] | images.Refusal | None = None

    def image(self) -> Image.Image | None:
        if self.decoded is None:
            self.decoded = images.decode(self.source)
        return None if isinstance(self.decoded, images.Refusal) else self.decoded[0]


def _size(copy: Path) -> tuple[int, int] | None:
    """Width and height of a cached copy; ``None`` when it is absent or broken."""
    try:
        with Image.open(copy, formats=["WEBP", "JPEG"]) as image:
            image.load()
            return image.size
    except (OSError, UnidentifiedImageError, ValueError):
        return None
