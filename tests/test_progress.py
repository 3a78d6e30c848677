"""The line of progress."""

from __future__ import annotations

import io

import pytest

from build_tools import progress


def test_it_passes_everything_on_and_is_silent_when_quick() -> None:
    out = io.StringIO()
    assert list(progress.draw("Reading", iter("abc"), 3, out)) == ["a", "b", "c"]
    assert out.getvalue() == ""


@pytest.mark.parametrize(("done", "seconds", "shown"), [(2, 10, "about 40 s left"), (1, 30, "about 4 min left")])
def test_it_says_how_long_it_will_take(done: int, seconds: float, shown: str) -> None:
    assert shown in progress.line("Reading scans", done, 10, seconds)


def test_it_draws_what_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(0, 1000, 30))
    monkeypatch.setattr("time.monotonic", lambda: float(next(clock)))
    out = io.StringIO()
    assert list(progress.draw("Reading scans", [1, 2], 2, out)) == [1, 2]
    assert "Reading scans 2/2" in out.getvalue()
