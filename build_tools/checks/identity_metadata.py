"""A picture or document holds more than what can be seen: where it was taken, by whom, a smaller copy, notes.

Looked for are GPS and other EXIF data, XMP, IPTC, embedded thumbnails, comments, text chunks, anything behind the end
of a picture, the properties of a scan that is a PDF, and the place in a film (MP4).  Which way up a picture is held
and its resolution may be there.

Why: a photo of a phone says on which spot it was taken, and its thumbnail may show what was covered in the picture.
The site publishes pictures made anew, but the file itself is public in the project's history.

To mend: ``kb redact FILE`` without a box takes everything out of a picture and leaves its pixels; a screenshot of the
picture has none either.  Empty a PDF's properties in the program that made it, or print it into a new PDF.

Example::

    clippings/2019/a-mill.jpg: error[identity-metadata] holds the place where it was taken (GPS)
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from build_tools import identity
from build_tools.checks._identity import Records
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.images import SUFFIXES, Refusal, read_bytes
from build_tools.sources.bank import Bank

CODE = "identity-metadata"

SCANS = "clippings/"
FILM = ".mp4"
HINT_FILM = "Save the film again in a program that can leave out the place, or share it from the phone without it."
HINT = "Run: kb redact FILE (it takes out all but the pixels), or send a screenshot of the picture."
HINT_PDF = "Empty the document's properties in the program that made it, or print it into a new PDF."


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    records = Records(bank)
    for path in bank.files:
        if PurePosixPath(path).suffix.lower() not in {*SUFFIXES, FILM}:
            continue
        data = read_bytes(bank.root / path)
        if isinstance(data, Refusal):
            continue  # the readers say so
        hint = HINT_PDF if data.startswith(b"%PDF-") else HINT_FILM if data[4:8] == b"ftyp" else HINT
        found = identity.traces(data)
        # A soft copy of a report may name its author; a scan that a volunteer sends names the volunteer.
        if path.startswith(SCANS) and data.startswith(b"%PDF-") and identity.has_author(data) is not False:
            found.append(identity.Trace.AUTHOR)  # or nobody could look, which counts as much
        for trace in found:
            for uid in records.uids(path) or [""]:
                yield Diagnostic(path, 0, CODE, Severity.ERROR, f"holds {trace}", hint, uid)
