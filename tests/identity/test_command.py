"""``kb check --identity``, and the hook that runs it before a commit."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest
import yaml

from build_tools import cli
from tests.checks.support import png
from tests.conftest import add, case
from tests.identity import made

ROOT = Path(__file__).parent.parent.parent


def test_only_what_makes_a_person_known_is_said_and_a_review_fails(
    small_bank: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(small_bank, "content/case-studies/a.md", case("A", "Zubaida, aged 12, came first.", "themse: [water]\n"))
    add(small_bank, "content/case-studies/b.md", case("B", more="themse: [water]\n"))
    common = ["--bank", str(small_bank), "check", "--identity"]
    assert cli.main([*common, str(small_bank / "content/case-studies/b.md")]) == 0
    assert cli.main(common) == 1
    said = capsys.readouterr().out
    assert re.findall(r"\[([a-z-]+)\]", said) == ["identity-review"]
    assert "Zubaida" not in said


def test_with_a_typed_text_its_scan_is_looked_at(
    small_bank: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever sends only the text hears of the scan as well: what the machine reads of it is published beside."""
    number = made.mobile(Random(1))
    (small_bank / "clippings/2019").mkdir(parents=True)
    (small_bank / "clippings/2019/x.png").write_bytes(png(600, 600))
    text = add(small_bank, "clippings/2019/x.txt", f"Ring {number[:5]}\n{number[5:]} today.")
    monkeypatch.setenv("PATH", "")
    assert cli.main(["--bank", str(small_bank), "check", "--identity", str(text)]) == 1
    said = capsys.readouterr()
    assert "clippings/2019/x.txt: error[identity-number]" in said.out
    assert number[:5] not in said.out


@pytest.mark.parametrize("name", [".pre-commit-config.yaml", ".pre-commit-hooks.yaml"])
def test_the_hook_looks_at_everything_that_a_bank_publishes(name: str) -> None:
    read = yaml.safe_load((ROOT / name).read_text("utf-8"))
    [hook] = read["repos"][0]["hooks"] if isinstance(read, dict) else read
    assert hook["entry"].endswith("kb check --identity")
    for path in ("content/guides/a.md", "bibliography/a.bib", "clippings/2019/a.jpg", "mkdocs.yml"):
        assert re.search(hook["files"], path)
    assert not re.search(hook["files"], "build_tools/cli.py")
