"""Clippings: a scan with what stands beside it under the same name."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from build_tools.model import Clipping
from build_tools.sources import walk
from build_tools.sources.clippings import read_clippings
from build_tools.sources.draft import Draft


def png(width: int = 600, height: int = 800) -> bytes:
    buffer = io.BytesIO()
    Image.new("L", (width, height), 255).save(buffer, "PNG")
    return buffer.getvalue()


def read(root: Path, **files: str | bytes) -> tuple[list[Draft], list[tuple[str, int, str]]]:
    """Clippings of 2019 made of files whose names have two underscores for the dot."""
    for name, content in files.items():
        file = root / "clippings" / "2019" / name.replace("__", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    drafts, found, taken = read_clippings(root, walk.walk(root)[0], "en")
    assert taken == {f"clippings/2019/{name.replace('__', '.')}" for name in files}
    assert all(d.hint for d in found)
    return drafts, [(Path(d.path).name, d.line, d.code) for d in found]


def test_a_scan_with_its_fields_and_its_transcription(tmp_path: Path) -> None:
    [draft], found = read(tmp_path, well__png=png(), well__yml="title: Water\nlanguage: hi\n", well__txt="Line\n")
    assert found == []
    assert isinstance(draft.record, Clipping)
    assert (draft.uid, draft.record.title, draft.record.transcription) == ("well.hi", "Water", "Line\n")
    assert draft.record.scan == "clippings/2019/well.png"
    assert draft.scan is not None
    assert (draft.scan.width, draft.scan.height, draft.scan.pages, draft.scan.format) == (600, 800, 1, "PNG")
    assert draft.scan.bytes == (tmp_path / draft.scan.path).stat().st_size
    assert (draft.ref.path, draft.line("language")) == ("clippings/2019/well.yml", 2)


def test_a_scan_alone_is_a_clipping(tmp_path: Path) -> None:
    [draft], found = read(tmp_path, water_again__png=png())
    assert found == []
    assert (draft.data["title"], draft.language) == ("water again", "en")
    assert draft.ref.path == "clippings/2019/water_again.png"


def test_capitals_in_the_ending_do_not_matter(tmp_path: Path) -> None:
    [draft], found = read(tmp_path, well__PNG=png(), well__yml="title: Water\n")
    assert found == []
    assert draft.record is not None


def test_an_empty_description_or_transcription_says_nothing(tmp_path: Path) -> None:
    [draft], found = read(tmp_path, well__png=png(), well__yml="# nothing yet\n", well__txt="")
    assert found == []
    assert draft.record is not None
    assert "transcription" not in draft.data


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"a__yml": "title: A\n"}, [("a.yml", 0, "clipping-orphan")]),
        ({"a__txt": "A", "a__yml": ""}, [("a.txt", 0, "clipping-orphan"), ("a.yml", 0, "clipping-orphan")]),
        ({"a__png": png(), "a__jpg": b""}, [("a.jpg", 0, "clipping-two-scans"), ("a.png", 0, "clipping-two-scans")]),
        ({"a__gif": b"GIF89a"}, [("a.gif", 0, "clipping-format")]),
        ({"a__yaml": "title: A\n"}, [("a.yaml", 0, "clipping-format")]),
        ({"a__png": png(), "a__docx": b"PK"}, [("a.docx", 0, "clipping-format")]),
        ({"a__png": png(), "a__yml": "a: 1\na: 2\n"}, [("a.yml", 2, "yaml-duplicate-key")]),
        ({"a__png": png(), "a__yml": "words\n"}, [("a.yml", 1, "front-matter-shape")]),
        ({"a__png": png(), "a__yml": b"a: \xff\n"}, [("a.yml", 1, "encoding")]),
        ({"a__png": png(), "a__txt": b"A\n\xff\n"}, [("a.txt", 2, "encoding")]),
    ],
)
def test_what_cannot_be_a_clipping(
    tmp_path: Path, files: dict[str, str | bytes], expected: list[tuple[str, int, str]]
) -> None:
    drafts, found = read(tmp_path, **files)
    assert drafts == []
    assert sorted(found) == expected


def test_one_clipping_never_hides_another(tmp_path: Path) -> None:
    drafts, found = read(tmp_path, a__yml="title: A\n", b__png=png(), c__png=b"")
    assert [draft.id for draft in drafts] == ["b", "c"]
    assert {name for name, _, _ in found} == {"a.yml", "c.png"}


def test_a_picture_that_is_refused_withholds_its_record(tmp_path: Path) -> None:
    (tmp_path / "clippings").mkdir()
    (tmp_path / "clippings" / "a.png").write_bytes(b"<!doctype html>")
    (tmp_path / "clippings" / "a.yml").write_text("title: A\nlanguage: hi\n")
    [draft], [found], _ = read_clippings(tmp_path, walk.walk(tmp_path)[0], "en")
    assert (found.path, found.subject, draft.uid, draft.scan) == ("clippings/a.png", "a.hi", "a.hi", None)


def test_fields_of_any_shape_are_judged_elsewhere(tmp_path: Path) -> None:
    [draft], found = read(tmp_path, a__png=png(), a__yml="title: [A]\nlanguage: [hi]\nscan: other.png\nid: b\n")
    assert found == []
    assert draft.record is None
    assert (draft.id, draft.data["scan"]) == ("a", "clippings/2019/a.png")


def test_a_readme_among_the_scans_is_no_clipping(tmp_path: Path) -> None:
    (tmp_path / "clippings").mkdir()
    (tmp_path / "clippings" / "README.md").write_text("How to add one")
    assert read_clippings(tmp_path, walk.walk(tmp_path)[0], "en") == ([], [], set())
