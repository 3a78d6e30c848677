from __future__ import annotations

import pytest

from build_tools.checks import file_content
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import dataset, kit, places, png, said

TOOL = "[{{title: A form, file: {}}}]"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"<html>"), ("a.PNG", b"<svg/>"), ("a.jpg", png(1, 1)), ("a.docx", b"MZ"), ("a.doc", b"PK\3\4"),
        ("a.txt", b" \n<!DOCTYPE html>"), ("a.md", b"<script>"), ("a.txt", "é".encode("latin-1")), ("a.txt", b"a\0"),
        ("a.csv", b"a,b\n1,=1+1\n"), ("a.csv", b'a,"@SUM(1)"\n'), ("a.csv", b"a\n-2+3+cmd\n"), ("a.csv", b"\t=1\n"),
        ("a.pdf", b""),
    ],
)  # fmt: skip
def test_what_is_not_handed_on(bank: BankOf, name: str, content: bytes) -> None:
    files = {"content/toolkits/kit-x.md": kit(TOOL.format(name)).encode(), f"content/toolkits/{name}": content}
    [found] = said(file_content, bank(files))
    assert "names the file " in found.message
    assert (found.severity, found.subject) == (Severity.ERROR, "kit-x.en")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.7"), ("a.png", png(1, 1)), ("a.xlsx", b"PK\3\4"), ("a.webp", b"RIFF\0\0\0\0WEBP"),
        ("a.txt", "कुआँ < 3 m".encode()), ("a.csv", "\ufeffa,b\n-3.5,+91 11 2345\n- ,a=b\n@rao1991,x\n".encode()),
        ("a.txt", b""),
    ],
)  # fmt: skip
def test_what_is_right(bank: BankOf, name: str, content: bytes) -> None:
    files = {"content/toolkits/kit-x.md": kit(TOOL.format(name)).encode(), f"content/toolkits/{name}": content}
    assert said(file_content, bank(files)) == []


def test_a_formula_in_a_dataset_names_its_line(bank: BankOf) -> None:
    table = 'year,depth,source\n2001,-12,"A record,\nlong"\n2002,13,+HYPERLINK(A1)\n'
    [found] = said(file_content, bank(dataset(table)))
    assert places([found]) == [("depths.csv", 4)]
    assert found.subject == "depths.en"
