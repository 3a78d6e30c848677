from __future__ import annotations

from random import Random

import pytest

from build_tools.identity import verhoeff

from .made import digits


def test_the_example_of_the_method() -> None:
    """236 has the check digit 3 (Verhoeff 1969)."""
    assert verhoeff.check_digit("236") == "3"
    assert verhoeff.is_valid("2363")


@pytest.mark.parametrize("seed", range(20))
def test_one_wrong_digit_and_two_that_changed_places_are_noticed(seed: int) -> None:
    start = digits(Random(seed), 11, "23456789")
    number = start + verhoeff.check_digit(start)
    assert verhoeff.is_valid(number)
    for at in range(12):
        other = str((int(number[at]) + 1) % 10)
        assert not verhoeff.is_valid(number[:at] + other + number[at + 1 :])
        swapped = number[:at] + number[at : at + 2][::-1] + number[at + 2 :]
        assert swapped == number or not verhoeff.is_valid(swapped)
