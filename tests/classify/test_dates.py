from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.classify import Classifier
from build_tools.model import Vocabulary
from tests.classify.support import values

CLASSIFIER = Classifier(Vocabulary())


def date(text: str, title: str = "") -> str | None:
    found = values(CLASSIFIER.classify(text, title=title), "date")
    assert len(found) <= 1
    return found[0] if found else None


@pytest.mark.parametrize(
    "text",
    [
        "27 July 2018", "27 JUL 2018", "27th July, 2018", "July 27, 2018", "July 27th, 2018", "27/07/2018", "27-7-2018",
        "27.07.2018", "2018-07-27", "2018/07/27", "27 जुलाई 2018", "२७ जुलाई २०१८", "जुलाई 27, 2018", "27जुलाई2018",
        "शुक्रवार, 27 जुलाई 2018", "27 जुलाई 2018, शुक्रवार", "Friday, July 27, 2018", "Fri 27 Jul 2018",
        "पेज 4 | जयपुर | 27 जुलाई 2018", "२७/०७/२०१८", "(27-07-2018)",
    ],
)  # fmt: skip
def test_forms(text: str) -> None:
    assert date(text) == "2018-07-27"


@pytest.mark.parametrize(
    "text",
    [
        "31 June 2018", "31st June 2018", "30 फरवरी 2019", "29 February 2019", "07/27/2018", "0 July 2018",
        "27/13/2018", "2018-13-01",
        "27 July", "27 जुलाई", "27/07/18", "शुक्रवार", "July", "2018", "27 July 20188", "1/27/07/2018", "27/07/2018/1",
        "27 July 1520", "127/07/2018", "version 1.2.2018.5", "Monday, 27 July 2018", "सोमवार 27 जुलाई 2018",
        "26-27 July 2018", "may 2018 be better",
        "27 apples, July 2018 sales were good and rose and rose again in August and later",
    ],
)  # fmt: skip
def test_no_date(text: str) -> None:
    assert date(text) is None


def test_a_leap_day_is_a_day() -> None:
    assert date("29 February 2020") == "2020-02-29"


def test_nukta_and_anusvara_in_months() -> None:
    assert date("3 फ़रवरी 2019") == "2019-02-03"
    assert date("3 सितम्बर 2019") == date("3 सितंबर 2019") == "2019-09-03"


def test_the_strip_wins_over_the_text() -> None:
    story = "\n\nOn 3 May 2015 the wells were dug, said the engineer, and by 9 June 2016 they had all run dry again."
    assert date("Friday 27 July 2018\nPatna edition" + story) == "2018-07-27"


def test_a_dateline_wins_over_the_text() -> None:
    text = "PATNA, July 27, 2018: The wells that were dug have now run dry, said an engineer. " + "More follows. " * 40
    assert date(text + "They were dug on 3 May 2015.") == "2018-07-27"


def test_dates_that_disagree_give_none() -> None:
    assert date("27 July 2018\n28 July 2018") is None


def test_a_month_is_not_taken_for_a_date_whose_day_is_spoilt() -> None:
    assert date("Shillong, 20t`h November 2003.") is None


def test_a_date_in_the_story_is_no_date_of_print() -> None:
    assert date("word " * 120 + "27 July 2018") is None
    assert date("Kolar: " + "word " * 20 + "on 13 March 2020, the day it shut.") is None


def test_a_month_counts_in_the_strip_only() -> None:
    assert date("जून 2019") == "2019-06"
    assert date("Volume 3, June 2019\nThe wells") == "2019-06"
    assert date("word " * 120 + "since June 2019") is None


def test_evidence_holds_the_weekday() -> None:
    text = "Patna. Friday, 27 July 2018"
    (label,) = CLASSIFIER.classify(text)
    (evidence,) = label.evidence
    assert evidence.text == "Friday, 27 July 2018" == text[evidence.start : evidence.end]


def test_a_date_in_the_title() -> None:
    assert date("Nothing.", title="Wells on 27 July 2018") == "2018-07-27"


@given(
    st.dates(dt.date(1800, 1, 1), dt.date(2099, 12, 31)),
    st.sampled_from(["%d %B %Y", "%d/%m/%Y", "%Y-%m-%d", "%A, %d %b %Y"]),
)
def test_any_real_date_is_read(day: dt.date, form: str) -> None:
    assert date(day.strftime(form)) == day.isoformat()


@given(st.integers(0, 99), st.integers(0, 99), st.integers(1800, 2099))
def test_only_real_dates_are_read(day: int, month: int, year: int) -> None:
    found = date(f"{day:02d}.{month:02d}.{year}")
    try:
        assert found == dt.date(year, month, day).isoformat()
    except ValueError:
        assert found is None


@pytest.mark.parametrize(
    "text", ["Ludhiana, 27 July 201 8: Rain.", "लुधियाना, 27 जुलाई 2 018। बारिश।", "27.7.20 18\nRain fell."]
)
def test_a_year_in_two_pieces_is_one(text: str) -> None:
    assert date(text) == "2018-07-27"


def test_figures_beside_a_date_are_no_part_of_it() -> None:
    assert date("Ludhiana, 27 July 2018 3 boys") == "2018-07-27"
    assert date("27 July 201 84\nRain.") is None
    assert date("2.7 July 2018\nRain.") is None


def day(text: str, name: str = "") -> tuple[str, str] | None:
    found = [label for label in CLASSIFIER.classify(text, name=name) if label.axis in ("date", "day")]
    assert len(found) <= 1
    return (found[0].axis, found[0].value) if found else None


@pytest.mark.parametrize(
    "text",
    [
        "LUDHIANA, July 27: Rain fell.",
        "Ludhiana, 27 July: Rain fell.",
        "लुधियाना, २७ जुलाई। बारिश हुई।",
        "27th of July\nRain fell.",
        "Friday, July 27\nRain fell.",
        "LUDHIANA, JULY 27 - Rain fell. It had not rained since May.",
        "लुधियाना। शुक्रवार, 27 जुलाई। बारिश हुई।",
        "लुधियाना, 27 जुलाई (संवाददाता): बारिश हुई।",
        "LUDHIANA, July 27, Our Correspondent: Rain fell.",
        "Ludhiana 27 July PTI — Rain fell.",
    ],
)
def test_a_day_without_its_year_is_said_and_no_year_is_guessed(text: str) -> None:
    assert day(text) == ("day", "XXXX-07-27")
    assert day(text, "clippings/2018/rain.jpg") == ("date", "2018-07-27")


@pytest.mark.parametrize(
    "text",
    [
        "It may 12 times rain.",
        "LUDHIANA, February 30: Rain.",
        "Rain from 27-28 July",
        "27 July\n28 July",
        "Rain. " * 40 + "On July 27 it rained.",
        "No fishing from July 27\nBoats stay in port.",
        "Rain is likely around July 27, a week late: so the office says.",
        "Sir, Your report (July 27) ends where the trouble begins.",
        "27 जुलाई की बैठक में फैसला हुआ।",
        "On July 27, 1,986 boys were counted.",
        "Thursday, July 27, 2018\nRain fell.",  # it was a Friday: one of the two is misread
    ],
)
def test_no_day_where_none_is_sure(text: str) -> None:
    assert day(text) is None


def test_a_day_in_the_title_is_the_day_of_the_text() -> None:
    found = CLASSIFIER.classify("Rain fell.", title="LUDHIANA, July 27")
    assert values(found, "day") == ["XXXX-07-27"]


def test_a_whole_date_leaves_no_day_beside_it() -> None:
    assert day("LUDHIANA, July 27: Rain fell.\n\n28 July 2018") == ("date", "2018-07-28")


def test_the_folder_completes_no_impossible_day() -> None:
    assert day("LUDHIANA, February 29: Rain.", "clippings/2018/rain.jpg") == ("day", "XXXX-02-29")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("clippings/2018/rain-2018-07-27.jpg", ("date", "2018-07-27")),
        ("clippings/2018/IMG-2018-07-27-WA0001.jpg", None),
        ("clippings/2018/WhatsApp Image 2018-07-27.jpg", None),
        ("clippings/2018/IMG-20180727-WA0001.jpg", None),
        ("clippings/2018/rain-2018-13-27.jpg", None),
        ("clippings/2018/rain.jpg", None),
    ],
)
def test_a_date_in_the_name_of_the_file(name: str, expected: tuple[str, str] | None) -> None:
    assert day("Rain fell.", name) == expected
    assert day("26 July 2018\nRain fell.", name) == ("date", "2018-07-26")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Friday, 27.7.18", "2018-07-27"), ("27 Jul 18, Friday", "2018-07-27"), ("Monday 27 July 98", "1998-07-27"),
        ("27.7.18", None), ("Monday, 27.7.18", None), ("27 जुलाई सन् 2018", "2018-07-27"),
        ("27th of July 2018", "2018-07-27"),
        ("somvar, 2 julai 2018", "2018-07-02"),
    ],
)  # fmt: skip
def test_short_years_and_small_words(text: str, expected: str | None) -> None:
    assert date(text) == expected
