"""Bytes to text: what is refused, on which line, and what is made of the rest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.sources.text import decode, read_text


def test_line_ends_marks_and_accents_become_one_form() -> None:
    text, found = decode(b"\xef\xbb\xbfone\r\ntwo\rthree\n" + "e\u0301".encode(), "a.md")
    assert (text, found) == ("one\ntwo\nthree\né", [])


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"\xff\xfet\0", 1),
        (b"one\ntwo\nCaf\xe9", 3),
        ("one\n水井".encode("gbk"), 2),
        (b"a\n\xc0\xaf", 2),
        (b"\xed\xa0\x80", 1),
    ],
)
def test_what_is_not_utf_8_is_named_by_its_line(data: bytes, line: int) -> None:
    text, [found] = decode(data, "a.md")
    assert (text, found.code, found.line) == (None, "encoding", line)
    assert "UTF-8" in found.hint


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\x7f", "\x85", "\u202e", "\u2066", "\u2069"])
def test_characters_that_hide_or_reorder_text(sign: str) -> None:
    text, [found] = decode(f"one\ntwo {sign} three".encode(), "a.md")
    assert (text, found.code, found.line) == (None, "control-character", 2)
    assert f"U+{ord(sign):04X}" in found.message


def test_signs_that_scripts_need_are_kept() -> None:
    text = "क्‍ष क्‌ष ज़\tand\u00a0more\u200b"
    assert decode(text.encode(), "a.md") == (text, [])


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"x" * 11)
    text, [found] = read_text(file, "a.md", max_bytes=10)
    assert (text, found.code) == (None, "file-too-large")
    assert read_text(file, "a.md", max_bytes=11)[0] == "x" * 11


@pytest.mark.parametrize("kind", ["link", "folder", "nothing", "pipe"])
def test_what_is_no_ordinary_file(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "a.md"
    if kind == "link":
        (tmp_path / "b.md").write_text("b")
        file.symlink_to(tmp_path / "b.md")
    elif kind == "folder":
        file.mkdir()
    elif kind == "pipe":
        os.mkfifo(file)
    text, [found] = read_text(file, "a.md")
    assert (text, found.code, found.path) == (None, "file-unreadable", "a.md")


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_reason(data: bytes) -> None:
    text, found = decode(data, "a.md")
    assert (text is None) == (len(found) == 1)
    assert all(1 <= d.line <= data.count(b"\n") + data.count(b"\r") + 1 for d in found)
