"""What the detectors of identity say of that which the rules cannot see: readings of scans, and the built site.

The rules (``checks/identity_*.py``) look at the bank's files; these are the two looks that follow.  Findings come as
diagnostics with the codes of those rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from build_tools import identity
from build_tools.checks import identity_metadata, identity_number, identity_person, identity_review
from build_tools.checks._identity import known, public
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.model import Reading
from build_tools.search import holds_codes
from build_tools.sources.bank import Bank
from build_tools.sources.draft import Draft

REVIEW = frozenset({identity_review.CODE, identity_person.CODE})
HINT_SCAN = "Cover it in the scan: kb redact FILE --words WORD … or --box x,y,w,h."


def of_readings(bank: Bank, drafts: Iterable[Draft], readings: Mapping[str, object]) -> list[Diagnostic]:
    """What the text that a machine read from each scan holds, each kind once, said of the scan as a whole (line 0).

    A person's text was looked at line by line by the rules; here it is looked at as the page shows it.
    """
    listed, words = public(bank), known(bank)
    found: list[Diagnostic] = []
    for draft in drafts:
        if draft.scan is None:
            continue
        reading = readings.get(draft.scan.path)
        if isinstance(reading, Reading):
            told = f"{reading.text}\n\n{reading.margin}"  # what stands beside is in the scan and its files, too
            texts = (told, _flowing(told))
            kinds = dict.fromkeys(f.kind for text in texts for f in identity.find(text, listed, words, scanned=True))
            found += [made for kind in kinds if (made := _of_reading(draft, draft.scan.path, kind))]
        typed = _flowing(str(draft.data.get("transcription") or ""))
        found += [_of_typed(draft, draft.scan.path, f.kind) for f in identity.blocks(typed, listed)]
    return list(dict.fromkeys(found))


def _flowing(text: str) -> str:
    """``text`` as a page shows it: a number that is parted at the end of a line is whole."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


def _of_typed(draft: Draft, scan: str, kind: identity.Kind) -> Diagnostic:
    path = str(PurePosixPath(scan).with_suffix(".txt"))
    message = f"holds {identity.IN_WORDS[kind]}, perhaps over the end of a line"
    return Diagnostic(path, 0, identity_number.CODE, Severity.ERROR, message, identity_number.HINT, draft.uid)


def _of_reading(draft: Draft, path: str, kind: identity.Kind) -> Diagnostic | None:
    message = f"shows, as a machine read it, {identity.IN_WORDS[kind]}"
    if kind not in identity.REVIEWED:
        return Diagnostic(path, 0, identity_number.CODE, Severity.ERROR, message, HINT_SCAN, draft.uid)
    if draft.record and draft.record.identity_review:
        return None
    hint = f"{HINT_SCAN[:-1]}; or, when two people agree that it may stay, write: identity_review: [name, name]."
    return Diagnostic(path, 0, identity_review.CODE, Severity.WARNING, message, hint, draft.uid)


def withheld(diagnostics: Iterable[Diagnostic]) -> dict[str, tuple[str, ...]]:
    """Uid of each record whose text awaits the review of two people -> why, in words that give nothing away."""
    found: dict[str, dict[str, None]] = {}
    for diagnostic in diagnostics:
        if diagnostic.code in REVIEW and diagnostic.subject:
            found.setdefault(diagnostic.subject, {})[diagnostic.message] = None
    return {uid: tuple(sorted(messages)) for uid, messages in sorted(found.items())}


def shown(drafts: Iterable[Draft], diagnostics: Iterable[Diagnostic]) -> list[Draft]:
    """The drafts that await no review."""
    waiting = withheld(diagnostics)
    return [draft for draft in drafts if draft.uid not in waiting]


def of_site(site: Path, bank: Bank) -> list[Diagnostic]:
    """What a built folder holds that is never published; empty for a site that may go out."""
    hint = "Please report it: the rules should have found this in the bank's files. The site was left as it was."
    found = []
    for path, kinds in identity.scan_folder(site, public(bank), holds_codes).items():
        for kind in kinds:
            code = identity_metadata.CODE if kind is identity.Kind.METADATA else identity_number.CODE
            message = f"as it was built, holds {identity.IN_WORDS[kind]}"
            found.append(Diagnostic(f"site/{path}", 0, code, Severity.ERROR, message, hint))
    return found
