# ruff: noqa: E501  (pieces of hostile texts are best read beside each other)
"""Rendering one record as the build does, and judging the page as the verifier does, without a whole build."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from functools import cache

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from build_tools.catalogue import Catalogue, Entry
from build_tools.model import Reading, Vocabulary
from build_tools.pages.citations import Citer
from build_tools.pages.records import record_pages
from build_tools.pages.writer import Page, Published, Writer
from build_tools.settings import Settings
from build_tools.sources.draft import Draft
from build_tools.verify import lists
from build_tools.verify.findings import Finding
from build_tools.verify.pages import page_faults

FUZZ = int(os.environ.get("KB_FUZZ", "0"))
"""How many times as many cases as in the tests of every day, drawn anew each time; 0: the fixed ones."""

_WORDS = """
    < > </ /> <script> </script> <svg <math> <style> <img <a <b> <!-- --> --!> ]]> <![CDATA[ <? ?> </title> <template> <p/
    onerror= onload=1 style= href= src= srcdoc= x=y javascript: java&#9;script: vbscript: data:text/html, file:/// // \\\\
    https://x.example http://x.example/" mailto: kb-file: kb-cite: kb-link: kb-file:a.txt &#106; &#x6a &lt; &amp; &colon; &quot; & ; #
    [ ] ( ) ]( ![ [[ ]] [@ [x](y) ![x](y.png) [x][r] [r]: <x> {: {# { } {{ }} {% %} ` ``` ~~~ * ** _ ~~ | |- - 1. > = + @ $ %
    " ' \\ \\" a b word दो क्षे x y
"""
PIECES = [*_WORDS.split(), " ", "  ", "\n", "\n\n", "\t", "    ", "\u2028", "\u00a0", "\u200d", "\ufffd", "\n# ", "\n- ", "\n> ", "\n|a|b|\n|-|-|\n|"]  # fmt: skip
HOSTILE = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join)
TEXT = st.one_of(HOSTILE, HOSTILE, HOSTILE, st.text(max_size=60))


def cases(count: int) -> settings:
    """So many cases: the same ones in every run, or, where ``KB_FUZZ`` is set, that many times as many new ones."""
    quiet = [HealthCheck.too_slow, HealthCheck.data_too_large]
    return settings(
        max_examples=count * (FUZZ or 1),
        deadline=None,
        derandomize=not FUZZ,
        suppress_health_check=quiet,
        database=None,
    )


@cache
def _writer() -> Writer:
    return Writer(
        Catalogue({}, Vocabulary()), Settings(site_name="A bank"), Citer("apa"), Published({"files/guides/a.txt": 9})
    )


def pages_of(draft: Draft, reading: Reading | None = None) -> list[Page]:
    """The pages of one record, written by the functions that write all pages; none when it is no sound record."""
    if draft.record is None:
        return []
    entry = Entry(draft.record, draft.ref, draft.body, (), draft.scan, reading)
    writer = _writer()
    writer.catalogue = Catalogue({draft.uid: entry}, Vocabulary())
    for environment in writer.environments.values():
        environment.globals["cat"] = writer.catalogue
    return list(record_pages(writer, entry))


def whole(page: Page) -> str:
    """A page as the theme makes it: title and description in the head as they are, the carried block opened."""
    _, head, body = page.markdown.split("---\n", 2)
    fields = {name: json.loads(value) for name, _, value in (row.partition(": ") for row in head.splitlines())}
    block = body.strip()
    assert block.startswith("<!--kb ")
    assert block.endswith("-->")
    assert block.count("-->") == 1, "the block would end before its end"
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{lists.POLICY}">'
        f'<meta name="description" content="{fields.get("description", "")}"><title>{fields["title"]}</title></head>\n'
        f'<body><article id="content">{block[7:-3]}</article></body></html>'
    )


def faults(pages: Sequence[Page]) -> list[Finding]:
    return [fault for page in pages for fault in page_faults(whole(page).encode(), page.path)]
