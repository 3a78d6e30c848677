"""What was learned from labelled texts: ``weights.json``, written by ``make weights`` and by nobody else."""

from __future__ import annotations

import json
from collections.abc import Mapping

from pydantic import TypeAdapter, ValidationError

from build_tools.model import Learned
from build_tools.sources.vocabulary_findings import FOLDER, Findings

PATH = f"{FOLDER}/weights.json"
_AXES = ("subject", "themes", "occupations")
_FILE: TypeAdapter[dict[str, Learned]] = TypeAdapter(dict[str, Learned])


def read_weights(findings: Findings) -> dict[str, Learned]:
    """Axis -> what was learned for it; nothing when the file is not there, or is not as it was written."""
    text = findings.text(PATH)
    if text is None:
        return {}
    try:
        axes = _FILE.validate_python(json.loads(text))
    except (ValueError, RecursionError, ValidationError):
        axes = {}
    if set(axes) != set(_AXES):
        hint = "Take the file back as it was, or write it anew: make weights"
        findings.say(PATH, 1, "weights", "does not hold learned weights as they are written", hint)
        return {}
    return axes


def write_weights(learned: Mapping[str, Learned]) -> str:
    """The text of the file: a line for each value, so that a change shows which values it touches."""
    axes = []
    for axis, found in learned.items():
        values = ",\n".join(f"  {_json(value)}: {_json(weights)}" for value, weights in found.values.items())
        head = f'"threshold": {found.threshold}, "upper": {_json(found.upper)}'
        axes.append(f'{_json(axis)}: {{{head}, "values": {{\n{values}\n}}}}')
    return "{\n" + ",\n".join(axes) + "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
