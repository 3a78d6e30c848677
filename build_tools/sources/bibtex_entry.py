"""One entry with its values resolved: abbreviations written out, parents' fields inherited, LaTeX read as text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from build_tools.diagnostics import Severity
from build_tools.sources.bibtex_blocks import Fault, RawEntry
from build_tools.sources.bibtex_latex import Decoded, decode, decode_address, plain
from build_tools.sources.bibtex_names import read_names
from build_tools.sources.bibtex_values import Abbreviations, RefusedError, parse_value

OWN_FIELDS = frozenset(
    "themes occupations regions material added verified provenance abstract keywords confidence source_note"
    " identity_review".split()
)
"""Fields that describe the record in the bank and not the work."""

_FIELD_NAME = re.compile(r"[^\W\d][\w:.+/-]*")
_PATHS = re.compile(r"file|pdf|local-url|bdsk-file-\d+")  # backslashes in them part folders


@dataclass(frozen=True, slots=True)
class Value:
    """Braces or quotes are off and abbreviations written out; LaTeX is still LaTeX."""

    raw: str
    line: int


@dataclass
class BibEntry:
    type: str
    key: str
    line: int
    values: dict[str, Value]
    faults: list[Fault] = field(default_factory=list)
    _decoded: dict[str, Decoded] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)
    _names: dict[str, list[dict[str, str]]] = field(default_factory=dict)

    def fault(self, name: str, code: str, message: str, hint: str = "", severity: Severity = Severity.ERROR) -> None:
        """A fault on the line of the field ``name``."""
        self.faults.append(Fault(self.line_of(name), code, message, hint, severity))

    def line_of(self, *names: str) -> int:
        """The line of the first of the fields that is there, else that of the entry."""
        return next((self.values[name].line for name in names if name in self.values), self.line)

    def first(self, *names: str) -> str:
        """The name of the first of the fields that is there and says something; else empty."""
        return next((name for name in names if name in self.values and self._text(name)), "")

    def text(self, *names: str) -> str:
        """The value of the first of the fields that says something, as one line of plain text."""
        return next((text for name in names if name in self.values and (text := self._text(name))), "")

    def _text(self, name: str) -> str:
        if name not in self._texts:
            self._texts[name] = " ".join(plain(self.rich(name)).split())
        return self._texts[name]

    def names(self, name: str) -> list[dict[str, str]]:
        """The persons and bodies in a field, as names of CSL JSON."""
        if name not in self._names:
            self._names[name] = read_names(self.rich(name)) if name in self.values else []
        return self._names[name]

    def rich(self, name: str) -> str:
        """The decoded value with the marks of groups.  Commands that are refused become faults."""
        if name not in self._decoded:
            self._decoded[name] = decoded = decode(self.values[name].raw)
            self._report(name, decoded)
        return self._decoded[name].rich

    def address(self, name: str) -> str:
        """The value of a field that holds an address or a DOI."""
        return decode_address(self.values[name].raw) if name in self.values else ""

    def check_unread(self) -> None:
        """Reports the refused commands in fields that nobody has asked for, too."""
        for name in [n for n, v in self.values.items() if "\\" in v.raw and n not in self._decoded]:
            if not _PATHS.fullmatch(name):
                self._report(name, Decoded("", decode(self.values[name].raw).refused))

    def _report(self, name: str, decoded: Decoded) -> None:
        for command in decoded.refused:
            hint = "Delete the command. A bibliography needs accents and emphasis only; files are never read in."
            self.fault(name, "bib-latex", f'the field "{name}" holds the LaTeX command \\{command}', hint)
        for command in decoded.unknown:
            message = f'the field "{name}" holds the LaTeX command \\{command}, which is left out of the text'
            hint = "Type the letter or sign itself if it stands for one."
            self.fault(name, "bib-latex-unknown", message, hint, Severity.NOTICE)


def resolved(raw: RawEntry, abbreviations: Abbreviations) -> BibEntry:
    """The entry with the text of its values.  Fields that cannot be read are faults and left out."""
    entry = BibEntry(raw.type, raw.key, raw.line, {}, list(raw.faults))
    for item in raw.fields:
        named = f'the field "{item.name[:60]}"'
        if not _FIELD_NAME.fullmatch(item.name):
            shown = " ".join(item.name[:60].split())
            hint = "Look for a comma that is missing before it, or for a quote or brace too many."
            entry.faults.append(Fault(item.line, "bib-value", f'"{shown}" is no name of a field', hint))
        elif item.name in entry.values:
            hint = f"It stands first on line {entry.values[item.name].line}. Keep one of the two."
            entry.faults.append(Fault(item.line, "bib-duplicate-field", f"{named} stands twice in one entry", hint))
        else:
            try:
                text = abbreviations.expand(parse_value(item.value))
            except RefusedError as refused:
                entry.faults.append(refused.fault(item.line, named))
                text = ""
            entry.values[item.name] = Value(text, item.line)
    return entry
