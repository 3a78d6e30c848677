"""Needs and pages named in the settings lead to what is there."""

from __future__ import annotations

from pathlib import Path

from build_tools.checks.need_dangling import CODE
from build_tools.diagnostics import Severity
from build_tools.settings import read_settings
from tests.conftest import TODAY, add

NEEDS = """- id: collect-water
  labels: {en: collect water}
  leads:
    - save-rain-water
    - save-rain-watre
    - /types/guide
    - /themes/watr
"""


def found(root: Path) -> list[tuple[str, int, str]]:
    from build_tools import pipeline

    settings, _ = read_settings(root)
    assert settings
    _bank, diagnostics = pipeline.inspect(root, settings, TODAY)
    assert all(d.severity is Severity.WARNING and d.hint for d in diagnostics if d.code == CODE)
    return [(d.path, d.line, d.hint) for d in diagnostics if d.code == CODE]


def test_leads_to_records_and_pages_are_followed(small_bank: Path) -> None:
    add(small_bank, "content/vocabulary/needs.yml", NEEDS)
    first, second = found(small_bank)
    assert first[:2] == ("content/vocabulary/needs.yml", 5)
    assert first[2].startswith('Did you mean "save-rain-water"?')
    assert second[1] == 7
    assert "/themes/water" in second[2]


def test_pages_named_in_the_settings_are_there(small_bank: Path) -> None:
    assert found(small_bank) == []
    settings = small_bank / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("  bank:\n", "  bank:\n    help_page: abuot\n"))
    [(path, line, hint)] = found(small_bank)
    assert (path, line) == ("mkdocs.yml", 1)
    assert hint.startswith('Did you mean "about"?')
