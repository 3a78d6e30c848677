"""Shared by all tests: a small bank to change, and what a build of it gives."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools import pipeline, scaffold
from build_tools.settings import read_settings
from tests.browser.chromium import browser, serve

__all__ = ["browser", "serve"]  # fixtures: all tests that look at pages share one browser

TODAY = dt.date(2026, 11, 22)
FLAGSHIP = Path(__file__).parent.parent


@pytest.fixture
def small_bank(tmp_path: Path) -> Path:
    """A fresh copy of the starting bank, to which a test adds its own files."""
    folder = tmp_path / "bank"
    assert not isinstance(scaffold.new_bank(folder), str)
    return folder


@pytest.fixture
def build() -> Callable[..., pipeline.Outcome]:
    def run(root: Path, site: Path | None = None, *, engine: str = "mkdocs", strict: bool = False) -> pipeline.Outcome:
        settings, found = read_settings(root)
        assert settings is not None, found
        return pipeline.build(root, settings, pipeline.Options(site or root / "site", engine, strict), TODAY)

    return run


def add(root: Path, path: str, text: str) -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def digests(folder: Path) -> dict[str, str]:
    """Path -> SHA-256 of every file below ``folder``."""
    return {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


CASE = """---
title: {title}
date: 2024
themes: [water]
regions: [IN]
sources: [A notebook]
licence: CC-BY-4.0
added: 2026-01-02
{more}---

## Why

Text.

## What

{text}

## How

Text.

## Impact

Text.
"""


def case(title: str = "A case", text: str = "Text.", more: str = "") -> str:
    """A case study's file; ``more`` are further lines of front matter."""
    return CASE.format(title=title, text=text, more=more)


@pytest.fixture(scope="session")
def flagship_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first bank, built for real, once for all tests that look at it."""
    site = tmp_path_factory.mktemp("flagship") / "site"
    settings, found = read_settings(FLAGSHIP)
    assert settings is not None, found
    outcome = pipeline.build(FLAGSHIP, settings, pipeline.Options(site, strict=True), TODAY)
    assert outcome.site == site, outcome
    return site
