"""The bank's own vocabulary: is it whole, is it sober, and how good are the labels that come of it."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal

import pytest
from pydantic import TypeAdapter

from build_tools.classify import Classifier
from build_tools.classify.scoring import THRESHOLD
from build_tools.classify.weights import UPPER
from build_tools.model import Concept, SourceLike, Vocabulary, slugify
from build_tools.sources.vocabulary import read_vocabulary
from build_tools.sources.vocabulary_findings import FOLDER
from tests.classify.news import FRESH, NEWS, UNSEEN, UNSEEN_AGAIN, News
from tests.conftest import FLAGSHIP

SUBJECT = "Child labour, बाल श्रम:"
AXES = ("themes", "occupations", "regions", "date")


@cache
def vocabulary() -> Vocabulary:
    found, problems = read_vocabulary(FLAGSHIP)
    assert problems == []
    return found


@cache
def classifier() -> Classifier:
    return Classifier(vocabulary())


def labels(text: str, axis: str, title: str = "") -> set[str]:
    return {label.value for label in classifier().classify(text, title=title) if label.axis == axis}


def counts(items: Iterable[News], axis: str) -> Counter[str]:
    """How many labels were right, extra and missing."""
    total: Counter[str] = Counter()
    for item in items:
        wanted = ({item.date} - {""}) if axis == "date" else set(getattr(item, axis))
        got = labels(item.text, axis, item.title)
        total.update(right=len(got & wanted), extra=len(got - wanted - item.also), missing=len(wanted - got))
    return total


# --- Whole -----------------------------------------------------------------------------------------------


def test_all_states_and_districts_are_there() -> None:
    kinds = Counter(place.kind for place in vocabulary().places.values())
    assert (kinds["state"], kinds["district"], kinds["world"]) == (36, 791, 1)
    assert {"IN", "MM"} <= set(vocabulary().places)


def test_ids_of_districts_are_made_of_their_names() -> None:
    for place in vocabulary().places.values():
        if place.kind == "district":
            assert place.id == f"{place.parent}/{slugify(place.names['en'])}"


def test_every_place_and_concept_speaks_both_languages() -> None:
    v = vocabulary()
    for place in v.places.values():
        assert {"en", "hi"} <= set(place.names), place.id
    for concept in (*v.themes.values(), *v.occupations.values(), *v.materials.values()):
        assert {"en", "hi"} <= set(concept.labels), concept.id
        assert {"en", "hi"} <= set(concept.definitions), concept.id
        assert {"en", "hi"} <= set(concept.triggers), concept.id


def test_official_codes_are_given_once() -> None:
    for kind in ("state", "district"):
        codes = [p.code for p in vocabulary().places.values() if p.kind == kind and p.code]
        assert len(codes) == len(set(codes))
    rows = csv.DictReader((FLAGSHIP / FOLDER / "places/districts.csv").read_text(encoding="utf-8").splitlines())
    assert {row["status"] for row in rows if not row["lgd_code"]} == {"announced"}


def test_what_was_learned_is_of_this_vocabulary() -> None:
    v = vocabulary()
    assert set(v.learned) == {"subject", "themes", "occupations"}
    assert v.learned["themes"].values.keys() <= v.themes.keys()
    assert v.learned["occupations"].values.keys() <= v.occupations.keys()
    assert len(v.learned["themes"].values) == len(v.themes)
    assert all(set(one.upper) == {"", *UPPER[axis]} for axis, one in v.learned.items())


def test_facts_have_year_and_source() -> None:
    with_facts = [c for c in vocabulary().themes.values() if len(c.facts) >= 2]
    assert len(with_facts) >= 15
    adapter: TypeAdapter[object] = TypeAdapter(SourceLike)
    for concept in vocabulary().themes.values():
        for fact in concept.facts:
            assert isinstance(fact["year"], int)
            adapter.validate_python(fact["source"])


def test_every_trigger_can_be_found() -> None:
    """A phrase of an entry, beside a word on the bank's subject, leads to the entry."""
    v = vocabulary()
    axes: tuple[tuple[Literal["themes", "occupations"], Mapping[str, Concept]], ...]
    axes = (("themes", v.themes), ("occupations", v.occupations))
    for axis, concepts in axes:
        for concept in concepts.values():
            for phrase in _plain_phrases(concept):
                found = classifier().show(f"{SUBJECT} {phrase}").kept[axis]
                assert concept.id in found, (concept.id, phrase)
                assert found[concept.id].score >= THRESHOLD, (concept.id, phrase)


def _plain_phrases(concept: Concept) -> list[str]:
    return [
        phrase
        for language in ("en", "hi")
        for phrase in concept.triggers.get(language, ())
        if not phrase.endswith("?") and not phrase.startswith("to ") and " + " not in phrase and " / " not in phrase
    ]


@pytest.mark.parametrize(
    "head", ["{byline}\nRain fell.", "Rain\n{byline}, Gaya: Rain fell.", "Rain\n\n{byline}\nIt fell."]
)
def test_a_newspaper_is_known_by_how_its_reporters_sign(head: str) -> None:
    signed = [(paper.id, byline) for paper in vocabulary().newspapers.values() for byline in paper.bylines]
    found = {byline: labels(head.format(byline=byline), "newspaper") for _paper, byline in signed}
    shared = Counter(byline for _paper, byline in signed)
    assert signed
    assert found == {byline: {paper} if shared[byline] == 1 else set() for paper, byline in signed}


def test_nothing_sensational_in_sensitive_entries() -> None:
    words = [p for ps in vocabulary().occupations["sexual-exploitation"].triggers.values() for p in ps]
    assert not [w for w in words if w in {"spa", "bai", "kotha", "sex"}]


# --- Good ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("axis", AXES)
def test_hardly_a_wrong_label(axis: str) -> None:
    found = counts((*NEWS, *UNSEEN, *UNSEEN_AGAIN, *FRESH), axis)
    assert found["right"] / (found["right"] + found["extra"]) >= 0.95


@pytest.mark.parametrize(("axis", "least"), [("themes", 0.6), ("occupations", 0.8), ("regions", 0.95), ("date", 1.0)])
def test_enough_labels_in_texts_that_nobody_foresaw(axis: str, least: float) -> None:
    found = counts(FRESH, axis)
    assert found["right"] / (found["right"] + found["missing"]) >= least


def test_few_labels_are_missed_in_the_texts_that_the_words_were_chosen_by() -> None:
    found = sum((counts(NEWS, axis) for axis in AXES), Counter[str]())
    assert found["missing"] <= 0.12 * (found["missing"] + found["right"])


@pytest.mark.parametrize(
    "text",
    [
        "Child care leave was granted to her.", "She was taken to the labour ward with labour pain.",
        "Three were held for drug trafficking near the school.", "The Labour Party held an election rally.",
        "शराब तस्करी के आरोप में दो गिरफ्तार", "आयकर छापेमारी", "नामांकन पत्र दाखिल किए गए",
        "The bonded warehouse was locked.", "The court marriage took place.", "The red carpet was rolled out.",
    ],
)  # fmt: skip
def test_look_alikes_get_no_theme_and_no_occupation(text: str) -> None:
    assert labels(text, "themes") | labels(text, "occupations") == set()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("औरंगाबाद", None), ("औरंगाबाद, बिहार", "IN-BR/aurangabad"),
        ("Aurangabad and Jalna", "IN-MH/chhatrapati-sambhajinagar"),
        ("Bilaspur", None), ("बिलासपुर (हिमाचल प्रदेश)", "IN-HP/bilaspur"), ("Bilaspur and Korba", "IN-CG/bilaspur"),
        ("हमीरपुर और महोबा", "IN-UP/hamirpur"), ("हमीरपुर, कांगड़ा और ऊना", "IN-HP/hamirpur"),
        ("Pratapgarh", None), ("Pratapgarh in Rajasthan", "IN-RJ/pratapgarh"),
        ("Balrampur", None), ("Balrampur and Gonda", "IN-UP/balrampur"),
        ("रायगढ़", None), ("रायगढ़ और कोरबा", "IN-CG/raigarh"), ("Raigad", "IN-MH/raigad"),
        ("Bijapur", None), ("Bijapur, Karnataka", "IN-KA/vijayapura"), ("बीजापुर और सुकमा", "IN-CG/bijapur"),
        ("Sivakasi", "IN-TN/virudhunagar"), ("मोतिहारी", "IN-BR/east-champaran"), ("चम्पारण", "IN-BR"),
        ("Allahabad", "IN-UP/prayagraj"), ("Allahabad High Court", "IN-UP"), ("इलाहाबाद हाईकोर्ट", "IN-UP"),
        ("Orissa", "IN-OD"), ("Seemanchal", "IN-BR"), ("बाढ़ आई", None), ("शाम को", None), ("थाने में", None),
        ("Bay of Bengal", None), ("The Times of India", None), ("विश्व बाल श्रम निषेध दिवस", None),
    ],
)  # fmt: skip
def test_places(text: str, place: str | None) -> None:
    found = labels(text, "regions")
    assert (place in found) if place else not found
