"""The faults that a bank survives, by number; each test's name or id begins with ``fault_NN``.

``test_images.py`` has 1 to 13, ``test_metadata.py`` 21 to 30, ``test_bibliography.py`` 31 to 33, ``test_workflows.py``
34 and 35, ``test_builds.py`` 46, ``test_identity.py`` 47 and 48.  Faults 14 to 20 (scripts in texts), 44 and 45
(kills, full disks) are shown apart from these.  36 to 43 do not apply: they are about mirrors of releases, and there
are none.

Each hostile file is put into a copy of one small bank, which ``kb build`` then builds as a person would call it.
Files share a build where neither can hide the other: every one must be named, and the site must be the one without
them.  The bank without hostile files is built once.
"""

from __future__ import annotations

import shutil

import pytest

from .banks import Built, build, mark_stands_in, plain_bank


@pytest.fixture(scope="session")
def baseline(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """What is built of the bank alone; its readings are kept for the builds that follow."""
    if not shutil.which("tesseract"):
        pytest.skip("needs Tesseract")
    built = build(plain_bank(tmp_path_factory.mktemp("plain") / "bank"), "--strict")
    assert built.code == 0, built.said
    assert "scans/good-clipping.640.webp" in built.site
    return built


def assert_unchanged(built: Built, baseline: Built) -> None:
    """Every page and file is what it is without the hostile files, which leave no word behind.

    The curators' page says how many texts and pictures are kept back, and nothing else of them.
    """
    assert built.code == 0, built.said
    assert without_desk(built.site) == without_desk(baseline.site)
    assert mark_stands_in(built.root / "site") == []


def without_desk(site: dict[str, str]) -> dict[str, str]:
    """The files of a site but for the curators' pages, which count what waits for them."""
    return {path: digest for path, digest in site.items() if not path.startswith("review/")}
