"""``subject.yml`` and ``elsewhere.yml``, and the group ``{occupations}`` that their phrases may name."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.classify import Classifier
from build_tools.diagnostics import Diagnostic
from build_tools.model import Vocabulary
from build_tools.sources.vocabulary import read_vocabulary
from build_tools.sources.vocabulary_findings import FOLDER

WATER = "- id: water\n  labels:\n    en: Water\n  triggers:\n    en:\n      - drought\n"
DIGGING = (
    "- id: digging\n  labels:\n    en: Digging\n  triggers:\n"
    "    en:\n      - shovel\n      - spade ?\n      - to dig + well\n      - pick axe\n    hi:\n      - फावड़ा\n"
)


def read(bank: Path, **files: str) -> tuple[Vocabulary, list[Diagnostic]]:
    """``files`` by their names without the ending."""
    (bank / FOLDER).mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (bank / FOLDER / f"{name}.yml").write_text(text, encoding="utf-8")
    return read_vocabulary(bank)


@pytest.mark.parametrize("name", ["subject", "elsewhere"])
def test_each_is_a_part_of_the_vocabulary_of_its_own(tmp_path: Path, name: str) -> None:
    vocabulary, found = read(tmp_path, **{name: WATER})
    assert found == []
    assert list(getattr(vocabulary, name)) == ["water"]
    assert getattr(vocabulary, name)["water"].triggers == {"en": ("drought",)}
    assert [n for n in ("themes", "occupations", "subject", "elsewhere") if getattr(vocabulary, n)] == [name]


@pytest.mark.parametrize("name", ["subject", "elsewhere"])
@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("water: drought\n", 1, "vocabulary-shape"),
        (WATER + "- drought\n", 7, "vocabulary-shape"),
        (WATER + "- labels:\n    en: X\n", 7, "vocabulary-id"),
        (WATER + WATER, 7, "vocabulary-duplicate"),
        (WATER + "- id: rain\n", 7, "vocabulary-label"),
        (WATER + "  trigers:\n    en:\n      - x\n", 7, "vocabulary-unknown-key"),
        (WATER + "      - 1.5\n", 7, "vocabulary-shape"),
        (WATER + "    hindi:\n      - x\n", 7, "vocabulary-unknown-key"),
        (WATER + "    hi: x\n", 7, "vocabulary-shape"),
        (WATER + "      - rain + {people}\n", 7, "vocabulary-group"),
        (WATER + "      - rain + {occupations}\n", 7, "vocabulary-group"),
        (WATER + "  negatives:\n    - x\n", 7, "vocabulary-shape"),
        ("- id: [", 2, "yaml-syntax"),
    ],
)
def test_a_fault_is_named_with_file_and_line_and_hides_nothing(
    tmp_path: Path, name: str, text: str, line: int, code: str
) -> None:
    vocabulary, (fault,) = read(tmp_path, **{name: text})
    assert (fault.path, fault.line, fault.code) == (f"{FOLDER}/{name}.yml", line, code)
    assert fault.message
    if text.startswith(WATER):
        assert getattr(vocabulary, name)["water"].triggers["en"][0] == "drought"


def test_occupations_stand_for_all_their_phrases_that_are_enough_alone(tmp_path: Path) -> None:
    subject = WATER + '      - "farmer + {occupations}"\n    hi:\n      - "किसान + {occupations}"\n'
    vocabulary, found = read(tmp_path, occupations=DIGGING, subject=subject)
    assert found == []
    triggers = vocabulary.subject["water"].triggers
    assert triggers == {"en": ("drought", "farmer + shovel / pick axe"), "hi": ("किसान + फावड़ा",)}


def test_occupations_are_no_group_for_themes_which_are_read_for_themselves(tmp_path: Path) -> None:
    """A group of that name in groups.yml would be another one; what the list says of itself comes later and wins."""
    groups = "- id: occupations\n  words:\n    en:\n      - rope\n"
    subject = WATER + '      - "farmer + {occupations}"\n'
    vocabulary, _found = read(tmp_path, groups=groups, occupations=DIGGING, subject=subject)
    assert vocabulary.subject["water"].triggers["en"][1] == "farmer + shovel / pick axe"


def test_a_text_is_on_the_subject_through_an_occupation_that_the_subject_names(tmp_path: Path) -> None:
    subject = WATER + '      - "farmer + {occupations}"\n'
    vocabulary, _found = read(tmp_path, occupations=DIGGING, subject=subject)
    classifier = Classifier(vocabulary)
    assert [label.value for label in classifier.classify("The farmer has a shovel.")] == ["digging"]
    assert [label.value for label in classifier.classify("The farmer has a spade.")] == []
    assert [label.value for label in classifier.classify("The driver has a shovel.")] == []


@pytest.mark.parametrize("word", ["to help + trade", "man & woman", "man / woman", "man ?"])
def test_a_word_of_a_group_joins_nothing(tmp_path: Path, word: str) -> None:
    groups = f"- id: people\n  words:\n    en:\n      - farmer\n      - {word}\n"
    vocabulary, (fault,) = read(tmp_path, groups=groups, subject=WATER + '      - "{people} + well"\n')
    assert (fault.path, fault.line, fault.code) == (f"{FOLDER}/groups.yml", 5, "vocabulary-group")
    assert vocabulary.subject["water"].triggers["en"] == ("drought", "farmer + well")
