"""A case study does not have the four parts in which all case studies are told.

Why: readers who compare case studies look for the same part at the same place.

To mend: give the body exactly these headings of the second level, in this order: ``## Why``, ``## What``, ``## How``,
``## Impact``; in Hindi ``## क्यों``, ``## क्या``, ``## कैसे``, ``## असर``.  Below them ``###`` is free.

Example::

    content/case-studies/night-school.md:30: error[case-sections] has the part "Results" where "Impact" belongs
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import zip_longest

from build_tools.checks import remark
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.model import RECORD_TYPES
from build_tools.sources.bank import Bank
from build_tools.sources.draft import Draft

CODE = "case-sections"

TRANSLATED: Mapping[str, Mapping[str, str]] = {
    "hi": {"Why": "क्यों", "What": "क्या", "How": "कैसे", "Impact": "असर"},
}


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    for draft in bank.drafts:
        sections = RECORD_TYPES[draft.type].sections
        if sections and draft.body and (problem := _first_difference(draft, _expected(draft, sections))):
            line, message = problem
            wanted = _expected(draft, sections)
            names = ", ".join(f"## {name}" for name in wanted if name)
            hint = f"The headings are: {names}." if names else f"It has {len(wanted)} parts, each with a heading ##."
            yield remark(draft, line, CODE, Severity.ERROR, message, hint)


def _expected(draft: Draft, sections: tuple[str, ...]) -> list[str]:
    """The headings in the draft's language; empty texts where it is a language whose words are not known here."""
    if draft.language == "en":
        return list(sections)
    return [TRANSLATED.get(draft.language, {}).get(name, "") for name in sections]


def _first_difference(draft: Draft, expected: list[str]) -> tuple[int, str] | None:
    found = [heading for heading in draft.body.headings if heading.level == 2] if draft.body else []
    for number, (heading, name) in enumerate(zip_longest(found, expected), 1):
        if heading is None:
            return draft.ref.line, f'has no part "{name}"' if name else f"has no part {number}"
        if name is None:
            return heading.line, f'has the part "{heading.text}" too many'
        if name and heading.text.casefold() != name.casefold():
            return heading.line, f'has the part "{heading.text}" where "{name}" belongs'
    return None
