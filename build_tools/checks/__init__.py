"""The rules: one module each, found by name, run over the whole bank.

A rule module has ``CODE`` (what stands in brackets in a message), a docstring that is its manual page, and
``check(bank: Bank, today: date) -> Iterator[Diagnostic]``.  A rule looks at one thing, names the line, and sets
``subject`` to the uid of the record that an error withholds.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from datetime import date
from types import ModuleType

from build_tools import settings, sources
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank
from build_tools.sources.draft import Draft


def rules() -> list[ModuleType]:
    """All rule modules, in order of name; modules whose name begins with an underscore are shared helpers."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    return [importlib.import_module(f"{__name__}.{name}") for name in names]


def run(bank: Bank, today: date) -> list[Diagnostic]:
    """What the readers found and what every rule finds.  ``today`` matters only for notices of age."""
    return [*bank.diagnostics, *(d for rule in rules() for d in rule.check(bank, today))]


def manual() -> dict[str, str]:
    """Rule code -> its manual page."""
    return {rule.CODE: inspect.getdoc(rule) or "" for rule in rules()}


def explanations() -> dict[str, str]:
    """Every code that a check can print, of rules and of readers, and what it means."""
    readers = [importlib.import_module(f"{sources.__name__}.{m.name}") for m in pkgutil.iter_modules(sources.__path__)]
    found = {code: text for module in (settings, *readers) for code, text in getattr(module, "CODES", {}).items()}
    return found | manual()


def remark(draft: Draft, line: int, code: str, severity: Severity, message: str, hint: str) -> Diagnostic:
    """A diagnostic about ``draft``, whose page an error withholds."""
    return Diagnostic(draft.ref.path, line, code, severity, message, hint, draft.uid)
