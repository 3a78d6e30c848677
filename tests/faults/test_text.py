"""Texts that a volunteer could send to harm readers, by their numbers in the list of faults (14 to 20).

Each is sent twice: with the rules, which keep the record off the site, name file and line, and leave every other
page byte for byte as it was; and in a bank whose rules are blind, where what is published still does nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from build_tools import pipeline, scaffold
from build_tools.diagnostics import Severity
from build_tools.settings import read_settings
from build_tools.sources.bank import read_bank
from tests.conftest import TODAY, add, case, digests


@dataclass(frozen=True)
class Fault:
    """A record of the list: what is sent, which code names it, and on which lines of the file."""

    text: str = "Text."
    title: str = "A case"
    more: str = ""
    code: str = "raw-html"
    lines: tuple[int, ...] = (17,)


FAULTS: Mapping[str, Fault] = {
    "14-script": Fault("<script>window.ran=1</script>"),
    "14-iframe": Fault('<iframe src="https://x.example"></iframe>'),
    "14-refresh": Fault('<meta http-equiv="refresh" content="0;url=https://x.example">'),
    "14-base": Fault('<base href="https://x.example/">'),
    "15-javascript": Fault("[x](javascript:window.ran=1)", code="link-scheme"),
    "15-entities": Fault("[x](&#106;avascript&colon;window.ran=1)", code="link-scheme"),
    "15-tabs": Fault("[x](java&#9;script:window.ran=1)", code="link-scheme"),
    "15-vbscript": Fault("[x](vbscript:x)", code="link-scheme"),
    "15-data": Fault("[x](data:text/html,x)", code="link-scheme"),
    "16-onerror": Fault('![x](x.png){: onerror="window.ran=1" }'),
    "16-onclick": Fault("[x](y.txt){onclick=window.ran=1}"),
    "17-style": Fault('<div style="position:fixed;inset:0;background:#fff">Sign in</div>'),
    "17-style-list": Fault('Words {: style="position:fixed;inset:0" }'),
    "17-style-element": Fault("<style>body{display:none}</style>"),
    "18-title": Fault(title="A <script>window.ran=1</script> case", lines=(2,)),
    "18-title-end": Fault(title="A </title><img src=x onerror=window.ran=1> case", lines=(2,)),
    "18-description": Fault(more="summary: A <script>window.ran=1</script> case\n", lines=(9,)),
    "19-alternative": Fault("![<script>window.ran=1</script>](x.png)"),
    "20-tracking": Fault("![x](https://x.example/pixel.png)", code="image-external"),
    "20-tracking-no-scheme": Fault("![x](//x.example/pixel.png)", code="image-external"),
}


def bank(root: Path, fault: Fault | None) -> Path:
    assert not isinstance(scaffold.new_bank(root), str)
    for file in ("x.png", "y.txt"):
        add(root, f"content/case-studies/{file}", "x")
    Image.new("RGB", (30, 30)).save(root / "content/case-studies/x.png")
    if fault:
        add(root, "content/case-studies/hostile.md", case(fault.title, fault.text, fault.more))
    return root


def run(root: Path) -> pipeline.Outcome:
    settings, _ = read_settings(root)
    assert settings is not None
    return pipeline.build(root, settings, pipeline.Options(root / "site"), TODAY)


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The site without any hostile record."""
    outcome = run(bank(tmp_path_factory.mktemp("clean") / "bank", None))
    assert outcome.site
    return digests(outcome.site)


@pytest.mark.parametrize("name", FAULTS)
def test_the_record_is_named_and_nothing_of_it_is_published(tmp_path: Path, name: str) -> None:
    fault = FAULTS[name]
    root = bank(tmp_path / "bank", fault)
    settings, _ = read_settings(root)
    assert settings is not None
    _bank, found = pipeline.inspect(root, settings, TODAY)
    errors = [d for d in found if d.severity is Severity.ERROR]
    lines = tuple(d.line for d in errors if d.code == fault.code)
    assert lines == tuple(n + fault.more.count("\n") * (n > 9) for n in fault.lines), errors
    assert {(d.path, d.subject) for d in errors} == {("content/case-studies/hostile.md", "hostile.en")}
    assert all(d.hint for d in errors)


@pytest.mark.slow
def test_every_other_page_is_as_it_was(tmp_path: Path, clean: dict[str, str]) -> None:
    """All of them at once: each is left out, and no byte of the site differs from the one without them."""
    root = bank(tmp_path / "bank", None)
    for name, fault in FAULTS.items():
        add(root, f"content/case-studies/hostile-{name}.md", case(fault.title, fault.text, fault.more))
    outcome = run(root)
    assert outcome.site
    assert digests(outcome.site) == clean


# --- Behind the rules ---


class Page(HTMLParser):
    def __init__(self, file: Path) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words = ""
        self.feed(file.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.words += data

    def runs(self) -> list[tuple[str, dict[str, str]]]:
        """What on the page could run, lay itself over it, or ask another host."""
        return [(tag, attributes) for tag, attributes in self.tags if _dangerous(tag, attributes)]


def _dangerous(tag: str, attributes: dict[str, str]) -> bool:
    if tag in ("iframe", "object", "embed", "base", "style", "frame", "template"):
        return True
    if tag == "script":
        return not re.fullmatch(r"(\.\./)*search/start\.js", attributes.get("src", ""))
    if tag == "meta" and attributes.get("http-equiv", "Content-Security-Policy") != "Content-Security-Policy":
        return True
    loads = [attributes[name] for name in ("src", "srcset") if name in attributes]
    scheme = re.match(r"\s*(javascript|vbscript|data|file|blob):", attributes.get("href", ""), re.I)
    handlers = [name for name in attributes if name.startswith("on") or name == "style"]
    return bool(scheme or handlers or any(re.match(r"\s*([a-z]+:|//)", address, re.I) for address in loads))


@pytest.mark.slow
def test_what_the_rules_would_miss_does_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = bank(tmp_path / "bank", None)
    for name, fault in FAULTS.items():
        add(root, f"content/case-studies/hostile-{name}.md", case(fault.title, fault.text, fault.more))
    monkeypatch.setattr(pipeline, "inspect", lambda root, settings, today: (read_bank(root, settings), []))
    outcome = run(root)
    assert outcome.site
    for name in FAULTS:
        page = Page(outcome.site / f"case-studies/hostile-{name}.html")
        assert page.runs() == [], name
    titled = Page(outcome.site / "case-studies/hostile-18-title.html")
    assert titled.words.count("A <script>window.ran=1</script> case") >= 2


def test_the_judge_of_these_tests_sees_what_runs(tmp_path: Path) -> None:
    for tag in ("<script>", "<base>", "<a href=' javascript:0'>", "<img src=//x>", "<p onclick=0>", "<p style=x>"):
        assert Page(add(tmp_path, "x.html", tag)).runs(), tag


# --- 19: read from a real scan ---


def _typeset(file: Path, *lines: str) -> None:
    image = Image.new("L", (1500, 160 * len(lines) + 160), 255)
    font = ImageFont.load_default(64)
    for number, line in enumerate(lines):
        ImageDraw.Draw(image).text((60, 80 + 160 * number), line, 0, font)
    file.parent.mkdir(parents=True, exist_ok=True)
    image.save(file)


@pytest.mark.slow
def test_19_a_script_in_a_scan(small_bank: Path, build: Callable[..., pipeline.Outcome]) -> None:
    """The real Tesseract reads the tag, and the page shows it as letters."""
    _typeset(
        small_bank / "clippings/2019/x.png", "The council met on Monday.", "<script>alert(1)</script>", "It rained."
    )
    with (small_bank / "mkdocs.yml").open("a") as file:
        file.write("    ocr: {quarantine: 0, least_words: 0}\n")
    outcome = build(small_bank)
    assert outcome.site
    assert outcome.counts.scans == 1
    page = Page(outcome.site / "clippings/x.html")
    assert "<script>" in page.words
    assert page.runs() == []
