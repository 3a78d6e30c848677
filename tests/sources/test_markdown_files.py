"""Markdown files with front matter."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.diagnostics import Diagnostic
from build_tools.model import RECORD_TYPES
from build_tools.sources.draft import Draft
from build_tools.sources.markdown_files import read_markdown, split_name

PAGE = "---\ntitle: A page\norder: 3\n---\n\n## Head\n\nSee [[other]].\n"


def one(text: str, path: str = "content/pages/a-page.md", type_: str = "page", language: str = "en") -> Draft:
    [draft], found = read_markdown(text, path, type_, language)
    assert found == []
    return draft


def refused(text: str) -> Diagnostic:
    drafts, [found] = read_markdown(text, "content/pages/x.md", "page", "en")
    assert drafts == []
    assert found.hint
    return found


def test_fields_and_body_become_a_record() -> None:
    draft = one(PAGE)
    assert draft.record is not None
    assert (draft.record.id, draft.record.title, draft.uid) == ("a-page", "A page", "a-page.en")
    assert draft.body is not None
    assert [(h.text, h.line) for h in draft.body.headings] == [("Head", 6)]
    assert [t.line for t in draft.body.targets] == [8]
    assert (draft.line("order"), draft.line("nothing"), draft.ref.path) == (3, 1, "content/pages/a-page.md")


@pytest.mark.parametrize(
    ("path", "field", "language"),
    [("a.md", "", "en"), ("a.hi.md", "", "hi"), ("a.md", "language: ta\n", "ta"), ("a.hi.md", "language: ta\n", "hi")],
)
def test_the_language_comes_from_the_name_then_the_field_then_the_site(path: str, field: str, language: str) -> None:
    draft = one(PAGE.replace("order: 3\n", field), f"content/pages/{path}")
    assert (draft.id, draft.language) == ("a", language)
    assert one(PAGE, language="hi").language == "hi"


def test_the_name_of_the_file_is_the_id_whatever_the_fields_say() -> None:
    assert one(PAGE.replace("order: 3", "id: other")).id == "a-page"


def test_a_kind_that_contradicts_the_folder_is_a_finding() -> None:
    draft = one(PAGE.replace("order: 3", "type: law"))
    assert draft.record is None
    assert [(p.kind, p.field, p.line) for p in draft.problems] == [("literal_error", "type", 3)]
    assert one(PAGE.replace("order: 3", "type: page")).record is not None


def test_findings_carry_the_line_of_their_field() -> None:
    draft = one("---\ntitle: [a]\nsources:\n  - title: A\n  - year: old\ncolour: red\n---\n")
    assert draft.record is None
    assert [(p.field, p.line) for p in draft.problems] == [("title", 2), ("sources.1.year", 5), ("colour", 6)]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "front-matter-missing", 1),
        ("# Head\n", "front-matter-missing", 1),
        ("\n---\ntitle: A\n---\n", "front-matter-missing", 1),
        ("---\ntitle: A\n", "front-matter-open", 1),
        ("---\n---\n", "front-matter-shape", 2),
        ("---\n- a\n---\n", "front-matter-shape", 2),
        ("---\nwords\n---\n", "front-matter-shape", 2),
        ("---\ntitle: A\n\tb: c\n---\n", "yaml-tab", 3),
        ("---\ntitle: A\ntitle: B\n---\n", "yaml-duplicate-key", 3),
    ],
)
def test_what_gives_no_record_is_named_with_its_line(text: str, code: str, line: int) -> None:
    found = refused(text)
    assert (found.code, found.line, found.path) == (code, line, "content/pages/x.md")


def test_a_rule_in_the_body_does_not_end_the_fields() -> None:
    draft = one(PAGE + "\n---\n\ntitle: Another\n---\n")
    assert draft.record is not None
    assert draft.record.title == "A page"


@pytest.mark.parametrize(
    ("path", "parts"),
    [("a/x.md", ("x", None)), ("x.hi.md", ("x", "hi")), ("x.y.hi.md", ("x", "y.hi")), ("x.hi.yml", ("x", "hi"))],
)
def test_names_hold_id_and_language(path: str, parts: tuple[str, str | None]) -> None:
    assert split_name(path) == parts


FIELDS = st.text(alphabet="abtile: -[]{}\"'\n#@5", max_size=80)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=150), FIELDS.map("---\n{}\n---\nBody".format)), st.sampled_from(sorted(RECORD_TYPES)))
def test_any_text_gives_a_draft_or_a_reason(text: str, type_: str) -> None:
    drafts, found = read_markdown(text, "content/x/x.md", type_, "en")
    assert bool(drafts) != bool(found)
    for draft in drafts:
        assert (draft.record is None) == bool(draft.problems)
