from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_tools.diagnostics import Diagnostic
from build_tools.model import Ambiguous, Place, Vocabulary
from build_tools.sources.vocabulary import CODES, read_vocabulary
from build_tools.sources.vocabulary_findings import FOLDER

COUNTRIES = "id,m49,name_en,name_hi,aliases\n001,001,World,विश्व,\nIN,356,India,भारत,Bharat|Hindustan\n"
STATES = "id,status,name_en,name_hi,aliases,lgd_code,seat_en,seat_hi\nIN-BR,state,Bihar,बिहार,,10,Patna,पटना\n"
DISTRICTS = (
    "id,name_en,name_hi,aliases,lgd_code,seat_en,seat_hi,status\n"
    "IN-BR/gaya,Gaya,गया,Gaya Ji,196,Gaya,गया,current\n"
    "IN-BR/rohtas,Rohtas,रोहतास,,215,Sasaram,सासाराम,current\n"
)
PLACES = {"places/countries.csv": COUNTRIES, "places/states.csv": STATES, "places/districts.csv": DISTRICTS}
THEME = "- id: wells\n  labels:\n    en: Wells\n    hi: कुएं\n"


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    (tmp_path / FOLDER / "places").mkdir(parents=True)
    return tmp_path


def write(bank: Path, **files: str | bytes) -> None:
    for name, data in files.items():
        (bank / FOLDER / name).write_bytes(data if isinstance(data, bytes) else data.encode())


def read(bank: Path, files: dict[str, str | bytes]) -> tuple[Vocabulary, list[Diagnostic]]:
    write(bank, **files)
    return read_vocabulary(bank)


def one(found: list[Diagnostic]) -> tuple[str, int, str]:
    """The file, line and code of the only diagnostic."""
    (diagnostic,) = found
    assert diagnostic.message
    return Path(diagnostic.path).name, diagnostic.line, diagnostic.code


def test_an_empty_bank_has_an_empty_vocabulary(tmp_path: Path) -> None:
    assert read_vocabulary(tmp_path) == (Vocabulary(), [])


def test_a_whole_vocabulary(bank: Path) -> None:
    theme = THEME + (
        "  definitions:\n    en: Water from below.\n"
        "  triggers:\n    en:\n      - tube well\n      - 1098\n    hi-Latn:\n      - kuan\n"
        "  negatives:\n    en:\n      - well being\n"
        '  facts:\n    - text: A well is deep.\n      year: 2016\n      source: "@deep2016"\n'
    )
    vocabulary, found = read(
        bank,
        {
            **PLACES,
            "themes.yml": theme,
            "occupations.yml": THEME,
            "materials.yml": THEME,
            "newspapers.csv": "id,name,native,language,place,editions\naaj,Aaj,आज,hi,IN-BR,Gaya|Patna\n",
            "places/former.csv": "name_en,name_hi,change,current,from,until,verified\n"
            "Gya,,renamed,IN-BR/gaya,,1950,no\nShahabad,शाहाबाद,split,IN-BR/rohtas|IN-BR/gaya,,1972,no\n",
            "places/ambiguous.csv": 'name,kind,candidates,note\nगया,word,IN-BR/gaya,"went, in Hindi"\n',
        },
    )
    assert found == []
    wells = vocabulary.themes["wells"]
    assert wells.labels == {"en": "Wells", "hi": "कुएं"}
    assert wells.triggers == {"en": ("tube well", "1098"), "hi-Latn": ("kuan",)}
    assert wells.negatives == {"en": ("well being",)}
    assert wells.facts == ({"text": "A well is deep.", "year": 2016, "source": "@deep2016"},)
    assert vocabulary.places["IN"].aliases == ("Bharat", "Hindustan")
    assert vocabulary.places["001"].kind == "world"
    assert vocabulary.places["IN-BR/rohtas"] == Place(
        "IN-BR/rohtas", "district", {"en": "Rohtas", "hi": "रोहतास"}, "IN-BR", code="215", seat="Sasaram (सासाराम)"
    )
    assert vocabulary.places["IN-BR/gaya"].former == ("Gya",)
    assert vocabulary.lineage("IN-BR/gaya") == ("IN-BR/gaya", "IN-BR", "IN")
    assert vocabulary.newspapers["aaj"].editions == ("Gaya", "Patna")
    assert vocabulary.ambiguous == (
        Ambiguous("Shahabad", "area", ("IN-BR/rohtas", "IN-BR/gaya")),
        Ambiguous("शाहाबाद", "area", ("IN-BR/rohtas", "IN-BR/gaya")),
        Ambiguous("गया", "word", ("IN-BR/gaya",)),
    )


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("wells: 1\n", 1, "vocabulary-shape"),
        ("- wells\n", 1, "vocabulary-shape"),
        (THEME + "- labels:\n    en: X\n", 5, "vocabulary-id"),
        (THEME + "- id: Not A Slug\n  labels:\n    en: X\n", 5, "vocabulary-id"),
        (THEME + THEME, 5, "vocabulary-duplicate"),
        (THEME + "  trigers:\n    en:\n      - x\n", 5, "vocabulary-unknown-key"),
        (THEME + "  triggers:\n    english:\n      - x\n", 6, "vocabulary-unknown-key"),
        (THEME + "  triggers:\n    en: x\n", 6, "vocabulary-shape"),
        (THEME + "  triggers:\n    en:\n      - x\n      - true\n", 8, "vocabulary-shape"),
        (THEME + "  triggers:\n    en:\n      - x + {people}\n", 7, "vocabulary-group"),
        (THEME + "  triggers:\n    - x\n", 5, "vocabulary-shape"),
        (THEME + "  definitions:\n    en: ''\n", 6, "vocabulary-label"),
        ('- id: wells\n  labels:\n    hi: कुएं\n    en: ""\n', 4, "vocabulary-label"),
        ("- id: wells\n", 1, "vocabulary-label"),
        (THEME + "  facts: none\n", 5, "vocabulary-shape"),
        (THEME + "  facts:\n    - A well is deep.\n", 6, "vocabulary-shape"),
        (THEME + "  facts:\n    - text: A well is deep.\n      year: 2016\n", 6, "vocabulary-shape"),
        (THEME + "  facts:\n    - text: Deep.\n      source: X\n      year: now\n", 8, "vocabulary-shape"),
        (THEME + "  facts:\n    - text: Deep.\n      source: X\n      page: 3\n", 8, "vocabulary-unknown-key"),
        ("- id: wells\n  id: floods\n", 2, "yaml-duplicate-key"),
        ("- &a\n  id: x\n- *a\n", 1, "yaml-alias"),
        ("- id: [", 2, "yaml-syntax"),
    ],
)
def test_a_fault_in_a_list_of_concepts_is_named_with_its_line(bank: Path, text: str, line: int, code: str) -> None:
    _, found = read(bank, {"themes.yml": text})
    assert one(found) == ("themes.yml", line, code)


def test_a_faulty_part_hides_nothing_else(bank: Path) -> None:
    text = "- id: Bad Id\n" + THEME + "  triggers:\n    en:\n      - good\n      - false\n  facts: x\n"
    vocabulary, found = read(bank, {"themes.yml": text})
    assert len(found) == 3
    assert vocabulary.themes["wells"].triggers == {"en": ("good",)}


def test_a_group_stands_for_its_words(bank: Path) -> None:
    groups = "- id: people\n  words:\n    en:\n      - man\n      - woman\n"
    theme = THEME + "  triggers:\n    en:\n      - to dig + {people}\n    hi:\n      - खोदना + {people}\n"
    vocabulary, found = read(bank, {"groups.yml": groups, "themes.yml": theme})
    assert vocabulary.themes["wells"].triggers == {"en": ("to dig + man / woman",)}
    assert one(found) == ("themes.yml", 9, "vocabulary-group")


@pytest.mark.parametrize(
    ("name", "text", "line", "code"),
    [
        ("places/states.csv", "id,name_en\nIN-BR,Bihar\nIN-BR,Bihar\n", 3, "vocabulary-duplicate"),
        ("places/states.csv", "id,name_en\nBR,Bihar\n", 2, "vocabulary-id"),
        ("places/states.csv", "id,name_en\nXX-BR,Bihar\n", 2, "vocabulary-parent"),
        ("places/states.csv", "id,name_en\nIN-BR,\n", 2, "vocabulary-label"),
        ("places/states.csv", "id,name_en,colour\nIN-BR,Bihar,red\n", 1, "vocabulary-unknown-key"),
        ("places/states.csv", "id,name_en\nIN-BR,Bihar,x\n", 2, "table-row"),
        ("places/states.csv", "id,id\n", 1, "table-header"),
        ("places/districts.csv", "id,name_en\nIN-XX/gaya,Gaya\n", 2, "vocabulary-parent"),
        ("places/districts.csv", "id,name_en\nIN-BR/Gaya,Gaya\n", 2, "vocabulary-id"),
        ("places/former.csv", "name_en,change,current\nX,gone,IN-BR\n", 2, "vocabulary-kind"),
        ("places/former.csv", "name_en,change,current\nX,renamed,IN-XX\n", 2, "vocabulary-place"),
        ("places/former.csv", "name_en,change,current\n,renamed,IN-BR\n", 2, "vocabulary-label"),
        ("places/ambiguous.csv", "name,kind,candidates\nX,perhaps,IN-BR\n", 2, "vocabulary-kind"),
        ("places/ambiguous.csv", "name,kind,candidates\nX,word,IN-BR|IN-XX\n", 2, "vocabulary-place"),
        ("places/ambiguous.csv", "name,kind,candidates\nX,word,\nX,word,\n", 3, "vocabulary-duplicate"),
        ("places/ambiguous.csv", "name,kind,candidates\n,word,IN-BR\n", 2, "vocabulary-label"),
        ("newspapers.csv", "id,name,place\naaj,Aaj,IN-XX\n", 2, "vocabulary-place"),
        ("newspapers.csv", "id,name\nThe Aaj,Aaj\n", 2, "vocabulary-id"),
        ("newspapers.csv", "id,name\naaj,\n", 2, "vocabulary-label"),
        ("newspapers.csv", "id,name,language\naaj,Aaj,Hindi\n", 2, "vocabulary-shape"),
        ("newspapers.csv", "id,name\naaj,Aaj\naaj,Aaj\n", 3, "vocabulary-duplicate"),
        ("newspapers.csv", b"id,name\naaj,\xff\xfe\n", 2, "encoding"),
        ("themes.yml", "- id: \u202ewells\n", 1, "control-character"),
    ],
)
def test_a_fault_in_a_table_is_named_with_its_line(
    bank: Path, name: str, text: str | bytes, line: int, code: str
) -> None:
    files: dict[str, str | bytes] = {**PLACES, "places/districts.csv": "id,name_en\n", name: text}
    _, found = read(bank, files)
    assert (Path(name).name, line, code) in {(Path(d.path).name, d.line, d.code) for d in found}
    assert len([d for d in found if d.line == line]) == 1


POINTS = "id,latitude,longitude,of,source\n"


def test_a_place_has_the_point_of_its_seat(bank: Path) -> None:
    points = "IN-BR/rohtas,24.9490,84.0314,Sasaram,A gazetteer\nIN-BR,-25.6,-85.1,Patna,A gazetteer\n"
    former = "name_en,change,current\nShahabad,renamed,IN-BR/rohtas\n"
    vocabulary, found = read(bank, {**PLACES, "places/points.csv": POINTS + points, "places/former.csv": former})
    assert found == []
    rohtas = vocabulary.places["IN-BR/rohtas"]
    assert (rohtas.point, rohtas.point_source, rohtas.former) == ((24.949, 84.0314), "A gazetteer", ("Shahabad",))
    assert vocabulary.places["IN-BR"].point == (-25.6, -85.1)
    assert vocabulary.places["IN-BR/gaya"].point is None
    assert list(vocabulary.places) == ["001", "IN", "IN-BR", "IN-BR/gaya", "IN-BR/rohtas"]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("IN-BR/nowhere,24.7,85.0,Gaya,x", "vocabulary-place"),
        (",24.7,85.0,Gaya,x", "vocabulary-place"),
        ("IN-BR/gaya,90.1,85.0,Gaya,x", "vocabulary-point"),
        ("IN-BR/gaya,24.7,-180.5,Gaya,x", "vocabulary-point"),
        ("IN-BR/gaya,,85.0,Gaya,x", "vocabulary-point"),
        ("IN-BR/gaya,nan,85.0,Gaya,x", "vocabulary-point"),
        ("IN-BR/gaya,24.7,inf,Gaya,x", "vocabulary-point"),
        ("IN-BR/gaya,24.7,8e1,Gaya,x", "vocabulary-point"),
        ("IN-BR/gaya,२४.७,85.0,Gaya,x", "vocabulary-point"),
        ("IN-BR/gaya,24°42'N,85.0,Gaya,x", "vocabulary-point"),
        ("IN-BR/gaya,24.7,85.0,Bodh Gaya,x", "vocabulary-point"),
        ("IN-BR/gaya,24.7,85.0,,x", "vocabulary-point"),
        ("IN-BR/gaya,24.7,85.0,Gaya,", "vocabulary-point"),
        ("IN-BR/gaya,24.7,85.0,Gaya", "table-row"),
    ],
)
def test_a_faulty_point_is_named_and_left_out(bank: Path, row: str, code: str) -> None:
    good = "IN-BR/rohtas,24.9,84.0,Sasaram,x\n"
    vocabulary, found = read(bank, {**PLACES, "places/points.csv": f"{POINTS}{row}\n{good}"})
    assert one(found) == ("points.csv", 2, code)
    assert found[0].hint
    assert [p.id for p in vocabulary.places.values() if p.point] == ["IN-BR/rohtas"]


def test_of_two_points_of_a_place_the_first_counts(bank: Path) -> None:
    rows = "IN-BR/gaya,24.7,85.0,Gaya,x\nIN-BR/gaya,24.8,85.1,Gaya,x\n"
    vocabulary, found = read(bank, {**PLACES, "places/points.csv": POINTS + rows})
    assert one(found) == ("points.csv", 3, "vocabulary-duplicate")
    assert vocabulary.places["IN-BR/gaya"].point == (24.7, 85.0)


def test_the_seat_of_a_place_need_not_be_known(bank: Path) -> None:
    districts = "id,name_en\nIN-BR/gaya,Gaya\n"
    points = POINTS + "IN-BR/gaya,24.7,85.0,Gaya,x\n"
    vocabulary, found = read(bank, {**PLACES, "places/districts.csv": districts, "places/points.csv": points})
    assert found == []
    assert vocabulary.places["IN-BR/gaya"].point == (24.7, 85.0)


def test_a_missing_column_leaves_the_table_out(bank: Path) -> None:
    vocabulary, found = read(bank, {"places/countries.csv": "id,title\nIN,India\n"})
    assert vocabulary.places == {}
    assert [d.code for d in found] == ["vocabulary-unknown-key", "vocabulary-shape"]


def test_a_missing_state_is_said_once(bank: Path) -> None:
    districts = "id,name_en\nIN-XX/a,A\nIN-XX/b,B\nIN-YY/c,C\n"
    _, found = read(bank, {**PLACES, "places/districts.csv": districts})
    assert [(d.line, d.code) for d in found] == [(2, "vocabulary-parent"), (4, "vocabulary-parent")]


def test_a_row_after_a_cell_of_several_lines_has_its_own_line(bank: Path) -> None:
    text = 'name,kind,candidates,note\nA,word,,"one\ntwo"\nB,nothing,,\n'
    _, found = read(bank, {"places/ambiguous.csv": text})
    assert one(found) == ("ambiguous.csv", 4, "vocabulary-kind")


def test_a_link_is_not_followed(bank: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yml"
    secret.write_text(THEME, encoding="utf-8")
    (bank / FOLDER / "themes.yml").symlink_to(secret)
    vocabulary, found = read_vocabulary(bank)
    assert vocabulary.themes == {}
    assert one(found) == ("themes.yml", 0, "file-unreadable")


def test_a_folder_in_place_of_a_file_is_said(bank: Path) -> None:
    (bank / FOLDER / "themes.yml").mkdir()
    assert [d.code for d in read_vocabulary(bank)[1]] == ["file-unreadable"]


@given(st.binary(max_size=200), st.sampled_from(["themes.yml", "groups.yml", "newspapers.csv", "places/states.csv"]))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_make_it_raise(bank: Path, data: bytes, name: str) -> None:
    read(bank, {name: data})
    (bank / FOLDER / name).unlink()


@given(st.text(max_size=120))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_entry_makes_it_raise(bank: Path, text: str) -> None:
    read(bank, {"themes.yml": THEME + text, "places/ambiguous.csv": "name,kind,candidates\n" + text})


def test_every_code_has_an_explanation() -> None:
    assert all(code.startswith("vocabulary-") and text for code, text in CODES.items())
