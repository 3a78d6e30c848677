"""Indian mobile numbers as people write them, apart from landlines, figures in a row and numbers of works.

National Numbering Plan 2003: ten digits, of which a mobile's first is 6 to 9; ``0`` or ``+91`` before them.  Landlines
have a code of the place (two to four digits) and eight to six digits, and are written with a gap between the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.identity.digits import Run, Window, windows

SAID = re.compile(r"\b(?:mob|ph|tel|cell|contact|call|whats?app|phone)|मोबाइल|मोबाईल|फोन|फ़ोन|मो\.|संपर्क|सम्पर्क", re.I)
_REACH = 40
# Codes of places that begin as mobile numbers do (STD codes of two and three digits).
_PLACES = frozenset(
    """79 80 612 621 631 641 651 657 661 663 671 674 680 712 721 724 731 733 734 744 747 751 755 761 771 788
    816 820 821 824 831 832 836 861 863 866 870 877 878 883 884 891""".split()
)
_SPLITS = {
    (1,) * 10, (2, 8), (3, 7), (4, 6), (5, 5), (6, 4), (2, 4, 4), (3, 3, 4), (3, 4, 3), (4, 3, 3), (4, 2, 4), (2, 3, 5),
    (5, 2, 3), (5, 3, 2), (3, 2, 5),
}  # fmt: skip
_CODES = (("", 10), ("91", 12), ("0", 11), ("0091", 14), ("091", 13))


def mobiles(text: str, run: Run) -> Iterator[Window]:
    """The windows of ``run`` that are mobile numbers, with the code of the country or the trunk where there is one."""
    for code, count in _CODES:
        for window in windows(text, run, count):
            national = window.digits.removeprefix(code)
            if len(national) == 10 and national[0] in "6789" and _written(text, window, code):
                yield window


def _written(text: str, window: Window, code: str) -> bool:
    """Whether the digits are written as a mobile number is."""
    said = bool(SAID.search(text[max(0, window.start - _REACH) : window.start]))
    groups = _without(window.groups, code)
    if _is_landline(groups, window.groups):
        return False
    if not code:
        return _dialled(window, said)
    if code == "91" and not (_plus(text, window) or said or window.whole):
        return False
    return "." not in window.gaps[0] or said or len(groups) > 1 if window.gaps else True


def _without(groups: list[str], code: str) -> list[str]:
    """The groups behind the code, of which one may hold both."""
    left = len(code)
    rest: list[str] = []
    for group in groups:
        cut = min(left, len(group))
        left -= cut
        rest += [group[cut:]] if group[cut:] else []
    return rest


def _is_landline(groups: list[str], written: list[str]) -> bool:
    """``0674-2391234``, ``+91 80 2345 6789``: a code that a place has, a gap, and a number that begins with 2 to 6."""
    place, rest = groups[0], "".join(groups[1:])
    # Three groups are a landline's only behind a code of two digits: 3-3-4 is how many write their mobile number.
    if len(groups) != 2 and [len(group) for group in groups] != [2, 4, 4]:
        return False
    if len(place) == 4:
        return len(written[0]) == 5 and len(groups) == 2 and rest[0] == "2"
    return place in _PLACES and rest[0] in "23456"


def _plus(text: str, window: Window) -> bool:
    return text[max(0, window.start - 2) : window.start].strip(" (").endswith("+")


def _dialled(window: Window, said: bool) -> bool:
    """Whether ten digits are written as a telephone number is, and not as figures that stand in a row."""
    sizes, groups = window.sizes, window.groups
    if len(sizes) == 1 or said:
        return window.even or said
    broken = any("\n" in gap and "-" not in gap for gap in window.gaps)
    if not window.even or broken:
        return False
    if sizes == (2, 2, 2, 2, 2):
        return window.whole and groups != sorted(groups)  # the figures of a series rise
    return (window.whole and sizes in _SPLITS) or (sizes == (5, 5) and len(window.run.groups) <= 4)
