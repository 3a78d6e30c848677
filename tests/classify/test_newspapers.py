from __future__ import annotations

import pytest

from build_tools.classify import Classifier
from build_tools.model import Newspaper, Place, Vocabulary
from tests.classify.support import values

PAPERS = (
    Newspaper("harbour-times", "The Harbour Times", bylines=("HT Correspondent",)),
    Newspaper("new-harbour-times", "The New Harbour Times"),
    Newspaper("dainik-dariya", "Dainik Dariya", "दैनिक दरिया", "hi", bylines=("दरिया संवाददाता",)),
    Newspaper("tide", "Tide"),
    Newspaper("aj", "Aj", "आज", "hi"),
    Newspaper("lighthouse", "Lighthouse"),
    Newspaper("lighthouse-west", "Lighthouse (West)"),
    Newspaper("anchor-north", "Anchor (North)"),
    Newspaper("anchor-south", "Anchor (South)"),
    Newspaper("goa", "Goa"),
)
CLASSIFIER = Classifier(
    Vocabulary(places={"IN-GA": Place("IN-GA", "state", {"en": "Goa"})}, newspapers={p.id: p for p in PAPERS})
)


def newspaper(text: str, title: str = "") -> str | None:
    found = values(CLASSIFIER.classify(text, title=title), "newspaper")
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("THE HARBOUR TIMES\nFriday, 27 July 2018 | Page 4\nRain fell.", "harbour-times"),
        ("Harbour Times, Patna, 27 July 2018, page 3", "harbour-times"),
        ("27 July 2018 The Harbour Times\nRain fell.", "harbour-times"),
        ("The New Harbour Times\nRain fell.", "new-harbour-times"),
        ("दैनिक दरिया\nपेज 4 | २७ जुलाई २०१८\nबारिश हुई।", "dainik-dariya"),
        ("Rain fell.\nIt fell all day.\n" * 5 + "Harbour Times", "harbour-times"),
        ("Rain\nHT Correspondent\nPATNA: Rain fell.", "harbour-times"),
        ("दरिया संवाददाता, गया: बारिश हुई।", "dainik-dariya"),
        ("TIDE\n27.07.2018\nRain fell.", "tide"),
        ("Lighthouse\nRain fell.", "lighthouse"),
        ("The Harb0ur Tirnes\n27 July 2018", "harbour-times"),
    ],
)
def test_masthead_and_byline(text: str, paper: str) -> None:
    assert newspaper(text) == paper


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell, the minister told The Harbour Times.",
        "He told the\nHarbour Times that rain would fall for days and weeks and months to come.",
        "The tide came in.",
        "आज\nबारिश हुई।",
        "Tide comes in\nRain fell.",
        "Harbour Times\nDainik Dariya\nRain fell.",
        "Anchor\n27 July 2018",
        "Goa\nRain fell.",
        "Rain fell. HT Correspondent saw it.",
        "",
    ],
)
def test_a_name_elsewhere_says_nothing(text: str) -> None:
    assert newspaper(text) is None


def test_evidence_is_the_name_as_printed() -> None:
    text = "Rain\n\nTHE HARBOUR TIMES\nPage 4"
    (label,) = [label for label in CLASSIFIER.classify(text) if label.axis == "newspaper"]
    assert [e.text for e in label.evidence] == ["HARBOUR TIMES"]
    assert label.score >= 0.8
