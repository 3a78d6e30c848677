"""The list of what the tool is made of: every pinned package with its hashes, the same bytes every time."""

from __future__ import annotations

import json
import re
from pathlib import Path

from build_tools.setup.sbom import main, sbom
from tests.conftest import FLAGSHIP

LOCK = (FLAGSHIP / "requirements.lock").read_text("utf-8")


def test_every_pinned_package_is_in_it_with_all_its_hashes() -> None:
    made = {(c["name"], c["version"]): c for c in json.loads(sbom(LOCK))["components"]}
    assert list(made) == sorted(re.findall(r"^([\w.-]+)==([^\s;\\]+)", LOCK, re.M))
    assert sum(len(c["hashes"]) for c in made.values()) == LOCK.count("--hash=sha256:")
    for component in made.values():
        assert component["hashes"]
        assert component["purl"].endswith(f"/{component['name'].lower()}@{component['version']}")


def test_most_say_their_licence_and_all_are_wanted_by_something() -> None:
    whole = json.loads(sbom(LOCK))
    assert sum(1 for c in whole["components"] if c.get("licenses")) > 0.8 * len(whole["components"])
    wanted = {ref for row in whole["dependencies"] for ref in row.get("dependsOn", ())}
    assert wanted == {c["bom-ref"] for c in whole["components"]}


def test_the_same_lock_gives_the_same_bytes_and_no_host(tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert main([str(FLAGSHIP / "requirements.lock"), str(tmp_path / name / "sbom.json")]) == 0
    text = (tmp_path / "one/sbom.json").read_text("utf-8")
    assert text == (tmp_path / "two/sbom.json").read_text("utf-8")
    assert re.findall(r"https?://([^/\"]+)", text) == ["cyclonedx.org"], "only the schema's own name"
    assert str(FLAGSHIP) not in text
