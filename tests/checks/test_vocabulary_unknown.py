from __future__ import annotations

from build_tools.checks import vocabulary_unknown
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import guide, law, places, png, said


def test_unknown_words_are_named_with_what_was_meant(bank: BankOf) -> None:
    text = guide(themes="[rain, wels]", occupations="diging", regions="\n  - IN\n  - IN-RJ/jaypur")
    found = said(vocabulary_unknown, bank({"content/guides/x.md": text}))
    assert places(found) == [("x.md", 11), ("x.md", 12), ("x.md", 15)]
    assert ['"wells"' in found[0].hint, '"digging"' in found[1].hint, '"IN-RJ/jaipur"' in found[2].hint] == [True] * 3
    assert {(d.severity, d.subject) for d in found} == {(Severity.ERROR, "x.en")}


def test_a_word_like_no_other_is_shown_where_the_words_are(bank: BankOf) -> None:
    [found] = said(vocabulary_unknown, bank({"content/guides/x.md": guide(themes="astronomy")}))
    assert "Did you mean" not in found.hint
    assert "content/vocabulary/themes.yml" in found.hint


def test_norway_is_a_place_and_no_truth_value(bank: BankOf) -> None:
    [found] = said(vocabulary_unknown, bank({"content/guides/x.md": guide(regions="[NO]")}))
    assert '"NO"' in found.message


def test_the_jurisdiction_of_a_law_is_a_place(bank: BankOf) -> None:
    [found] = said(vocabulary_unknown, bank({"content/laws/x.md": law(jurisdiction="IN-ZZ")}))
    assert found.line == 8


def test_words_of_the_bibliography(bank: BankOf) -> None:
    entry = "@book{x2001,\n  title = {X},\n  year = {2001},\n  material = {boook},\n  themes = {rain, wels}\n}\n"
    found = said(vocabulary_unknown, bank({"bibliography/a.bib": entry}))
    assert places(found) == [("a.bib", 4), ("a.bib", 5)]


def test_faults_of_form_are_left_to_another_rule(bank: BankOf) -> None:
    assert said(vocabulary_unknown, bank({"content/guides/x.md": guide(themes="[Dry Land]", regions="Atlantis")})) == []


def clipping(newspaper: str) -> dict[str, str | bytes]:
    return {"clippings/2019/x.png": png(800, 600), "clippings/2019/x.yml": f"title: X\nnewspaper: {newspaper}\n"}


def test_a_newspaper_may_be_named_as_printed_with_a_notice(bank: BankOf) -> None:
    [found] = said(vocabulary_unknown, bank(clipping("The Hill Times")))
    assert (found.line, found.severity) == (2, Severity.NOTICE)
    assert "newspapers.csv" in found.hint


def test_what_looks_like_the_id_of_a_newspaper_must_be_one(bank: BankOf) -> None:
    [found] = said(vocabulary_unknown, bank(clipping("valey-post")))
    assert found.severity is Severity.ERROR
    assert '"valley-post"' in found.hint


def test_a_specimen_stands_for_no_newspaper(bank: BankOf) -> None:
    assert said(vocabulary_unknown, bank(clipping("The Specimen Times\nspecimen: true"))) == []


def test_a_listed_newspaper_may_be_named_by_id_or_name(bank: BankOf) -> None:
    for name in ("valley-post", "The Valley Post", "घाटी समाचार"):
        assert said(vocabulary_unknown, bank(clipping(name))) == []
