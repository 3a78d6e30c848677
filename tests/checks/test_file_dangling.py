from __future__ import annotations

from build_tools.checks import file_dangling
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import guide, kit, places, said


def test_files_and_pictures_that_are_not_there(bank: BankOf) -> None:
    text = guide("![A map](map.png)\n[a list](list.txt#top)", files='[{title: A form, file: "../from.txt"}]')
    files = {"content/guides/x.md": text, "content/guides/list.txt": "a", "content/form.txt": "b"}
    found = said(file_dangling, bank(files))
    assert places(found) == [("x.md", 11), ("x.md", 13)]
    assert 'Did you mean "../form.txt"?' in found[0].hint
    assert {(d.severity, d.subject) for d in found} == {(Severity.ERROR, "x.en")}


def test_the_form_of_a_toolkit(bank: BankOf) -> None:
    [found] = said(file_dangling, bank({"content/toolkits/kit-x.md": kit("[{title: A form, file: Form.pdf}]")}))
    assert 'names the file "Form.pdf"' in found.message
    assert "capital and small letters" in found.hint


def test_a_link_to_nothing(bank: BankOf) -> None:
    assert len(said(file_dangling, bank({"content/guides/x.md": guide("[here]()")}))) == 1


def test_what_is_there_or_elsewhere_is_not_missed(bank: BankOf) -> None:
    text = guide("[a](a%20list.txt) [web](https://example.org/) [top](#top) `[x](y.txt)`")
    assert said(file_dangling, bank({"content/guides/x.md": text, "content/guides/a list.txt": "a"})) == []
