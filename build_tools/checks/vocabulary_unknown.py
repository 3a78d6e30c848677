"""A theme, occupation, place, material or newspaper is named that the vocabulary does not have.

Why: the pages by which readers browse are made from the vocabulary; a record under an unknown word is found nowhere.

To mend: use an id from ``content/vocabulary/``, or add the new word there first.  A newspaper may also be named in
full, as it is printed; then this is only a notice.

Example::

    content/guides/first-visit.md:6: error[vocabulary-unknown] the theme "irigation" is not in the vocabulary
        Did you mean "irrigation"?
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from build_tools.checks import remark
from build_tools.checks._fields import listed
from build_tools.checks._near import Nearest
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.model import SLUG, Vocabulary
from build_tools.sources.bank import Bank
from build_tools.sources.draft import Draft

CODE = "vocabulary-unknown"


class _Words(NamedTuple):
    kind: str
    known: frozenset[str]
    nearest: Nearest
    home: str


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    fields = _fields(bank.vocabulary)
    newspapers = bank.vocabulary.newspapers
    titles = {name.casefold() for paper in newspapers.values() for name in (paper.name, paper.native)}
    for draft in bank.drafts:
        # A specimen stands for no real newspaper, and none must be listed for it.
        present = {name: words for name, words in fields.items() if name in draft.data}
        if draft.data.get("specimen") is True:
            present.pop("newspaper", None)
        for name, words in present.items():
            for value, line in listed(draft, name):
                if value not in words.known and not (name == "newspaper" and value.casefold() in titles):
                    yield _unknown(draft, line, value, words)


def _fields(vocabulary: Vocabulary) -> Mapping[str, _Words]:
    def words(kind: str, known: Mapping[str, object], home: str) -> _Words:
        return _Words(kind, frozenset(known), Nearest(known), f"content/vocabulary/{home}")

    place = words("place", vocabulary.places, "places")
    return {
        "themes": words("theme", vocabulary.themes, "themes.yml"),
        "occupations": words("occupation", vocabulary.occupations, "occupations.yml"),
        "regions": place,
        "jurisdiction": place,
        "material": words("material", vocabulary.materials, "materials.yml"),
        "newspaper": words("newspaper", vocabulary.newspapers, "newspapers.csv"),
    }


def _unknown(draft: Draft, line: int, value: str, words: _Words) -> Diagnostic:
    message = f'the {words.kind} "{value}" is not in the vocabulary'
    if words.kind == "newspaper" and not SLUG.fullmatch(value):
        hint = words.nearest.hint(value.casefold(), f"To list its cuttings together, add it to {words.home}.")
        return remark(draft, line, CODE, Severity.NOTICE, message, hint)
    hint = words.nearest.hint(value, f"The ids are in {words.home}; a new one is added there first.")
    return remark(draft, line, CODE, Severity.ERROR, message, hint)
