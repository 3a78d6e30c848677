"""A need in ``needs.yml``, or a page named in ``mkdocs.yml``, leads to something that the bank does not have.

Why: these are the ways by which people who know nothing of the bank find what they came for; one that leads nowhere
is left out without a word on the page.

To mend: write the id of a record as its file is named, or a page of the site with a stroke before it:
``/help``, ``/map``, ``/coverage``, ``/types/law``, ``/themes/rescue``, ``/occupations/brick-kilns``.

Example::

    content/vocabulary/needs.yml:12: warning[need-dangling] the need "find-tools" leads to "kit", which is not there
        Did you mean "kit-visit"?
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_tools.checks._near import Nearest
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.model import RECORD_TYPES, Vocabulary
from build_tools.settings import FILE
from build_tools.sources.bank import Bank
from build_tools.sources.vocabulary_findings import FOLDER

CODE = "need-dangling"
AXES = ("types", "themes", "occupations", "places", "years", "az")


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    ids = {draft.id for draft in bank.drafts}
    known = ids | site_pages(bank.vocabulary)
    nearest = Nearest(known)
    for need in bank.vocabulary.needs.values():
        for lead in need.leads:
            if lead.target not in known:
                message = f'the need "{need.id}" leads to "{lead.target}", which is not there'
                hint = nearest.hint(lead.target, "Write the id of a record, or a page such as /themes/rescue.")
                yield Diagnostic(f"{FOLDER}/needs.yml", lead.line, CODE, Severity.WARNING, message, hint)
    pages = {draft.id for draft in bank.drafts if draft.type == "page"}
    named = {"help_page": bank.settings.bank.help_page, "contribute_page": bank.settings.bank.contribute_page}
    for name, page in named.items():
        if page and page not in pages:
            message = f'{name} is "{page}", and content/pages has no such page'
            hint = Nearest(pages).hint(page, "Write the name of a file in content/pages without its ending.")
            yield Diagnostic(FILE, 1, CODE, Severity.WARNING, message, hint)


def site_pages(vocabulary: Vocabulary) -> set[str]:
    """The pages of the site that a need may name."""
    pages = {"help", "map", "coverage", *AXES, *(f"types/{name}" for name in RECORD_TYPES if name != "page")}
    pages |= {f"themes/{theme}" for theme in vocabulary.themes} | {f"occupations/{o}" for o in vocabulary.occupations}
    return {f"/{page}" for page in pages}
