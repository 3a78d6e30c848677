from __future__ import annotations

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from build_tools.classify import Classifier, quoted
from build_tools.model import Vocabulary
from tests.classify.support import PLACES, concept, values

VOCABULARY = Vocabulary(
    themes={"wells": concept("wells", en="tube well; pump ?; to dig + well", hi="नलकूप; कुआं + खोदना", roman="kuan")},
    occupations={"digging": concept("digging", en="well digger", hi="कुआं खोदना")},
    places=PLACES.places,
    newspapers=PLACES.newspapers,
    ambiguous=PLACES.ambiguous,
)
CLASSIFIER = Classifier(VOCABULARY)
WORDS = st.sampled_from(
    "tube well wells digger dug pump नलकूप कुआँ खोदा गया गया, पटना Patna Mandi district जिले बिहार के 27 July "
    "जुलाई 2018 / - . । \n \n\n hai ka mein kuan Friday, 's ् ़ \u200d Express High Court".split(" ")
)
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=40).map(" ".join))


@given(TEXTS, TEXTS)
@settings(max_examples=300)
@example('़"WELL', "TUBE")  # a word of nothing but a mark ends no gap
def test_no_text_is_too_odd_and_evidence_is_there(text: str, title: str) -> None:
    for label in CLASSIFIER.classify(text, title=title):
        assert 0.5 <= label.score <= 1
        assert label.origin == "machine"
        assert label.evidence
        for evidence in label.evidence:
            assert evidence.text == quoted(evidence, text, title) != ""


@given(TEXTS)
def test_without_a_title_offsets_are_into_the_text(text: str) -> None:
    for label in CLASSIFIER.classify(text):
        for evidence in label.evidence:
            assert text[evidence.start : evidence.end] == evidence.text


def test_the_title_stands_before_the_text() -> None:
    text, title = "Rain fell in Patna.", "A tube well in Nawada"
    found = {label.value: label.evidence[0] for label in CLASSIFIER.classify(text, title=title)}
    assert text[found["IN-BR/patna"].start :].startswith("Patna")
    assert found["wells"].start < 0
    assert quoted(found["wells"], text, title) == "tube well"
    assert quoted(found["IN-BR/nawada"], text, title) == "Nawada"


def test_offsets_point_at_the_words_as_they_were_written() -> None:
    text = "कल नल\u200dकूप खुदा। मुज़फ़्फ़र के कुएँ खोदे गए।"
    classifier = Classifier(Vocabulary(themes={"wells": concept("wells", hi="नलकूप; कुएं")}))
    (label,) = classifier.classify(text)
    assert [e.text for e in label.evidence] == ["नल\u200dकूप", "कुएँ"]


def test_axes_come_in_order_and_the_best_first() -> None:
    text = "27 July 2018\nThe well digger made a tube well in Patna. Patna was glad; Jaipur was not."
    labels = CLASSIFIER.classify(text)
    assert [label.axis for label in labels] == ["themes", "occupations", "regions", "regions", "date"]
    assert labels[2].value == "IN-BR/patna"


def test_the_same_text_gives_the_same_labels() -> None:
    text = "पटना, गया और नवादा में नलकूप। 27 जुलाई 2018"
    assert CLASSIFIER.classify(text) == Classifier(VOCABULARY).classify(text)


@pytest.mark.parametrize(
    "piece", ["dug a well ", "27/07/2018 ", "पटना, गया और ", "Patna-", "१", "ा", "Mandi in Bihar "]
)
def test_long_repetition_is_read_in_time(piece: str) -> None:
    """Work grows with the text and not with its square: this would take hours otherwise."""
    CLASSIFIER.classify(piece * 20_000)


def test_shuffled_words_do_not_trouble_it() -> None:
    chance = random.Random(7)
    words = "tube well dug Patna Bihar गया जिले 27 July 2018 . , । \n".split(" ")
    for _ in range(200):
        chance.shuffle(words)
        CLASSIFIER.classify(" ".join(words), title=words[0])


SUBJECT = Vocabulary(
    themes={"wells": concept("wells", en="tube well; pump ?; handle ?; bucket ?")},
    occupations={"digging": concept("digging", en="shovel; spade work")},
    subject={
        "water": concept("water", en="water + village; drought; want of water", negatives={"en": ("water colour",)}),
        "people": concept("people", en="farmer ?"),
    },
    elsewhere={"sports": concept("sports", en="water polo; goal; match"), "theatre": concept("theatre", en="stage")},
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A tube well was dug.", []),
        ("A tube well was dug. The village has water now.", ["wells"]),
        ("Tube well, a picture in water colour, hangs in the village.", []),
        ("In the drought the pump lost its handle and the bucket.", ["wells"]),
        ("In the drought they took the shovel.", ["digging"]),
        ("Drought came. They sang. They danced. The shovel stood there.", []),
        ("", []),
    ],
)
def test_a_bank_with_a_subject_labels_texts_about_it_only(text: str, expected: list[str]) -> None:
    assert [label.value for label in Classifier(SUBJECT).classify(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Drought: they took the shovel.", ["digging"]),
        ("Drought: they took the shovel. A match.", []),
        ("Water for the village: they took the shovel. A match.", ["digging"]),
        ("Water for the village: they took the shovel. A match and a goal.", []),
        ("Water for the village: they took the shovel. A match; the stage is empty.", []),
        ("For want of water they took the shovel. A match and a goal on the stage.", ["digging"]),
    ],
)
def test_other_subjects_together_outvote_loose_words_but_no_phrase(text: str, expected: list[str]) -> None:
    assert values(Classifier(SUBJECT).classify(text), "occupations") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The farmer took the shovel.", ["digging"]),
        ("The farmer rose. He took the shovel.", []),
        ("The farmer rose. He took the shovel; it was his only shovel.", ["digging"]),
        ("He took the shovel. The farmer rose.", []),
        ("The farmer rose. He sang. He took the shovel.", []),
        ("The farmer took the shovel to the match.", []),
        ("The farmer rose.", []),
    ],
)
def test_an_occupation_beside_the_people_speaks_for_the_subject(text: str, expected: list[str]) -> None:
    assert values(Classifier(SUBJECT).classify(text), "occupations") == expected


def test_evidence_stands_in_the_text() -> None:
    text, title = "The farmer took the shovel and shared the shovel. A tube well was dug.", "Want of water"
    labels = Classifier(SUBJECT).classify(text, title=title)
    assert {label.axis for label in labels} == {"themes", "occupations"}
    for evidence in (e for label in labels for e in label.evidence):
        assert 0 <= evidence.start < evidence.end <= len(text)
        assert quoted(evidence, text, title) == evidence.text


def test_parts_anywhere_in_the_text() -> None:
    classifier = Classifier(Vocabulary(themes={"wells": concept("wells", en="water & pump")}))
    assert classifier.classify("Water is rare. " + "They sang. " * 9 + "The pump broke.")
    assert not classifier.classify("The pump broke.")


def test_labels_survive_a_bad_scan() -> None:
    (label,) = Classifier(SUBJECT).classify("The drou-\nght went on. A tubewell was dug.")
    assert label.value == "wells"
    assert label.evidence[0].text.startswith("tube")
