"""The fixture that makes a bank out of a few files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from build_tools.sources.bank import Bank

from .support import BASE, read, write

BankOf = Callable[[Mapping[str, str | bytes]], Bank]


@pytest.fixture
def bank(tmp_path: Path) -> BankOf:
    """Writes the files over a bare bank and reads it."""

    def make(files: Mapping[str, str | bytes]) -> Bank:
        write(tmp_path, {**BASE, **files})
        return read(tmp_path)

    return make
