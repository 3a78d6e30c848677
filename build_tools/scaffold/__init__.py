"""Starting points: a whole new bank, or one record with its fields named and explained.

The only code besides ``kb redact`` that writes among a curator's files, and it never overwrites one; to the fields of
a clipping it adds who typed its text.
"""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

from build_tools.model import SLUG
from build_tools.scaffold.transcription import new_transcription

BANK = Path(__file__).parent / "bank"
RECORDS = Path(__file__).parent / "records"
_PLACES = {
    "case-study": "content/case-studies",
    "guide": "content/guides",
    "law": "content/laws",
    "toolkit": "content/toolkits",
    "periodical": "content/periodical",
    "page": "content/pages",
    "dataset": "content/data",
    "clipping": "clippings",
}
KINDS = tuple(_PLACES)

__all__ = ["KINDS", "new_bank", "new_record", "new_transcription"]


def new_bank(folder: Path) -> list[Path] | str:
    """Copies the starting bank into ``folder``, which must be new or empty; the files made, or why not."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        return f"{folder} is there already and not empty; name a new folder"
    shutil.copytree(BANK, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
    (folder / ".gitignore").write_text("/.venv/\n/.cache/\n/build/\n/site/\n/site.*/\n", encoding="utf-8")
    return sorted(p for p in folder.rglob("*") if p.is_file())


def new_record(root: Path, kind: str, identity: str, today: dt.date) -> list[Path] | str:
    """Writes the files of one empty record of ``kind`` into the bank; the files made, or why not."""
    if not SLUG.fullmatch(identity):
        return f'"{identity}" cannot be an id; use small letters, digits and hyphens, as in a-new-record'
    folder = root / _PLACES[kind] / (str(today.year) if kind == "clipping" else "")
    templates = sorted(RECORDS.glob(f"{kind}.*"))
    targets = {template: folder / f"{identity}{template.suffix}" for template in templates}
    if taken := [target for target in targets.values() if target.exists()]:
        return f"{taken[0]} is there already; choose another id"
    folder.mkdir(parents=True, exist_ok=True)
    for template, target in targets.items():
        text = template.read_text(encoding="utf-8")
        target.write_text(text.replace("TODAY", today.isoformat()), encoding="utf-8")
    return list(targets.values())
