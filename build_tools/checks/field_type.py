"""A field holds a value of a kind that it cannot have: a list where one text belongs, a word where a number belongs.

Why: a value that has to be guessed is guessed wrong sooner or later.

To mend: write the value as the hint says.  Text that YAML could take for something else goes in double quotes.

Example::

    content/guides/first-visit.md:2: error[field-type] title is a list where one text belongs
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from build_tools.checks import remark
from build_tools.checks._findings import findings, named, shown
from build_tools.checks._near import Nearest
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.model import slugify
from build_tools.sources.bank import Bank
from build_tools.sources.draft import Problem

CODE = "field-type"

Words = tuple[str, str]
"""What is wrong, as the end of a sentence about the field, and what to do."""

_KINDS = {bool: "true or false", int: "a number", float: "a number", str: "a text", list: "a list", dict: "a mapping"}
_LANGUAGE_FIELDS = {"language", "languages", "titles"}


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    for draft, problem in findings(bank, CODE):
        what, hint = explain(problem, bank)
        message = f"{named(problem.field)} {what}" if problem.field else what
        yield remark(draft, problem.line, CODE, Severity.ERROR, message, hint)


def explain(problem: Problem, bank: Bank) -> Words:
    """A finding in plain words."""
    if problem.kind == "region_form":
        return _region(problem, bank)
    if problem.kind in _EXPLAINED:
        return _EXPLAINED[problem.kind](problem)
    return (
        f"holds {shown(problem.value)}, which cannot be used here",
        "Look at a record that works, and write it alike.",
    )


def _given(problem: Problem) -> str:
    return _KINDS.get(type(problem.value), "something else")


def _wanted(wanted: str, hint: str) -> Callable[[Problem], Words]:
    return lambda problem: (f"is {_given(problem)} where {wanted} belongs", hint)


def _text(problem: Problem) -> Words:
    if isinstance(problem.value, list | dict):
        return (
            f"is {_given(problem)} where one text belongs",
            "Write one text, in double quotes if it holds [ ] or { }.",
        )
    return f"is {_given(problem)} where text belongs", f"Put it in double quotes: {shown(problem.value)}."


def _choice(problem: Problem) -> Words:
    allowed = re.findall(r"'([^']*)'", problem.message)
    if problem.field == "type":
        return (
            f"is {shown(problem.value)}, but its folder is that of a {allowed[0]}",
            "Move the file, or delete the line.",
        )
    hint = Nearest(allowed).hint(str(problem.value), f"Use one of: {', '.join(allowed)}.")
    return f"is {shown(problem.value)}, which is none of the words it can be", hint


def _pattern(problem: Problem) -> Words:
    if _LANGUAGE_FIELDS & set(problem.field.split(".")):
        return f"is {shown(problem.value)}, which is no language code", "Use a code such as en, hi or ta."
    tidy = slugify(str(problem.value))
    if problem.field == "id":
        hint = f'Name it "{tidy}".' if tidy else "Give it a name of letters and digits."
        return f"is {shown(problem.value)}; ids (names of files) have small letters a-z, digits and hyphens only", hint
    hint = f'Write it as "{tidy}".' if tidy else "Use the id that is listed in the vocabulary."
    return f"is {shown(problem.value)}, which is no id: small letters a-z, digits and hyphens", hint


def _long(problem: Problem) -> Words:
    return (
        f"is longer than {_number(problem)} letters",
        "Shorten it; what is left over belongs in the body of the page.",
    )


def _few(problem: Problem) -> Words:
    return f"has fewer than {_number(problem)} entries", "Add what is missing."


def _bounds(problem: Problem) -> Words:
    word = "less" if problem.kind.startswith("greater") else "more"
    return f"is {shown(problem.value)}, {word} than it can be", f"It must be {_bound(problem)}."


def _bound(problem: Problem) -> str:
    sign = {"greater_than": "more than", "greater_than_equal": "at least", "less_than": "less than"}
    return f"{sign.get(problem.kind, 'at most')} {_number(problem)}"


def _number(problem: Problem) -> str:
    found = re.search(r"-?\d+", problem.message)
    return found[0] if found else "allowed"


def _control(problem: Problem) -> Words:
    return problem.message, "Delete the character and type the word again."


def _address(problem: Problem) -> Words:
    return f"is {shown(problem.value)}, which {problem.message}", "Copy the whole address from the browser."


def _region(problem: Problem, bank: Bank) -> Words:
    name = str(problem.value).strip().casefold()
    places = bank.vocabulary.places.values()
    near = [place.id for place in places if name in (n.casefold() for n in (*place.names.values(), *place.aliases))]
    hint = f"Did you mean {' or '.join(near[:3])}?" if near else "Use an id of content/vocabulary/places."
    return f"is {shown(problem.value)}, which {problem.message}", hint


_GROUP = _wanted("a group of fields", "Write its fields as name: value, each on a line of its own.")
_LIST = _wanted("a list", "Write a list: [first, second], or one entry a line after a hyphen.")
_NUMBER = _wanted("a whole number", "Write digits only, without quotes.")
_EXPLAINED: Mapping[str, Callable[[Problem], Words]] = {
    "string_type": _text,
    "int_type": _NUMBER,
    "int_parsing": _NUMBER,
    "int_from_float": _NUMBER,
    "bool_type": _wanted("true or false", "Write true or false, without quotes."),
    "tuple_type": _LIST,
    "list_type": _LIST,
    "dict_type": _GROUP,
    "model_type": _GROUP,
    "model_attributes_type": _GROUP,
    "literal_error": _choice,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _long,
    "too_short": _few,
    "too_long": _long,
    "greater_than": _bounds,
    "greater_than_equal": _bounds,
    "less_than": _bounds,
    "less_than_equal": _bounds,
    "text_control": _control,
    "url_form": _address,
    "review_people": lambda problem: (problem.message, "Write the names of two people who looked: [name, name]."),
}
