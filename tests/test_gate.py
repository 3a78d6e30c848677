"""The last looks: readings of scans, what awaits review, and a build that would publish what is never published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from build_tools import checks, gate, pipeline
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.model import Reading, Word
from build_tools.pipeline import Outcome
from build_tools.sources.bank import read_bank
from tests.checks.conftest import BankOf, bank
from tests.checks.support import png
from tests.conftest import TODAY, add, case, digests
from tests.identity import made

__all__ = ["bank"]
Build = Callable[..., Outcome]
NUMBER = made.mobile(Random(1))


def reading(text: str) -> Reading:
    return Reading(text, (), ("eng",), "none", "1", {}, ((600, 600),))


def test_a_number_in_a_reading_withholds_its_record(bank: BankOf) -> None:
    made_bank = bank({"clippings/2019/x.png": png(600, 600), "clippings/2019/y.png": png(600, 600)})
    texts = {"clippings/2019/x.png": reading(f"Ring {NUMBER}"), "clippings/2019/y.png": reading("Rain came.")}
    [found] = gate.of_readings(made_bank, made_bank.drafts, texts)
    assert (found.path, found.code, found.subject) == ("clippings/2019/x.png", "identity-number", "x.en")
    assert found.severity is Severity.ERROR
    assert NUMBER not in found.message + found.hint


def test_a_number_beside_the_clipping_withholds_its_record(bank: BankOf) -> None:
    """The text leaves out the margin, but the scan and the files of the reading show it."""
    made_bank = bank({"clippings/2019/x.png": png(600, 600)})
    word = Word(NUMBER, (0, 0, 90, 20), 95.0, 3, 1, "margin")
    beside = replace(reading("Rain came."), words=(word,))
    [found] = gate.of_readings(made_bank, made_bank.drafts, {"clippings/2019/x.png": beside})
    assert (found.code, found.subject) == ("identity-number", "x.en")
    elsewhere = replace(beside, words=(replace(word, text="rain"),))
    assert gate.of_readings(made_bank, made_bank.drafts, {"clippings/2019/x.png": elsewhere}) == []


@pytest.mark.parametrize("end", ["\n", " \n  "])
def test_a_number_parted_at_the_end_of_a_line_withholds_its_record(bank: BankOf, end: str) -> None:
    """Pages join the lines of a paragraph; without this look the whole build would stop at the last one."""
    parted = f"Ring {NUMBER[:5]}{end}{NUMBER[5:]} today"
    scans = {"clippings/2019/x.png": png(600, 600), "clippings/2019/y.png": png(600, 600)}
    made_bank = bank({**scans, "clippings/2019/y.txt": parted})
    found = gate.of_readings(made_bank, made_bank.drafts, {"clippings/2019/x.png": reading(parted)})
    assert [(d.path, d.code, d.subject) for d in found] == [
        ("clippings/2019/x.png", "identity-number", "x.en"),
        ("clippings/2019/y.txt", "identity-number", "y.en"),
    ]
    apart = f"Ring {NUMBER[:5]}\n\n{NUMBER[5:]} today"
    assert gate.of_readings(made_bank, made_bank.drafts[:1], {"clippings/2019/x.png": reading(apart)}) == []


@pytest.mark.parametrize("reviewed", [False, True])
def test_a_name_in_a_reading_awaits_review(bank: BankOf, reviewed: bool) -> None:
    people = "identity_review: [A. Reader, Another Reader]\n" if reviewed else ""
    made_bank = bank({"clippings/2019/x.png": png(600, 600), "clippings/2019/x.yml": f"title: X\n{people}"})
    found = gate.of_readings(made_bank, made_bank.drafts, {"clippings/2019/x.png": reading("Zubaida, aged 12, came.")})
    assert [(d.code, d.severity) for d in found] == ([] if reviewed else [("identity-review", Severity.WARNING)])
    assert gate.shown(made_bank.drafts, found) == (list(made_bank.drafts) if reviewed else [])


@pytest.mark.parametrize("ending", ["txt", "TXT", "Txt"])
def test_a_name_in_a_persons_text_awaits_review_whatever_the_ending(bank: BankOf, ending: str) -> None:
    made_bank = bank({"clippings/2019/x.png": png(600, 600), f"clippings/2019/x.{ending}": "Zubaida, aged 12, came."})
    found = [d for d in checks.run(made_bank, TODAY) if d.code == "identity-review"]
    assert [(d.path, d.subject) for d in found] == [(f"clippings/2019/x.{ending}", "x.en")]
    assert gate.shown(made_bank.drafts, found) == []


def test_a_persons_text_does_not_hide_what_the_machine_read(bank: BankOf) -> None:
    """The page shows where the two differ, and all that the machine read is a file."""
    made_bank = bank({"clippings/2019/x.png": png(600, 600), "clippings/2019/x.txt": "[…] came."})
    [found] = gate.of_readings(made_bank, made_bank.drafts, {"clippings/2019/x.png": reading("Zubaida, aged 12.")})
    assert (found.code, found.subject) == ("identity-review", "x.en")


def test_withheld_says_why_for_each_record() -> None:
    one = Diagnostic("a.md", 3, "identity-review", Severity.WARNING, "holds a name", "", "a.en")
    found = [one, replace(one, line=9), replace(one, code="identity-person", message="shows a person"),
             replace(one, code="scan-small", subject="b.en"), replace(one, subject="")]  # fmt: skip
    assert gate.withheld(found) == {"a.en": ("holds a name", "shows a person")}


@pytest.mark.slow
def test_nothing_that_awaits_review_is_published(small_bank: Path, build: Build) -> None:
    add(small_bank, "content/case-studies/named.md", case("A case", "Zubaida, aged 12, came first."))
    reviewed = case("Looked at", "Zubaida, aged 13, came first.", "identity_review: [A. Reader, Another Reader]\n")
    add(small_bank, "content/case-studies/looked-at.md", reviewed)
    outcome = build(small_bank)
    assert outcome.site
    assert gate.withheld(outcome.diagnostics).keys() == {"named.en"}
    pages = digests(outcome.site)
    assert "case-studies/looked-at.html" in pages
    notice = (outcome.site / "case-studies/named.html").read_text(encoding="utf-8")
    assert "when two people have seen to it" in notice
    everything = "".join(f.read_text("utf-8") for f in outcome.site.rglob("*") if f.suffix in (".html", ".js", ".xml"))
    assert "Zubaida, aged 12" not in everything
    assert "A case" not in notice
    assert build(small_bank, strict=True).site is None


@pytest.mark.slow
def test_what_is_taken_down_leaves_a_plain_notice(small_bank: Path, build: Build) -> None:
    add(small_bank, "content/case-studies/gone.md", case("A lost title", "Lost words."))
    add(small_bank, "content/case-studies/linking.md", case("Links", "See [[gone]]."))
    add(small_bank, "content/withdrawn.csv", "id,date,reason\ngone,2026-11-01,At the request of the author\n")
    outcome = build(small_bank, strict=False)
    assert outcome.site
    notice = (outcome.site / "case-studies/gone.html").read_text(encoding="utf-8")
    assert "1 November 2026" in notice
    assert "At the request of the author" in notice
    everything = "".join(f.read_text("utf-8") for f in outcome.site.rglob("*") if f.suffix in (".html", ".js", ".xml"))
    assert "A lost title" not in everything
    assert "Lost words" not in everything


@pytest.mark.slow
def test_a_site_that_holds_a_number_is_not_published(
    small_bank: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert build(small_bank).site
    before = digests(small_bank / "site")
    add(small_bank, "content/case-studies/more.md", case("More", f"Ring {NUMBER}."))

    def blind(root: Path, settings: object, today: dt.date) -> object:
        return read_bank(root, settings), []  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "inspect", blind)
    outcome = build(small_bank)
    assert outcome.site is None
    assert {d.code for d in outcome.diagnostics} == {"identity-number"}
    assert any(d.path == "site/case-studies/more.html" for d in outcome.diagnostics)
    assert digests(small_bank / "site") == before


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("search/t/abc.js", []),
        ("search/root.js", []),
        ("search/d/0-abcde/1.js", ["search/d/0-abcde/1.js"]),
        ("a.js", ["a.js"]),
    ],
)
def test_codes_of_the_search_are_no_numbers_but_its_results_are_read(
    bank: BankOf, tmp_path: Path, path: str, found: list[str]
) -> None:
    add(tmp_path / "site", path, f'kbSearch.take("x","Ring {NUMBER}")')
    assert [d.path.removeprefix("site/") for d in gate.of_site(tmp_path / "site", bank({}))] == found
