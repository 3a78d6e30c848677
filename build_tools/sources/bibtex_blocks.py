"""BibTeX text cut into entries and abbreviations, with every piece that cannot be read named by its line.

The cutting itself is bibtexparser's.  It keeps what it could not read in separate kinds of block; here each of
them becomes either an entry that can still be read or a fault, so that nothing vanishes.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ExplicitComment,
    ImplicitComment,
    ParsingFailedBlock,
    Preamble,
    String,
)

from build_tools.diagnostics import Severity

# The parser logs each broken block as well; the faults below say it with a remedy, and the core never prints.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL + 1)


MAX_ENTRIES, MAX_FIELDS, MAX_SIGNS = 20_000, 250_000, 2_000_000
"""Of one file; definitions of abbreviations count as entries, and braces and quotation marks as signs."""
MAX_FAULTS = 1_000
"""Unreadable pieces of one file that are named one by one."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong on one line, before it is known which record it withholds."""

    line: int
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class RawField:
    """A field as typed: ``name`` in lower case, ``value`` with its braces, quotes and ``#``."""

    name: str
    value: str
    line: int


@dataclass
class RawEntry:
    type: str
    key: str
    line: int
    fields: list[RawField]
    faults: list[Fault] = field(default_factory=list)


@dataclass
class Blocks:
    """All of a file.  ``strings`` are the definitions of ``@string`` in file order."""

    strings: list[RawField] = field(default_factory=list)
    entries: list[RawEntry] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


_START = re.compile(r"@\s*(\w*)\s*[{(]?\s*([^\s,={}()]*)")
_BLOCK = re.compile(r"@\w*[ \t]*\{")
# A line between the entries that begins like an entry (but not like a comment), or like a field of one.
_LOST_ENTRY = re.compile(r"^[ \t]*@[ \t]*(?!(?:comment|preamble)\b)\w+", re.I | re.M)
_LOST_FIELD = re.compile(r"""^[ \t,]*[A-Za-z][\w-]*[ \t]*=[ \t]*(?:["{]|\d+[ \t]*[,}])""", re.M)
_FREE_TYPES = {ExplicitComment: "comment", Preamble: "preamble", String: "string"}


def split_blocks(text: str) -> Blocks:
    """Entries, abbreviations and faults of ``text``, in file order.  Takes time in proportion to the text."""
    found = Blocks()
    signs = sum(text.count(sign) for sign in '{}"')
    if signs > MAX_SIGNS or text.count("=") > MAX_FIELDS or len(_BLOCK.findall(text)) > MAX_ENTRIES:
        message = f"holds more than {MAX_ENTRIES:,} entries, {MAX_FIELDS:,} fields or {MAX_SIGNS:,} braces and quotes"
        return Blocks(faults=[Fault(1, "bib-size", message, "Split the bibliography into several files.")])
    lines = text.split("\n")
    before: Block | None = None
    for block in parse_string(text, parse_stack=[]).blocks:
        if isinstance(block, ImplicitComment):
            _outside(block, before, found)
        elif lines[_line(block) - 1].lstrip().startswith("%"):
            _commented(block, found)
            before = None
            continue
        else:
            _take(block, found)
        before = block
    found.faults = _shortened(found.faults)
    return found


def _shortened(faults: list[Fault]) -> list[Fault]:
    """The first of very many: a file that is no bibliography would fill the report with its every line."""
    if len(faults) <= MAX_FAULTS:
        return faults
    kept, more = faults[:MAX_FAULTS], len(faults) - MAX_FAULTS
    hint = "Mend those named above and check again. Is the file a bibliography at all?"
    return [*kept, Fault(kept[-1].line, "bib-syntax", f"{more} more pieces after this cannot be read", hint)]


def _take(block: Block, found: Blocks) -> None:
    if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock) and block.ignore_error_block:
        block = block.ignore_error_block  # both are whole entries; repetitions are judged when all are known
    if isinstance(block, ParsingFailedBlock):
        found.faults.append(_broken(block))
    elif isinstance(block, Entry):
        found.entries.append(_entry(block))
    elif (written := _type(block)) != _FREE_TYPES.get(type(block)):
        hint = "Write a type such as @book, @article or @report."
        message = f'"@{written}" is no type of entry, and what stands in it would be lost'
        found.faults.append(Fault(_line(block), "bib-syntax", message, hint))
    elif isinstance(block, String):
        found.strings.append(RawField(block.key.strip().lower(), block.value, _line(block)))


def _entry(block: Entry) -> RawEntry:
    # The line of a field is that of its "=" for the parser; people look for its name.
    fields = [RawField(f.key.strip().lower(), str(f.value), f.start_line + 1) for f in block.fields]
    return RawEntry(block.entry_type.strip().lower(), block.key.strip(), _line(block), fields)


def _broken(block: ParsingFailedBlock) -> Fault:
    raw, reason = block.raw or "", str(getattr(block.error, "abort_reason", block.error))
    last = _line(block) + raw.rstrip().count("\n")
    if "end of file" in reason:
        what = "is never closed: the file ends inside it"
    elif "block start" in reason or "found `@" in reason:
        what = f"is never closed: the next one begins inside it, after line {last}"
    elif "after entry key `" in reason or "Expected a `=`" in reason:
        what = f'cannot be read: near line {last} a field has no "=" or a comma stands in the wrong place'
    elif "comma after entry key" in reason or "equals sign" in reason:
        what = "cannot be read: it does not begin with a key and a comma"
    else:
        what = f"cannot be read near line {last}"
    hint = "Write @type{key, field = {value}, ...} and give every opening brace and quote its closing one."
    return Fault(_line(block), "bib-syntax", f"{_named(block)} {what}", hint)


def _commented(block: Block, found: Blocks) -> None:
    """An address in a comment may look like a block to the parser; an entry has a key and a comma."""
    if re.match(r"@\w+\s*[{(]\s*[^\s,{}()]+\s*,", block.raw or ""):
        hint = "Delete the lines, or keep them in a file that is not part of the bank. BibTeX ignores the % sign."
        found.faults.append(Fault(_line(block), "bib-commented", f"{_named(block)} is commented out with %", hint))


def _outside(block: ImplicitComment, before: Block | None, found: Blocks) -> None:
    """Text between entries is allowed, unless it looks like something that was meant to be read."""
    text, line, position = block.comment, _line(block), 0
    for at in _LOST_ENTRY.finditer(text):
        line += text.count("\n", position, at.end())
        position = at.end()
        hint = "Write @type{key, ...} with the brace right after the type."
        message = f'"{at[0].strip()}" looks like an entry, but no brace follows'
        found.faults.append(Fault(line, "bib-outside", message, hint))
    if isinstance(before, ParsingFailedBlock) and not isinstance(before, DuplicateBlockKeyBlock):
        return  # the rest of an entry that is reported already
    if match := _LOST_FIELD.search(text):
        hint = "Look for a brace too many in the entry above: it ends the entry too early."
        at_line = _line(block) + text.count("\n", 0, match.end())
        fault = Fault(at_line, "bib-outside", "a field stands outside any entry", hint)
        entry_above = isinstance(before, Entry | DuplicateBlockKeyBlock) and bool(found.entries)
        (found.entries[-1].faults if entry_above else found.faults).append(fault)


def _line(block: Block) -> int:
    return (block.start_line or 0) + 1


def _type(block: Block) -> str:
    return (_START.match(block.raw or "") or [""] * 2)[1].lower()


def _named(block: Block) -> str:
    match = _START.match(block.raw or "")
    key = match[2][:60] if match else ""
    return f'the entry "{key}"' if key else "an entry"


def repeated(names: Iterator[tuple[str, int]]) -> Iterator[tuple[str, int, int]]:
    """(name, line, line of the first) for each name that stood before."""
    first: dict[str, int] = {}
    for name, line in names:
        if name in first:
            yield name, line, first[name]
        else:
            first[name] = line
