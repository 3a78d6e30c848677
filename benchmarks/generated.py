"""Banks of any size from a seed, for measuring: records of about 320 words from a small invented vocabulary."""

from __future__ import annotations

import random
from pathlib import Path

THEMES = [f"theme-{n}" for n in range(24)]
OCCUPATIONS = [f"occupation-{n}" for n in range(40)]
STATES = [f"IN-{a}{b}" for a in "ABCDEF" for b in "PQRSTU"]
WORDS = [f"{a}{b}{c}" for a in ("ka", "mo", "ri", "su", "te", "na") for b in ("lo", "ve", "di", "pa") for c in "nrstm"]


def bank(root: Path, records: int, seed: int = 1) -> None:
    """Writes a bank of ``records`` case studies, laws and guides into ``root``."""
    rng = random.Random(seed)
    _settings(root)
    for number in range(records):
        name = f"record-{number:06d}"
        folder, extra = (
            ("case-studies", ""),
            ("laws", "kind: act\ncitation: Act {n} of 2001\njurisdiction: IN\nstatus: in-force\nas_on: 2026-01-01\n"),
            ("guides", "steps:\n  - title: One step\n    text: Do it.\n    outcome: It is done.\n"),
        )[number % 3]
        _write(root / "content" / folder / f"{name}.md", _front(rng, number, extra.format(n=number)) + _body(rng))


def plain(root: Path, records: int, seed: int = 1) -> None:
    """Writes the same number of pages as plain Markdown for MkDocs with Material, not in its menu."""
    rng = random.Random(seed)
    _write(root / "docs" / "index.md", "# Home\n")
    for number in range(records):
        title = " ".join(rng.choices(WORDS, k=6)).capitalize()
        _write(root / "docs" / "records" / f"record-{number:06d}.md", f'---\ntitle: "{title}"\n---\n' + _body(rng))
    _write(
        root / "mkdocs.yml",
        "site_name: Plain\ntheme: {name: material, font: false}\nplugins: []\nuse_directory_urls: false\n"
        "nav: [{Home: index.md}]\nnot_in_nav: '/**'\n",
    )


def _settings(root: Path) -> None:
    _write(root / "mkdocs.yml", "site_name: Measured\nextra: {bank: {languages: [en], home_country: IN}}\n")
    _write(root / "content/vocabulary/places/countries.csv", "id,m49,name_en,aliases\nIN,356,India,\n")
    states = "".join(f"{i},state,State {i},,{n},\n" for n, i in enumerate(STATES))
    _write(root / "content/vocabulary/places/states.csv", "id,status,name_en,aliases,lgd_code,seat_en\n" + states)
    for name, ids in (("themes", THEMES), ("occupations", OCCUPATIONS)):
        words = WORDS[: len(ids)]
        rows = [
            f"- id: {i}\n  labels: {{en: {i}}}\n  triggers: {{en: [{w}]}}\n" for i, w in zip(ids, words, strict=True)
        ]
        _write(root / "content/vocabulary" / f"{name}.yml", "".join(rows))


def _front(rng: random.Random, number: int, extra: str) -> str:
    title = " ".join(rng.choices(WORDS, k=6)).capitalize()
    return (
        f"---\ntitle: {title}\nsummary: {_sentence(rng)}\ndate: {rng.randint(1980, 2025)}\n"
        f"themes: {rng.sample(THEMES, 2)}\noccupations: {rng.sample(OCCUPATIONS, 1)}\nregions: [{rng.choice(STATES)}]\n"
        f"sources: [Book {number % 500}]\nlicence: CC-BY-4.0\nadded: 2026-01-{number % 28 + 1:02d}\n{extra}---\n\n"
    )


def _body(rng: random.Random) -> str:
    return "\n".join(f"## {h}\n\n{_paragraph(rng)}\n" for h in ("Why", "What", "How", "Impact"))


def _paragraph(rng: random.Random) -> str:
    return " ".join(_sentence(rng) for _ in range(7))


def _sentence(rng: random.Random) -> str:
    return " ".join(rng.choices(WORDS, k=11)).capitalize() + "."


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
