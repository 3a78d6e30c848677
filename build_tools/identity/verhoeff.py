"""The check digit of Aadhaar numbers.

J. Verhoeff, Error Detecting Decimal Codes, Mathematical Centre Tract 29, Amsterdam 1969: multiplication in the
dihedral group of ten elements, after a permutation that depends on the place of the digit.
"""

from __future__ import annotations


def _product(a: int, b: int) -> int:
    """The product in the group of the turns (0 to 4) and reflections (5 to 9) of a pentagon."""
    turned = (a + b) % 5 if a < 5 else (a - b) % 5
    return turned + 5 * ((a < 5) != (b < 5))


_TABLE = [[_product(a, b) for b in range(10)] for a in range(10)]
_FIRST = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)
_TURNS = [list(range(10))]
for _ in range(7):
    _TURNS.append([_FIRST[digit] for digit in _TURNS[-1]])


def _sum(digits: str) -> int:
    check = 0
    for place, digit in enumerate(reversed(digits)):
        check = _TABLE[check][_TURNS[place % 8][int(digit)]]
    return check


def is_valid(digits: str) -> bool:
    """Whether the last of ``digits`` (ASCII) is the check digit of those before it."""
    return _sum(digits) == 0


def check_digit(digits: str) -> str:
    """The digit that makes ``digits`` valid when it is put behind them."""
    return next(str(digit) for digit in range(10) if is_valid(digits + str(digit)))
