"""A dataset's picture."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from build_tools.model import Chart, Dataset
from build_tools.pages import charts


def dataset(rows: list[list[str]]) -> Dataset:
    return Dataset.model_validate(
        {
            "id": "data-x",
            "title": "<Figures>",
            "definition": "What is counted.",
            "columns": [{"name": n, "title": n.title()} for n in ("place", "year", "value")],
            "rows": rows,
        }
    )


BARS = Chart(kind="bar", label="place", value="value")


@pytest.mark.parametrize(("cell", "number"), [("1,234", 1234), ("1.5", 1.5), ("", None), ("n.a.", None), ("nan", None)])
def test_numbers(cell: str, number: float | None) -> None:
    assert charts.to_number(cell) == number


def test_bars_are_as_long_as_their_values() -> None:
    picture = ElementTree.fromstring(charts.svg(dataset([["A & B", "2001", "50"], ["C", "2001", "100"]]), BARS))
    lengths = [int(e.attrib["width"]) for e in picture.iter("rect")]
    assert lengths[1] == 2 * lengths[0]
    assert [e.text for e in picture.iter("text")] == ["A & B", "50", "C", "100"]
    assert "<Figures>" in (picture.findtext("title") or "")


def test_only_the_rows_that_the_chart_asks_for() -> None:
    chart = Chart(label="place", value="value", where={"year": "2011"})
    shown = charts.points(dataset([["A", "2001", "1"], ["A", "2011", "2"], ["B", "2011", "unknown"]]), chart)
    assert [(p.label, p.value) for p in shown] == [("A", 2.0)]


def test_a_line_has_a_point_for_each_year() -> None:
    chart = Chart(kind="line", label="year", value="value")
    picture = ElementTree.fromstring(charts.svg(dataset([["A", "2001", "5"], ["A", "2011", "0"]]), chart))
    assert len(list(picture.iter("circle"))) == 2


def test_nothing_to_draw_is_nothing() -> None:
    assert charts.svg(dataset([["A", "2001", "-"]]), BARS) == ""
