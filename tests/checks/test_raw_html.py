from __future__ import annotations

import pytest

from build_tools.checks import raw_html
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import dataset, guide, places, png, said


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<iframe src='https://example.org'></iframe>",
        '<meta http-equiv="refresh" content="0">',
        "<base href=/>",
        "<SVG/onload=alert(1)> <br/>",
        "a <b\nclass=x>word</b>",
        "<!-- hidden -->",
        "</p>",
        "[a](b.txt){: onclick='alert(1)'}",
        "words {style=position:fixed}",
        "words {#id .class}",
        "![<script>alert(1)</script>](a.png)",
        "## Head <i>ing</i>",
        "| <b>cell</b> |\n|---|",
    ],
)
def test_html_and_attribute_lists_in_a_text(bank: BankOf, text: str) -> None:
    found = said(raw_html, bank({"content/guides/x.md": guide("Before.\n\n" + text)}))
    assert places(found)[0] == ("x.md", 14)
    assert (found[0].severity, found[0].subject) == (Severity.ERROR, "x.en")
    assert "backticks" in found[0].hint


def test_html_in_fields_however_deep(bank: BankOf) -> None:
    steps = "\n  - title: Look\n    text: Look <b>hard</b>.\n    outcome: Seen."
    found = said(raw_html, bank({"content/guides/x.md": guide(title='"A <script>"', steps=steps)}))
    assert places(found) == [("x.md", 2), ("x.md", 9)]


def test_html_in_a_transcription_is_named_there(bank: BankOf) -> None:
    files: dict[str, str | bytes] = {
        "clippings/2019/x.png": png(800, 600),
        "clippings/2019/x.txt": "One\nTwo <script>\n",
    }
    [found] = said(raw_html, bank(files))
    assert (found.path, found.line, found.subject) == ("clippings/2019/x.txt", 2, "x.en")


def test_html_in_a_table_and_a_bibliography(bank: BankOf) -> None:
    files: dict[str, str | bytes] = {
        **dataset("year,depth,source\n2001,12,A\n2002,13,<b>A</b>\n"),
        "bibliography/a.bib": "@book{x2001,\n  title = {A <img src=x>},\n  year = {2001}\n}\n",
    }
    assert places(said(raw_html, bank(files))) == [("a.bib", 2), ("depths.csv", 3)]


def test_code_and_signs_are_no_html(bank: BankOf) -> None:
    text = "`<b>` and 3 < 4 > 2, a <3, {curly}, https://example.org/?a={b}\n\n    <i>code</i>\n\n<https://example.org/>"
    assert said(raw_html, bank({"content/guides/x.md": guide(text, sources='["A <https://example.org/a>"]')})) == []
