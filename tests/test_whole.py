"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_tools.whole import read_sealed, write_sealed, write_whole


def test_nothing_but_the_file_is_left(tmp_path: Path) -> None:
    write_whole(tmp_path / "deep/file", b"data")
    assert [(p.name, p.read_bytes()) for p in (tmp_path / "deep").iterdir()] == [("file", b"data")]


def test_a_full_disk_leaves_the_earlier_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_whole(tmp_path / "file", b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(tmp_path / "file", b"new")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("file", b"old")]


def test_a_seal_shows_every_change(tmp_path: Path) -> None:
    file = tmp_path / "file"
    assert read_sealed(file) is None
    for data in (b"", b"data", b"two\nlines\n"):
        write_sealed(file, data)
        assert read_sealed(file) == data
        written = file.read_bytes()
        for at in range(len(written)):
            file.write_bytes(written[:at] + bytes([written[at] ^ 1]) + written[at + 1 :])
            assert read_sealed(file) is None
        file.write_bytes(written[:-1])
        assert read_sealed(file) is None
