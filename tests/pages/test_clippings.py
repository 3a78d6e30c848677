"""Clippings on the site: who vouches for a text, what is kept back, what is handed on as a file, and what survives."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from build_tools import pipeline, scaffold
from build_tools.catalogue import Catalogue
from build_tools.model import Reading
from build_tools.ocr import Unread, probe
from build_tools.search.documents import documents
from build_tools.settings import Settings, read_settings
from tests.conftest import FLAGSHIP, TODAY, add
from tests.ocr import fake_tesseract
from tests.ocr.specimen_texts import SPECIMENS
from tests.specimens import true_text

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(isinstance(probe(("eng", "hin")), Unread), reason="Tesseract with eng and hin is not installed"),
]

SCANS = {
    "corrected": "2026/specimen-jaipur-convictions.jpg",
    "unsigned": "2026/specimen-clm-phases.jpg",
    "machine": "2020/specimen-cacl-webinar.jpg",
    "long": "2026/specimen-school-drive.jpg",
    "gone": "2026/specimen-school-drive.jpg",
}
FIRST = "From none to thirteen, a person typed."
HINDI = " ".join(true_text(spec) for spec in SPECIMENS if spec.language == "hi").split()
LONG = " ".join(Random(1).choices(HINDI, k=3_500))
ENDINGS = ("txt", "json", "alto.xml", "machine.txt")


def settings_of(root: Path) -> Settings:
    settings, found = read_settings(root)
    assert settings, found
    return settings


def run(root: Path) -> Path:
    outcome = pipeline.build(root, settings_of(root), pipeline.Options(root / "site"), TODAY)
    assert outcome.site, outcome
    return outcome.site


def drawn(*rows: str) -> Image.Image:
    page = Image.new("L", (1000, 100 * len(rows) + 80), 255)
    for at, row in enumerate(rows):
        ImageDraw.Draw(page).text((40, 40 + 100 * at), row, fill=0, font=ImageFont.load_default(48))
    return page


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starting bank with a clipping in every state."""
    bank = tmp_path_factory.mktemp("clippings") / "bank"
    assert not isinstance(scaffold.new_bank(bank), str)
    settings = bank / "mkdocs.yml"
    settings.write_text("repo_url: https://forge.example/bank\n" + settings.read_text("utf-8"), "utf-8")
    folder = bank / "clippings/2019"
    folder.mkdir(parents=True)
    for name, scan in SCANS.items():
        shutil.copyfile(FLAGSHIP / "clippings" / scan, folder / f"{name}.jpg")
    with Image.open(FLAGSHIP / "clippings/2026/specimen-hi-ghar-wapasi.jpg") as good:
        good.filter(ImageFilter.GaussianBlur(3.5)).save(folder / "kept.jpg")
    drawn("The girl Zubaida, aged 12, worked", "in a mill and later went to school.").save(folder / "named.png")
    signed = "transcribed: {by: A Reader, date: 2026-01-31}\nchecked: {by: Another Reader, date: 2026-02}\n"
    add(bank, "clippings/2019/corrected.yml", f"title: Corrected\n{signed}")
    add(bank, "clippings/2019/corrected.txt", f"{FIRST}\n\nWord that no machine read: quokka.\n")
    add(bank, "clippings/2019/unsigned.txt", "Typed by nobody knows whom.\n")
    add(bank, "clippings/2019/long.yml", "title: Long\nlanguage: hi\nidentity_review: [A Reader, Another]\n")
    add(bank, "clippings/2019/long.txt", LONG)
    add(bank, "clippings/2019/kept.yml", "title: A cutting\nidentity_review: [A Reader, Another]\n")
    add(bank, "content/withdrawn.csv", "id,date,reason\ngone,2026-11-01,At the request of the author\n")
    add(bank, "clippings/2019/gone.yml", "title: Gone\n")
    return bank


@pytest.fixture(scope="module")
def site(root: Path) -> Path:
    return run(root)


@pytest.fixture(scope="module")
def readings(root: Path, site: Path) -> dict[str, Reading | Unread]:
    """By the name of the scan without its ending; from the cache."""
    bank, _found = pipeline.inspect(root, settings_of(root), TODAY)
    found = pipeline.read(bank, bank.drafts, settings_of(root))
    return {Path(path).stem: reading for path, reading in found.items()}


@pytest.fixture(scope="module")
def catalogue(root: Path, site: Path) -> Catalogue:
    settings = settings_of(root)
    bank, diagnostics = pipeline.inspect(root, settings, TODAY)
    return pipeline.shown(bank, settings, diagnostics, pipeline.read(bank, bank.drafts, settings))


def page(site: Path, name: str) -> str:
    return (site / f"clippings/{name}.html").read_text(encoding="utf-8")


def texts(site: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(site.rglob("*")):
        if file.suffix in (".html", ".js", ".xml", ".json", ".txt", ".md"):
            yield file.relative_to(site).as_posix(), file.read_text(encoding="utf-8")


def test_a_page_says_who_vouches_for_its_text(site: Path) -> None:
    corrected = page(site, "corrected")
    assert "Corrected by A Reader, 31 January 2026." in corrected
    assert "Checked by a second reader, Another Reader, February 2026." in corrected
    assert corrected.index(FIRST) < corrected.index("What the program read") < corrected.index("kb-scan")
    unsigned = page(site, "unsigned")
    assert "Corrected by a person; by whom is not known." in unsigned
    assert "No second reader has checked it yet." in unsigned
    machine = page(site, "machine")
    assert "read from the scan by a program and has not been checked by a person" in machine
    assert "Corrected by" not in machine


def test_a_page_leads_to_the_file_in_which_its_text_is_corrected(site: Path) -> None:
    new = 'href="https://forge.example/bank/new/main/clippings/2019?filename={}.txt"'
    assert new.format("machine") in page(site, "machine")
    assert new.format("kept") in page(site, "kept")
    assert 'href="https://forge.example/bank/edit/main/clippings/2019/unsigned.txt"' in page(site, "unsigned")
    assert "edit/main/clippings/2019/corrected.txt" not in page(site, "corrected"), "two people have read it"


def test_differences_are_closed_marked_and_said_in_columns(site: Path, readings: dict[str, Reading | Unread]) -> None:
    """Nothing in them depends on colour: the columns are named, and both marks are lines as well."""
    corrected = page(site, "corrected")
    [block] = re.findall(r'<details class="kb-diff">.*?</details>', corrected, re.S)
    assert '<th scope="col">The program read</th><th scope="col">The person wrote</th>' in block
    assert "<ins>" in block
    assert "quokka." in block
    assert "<del>" in block
    assert "<details open" not in corrected
    sheet = next((site / "assets").glob("*.css")).read_text()
    assert re.search(r"del[^{}]*\{[^}]*line-through", sheet)
    assert re.search(r"ins[^{}]*\{[^}]*underline", sheet)


def test_both_texts_are_found_by_the_search(catalogue: Catalogue, readings: dict[str, Reading | Unread]) -> None:
    [found] = [d for d in documents(catalogue) if d.id == "corrected"]
    by_kind = {field.kind: field.text for field in found.fields if field.text}
    reading = readings["corrected"]
    assert isinstance(reading, Reading)
    assert by_kind["machine"] == reading.text
    assert any("quokka" in field.text and field.kind == "body" for field in found.fields)


def test_a_reading_that_is_kept_back_is_nowhere(
    site: Path, catalogue: Catalogue, readings: dict[str, Reading | Unread]
) -> None:
    reading = readings["kept"]
    assert isinstance(reading, Reading)
    assert reading.confidence < 70
    assert len(reading.words) > 25
    told = page(site, "kept")
    assert "could not read enough of this scan" in told
    assert f"{len(reading.words)} words, {int(reading.confidence)} % sure" in told
    assert "scans/kept.640.webp" in told
    words = reading.text.split()
    runs = {" ".join(words[n : n + 3]) for n in range(len(words) - 2) if sum(map(len, words[n : n + 3])) > 6}
    assert len(runs) > 20
    held = {path for path, text in texts(site) if any(run in " ".join(text.split()) for run in runs)}
    assert held == set()
    [found] = [d for d in documents(catalogue) if d.id == "kept"]
    said = {word for field in found.fields for word in field.text.split()}
    assert said <= {"A", "cutting", "2019"}
    entry = catalogue.entries["kept.en"]
    assert entry.reading is None
    assert [label for label in entry.labels if label.axis in ("themes", "occupations", "regions")] == []


def test_it_stands_in_the_list_of_what_needs_a_person(root: Path, site: Path) -> None:
    found = {(t.kind, t.record) for t in pipeline.survey(root, settings_of(root), TODAY).tasks}
    assert {
        ("identity", "named"), ("quarantined", "kept"), ("second-reader", "unsigned"), ("machine-text", "machine"),
    } <= found  # fmt: skip
    assert not {kind for kind, record in found if record == "corrected"} & {"second-reader", "machine-text"}
    listed = (site / "review/index.html").read_text(encoding="utf-8")
    assert 'href="../clippings/kept.html"' in listed
    assert "named" not in listed


@pytest.mark.parametrize(
    ("name", "endings"),
    [
        ("machine", {"txt", "json", "alto.xml"}),
        ("corrected", {"txt", "json", "alto.xml", "machine.txt"}),
        ("kept", set()),
        ("named", set()),
        ("gone", set()),
    ],
)
def test_a_text_is_handed_on_as_files_unless_it_may_not_be_shown(site: Path, name: str, endings: set[str]) -> None:
    there = {ending for ending in ENDINGS if (site / f"scans/{name}.{ending}").exists()}
    assert there == endings
    shown = page(site, name)
    assert {ending for ending in ENDINGS if f'href="../scans/{name}.{ending}" download' in shown} == endings
    if name in ("named", "gone"):
        assert list((site / "scans").glob(f"{name}.*")) == []


def test_files_say_what_the_page_says(site: Path, readings: dict[str, Reading | Unread]) -> None:
    reading = readings["corrected"]
    assert isinstance(reading, Reading)
    assert (site / "scans/corrected.txt").read_text("utf-8").startswith(FIRST)
    assert (site / "scans/corrected.machine.txt").read_text("utf-8") == reading.text + "\n"
    assert json.loads((site / "scans/corrected.json").read_text("utf-8"))["text"] == reading.text
    alto = ElementTree.parse(site / "scans/corrected.alto.xml")
    assert len(alto.findall(".//{*}String")) == len(reading.words)


def test_readers_load_none_of_them_unasked(site: Path) -> None:
    """Neither the worker that keeps pages, nor feed, nor sitemap names them."""
    for name in ("sw.js", "feed.xml", "sitemap.xml"):
        text = (site / name).read_text(encoding="utf-8")
        assert not re.search(r"scans/[\w-]+\.(?:txt|json|alto|machine)", text), name
    assert "(files|scans)" in (site / "sw.js").read_text(encoding="utf-8")


def test_a_long_text_is_shown_in_parts_and_nothing_of_it_is_lost(site: Path) -> None:
    """The budgets held, or there would be no site."""
    parts = sorted(site.glob("hi/clippings/long*.html"), key=lambda p: (len(p.name), p.name))
    assert len(parts) > 3
    pages = "".join(file.read_text("utf-8") for file in parts)
    said = " ".join(re.findall(r'<div class="kb-text">(.*?)</div>', pages, re.S))
    assert re.sub(r"<[^>]*>", " ", said).split() == LONG.split()


def test_a_person_survives_a_new_engine(
    root: Path, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another version with other models reads other words: the person's stay first, the machine's are the new ones."""
    bank = tmp_path / "bank"
    shutil.copytree(root, bank)
    typed = (bank / "clippings/2019/corrected.txt").read_bytes()
    fields = (bank / "clippings/2019/corrected.yml").read_bytes()
    before = pipeline.cached_readings(bank)
    old = json.loads((site / "scans/corrected.json").read_text("utf-8"))
    fake = fake_tesseract.install(tmp_path / "engine")
    monkeypatch.setenv("PATH", f"{fake}{os.pathsep}{os.environ['PATH']}")
    anew = run(bank)
    new = json.loads((anew / "scans/corrected.json").read_text("utf-8"))
    assert new["engine_version"] != old["engine_version"]
    assert new["text"] == fake_tesseract.WORD != old["text"]
    assert before < pipeline.cached_readings(bank), "earlier readings stay, under other keys"
    assert (bank / "clippings/2019/corrected.txt").read_bytes() == typed
    assert (bank / "clippings/2019/corrected.yml").read_bytes() == fields
    told = page(anew, "corrected")
    assert "Corrected by A Reader, 31 January 2026." in told
    assert told.index(FIRST) < told.index(f"<del>{fake_tesseract.WORD}</del>")
    assert (anew / "scans/corrected.txt").read_bytes() == typed
    assert "could not read enough" in page(anew, "machine"), "one word is no reading of a page"
