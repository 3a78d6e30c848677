from __future__ import annotations

import pytest

from build_tools.checks import identity_person
from build_tools.diagnostics import Severity
from tests.identity.drawn import face, jpeg, scene

from .conftest import BankOf
from .support import guide, said

FACE, SCENE = jpeg(face()), jpeg(scene())


def test_a_clipping_with_a_face_awaits_two_people(bank: BankOf) -> None:
    made = bank({"clippings/2019/x.jpg": FACE, "clippings/2019/y.jpg": SCENE})
    [found] = said(identity_person, made)
    assert (found.path, found.line, found.subject) == ("clippings/2019/x.jpg", 0, "x.en")
    assert found.severity is Severity.WARNING
    # The answer is kept, and a damaged one is found anew.
    for kept in (made.root / ".cache/people").iterdir():
        kept.write_bytes(b"damaged")
    assert said(identity_person, made) == [found]


def test_a_picture_of_a_body(bank: BankOf) -> None:
    files: dict[str, str | bytes] = {"content/guides/x.md": guide("![A person](a.jpg)"), "content/guides/a.jpg": FACE}
    [found] = said(identity_person, bank(files))
    assert (found.path, found.subject) == ("content/guides/a.jpg", "x.en")


@pytest.mark.parametrize(
    "files",
    [
        {
            "clippings/2019/x.jpg": FACE,
            "clippings/2019/x.yml": "title: X\nidentity_review: [A. Reader, Another Reader]\n",
        },
        {"content/guides/a.jpg": FACE},
        {"clippings/2019/x.jpg": b"no picture"},
    ],
)
def test_what_was_reviewed_or_is_not_shown_is_not_looked_at(bank: BankOf, files: dict[str, str | bytes]) -> None:
    made = bank(files)
    assert said(identity_person, made) == []
    assert not list((made.root / ".cache").glob("people/*"))
