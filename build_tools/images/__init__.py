"""Safe decoding of the pictures that volunteers send: bytes in, plain pixels or a refusal out.

A file is opened only when its first bytes and its suffix name the same format of a short list, only within
:class:`Limits`, and only in a process that may die of it.  What comes out is made anew from the pixels: upright, RGB or
grey, with no metadata, no thumbnail, and nothing of what stood before or after the picture in the file.

:func:`decode_bytes` decodes in the process that calls it, which must be confined; all others are for everybody.
"""

from build_tools.images.confined import copies, decode, examine, pages, printed, remade
from build_tools.images.decoding import decode_bytes
from build_tools.images.encoding import FORMATS, encoded, web_copy
from build_tools.images.files import read_bytes
from build_tools.images.formats import SUFFIXES
from build_tools.images.kept import FOLDER, examined
from build_tools.images.refusals import CODES
from build_tools.images.values import DEFAULT_LIMITS, Limits, Made, Probe, Refusal

__all__ = [
    "CODES",
    "DEFAULT_LIMITS",
    "FOLDER",
    "FORMATS",
    "SUFFIXES",
    "Limits",
    "Made",
    "Probe",
    "Refusal",
    "copies",
    "decode",
    "decode_bytes",
    "encoded",
    "examine",
    "examined",
    "pages",
    "printed",
    "read_bytes",
    "remade",
    "web_copy",
]
