"""The words in a PDF or office document that is handed on as it was sent, and in its properties.

Documents are opened in a confined process.  Bounded: what lies beyond the limits is not read.  A document that cannot
be read gives no words.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator

import pypdfium2

from build_tools.confine import DEFAULT_BOUNDS, Stopped, run

OFFICE = {".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub"}
PAGES = 500
CHARACTERS = 5_000_000
MEMBER_BYTES = 20_000_000
_PROPERTIES = ("Title", "Author", "Subject", "Keywords")
_MEMBERS = re.compile(
    r"(?:word/(?:document|footnotes|comments|header\d*|footer\d*)|xl/(?:sharedStrings|comments\d*)|ppt/(?:slides|notesSlides)/\w+"
    r"|docProps/(?:core|app|custom)|content|meta)\.xml|.*\.x?html"
)
_PARTED = re.compile(
    r"</(?:w:p|a:p|text:p|text:h|table:table-cell|si|p|li|h\d|td|dc:\w+|cp:\w+)>|<(?:w:tab|w:br|br)\b[^>]*>"
)
_TAG = re.compile(r"<[^<>]*>")


BOUNDS = DEFAULT_BOUNDS
_HERE = "build_tools.identity.documents"


def words_of(data: bytes, suffix: str) -> str | Stopped:
    """The text of the document, pages and cells apart, and of its properties; empty when there is none.

    :class:`Stopped` when nobody knows, because reading ended the process that did it.
    """
    if suffix != ".pdf" and suffix not in OFFICE:
        return ""
    answer = run(f"{_HERE}:words", data, bounds=BOUNDS, suffix=suffix)
    return answer if isinstance(answer, Stopped) else str(answer.value)


def has_author(data: bytes) -> bool | Stopped:
    """Whether the properties of a PDF name somebody or describe what it shows."""
    answer = run(f"{_HERE}:author", data, bounds=BOUNDS)
    return answer if isinstance(answer, Stopped) else bool(answer.value)


def words(data: bytes, suffix: str) -> tuple[str, list[bytes]]:
    """The job behind :func:`words_of`."""
    return _words(data, suffix), []


def author(data: bytes) -> tuple[bool, list[bytes]]:
    """The job behind :func:`has_author`."""
    return _has_author(data), []


def _words(data: bytes, suffix: str) -> str:
    try:
        if suffix == ".pdf":
            return "\n\n".join(_pdf(data))[:CHARACTERS]
        return "\n\n".join(_office(data))[:CHARACTERS]
    except MemoryError:
        raise
    except Exception:  # libraries raise nearly anything on hostile bytes, and each means the same: no words
        return ""


def _has_author(data: bytes) -> bool:
    try:
        with pypdfium2.PdfDocument(data) as document:
            return any(document.get_metadata_value(name).strip() for name in _PROPERTIES)
    except MemoryError:
        raise
    except Exception:  # as above
        return False


def _pdf(data: bytes) -> Iterator[str]:
    left = CHARACTERS
    with pypdfium2.PdfDocument(data) as document:
        yield "\n\n".join(document.get_metadata_value(name) for name in _PROPERTIES)
        for number in range(min(len(document), PAGES)):
            page = document[number]
            text = page.get_textpage().get_text_bounded()
            page.close()
            yield text.replace("\r\n", "\n").replace("\r", "\n")
            left -= len(text)
            if left < 0:
                return


def _office(data: bytes) -> Iterator[str]:
    left = MEMBER_BYTES
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for member in archive.infolist():
            if left > 0 and _MEMBERS.fullmatch(member.filename):
                with archive.open(member) as file:
                    text = file.read(left).decode("utf-8", "replace")
                left -= len(text)
                yield html.unescape(_TAG.sub("", _PARTED.sub("\n\n", text)))
