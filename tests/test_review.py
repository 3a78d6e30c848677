"""What needs a person: which tasks there are, in which order, and what they never say."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest

from build_tools import pipeline
from build_tools.catalogue import Catalogue, Entry
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.model import (
    CaseStudy,
    Clipping,
    Label,
    Quarantined,
    Reading,
    Signed,
    SourceRef,
    Vocabulary,
    Word,
)  # fmt: skip
from build_tools.pages.reviewing import SAID
from build_tools.pipeline import kept_back
from build_tools.review import KINDS, Task, tasks
from build_tools.settings import OcrSettings, read_settings
from build_tools.sources.draft import ScanInfo
from tests.conftest import TODAY, add, case
from tests.identity import made

YEAR: dict[str, Any] = {"date": "2019", "regions": ("IN",)}
READING = Reading("words", (Word("words", (0, 0, 9, 9), 91.4, 0),), ("eng",), "none", "1", {}, ((9, 9),))
SIGNED = Signed(by="A Reader", date="2026-01-31")


def clipping(identity: str = "mill", **more: Any) -> Entry:
    parts = {name: more.pop(name) for name in ("reading", "unread", "quarantined", "labels") if name in more}
    record = Clipping(id=identity, title="A mill", **{**YEAR, **more})
    scan = ScanInfo(f"clippings/2019/{identity}.jpg", 900, 900, 1, 1, "JPEG")
    labels = parts.pop("labels", (Label("date", "2019"), Label("regions", "IN")))
    return Entry(record, SourceRef(scan.path), labels=labels, scan=scan, **parts)


def listed(*entries: Entry, findings: tuple[Diagnostic, ...] = ()) -> list[Task]:
    catalogue = Catalogue({e.record.uid: e for e in entries}, Vocabulary(), "en", ("en", "hi"))
    return tasks(catalogue, findings)


def test_a_scan_without_a_reading() -> None:
    [task] = listed(clipping(unread="The scan is empty. Save it again."))
    assert (task.kind, task.record, task.why) == ("unread", "mill", "The scan is empty. Save it again.")
    assert "kb ocr clippings/2019/mill.jpg" in task.todo
    assert "clippings/2019/mill.txt" in task.todo


def test_a_reading_that_is_kept_back() -> None:
    [task] = listed(clipping(quarantined=Quarantined(43.7, 12)))
    assert task.kind == "quarantined"
    assert "12 words, 43 % sure" in task.why
    assert "kb new transcription mill" in task.todo


@pytest.mark.parametrize(
    ("fields", "labels", "missing"),
    [
        ({"date": None}, (Label("regions", "IN"),), "no date,"),
        ({"regions": None}, (Label("date", "2019"),), "no place,"),
        ({"date": None, "regions": None}, (Label("day", "XXXX-07-27"),), "no date and place,"),
        ({"regions": ()}, (Label("date", "2019"),), None),
        ({"date": None, "regions": None}, (Label("date", "2019", 0.9, (), "machine"), Label("regions", "IN")), None),
    ],
)
def test_neither_date_nor_place(fields: dict[str, Any], labels: tuple[Label, ...], missing: str | None) -> None:
    found = listed(clipping(labels=labels, **fields))
    assert [t.kind for t in found] == (["incomplete"] if missing else [])
    if missing:
        assert missing in found[0].why
        assert "clippings/2019/mill.yml" in found[0].todo


def test_only_the_machine_is_unsure() -> None:
    labels = (Label("date", "2019"), Label("regions", "IN", 0.2), Label("themes", "rain", 0.69, (), "machine"))
    [task] = listed(clipping(labels=(*labels, Label("occupations", "dig", 0.7, (), "machine"))))
    assert task.kind == "unsure"
    assert "themes rain (69 %)" in task.why
    assert "dig" not in task.why


def test_a_translation_is_looked_at_with_its_original() -> None:
    labels = (Label("themes", "rain", 0.6, (), "machine"),)
    versions = [
        Entry(CaseStudy(id="a", title="A", language=code, verified=False, **YEAR), SourceRef("a.md"), labels=labels)
        for code in ("en", "hi")
    ]
    kinds = [(t.kind, t.uid) for t in listed(*versions)]
    assert kinds == [("incomplete", "a.en"), ("unsure", "a.en"), ("unverified", "a.en"), ("unverified", "a.hi")]


def test_a_typed_text_waits_for_a_second_reader() -> None:
    [signed] = listed(clipping(transcription="Words.", transcribed=SIGNED, reading=READING))
    [unsigned] = listed(clipping(transcription="Words."))
    assert {signed.kind, unsigned.kind} == {"second-reader"}
    assert "A Reader, 2026-01-31" in signed.why
    assert "nobody knows whom" in unsigned.why
    checked = Signed(by="Another Reader", date="2026-02-01")
    assert listed(clipping(transcription="Words.", transcribed=SIGNED, checked=checked, reading=READING)) == []


def test_a_text_of_the_machine_is_the_last_of_all() -> None:
    [task] = listed(clipping(reading=READING))
    assert task.kind == "machine-text" == list(KINDS)[-1]
    assert "91 % sure" in task.why


def test_findings_of_one_file_are_one_task_and_other_findings_none() -> None:
    one = Diagnostic("a.md", 9, "identity-review", Severity.WARNING, "holds a name", "Take it out.", "a.en")
    found = listed(
        findings=(
            one, Diagnostic("a.md", 12, "identity-review", Severity.WARNING, "holds a name", "x", "a.en"),
            Diagnostic("a.md", 13, "identity-number", Severity.ERROR, "holds a number", "x", "a.en"),
            Diagnostic("a.md", 1, "summary-missing", Severity.NOTICE, "has no summary", "x", "a.en"),
            Diagnostic("o.csv", 2, "organisation-stale", Severity.NOTICE, "was last verified on 2019", "Look.", "o.en"),
        )
    )  # fmt: skip
    assert found == [
        Task("identity", "a.md", "a.en", "holds a name; holds a number", "Take it out.", 9),
        Task("stale", "o.csv", "o.en", "was last verified on 2019", "Look.", 2),
    ]


def test_the_order_is_that_of_kinds_then_of_files() -> None:
    found = listed(
        clipping("b", reading=READING), clipping("a", reading=READING, verified=False), clipping("c", unread="Empty."),
        clipping("d", quarantined=Quarantined(1, 1), regions=None, labels=()),
    )  # fmt: skip
    assert [(t.kind, t.record) for t in found] == [
        ("unread", "c"), ("quarantined", "d"), ("incomplete", "d"), ("unverified", "a"), ("machine-text", "a"),
        ("machine-text", "b"),
    ]  # fmt: skip
    order = list(KINDS)
    assert all(order.index(a.kind) <= order.index(b.kind) for a, b in pairwise(found))


# --- Kept back -------------------------------------------------------------------------------------------


def read(confidence: float, words: int) -> Reading:
    some = tuple(Word("word", (0, 0, 9, 9), confidence, 0) for _ in range(words))
    return Reading("word " * words, some, ("eng",), "none", "1", {}, ((9, 9),))


@pytest.mark.parametrize(
    ("reading", "kept"),
    [(read(70, 25), False), (read(69.9, 25), True), (read(95, 24), True), (read(0, 0), True), (read(95, 300), False)],
)
def test_what_is_sure_and_long_enough_is_shown(reading: Reading, kept: bool) -> None:
    record = Clipping(id="a", title="A")
    assert kept_back(record, reading, OcrSettings()) == (
        Quarantined(reading.confidence, len(reading.words)) if kept else None
    )
    assert kept_back(record, reading, OcrSettings(quarantine=0, least_words=0)) is None


def test_where_a_person_typed_the_text_nothing_is_kept_back() -> None:
    record = Clipping(id="a", title="A", transcription="Words.")
    assert kept_back(record, read(3, 2), OcrSettings()) is None


# --- The whole way ---------------------------------------------------------------------------------------


def of(root: Path) -> list[Task]:
    settings, found = read_settings(root)
    assert settings, found
    return pipeline.survey(root, settings, TODAY).tasks


def test_a_text_that_may_make_a_person_known_comes_first_and_is_not_repeated(small_bank: Path) -> None:
    number = made.mobile(Random(1))
    add(small_bank, "content/case-studies/named.md", case("A case", f"Zubaida, aged 12. Ring {number}."))
    first = of(small_bank)[0]
    assert (first.kind, first.path) == ("identity", "content/case-studies/named.md")
    assert "Zubaida" not in first.why + first.todo
    assert number not in first.why + first.todo


@pytest.mark.slow
def test_the_public_page_counts_such_texts_and_leads_to_none(
    small_bank: Path, build: Callable[..., pipeline.Outcome]
) -> None:
    add(small_bank, "content/case-studies/named.md", case("A case", "Zubaida, aged 12, came first."))
    assert build(small_bank).site
    page = (small_bank / "site/review/index.html").read_text(encoding="utf-8")
    assert "Texts and pictures that may make a person known" in page
    assert "kb review --kind identity" in page
    assert "named" not in page
    assert not (small_bank / "site/review/identity.html").exists()


@pytest.mark.slow
def test_long_lists_go_on_and_end_with_the_command(small_bank: Path, build: Callable[..., pipeline.Outcome]) -> None:
    for n in range(45):
        text = case(f"Case {n:02}", more="verified: false\n")
        add(small_bank, f"content/case-studies/case-{n:02}.md", text)
    assert build(small_bank).site
    first = (small_bank / "site/review/index.html").read_text(encoding="utf-8")
    whole = (small_bank / "site/review/unverified.html").read_text(encoding="utf-8")
    assert first.count("case-studies/case-") == 2 * 4
    assert 'href="../review/unverified.html"' in first
    assert whole.count("case-studies/case-") == 2 * 30
    assert "kb review --kind unverified" in whole


@pytest.mark.slow
def test_what_is_stale_on_the_page_does_not_depend_on_the_clock(
    small_bank: Path, build: Callable[..., pipeline.Outcome]
) -> None:
    rows = "id,title,level,kind,regions,verified_on,sources,added\n"
    rows += "org-old,Old office,state,government,IN,2024-01-05,A notice,2026-01-05\n"
    rows += "org-new,New office,state,government,IN,2025-06-05,A notice,2026-01-05\n"
    add(small_bank, "content/directory/organisations.csv", rows)
    assert build(small_bank).site
    page = (small_bank / "site/review/index.html").read_text(encoding="utf-8")
    assert "Old office" in page
    assert "New office" not in page, "the newest record came in January 2026"
    assert {t.record for t in of(small_bank) if t.kind == "stale"} == {"org-old", "org-new"}


def test_every_kind_is_said_on_the_page_in_the_same_order() -> None:
    assert list(SAID) == list(KINDS)
