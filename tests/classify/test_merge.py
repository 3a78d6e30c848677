from __future__ import annotations

from build_tools.classify import labels_for
from build_tools.model import Clipping, Evidence, Label

MACHINE = (
    Label("themes", "wells", 0.9, (Evidence("well", 0, 4),), "machine"),
    Label("occupations", "digging", 0.6, (Evidence("dig", 5, 8),), "machine"),
    Label("regions", "IN-BR", 0.7, (Evidence("Bihar", 9, 14),), "machine"),
    Label("date", "2018-07-27", 0.9, (Evidence("27/07/2018", 15, 25),), "machine"),
)


def clipping(**fields: object) -> Clipping:
    return Clipping.model_validate({"id": "x", "title": "X", **fields})


def test_a_silent_record_takes_the_machines_labels() -> None:
    assert labels_for(clipping(), MACHINE) == MACHINE


def test_a_curators_value_replaces_the_axis_and_no_other() -> None:
    labels = labels_for(clipping(themes=["floods", "boats"]), MACHINE)
    assert labels == (Label("themes", "floods"), Label("themes", "boats"), *MACHINE[1:])
    assert {label.origin for label in labels[:2]} == {"curator"}


def test_an_empty_list_means_none() -> None:
    labels = labels_for(clipping(themes=[], occupations=[], regions=[]), MACHINE)
    assert labels == (MACHINE[3],)


def test_a_date_is_a_word_too() -> None:
    assert labels_for(clipping(date="2017"), MACHINE)[-1] == Label("date", "2017")


def test_a_value_given_twice_is_one_label() -> None:
    assert labels_for(clipping(regions=["IN", "IN"]), ()) == (Label("regions", "IN"),)


DAY = Label("day", "XXXX-07-27", 0.8, (Evidence("July 27", 0, 7),), "machine")
PAPER = Label("newspaper", "tide", 0.9, (Evidence("TIDE", 8, 12),), "machine")


def test_a_day_without_its_year_stands_only_where_no_date_does() -> None:
    assert labels_for(clipping(), (DAY,)) == (DAY,)
    assert labels_for(clipping(date="2018"), (DAY,)) == (Label("date", "2018"),)
    assert DAY not in labels_for(clipping(), (*MACHINE, DAY))


def test_a_curators_newspaper_sticks() -> None:
    assert labels_for(clipping(), (PAPER,)) == (PAPER,)
    assert labels_for(clipping(newspaper="Some Paper"), (PAPER,)) == (Label("newspaper", "Some Paper"),)
