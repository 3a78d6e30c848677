"""JSON Schemas of the record types, made from the model, for editors that complete and check fields."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from build_tools.model import RECORD_TYPES
from build_tools.settings import Settings

FOLDER = Path(__file__).parent

# Set by the reader from the file's name and place, never by the curator.
SET_BY_READER = {"id", "type", "rows", "csv", "scan", "transcription", "csl", "bibtex", "key", "entry_type"}


def schema(type_: str) -> str:
    """The schema of the fields that a curator writes, as JSON text."""
    made: dict[str, Any] = RECORD_TYPES[type_].model_json_schema()
    made["properties"] = {k: v for k, v in made["properties"].items() if k not in SET_BY_READER}
    made["required"] = [name for name in made.get("required", ()) if name not in SET_BY_READER]
    return _text({**made, "title": type_})


def _text(made: object) -> str:
    return json.dumps(made, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def write(folder: Path = FOLDER) -> list[Path]:
    """Writes ``<type>.json`` for each record type and ``mkdocs.json`` for the settings; gives their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {type_: schema(type_) for type_ in RECORD_TYPES}
    texts["mkdocs"] = _text(Settings.model_json_schema())
    written = []
    for name, text in texts.items():
        file = folder / f"{name}.json"
        file.write_text(text, encoding="utf-8")
        written.append(file)
    return written
