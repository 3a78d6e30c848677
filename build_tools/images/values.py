"""What is accepted of a scan, what was found of one, and why one is refused."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.diagnostics import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest input that is still decoded; well under 1 GiB of memory at its worst."""

    file_bytes: int = 30 * 2**20
    pixels: int = 40_000_000
    """Of one page or frame, width times height."""
    total_pixels: int = 80_000_000
    """Of all pages together."""
    side: int = 20_000
    """Longest side of a page, in pixels."""
    pages: int = 20
    pdf_dpi: int = 300
    """Of a rendered PDF page; fewer when the page would have more pixels than ``pdf_pixels``."""
    pdf_pixels: int = 16_000_000


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not used, and what its sender can do."""

    code: str
    message: str
    hint: str

    def diagnostic(self, path: str, *, severity: Severity = Severity.ERROR, subject: str = "") -> Diagnostic:
        """The refusal as a remark on ``path`` (relative to the bank, with forward slashes)."""
        return Diagnostic(path, 0, self.code, severity, self.message, self.hint, subject)


@dataclass(frozen=True, slots=True)
class Probe:
    """What a file holds.  ``width`` and ``height``: pixels of the first page, upright, as ``decode`` returns it."""

    format: str
    width: int
    height: int
    pages: int
    bytes: int
    """Of the file."""


@dataclass(frozen=True, slots=True)
class Made:
    """A picture that was made anew: its file, and its size in pixels."""

    data: bytes
    width: int
    height: int
