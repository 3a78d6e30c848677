"""Blocks: borders that hold still, and words that can be found across them."""

from __future__ import annotations

import json
import random

from build_tools.alphabet import sound
from build_tools.search.layout import (
    DIGITS,
    Block,
    base36,
    block_text,
    blocks,
    file_key,
    front_coded,
    script,
)
from build_tools.search.postings import Group


def group(*forms: str, count: int = 1, size: int = 8) -> Group:
    return Group(tuple(sorted(forms, key=lambda f: (sound(f), f))), count, "A" * size, (), 40, {})


def many(count: int) -> list[Group]:
    rng = random.Random(7)
    words = {"".join(rng.choices("bcdgklmnprstaeio", k=rng.randint(3, 9))) for _ in range(count)}
    return [group(word, size=rng.randint(2, 60)) for word in sorted(words)]


def holder(found: list[Block], form: str) -> Block:
    """The block that a reader opens for ``form``."""
    return [block for block in found if block.key <= sound(form)][-1]


def test_every_form_is_where_its_sound_says() -> None:
    words = [*many(2_000), group("kan", "kanning", "kanat"), group("use", "using", "used")]
    found = blocks(words, 500)
    assert len(found) > 20
    for word in words:
        for form in word.forms:
            block = holder(found, form)
            pointers = [p for p in block.pointers if form in p.forms]
            if word not in block.groups:
                assert [p.anchor for p in pointers] == [sound(word.forms[0])]
                assert word in holder(found, word.forms[0]).groups


def test_a_new_word_changes_few_blocks() -> None:
    words = many(3_000)
    before = {block_text(b, {}) for b in blocks(words, 600)}
    after = {block_text(b, {}) for b in blocks([*words, group("melodi", size=30)], 600)}
    assert len(after - before) <= 3


def test_blocks_are_of_like_size() -> None:
    sizes = sorted(len(block_text(b, {})) for b in blocks(many(4_000), 800))
    assert sizes[len(sizes) // 2] < 2_000
    assert sizes[-1] < 4_000


def test_front_coding_comes_back() -> None:
    words = ["rescue", "rescued", "rescuer", "बाल", "बालक", "x" * 60, "x" * 60 + "y"]
    before = ""
    for word, code in zip(words, front_coded(words), strict=True):
        before = before[: DIGITS.index(code[0])] + code[1:]
        assert before == word


def test_file_names_are_safe_on_any_file_system() -> None:
    assert file_key("sks") == "sks"
    assert file_key("я/..") == "-44f-2f-2e-2e"


def test_a_script_hands_over_any_text() -> None:
    text = 'a"b\\c</script>\u2028\u2029'
    written = script("t/x", text)
    assert "\u2028" not in written
    assert json.loads("[" + written.removeprefix("kbSearch.take(").removesuffix(")") + "]") == ["t/x", text]


def test_numbers_are_written_short() -> None:
    assert [base36(n) for n in (0, 9, 35, 36, 1295, 1296)] == ["0", "9", "z", "10", "zz", "100"]
