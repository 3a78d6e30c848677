from __future__ import annotations

import pytest

from build_tools.checks import link_scheme
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import guide, said


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("[a](javascript:alert(1))", "javascript"),
        ("[a](JaVaScRiPt:alert(1))", "javascript"),
        ("[a](&#106;avascript:alert(1))", "javascript"),
        ("[a](java&#9;script:alert(1))", "javascript"),
        ("[a](java&NewLine;script:alert(1))", "javascript"),
        ("[a](javascript&colon;alert(1))", "javascript"),
        ("[a](<\x20javascript:alert(1)>)", "javascript"),
        ("[a](javascript%3Aalert(1))", "javascript"),
        ("<vbscript:a>", "vbscript"),
        ("[a](file:///etc/hosts)", "file"),
        ("[a][b]\n\n[b]: data:text/html,x", "data"),
        ("![a](data:image/svg+xml,x)", "data"),
        ("[a](kb-file:x)", "kb-file"),
    ],
)
def test_an_address_that_can_do_harm(bank: BankOf, text: str, scheme: str) -> None:
    [found] = said(link_scheme, bank({"content/guides/x.md": guide("Before.\n\n" + text)}))
    assert (found.line, found.severity, found.subject) == (14, Severity.ERROR, "x.en")
    assert f'"{scheme}:"' in found.message
    assert "https://" in found.hint


def test_addresses_that_readers_can_use(bank: BankOf) -> None:
    text = (
        "[a](https://example.org/) [b](mailto:office@example.org) [c](tel:1098) [d](//example.org) <http://example.org>"
    )
    assert said(link_scheme, bank({"content/guides/x.md": guide(text)})) == []
