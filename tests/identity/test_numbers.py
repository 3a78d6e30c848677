"""Numbers of people, however they are written; and numbers of other things, which are let through."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from build_tools.identity import Kind, blocks, find, public

from . import made


def kinds(text: str, **listed: tuple[str, ...]) -> set[Kind]:
    return {f.kind for f in blocks(text, public(listed.get("phones", ()), listed.get("emails", ())), markup=True)}


WAYS: dict[str, Callable[[str], str]] = {
    "plain": lambda n: n,
    "fours": lambda n: f"{n[:4]} {n[4:8]} {n[8:]}",
    "hyphens": lambda n: f"{n[:4]}-{n[4:8]}-{n[8:]}",
    "dashes": lambda n: f"{n[:4]}–{n[4:8]}–{n[8:]}",
    "dots": lambda n: f"{n[:4]}.{n[4:8]}.{n[8:]}",
    "single": " ".join,
    "sixes": lambda n: f"{n[:6]} {n[6:]}",
    "joiners": "\u200b".join,
    "bold": lambda n: f"{n[:6]}**{n[6:]}**",
    "devanagari": lambda n: made.devanagari(f"{n[:4]} {n[4:8]} {n[8:]}"),
    "look-alikes": lambda n: n.replace("0", "O").replace("1", "l"),
    "line end": lambda n: f"{n[:4]} {n[4:8]}\n{n[8:]}",
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("seed", range(5))
def test_an_aadhaar_number_in_every_script_and_split(way: str, seed: int) -> None:
    number = made.aadhaar(Random(seed))
    assert Kind.AADHAAR in kinds(f"The card says {WAYS[way](number)}, as we saw.")


def test_a_misread_aadhaar_number_after_its_name() -> None:
    number = made.aadhaar(Random(1))
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    assert kinds(f"Number {wrong}") == set()
    assert kinds(f"Aadhaar No. {wrong}") == {Kind.AADHAAR}
    assert kinds(f"आधार संख्या {made.devanagari(wrong)}") == {Kind.AADHAAR}


MOBILES: dict[str, Callable[[str], str]] = {
    "plain": lambda n: n,
    "fives": lambda n: f"{n[:5]} {n[5:]}",
    "hyphen": lambda n: f"{n[:5]}-{n[5:]}",
    "threes": lambda n: f"{n[:3]} {n[3:6]} {n[6:]}",
    "four-three": lambda n: f"{n[:4]} {n[4:7]} {n[7:]}",
    "single": " ".join,
    "country": lambda n: f"+91 {n[:5]} {n[5:]}",
    "country-joined": lambda n: f"+91-{n}",
    "country-brackets": lambda n: f"(+91) {n[:5]}-{n[5:]}",
    "country-bare": lambda n: f"91{n}",
    "trunk": lambda n: f"0{n}",
    "trunk-apart": lambda n: f"0 {n[:5]} {n[5:]}",
    "devanagari": lambda n: f"मो. {made.devanagari(n)}",
    "chat": lambda n: f"https://wa.me/91{n}",
    "words": lambda n: f"Mob:{n}",
}


@pytest.mark.parametrize("way", MOBILES)
@pytest.mark.parametrize("seed", range(5))
def test_a_mobile_number_in_every_split(way: str, seed: int) -> None:
    assert Kind.MOBILE in kinds(f"Reach them at {MOBILES[way](made.mobile(Random(seed)))} in the evening")


@pytest.mark.parametrize("seed", range(8))
def test_cards(seed: int) -> None:
    random = Random(seed)
    pan, voter, passport = made.pan(random), made.voter(random), made.passport(random)
    assert kinds(f"Card {pan} was shown") == {Kind.PAN}
    assert kinds(f"PAN: {pan.lower()}") == {Kind.PAN}
    assert kinds(f"{pan[:5]} {pan[5:9]} {pan[9]}") == {Kind.PAN}
    assert kinds(f"Card {voter} was shown") == {Kind.VOTER}
    assert kinds(f"EPIC {voter[:3]} {voter[3:]}") == {Kind.VOTER}
    assert kinds("the older card UP/12/123/123456") == {Kind.VOTER}
    assert kinds(f"Card {passport} was shown") == {Kind.PASSPORT}
    assert kinds(f"passport {passport[0]} {passport[1:]}") == {Kind.PASSPORT}
    assert kinds(f"the card ]{passport[1:]} was") == {Kind.PASSPORT}
    assert kinds(f"see [{passport[1:]}]") == set()


@pytest.mark.parametrize(
    "text",
    [
        "somebody@gmail.com",
        "some.body+x@mail.some-domain.co.in",
        "somebody (at) gmail (dot) com",
        "somebody[at]some-domain.in",
        "somebody @ gmail . com",
        "some&#64;body.in",
        "mailto:somebody@some-domain.in",
        "somebody©gmail.com",
    ],
)
def test_an_address_of_somebody(text: str) -> None:
    assert kinds(f"Write to {text} today") == {Kind.EMAIL}


def test_what_the_directory_lists_is_public() -> None:
    number = made.mobile(Random(3))
    written = f"Call +91 {number[:5]} {number[5:]} or write to Office@Some-Domain.in."
    assert kinds(written) == {Kind.MOBILE, Kind.EMAIL}
    assert kinds(written, phones=(f"1098 / 0{number}",), emails=("office@some-domain.in",)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Call 1098 or 112, or 1800 102 7222.",
        "ISBN 978-81-250-1234-5, ISBN 81-250-1234-5, isbn = {8125012345}",
        "9788125012344",
        "https://doi.org/10.1177/0973174118785234 and 10.1000/9876543210",
        "https://news.example.org/story/articleshow/9876543210.cms",
        "2001 2011 2021 and 1971 1981 1991; 2015-16 2016-17",
        "₹9876543210, 9876543210 crore, Rs. 234567890124",
        "Patna 0612-2215555, Bengaluru +91 80 2345 6789, 0674-2391234",
        "12,34,56,789 of 1,21,08,54,977",
        "75 80 85 90 95",
        "26.912434 75.787271",
        "8000 9000 10",
        "2026-11-22, 20230224152705968968561",
        "PMC1234567, S.O. 2345(E), G.S.R. 456(E), singh2019a, LGD 101, 233001",
        "info@example.org, logo@2x.png, @weiner1991, [@rao-1991, pp. 3-4]",
        "meet at noon (at school) © 2019 Name.Org",
        "Article 24 of 1950; section 3(1)(a)",
        "SN  - 9221176843",
        "urn:uuid:bd690710-8a6a-5b2f-a49f-d4100d54c1a6",
    ],
)
def test_numbers_of_other_things(text: str) -> None:
    assert kinds(text) == set()


def test_places_are_those_of_the_text_as_given() -> None:
    number = made.devanagari(made.mobile(Random(5)))
    text = f"पहली पंक्ति\nदूसरी **{number}** पंक्ति"
    [found] = blocks(text, markup=True)
    assert text[found.start : found.end] == number
    assert (found.line(text), found.line(text, 10)) == (2, 11)


def test_long_rows_of_figures_take_little_time() -> None:
    assert blocks("7 " * 50_000 + "98 76 " * 20_000 + "@" * 20_000 + "a" * 50_000) == []


@pytest.mark.parametrize(
    "text",
    [
        "लिखा 17243942 मिला",
        "stands $1113642 in blue",
        "१८४१७९ २२१८४९ लिखा था",
        "card 1887 9680 9374",
        "दर्ज ४5376473 और",
    ],
)
def test_what_may_have_been_misread_awaits_review_in_readings_only(text: str) -> None:
    assert {f.kind for f in find(text, scanned=True)} == {Kind.MISREAD}
    assert find(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "on 20112019 it rained", "file 20191120 of it", "Rs 12345678 in all", "Phone 26707283", "फोन 26707283",
        "011-26707283",
        "1,23,45,678 people", "ISSN 12345678", "12345678 लाख", "of 1234567 and 123456789", "see 1234 5678", "$12.50",
        "1887 968 09374", "at 12345678.5",
    ],
)  # fmt: skip
def test_other_numbers_of_a_reading_stay(text: str) -> None:
    assert find(text, scanned=True) == []
