"""``kb new transcription``: a person's text starts from the machine's reading; nothing of anybody is overwritten."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from build_tools.cli import main
from build_tools.model import Signed
from build_tools.scaffold.transcription import beside, new_transcription, with_signature
from build_tools.settings import read_settings
from build_tools.sources.bank import read_bank
from build_tools.sources.yaml_text import load_yaml
from tests.conftest import FLAGSHIP, add

Capture = pytest.CaptureFixture[str]
SIGNED = Signed(by='Asha "A." Reader: संपादक', date="2026-01-31")
SPECIMEN = FLAGSHIP / "clippings/2020/specimen-cacl-webinar.jpg"
WANTED = {"by": SIGNED.by, "date": SIGNED.date}


@pytest.mark.parametrize(
    "text",
    [
        "", "title: A mill\n", "title: A mill", "# nothing yet\n", "title: A mill\r\npage: 2\r\n",
        "sources:\n- cite: a\n  note: b\n", "title: |\n  A mill\n\n  and more\n", "titles:\n  en: A\n",
    ],
)  # fmt: skip
def test_the_fields_keep_every_line_that_they_had(text: str) -> None:
    made = with_signature(text, SIGNED)
    assert made is not None
    assert made.startswith(text)
    data, _lines, found = load_yaml(made, "a.yml")
    assert found == []
    assert data == {**(load_yaml(text, "a.yml")[0] or {}), "transcribed": WANTED}
    assert ("\r\n" in made) == ("\r\n" in text)
    assert made.count("\n") == made.count("\r\n") or "\r\n" not in text


def test_who_is_named_already_stays() -> None:
    text = "transcribed: {by: Somebody, date: 2026-01-01}\n"
    assert with_signature(text, SIGNED) == text


@pytest.mark.parametrize("text", ["{title: A}\n", "- a\n", "title: A\n...\n", "title: [A\n", "title: A\ntitle: B\n"])
def test_fields_that_cannot_be_added_to_are_left_alone(text: str, tmp_path: Path) -> None:
    assert with_signature(text, SIGNED) is None
    add(tmp_path, "a.yml", text)
    said = new_transcription(tmp_path / "a.png", "Words.", SIGNED)
    assert isinstance(said, str)
    assert "transcribed: {by:" in said
    assert not (tmp_path / "a.txt").exists()
    assert (tmp_path / "a.yml").read_text() == text


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc")), min_size=1).filter(str.strip))
def test_any_name_can_be_read_back(name: str) -> None:
    made = with_signature("title: A\n", SIGNED.model_copy(update={"by": name}))
    if made is not None:
        data, _lines, _found = load_yaml(made, "a.yml")
        assert isinstance(data, dict)
        assert data["transcribed"]["by"] == name


def test_a_text_is_never_overwritten_whatever_its_ending_looks_like(tmp_path: Path) -> None:
    add(tmp_path, "a.TXT", "A person's.\n")
    assert beside(tmp_path / "a.png", ".txt").name == "a.TXT"
    said = new_transcription(tmp_path / "a.png", "A machine's.", SIGNED)
    assert isinstance(said, str)
    assert "already" in said
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.TXT"]
    assert (tmp_path / "a.TXT").read_text() == "A person's.\n"


# --- The command -----------------------------------------------------------------------------------------


@pytest.fixture
def bank(small_bank: Path) -> Path:
    """The starting bank with one clipping and its fields."""
    scan = small_bank / "clippings/2020/webinar.jpg"
    scan.parent.mkdir(parents=True)
    shutil.copyfile(SPECIMEN, scan)
    add(small_bank, "clippings/2020/webinar.yml", "title: A webinar  # as printed\ndate: 2020-08-25\nregions: [IN]\n")
    return small_bank


def kb(*arguments: object) -> int:
    return main([str(a) for a in arguments])


def test_the_command_reads_writes_and_says_what_is_next(bank: Path, capsys: Capture) -> None:
    before = (bank / "clippings/2020/webinar.yml").read_text()
    assert kb("--bank", bank, "new", "transcription", "webinar", "--by", "A Reader") == 0
    said = capsys.readouterr().out
    text = (bank / "clippings/2020/webinar.txt").read_text()
    assert "webinar" in text.lower()
    assert len(text.split()) > 100
    assert (bank / "clippings/2020/webinar.yml").read_text().startswith(before + 'transcribed:\n  by: "A Reader"\n')
    assert "correct the text word by word" in said
    assert "kb check clippings/2020" in said
    settings, _found = read_settings(bank)
    assert settings
    [draft] = [d for d in read_bank(bank, settings).drafts if d.type == "clipping"]
    assert draft.record is not None
    add(bank, "clippings/2020/webinar.txt", "Corrected.\n")
    assert kb("--bank", bank, "new", "transcription", "webinar", "--by", "Another Reader") == 2
    assert "already" in capsys.readouterr().err
    assert (bank / "clippings/2020/webinar.txt").read_text() == "Corrected.\n"


def test_without_a_name_the_fields_stay_and_the_command_says_what_to_write(bank: Path, capsys: Capture) -> None:
    before = (bank / "clippings/2020/webinar.yml").read_bytes()
    assert kb("--bank", bank, "new", "transcription", "webinar") == 0
    assert (bank / "clippings/2020/webinar.yml").read_bytes() == before
    assert 'transcribed: {by: "YOUR NAME", date: ' in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("transcription", "webinars"), "did you mean webinar?"),
        (("transcription", "nothing-like-it"), "no clipping is called"),
        (("guide", "a-guide", "--by", "A Reader"), "--by"),
    ],
)
def test_wrong_use_says_what_was_meant(bank: Path, capsys: Capture, arguments: tuple[str, ...], says: str) -> None:
    assert kb("--bank", bank, "new", *arguments) == 2
    assert says in capsys.readouterr().err


def test_a_name_of_two_lines_is_refused(bank: Path) -> None:
    with pytest.raises(SystemExit) as end:
        kb("--bank", bank, "new", "transcription", "webinar", "--by", "")
    assert end.value.code == 2


def test_a_scan_that_cannot_be_read_leaves_no_file(
    bank: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert kb("--bank", bank, "new", "transcription", "webinar", "--by", "A Reader") == 3
    said = capsys.readouterr().err
    assert "Type the text yourself into clippings/2020/webinar.txt" in said
    assert "unread[ocr-no-engine]" in said
    assert not (bank / "clippings/2020/webinar.txt").exists()
    assert "transcribed" not in (bank / "clippings/2020/webinar.yml").read_text()


def test_a_picture_that_is_refused_is_not_read(bank: Path, capsys: Capture) -> None:
    (bank / "clippings/2020/webinar.jpg").write_bytes(b"<html>")
    assert kb("--bank", bank, "new", "transcription", "webinar") == 2
    assert "kb check says why" in capsys.readouterr().err


def test_what_the_reading_gives_away_is_said_at_once_and_not_repeated(bank: Path, capsys: Capture) -> None:
    page = Image.new("L", (1000, 300), 255)
    for at, row in enumerate(("The girl Zubaida, aged 12, worked", "in a mill and later went to school.")):
        ImageDraw.Draw(page).text((40, 40 + 100 * at), row, fill=0, font=ImageFont.load_default(48))
    page.save(bank / "clippings/2020/named.png")
    assert kb("--bank", bank, "new", "transcription", "named", "--by", "A Reader") == 0
    said = capsys.readouterr()
    assert "clippings/2020/named.png: warning[identity-review]" in said.err
    assert "Zubaida" not in said.err + said.out
