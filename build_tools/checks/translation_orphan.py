"""A translation has no original, or is in a language that the site does not have.

Why: ``x.hi.md`` is shown as the Hindi page of ``x``; without ``x`` there is no page for it to belong to.

To mend: name the file like its original with the language before the ending; or, for a text of its own, name it
without a language and write ``language: hi`` among its fields.  Languages of the site are listed in ``mkdocs.yml``.

Example::

    content/guides/first-vist.hi.md: error[translation-orphan] translates "first-vist", which is not there
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from build_tools.checks import remark
from build_tools.checks._near import Nearest
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank
from build_tools.sources.draft import Draft
from build_tools.sources.markdown_files import split_name

CODE = "translation-orphan"


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    languages = bank.settings.bank.languages
    nearest = Nearest(name for name, language in map(split_name, bank.read) if language is None)
    for draft in bank.drafts:
        if not is_translation(draft):
            continue
        pure = PurePosixPath(draft.ref.path)
        if str(pure.with_name(draft.id + pure.suffix)) not in bank.files:
            message = f'translates "{draft.id}", which is not there'
            hint = nearest.hint(
                draft.id, f"Name it as the original is named, followed by .{draft.language}{pure.suffix}."
            )
            yield remark(draft, 0, CODE, Severity.ERROR, message, hint)
        if draft.language not in languages and not any(p.field == "language" for p in draft.problems):
            message = f'is in the language "{draft.language}", which the site does not have'
            hint = f"The site has {', '.join(languages)}; add the language to mkdocs.yml or rename the file."
            yield remark(draft, 0, CODE, Severity.ERROR, message, hint)


def is_translation(draft: Draft) -> bool:
    """True for a file whose name has a language: ``x.hi.md``."""
    path = draft.ref.path
    return path.startswith("content/") and not path.endswith(".csv") and split_name(path)[1] is not None
