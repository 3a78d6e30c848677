"""Faults 31 to 33: bibliographies that explode, never end, or hold commands; and what real reference managers write."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .banks import MARK, Built, build, copied, write
from .conftest import assert_unchanged

STRINGS = "".join(f"@string{{a{n} = a{n - 1} # a{n - 1}}}\n" for n in range(1, 40))
BOMB = (
    f"@string{{a0 = {{{MARK}}}}}\n{STRINGS}@report{{bomb2001, title = a39, year = {{2001}}, added = {{2026-01-01}}}}\n"
)


def entry(key: str, more: str = "", title: str = MARK) -> str:
    return f"@report{{{key}, title = {{{title}}}, year = {{2001}}, added = {{2026-01-01}}{more}}}\n"


REFUSED: dict[str, tuple[str, bytes]] = {
    "fault_31_doubling_abbreviations": ("bib-expansion", BOMB.encode()),
    "fault_32_entry_of_a_megabyte_that_never_ends": (
        "bib-syntax",
        (f"@report{{endless2001, title = {{{MARK} " + "It never ends. " * 70_000).encode(),
    ),
    "fault_33_input": ("bib-latex", entry("input2001", title=rf"{MARK} \input{{/etc/hostname}}").encode()),
    "fault_33_script_in_an_address": ("field-type", entry("url2001", ", url = {javascript:alert(1)}").encode()),
    "real_gbk": ("encoding", entry("gbk2001", title="书 " + MARK).encode("gbk")),
    "real_latin_1": ("encoding", entry("latin2001", title="café " + MARK).encode("latin-1")),
    "real_no_key": ("bib-key", entry("").encode()),
    "limit_of_size": ("file-too-large", b"% a comment\n" * 1_700_000),
}


def path_of(name: str) -> str:
    return f"bibliography/{name.replace('_', '-')}.bib"


@pytest.fixture(scope="module")
def built(baseline: Built, tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = copied(baseline.root, tmp_path_factory.mktemp("bibliography") / "bank")
    write(root, {path_of(name): data for name, (_code, data) in REFUSED.items()})
    return build(root)


@pytest.mark.parametrize(("name", "code"), [(n, c) for n, (c, _) in REFUSED.items()], ids=list(REFUSED))
def test_it_is_named_with_a_remedy(built: Built, name: str, code: str) -> None:
    remarks = built.remarks.get(path_of(name), [])
    assert code in [remark.code for remark in remarks], built.said[:20_000]
    assert all(remark.message and remark.hint for remark in remarks)


def test_faults_31_to_33_leave_the_site_as_it_is(built: Built, baseline: Built) -> None:
    built.assert_bounded()
    assert_unchanged(built, baseline)


JABREF = "@comment{jabref-meta: groupstree:\n0 AllEntriesGroup:;\n1 StaticGroup:Wells\\;0\\;1\\;\\;\\;\\;;\n}\n"
REAL = (
    JABREF
    + "".join(f"@string{{pub{n} = {{Publisher {n}}}}}\n" for n in range(10_000))
    + entry("strings2001", ", institution = pub9999", title="A report of a house with many abbreviations")
    + entry("twice2001", title="The first of two")
    + entry("twice2001", title="The second of two")
    + "@report{part2002, title = {A part}, crossref = {whole2002}, added = {2026-01-01}}\n"
    + "@report{whole2002, title = {A whole}, year = {2002}, institution = {A House}, added = {2026-01-01}}\n"
    + entry("accents2003", r", author = {G{\"o}del, Kurt and Erd{\H o}s, P{\'a}l}", title=r"Na{\"\i}vet{\'e}")
    + "@report{years2019, title = {Of two years}, year = {2019/2020}, added = {2026-01-01}}\n"
    + "@report{nodate, title = {Without a date}, year = {n.d.}, added = {2026-01-01}}\n"
)


@pytest.fixture(scope="module")
def real(baseline: Built, tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = copied(baseline.root, tmp_path_factory.mktemp("real") / "bank")
    write(root, {"bibliography/real.bib": REAL.encode()})
    return build(root)


@pytest.mark.parametrize(
    ("identity", "words"),
    [
        ("strings2001", ["many abbreviations", "Publisher 9999"]),
        ("twice2001", ["The first of two"]),
        ("part2002", ["A part", "2002", "A House"]),
        ("whole2002", ["A whole"]),
        ("accents2003", ["Naïveté", "Gödel", "Erdős"]),
        ("years2019", ["Of two years", "2019"]),
        ("nodate", ["Without a date"]),
    ],
)
def test_no_entry_of_a_real_file_is_lost(real: Built, identity: str, words: list[str]) -> None:
    page = (real.root / "site" / f"publications/{identity}.html").read_text("utf-8")
    text = re.sub(r"<[^>]+>", "", page)
    assert [word for word in words if word not in text] == [], real.said


def test_the_second_of_two_with_one_key_is_named(real: Built) -> None:
    real.assert_bounded()
    codes = [remark.code for remark in real.remarks["bibliography/real.bib"]]
    assert codes == ["bib-duplicate-key"], real.said
    assert all(b"The second of two" not in file.read_bytes() for file in Path(real.root / "site").rglob("*.html"))


def test_records_that_name_none_of_them_stay_as_they_are(real: Built, baseline: Built) -> None:
    for page in ("about.html", "guides/save-rain-water.html", "case-studies/school-garden.html"):
        assert real.site[page] == baseline.site[page]
