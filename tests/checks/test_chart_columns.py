from __future__ import annotations

from build_tools.checks import chart_columns
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import dataset, places, said


def test_a_column_that_is_not_there(bank: BankOf) -> None:
    charts = "\n  - {label: yaer, value: depth}\n  - {label: year, value: depht, where: {place: North}}"
    found = said(chart_columns, bank(dataset(charts=charts)))
    assert places(found) == [("depths.yml", 11)] + [("depths.yml", 12)] * 2
    assert 'Did you mean "year"?' in found[0].hint
    assert {(d.severity, d.subject) for d in found} == {(Severity.ERROR, "depths.en")}


def test_a_column_without_numbers(bank: BankOf) -> None:
    [found] = said(chart_columns, bank(dataset(charts="[{label: year, value: source}]")))
    assert "nothing to show" in found.message


def test_a_choice_of_rows_that_chooses_none(bank: BankOf) -> None:
    [found] = said(chart_columns, bank(dataset(charts="[{label: year, value: depth, where: {source: Nobody}}]")))
    assert "where" in found.hint


def test_words_among_numbers_are_a_warning(bank: BankOf) -> None:
    table = 'year,depth,source\n2001,"1,200",A\n2002,about 12,A\n2003,,A\n2004,many,A\n'
    [found] = said(chart_columns, bank(dataset(table, charts="[{label: year, value: depth}]")))
    assert (found.path, found.line, found.severity) == ("content/data/depths.csv", 3, Severity.WARNING)
    assert '"about 12"' in found.message


def test_a_table_of_other_columns_is_said_once(bank: BankOf) -> None:
    table = "year,depth,source,note\n2001,12,A,\n"
    assert said(chart_columns, bank(dataset(table, charts="[{label: year, value: width}]"))) != []
    columns = "\n  - {name: year, title: Y}\n  - {name: depth, title: D}\n  - {name: width, title: W}"
    assert said(chart_columns, bank(dataset(table, columns=columns, charts="[{label: year, value: width}]"))) == []


def test_nothing_is_said_of_a_good_chart(bank: BankOf) -> None:
    chart = "[{label: year, value: depth, where: {source: A record}}]"
    assert said(chart_columns, bank(dataset(charts=chart))) == []
