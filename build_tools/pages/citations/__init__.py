"""Citing: formatted references, short citations for running text, BibTeX and RIS, for every record of the bank.

Everything starts from CSL JSON: publications bring theirs, :func:`record_csl` makes it for all other records.
"""

from build_tools.pages.citations.citer import Citer
from build_tools.pages.citations.exports import ris, to_bibtex
from build_tools.pages.citations.records import record_csl
from build_tools.pages.citations.short import in_text, plain

__all__ = ["Citer", "in_text", "plain", "record_csl", "ris", "to_bibtex"]
