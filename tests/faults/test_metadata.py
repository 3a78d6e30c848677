"""Faults 21 to 30: fields that explode or mislead, texts that hide signs, links and paths that lead elsewhere."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from .banks import MARK, Built, build, copied, write
from .conftest import assert_unchanged

GUIDE = """---
title: {mark}
{more}
summary: A summary.
sources: [A note]
licence: CC-BY-4.0
added: 2026-01-01
steps:
  - {{title: Look, text: Look into the well {mark}., outcome: You know how deep it is.}}
---

{mark} {body}
"""


def guide(more: str = "audience: [people]", body: str = "") -> bytes:
    return GUIDE.format(mark=MARK, more=more, body=body).encode()


MERGE = "a0: &a0 {x: 1}\n" + "\n".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}], k{n}: 1}}" for n in range(1, 26))
ALIAS = "a0: &a0 [x, x]\n" + "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10))

# Name below content/guides -> the code that it is named with, and the file.
FIELDS: dict[str, tuple[str, bytes]] = {
    "fault_21_merge_bomb": ("yaml-alias", guide(MERGE)),
    "fault_22_alias_bomb": ("yaml-alias", guide(ALIAS)),
    "fault_23_nesting_of_lists": ("yaml-depth", guide("audience: " + "[" * 5_000 + "]" * 5_000)),
    "fault_23_nesting_of_mappings": ("yaml-depth", guide("audience: " + "{a: " * 5_000 + "1" + "}" * 5_000)),
    "fault_24_a_key_twice": ("yaml-duplicate-key", guide("title: again")),
    "fault_26_tab": ("yaml-tab", guide("audience:\n\t- people")),
    "fault_27_title_as_list": ("field-type", guide().replace(f"title: {MARK}".encode(), b"title: [a, b]", 1)),
    "fault_27_title_as_null": ("field-missing", guide().replace(f"title: {MARK}".encode(), b"title: null", 1)),
    "fault_28_latin_1": ("encoding", guide(body="café").decode().encode("latin-1")),
    "fault_28_utf_16": ("encoding", guide().decode().encode("utf-16")),
    "fault_28_bidi_in_the_text": ("control-character", guide(body="a\u202eb")),
    "fault_28_bidi_in_the_title": ("control-character", guide(more="titles: {hi: 'a\u2066b'}")),
    "fault_28_bidi_by_an_escape": ("field-type", guide(more='titles: {hi: "a\\u202eb"}')),
    "fault_30_reference_out_of_the_bank": ("path-outside", guide(body="[a](../../../secret.txt)")),
    "fault_30_reference_from_the_root": ("path-outside", guide(body="[a](/etc/hostname.txt)")),
    "fault_30_name_of_a_list": ("address-taken", guide()),
    "limit_of_size": ("file-too-large", guide(body="x" * 1_000_000)),
    "limit_of_values": ("yaml-size", guide("audience: [" + "1," * 50_001 + "]")),
}
LINKS: dict[str, tuple[str, str, str]] = {
    "fault_29_link_to_a_file": ("content/guides/link.md", "../../../secret.txt", "path-link"),
    "fault_29_link_to_a_folder": ("content/guides/folder", "../../..", "path-link"),
    "fault_29_link_to_itself": ("content/guides/itself", "itself", "path-link"),
    "fault_29_link_of_a_year": ("clippings/2018", "2019", "path-link"),
}
NAMES: dict[str, tuple[str, str]] = {
    "fault_30_capitals": ("content/guides/Save-Rain-Water.md", "path-collision"),
    "fault_30_normal_forms": (f"content/guides/{unicodedata.normalize('NFD', 'é')}.md", "path-collision"),
    "fault_30_invisible": (f"content/guides/a\u202e{MARK}.md", "path-name"),
    "fault_30_device": ("content/guides/con.md", "path-name"),
    "fault_30_point_at_the_end": (f"content/guides/{MARK}.md.", "path-name"),
    "fault_30_colon": (f"content/guides/{MARK}:a.md", "path-name"),
}
COMPOSED = "content/guides/é.md"  # has an id that no record can have, and is named for that; its twin for the twin


def path_of(name: str) -> str:
    return f"content/guides/{'index' if name.endswith('list') and '30' in name else name.replace('_', '-')}.md"


@pytest.fixture(scope="module")
def built(baseline: Built, tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("metadata")
    root = copied(baseline.root, folder / "bank")
    (folder / "secret.txt").write_text(MARK)
    write(root, {path_of(name): data for name, (_code, data) in FIELDS.items()})
    write(root, {path: guide() for path, _code in NAMES.values()} | {COMPOSED: guide()})
    for path, target, _code in LINKS.values():
        (root / path).symlink_to(target)
    if len(list((root / "content/guides").glob("[sS]ave*"))) < 2:
        pytest.skip("this file system keeps one of two names that differ in capitals")
    return build(root)


EXPECTED = (
    {name: (path_of(name), code) for name, (code, _data) in FIELDS.items()}
    | {name: (path, code) for name, (path, _target, code) in LINKS.items()}
    | {name: (path.replace("\u202e", "\\u202e"), code) for name, (path, code) in NAMES.items()}
)


@pytest.mark.parametrize(("path", "code"), EXPECTED.values(), ids=list(EXPECTED))
def test_it_is_named_with_a_remedy(built: Built, path: str, code: str) -> None:
    remarks = built.remarks.get(path, [])
    assert code in [remark.code for remark in remarks], built.said[:20_000]
    assert all(remark.message and remark.hint for remark in remarks)


def test_faults_21_to_30_leave_the_site_as_it_is(built: Built, baseline: Built) -> None:
    assert_unchanged(built, baseline)


def test_faults_21_to_30_end_in_time_and_in_bounds(built: Built) -> None:
    built.assert_bounded()


def test_fault_25_no_and_012_stay_as_typed(baseline: Built, tmp_path: Path) -> None:
    """They are no fault of the file: both words reach readers as a person typed them."""
    root = copied(baseline.root, tmp_path / "bank")
    write(root, {"content/guides/no.md": guide("titles: {hi: NO}\nduration: 012").replace(MARK.encode(), b"Norway")})
    built = build(root)
    assert built.code == 0, built.said
    built.assert_bounded()
    assert "content/guides/no.md" not in built.remarks, built.said
    page = (root / "site/guides/no.html").read_text("utf-8")
    assert "012" in page
