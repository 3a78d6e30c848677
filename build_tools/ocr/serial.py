"""A reading as JSON, for ``kb read`` and for the cache."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, get_args

from build_tools.model import Reading, Role, Word
from build_tools.ocr.values import Box


def to_dict(reading: Reading) -> dict[str, Any]:
    """The fields of :class:`~build_tools.model.Reading` with plain lists and mappings."""
    return {**asdict(reading), "models": dict(reading.models)}


def to_json(reading: Reading) -> str:
    """The reading as indented JSON."""
    return json.dumps(to_dict(reading), ensure_ascii=False, indent=2)


def from_json(text: str) -> Reading | None:
    """The reading that :func:`to_json` wrote; ``None`` when the text is not one."""
    try:
        return from_dict(json.loads(text))
    except ValueError:
        return None


def from_dict(data: object) -> Reading | None:
    """The reading that :func:`to_dict` described; ``None`` when ``data`` is not one."""
    try:
        if not isinstance(data, Mapping):
            return None
        return Reading(
            text=_text(data["text"]),
            words=tuple(_word(word) for word in data["words"]),
            languages=tuple(_text(code) for code in data["languages"]),
            engine=_text(data["engine"]),
            engine_version=_text(data["engine_version"]),
            models={_text(code): _text(model) for code, model in data["models"].items()},
            pages=tuple((int(width), int(height)) for width, height in data["pages"]),
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _box(value: Any) -> Box:
    left, top, width, height = (int(v) for v in value)
    return left, top, width, height


def _word(data: Mapping[str, Any]) -> Word:
    role = data.get("role", "body")
    if role not in get_args(Role):
        raise ValueError(f"no role: {role}")
    line, block = int(data["line"]), int(data.get("block", 0))
    return Word(_text(data["text"]), _box(data["box"]), float(data["confidence"]), line, block, role)
