from __future__ import annotations

import pytest

from build_tools.checks import case_sections
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import case, said

ENGLISH = "## Why\n\n### More\n\n## What\n\n## How\n\n## Impact\n"
HINDI = "## क्यों\n\n## क्या\n\n## कैसे\n\n## असर\n"


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        ("Only words.", 1, 'no part "Why"'),
        (ENGLISH.replace("## Impact\n", ""), 1, 'no part "Impact"'),
        (ENGLISH.replace("Impact", "Results"), 16, '"Results" where "Impact" belongs'),
        ("## What\n\n## Why\n", 8, '"What" where "Why" belongs'),
        (ENGLISH + "\n## Thanks\n", 18, '"Thanks" too many'),
    ],
)
def test_parts_that_are_missing_or_in_disorder(bank: BankOf, body: str, line: int, message: str) -> None:
    [found] = said(case_sections, bank({"content/case-studies/x.md": case(body)}))
    assert (found.line, found.severity, found.subject) == (line, Severity.ERROR, "x.en")
    assert message in found.message
    assert "## Why, ## What, ## How, ## Impact" in found.hint


def test_hindi_has_its_own_words(bank: BankOf) -> None:
    [found] = said(case_sections, bank({"content/case-studies/x.hi.md": case(HINDI.replace("असर", "नतीजा"))}))
    assert '"असर"' in found.message


def test_in_other_languages_the_parts_are_counted(bank: BankOf) -> None:
    files = {"content/case-studies/x.ta.md": case(ENGLISH), "content/case-studies/y.ta.md": case("## One\n")}
    [found] = said(case_sections, bank(files))
    assert found.message == "has no part 2"
    assert "4 parts" in found.hint


def test_nothing_is_said_of_whole_case_studies(bank: BankOf) -> None:
    files = {"content/case-studies/x.md": case(ENGLISH), "content/case-studies/x.hi.md": case(HINDI)}
    assert said(case_sections, bank(files)) == []
