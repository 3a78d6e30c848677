"""Others that look for the same numbers: python-stdnum as it is, and the pattern recognisers of Presidio.

They are installed into an environment of their own and asked in a process of their own, with sentences as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

PACKAGES = ("python-stdnum", "presidio-analyzer")
_ASK = r"""
import json, re, sys
texts = json.load(sys.stdin)
answers = {}
try:
    from stdnum.in_ import aadhaar, epic, pan
    modules = {"aadhaar": aadhaar, "pan": pan, "voter": epic}
    def of(text):
        words = re.findall(r"\S+", text)
        rows = [" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, min(a + 4, len(words) + 1))]
        rows = [row.strip(".,;:()") for row in rows]
        return sorted(kind for kind, module in modules.items() if any(module.is_valid(row) for row in rows))
    answers["python-stdnum"] = [of(text) for text in texts]
except ImportError:
    pass
try:
    from presidio_analyzer import predefined_recognizers as known
    makers = {"aadhaar": "InAadhaarRecognizer", "pan": "InPanRecognizer", "voter": "InVoterRecognizer",
              "passport": "InPassportRecognizer", "email": "EmailRecognizer"}
    made = {kind: getattr(known, name)() for kind, name in makers.items() if hasattr(known, name)}
    made["mobile"] = known.PhoneRecognizer(supported_regions=("IN",))
    answers["Presidio"] = [sorted(kind for kind, one in made.items()
                                  if one.analyze(text, one.supported_entities, None)) for text in texts]
except ImportError:
    pass
json.dump(answers, sys.stdout)
"""


def ask(folder: Path, texts: Sequence[str]) -> dict[str, list[frozenset[str]]]:
    """Name of each peer that can be installed -> the kinds that it finds in each of ``texts``."""
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        for package in PACKAGES:
            subprocess.run([str(python), "-m", "pip", "install", "--quiet", package], check=False)
    done = subprocess.run(
        [str(python), "-c", _ASK], input=json.dumps(list(texts)), capture_output=True, text=True, check=True
    )
    answers: dict[str, list[list[str]]] = json.loads(done.stdout)
    return {name: [frozenset(kinds) for kinds in rows] for name, rows in answers.items()}
