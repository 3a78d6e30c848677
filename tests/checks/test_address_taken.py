from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.checks import address_taken

from .conftest import BankOf
from .support import guide, organisations, places, said

PAGE = "---\ntitle: A page\n---\nText.\n"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/guides/index.md", guide()),
        ("content/pages/search.md", PAGE),
        ("content/pages/404.md", PAGE),
        ("content/directory/organisations.csv", organisations("nul,A,state,ngo,IN,2026-01-01,A,true").popitem()[1]),
    ],
)
def test_ids_of_pages_that_are_there_and_of_devices(bank: BankOf, path: str, text: str) -> None:
    [found] = said(address_taken, bank({path: text}))
    assert found.path == path


def test_other_ids_stay(bank: BankOf) -> None:
    made = bank({"content/guides/search.md": guide(), "content/pages/home.md": PAGE, "content/guides/a.md": guide()})
    assert said(address_taken, made) == []


def test_two_files_that_would_meet(bank: BankOf) -> None:
    files: dict[str, str | bytes] = {
        "content/guides/a.md": guide("[A](../maps/a.pdf)"),
        "content/guides/b.md": guide("[A](../maps/a.pdf) [B](../../clippings/maps/a.pdf)"),
        "content/maps/a.pdf": "a",
        "clippings/maps/a.pdf": "b",
    }
    assert places(said(address_taken, bank(files))) == [("b.md", 12)]


def test_the_ids_are_those_of_the_pages_that_are_always_there(flagship_site: Path) -> None:
    own = {file.stem for file in (Path(__file__).parents[2] / "content/pages").glob("*.md")} - {"home"}
    there = {file.stem for file in flagship_site.glob("*.html")}
    assert {name for name in there if name.partition(".")[0] not in own} == address_taken.AT_THE_TOP
