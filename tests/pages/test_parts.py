"""A long text in parts: nothing is lost, nothing torn."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.pages.parts import Parts, blocks, split, weight

RANDOM = random.Random(4)
NOISE = "".join(RANDOM.choices("abcdefghijklmnopqrstuvwxyz ", k=60_000))


def paragraph(n: int) -> str:
    return f"<p>{NOISE[n * 400 : n * 400 + 400]}</p>\n"


def test_short_texts_stay_whole() -> None:
    assert split("<p>one</p>\n<p>two</p>\n", 3_000, 3_000) == ["<p>one</p>\n<p>two</p>\n"]


def test_the_cut_is_before_a_heading() -> None:
    html = "".join(f"<h2>H{n}</h2>\n{paragraph(2 * n)}{paragraph(2 * n + 1)}" for n in range(6))
    parts = split(html, 1_500, 1_500)
    assert len(parts) > 2
    assert all(part.startswith("<h2>") for part in parts)
    assert all(weight(part) <= 1_500 for part in parts)
    assert "".join(parts) == html


def test_a_heading_never_ends_a_part() -> None:
    html = paragraph(0) + paragraph(1) + "<h2>Next</h2>\n" + paragraph(2) + paragraph(3)
    assert all(not part.rstrip().endswith("</h2>") for part in split(html, 700, 700))


def test_long_tables_are_cut_between_rows_and_keep_their_head() -> None:
    rows = "".join(f"<tr><td>{NOISE[n * 90 : n * 90 + 90]}</td></tr>\n" for n in range(80))
    html = f"<div><table><thead><tr><th>Head</th></tr></thead><tbody>\n{rows}</tbody></table></div>\n"
    parts = split(html, 2_000, 2_000)
    assert len(parts) > 2
    assert all(part.count("<th>Head</th>") >= 1 and part.count("<table>") == part.count("</table>") for part in parts)
    assert "".join(parts).count("<td>") == 80


def test_long_lists_go_on_counting() -> None:
    items = "".join(f"<li>{NOISE[n * 300 : n * 300 + 300]}</li>" for n in range(20))
    parts = split(f"<ol>{items}</ol>", 1_500, 1_500)
    assert len(parts) > 1
    assert "".join(parts).count("<li>") == 20
    assert 'start="11"' in "".join(parts)


def test_what_cannot_be_cut_stays_in_one_piece() -> None:
    html = f"<p>{NOISE[:9_000]}</p>\n<p>end</p>\n"
    assert "".join(split(html, 1_000, 1_000)) == html


def test_a_template_gets_the_part_that_it_shows() -> None:
    parts = Parts()
    html = "".join(paragraph(n) for n in range(12))
    assert parts.take(html) == html
    parts.cut(1_500, 1_500)
    parts.number = 2
    assert parts.take(html) == parts.texts[1]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["<h2>a</h2>\n", paragraph(1), "<ul><li>x</li><li>y</li></ul>\n", "<hr>\n<p>z</p>\n"])))
def test_nothing_is_lost(pieces: list[str]) -> None:
    html = "".join(pieces)
    assert "".join(blocks(html)).replace("\n", "") == html.replace("\n", "")
    assert "".join(split(html, 400, 400)).replace("\n", "") == html.replace("\n", "")
