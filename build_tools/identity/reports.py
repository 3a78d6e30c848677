"""Numbers of police reports (FIR), by which a case and the family in it can be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.identity.values import Finding, Kind

_NAMES = (
    r"\b(?:zero )?F\.? ?[I1l]\.? ?R\b\.?|\bcr(?:ime)?\.?(?= ?(?:no|num|case))|\bcase crime\b|\bcrime case\b"
    r"|\bp\.?s\.? case\b"
    r"|एफ\.? ?आई\.? ?आर\.?|प्राथमिकी|मुकदमा(?: अपराध)?|अपराध|कांड|काण्ड"
)
_WORDS = r"(?:nos?\b\.?|numbers?\b|संख्या|सं\.?|नंबर|नम्बर|नं\.?|क्रमांक|क्र\.?)"
_NUMBER = r"\d{1,5}(?: ?(?:/|-|of|dated|\\) ?\d{1,4})?"
_LEAD = re.compile(
    rf"(?:{_NAMES})[ .:(-]{{0,3}}{_WORDS}[ .:#)-]{{0,4}}$|मु\.? ?अ\.? ?सं\.?[ :-]{{0,3}}$",
    re.I,
)
_BARE_LEAD = re.compile(rf"(?:{_NAMES})[ :#-]{{1,3}}$", re.I)
_DIGITS = re.compile(rf"(?<!\d){_NUMBER}")
_REACH = 32


def reports(text: str) -> Iterator[Finding]:
    """Every number of a police report in ``text``, which is normalised."""
    for match in _DIGITS.finditer(text):
        start = max(0, match.start() - _REACH)
        lead = _LEAD.search(text, start, match.start())
        if not lead and "/" in match[0]:
            lead = _BARE_LEAD.search(text, start, match.start())
        if lead:
            yield Finding(lead.start(), match.end(), Kind.FIR)
