"""Which files a bank has."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_tools.sources.walk import walk


def write(root: Path, *paths: str) -> None:
    for path in paths:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(path.encode())


def said(root: Path) -> list[tuple[str, str]]:
    return [(d.path, d.code) for d in walk(root)[1]]


def test_files_of_the_banks_folders_in_order_with_their_sizes(tmp_path: Path) -> None:
    write(tmp_path, "content/b.md", "content/a/c.md", "bibliography/a.bib", "clippings/2019/x.png", "other/x", "x.md")
    files, found = walk(tmp_path)
    assert list(files) == ["bibliography/a.bib", "clippings/2019/x.png", "content/a/c.md", "content/b.md"]
    assert files["content/b.md"] == len("content/b.md")
    assert found == []


def test_hidden_names_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path, "content/.git/config", "content/.DS_Store", "content/a.md")
    assert list(walk(tmp_path)[0]) == ["content/a.md"]


def test_no_folder_is_needed(tmp_path: Path) -> None:
    assert walk(tmp_path) == ({}, [])


@pytest.mark.parametrize("target", ["../secret.txt", "..", "link", "nowhere", "a.md"])
def test_links_are_named_and_not_followed(tmp_path: Path, target: str) -> None:
    write(tmp_path, "content/a.md", "secret.txt")
    (tmp_path / "content" / "link").symlink_to(target)
    assert list(walk(tmp_path)[0]) == ["content/a.md"]
    assert said(tmp_path) == [("content/link", "path-link")]


def test_a_folder_of_the_bank_may_not_be_a_link(tmp_path: Path) -> None:
    write(tmp_path, "elsewhere/a.md")
    (tmp_path / "content").symlink_to(tmp_path / "elsewhere")
    assert walk(tmp_path)[0] == {}
    assert said(tmp_path) == [("content", "path-link")]


@pytest.mark.parametrize(
    ("stays", "goes"),
    [("a.md", "A.md"), ("é.md", "e\u0301.md"), ("straße.md", "STRASSE.md"), ("z.md", "Z.MD"), ("a/b.md", "A/b.md")],
)
def test_of_two_names_that_collide_the_newcomer_goes(tmp_path: Path, stays: str, goes: str) -> None:
    write(tmp_path, f"content/{stays}", f"content/{goes}")
    if len(list((tmp_path / "content").rglob("*.*"))) < 2:
        pytest.skip("this file system keeps one of the two")
    files, [found] = walk(tmp_path)
    assert {found.path, *files} == {f"content/{stays}", f"content/{goes}"}
    assert found.code == "path-collision"
    if stays == stays.casefold():
        assert found.path == f"content/{goes}"


@pytest.mark.parametrize("name", [b"a\nb.md", "a\u202eb.md".encode(), b"a\xffb.md", b"a\x1b[31m.md"])
def test_names_that_cannot_be_seen(tmp_path: Path, name: bytes) -> None:
    write(tmp_path, "content/a.md")
    Path(os.fsdecode(os.fsencode(tmp_path / "content") + b"/" + name)).write_bytes(b"")
    files, [found] = walk(tmp_path)
    assert list(files) == ["content/a.md"]
    assert found.code == "path-name"
    assert found.path.isprintable()
    assert found.path.encode()


@pytest.mark.parametrize(
    "name",
    [
        "a.md.",
        "a.md ",
        " a.md",
        "con",
        "NUL.md",
        "com1.notes.md",
        "a:b.md",
        "a?.md",
        "a\\b.md",
        "aux/a.md",
        "dir./a.md",
    ],
)
def test_names_that_not_every_computer_can_store(tmp_path: Path, name: str) -> None:
    write(tmp_path, "content/a.md", "content/control.md", "content/auxiliary.md", f"content/{name}")
    files, [found] = walk(tmp_path)
    assert list(files) == ["content/a.md", "content/auxiliary.md", "content/control.md"]
    assert (found.path, found.code) == (f"content/{name}", "path-name")
    assert found.hint


def test_names_in_other_scripts_are_names(tmp_path: Path) -> None:
    write(tmp_path, "content/कुआँ क्‍ष.pdf")
    assert walk(tmp_path)[1] == []


def test_what_is_neither_file_nor_link_is_no_file(tmp_path: Path) -> None:
    write(tmp_path, "content/a.md")
    os.mkfifo(tmp_path / "content" / "pipe")
    assert list(walk(tmp_path)[0]) == ["content/a.md"]
