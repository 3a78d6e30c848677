"""What the gate of identity finds, in clean text and in scans of it, and what it takes for a person wrongly.

    python -m benchmarks.identity [--no-ocr] [--peers FOLDER]

Sentences are made up (``identity_cases``), drawn as a poor scan of a page with the Noto fonts, and read by Tesseract
as the bank reads its scans.  With ``--peers`` python-stdnum and the pattern recognisers of Microsoft's Presidio are
installed into FOLDER, an environment of their own, and asked about the same sentences in the same run.
"""

from __future__ import annotations

import argparse
import io
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from benchmarks import identity_peers
from benchmarks.identity_cases import LISTED, Case, cases
from build_tools import ocr
from build_tools.checks._identity import known
from build_tools.identity import REVIEWED, Kind, Known, Public, find, public
from build_tools.model import Reading
from build_tools.settings import read_settings
from build_tools.sources.bank import read_bank

ROOT = Path(__file__).parent.parent
FONTS = {"en": "NotoSerif-Regular.ttf", "hi": "NotoSansDevanagari-Regular.ttf"}
FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")
DEVANAGARI = re.compile(r"[\u0900-\u097f]")
SCRIPTS = re.compile(r"[\u0900-\u097f\s]+|[^\u0900-\u097f]+")  # one font has no letters of the other script
ROWS, WIDTH, PITCH, SIZE = 14, 1500, 120, 30
Found = list[frozenset[str]]


@cache
def font(language: str) -> ImageFont.FreeTypeFont:
    found = next((file for folder in FOLDERS for file in folder.rglob(FONTS[language])), None)
    if found is None:
        raise SystemExit(f"{FONTS[language]} is not installed: apt install fonts-noto-core")
    return ImageFont.truetype(str(found), SIZE)


def drawn(page: Sequence[Case], seed: int) -> Image.Image:
    """A page with one sentence a band: tinted, noisy, a little soft, compressed."""
    picture = Image.new("L", (WIDTH, PITCH * (len(page) + 1)), 236)
    draw = ImageDraw.Draw(picture)
    for at, case in enumerate(page):
        x = 60.0
        for part in SCRIPTS.findall(case.text):
            face = font("hi" if DEVANAGARI.search(part) else "en")
            draw.text((x, PITCH * at + PITCH // 2), part, fill=48, font=face, anchor="ls")
            x += draw.textlength(part, font=face)
    noise = np.random.default_rng(seed).normal(0, 10, (picture.height, picture.width))
    noisy = Image.fromarray(np.clip(np.asarray(picture) + noise, 0, 255).astype("uint8"))
    buffer = io.BytesIO()
    noisy.save(buffer, "JPEG", quality=70)
    return Image.open(buffer)


def pages(all_cases: Sequence[Case]) -> Iterator[list[Case]]:
    for language in FONTS:
        rows = [case for case in all_cases if case.language == language]
        Random(1).shuffle(rows)
        yield from (rows[at : at + ROWS] for at in range(0, len(rows), ROWS))


def read(all_cases: Sequence[Case]) -> dict[Case, str]:
    """Each sentence as it was read from its scan."""
    texts: dict[Case, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        made = list(pages(all_cases))
        files = [Path(folder, f"{number:03}.png") for number in range(len(made))]
        for number, (file, page) in enumerate(zip(files, made, strict=True)):
            drawn(page, number).save(file)
        readings = ocr.read_scans(files, Path(folder, "readings"), ocr.OcrSettings(seconds=300))
    for file, page in zip(files, made, strict=True):
        reading = readings[file]
        words = reading.words if isinstance(reading, Reading) else ()
        for at, case in enumerate(page):
            band = [w for w in words if PITCH * at <= w.box[1] + w.box[3] / 2 - PITCH // 4 < PITCH * (at + 1)]
            texts[case] = " ".join(w.text for w in band)
    return texts


def found(texts: Iterable[str], listed: Public, words: Known, *, scanned: bool = False) -> Found:
    return [frozenset(f.kind.value for f in find(text, listed, words, scanned=scanned)) for text in texts]


def share(
    all_cases: Sequence[Case], results: Found, kinds: Iterable[Kind | None], *, language: str = ""
) -> tuple[int, int]:
    """How many of the cases of these kinds were found as what they are, and how many there are.

    For ``None``, how many harmless ones were blocked.
    """
    asked = set(kinds)
    rows = [(c, r) for c, r in zip(all_cases, results, strict=True) if c.kind in asked and language in ("", c.language)]
    blocking = {kind.value for kind in Kind if kind not in REVIEWED}
    return sum(bool(r & blocking) if c.kind is None else c.kind.value in r for c, r in rows), len(rows)


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-ocr", action="store_true")
    parser.add_argument("--peers", type=Path, metavar="FOLDER")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args(argv)
    all_cases = cases(arguments.seed)
    settings, _ = read_settings(ROOT)
    assert settings is not None
    listed, words = public([LISTED[0]], [LISTED[1]]), known(read_bank(ROOT, settings))
    texts = [case.text for case in all_cases]
    columns = {"ours": found(texts, listed, words)}
    scanned: list[str] = []
    if not arguments.no_ocr:
        by_case = read(all_cases)
        scanned = [by_case[case] for case in all_cases]
        columns["ours, OCR"] = found(scanned, listed, words, scanned=True)
    if arguments.peers:
        for name, results in identity_peers.ask(arguments.peers, texts).items():
            columns[name] = results
        for name, results in identity_peers.ask(arguments.peers, scanned).items() if scanned else ():
            columns[f"{name}, OCR"] = results
    report(all_cases, columns)


def report(all_cases: Sequence[Case], columns: dict[str, Found]) -> None:
    numbers = [kind for kind in Kind if kind not in REVIEWED and kind is not Kind.METADATA]
    rows: list[tuple[str, list[Kind | None], str]] = [(kind.value, [kind], "") for kind in numbers]
    rows.append(("all numbers", [*numbers], ""))
    rows += [(f"{kind.value}, {language}", [kind], language) for kind in REVIEWED_ORDER for language in ("en", "hi")]
    rows += [("harmless, blocked", [None], "")]
    print(f"| found of | cases | {' | '.join(columns)} |")
    print(f"| --- | --- |{' --- |' * len(columns)}")
    for name, kinds, language in rows:
        counted = [share(all_cases, results, kinds, language=language) for results in columns.values()]
        cells = " | ".join(f"{hits / total:.3f} ({hits})" for hits, total in counted)
        print(f"| {name} | {counted[0][1]} | {cells} |")
    withheld = [at for at, case in enumerate(all_cases) if case.kind in numbers]
    kept = [sum(bool(results[at]) for at in withheld) for results in columns.values()]
    cells = " | ".join(f"{n / len(withheld):.3f} ({n})" for n in kept)
    print(f"| all numbers, blocked or sent to review | {len(withheld)} | {cells} |")
    harmless = [at for at, case in enumerate(all_cases) if case.kind is None]
    sent = [sum(bool(results[at]) for at in harmless) for results in columns.values()]
    cells = " | ".join(f"{n / len(harmless):.3f} ({n})" for n in sent)
    print(f"| harmless, blocked or sent to review | {len(harmless)} | {cells} |")


REVIEWED_ORDER = (Kind.NAME_AGE, Kind.NAME_PARENT, Kind.NAME_PLACE, Kind.FIR)

if __name__ == "__main__":
    main()
