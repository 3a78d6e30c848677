"""Holds the value of one attribute against what the lists allow for it."""

from __future__ import annotations

from build_tools.verify import lists
from build_tools.verify.addresses import link_fault, own_fault, own_set_fault
from build_tools.verify.findings import Finding
from build_tools.verify.lists import Allowed, Value


def attribute(
    path: str, element: str, name: str, value: str, allowed: Allowed | None, base: str = "/"
) -> Finding | None:
    """What is wrong with ``name="value"`` on ``element`` of the file ``path``; ``None`` when nothing is."""
    where = f'<{element[:40]}> in the attribute "{name[:40]}"'
    if allowed is None:
        return Finding("site-attribute", f'holds <{element[:40]}> with the attribute "{name[:40]}"')
    if not isinstance(allowed, Value):
        return None if value in allowed else Finding("site-attribute", f"holds in {where} a value that is not listed")
    if fault := _address_fault(path, value, allowed, base):
        return Finding("site-address", f"holds in {where} {fault}")
    pattern = {Value.NAME: lists.NAME_PATTERN, Value.NUMBER: lists.NUMBER_PATTERN}.get(allowed)
    if pattern and not pattern.fullmatch(value):
        return Finding("site-attribute", f"holds in {where} a value that is not listed")
    return None


def _address_fault(path: str, value: str, allowed: Value, base: str) -> str:
    if allowed is Value.LINK:
        return link_fault(value)
    if allowed is Value.OWN:
        return own_fault(value, path, base)
    return own_set_fault(value, path, base) if allowed is Value.OWN_SET else ""
