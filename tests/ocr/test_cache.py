"""The cache: what a key depends on, and that nothing unsound is ever taken from it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest

from build_tools.model import Reading, Role, Word
from build_tools.ocr import cache, from_json, prepare, to_json

KEY = "ab" * 32
READING = Reading(
    text="बाल श्रम, free",
    words=(Word("बाल", (1, 2, 30, 12), 91.25, 0, 0), Word("श्रम,", (35, 2, 40, 12), 88.0, 0, 0)),
    languages=("hin", "eng"),
    engine="tesseract",
    engine_version="5.3.0",
    models={"eng": "0123456789abcdef", "hin": "fedcba9876543210"},
    pages=((800, 600), (700, 500)),
)


def _entry(folder: Path) -> Path:
    (path,) = folder.rglob("*.json")
    return path


def test_what_is_stored_is_loaded(tmp_path: Path) -> None:
    assert cache.load(tmp_path, KEY) is None
    assert cache.store(tmp_path, KEY, READING) is None
    assert cache.load(tmp_path, KEY) == READING
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == [f"{KEY}.json"]


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _altered(data: bytes) -> bytes:
    return data.replace(b"free", b"fine")


def _other_key(data: bytes) -> bytes:
    return data.replace(KEY.encode(), b"cd" * 32)


def _no_checksum(data: bytes) -> bytes:
    entry: dict[str, Any] = json.loads(data)
    del entry["checksum"]
    return json.dumps(entry).encode()


@pytest.mark.parametrize(
    "damage",
    [
        _cut,
        _altered,
        _other_key,
        _no_checksum,
        lambda _: b"",
        lambda _: b"[]",
        lambda _: b"\xff" * 9,
        lambda _: b"[" * 99_999,
    ],
)
def test_a_damaged_entry_counts_as_absent_and_is_written_anew(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    cache.store(tmp_path, KEY, READING)
    path = _entry(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    assert path.read_bytes() != whole
    assert cache.load(tmp_path, KEY) is None
    assert cache.store(tmp_path, KEY, READING) is None
    assert path.read_bytes() == whole


def test_the_key_depends_on_all_that_the_reading_depends_on(monkeypatch: pytest.MonkeyPatch) -> None:
    usual: dict[str, Any] = {
        "data": b"scan",
        "suffix": ".jpg",
        "engine": "tesseract",
        "version": "5.3.0",
        "models": {"eng": "1", "hin": "2"},
        "languages": ("eng", "hin"),
    }
    other: dict[str, Any] = {
        "data": b"scam",
        "suffix": ".png",
        "engine": "another",
        "version": "5.3.1",
        "models": {"eng": "1", "hin": "3"},
        "languages": ("eng",),
    }
    keys = [cache.key_for(**usual)] + [cache.key_for(**{**usual, name: value}) for name, value in other.items()]
    monkeypatch.setattr(prepare, "VERSION", prepare.VERSION + 1)
    keys.append(cache.key_for(**usual))
    assert len(set(keys)) == len(keys)
    monkeypatch.undo()
    assert cache.key_for(**{**usual, "models": {"hin": "2", "eng": "1"}}) == keys[0]


def test_a_reading_survives_json() -> None:
    assert from_json(to_json(READING)) == READING
    assert "बाल श्रम" in to_json(READING)


@pytest.mark.parametrize("role", get_args(Role))
def test_the_roles_of_words_survive_json_and_the_cache(role: Role, tmp_path: Path) -> None:
    reading = replace(READING, words=tuple(replace(word, role=role) for word in READING.words))
    assert from_json(to_json(reading)) == reading
    cache.store(tmp_path, KEY, reading)
    assert cache.load(tmp_path, KEY) == reading


def test_a_word_that_says_no_role_is_of_the_body() -> None:
    words = to_json(READING).replace(',\n      "role": "body"', "")
    assert '"role"' not in words
    assert from_json(words) == READING


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[1]",
        "{}",
        '{"text": 1}',
        to_json(READING).replace("[\n        1,", '["x",', 1),
        to_json(READING).replace('"role": "body"', '"role": "advertisement"', 1),
        to_json(READING).replace('"role": "body"', '"role": ["body"]', 1),
    ],
)
def test_what_is_no_reading_gives_none(text: str) -> None:
    assert from_json(text) is None
