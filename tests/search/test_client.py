"""The scripts that travel: old syntax, nothing evaluated, no markup made from text, every word translated."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from calmjs.parse import es5
from calmjs.parse.asttypes import DotAccessor, Identifier, NewExpr
from calmjs.parse.exceptions import ECMASyntaxError
from calmjs.parse.walkers import Walker

from build_tools import alphabet
from build_tools.pages.words import translations
from build_tools.search import index, layout, postings
from build_tools.search.client import AXES, FOLDER, WORDS, client_script, start_script

SOURCES = sorted(FOLDER.glob("*.js"))


@pytest.mark.parametrize("file", SOURCES, ids=lambda f: f.name)
def test_scripts_are_ecmascript_5_and_evaluate_nothing(file: Path) -> None:
    tree = es5(file.read_text(encoding="utf-8"))
    names = {node.value for node in Walker().filter(tree, lambda n: isinstance(n, Identifier))}
    assert names.isdisjoint(
        {"eval", "Function", "XMLHttpRequest", "fetch", "Worker", "WebAssembly", "Promise", "Map", "Set"}
    )
    used = {n.identifier.value for n in Walker().filter(tree, lambda n: isinstance(n, DotAccessor))}
    assert used.isdisjoint(
        {"innerHTML", "outerHTML", "insertAdjacentHTML", "write", "writeln", "includes", "startsWith"}
    )
    assert not list(Walker().filter(tree, lambda n: isinstance(n, NewExpr)))


@pytest.mark.parametrize("text", ["let a = 1;", "var f = () => 1;", "`${a}`;", "class A {}"])
def test_the_parser_would_refuse_newer_syntax(text: str) -> None:
    with pytest.raises(ECMASyntaxError):
        es5(text)


@pytest.mark.parametrize(
    "script", [start_script(), client_script("en"), client_script("hi")], ids=["start", "en", "hi"]
)
def test_what_is_published_still_parses(script: str) -> None:
    es5(script)


def test_scripts_stay_small() -> None:
    assert len(gzip.compress(start_script().encode(), 9)) < 650
    assert len(gzip.compress(client_script("hi").encode(), 9)) < 8_500


def test_every_word_is_used_and_translated() -> None:
    source = (FOLDER / "search.js").read_text(encoding="utf-8")
    assert set(re.findall(r"WORDS\.(\w+)", source)) == {*WORDS, "axes", "types"}
    for text in (*WORDS.values(), *AXES.values()):
        assert translations("hi").gettext(text) != text


def test_a_word_cannot_break_out_of_the_script(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(WORDS, "more", '");alert(1);("</script>')
    es5(client_script("en"))
    assert '\\");alert(1);(\\"' in client_script("en")


def test_the_client_reads_the_format_that_is_written() -> None:
    source = (FOLDER / "search.js").read_text(encoding="utf-8")
    written = {
        "FORMAT": index.FORMAT,
        "HASH": layout.HASH,
        "SHELF": index.SHELF,
        "POSITION_BITS": postings.SENTENCE_BITS + postings.PLACE_BITS,
        "LONG": postings.LONG,
        "LEVEL_BITS": postings.LEVEL_BITS,
        "USUAL": postings.USUAL,
        "LONGEST": alphabet.LONGEST,
    }
    assert {
        name: int(value) for name, value in re.findall(r"^ +([A-Z_]+) = (\d+)", source, re.M) if name in written
    } == written
