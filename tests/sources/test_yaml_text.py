"""YAML from parser events: values as typed, lines of every key, and nothing that can expand."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.sources.yaml_text import MAX_DEPTH, MAX_NODES, load_yaml


def value(text: str) -> Any:
    loaded, _, found = load_yaml(text, "a.yml")
    assert found == []
    return loaded


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("NO", "NO"), ("no", "no"), ("yes", "yes"), ("on", "on"), ("012", "012"), ("0x1F", "0x1F"), ("1_000", "1_000"),
        ("12:30", "12:30"), ("2019-03-14", "2019-03-14"), ("1e3", "1e3"), (".5", ".5"), ("=", "="), (".inf", ".inf"),
        ("2019", 2019), ("-5", -5), ("1.5", 1.5), ("true", True), ("false", False), ("null", None), ("~", None),
        ('"2019"', "2019"), ("'true'", "true"), ('""', ""), ("Kuāñ कुआँ", "Kuāñ कुआँ"), ("001", "001"),
        ("9" * 30, "9" * 30),
    ],
)  # fmt: skip
def test_only_plain_words_and_numbers_are_not_text(text: str, meant: Any) -> None:
    loaded = value(f"a: {text}\n")["a"]
    assert loaded == meant
    assert type(loaded) is type(meant)


def test_lists_mappings_and_long_texts() -> None:
    text = "a: [1, {b: c}]\nd:\n  - e\n  -\nf: >\n  one\n  two\ng: |\n  one\n  two\nh:\n"
    assert value(text) == {"a": [1, {"b": "c"}], "d": ["e", None], "f": "one two\n", "g": "one\ntwo\n", "h": None}


def test_nothing_is_nothing() -> None:
    assert [value(text) for text in ("", "# words\n", "---\n", "\n\n")] == [None] * 4


def test_every_key_has_its_line() -> None:
    _, lines, _ = load_yaml("a: 1\nb:\n  - c: 2\n    d: 3\n  - {e: 4,\n     f: 5}\n", "a.yml", first_line=2)
    assert {path: line for path, line in lines.items() if path} == {
        ("a",): 2,
        ("b",): 3,
        ("b", 0): 4,
        ("b", 0, "c"): 4,
        ("b", 0, "d"): 5,
        ("b", 1): 6,
        ("b", 1, "e"): 6,
        ("b", 1, "f"): 7,
    }


MERGES = "a0: &a0 {k: v}\n" + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 25))
LAUGHS = "a0: &a0 [lol]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("a: 1\nb: [\n", 3, "yaml-syntax"),
        ("a: b: c\n", 1, "yaml-syntax"),
        ("a: @b\n", 1, "yaml-syntax"),
        ("a: 1\n---\nb: 2\n", 2, "yaml-syntax"),
        ("a: 1\n? [b]\n: c\n", 2, "yaml-syntax"),
        ("a: 1\n*b : 2\n", 2, "yaml-syntax"),
        ("a: 1\n\tb: 2\n", 2, "yaml-tab"),
        ("a:\n  \t- b\n", 2, "yaml-tab"),
        ("a: 1\nb: &c 2\n", 2, "yaml-alias"),
        ("a: *b\n", 1, "yaml-alias"),
        ("<<: {a: 1}\n", 1, "yaml-alias"),
        ("a: !!python/object/apply:os.system [ls]\n", 1, "yaml-alias"),
        ("a: !!str 5\n", 1, "yaml-alias"),
        (MERGES, 1, "yaml-alias"),
        (LAUGHS, 1, "yaml-alias"),
        ("a: 1\nb: 2\na: 3\n", 3, "yaml-duplicate-key"),
        ("a: {b: 1, c: 2, b: 3}\n", 1, "yaml-duplicate-key"),
        ("1: a\n'1': b\n", 2, "yaml-duplicate-key"),
        ("a: " + "[" * 5000 + "]" * 5000, 1, "yaml-depth"),
        ("{a: " * 5000 + "}" * 5000, 1, "yaml-depth"),
        ("".join("  " * n + "a:\n" for n in range(30)), MAX_DEPTH + 2, "yaml-depth"),
        ("a: [" + "1," * MAX_NODES + "]", 1, "yaml-size"),
    ],
)
def test_what_is_refused_is_named_with_its_line(text: str, line: int, code: str) -> None:
    start = time.perf_counter()
    loaded, _, [found] = load_yaml(text, "a.yml")
    assert time.perf_counter() - start < 5
    assert (loaded, found.line, found.code) == (None, line, code)
    assert found.hint


def test_the_other_place_of_a_duplicate_is_named() -> None:
    _, _, [found] = load_yaml("a: 1\nb: 2\na: 3\n", "a.yml", first_line=10)
    assert (found.line, found.path) == (12, "a.yml")
    assert "line 10" in found.hint


def test_as_deep_as_is_allowed() -> None:
    assert value("[" * MAX_DEPTH + "]" * MAX_DEPTH) is not None


SIGNS = st.text(alphabet="ab:-?[]{},&*!|>%@`\"'# \n\t~<=.0", max_size=80)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=120), SIGNS))
def test_any_text_gives_a_value_or_a_reason(text: str) -> None:
    loaded, lines, found = load_yaml(text, "a.yml")
    assert loaded is None or found == []
    assert len(found) <= 1
    assert all(1 <= line <= text.count("\n") + text.count("\r") + 2 for line in lines.values())


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(alphabet="ab c:#-[]{}'\"\n@", max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(alphabet="abc", min_size=1), inner, max_size=3),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None)
@given(PLAIN)
def test_what_json_writes_is_read_back(data: Any) -> None:
    """JSON is YAML: an independent writer, with every text in quotes."""
    assert value(json.dumps(data, ensure_ascii=False)) == data
