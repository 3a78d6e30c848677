"""What the fields of records accept, and what they make of it."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from build_tools.model import (
    RECORD_TYPES,
    Concept,
    Page,
    Place,
    Reading,
    Source,
    Term,
    Vocabulary,
    Word,
    slugify,
)


def page(**fields: Any) -> Page:
    return Page.model_validate({"id": "x", "title": "A page", **fields})


def kinds(**fields: Any) -> list[str]:
    """The kinds of pydantic's findings."""
    with pytest.raises(ValidationError) as caught:
        page(**fields)
    return [finding["type"] for finding in caught.value.errors()]


@pytest.mark.parametrize(
    "value", ["2019", "2019-03", "2019-03-14", "2020-02-29", "2018/2020", "2018-11/2019", "1500", "2100-12-31"]
)
def test_dates_as_exact_as_they_are_known(value: str) -> None:
    assert page(date=value).date == value


def test_a_year_may_be_typed_as_a_number() -> None:
    assert page(date=2019).date == "2019"
    assert page(date="2019-03").year == 2019
    assert page().year is None


@pytest.mark.parametrize(
    "value", ["", "19", "2019-1", "2019-3-4", "14-03-2019", "2019/", "/2019", "2019-03-14T10:00", "2019 "]
)
def test_what_is_not_written_as_a_date(value: str) -> None:
    assert kinds(date=value) == ["date_form"]


def test_digits_of_other_scripts_are_no_date() -> None:
    assert kinds(date="२०१९") == ["date_form"]


def test_blanks_are_no_title() -> None:
    assert kinds(title="   ") == ["string_too_short"]


@pytest.mark.parametrize(
    "value",
    ["2019-00", "2019-13", "2019-02-29", "2019-04-31", "2019-01-00", "1499", "2101", "2020/2018", "2019/2019-00"],
)
def test_days_that_never_were(value: str) -> None:
    assert kinds(date=value) == ["date_impossible"]


@pytest.mark.parametrize("value", [True, 2019.5, ["2019"]])
def test_what_is_no_date_at_all(value: Any) -> None:
    assert kinds(date=value) == ["string_type"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("@rao1991", {"cite": "rao1991"}),
        ("@rao1991, pp. 12-14", {"cite": "rao1991", "pages": "12-14"}),
        ("@rao1991,p. 3", {"cite": "rao1991", "pages": "3"}),
        ("  @rao1991 , 7 ", {"cite": "rao1991", "pages": "7"}),
        ("The Gazette <https://example.org/a?b=c>", {"title": "The Gazette", "url": "https://example.org/a?b=c"}),
        ("https://example.org/a", {"title": "https://example.org/a", "url": "https://example.org/a"}),
        ("The Gazette, 2001", {"title": "The Gazette, 2001"}),
        ("Wells <not an address>", {"title": "Wells <not an address>"}),
        ({"title": "The Gazette", "year": 2001, "pages": 4}, {"title": "The Gazette", "year": 2001, "pages": "4"}),
    ],
)
def test_the_short_forms_of_a_source(written: Any, meant: dict[str, Any]) -> None:
    assert page(sources=[written]).sources == (Source(**meant),)


def test_one_value_stands_for_a_list_of_one() -> None:
    made = page(themes="wells", sources="@rao1991", regions="IN-RJ/jaipur", related=[])
    assert (made.themes, made.regions, made.related) == (("wells",), ("IN-RJ/jaipur",), ())
    assert made.sources == (Source(cite="rao1991"),)


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"colour": "red"}, "extra_forbidden"),
        ({"title": ["A"]}, "string_type"),
        ({"title": None}, "string_type"),
        ({"title": ""}, "string_too_short"),
        ({"title": "x" * 501}, "string_too_long"),
        ({"title": "a\u202eb"}, "text_control"),
        ({"summary": "a\x00b"}, "text_control"),
        ({"id": "A Page"}, "string_pattern_mismatch"),
        ({"id": "page-"}, "string_pattern_mismatch"),
        ({"id": "page\n"}, "string_pattern_mismatch"),
        ({"language": "Hindi"}, "string_pattern_mismatch"),
        ({"regions": "India"}, "region_form"),
        ({"regions": "IN-RJ/Jaipur"}, "region_form"),
        ({"verified": "true"}, "bool_type"),
        ({"order": "1"}, "int_type"),
        ({"sources": [{"url": "javascript:alert(1)"}]}, "url_form"),
        ({"sources": [{"url": "https://a b.example"}]}, "url_form"),
        ({"sources": [{"url": 'https://example.org/"onclick="'}]}, "url_form"),
    ],
)
def test_what_is_refused(fields: dict[str, Any], kind: str) -> None:
    assert kinds(**fields) == [kind]


def test_line_breaks_in_a_line_become_spaces() -> None:
    assert page(title=" A\n  page\u00a0of wells ").title == "A page of wells"


def test_a_record_does_not_change_once_it_is_read() -> None:
    with pytest.raises(ValidationError):
        setattr(page(), "title", "Another")  # noqa: B010 - the type checker knows it already


def test_every_type_is_registered_under_its_own_name_and_described() -> None:
    for name, kind in RECORD_TYPES.items():
        assert kind.model_fields["type"].default == name
        assert kind.__doc__
    assert len({kind.folder for kind in RECORD_TYPES.values()}) == len(RECORD_TYPES)


def test_the_uid_names_record_and_language() -> None:
    term = Term(id="well", title="कुआँ", language="hi", definition="पानी का गड्ढा")
    assert term.uid == "well.hi"


@pytest.mark.parametrize(
    ("text", "slug"),
    [("Rao_1991", "rao-1991"), ("  A Good  Guide! ", "a-good-guide"), ("कुआँ", ""), ("a--b", "a-b"), ("Été", "t")],
)
def test_slugs(text: str, slug: str) -> None:
    assert slugify(text) == slug


VOCABULARY = Vocabulary(
    places={
        "IN": Place("IN", "country", {"en": "India", "hi": "भारत"}),
        "IN-RJ": Place("IN-RJ", "state", {"en": "Rajasthan"}, "IN"),
        "IN-RJ/jaipur": Place("IN-RJ/jaipur", "district", {"en": "Jaipur"}, "IN-RJ"),
        "XX": Place("XX", "country", {}, "YY"),
        "YY": Place("YY", "country", {}, "XX"),
    }
)


def test_places_lie_in_places() -> None:
    assert VOCABULARY.lineage("IN-RJ/jaipur") == ("IN-RJ/jaipur", "IN-RJ", "IN")
    assert VOCABULARY.lineage("nowhere") == ()
    assert VOCABULARY.lineage("XX") == ("XX", "YY")  # a mistake in the data ends
    assert VOCABULARY.children["IN"] == ("IN-RJ",)


def test_labels_fall_back_to_what_there_is() -> None:
    assert (VOCABULARY.places["IN"].label("hi"), VOCABULARY.places["IN-RJ"].label("hi")) == ("भारत", "Rajasthan")
    assert (VOCABULARY.places["XX"].label("hi"), Concept("wells", {}).label("en")) == ("XX", "wells")


def test_the_confidence_of_a_reading_weighs_words_by_their_letters() -> None:
    words = (Word("well", (0, 0, 1, 1), 90, 0), Word("a", (0, 0, 1, 1), 40, 0))
    reading = Reading("well a", words, ("eng",), "engine", "1", {}, ((1, 1),))
    assert reading.confidence == pytest.approx(80)
    assert Reading("", (), (), "engine", "1", {}, ()).confidence == 0


def test_a_reading_carries_nothing_that_cannot_be_seen() -> None:
    reading = Reading("a\x00b\u202egpj\u202c\nक\u200dष\tc\x85", (), ("eng",), "none", "1", {}, ((9, 9),))
    assert reading.text == "abgpj\nक\u200dष\tc"
