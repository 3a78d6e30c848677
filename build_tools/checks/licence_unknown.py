"""A licence is named that the bank does not know.

Why: "CC" or "free to use" does not tell a reader what is allowed; the short names of the SPDX list do.

To mend: use one of the names that the hint lists, or ``public-domain``, or ``all-rights-reserved`` where nothing is
allowed.

Example::

    content/guides/first-visit.md:7: error[licence-unknown] the licence "CC BY 4.0" is not known
        Did you mean "CC-BY-4.0"?
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from build_tools.checks import remark
from build_tools.checks._fields import listed
from build_tools.checks._near import Nearest
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank

CODE = "licence-unknown"

_CC = ("BY", "BY-SA", "BY-NC", "BY-ND", "BY-NC-SA", "BY-NC-ND")
# GODL-India has no short name in the SPDX list; this is how the Government of India abbreviates it.
KNOWN = frozenset(
    {
        *(f"CC-{kind}-{version}" for kind in _CC for version in ("2.0", "2.5", "3.0", "4.0")),
        *(f"CC-{kind}-3.0-IGO" for kind in _CC),
        "CC0-1.0", "CC-PDDC", "PDDL-1.0", "ODbL-1.0", "ODC-By-1.0", "OGL-UK-1.0", "OGL-UK-2.0", "OGL-UK-3.0",
        "GODL-India", "GFDL-1.3-or-later", "MIT", "public-domain", "all-rights-reserved",
    }
)  # fmt: skip


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    nearest = Nearest(KNOWN)
    for draft in bank.drafts:
        for value, line in listed(draft, "licence"):
            if value not in KNOWN:
                message = f'the licence "{value}" is not known'
                near = _BY_LETTERS.get(_letters(value)) or nearest.to(value)
                hint = "Use a name such as CC-BY-4.0, CC-BY-SA-4.0, ODbL-1.0, public-domain or all-rights-reserved."
                yield remark(
                    draft, line, CODE, Severity.ERROR, message, f'Did you mean "{near}"? {hint}' if near else hint
                )


def _letters(text: str) -> str:
    """``text`` without capitals, blanks and signs: ``cc by 4.0`` is ``ccby40``."""
    return re.sub(r"[^a-z0-9]", "", text.casefold())


_BY_LETTERS = {_letters(name): name for name in sorted(KNOWN)}
