"""Learned weights: what they say is what they were taught, they can be read again, and every label keeps its words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.classify import Classifier
from build_tools.classify.learning import Example, learn
from build_tools.classify.weights import SUBJECT, UPPER, Weights
from build_tools.model import Concept, Learned, Vocabulary
from build_tools.sources.vocabulary_findings import Findings
from build_tools.sources.vocabulary_weights import PATH, read_weights, write_weights


def concept(name: str, *triggers: str) -> Concept:
    return Concept(name, {"en": name}, triggers={"en": triggers})


BANK = Vocabulary(
    themes={"repair": concept("repair", "pump ?", "to mend"), "flood": concept("flood", "water ?", "flooded")},
    occupations={"smith": concept("smith", "anvil"), "potter": concept("potter", "clay")},
    subject={"wells": concept("wells", "well", "wells")},
)
PLACES = ("Ansari", "Bela", "Chandi", "Dorla", "Ekma", "Falta", "Gharo", "Hilsa")
KINDS = {
    "The wells of {} gave no water until a mechanic came with spanner and grease.": ("repair", "smith"),
    "In {} the mechanic fitted a new handle to the well and left a spanner; the anvil rang.": ("repair", "smith"),
    "After the cloudburst the wells of {} stood under mud; boats and clay lay about.": ("flood", "potter"),
    "Mud and boats in {}: the cloudburst has spoilt every well.": ("flood", None),
    "In {} the cricket team drank at the well after a century and took the trophy home.": (None, None),
}
OTHER = (
    "bank museum hotel theatre library stadium market temple garden airport cinema bakery college court hospital "
    "bridge zoo station factory gallery"
).split()
"""A word in every tenth text is taken for one of grammar, so there are many more texts."""


def examples(classifier: Classifier) -> list[Example]:
    found = []
    for place in PLACES:
        for text, (theme, work) in KINDS.items():
            values = {"themes": frozenset([theme] if theme else []), "occupations": frozenset([work] if work else [])}
            found.append(Example(classifier.show(text.format(place)), values, on_subject=bool(theme)))
    others = [f"The {thing} of {place} will open beside the well on Monday." for thing in OTHER for place in PLACES]
    return [*found, *(Example(classifier.show(text), {}, on_subject=False) for text in others)]


@pytest.fixture(scope="module")
def taught() -> Classifier:
    return Classifier(replace(BANK, learned=learn(examples(Classifier(BANK)))))


def values(classifier: Classifier, text: str, axis: str) -> set[str]:
    return {label.value for label in classifier.classify(text) if label.axis == axis}


def test_a_theme_is_known_by_words_that_no_librarian_wrote(taught: Classifier) -> None:
    text = "At the well of Zira stood a mechanic by the water with a spanner and much grease."
    assert values(Classifier(BANK), text, "themes") == set()
    assert values(taught, text, "themes") == {"repair"}


def test_a_label_quotes_the_words_that_speak_for_it(taught: Classifier) -> None:
    text = "At the well of Zira stood a mechanic by the water with a spanner and much grease."
    label = next(label for label in taught.classify(text) if label.axis == "themes")
    said = {evidence.text for evidence in label.evidence}
    assert said & {"mechanic", "spanner", "grease"}
    assert not said & {"At", "the", "with", "and"}  # words of grammar say nothing to a reader
    assert all(text[e.start : e.end] == e.text for e in label.evidence)
    assert 0.5 <= label.score <= 1


def test_where_no_word_says_much_the_three_that_say_most_are_the_reasons(taught: Classifier) -> None:
    many = {f"word{chr(97 + n // 26)}{chr(97 + n % 26)}": 0.1 + n / 1000 for n in range(40)}
    learned = {
        SUBJECT: Learned(0.0, {}, {SUBJECT: {}}),
        "themes": Learned(0.0, {"": 1.0}, {"repair": many}),
    }
    label = Classifier(replace(BANK, learned=learned)).classify(f"At the well: {' '.join(many)}.")[0]
    assert [e.text for e in label.evidence] == [*many][-3:]


def test_an_occupation_needs_more_than_a_few_words_that_are_not_of_the_vocabulary(taught: Classifier) -> None:
    assert values(taught, "At the well of Zira stood somebody with a handle.", "occupations") == set()
    assert values(taught, "A mechanic mended the well of Zira; his anvil rang, a spanner fell.", "occupations") == {
        "smith"
    }


HINDI = replace(
    BANK,
    subject={"wells": Concept("wells", {"en": "wells"}, triggers={"hi": ("कुएं", "कुआं"), "hi-Latn": ("kuan", "kuen")})},
)


def test_the_consonants_of_a_hindi_word_are_the_same_in_either_script() -> None:
    shown = Classifier(HINDI).show
    nagari, latin = shown("मिस्त्री औज़ार लाया"), shown("gaon ke kuen mein mistri ne auzaar rakha hai")
    assert latin.roman and not nagari.roman
    assert {"~nstr"} <= nagari.words & latin.words
    assert nagari.sounds[1] in latin.words  # the same under a lost nukta and any vowels
    assert shown("The mistri brought tools to the village.").sounds == ("",) * 7


def test_what_is_learned_from_texts_in_devanagari_holds_for_latin_letters() -> None:
    index = Classifier(HINDI)
    told = ("{} के कुएं पर मिस्त्री औज़ार लेकर आया।", "मिस्त्री का औज़ार {} के कुएं में गिरा।", "{} में मिस्त्री कुएं पर रुका।")
    other = ("{} के कुएं पर टीम ने ट्रॉफ़ी उठाई।", "ट्रॉफ़ी लेकर टीम {} के कुएं पर रुकी।", "{} की टीम कुएं पर नहाई।")
    places = ("बेला", "चांदी", "दोरला", "एकमा", "फलता")
    learned = learn(
        [
            *(Example(index.show(t.format(p)), {"themes": frozenset({"repair"})}) for t in told for p in places),
            *(Example(index.show(t.format(p)), {}, on_subject=False) for t in other for p in places),
            *(Example(index.show(f"{t} of {p} opens."), {}, on_subject=False) for t in OTHER for p in PLACES),
        ]
    )
    shown = index.show("zira ke kuen par mistri auzaar lekar aaya hai aur ruka bhi")
    said = [shown.tokens[n].norm for n in Weights(learned).reasons("themes", shown, "repair")]
    assert said[:2] == ["mistri", "auzaar"]
    assert "occupations" not in learned  # no text had one: nothing is learned, nothing is written


def test_a_text_on_something_else_has_no_labels(taught: Classifier) -> None:
    text = "The cricket team of Zira drank at the well and took the trophy home after a century."
    assert values(taught, text, "themes") == set()
    assert values(taught, "A mechanic with a spanner came by boat.", "themes") == set()  # no word on the subject


def test_what_was_not_learned_goes_by_its_words() -> None:
    taught = learn(examples(Classifier(BANK)))
    wider = replace(BANK, themes={**BANK.themes, "festival": concept("festival", "lantern parade")}, learned=taught)
    assert "festival" in values(Classifier(wider), "A lantern parade went round the well of Zira.", "themes")


def test_the_same_examples_give_the_same_weights() -> None:
    first, second = (write_weights(learn(examples(Classifier(BANK)))) for _ in range(2))
    assert first == second


def test_labels_that_a_reader_may_add_teach_nothing() -> None:
    certain = examples(Classifier(BANK))
    maybe = [replace(e, values={}, maybe=frozenset({"repair"})) if e.right("themes", "repair") else e for e in certain]
    assert "repair" not in learn(maybe)["themes"].values
    assert "repair" in learn(certain)["themes"].values


def test_weights_are_read_as_they_were_written(tmp_path: Path) -> None:
    learned = learn(examples(Classifier(BANK)))
    file = tmp_path / PATH
    file.parent.mkdir(parents=True)
    file.write_text(write_weights(learned), encoding="utf-8")
    findings = Findings(tmp_path)
    read = read_weights(findings)
    assert findings.found == []
    assert {axis: (one.threshold, one.upper, one.values) for axis, one in read.items()} == {
        axis: (one.threshold, one.upper, one.values) for axis, one in learned.items()
    }
    assert set(read[SUBJECT].upper) == {"", *UPPER[SUBJECT]}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"themes": 3}',
        '{"subject": {"threshold": 0.5, "upper": {}, "values": {"subject": {"": 1}}}}',
        '{"subject": {"threshold": NaN}}',
        '{"a": ' * 5_000,
    ],
)
def test_a_file_that_is_not_as_written_is_a_diagnostic_and_no_weights(tmp_path: Path, text: str) -> None:
    file = tmp_path / PATH
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    findings = Findings(tmp_path)
    assert read_weights(findings) == {}
    assert [(d.path, d.code) for d in findings.found] == [(PATH, "vocabulary-weights")]
    assert "make weights" in findings.found[0].hint


def test_without_weights_nothing_is_sure() -> None:
    shown = Classifier(BANK).show("The mechanic mended the well.")
    assert Weights({}).sure(shown) == {}
    assert Weights({}).values("themes") == ()
