"""Writing pages: the same on one core and on many."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from build_tools.catalogue import Catalogue, Entry
from build_tools.model import CaseStudy, SourceRef, Vocabulary
from build_tools.pages.citations import Citer
from build_tools.pages.writer import Published, Writer
from build_tools.settings import Settings
from build_tools.site import docs
from tests.conftest import digests


def silent(_what: str, items: Iterable[Any], _count: int) -> Iterable[Any]:
    return items


@pytest.fixture
def writer() -> Writer:
    records = [CaseStudy(id=f"r{n:03}", title=f"Record {n}", themes=("water",)) for n in range(60)]
    entries = {r.uid: Entry(r, SourceRef("x.md")) for r in records}
    return Writer(Catalogue(entries, Vocabulary()), Settings(site_name="A bank"), Citer(), Published())


def test_many_cores_write_what_one_writes(writer: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = docs.write(tmp_path / "one", writer, silent)
    monkeypatch.setattr(docs, "PARALLEL_FROM", 1)
    monkeypatch.setattr(docs, "SLICE", 7)
    many = docs.write(tmp_path / "many", writer, silent)
    assert one == many == sorted(set(one))
    assert digests(tmp_path / "one") == digests(tmp_path / "many")
    assert len([p for p in one if p.startswith("case-studies/r")]) == 60


def test_what_an_earlier_build_wrote_is_gone(writer: Writer, tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text("old")
    docs.write(tmp_path, writer, silent)
    assert not (tmp_path / "old.md").exists()


@pytest.mark.parametrize("cores", [1, 60], ids=["one core", "many cores"])
def test_a_fault_in_one_page_is_not_swallowed(
    writer: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cores: int
) -> None:
    monkeypatch.setattr(docs, "PARALLEL_FROM", 1_000 // cores)

    def fault(*_arguments: object) -> None:
        raise ValueError("boom")

    monkeypatch.setattr(docs, "record_pages", fault)
    with pytest.raises(ValueError, match="boom"):
        docs.write(tmp_path, writer, silent)
