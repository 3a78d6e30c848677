"""From scans to text: safe decoding, preparing, reading, putting in order, and a cache of what was read.

``read_scans`` is the way in.  Nothing here prints and nothing raises for a bad scan or a missing tool: what could
not be read is an :class:`Unread` that says why and what to do.
"""

from build_tools.ocr.alto import to_alto
from build_tools.ocr.cluster import dask
from build_tools.ocr.run import Unkept, Workers, read_scans
from build_tools.ocr.serial import from_json, to_json
from build_tools.ocr.tesseract import Engine, probe
from build_tools.ocr.values import OcrSettings, Unread

TOOL_MISSING = frozenset({"ocr-no-engine", "ocr-no-language", "ocr-no-dask", "ocr-no-cluster"})
"""Codes of :class:`Unread` that no change of a scan can mend."""

__all__ = [
    "TOOL_MISSING",
    "Engine",
    "OcrSettings",
    "Unkept",
    "Unread",
    "Workers",
    "dask",
    "from_json",
    "probe",
    "read_scans",
    "to_alto",
    "to_json",
]
