"""A small vocabulary about wells and floods, so that the tests show the classifier knows no subject of its own."""

from __future__ import annotations

from build_tools.model import Ambiguous, Concept, Label, Newspaper, Place, Vocabulary


def concept(identity: str, *, negatives: dict[str, tuple[str, ...]] | None = None, **triggers: str) -> Concept:
    """``triggers`` by language, phrases separated by ``;``; ``roman`` is Hindi in Latin letters."""
    names = {"roman": "hi-Latn"}
    phrases = {names.get(k, k): tuple(p.strip() for p in v.split(";")) for k, v in triggers.items()}
    return Concept(identity, {"en": identity}, triggers=phrases, negatives=negatives or {})


def of(*concepts: Concept) -> Vocabulary:
    return Vocabulary(themes={c.id: c for c in concepts})


def values(labels: tuple[Label, ...], axis: str) -> list[str]:
    return [label.value for label in labels if label.axis == axis]


def _places() -> dict[str, Place]:
    states = (("BR", "Bihar", "बिहार"), ("HP", "Himachal Pradesh", "हिमाचल प्रदेश"), ("RJ", "Rajasthan", "राजस्थान"),
              ("UP", "Uttar Pradesh", "उत्तर प्रदेश"), ("CH", "Chandigarh", "चंडीगढ़"))  # fmt: skip
    districts = (
        ("BR", "Patna", "पटना"), ("BR", "Gaya", "गया"), ("BR", "Nawada", "नवादा"), ("BR", "Champa East", "पूर्वी चंपा"),
        ("BR", "Champa West", "पश्चिमी चंपा"), ("BR", "Araria", "अररिया"), ("BR", "Katihar", "कटिहार"),
        ("HP", "Hamirpur", "हमीरपुर"), ("HP", "Mandi", "मंडी"), ("HP", "Una", "ऊना"), ("UP", "Hamirpur", "हमीरपुर"),
        ("UP", "Mahoba", "महोबा"), ("RJ", "Jaipur", "जयपुर"), ("RJ", "Udaipur", "उदयपुर"), ("CH", "Chandigarh", "चंडीगढ़"),
    )  # fmt: skip
    all_places = [
        Place("001", "world", {"en": "World"}, aliases=("worldwide",)),
        Place("IN", "country", {"en": "India", "hi": "भारत"}),
        Place("NP", "country", {"en": "Nepal", "hi": "नेपाल"}),
    ]
    all_places += [Place(f"IN-{c}", "state", {"en": en, "hi": hi}, "IN") for c, en, hi in states]
    for code, en, hi in districts:
        identity = f"IN-{code}/{en.lower().replace(' ', '-')}"
        seat = "Bankipur (बांकीपुर)" if en == "Patna" else ""
        all_places.append(Place(identity, "district", {"en": en, "hi": hi}, f"IN-{code}", seat=seat))
    return {place.id: place for place in all_places}


PLACES = Vocabulary(
    places=_places(),
    newspapers={"nepal-times": Newspaper("nepal-times", "The Nepal Times")},
    ambiguous=(
        Ambiguous("गया", "word", ("IN-BR/gaya",)),
        Ambiguous("Gaya", "capital", ("IN-BR/gaya",)),
        Ambiguous("मंडी", "word", ("IN-HP/mandi",)),
        Ambiguous("Mandi", "word", ("IN-HP/mandi",)),
        Ambiguous("बाढ़", "word", ("IN-BR/patna",)),
        Ambiguous("Udaipur", "elsewhere", ("IN-RJ/udaipur", "IN-HP/una")),
        Ambiguous("Chandigarh", "dateline", ("IN-CH",)),
        Ambiguous("Champa", "area", ("IN-BR/champa-east", "IN-BR/champa-west")),
        Ambiguous("Borderland", "area", ("IN-BR/patna", "IN-UP/mahoba")),
        Ambiguous("India Gate", "other"),
        Ambiguous("Sanganer", "town", ("IN-RJ/jaipur",)),
    ),
)
