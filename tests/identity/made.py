"""Numbers and names for the tests: made by chance with a right check digit, and nobody's that we know of."""

from __future__ import annotations

from random import Random

from build_tools.identity import verhoeff

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def digits(random: Random, count: int, first: str = "0123456789") -> str:
    return random.choice(first) + "".join(random.choice("0123456789") for _ in range(count - 1))


def aadhaar(random: Random) -> str:
    start = digits(random, 11, "23456789")
    return start + verhoeff.check_digit(start)


def mobile(random: Random) -> str:
    return digits(random, 10, "6789")


def pan(random: Random) -> str:
    letters = [random.choice(LETTERS) for _ in range(5)]
    letters[3] = "P"
    return "".join(letters) + digits(random, 4) + random.choice(LETTERS)


def voter(random: Random) -> str:
    return "Z" + "".join(random.choice("BCFGHJKNQRTVWXYZ") for _ in range(2)) + digits(random, 7)


def passport(random: Random) -> str:
    return random.choice("JKLMNPRSTUVWZ") + digits(random, 7, "123456789")


def devanagari(text: str) -> str:
    return text.translate(str.maketrans("0123456789", "०१२३४५६७८९"))
