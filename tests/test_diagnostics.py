"""What the three printers say, and that nothing in a file can forge their output."""

from __future__ import annotations

import json
from random import Random

import pytest

from build_tools.diagnostics import (
    PRINTERS,
    Diagnostic,
    Severity,
    as_github,
    as_json,
    as_text,
    count,
    fails,
    in_order,
    visible,
)

ERROR = Diagnostic("a/b.md", 3, "field-missing", Severity.ERROR, "has no title", "Add one.", "b.en")
WARNING = Diagnostic("a/b.md", 10, "heading-level", Severity.WARNING, "skips a level")
NOTICE = Diagnostic("a/a.png", 0, "file-unused", Severity.NOTICE, "is read by nothing", "Delete it.")
HOSTILE = Diagnostic(
    "x,line=9::error::\n::error file=y::z.md",
    1,
    "a:b",
    Severity.ERROR,
    "100% \u202egnp.exe\r\n::error file=y::forged\x1b[31m\u2066",
    "हिन्दी\n::warning::",
)


def test_text_is_as_compilers_print_it() -> None:
    assert as_text([WARNING, ERROR, NOTICE]).split("\n") == [
        "a/a.png: notice[file-unused] is read by nothing",
        "    Delete it.",
        "a/b.md:3: error[field-missing] has no title",
        "    Add one.",
        "a/b.md:10: warning[heading-level] skips a level",
    ]


def test_json_holds_every_field() -> None:
    first, *_ = json.loads(as_json([ERROR]))
    assert first == {
        "path": "a/b.md",
        "line": 3,
        "code": "field-missing",
        "severity": "error",
        "message": "has no title",
        "hint": "Add one.",
        "subject": "b.en",
    }


def test_github_shows_a_command_a_line() -> None:
    assert as_github([ERROR, NOTICE]).split("\n") == [
        "::notice file=a/a.png,line=1,title=file-unused::is read by nothing%0ADelete it.",
        "::error file=a/b.md,line=3,title=field-missing::has no title%0AAdd one.",
    ]


def test_nothing_in_a_message_can_forge_a_command_for_github() -> None:
    printed = as_github([HOSTILE])
    assert "\n" not in printed
    assert "\r" not in printed
    properties, _, message = printed.removeprefix("::error ").partition("::")
    assert properties.count("=") == 5
    assert [part.partition("=")[0] for part in properties.split(",")] == ["file", "line", "title"]
    assert "100%25 " in message
    assert "title=a%3Ab" in properties


@pytest.mark.parametrize("form", PRINTERS)
def test_nothing_printed_hides_or_reorders_text(form: str) -> None:
    printed = PRINTERS[form]([HOSTILE])
    assert all(c.isprintable() or c == "\n" for c in printed)
    assert "हिन्दी" in printed


def test_json_gives_back_exactly_what_was_said() -> None:
    odd = Diagnostic("a\udcffb", 1, "x", Severity.ERROR, '\U000e0041 \u202e \x7f \\u0041 "quoted"')
    for diagnostic in (HOSTILE, odd):
        printed = as_json([diagnostic])
        assert printed.encode()
        assert json.loads(printed)[0]["message"] == diagnostic.message
        assert json.loads(printed)[0]["path"] == diagnostic.path


def test_text_stays_on_its_line() -> None:
    assert len(as_text([HOSTILE]).split("\n")) == 2
    assert visible("a\nb\u2028c\u202e") == "a b\\u2028c\\u202e"


def test_order_and_repetition_of_the_input_change_nothing() -> None:
    many = [ERROR, WARNING, NOTICE, HOSTILE]
    shuffled = [*many, *many]
    Random(1).shuffle(shuffled)
    assert in_order(shuffled) == in_order(many)
    assert [d.line for d in in_order([ERROR, WARNING])] == [3, 10]


def test_what_fails_a_check() -> None:
    assert [fails([d], strict=False) for d in (ERROR, WARNING, NOTICE)] == [True, False, False]
    assert [fails([d], strict=True) for d in (ERROR, WARNING, NOTICE)] == [True, True, False]
    assert not fails([], strict=True)
    assert count([ERROR, WARNING, ERROR], Severity.ERROR) == 2


@pytest.mark.parametrize("form", PRINTERS)
def test_nothing_to_say(form: str) -> None:
    assert PRINTERS[form]([]) in ("", "[]")
