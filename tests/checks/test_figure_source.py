from __future__ import annotations

from build_tools.checks import figure_source
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import dataset, places, said


def test_a_row_without_year_or_source(bank: BankOf) -> None:
    table = 'year,depth,source\n2001,12,A record\n,13,"A record\nin two lines"\n2003,14,\nlong ago,9,A record\n'
    found = said(figure_source, bank(dataset(table)))
    assert places(found) == [("depths.csv", 3), ("depths.csv", 5), ("depths.csv", 6)]
    assert [d.message.split()[-1] for d in found] == ["year", "source", "year"]
    assert {(d.severity, d.subject) for d in found} == {(Severity.ERROR, "depths.en")}
    assert "date: …" in found[0].hint


def test_a_table_without_the_columns(bank: BankOf) -> None:
    columns = "\n  - {name: place, title: Place}\n  - {name: depth, title: Depth}"
    found = said(figure_source, bank(dataset("place,depth\nNorth,12\n", columns=columns)))
    assert places(found) == [("depths.yml", 6), ("depths.yml", 6)]


def test_what_all_rows_share_stands_in_the_description(bank: BankOf) -> None:
    columns = "\n  - {name: place, title: Place}\n  - {name: depth, title: Depth}"
    files = dataset("place,depth\nNorth,12\n", columns=columns, date="2001", sources='["A record"]')
    assert said(figure_source, bank(files)) == []


def test_nothing_is_said_of_spans_of_years(bank: BankOf) -> None:
    assert said(figure_source, bank(dataset("year,depth,source\n2019-20,12,A record\n"))) == []
