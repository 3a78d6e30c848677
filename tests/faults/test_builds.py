"""Fault 46: what the tool keeps between builds is damaged, or two builds of one bank run at once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from .banks import Built, build, copied

DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda data: b"",
    "cut": lambda data: data[: len(data) // 2],
    "garbage": lambda data: b"\xff\xfe{" * 50,
    "a_flipped_bit": lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:] if len(data) > 9 else b"\0",
}


@pytest.mark.parametrize("damage", DAMAGE, ids=[f"fault_46_cache_{name}" for name in DAMAGE])
def test_a_damaged_cache_changes_nothing(baseline: Built, tmp_path: Path, damage: str) -> None:
    root = copied(baseline.root, tmp_path / "bank")
    kept = [file for file in (root / ".cache").rglob("*") if file.is_file()]
    assert {file.relative_to(root / ".cache").parts[0] for file in kept} == {"people", "pictures", "readings", "scans"}
    for file in kept:
        file.write_bytes(DAMAGE[damage](file.read_bytes()))
    built = build(root, "--strict")
    built.assert_bounded()
    assert built.code == 0, built.said
    assert built.site == baseline.site


def test_fault_46_of_two_builds_at_once_one_waits_its_turn(baseline: Built, tmp_path: Path) -> None:
    """The second is told so and ends with 2; the site is whole whichever came first."""
    root = copied(baseline.root, tmp_path / "bank")
    outcomes: list[Built] = []
    threads = [threading.Thread(target=lambda: outcomes.append(build(root))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(built.code for built in outcomes) in ([0, 2], [0, 0])
    for built in outcomes:
        assert built.code == 0 or "another build of this bank is running; wait" in built.said
    assert build(root).site == baseline.site
