"""``mkdocs.yml``: what it may say, and that a pull request can switch nothing on."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.diagnostics import Severity
from build_tools.settings import read_settings
from build_tools.sources.bank import read_bank
from tests.checks.support import png, write


def settings_of(folder: Path, text: str | bytes) -> tuple[object, list[tuple[str, int, str]]]:
    """The settings, and (code, line, message) of what is wrong."""
    (folder / "mkdocs.yml").write_bytes(text if isinstance(text, bytes) else text.encode())
    made, found = read_settings(folder)
    assert (made is None) == bool(found)
    assert all(d.severity is Severity.ERROR and d.hint for d in found)
    return made, [(d.code, d.line, d.message) for d in found]


def test_the_name_is_enough(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: A bank\n")
    made, found = read_settings(tmp_path)
    assert found == []
    assert made is not None
    assert (made.language, made.bank.licence, made.bank.page_size, made.bank.ocr.seconds) == (
        "en",
        "CC-BY-4.0",
        60,
        90,
    )


def test_everything_that_is_ours_stands_under_extra_bank(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: A bank\nextra:\n  bank:\n    languages: [hi, en]\n    page_size: 20\n    ocr: {seconds: 5}\n"
    )
    made, _ = read_settings(tmp_path)
    assert made is not None
    assert (made.language, made.bank.page_size, made.bank.ocr.seconds) == ("hi", 20, 5)


def test_a_folder_without_settings_is_no_bank(tmp_path: Path) -> None:
    made, [found] = read_settings(tmp_path)
    assert (made, found.code, found.path) == (None, "settings-missing", "mkdocs.yml")
    assert "kb new bank" in found.hint


@pytest.mark.parametrize(
    "key",
    ["plugins: [search]", "hooks: [evil.py]", "markdown_extensions: [md_in_html]", "docs_dir: /", "site_dir: /",
     "theme: {name: material, custom_dir: evil}", "extra_javascript: [evil.js]", "INHERIT: ../other.yml",
     "validation: {}", "extra: {analytics: {provider: google}}"],
)  # fmt: skip
def test_what_could_run_or_read_something_is_refused(tmp_path: Path, key: str) -> None:
    made, [(code, line, message)] = settings_of(tmp_path, f"site_name: A bank\n{key}\n")
    assert (made, code, line) == (None, "settings-invalid", 2)
    assert "unknown key" in message


def test_a_mistyped_setting_is_named_with_its_line(tmp_path: Path) -> None:
    text = "site_name: A bank\nextra:\n  bank:\n    page_sise: 5\n"
    _, [(code, line, message)] = settings_of(tmp_path, text)
    assert (code, line) == ("settings-invalid", 4)
    assert "extra.bank.page_sise" in message


def test_all_errors_come_at_once(tmp_path: Path) -> None:
    text = "extra:\n  bank:\n    page_size: 5\n    languages: []\n    home_country: 5\nhooks: [x.py]\n"
    _, found = settings_of(tmp_path, text)
    assert sorted(line for _, line, _ in found) == [1, 3, 4, 5, 6]


@pytest.mark.parametrize("text", ["- a\n", "words", "5", "site_name: [A]\n", "site_name: no\nextra: {bank: []}\n"])
def test_settings_of_another_shape(tmp_path: Path, text: str) -> None:
    _, found = settings_of(tmp_path, text)
    assert {code for code, _, _ in found} == {"settings-invalid"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("site_name: !!python/name:os.system\n", "yaml-alias"),
        ("a: &a 1\nb: *a\n", "yaml-alias"),
        ("site_name: !ENV [SECRET]\n", "yaml-alias"),
        ("site_name: A\nsite_name: B\n", "yaml-duplicate-key"),
        ("site_name: A: b\n", "yaml-syntax"),
        (b"site_name: \xff\n", "encoding"),
    ],
)
def test_settings_that_cannot_be_read(tmp_path: Path, text: str | bytes, code: str) -> None:
    _, found = settings_of(tmp_path, text)
    assert [c for c, _, _ in found] == [code]


@pytest.mark.parametrize("style", ["no-such-style", "../../secret"])
def test_a_citation_style_that_nobody_knows(tmp_path: Path, style: str) -> None:
    made, found = settings_of(tmp_path, f"site_name: A bank\nextra:\n  bank:\n    citation_style: {style}\n")
    assert made is None
    assert [(code, line) for code, line, _message in found] == [("settings-invalid", 4)]


def test_a_named_style_is_used(tmp_path: Path) -> None:
    made, found = settings_of(tmp_path, "site_name: A\nextra: {bank: {citation_style: chicago-author-date}}\n")
    assert made is not None, found


def test_limits_can_be_lowered_and_not_raised(small_bank: Path) -> None:
    settings = small_bank / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(text + "    limits: {scan_pixels: 20000, text_bytes: 10000}\n", "utf-8")
    lowered, found = read_settings(small_bank)
    assert lowered is not None, found
    write(small_bank, {"clippings/2019/large.png": png(200, 101), "clippings/2019/small.png": png(200, 100)})
    write(small_bank, {"content/pages/long.md": "---\ntitle: Long\n---\n" + "x" * 10_000})
    said = {(d.path, d.code) for d in read_bank(small_bank, lowered).diagnostics}
    assert said == {("clippings/2019/large.png", "image-pixels"), ("content/pages/long.md", "file-too-large")}
    settings.write_text(text + "    limits: {scan_pixels: 400000000}\n", "utf-8")
    raised, [remark] = read_settings(small_bank)
    assert (raised, remark.code) == (None, "settings-invalid")
