"""Faults 34 and 35: a pull request that edits what runs, and names that could be commands.

The workflows and the list of owners are read as the forge reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.y*ml"))
EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
# What somebody who opens a pull request can choose, and what may stand in an expression all the same.
CHOSEN = re.compile(
    r"head_ref|head\.ref|head\.label|ref_name|github\.ref\b|\.title|\.body|\.name\b|\.email|\.message|\.login|commits|inputs"
)


def load(path: Path) -> dict[str, Any]:
    loaded = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - strings only
    assert isinstance(loaded, dict)
    return loaded


def texts(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Each text of a workflow with the key that it stands under."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from texts(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, key)
    else:
        yield key, str(value)


def triggers(path: Path) -> set[str]:
    on = load(path)["on"]
    return {on} if isinstance(on, str) else set(on)


def of_strangers(path: Path) -> bool:
    """Whether the workflow runs what somebody outside proposes."""
    return bool(triggers(path) & {"pull_request", "issue_comment", "issues"})


def test_there_are_workflows() -> None:
    assert any(of_strangers(path) for path in WORKFLOWS)


@pytest.mark.parametrize("path", WORKFLOWS, ids=[f"fault_34_{path.stem}" for path in WORKFLOWS])
def test_no_workflow_gives_a_pull_request_the_rights_of_the_project(path: Path) -> None:
    """``pull_request_target`` and ``workflow_run`` would run with secrets while a stranger's files are there."""
    assert triggers(path) <= {"pull_request", "push", "schedule", "workflow_dispatch"}
    on = load(path)["on"]
    if isinstance(on, dict) and isinstance(on.get("push"), dict):
        assert on["push"]["branches"] == ["main"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=[f"fault_34_{path.stem}" for path in WORKFLOWS])
def test_rights_are_few_and_named(path: Path) -> None:
    workflow = load(path)
    rights = [workflow["permissions"], *(job.get("permissions", {}) for job in workflow["jobs"].values())]
    assert all(isinstance(named, dict) for named in rights), "read-all and write-all are more than is needed"
    given = {(name, level) for named in rights for name, level in named.items()}
    assert given <= {("contents", "read")} | (
        set() if of_strangers(path) else {("pages", "write"), ("id-token", "write")}
    )


@pytest.mark.parametrize("path", WORKFLOWS, ids=[f"fault_34_{path.stem}" for path in WORKFLOWS])
def test_what_a_stranger_sends_meets_no_secret_and_leaves_no_cache(path: Path) -> None:
    if not of_strangers(path):
        return
    workflow = load(path)
    assert "secrets." not in str(workflow)
    assert all(not job.get("environment") and "secrets" not in job for job in workflow["jobs"].values())
    used = [value for key, value in texts(workflow) if key == "uses"]
    assert used
    assert [action for action in used if "cache" in action] == []
    assert all(job["runs-on"].startswith("ubuntu-") for job in workflow["jobs"].values()), "a machine of our own keeps"


@pytest.mark.parametrize("path", WORKFLOWS, ids=[f"fault_35_{path.stem}" for path in WORKFLOWS])
def test_a_branch_name_is_data(path: Path) -> None:
    """Nothing that a stranger chooses is put together with a command; a shell gets it, if at all, as a variable."""
    for key, text in texts(load(path)):
        found = EXPRESSION.findall(text)
        if key in ("run", "script", "shell"):
            assert found == [], f"{key}: {text}"
        assert [inside for inside in found if CHOSEN.search(inside) and key != "url"] == [], f"{key}: {text}"


def owners() -> dict[str, list[str]]:
    """Pattern -> who must agree, as the forge reads the file."""
    rows = (ROOT / ".github/CODEOWNERS").read_text("utf-8").splitlines()
    return {row.split()[0]: row.split()[1:] for row in rows if row.strip() and not row.startswith("#")}


@pytest.mark.parametrize(
    "path",
    [
        ".github/workflows/nightly.yml", ".github/CODEOWNERS", ".ci/run", "requirements.lock", "pyproject.toml",
        "Makefile", "mkdocs.yml", "build_tools/pipeline.py", "tests/conftest.py", "benchmarks/weight.py",
        ".pre-commit-hooks.yaml",
    ],
)  # fmt: skip
def test_fault_34_what_runs_is_changed_by_maintainers_only(path: Path) -> None:
    matching = [who for pattern, who in owners().items() if f"/{path}".startswith(pattern)]
    assert matching, f"nobody must agree to a change of {path}"
    assert all(matching)


def test_volunteers_content_needs_no_owner() -> None:
    for path in ("/content/guides/x.md", "/clippings/2019/x.png", "/bibliography/x.bib"):
        assert not [pattern for pattern in owners() if path.startswith(pattern)]
