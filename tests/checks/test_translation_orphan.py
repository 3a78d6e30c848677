from __future__ import annotations

from build_tools.checks import translation_orphan
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import dataset, guide, said


def test_a_translation_of_nothing(bank: BankOf) -> None:
    files = {"content/guides/visit.md": guide(), "content/guides/vist.hi.md": guide()}
    [found] = said(translation_orphan, bank(files))
    assert (found.path, found.severity, found.subject) == ("content/guides/vist.hi.md", Severity.ERROR, "vist.hi")
    assert 'Did you mean "visit"?' in found.hint


def test_a_language_that_the_site_does_not_have(bank: BankOf) -> None:
    files = {"content/guides/x.md": guide(), "content/guides/x.ta.md": guide()}
    [found] = said(translation_orphan, bank(files))
    assert '"ta"' in found.message
    assert "mkdocs.yml" in found.hint


def test_an_original_of_another_kind_is_none(bank: BankOf) -> None:
    files = {"content/guides/x.hi.md": guide(), "content/laws/x.md": guide()}
    assert len(said(translation_orphan, bank(files))) == 1


def test_translations_with_their_originals(bank: BankOf) -> None:
    data = dataset()
    files = {
        **data,
        "content/data/depths.hi.yml": data["content/data/depths.yml"],
        "content/guides/x.md": guide(title=None),
        "content/guides/x.hi.md": guide(),
        "content/guides/own.md": guide(language="hi"),
    }
    assert said(translation_orphan, bank(files)) == []
