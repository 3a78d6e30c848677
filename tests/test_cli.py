"""The commands as a person calls them: what they print, and the exit codes that scripts rely on."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

from build_tools import schemas
from build_tools.cli import main
from build_tools.model import RECORD_TYPES
from tests.conftest import FLAGSHIP, add, case

Capture = pytest.CaptureFixture[str]


def kb(*arguments: object) -> int:
    return main([str(a) for a in arguments])


def test_a_clean_bank_checks_with_0(small_bank: Path) -> None:
    assert kb("--bank", small_bank, "check", "--strict") == 0


def test_an_error_checks_with_1_and_names_file_line_and_remedy(small_bank: Path, capsys: Capture) -> None:
    add(small_bank, "content/case-studies/bad.md", case(more="themse: [water]\n"))
    assert kb("--bank", small_bank, "check") == 1
    printed = capsys.readouterr().out
    assert "content/case-studies/bad.md:9: error[field-unknown]" in printed
    assert "themes" in printed, "the hint says what was meant"


def test_check_of_one_file_speaks_of_that_file_only(small_bank: Path, capsys: Capture) -> None:
    add(small_bank, "content/case-studies/bad.md", case(more="themse: [water]\n"))
    add(small_bank, "content/case-studies/good.md", case())
    assert kb("--bank", small_bank, "check", small_bank / "content/case-studies/good.md") == 0
    assert kb("--bank", small_bank, "check", "content/case-studies") == 1
    assert "good.md" not in capsys.readouterr().out.replace("good.md:1: notice", "")


@pytest.mark.parametrize("code", ["field-unknown", "yaml-alias", "bib-duplicate-key", "settings-invalid"])
def test_explain_knows_rules_and_readers(code: str, capsys: Capture) -> None:
    assert kb("check", "--explain", code) == 0
    assert len(capsys.readouterr().out) > len(code) + 20


def test_check_for_programs(small_bank: Path, capsys: Capture) -> None:
    add(small_bank, "content/case-studies/bad.md", case(more="themse: [water]\n"))
    kb("--bank", small_bank, "check", "--format", "json")
    assert [d["code"] for d in json.loads(capsys.readouterr().out) if d["severity"] == "error"] == ["field-unknown"]
    kb("--bank", small_bank, "check", "--format", "github")
    assert "::error file=content/case-studies/bad.md,line=9," in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "no-such-file"],
        ["--bank", "no-such-folder", "check"],
        ["build", "--engine", "hugo"],
        ["check", "--explain", "no-such-rule"],
        ["new", "case-study", "Not An Id"],
        ["dance"],
        [],
    ],
)
def test_wrong_use_is_2(small_bank: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small_bank)
    try:
        assert kb(*arguments) == 2
    except SystemExit as end:  # argparse ends by itself
        assert end.code == 2


def test_a_folder_that_is_no_bank_is_wrong_use(tmp_path: Path, capsys: Capture) -> None:
    assert kb("--bank", tmp_path, "build") == 2
    assert "kb new bank" in capsys.readouterr().err


def test_a_missing_engine_is_a_missing_tool(small_bank: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name, *a: None if name == "zensical" else real(name, *a))
    assert kb("--bank", small_bank, "build", "--engine", "zensical") == 3
    assert "pip install zensical" in capsys.readouterr().err


def test_scans_without_tesseract(small_bank: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """The scan is named as unread with the remedy; the build goes on; commands that read end with 3."""
    scan = next((FLAGSHIP / "clippings").rglob("*.jpg"))
    copy = small_bank / "clippings/2026" / scan.name
    copy.parent.mkdir(parents=True)
    copy.write_bytes(scan.read_bytes())
    monkeypatch.setenv("PATH", "")
    assert kb("--bank", small_bank, "build") == 0
    assert "unread[ocr-no-engine]" in capsys.readouterr().err
    page = (small_bank / f"site/clippings/{scan.stem}.html").read_text(encoding="utf-8")
    assert "has not been read yet" in page
    assert f"scans/{scan.stem}.640.webp" in page
    assert kb("--bank", small_bank, "ocr") == 3
    assert kb("read", scan) == 3


def test_strict_build_of_a_broken_bank_is_1(small_bank: Path) -> None:
    add(small_bank, "content/case-studies/bad.md", case(more="themse: [water]\n"))
    assert kb("--bank", small_bank, "build", "--strict") == 1
    assert not (small_bank / "site").exists()


def test_base_url_reaches_sitemap_and_feed(small_bank: Path) -> None:
    assert kb("--bank", small_bank, "build", "--base-url", "https://bank.example/x/") == 0
    assert "<loc>https://bank.example/x/about.html</loc>" in (small_bank / "site/sitemap.xml").read_text()
    assert 'href="https://bank.example/x/feed.xml"' in (small_bank / "site/feed.xml").read_text()


def test_classify_shows_its_reasons(small_bank: Path, capsys: Capture) -> None:
    text = add(small_bank, "note.txt", "They keep rain water in a tank. The tank holds rain water for the garden.")
    assert kb("--bank", small_bank, "classify", text) == 0
    row = next(r for r in capsys.readouterr().out.splitlines() if r.startswith("themes"))
    assert "water" in row
    assert "rain water" in row
    kb("--bank", small_bank, "classify", text, "--format", "json")
    label = json.loads(capsys.readouterr().out)[0]
    assert label["evidence"]
    assert label["origin"] == "machine"


@pytest.mark.parametrize("form", ["text", "json", "alto"])
def test_read_prints_one_scan(form: str, capsys: Capture) -> None:
    scan = next(p for p in sorted((FLAGSHIP / "clippings").rglob("*.jpg")) if not p.stem.endswith("-hi"))
    assert kb("read", scan, "--format", form) == 0
    printed = capsys.readouterr().out
    assert len(printed) > 500
    if form == "json":
        assert json.loads(printed)
    if form == "alto":
        assert "<alto" in printed


def test_review_lists_what_needs_a_person(small_bank: Path, capsys: Capture) -> None:
    assert kb("--bank", small_bank, "review") == 0
    assert capsys.readouterr().out == "nothing needs a person\n"
    add(small_bank, "content/case-studies/doubt.md", case("A doubt", more="verified: false\n"))
    add(small_bank, "content/case-studies/named.md", case("A name", "Zubaida, aged 12, came first."))
    assert kb("--bank", small_bank, "review") == 0
    said = capsys.readouterr().out
    assert said.index("identity (1): ") < said.index("unverified (1): ")
    assert "content/case-studies/doubt.md:1: doubt: is marked as not verified" in said
    assert "Zubaida" not in said
    assert kb("--bank", small_bank, "review", "--format", "json", "--kind", "unverified") == 0
    [task] = json.loads(capsys.readouterr().out)
    assert (task["kind"], task["record"], task["path"]) == ("unverified", "doubt", "content/case-studies/doubt.md")
    assert set(task) == {"kind", "path", "uid", "record", "line", "why", "todo"}


def test_review_without_tesseract_names_the_scans_and_the_missing_tool(
    small_bank: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    scan = next((FLAGSHIP / "clippings").rglob("*.jpg"))
    (small_bank / "clippings/2026").mkdir(parents=True)
    (small_bank / "clippings/2026/a.jpg").write_bytes(scan.read_bytes())
    monkeypatch.setenv("PATH", "")
    assert kb("--bank", small_bank, "review") == 3
    said = capsys.readouterr().out
    assert "unread (1): " in said
    assert "kb ocr clippings/2026/a.jpg" in said


def test_read_of_something_else_is_a_plain_no(tmp_path: Path, capsys: Capture) -> None:
    file = add(tmp_path, "page.png", "<html>not a scan</html>")
    assert kb("read", file) == 1
    assert "unread[" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["case-study", "guide", "law", "toolkit", "periodical", "page"])
def test_a_new_record_has_all_that_it_needs(small_bank: Path, kind: str, capsys: Capture) -> None:
    """What ``kb new`` writes has no errors but those that a curator must fill: sources and a citation."""
    assert kb("--bank", small_bank, "new", kind, "my-record") == 0
    path = Path(capsys.readouterr().out.strip())
    kb("--bank", small_bank, "check", path, "--format", "json")
    codes = {d["code"] for d in json.loads(capsys.readouterr().out) if d["severity"] == "error"}
    assert codes <= {"source-missing"}
    assert kb("--bank", small_bank, "new", kind, "my-record") == 2, "nothing is overwritten"


def test_a_new_bank_is_never_put_over_files(small_bank: Path) -> None:
    before = sorted(p.name for p in small_bank.iterdir())
    assert kb("new", "bank", small_bank) == 2
    assert sorted(p.name for p in small_bank.iterdir()) == before


def test_schemas_in_the_repository_are_those_of_the_model(tmp_path: Path) -> None:
    assert kb("schemas", tmp_path) == 0
    for file in tmp_path.glob("*.json"):
        assert file.read_text() == (schemas.FOLDER / file.name).read_text(), "run: kb schemas"
    assert {p.stem for p in tmp_path.glob("*.json")} == {*RECORD_TYPES, "mkdocs"}


def test_an_internal_fault_is_4(small_bank: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    def fault(*_args: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("build_tools.pipeline.inspect", fault)
    assert kb("--bank", small_bank, "check") == 4
    assert "internal fault" in capsys.readouterr().err


def test_a_plain_build_of_a_broken_bank_is_0_and_names_the_record(small_bank: Path, capsys: Capture) -> None:
    add(small_bank, "content/case-studies/bad.md", case(more="themse: [water]\n"))
    assert kb("--bank", small_bank, "build") == 0
    assert "content/case-studies/bad.md:9: error[field-unknown]" in capsys.readouterr().err
    assert (small_bank / "site/case-studies/school-garden.html").exists()
    assert not (small_bank / "site/case-studies/bad.html").exists()
