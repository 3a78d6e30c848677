# ruff: noqa: E501  (pieces of hostile texts are best read beside each other)
"""Every reader of a file, given what nobody would write: it gives drafts or values and diagnostics, and soon."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools import checks
from build_tools.diagnostics import Diagnostic
from build_tools.settings import Settings, read_settings
from build_tools.sources import clippings, withdrawn
from build_tools.sources.bank import read_bank
from build_tools.sources.bibtex import read_bibtex
from build_tools.sources.draft import Draft
from build_tools.sources.markdown_files import read_markdown
from build_tools.sources.tables import read_dataset, read_records
from build_tools.sources.text import decode
from build_tools.sources.vocabulary import read_vocabulary
from build_tools.sources.yaml_text import load_yaml
from tests.checks.support import png
from tests.conftest import TODAY
from tests.faults.support_text import HOSTILE, TEXT, cases

SOON = 5_000  # milliseconds for a text of a few hundred signs, on a busy machine
_WORDS = """
    --- ... : - , [ ] { } ? | > & * ! # % @ ` \' " \\ && && &a *a <<: !!python/object:os.system !!binary !!set ~ null yes NO 012 1e3
    0x1F .inf .nan 2019-13-45 2019 id: title: summary: themes: steps: text: columns: name: rows: sources: date: added: regions:
    labels: en: hi: triggers: negatives: facts: leads: target: type: files: file: url: https://x.example titles: withdrawn: reason:
    id,title,date reason IN IN-RJ/x ../../x x.md "" """
YAML_PIECES = [
    *_WORDS.split(),
    "\n",
    "\n  ",
    "\n- ",
    "\n  - ",
    ": ",
    ", ",
    " ",
    "\t",
    "\n---\n",
    "a",
    "क",
    "\u2028",
    "{{",
    "[[[[",
]
YAML = st.one_of(st.lists(st.sampled_from(YAML_PIECES), max_size=25).map("".join), st.text(max_size=80))
_TEX = """
    @book{ @article{ @string{ @comment{ @preamble{ @misc( } { = , " # key title author year and others url crossref a1 a2 \\input{x} \\"o \\\'{e}
    \\command $x^2$ % ~ -- 2019/2020 n.d. jan doi isbn {{ }} """
TEX = st.one_of(
    st.lists(st.sampled_from([*_TEX.split(), " ", "\n", "\n  ", " = {", "},\n", "क"]), max_size=25).map("".join),
    HOSTILE,
)
CSV = st.lists(
    st.sampled_from([",", '"', "\n", "id", "title", "x", "=1", "|", "a b", "\r", "क", "kind", "ngo", "", " "]),
    max_size=40,
)
TYPES = ("case-study", "guide", "law", "toolkit", "periodical", "page")


def sound(drafts: Sequence[Draft], found: Iterable[Diagnostic]) -> None:
    """Every draft is a record or is explained; every diagnostic says what and where."""
    said = list(found)
    for diagnostic in said:
        assert diagnostic.path
        assert diagnostic.code
        assert diagnostic.message
        assert diagnostic.line >= 0
    for draft in drafts:
        assert draft.record is not None or draft.problems or said


def soon(count: int) -> settings:
    return settings(cases(count), deadline=SOON)


@soon(1_500)
@given(YAML)
def test_yaml(text: str) -> None:
    value, _lines, found = load_yaml(text, "x.yml")
    assert value is None or not found
    sound((), found)


@soon(1_500)
@given(st.sampled_from(TYPES), YAML, TEXT, st.booleans())
def test_front_matter(type_: str, head: str, body: str, closed: bool) -> None:
    text = f"---\n{head}\n{'---' if closed else ''}\n{body}"
    sound(*read_markdown(text, f"content/x/{type_}.md", type_, "en"))


@soon(800)
@given(st.sampled_from(("organisation", "term")), st.one_of(CSV.map("".join), st.text(max_size=80)))
def test_tables(type_: str, text: str) -> None:
    sound(*read_records(f"id,title,level,kind\n{text}" if "id" in text else text, "x.csv", type_, "en"))


@soon(500)
@given(YAML, CSV.map("".join))
def test_datasets(yml: str, table: str) -> None:
    sound(*read_dataset(yml, "x.yml", table, "x.csv", "x", "en"))
    sound(*read_dataset("columns:\n- {name: id}\n- {name: x}\n" + yml, "x.yml", table, "x.csv", "x", "en"))


@soon(1_500)
@given(TEX)
def test_bibliographies(text: str) -> None:
    sound(*read_bibtex(text, "x.bib"))


@soon(500)
@given(CSV.map("".join))
def test_what_is_withdrawn(text: str) -> None:
    rows, found = withdrawn.read_rows(f"id,date,reason\n{text}")
    sound((), found)
    kept, _gone, more = withdrawn.take_down([], rows)
    assert kept == []
    sound((), more)


@soon(500)
@given(st.binary(max_size=80))
def test_bytes(data: bytes) -> None:
    text, found = decode(data, "x.md")
    assert (text is None) == bool(found)
    sound((), found)


# --- Readers that go to the disk ---

VOCABULARY = (
    "themes.yml", "occupations.yml", "materials.yml", "services.yml", "needs.yml", "groups.yml", "subject.yml",
    "newspapers.csv", "places/countries.csv", "places/states.csv", "places/districts.csv", "places/points.csv",
    "places/tiles.csv", "places/former.csv", "places/ambiguous.csv",
)  # fmt: skip
CONCEPT = "- id: a\n  labels: {en: A}\n"
DISK = st.one_of(
    YAML, CSV.map("".join), YAML.map(lambda text: CONCEPT + text), st.just("id,name_en,name\nIN,India,x\n")
)


def _write(root: Path, files: dict[str, str | bytes]) -> None:
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))


@soon(400)
@given(st.dictionaries(st.sampled_from(VOCABULARY), DISK, min_size=1, max_size=4))
def test_vocabulary(files: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        _write(Path(folder), {f"content/vocabulary/{name}": text for name, text in files.items()})
        _vocabulary, found = read_vocabulary(Path(folder))
    sound((), found)


@soon(300)
@given(st.one_of(YAML, st.binary(max_size=40)), st.one_of(TEXT, st.binary(max_size=40)), st.booleans())
def test_what_stands_beside_a_scan(side: str | bytes, typed: str | bytes, whole: bool) -> None:
    files: dict[str, str | bytes] = {
        "clippings/2019/x.yml": side, "clippings/2019/x.txt": typed, "clippings/2019/x.png": png(9, 9)[: None if whole else 30]
    }  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        _write(Path(folder), files)
        drafts, found, _taken = clippings.read_clippings(Path(folder), dict.fromkeys(files, 9), "en")
    sound(drafts, found)


@soon(200)
@given(YAML)
def test_settings(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        _write(Path(folder), {"mkdocs.yml": text})
        made, found = read_settings(Path(folder))
    assert (made is None) == bool(found)
    sound((), found)


@soon(150)
@given(YAML, TEXT, CSV.map("".join), TEX)
def test_a_whole_bank_with_all_rules(head: str, body: str, table: str, tex: str) -> None:
    files: dict[str, str | bytes] = {
        "content/guides/x.md": f"---\ntitle: T\n{head}\n---\n{body}\n", "content/data/x.yml": head, "content/data/x.csv": table,
        "content/directory/organisations.csv": f"id,title\n{table}", "bibliography/x.bib": tex,
        "content/vocabulary/themes.yml": CONCEPT + head, "content/withdrawn.csv": f"id,date,reason\n{table}",
    }  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        _write(Path(folder), files)
        bank = read_bank(Path(folder), Settings(site_name="A bank"))
        found = checks.run(bank, TODAY)
    sound(bank.drafts, found)
