"""All rules together: their manual, the codes, and how long they take."""

from __future__ import annotations

import ast
import csv
import importlib
import re
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from build_tools import checks, settings, sources
from build_tools.diagnostics import Severity
from build_tools.sources.bank import Bank

from .conftest import BankOf
from .support import COMMON, TODAY, guide

TESTS = Path(__file__).parent.parent
PACKAGE = TESTS.parent / "build_tools"

# --- The manual ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", checks.rules(), ids=lambda r: r.CODE)
def test_a_rule_has_its_file_its_manual_page_and_its_tests(rule: ModuleType) -> None:
    name = rule.__name__.rpartition(".")[2]
    page = checks.manual()[rule.CODE]
    assert name.replace("_", "-") == rule.CODE
    assert re.search(r"^Why: .*^To mend: .*^Example::$", page, re.MULTILINE | re.DOTALL)
    assert f"[{rule.CODE}]" in page
    assert (TESTS / "checks" / f"test_{name}.py").exists()


# --- Codes -----------------------------------------------------------------------------------------------

EMITTERS = {"error", "Diagnostic", "Fault", "RefusedError", "_RefusedError", "fault", "_unreadable", "Refusal"}
CODE = re.compile(r"[a-z]+(?:-[a-z]+)+|encoding")

# Faults that need another bank, or are refused before they can reach this code: the test that shows each.
SHOWN_ELSEWHERE = {
    "settings-missing": "test_settings.py",
    "settings-invalid": "test_settings.py",
    "file-unreadable": "sources/test_text.py",
    "table-size": "sources/test_tables.py",
    "bib-size": "sources/test_bibtex_limits.py",
    **dict.fromkeys(
        ("image-broken", "image-bytes", "image-exif", "image-missing", "image-moving", "image-pages",
         "image-pixels", "image-side", "image-suffix", "image-stopped"),
        "test_images.py",
    ),
}  # fmt: skip


def modules() -> Iterator[ModuleType]:
    yield settings
    for file in sorted(Path(str(sources.__file__)).parent.glob("*.py")):
        yield importlib.import_module(
            f"build_tools.sources.{file.stem}" if file.stem != "__init__" else sources.__name__
        )


def documented() -> set[str]:
    """Codes of rules and readers."""
    return set(checks.manual()) | {code for m in modules() for code in getattr(m, "CODES", {})}


def emitted() -> Iterator[str]:
    """The codes that stand in calls which make diagnostics."""
    rooms = [sorted((PACKAGE / room).glob("*.py")) for room in ("images", "sources")]
    files = [PACKAGE / "settings.py", *(file for room in rooms for file in room)]
    for file in files:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield from _codes(node)


def _codes(call: ast.Call) -> Iterator[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    texts = [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    if name == "say":  # of the vocabulary, whose codes begin alike
        yield from (f"vocabulary-{text}" for text in texts if re.fullmatch(r"[a-z]+(?:-[a-z]+)*", text))
    elif name in EMITTERS:
        yield from (text for text in texts if CODE.fullmatch(text))


def test_every_code_is_documented_and_every_documented_code_is_used() -> None:
    assert set(emitted()) | set(checks.manual()) == documented()


def test_no_two_modules_document_the_same_code() -> None:
    codes = [*checks.manual(), *(code for m in modules() for code in vars(m).get("CODES", {}))]
    assert sorted(codes) == sorted(set(codes))


def test_every_code_is_shown_by_the_broken_bank_or_by_a_named_test() -> None:
    with (TESTS / "broken" / "expected.csv").open(encoding="utf-8", newline="") as file:
        shown = {row["code"] for row in csv.DictReader(file)}
    assert documented() - shown == set(SHOWN_ELSEWHERE)
    for code, name in SHOWN_ELSEWHERE.items():
        assert f'"{code}"' in (TESTS / name).read_text("utf-8"), f"{name} does not show {code}"


# --- Time ------------------------------------------------------------------------------------------------


def many(bank: BankOf, count: int) -> Bank:
    """A bank of so many guides, each with links, citations and a fault."""
    body = "## One\n\nSee [[g1]] and [[gg{n}]], as [@rao1991] and [@nobody{n}] say.\n\n![A](a{n}.png)\n"
    files: dict[str, str | bytes] = {
        f"content/guides/g{n}.md": guide(body.format(n=n), themes=f"[wells, theme{n}]") for n in range(count)
    }
    return bank(files)


def test_the_rules_take_time_in_proportion_to_the_bank(bank: BankOf) -> None:
    small, large = many(bank, 150), many(bank, 600)

    def seconds(made: Bank) -> float:
        start = time.perf_counter()
        checks.run(made, TODAY)
        return time.perf_counter() - start

    # Four times the records, all with faults; comparing each with each would take sixteen times as long.
    assert min(seconds(large) for _ in range(3)) < 10 * min(seconds(small) for _ in range(3))


# --- Together --------------------------------------------------------------------------------------------


def test_a_good_record_has_no_remark(bank: BankOf) -> None:
    assert checks.run(bank({"content/guides/x.md": guide("## One\n\nWords.")}), TODAY) == []


def test_only_errors_withhold_and_each_names_its_record(bank: BankOf) -> None:
    text = guide("[[y]]", title=None, part="a", summary=None, licence="ask")
    found = checks.run(bank({"content/guides/x.md": text, "content/guides/z.md": guide()}), TODAY)
    assert {d.subject for d in found} == {"x.en"}
    assert {d.code: d.severity for d in found}["summary-missing"] is Severity.NOTICE
    assert {d.code for d in found} >= {"field-missing", "field-type", "link-dangling", "licence-unknown"}


def test_all_rules_live_with_any_kind_of_value(bank: BankOf) -> None:
    strange = ("", "5", "1.5", "true", "[]", "{}", "[5, {a: b}]", "{a: [b]}", '[""]', "[[a]]", '"@"', '"[[x]]"')
    fields = [*COMMON, "steps", "tools", "charts", "columns", "files", "themes", "regions", "related", "rows", "scan",
              "date", "as_on", "licence", "organisations", "titles", "newspaper"]  # fmt: skip
    files: dict[str, str | bytes] = {"content/data/d.csv": "year\n2001\n"}
    for at, value in enumerate(strange):
        text = "".join(f"{name}: {value}\n" for name in fields)
        for folder in ("guides", "laws", "toolkits", "case-studies", "pages", "periodical"):
            files[f"content/{folder}/{folder}-{at}.md"] = f"---\n{text}---\n"
        files[f"content/data/d{at}.yml"] = text
        files[f"content/data/d{at}.csv"] = "year,depth\n2001,12\n"
        files[f"clippings/c{at}.yml"] = text
        files[f"clippings/c{at}.png"] = b"no picture"
    found = checks.run(bank(files), TODAY)
    withheld = {d.subject for d in found if d.severity is Severity.ERROR}
    assert {f"guides-{at}.en" for at in range(len(strange))} <= withheld
