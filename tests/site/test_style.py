"""The style sheet: what pages can use stays, the rest does not travel."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from build_tools.site.style import combined, stylesheet, used

PAGE = '<main class="a b"><p id="top">x</p><input type="checkbox" hidden></main>'


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".a{color:red}", ".a{color:red}"),
        (".c{color:red}", ""),
        (".a,.c{color:red}", ".a{color:red}"),
        (".a .c{color:red}", ""),
        (".a:not(.c) > p:hover{color:red}", ".a:not(.c) > p:hover{color:red}"),
        (":is(.c,.b) p{color:red}", ":is(.c,.b) p{color:red}"),
        (":is(.c,.d) p{color:red}", ""),
        ("#top{color:red}#low{color:red}", "#top{color:red}"),
        ("video{color:red}", ""),
        ("[type=checkbox]{color:red}[type=radio]{color:red}", "[type=checkbox]{color:red}"),
        ("[hidden]{color:red}[open]{color:red}", "[hidden]{color:red}"),
        ("@media print{.a{color:red}.c{color:red}}@media screen{.c{color:red}}", "@media print{.a{color:red}}"),
        ("@keyframes turn{to{color:red}}@page{margin:1cm}", "@page {margin:1cm}"),
        (".a{-moz-color:red;color:blue!important}", ".a{color:blue!important}"),
        (":root,.a{--used:1;--spare:2;--deep:var(--used)}.b{margin:var(--deep)}.c{margin:var(--spare)}",
         ".a{--used:1;--deep:var(--used)}.b{margin:var(--deep)}"),
        ('.a::before{content:"; } .c{"}', '.a::before{content:"; } .c{"}'),
    ],
)  # fmt: skip
def test_only_what_a_page_can_use_is_kept(css: str, kept: str) -> None:
    assert combined(css, "", used(PAGE)).replace(":root,", "") == kept


def test_classes_in_template_expressions_count() -> None:
    found = used("""<ul class="{{ 'kb-letters' if axis in ('az',) else 'kb-choices' }}">""")
    assert {"kb-letters", "kb-choices"} <= found.classes


def test_it_is_small_and_named_by_its_content() -> None:
    name, text = stylesheet()
    assert len(gzip.compress(text.encode(), 9)) < 6_000
    assert re.fullmatch(r"kb\.[0-9a-f]{8}\.css", name)
    assert stylesheet(("ltr", "rtl"))[0] != name
    assert ".md-search" not in text, "Material's own search is not used"
    assert ".md-header" in text
    assert "url(" not in text, "nothing more is fetched"


def test_every_class_of_the_bank_has_a_use() -> None:
    """A rule for a class that neither a template nor the search can write is a rule that nobody deletes."""
    root = Path(__file__).parents[2] / "build_tools"
    css = (root / "theme/kb.css").read_text("utf-8")
    sources = [*(root / "theme").rglob("*.html"), *(root / "pages").rglob("*.html"), *(root / "pages").rglob("*.py")]
    text = "".join(f.read_text("utf-8") for f in (*sources, *(root / "search/client").glob("*.js")))
    wanted = set(re.findall(r"\.(kb-[\w-]+)", css))
    assert {name for name in wanted if name not in text and name.rpartition("--")[0] not in text} == set()
