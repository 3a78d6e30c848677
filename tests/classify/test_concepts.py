from __future__ import annotations

import pytest

from build_tools.classify import Classifier
from build_tools.model import Vocabulary
from tests.classify.support import concept, of, values

WELLS = concept(
    "wells",
    en="tube well; water pump; pump ?; bucket ?; handle ?; to repair + pump / well; to dig",
    hi="नलकूप; चापाकल ?; पंप ?; कुआं खोदना; मरम्मत + पंप",
    roman="kuan khoda; pump ?",
    negatives={"en": ("petrol pump", "well being"), "hi": ("पेट्रोल पंप",)},
)
CLASSIFIER = Classifier(of(WELLS, concept("floods", en="flood relief; boat ?")))


def themes(text: str, title: str = "", language: str | None = None) -> list[str]:
    return values(CLASSIFIER.classify(text, title=title, language=language), "themes")


@pytest.mark.parametrize(
    "text",
    [
        "A tube well was sunk.",
        "Tube-wells were sunk.",
        "TUBE WELLS",
        "The water pumps stood still.",
        "They dug nothing, but the digging went on.",
        "गांव में नलकूपों की कमी है।",
        "कुएं खोदे गए, कुआं खोदकर पानी मिला।",
        "Mechanics repaired the old pump.",
        "The wells near the school were repaired.",
    ],
)
def test_found(text: str) -> None:
    assert themes(text) == ["wells"]


@pytest.mark.parametrize(
    "text",
    [
        "The tube broke. Well, nobody came.",
        "Subway tube, well lit",
        "The pump stood still.",
        "pumpkin pumps",
        "He repaired the roof. The pump was old.",
        "Digest of news",
        "नलकूपवाला",
        "",
        "...",
    ],
)
def test_not_found(text: str) -> None:
    assert themes(text) == []


def test_three_hints_make_a_theme_where_something_is_certain() -> None:
    assert themes("A pump, a handle and a bucket were stolen.") == []
    assert themes("Flood relief came. A pump and a bucket were stolen.") == ["floods"]
    assert themes("Flood relief came. A pump, a handle and a bucket were stolen.") == ["floods", "wells"]


def test_three_hints_are_enough_for_an_occupation() -> None:
    vocabulary = Vocabulary(
        occupations={"digging": concept("digging", en="shovel ?; spade ?; bucket ?"), "x": concept("x", en="tile")}
    )
    found = Classifier(vocabulary).classify("They took a tile. Later on a shovel, a spade and a bucket.")
    assert values(found, "occupations") == ["digging", "x"]
    assert values(
        Classifier(vocabulary).classify("They took a tile. Later on a shovel and a spade."), "occupations"
    ) == ["x"]


def test_words_that_met_once_are_no_theme_unless_the_first_sentence_says_them() -> None:
    assert themes("Mechanics repaired the old pump. They went home.") == ["wells"]
    assert themes("They went home. Mechanics repaired the old pump.") == []
    assert themes("They went home. Mechanics repaired the old water pump.") == ["wells"]


def test_the_same_hint_again_is_no_second_reason() -> None:
    assert themes("Flood relief came. The pump, the pump, the pump and the pump!") == ["floods"]


def test_a_negative_swallows_what_lies_inside_it() -> None:
    text = "Flood relief came. A bucket and a handle were left at the petrol pump."
    assert themes(text) == ["floods"]
    assert themes(text + " A pump was left too.") == ["floods", "wells"]


def test_a_negative_does_not_swallow_a_longer_trigger() -> None:
    classifier = Classifier(of(concept("x", en="big petrol pump", negatives={"en": ("petrol pump",)})))
    assert values(classifier.classify("the big petrol pump"), "themes") == ["x"]


def test_a_negative_counts_for_its_own_concept_only() -> None:
    classifier = Classifier(
        of(concept("a", en="petrol pump"), concept("b", en="petrol pump", negatives={"en": ("petrol pump",)}))
    )
    assert values(classifier.classify("a petrol pump"), "themes") == ["a"]


def test_parts_must_stand_close() -> None:
    far = "repaired " + "and then some more of the very same kind of thing " * 2 + "pump"
    assert themes(far) == []
    assert themes("repaired and then some more of the pump") == ["wells"]


def test_evidence_of_a_meeting_is_each_part() -> None:
    text = "Mechanics repaired the old pump."
    (label,) = CLASSIFIER.classify(text)
    assert [e.text for e in label.evidence] == ["repaired", "pump"]


def test_roman_hindi_only_where_the_text_is_hindi() -> None:
    assert themes("Kal gaon mein kuan khoda gaya tha aur paani nahi mila") == ["wells"]
    assert themes("kuan khoda") == []
    assert themes("kuan khoda", language="hi-Latn") == ["wells"]
    assert themes("The brand Kuan Khoda sells tea to the town and to the world.") == []


def test_title_counts_more() -> None:
    text = "Flood relief came by lorry."
    (plain,) = CLASSIFIER.classify(text)
    (titled,) = CLASSIFIER.classify("Lorries came.", title="Flood relief")
    assert titled.score > plain.score


def test_a_passing_word_in_a_long_text_is_left_out() -> None:
    long = "Nothing of note took place that day. " * 60
    assert themes("Flood relief. " + long) == ["floods"]
    assert themes(long + "Flood relief.") == []


def test_more_different_reasons_score_higher() -> None:
    one = CLASSIFIER.classify("A tube well.")[0].score
    two = CLASSIFIER.classify("A tube well and a water pump.")[0].score
    again = CLASSIFIER.classify("A tube well, a tube well.")[0].score
    assert one < again < two <= 1


def test_no_vocabulary_no_labels() -> None:
    assert Classifier(of()).classify("Anything at all") == ()
