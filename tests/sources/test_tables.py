"""CSV tables: rows as records, and the figures of datasets."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.diagnostics import Diagnostic
from build_tools.model import Dataset, Organisation
from build_tools.sources.draft import Draft
from build_tools.sources.tables import MAX_CELLS, MAX_ROWS, read_dataset, read_records, rows_of

TABLE = """id,title,title_hi,level,kind,regions,services,website,sources,verified,verified_on
org-a,"Wells, and Ponds",कुआँ,district,ngo,IN-RJ | IN,digging|cleaning,,@rao1991|A record,TRUE,2026-10-01

org-b,Second,,national,government,IN,,https://example.org,A record,no,
"""


def read(text: str, type_: str = "organisation") -> tuple[list[Draft], list[tuple[str, int]]]:
    drafts, found = read_records(text, "content/t.csv", type_, "en")
    assert all(d.hint for d in found)
    return drafts, [(d.code, d.line) for d in found]


def test_cells_become_fields() -> None:
    (first, second), found = read(TABLE)
    assert found == []
    assert isinstance(first.record, Organisation)
    assert isinstance(second.record, Organisation)
    assert first.record.title == "Wells, and Ponds"
    assert first.record.titles == {"hi": "कुआँ"}
    assert (first.record.regions, first.record.services) == (("IN-RJ", "IN"), ("digging", "cleaning"))
    assert [s.cite or s.title for s in first.record.sources] == ["rao1991", "A record"]
    assert (first.record.verified, second.record.verified, second.record.titles) == (True, False, {})
    assert (first.ref.line, second.ref.line) == (2, 4)


def test_an_empty_cell_is_no_value() -> None:
    [draft], _ = read("id,title,website\norg-a,,\n")
    assert set(draft.data) == {"type", "language", "id"}
    assert {p.kind for p in draft.problems} == {"missing"}


def test_columns_for_all_titles_and_for_one_do_not_meet() -> None:
    [draft], _ = read("id,titles,title_hi\norg-a,words,कुआँ\n")
    assert draft.data["titles"] == "words"


@pytest.mark.parametrize(
    ("text", "codes", "rows"),
    [
        ("", [("table-header", 1)], 0),
        ("\n\n", [("table-header", 1)], 0),
        ("id,id\na,b\n", [("table-header", 1)], 0),
        ("id,,title\na,b,c\n", [("table-header", 1)], 0),
        ("id,title\na\nb,c\nd,e,f\n", [("table-row", 2), ("table-row", 4)], 1),
        ('id,title\na,"one\ntwo"\nb\nc,d\n', [("table-row", 4)], 2),
        ('id,title\na,b\nc,"d "e" f"\n', [("table-row", 3)], 0),
        ('id,title\na,"never closed\n', [("table-row", 2)], 0),
        ("id,title\na," + "x" * 200_000 + "\n", [("table-row", 2)], 0),
    ],
)
def test_what_is_wrong_with_a_table_is_named_by_line(text: str, codes: list[tuple[str, int]], rows: int) -> None:
    drafts, found = read(text)
    assert found == codes
    assert len(drafts) == rows


def test_a_header_alone_is_an_empty_table() -> None:
    assert rows_of("a,b\n", "t.csv") == (["a", "b"], [], [])


YML = """title: Wells
definition: Metres to the water.
columns:
  - {name: year, title: Year}
  - {name: depth, title: Depth}
"""


def dataset(
    yml: str = YML, table: str | None = "depth,year\n12,2001\n13,2002\n"
) -> tuple[list[Draft], list[Diagnostic]]:
    return read_dataset(yml, "content/data/d.yml", table, "content/data/d.csv", "d", "en")


def test_figures_stand_in_the_order_of_the_description() -> None:
    [draft], found = dataset()
    assert found == []
    assert isinstance(draft.record, Dataset)
    assert draft.record.rows == (("2001", "12"), ("2002", "13"))
    assert (draft.record.csv, draft.uid) == ("content/data/d.csv", "d.en")
    assert (draft.line("rows", 1), draft.line("columns", 1)) == (3, 5)


@pytest.mark.parametrize(
    ("yml", "table", "path", "code"),
    [
        (YML, None, "d.yml", "table-missing"),
        (YML, "year,depht\n2001,12\n", "d.csv", "table-columns"),
        (YML, "year\n2001\n", "d.yml", "table-columns"),
        (YML, "year,depth\n2001\n", "d.csv", "table-row"),
        (YML, "", "d.csv", "table-header"),
        ("- a\n", "year\n2001\n", "d.yml", "table-columns"),
        ("", "year\n2001\n", "d.yml", "table-columns"),
        ("title: A\ntitle: B\n", "year\n2001\n", "d.yml", "yaml-duplicate-key"),
    ],
)
def test_table_and_description_must_fit(yml: str, table: str | None, path: str, code: str) -> None:
    drafts, found = dataset(yml, table)
    assert (f"content/data/{path}", code) in {(d.path, d.code) for d in found}
    # Figures that lack a row or a column are not published.
    assert {d.subject for d in found} == {"d.en"} if drafts else True


@pytest.mark.parametrize("columns", ["5", "words", "true", "{a: b}", "[1, a, {}]", "[{name: [a]}]", ""])
def test_columns_of_any_shape_are_judged_elsewhere(columns: str) -> None:
    [draft], _ = dataset(f"title: A\ndefinition: B\ncolumns: {columns}\n")
    assert draft.record is None


CELLS = st.text(alphabet="ab,|\"' @5\n<>:[]कु", max_size=12)
HEADERS = [
    "id",
    "title",
    "title_hi",
    "titles",
    "level",
    "regions",
    "sources",
    "verified",
    "files",
    "part",
    "type",
    "zzz",
]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=4),
    st.permutations(HEADERS),
    st.sampled_from(["organisation", "term"]),
)
def test_any_cells_give_drafts(rows: list[list[str]], names: list[str], type_: str) -> None:
    """What an independent writer writes as a row is one draft, unless all of it is blank."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([names[:3], *rows])
    drafts, found = read_records(text.getvalue(), "t.csv", type_, "en")
    assert found == []
    assert len(drafts) == sum(1 for row in rows if any(cell.strip() for cell in row))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=150))
def test_any_text_gives_drafts_or_reasons(text: str) -> None:
    drafts, found = read_records(text, "t.csv", "organisation", "en")
    assert all((d.record is None) == bool(d.problems) for d in drafts)
    assert all(1 <= d.line <= text.count("\n") + text.count("\r") + 2 for d in found)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a\n" + "1\n" * MAX_ROWS, MAX_ROWS),
        ("a\n" + "1\n" * (MAX_ROWS + 1), 0),
        ("a,b\n" + "," * MAX_CELLS + "\n", 0),
        ("\n" * 1_000_000 + "a\n1\n", 1),
    ],
)
def test_a_table_is_bounded_in_rows_and_cells(text: str, rows: int) -> None:
    _header, found, remarks = rows_of(text, "a.csv")
    assert len(found) == rows
    assert [remark.code for remark in remarks] == ([] if rows else ["table-size"])
