"""The gate before what the law keeps from being made known: who a child is, and numbers that lead to anybody.

Pure detectors over text (:func:`find`), image files (:func:`metadata`, :func:`people`), names of files and the built
site (:func:`scan_folder`).  What is found is never repeated: a finding is a kind and a place.
"""

from build_tools.identity.detect import blocks, find, reviews
from build_tools.identity.documents import OFFICE, has_author, words_of
from build_tools.identity.file_names import of_file_name
from build_tools.identity.looked import shows_a_person
from build_tools.identity.metadata import Trace, traces
from build_tools.identity.site import scan_folder
from build_tools.identity.values import IN_WORDS, REVIEWED, Finding, Kind, Level, Public, in_words, public
from build_tools.identity.words import Known, known

__all__ = [
    "IN_WORDS",
    "OFFICE",
    "REVIEWED",
    "Finding",
    "Kind",
    "Known",
    "Level",
    "Public",
    "Trace",
    "blocks",
    "find",
    "has_author",
    "in_words",
    "known",
    "of_file_name",
    "public",
    "reviews",
    "scan_folder",
    "shows_a_person",
    "traces",
    "words_of",
]
