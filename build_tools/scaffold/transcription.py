"""Starts a person's text of a scan from what the machine read.

The ``.txt`` is never overwritten, and the ``.yml`` keeps every line that it has: lines are added at its end.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path, PurePosixPath

from build_tools.model import Signed
from build_tools.sources.yaml_text import load_yaml
from build_tools.whole import write_whole


def new_transcription(scan: Path, text: str, signed: Signed | None) -> list[Path] | str:
    """Writes ``text`` beside ``scan`` and, if ``signed``, by whom into the ``.yml``; the files written, or why not."""
    target = beside(scan, ".txt")
    if target.exists():
        return f"{target} is there already; correct that file, nothing was written"
    made = {target: text.rstrip() + "\n"}
    if signed:
        fields = beside(scan, ".yml")
        before = fields.read_bytes().decode("utf-8") if fields.exists() else ""
        after = with_signature(before, signed)
        if after is None:
            return f"{fields} cannot be added to; write into it by hand, then try again: {signature(signed)}"
        made |= {fields: after} if after != before else {}
    for file, content in made.items():
        write_whole(file, content.encode("utf-8"))
    return list(made)


def beside(scan: Path, suffix: str) -> Path:
    """The file of the same name that ends in ``suffix``, in capitals or not; where there is none, the one to be."""
    there = (f for f in sorted(scan.parent.iterdir()) if f.stem == scan.stem and f.suffix.lower() == suffix)
    return next(there, scan.with_suffix(suffix))


def with_signature(text: str, signed: Signed) -> str | None:
    """The fields of a ``.yml`` with ``transcribed`` at their end; as they are when they have it; ``None`` when nothing
    can be added without changing the others."""
    before, _lines, found = load_yaml(text, "")
    if found or not isinstance(before, dict | None):
        return None
    if before and "transcribed" in before:
        return text
    end = "\r\n" if "\r\n" in text else "\n"
    gap = end if text and not text.endswith("\n") else ""
    rows = ("transcribed:", f"  by: {_quoted(signed.by)}", f"  date: {signed.date}", "")
    extended = text + gap + end.join(rows)
    after, _lines, found = load_yaml(extended, "")
    wanted = {**(before or {}), "transcribed": {"by": signed.by, "date": signed.date}}
    return extended if not found and after == wanted else None


def signature(signed: Signed) -> str:
    """``transcribed`` on one line, as people type it."""
    return f"transcribed: {{by: {_quoted(signed.by)}, date: {signed.date}}}"


def _quoted(text: str) -> str:
    """A text that YAML reads as it is."""
    return json.dumps(text, ensure_ascii=False)


def next_steps(scan: str, signed: Signed | None, today: dt.date) -> str:
    """What a person does with the files that were written beside ``scan``."""
    text = PurePosixPath(scan).with_suffix(".txt")
    steps = [
        f"Open {scan} beside {text}, and correct the text word by word; an empty line parts paragraphs.",
        "Write […] for every name and number of a person whom the law protects, and cover it in the scan as well.",
    ]
    if signed is None:
        example = signature(Signed(by="YOUR NAME", date=today.isoformat()))
        steps.append(f"Write into {text.with_suffix('.yml')}: {example}")
    steps.append(f"Look: kb check {text.parent}")
    return "\n".join(f"  {number}. {step}" for number, step in enumerate(steps, 1))
