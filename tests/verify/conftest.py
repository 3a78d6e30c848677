"""A small site, built for real once, into whose copies faults are planted behind everybody's back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools import pipeline, scaffold, verify
from build_tools.diagnostics import Diagnostic
from build_tools.settings import read_settings
from tests.checks.support import png
from tests.conftest import TODAY, add, case


@pytest.fixture(scope="session")
def golden_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starting bank with a soft copy and a picture."""
    root = tmp_path_factory.mktemp("golden") / "bank"
    assert not isinstance(scaffold.new_bank(root), str)
    add(root, "content/case-studies/form.txt", "A form.\n")
    add(root, "content/case-studies/kept.csv", "what,how many\nRain,-3\n")
    (root / "content/case-studies/map.png").write_bytes(png(30, 30))
    text = "![A map](map.png) and [a form](form.txt), [a table](kept.csv)"
    add(root, "content/case-studies/with-files.md", case("With files", text))
    settings, found = read_settings(root)
    assert settings is not None, found
    outcome = pipeline.build(root, settings, pipeline.Options(root / "site"), TODAY)
    assert outcome.site, outcome
    return outcome.site


def written(site: Path) -> dict[str, str]:
    """The digests of the scripts and style sheets of a site that nobody has changed yet."""
    files = [*site.glob("sw.js"), *site.glob("assets/*.css"), *site.glob("search/*.js")]
    names = {file.relative_to(site).as_posix(): file for file in files if file.name != "root.js"}
    return {path: verify.digest(file.read_bytes()) for path, file in names.items()}


@pytest.fixture
def plant(golden_site: Path, tmp_path: Path) -> Callable[[Callable[[Path], object]], list[Diagnostic]]:
    """What the verifier says of a copy of the site to which something was done."""

    def run(fault: Callable[[Path], object]) -> list[Diagnostic]:
        copy = tmp_path / "site"
        shutil.copytree(golden_site, copy)
        fault(copy)
        return verify.of_site(copy, written(golden_site))

    return run
