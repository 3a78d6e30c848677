r"""LaTeX in BibTeX values, read as text: ``{\"o}`` is ö, ``\emph{x}`` is x, ``--`` is a dash.

Nothing is ever executed.  The text is gone through once from left to right; pylatexenc knows which letter or sign
a command stands for and sees one command at a time, so neither depth nor length of the input can trouble it.
Commands that would read, write or define anything are taken out and reported.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from pylatexenc.latex2text import LatexNodes2Text

logging.getLogger("pylatexenc").setLevel(logging.CRITICAL + 1)  # the core never prints

OPEN, CLOSE = "\x01", "\x02"
"""Marks in :attr:`Decoded.rich` where a group of letters begins and ends: braces that protect capitals."""

_LITERAL_OPEN, _LITERAL_CLOSE = "\x03", "\x04"
_TO_PLAIN = str.maketrans({OPEN: None, CLOSE: None, _LITERAL_OPEN: "{", _LITERAL_CLOSE: "}"})
_ANY_MARK = re.compile("[\x01-\x04]")
_CONTROLS = str.maketrans(dict.fromkeys("\x01\x02\x03\x04"))

REFUSED = frozenset(
    "input include includeonly includegraphics write openin openout read closein closeout immediate special def edef "
    "gdef xdef let futurelet newcommand renewcommand providecommand DeclareRobustCommand newenvironment catcode "
    "csname expandafter directlua luaexec latelua loop usepackage documentclass verbatiminput lstinputlisting "
    "newwrite newread typeout message jobname pdffiledump pdfshellescape InputIfFileExists makeatletter everyjob "
    "everypar output shipout".split()
)
"""Commands that read, write, define or run something."""

_WITHOUT_ARGUMENT = re.compile(r"\\(?:begin|end|href|textcolor|color|vspace|hspace)\*?\s*\{[^{}]*\}")
_MATHS = re.compile(r"(?<!\\)\$([^$\n]{0,200})\$")

_ACCENT = r"[`'^\"~=.]\s{0,3}|[uvHtcdbkrG](?:\s+|(?=[{\\]))"
_DOTLESS = r"\\[ij](?![A-Za-z])(?:\s*\{\})?"
_LETTER = rf"(?:{_DOTLESS}|\\(?:{_ACCENT})(?:\{{[^\W\d_]\}}|[^\W\d_])|[^\W\d_]{{0,2}})"
_TOKEN = re.compile(
    r"(?P<newline>\\\\(?:\[[^\]\n]{0,20}\])?)"
    rf"|(?P<accent>\\(?:{_ACCENT})(?:\{{\s?{_LETTER}\s?\}}|{_DOTLESS}|[^\W\d_]))"
    r"|\\(?P<command>[A-Za-z]+)(?P<tail>\*?(?:[ \t\n]*\{\}|[ \t\n]*))"
    r"|\\(?P<sign>[^A-Za-z]|$)"
    r"|(?P<plain>[{}~]|---?|``|'')"
)
_PLAIN = {"{": OPEN, "}": CLOSE, "~": " ", "--": "–", "---": "—", "``": "“", "''": "”"}
_SIGNS = {"{": _LITERAL_OPEN, "}": _LITERAL_CLOSE, **dict.fromkeys(" ,;:~\n\t", " "), **dict.fromkeys("-/!@()[]^", "")}
# What pylatexenc does not know, or knows as something that is no text ("\today").
_NAMED = {
    "textbraceleft": _LITERAL_OPEN, "textbraceright": _LITERAL_CLOSE, "textbackslash": "\\", "S": "§", "P": "¶",
    "pounds": "£", "copyright": "©", "textrupee": "₹", "rupee": "₹", "INR": "₹", "degree": "°", "TeX": "TeX",
    "LaTeX": "LaTeX", "quad": " ", "qquad": " ", "par": " ", "newline": " ", "space": " ", "i": "i", "j": "j",
}  # fmt: skip
_SILENT = frozenset(
    "emph textit textbf texttt textrm textsf textsc textup textmd textnormal textsl text it bf tt rm sf sc em sl "
    "itshape bfseries ttfamily rmfamily sffamily scshape normalfont mbox hbox mathrm mathit mathbf mathcal mathbb "
    "mathsf ensuremath protect noopsort relax url path enquote mkbibquote mkbibemph footnotesize small large Large "
    "scriptsize tiny normalsize uppercase lowercase MakeUppercase MakeLowercase textquote nobreak allowbreak "
    "break noindent centering hfill left right begin end href textsuperscript textsubscript textlatin texthindi "
    "textdevanagari foreignlanguage selectlanguage cite citep citet ref label nocase bibstring emdash item".split()
)
_DIGITS = {"^": str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"), "_": str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")}
_RAISED = re.compile(r"([\^_])(?:\{([0-9+-]{1,20})\}|([0-9]))")
_SCRIPT_TEXT = re.compile(r"\\text(super|sub)script\s*\{([0-9+-]{1,20})\}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """``rich`` keeps the groups as marks; ``refused`` and ``unknown`` are names of commands, each once."""

    rich: str
    refused: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return plain(self.rich)


def plain(rich: str) -> str:
    """Decoded text for people: without the marks of groups."""
    return rich.translate(_TO_PLAIN) if _ANY_MARK.search(rich) else rich


def decode(raw: str) -> Decoded:
    """``raw`` as text in NFC; white space stays as it is."""
    if _ANY_MARK.search(raw):
        raw = raw.translate(_CONTROLS)
    if "\\" not in raw and "$" not in raw:
        return Decoded(_groups(_TOKEN.sub(lambda m: _PLAIN[m["plain"]], raw)))
    raw = _WITHOUT_ARGUMENT.sub("", _MATHS.sub(_maths, raw))
    raw = _SCRIPT_TEXT.sub(lambda m: m[2].translate(_DIGITS["^" if m[1] == "super" else "_"]), raw)
    found: dict[str, None] = {}

    def token(match: re.Match[str]) -> str:
        if command := match["command"]:
            return _command(command, match["tail"], found)
        if match["newline"]:
            return " "
        if match["accent"]:
            return _letter(match["accent"])
        if match["plain"]:
            return _PLAIN[match["plain"]]
        return _SIGNS.get(match["sign"], match["sign"])

    rich = _groups(_TOKEN.sub(token, raw))
    return Decoded(rich, tuple(n for n in found if n in REFUSED), tuple(n for n in found if n not in REFUSED))


def _maths(match: re.Match[str]) -> str:
    """The content of a formula; dollars that are money stay dollars."""
    inner = match[1]
    if len(inner) != 1 and not re.search(r"[\\^_]", inner):
        return match[0].replace("$", "\\$")
    return _RAISED.sub(lambda m: (m[2] or m[3]).translate(_DIGITS[m[1]]), inner) + "{}"


def _command(name: str, tail: str, found: dict[str, None]) -> str:
    if name in _NAMED:
        return _NAMED[name]
    if name in _SILENT:
        return ""
    if name not in REFUSED and (sign := _sign(name)):
        return sign
    found[name] = None
    return " " if tail.isspace() else ""


@lru_cache(maxsize=2_000)
def _sign(name: str) -> str:
    """The letter or sign that a command stands for; empty when it stands for none."""
    text = _latex_to_text("\\" + name + "{}")
    return text if 0 < len(text) <= 3 and not re.search(r"[\s<>\[\]]", text) else ""


@lru_cache(maxsize=5_000)
def _letter(command: str) -> str:
    return _latex_to_text(command) or ""


def _latex_to_text(command: str) -> str:
    try:
        text = LatexNodes2Text(keep_comments=True).latex_to_text(command)
    except (IndexError, ValueError, TypeError, AttributeError, KeyError):
        return ""
    return unicodedata.normalize("NFC", str(text).strip())


def _groups(rich: str) -> str:
    """``rich`` in NFC without groups that protect nothing: empty ones and single letters."""
    rich = re.sub(f"{OPEN}([^{OPEN}{CLOSE}]?){CLOSE}", r"\1", rich) if OPEN in rich else rich
    return unicodedata.normalize("NFC", rich)


_ADDRESS_ESCAPE = re.compile(r"\\([_%&#~$])(?:\{\})?|\{?\\textasciitilde(?:\{\}|\s+)?\}?")


def decode_address(raw: str) -> str:
    r"""A web address or DOI: ``\url{}`` and escapes go, everything else stays as it is typed."""
    text = "".join(line.strip() for line in raw.split("\n"))
    text = re.sub(r"^\\(?:url|path|nolinkurl)\s*\{(.*)\}$", r"\1", text)
    text = _ADDRESS_ESCAPE.sub(lambda m: m[1] or "~", text)
    return re.sub(r"[{}]", "", text).strip().strip("<>").strip()
