"""The switch from the old site to the new."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.site import switch


def site(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(text, encoding="utf-8")
    return folder


def test_the_first_site_takes_its_place(tmp_path: Path) -> None:
    switch.switch(switch.stage(site(tmp_path / "made", "new"), tmp_path / "site"), tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text() == "new"
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("exchange", [True, False], ids=["exchange", "two renames"])
def test_a_new_site_replaces_the_old_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange: bool) -> None:
    if not exchange:
        monkeypatch.setattr(switch, "_exchange", lambda _one, _other: False)
    old = site(tmp_path / "site", "old")
    (old / "gone.html").write_text("gone")
    switch.switch(switch.stage(site(tmp_path / "made", "new"), old), old)
    assert [p.name for p in old.iterdir()] == ["index.html"]
    assert (old / "index.html").read_text() == "new"
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_what_a_dead_build_left_is_cleared(tmp_path: Path) -> None:
    site(tmp_path / "site.new", "half")
    fresh = switch.stage(site(tmp_path / "made", "new"), tmp_path / "site")
    assert (fresh / "index.html").read_text() == "new"


def test_a_crash_between_two_renames_is_repaired(tmp_path: Path) -> None:
    site(tmp_path / "site.old", "old")
    switch.recover(tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text() == "old"


def test_the_lock_is_free_again_after_a_build(tmp_path: Path) -> None:
    with (
        switch.one_build(tmp_path / "build"),
        pytest.raises(switch.BuildBusyError),
        switch.one_build(tmp_path / "build"),
    ):
        pass
    with switch.one_build(tmp_path / "build"):
        pass
