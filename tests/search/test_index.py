"""The index as files: complete, free of what was withheld, steady, and the same for the same input."""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools import pipeline
from build_tools.model import RECORD_TYPES
from build_tools.search import index
from build_tools.search.documents import Document, Field, Shown
from build_tools.search.numbering import CAPACITY, numbered
from tests.conftest import add, case

SITE = index.Site({t: r.folder for t, r in RECORD_TYPES.items()}, ("en", "hi"), lambda axis, value, language: value)


def document(number: int, text: str, *, theme: str = "a", added: str = "2024-01-01", title: str = "Title") -> Document:
    return Document(
        f"record-{number:04d}",
        "guide",
        "2024",
        added,
        (Shown("en", title, "", text[:60]),),
        (Field(title, "en", "title"), Field(text, "en", "body")),
        {"type": ("guide",), "theme": (theme,), "year": ("2024",), "language": ("en",)},
    )


def many(count: int) -> list[Document]:
    """Documents of 120 words from a vocabulary in which few words are frequent."""
    rng = random.Random(3)
    vocabulary = ["".join(rng.choices("bcdgklmnprstvaeiou", k=rng.randint(3, 9))) for _ in range(4_000)]
    found = []
    for number in range(count):
        words = [vocabulary[int(4_000 * rng.random() ** 4)] for _ in range(120)]
        text = ". ".join(" ".join(words[i : i + 10]) for i in range(0, 120, 10))
        found.append(document(number, text, theme=f"theme-{number % 7}", added=f"2024-01-{1 + number // 60:02d}"))
    return found


def built(documents: list[Document]) -> dict[str, str]:
    files = list(index.files(documents, SITE))
    assert len({path for path, _text in files}) == len({path.lower() for path, _text in files})
    for path, text in files:
        name, _data = json.loads("[" + text.removeprefix("kbSearch.take(").removesuffix(")") + "]")
        assert f"{name}.js" == path
    return dict(files)


def test_an_empty_bank_has_an_index() -> None:
    assert "root.js" in built([])


def test_the_same_documents_give_the_same_files_in_any_order() -> None:
    documents = many(120)
    assert built(documents) == built(documents[:])


def test_file_names_tell_their_content() -> None:
    before, after = built(many(200)), built([*many(199), document(199, "quite other words", added="2024-01-04")])
    for path in before.keys() & after.keys() - {"root.js"}:
        assert before[path] == after[path]


def test_a_changed_sentence_changes_little() -> None:
    documents = many(1_200)
    changed = documents[600]
    text = changed.fields[1].text
    first, _stop, rest = text.partition(".")
    edited = f"{' '.join(reversed(first.split()))} anew.{rest}"
    documents[600] = document(600, edited, theme=changed.facets["theme"][0], added=changed.added)
    before, after = built(many(1_200)), built(documents)
    size = sum(len(text) for path, text in after.items() if before.get(path) != text)
    # Small banks have few files; benchmarks/search.py measures a large one.
    assert 0 < size < 0.15 * sum(map(len, after.values()))


def test_a_new_record_takes_a_new_number_and_moves_no_other() -> None:
    documents = many(300)
    before = numbered(documents)
    after = numbered([*documents, document(999, "new", added="2025-01-01", theme="theme-3")])
    assert after.numbers[:-1] == before.numbers
    assert after.numbers[-1] not in before.numbers
    assert all(len(block) <= CAPACITY for block in after.blocks)


def test_words_of_long_lists_come_in_tiers() -> None:
    documents = [document(n, f"common word{n % 50}") for n in range(3_500)]
    files = built(documents)
    tiers = [text for path, text in files.items() if path.startswith("r/")]
    # "common" and "title" are in 3,500 records: 1,000 of them at once, then 2,000, then 500.
    assert len(tiers) >= 2
    assert any(re.search(r"common.*\|2p8 \S+ \w{10}", text) for path, text in files.items() if path.startswith("t/"))


@pytest.mark.parametrize("text", ["\u2028 \t \n |;<", '"},alert(1)//', "</script><b>", "__proto__ constructor"])
def test_hostile_text_stays_text(text: str) -> None:
    files = built([document(1, text, title=text)])
    result = next(t for p, t in files.items() if p.startswith("d/"))
    _name, data = json.loads("[" + result.removeprefix("kbSearch.take(").removesuffix(")") + "]")
    assert len(data.split("\n")) == 1
    assert data.split("\t")[4] == " ".join(text.split())


def test_withheld_text_is_in_no_file(small_bank: Path, build: Callable[..., pipeline.Outcome]) -> None:
    add(small_bank, "content/case-studies/open.md", case("Open well", "A zebrafish was seen."))
    add(small_bank, "content/case-studies/kept-back.md", case("Kept back", "An axolotl was seen.", "date: 2024-13\n"))
    assert build(small_bank).site
    files = {p: p.read_text("utf-8") for p in (small_bank / "site/search").rglob("*.js")}
    assert any("ebrafish" in text for text in files.values())
    for path, text in files.items():
        assert "xolotl" not in text, path
        assert "kept-back" not in text, path
        assert "Kept back" not in text, path


def test_a_build_changes_only_what_changed(small_bank: Path, build: Callable[..., pipeline.Outcome]) -> None:
    def names() -> dict[str, str]:
        folder = small_bank / "site/search"
        return {
            p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.rglob("*.js")
        }

    add(small_bank, "content/case-studies/one.md", case("One well"))
    build(small_bank)
    first = names()
    build(small_bank)
    assert names() == first
