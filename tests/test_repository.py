"""The repository itself: its lock, its Makefile and setup scripts, its workflows, and what it must not hold."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PIL import Image

ROOT = Path(__file__).parent.parent
SETUP = ROOT / "build_tools" / "setup"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def run(
    *command: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """What ``command`` prints and how it ends, outside of the ``make`` that may have started the tests."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("MAKE", "MFLAGS", "KB_"))}
    return subprocess.run(command, cwd=cwd, env=env or clean, capture_output=True, text=True, check=False, timeout=60)


# --- The lock --------------------------------------------------------------------------------------------


def pins() -> dict[str, list[Requirement]]:
    """Name of each locked package -> its pins (several where Pythons differ)."""
    found: dict[str, list[Requirement]] = {}
    for entry in (ROOT / "requirements.lock").read_text("utf-8").replace("\\\n", "").splitlines():
        if entry.strip() and not entry.lstrip().startswith("#"):
            requirement = Requirement(entry.partition("--hash")[0].strip())
            found.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return found


def test_every_package_of_the_lock_is_pinned_with_hashes() -> None:
    entries = (ROOT / "requirements.lock").read_text("utf-8").replace("\\\n", "").splitlines()
    packages = [e for e in entries if e.strip() and not e.lstrip().startswith("#")]
    assert packages
    assert [
        e for e in packages if not re.fullmatch(r"\S+==\S+ (?:; [^-]+)?(?:\s*--hash=sha256:[0-9a-f]{64})+", e)
    ] == []


def test_the_lock_names_no_index_and_no_host() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8")
    assert [line for line in text.splitlines() if "://" in line or line.startswith("-") or "index" in line] == []


def test_the_lock_serves_everything_that_pyproject_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["dev"],
    ]
    locked = pins()
    missing = [
        text
        for text in asked
        if not any(
            next(iter(wanted.specifier), None) is None or wanted.specifier.contains(version(pin), prereleases=True)
            for wanted in [Requirement(text)]
            for pin in locked.get(canonicalize_name(wanted.name), [])
        )
    ]
    assert missing == [], "run: make lock"


def version(pin: Requirement) -> str:
    return str(pin.specifier).removeprefix("==")


# --- The Makefile ----------------------------------------------------------------------------------------

TARGETS = {"help", "site", "serve", "test", "check", "bench", "lint", "lock", "clean"}


def test_make_alone_lists_the_targets_and_what_each_does() -> None:
    listed = run("make")
    assert listed.returncode == 0, listed.stderr
    rows = [line.split(maxsplit=2) for line in listed.stdout.splitlines()]
    assert {name for _, name, _ in rows} >= TARGETS
    assert all(len(about) > 10 for *_, about in rows)


@pytest.mark.parametrize(
    ("target", "command"),
    [
        ("site", ".venv/bin/kb build"),
        ("serve", ".venv/bin/kb serve --port 8000"),
        ("check", ".venv/bin/kb check --strict"),
        ("test", "-m pytest"),
        ("lint", "ruff format --check build_tools tests benchmarks"),
        ("lint", "zizmor --offline"),
    ],
)
def test_each_target_prepares_the_environment_and_then_runs_its_command(target: str, command: str) -> None:
    planned = run("make", "--dry-run", target).stdout
    assert "environment.sh" in planned.partition(command)[0]
    assert command in planned


def test_continuous_integration_runs_lint_check_and_test() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    text = script.read_text("utf-8")
    assert "set -euo pipefail" in text
    assert re.search(r"^make lint check test$", text, re.MULTILINE)


# --- The setup scripts, on machines that lack things -------------------------------------------------------

ORDINARY = ("sh", "env", "cat", "chmod", "cmp", "cp", "dirname", "find", "grep", "head", "mkdir", "rm", "touch")


class Machine:
    """A PATH that holds ordinary programs and whatever a test puts there; what those were asked is in ``log``."""

    def __init__(self, folder: Path, user: int = 0) -> None:
        self.bin = folder / "bin of a machine"
        self.bin.mkdir()
        self.log_file = folder / "log"
        for name in ORDINARY:
            found = shutil.which(name)
            assert found
            (self.bin / name).symlink_to(found)
        self.add("id", f"echo {user}")

    def add(self, name: str, body: str) -> Path:
        program = self.bin / name
        program.write_text(f"#!/bin/sh\n{body.replace('LOG', str(self.log_file))}\n")
        program.chmod(0o755)
        return program

    def run(self, script: str, *arguments: str, cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
        return run("sh", SETUP / script, *arguments, cwd=cwd, env={"PATH": str(self.bin), **env})

    @property
    def log(self) -> list[str]:
        return self.log_file.read_text().splitlines() if self.log_file.exists() else []

    def tesseract(self, *languages: str) -> str:
        """The shell line that puts a Tesseract with these languages onto the machine."""
        listing = "\\n".join(("List of available languages:", *languages))
        program = self.bin / "tesseract"
        return f"printf '#!/bin/sh\\necho \"{listing}\"\\n' > '{program}'; chmod +x '{program}'"


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_a_missing_tesseract_is_named_with_the_one_line_and_the_work_goes_on(machine: Machine) -> None:
    done = machine.run("system.sh", "tesseract")
    assert done.returncode == 0
    assert "scans without a reading stay unread" in done.stdout
    line = "sudo apt-get install -y tesseract-ocr tesseract-ocr-eng tesseract-ocr-hin tesseract-ocr-osd"
    assert line in (row.strip() for row in done.stdout.splitlines())


def test_a_tesseract_without_hindi_counts_as_missing(machine: Machine) -> None:
    run("sh", "-c", machine.tesseract("eng", "osd"))
    assert "To install it" in machine.run("system.sh", "tesseract").stdout
    run("sh", "-c", machine.tesseract("eng", "hin", "osd"))
    assert machine.run("system.sh", "tesseract").stdout == ""


def test_apt_installs_as_root_without_asking(machine: Machine) -> None:
    install = machine.tesseract("eng", "hin", "osd")
    machine.add("apt-get", f'echo "$DEBIAN_FRONTEND $*" >> "LOG"; case "$*" in *install*) {install} ;; esac')
    done = machine.run("system.sh", "tesseract")
    assert (done.returncode, done.stderr) == (0, "")
    assert "To install it" not in done.stdout
    assert [row.split()[0] for row in machine.log] == ["noninteractive", "noninteractive"]
    assert "update" in machine.log[0]
    assert "install -y" in machine.log[1]


def test_apt_that_fails_does_not_stop_the_work(machine: Machine) -> None:
    machine.add("apt-get", "exit 100")
    done = machine.run("system.sh", "tesseract")
    assert done.returncode == 0
    assert "sudo apt-get install -y tesseract-ocr" in done.stdout


def test_apt_is_left_alone_when_told_so(machine: Machine) -> None:
    machine.add("apt-get", 'echo "$*" >> "LOG"')
    assert machine.run("system.sh", "tesseract", KB_NO_APT="1").returncode == 0
    assert machine.log == []


@pytest.mark.parametrize("password", [True, False])
def test_sudo_is_used_when_it_asks_for_no_password(tmp_path: Path, password: bool) -> None:
    machine = Machine(tmp_path, user=1000)
    machine.add("apt-get", 'echo "$*" >> "LOG"')
    machine.add("sudo", 'echo "sudo $1" >> "LOG"; ' + ("exit 1" if password else 'shift; "$@"'))
    done = machine.run("system.sh", "tesseract")
    assert done.returncode == 0
    assert "sudo -n" in machine.log
    assert any("install -y" in row for row in machine.log) is not password


def test_a_missing_browser_fails_only_where_nobody_would_see_the_skipped_tests(machine: Machine) -> None:
    at_home = machine.run("system.sh", "browser")
    assert at_home.returncode == 0
    assert "browser tests are skipped" in at_home.stdout
    assert machine.run("system.sh", "browser", CI="true").returncode == 3
    machine.add("google-chrome", ":")
    assert machine.run("system.sh", "browser", CI="true").returncode == 0


def test_the_first_python_that_runs_and_is_new_enough_is_taken(machine: Machine) -> None:
    machine.add("python3.13", "exit 127")  # as a version manager's name that starts nothing
    machine.add("python3.12", "exit 1")  # as one that is too old, or lacks venv
    assert machine.run("python.sh").returncode == 1
    (machine.bin / "python3").symlink_to(sys.executable)
    assert machine.run("python.sh").stdout == "python3\n"
    named = machine.add("my python", "exit 0")
    assert machine.run("python.sh", KB_PYTHON=str(named)).stdout == f"{named}\n"


def test_a_machine_without_python_is_told_what_to_do(machine: Machine, tmp_path: Path) -> None:
    done = machine.run("environment.sh", cwd=tmp_path)
    assert done.returncode == 3
    assert "sudo apt-get install -y python3 python3-venv" in done.stdout
    assert "needs Python 3.11 or newer" in done.stderr
    assert not (tmp_path / ".venv").exists()


@pytest.fixture
def checkout(machine: Machine, tmp_path: Path) -> Path:
    """A checkout whose path has a space, with a .venv that was just made by a Python that only notes its work."""
    place = tmp_path / "a checkout"
    place.mkdir()
    (place / "requirements.lock").write_text("one\n")
    machine.add(
        "python3",
        """echo "$*" >> "LOG"
        case "$*" in
            *'-m venv'*)
                mkdir -p .venv/bin; cp "$0" .venv/bin/python; touch .venv/bin/kb; chmod +x .venv/bin/kb
                echo "command = $0 -m venv --clear $PWD/.venv" > .venv/pyvenv.cfg ;;
        esac""",
    )
    assert machine.run("environment.sh", cwd=place).returncode == 0
    assert any("-m venv --clear .venv" in row for row in machine.log)
    machine.log_file.unlink()
    return place


def installs(machine: Machine) -> list[str]:
    return [row for row in machine.log if "pip install" in row]


def test_a_second_run_installs_nothing(machine: Machine, checkout: Path) -> None:
    assert machine.run("environment.sh", cwd=checkout).stdout == ""
    assert installs(machine) == []


def test_a_new_lock_is_installed_with_its_hashes_and_nothing_unpinned(machine: Machine, checkout: Path) -> None:
    (checkout / "requirements.lock").write_text("two\n")
    assert machine.run("environment.sh", cwd=checkout).returncode == 0
    lock, package = installs(machine)
    assert "--require-hashes --only-binary :all:" in lock
    assert "--no-index --no-deps --no-build-isolation" in package
    assert not any("-m venv" in row for row in machine.log)


def test_an_installation_that_broke_off_is_done_again(machine: Machine, checkout: Path) -> None:
    (checkout / ".venv" / "requirements.lock").unlink()
    assert machine.run("environment.sh", cwd=checkout).returncode == 0
    assert len(installs(machine)) == 2


def test_an_environment_from_another_place_is_made_anew(machine: Machine, checkout: Path) -> None:
    moved = checkout.with_name("moved")
    checkout.rename(moved)
    assert machine.run("environment.sh", cwd=moved).returncode == 0
    assert any("-m venv --clear .venv" in row for row in machine.log)


# --- The workflows ---------------------------------------------------------------------------------------


def load(path: Path) -> dict[str, Any]:
    loaded = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - strings only
    assert isinstance(loaded, dict)
    return loaded


def steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in load(path)["jobs"].values():
        yield from job["steps"]


def test_there_is_a_workflow_for_pull_requests_and_two_for_the_night() -> None:
    assert [path.name for path in WORKFLOWS] == ["nightly.yml", "pull-request.yml", "storm.yml"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.stem)
def test_actions_are_pinned_by_commit_and_say_their_version(path: Path) -> None:
    used = re.findall(r"^\s*(?:- )?uses: (.+)$", path.read_text("utf-8"), re.MULTILINE)
    assert used
    assert [u for u in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", u)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.stem)
def test_a_checkout_leaves_no_credentials_and_no_name_reaches_a_shell(path: Path) -> None:
    for step in steps(path):
        if str(step.get("uses", "")).startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"
        assert "${{" not in step.get("run", ""), "a branch's name could be a command"


def test_a_pull_request_gets_no_secret_and_may_only_read() -> None:
    workflow = load(ROOT / ".github/workflows/pull-request.yml")
    assert list(workflow["on"]) == ["pull_request"] or workflow["on"] == "pull_request"
    assert workflow["permissions"] == {"contents": "read"}
    assert [job for job in workflow["jobs"].values() if "permissions" in job] == []
    assert "secrets" not in str(workflow)
    assert any(
        "kb check --strict --format github" in step.get("run", "") for step in workflow["jobs"]["content"]["steps"]
    )


def test_only_the_job_that_publishes_may_write_and_it_runs_nothing_of_ours() -> None:
    workflow = load(ROOT / ".github/workflows/nightly.yml")
    assert workflow["permissions"] == {}
    jobs = workflow["jobs"]
    assert jobs["build"]["permissions"] == {"contents": "read"}
    assert jobs["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert [step for step in jobs["publish"]["steps"] if "run" in step] == []
    assert any("kb build --strict" in step.get("run", "") for step in jobs["build"]["steps"])


def zizmor(folder: Path, persona: str) -> subprocess.CompletedProcess[str]:
    return run(Path(sys.executable).parent / "zizmor", "--offline", "--quiet", "--persona", persona, folder)


@pytest.mark.parametrize("persona", ["regular", "pedantic"])
def test_zizmor_finds_nothing(persona: str) -> None:
    done = zizmor(ROOT / ".github" / "workflows", persona)
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_would_find_something(tmp_path: Path) -> None:
    broken = (ROOT / ".github/workflows/pull-request.yml").read_text("utf-8")
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    (folder / "pr.yml").write_text(re.sub(r"@[0-9a-f]{40}", "@v7", broken), "utf-8")
    assert zizmor(folder, "regular").returncode != 0


# --- What CONTRIBUTING.md tells people ----------------------------------------------------------------------

CONTRIBUTING = ROOT / "CONTRIBUTING.md"
EXAMPLE = re.compile(r"^`((?:clippings|content|bibliography)/[^`]+)`\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def kb(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return run(sys.executable, "-m", "build_tools", *arguments)


def test_every_example_passes_the_strict_check(tmp_path: Path) -> None:
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    for folder in ("content", "bibliography"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    examples = [(tmp_path / name, text) for name, text in EXAMPLE.findall(CONTRIBUTING.read_text("utf-8"))]
    assert {path.suffix for path, _ in examples} == {".yml", ".md", ".bib"}
    for path, text in examples:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    scan = next(path for path, _ in examples if path.suffix == ".yml").with_suffix(".png")
    Image.new("L", (1600, 1200), 255).save(scan)
    done = kb("--bank", tmp_path, "check", "--strict", *(path for path, _ in examples), scan)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "error[" not in done.stdout


def test_every_code_that_it_explains_exists() -> None:
    table = CONTRIBUTING.read_text("utf-8").partition("\n## What the check says")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`[^|]+) \|", table, re.MULTILINE)
    explained = [code for row in rows for code in re.findall(r"`([a-z-]+)`", row)]
    source = "".join(path.read_text("utf-8") for path in (ROOT / "build_tools").rglob("*.py"))
    assert len(explained) > 10
    assert [code for code in explained if f'"{code}"' not in source] == []


def test_every_command_that_it_names_exists() -> None:
    named = set(re.findall(r"\bkb ([a-z]+)", CONTRIBUTING.read_text("utf-8")))
    known = kb("--help").stdout
    assert named
    assert [command for command in named if not re.search(rf"^ +{command}\b", known, re.MULTILINE)] == []


def test_every_file_that_it_names_exists() -> None:
    named = set(
        re.findall(r"`((?:content|build_tools|\.github|tests)/[\w./-]+|[A-Z-]+\.md)`", CONTRIBUTING.read_text("utf-8"))
    )
    examples = {name for name, _ in EXAMPLE.findall(CONTRIBUTING.read_text("utf-8"))}
    assert [name for name in named - examples if not (ROOT / name).exists()] == []


# --- What no file may hold -------------------------------------------------------------------------------

NOT_OURS = {".git", ".venv", ".cache", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", "build", "site"}
# Written in pieces, so that this file does not hold them.
REGISTRIES = [".".join(parts) for parts in (("py" + "pi", "org"), ("python" + "hosted", "org"), ("npm" + "js", "org"))]
FORBIDDEN = {
    "the address of a package registry": "|".join(map(re.escape, REGISTRIES)),
    "a folder of one machine": r"(?<![\w./:%-])/(?:" + "wo" + "rk|ro" + r"ot)/\w",
}


def committed_files() -> Iterator[Path]:
    """Every file of the repository, without what tools make."""
    for entry in sorted(ROOT.iterdir()):
        if entry.name in NOT_OURS or entry.name.startswith("site.") or entry.name.endswith(".egg-info"):
            continue
        for path in [entry] if entry.is_file() else sorted(entry.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts and "out" not in path.parts:
                yield path


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds(what: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match[0].decode('utf-8', 'replace')}"
        for path in committed_files()
        if (match := re.search(FORBIDDEN[what].encode(), path.read_bytes()))
    ]
    assert found == []


@pytest.mark.parametrize("name", ["LICENSE", "CONTENT-LICENSE.md", "CONTRIBUTING.md"])
def test_the_papers_are_there(name: str) -> None:
    assert len((ROOT / name).read_text("utf-8")) > 500


def test_the_forms_ask_for_no_child() -> None:
    form = (ROOT / ".github" / "ISSUE_TEMPLATE" / "clipping.yml").read_text("utf-8")
    assert "no child's name, no face" in form
    required = [
        o
        for b in load(ROOT / ".github/ISSUE_TEMPLATE/clipping.yml")["body"]
        for o in b["attributes"].get("options", [])
    ]
    assert required
    assert all(option["required"] == "true" for option in required)
