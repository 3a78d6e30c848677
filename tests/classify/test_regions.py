from __future__ import annotations

import pytest

from build_tools.classify import Classifier
from build_tools.classify.gazetteer import KINDS
from build_tools.sources.vocabulary_tables import AMBIGUOUS_KINDS
from tests.classify.support import PLACES, values

CLASSIFIER = Classifier(PLACES)


def regions(text: str, title: str = "") -> list[str]:
    return sorted(values(CLASSIFIER.classify(text, title=title), "regions"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rain fell in Patna.", ["IN-BR/patna"]),
        ("पटना में बारिश हुई।", ["IN-BR/patna"]),
        ("Rain fell in Patna, the capital of Bihar.", ["IN-BR/patna"]),
        ("Rain fell in Bihar and Rajasthan.", ["IN-BR", "IN-RJ"]),
        ("People of Bankipur met.", ["IN-BR/patna"]),
        ("बांकीपुर के लोग", ["IN-BR/patna"]),
        ("Sanganer is famous for print.", ["IN-RJ/jaipur"]),
        ("Patnaik said so.", []),
        ("The patnas", []),
        ("India won. India sang.", ["IN"]),
        ("Prices rose worldwide. It was so worldwide.", ["001"]),
    ],
)
def test_plain_names(text: str, expected: list[str]) -> None:
    assert regions(text) == expected


@pytest.mark.parametrize(
    "text",
    ["उसे छोड़ दिया गया।", "किया गया, पटना में", "बाढ़ से नुकसान", "मंडी में भाव गिरे", "जयपुर मंडी बंद", "Azadpur Mandi shut",
     "काम किया\nगया, और फिर", "gaya and mandi"],
)  # fmt: skip
def test_ordinary_words_are_no_places(text: str) -> None:
    assert {"IN-BR/gaya", "IN-HP/mandi"}.isdisjoint(regions(text))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("गया जिले में बारिश", "IN-BR/gaya"),
        ("जिला गया", "IN-BR/gaya"),
        ("बिहार के गया में बारिश", "IN-BR/gaya"),
        ("गया, 12 जून। बारिश हुई", "IN-BR/gaya"),
        ("हमारे संवाददाता, गया: बारिश", "IN-BR/gaya"),
        ("पटना, गया और नवादा में", "IN-BR/gaya"),
        ("गया (बिहार) में", "IN-BR/gaya"),
        ("Mandi district", "IN-HP/mandi"),
        ("Mandi, Himachal Pradesh", "IN-HP/mandi"),
        ("Mandi in Himachal Pradesh", "IN-HP/mandi"),
        ("Himachal Pradesh's Mandi", "IN-HP/mandi"),
        ("हिमाचल प्रदेश की मंडी (मंडी जिला)", "IN-HP/mandi"),
        ("Rain in Gaya", "IN-BR/gaya"),
    ],
)
def test_an_anchor_makes_it_a_place(text: str, place: str) -> None:
    assert place in regions(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rain in Hamirpur.", []),
        ("Rain in Hamirpur in Himachal Pradesh.", ["IN-HP/hamirpur"]),
        ("Rain in Hamirpur. The state of Uttar Pradesh was warned.", ["IN-UP/hamirpur"]),
        ("Rain in Hamirpur and Mahoba.", ["IN-UP/hamirpur", "IN-UP/mahoba"]),
        ("हमीरपुर और ऊना में बारिश", ["IN-HP/hamirpur", "IN-HP/una"]),
        ("Hamirpur, Una and Mahoba", ["IN-HP/una", "IN-UP/mahoba"]),
        ("Rain in Hamirpur and Patna.", ["IN-BR/patna"]),
    ],
)
def test_homonyms_are_decided_by_context_or_left_out(text: str, expected: list[str]) -> None:
    assert regions(text) == expected


def test_a_usual_meaning_gives_way_to_context() -> None:
    assert regions("Rain in Udaipur.") == ["IN-RJ/udaipur"]
    assert regions("Boys from Bihar live in Udaipur.") == ["IN-BR", "IN-RJ/udaipur"]
    assert regions("Rain in Udaipur. Himachal Pradesh was warned.") == ["IN-HP/una"]


def test_a_dateline_of_a_capital_counts_only_alone() -> None:
    assert regions("Chandigarh, June 3: Rain in Patna.") == ["IN-BR/patna"]
    assert regions("Chandigarh, June 3: Rain.") == ["IN-CH"]
    assert regions("Rain in Patna. Rain in Chandigarh too.") == ["IN-BR/patna", "IN-CH"]


def test_areas() -> None:
    assert regions("Rain in Champa.") == ["IN-BR"]
    assert regions("Rain in the Borderland.") == []
    assert regions("Rain in the Borderland of Bihar. Bihar waits.") == ["IN-BR/patna"]


@pytest.mark.parametrize(
    "text",
    ["The Patna-Jaipur Express was late.", "पटना एक्सप्रेस", "The Nepal Times of Monday", "Met at India Gate, India Gate"],
)
def test_trains_newspapers_and_monuments_are_no_places(text: str) -> None:
    assert regions(text) == []


def test_a_high_court_is_the_state() -> None:
    assert regions("The Patna High Court ruled.") == ["IN-BR"]


def test_a_country_needs_more_than_a_word_in_passing() -> None:
    assert regions("Rain in Patna. " + "Nothing else happened there. " * 30 + "Tea came from Nepal.") == ["IN-BR/patna"]
    assert regions("Tea from Nepal.", "Nepal sends tea") == ["NP"]


def test_many_districts_are_their_state() -> None:
    text = "Rain in Patna. Rain in Nawada. Rain in Araria. Rain in Katihar. Rain in Gaya district."
    (label,) = CLASSIFIER.classify(text)
    assert label.value == "IN-BR"
    assert len(label.evidence) == 5


def test_a_place_named_again_is_not_lost_in_a_list() -> None:
    text = "Rain in Patna. Rain in Nawada. Rain in Araria. Rain in Katihar. Rain in Gaya district. Patna was flooded."
    assert regions(text) == ["IN-BR/patna"]


def test_a_head_counts_more() -> None:
    (head,) = CLASSIFIER.classify("PATNA: Rain fell.")
    (body,) = CLASSIFIER.classify("Rain fell in Patna")
    assert head.score > body.score


def test_reader_and_classifier_know_the_same_kinds() -> None:
    assert set(KINDS) == set(AMBIGUOUS_KINDS)
