"""Bodies of records: what the rules are told of them, and that nothing but plain HTML comes out."""

from __future__ import annotations

import html
import re
import time
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools import markdown
from build_tools.markdown import Document, Heading, Target, parse, raw_html_lines, scheme_of

OURS = {"kb-cite", "kb-link", "kb-file"}


class Inspector(HTMLParser):
    """Fails on any tag, attribute or address that is not on the lists."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in markdown.ALLOWED_TAGS, tag
        for name, value in attrs:
            assert name in markdown.ALLOWED_ATTRIBUTES.get(tag, set()), (tag, name)
            if name in ("href", "src"):
                assert browser_scheme(value or "") in markdown.ALLOWED_SCHEMES | OURS | {""}, value

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)


def browser_scheme(address: str) -> str:
    """The scheme of an attribute's value by the URL Standard: blanks around it and tabs and line ends in it go."""
    address = re.sub(r"[\t\n\r]", "", address).strip("".join(map(chr, range(33))))
    match = re.match(r"([a-z][a-z0-9+.-]*):", address, re.IGNORECASE)
    return match[1].lower() if match else ""


def inspect(text: str) -> Document:
    document = parse(text)
    Inspector(convert_charrefs=True).feed(document.template)
    return document


# --- What the rules are told -----------------------------------------------------------------------------

BODY = """\
## First part

See [@rao1991, pp. 3-4] and [@Rao_1991],
or [[other-record]] and [[other|the *words*]].

| a | b |
|---|---|
| [file](a%20list.txt#top) | ![A map](map.png "title") |

### भाग दो

- [web](https://example.org/)
  [mail](mailto:office@example.org) [top](#first-part)

> Later `[@code]` [[quoted]]
"""


def test_headings_have_levels_lines_and_anchors_of_any_script() -> None:
    assert parse(BODY, first_line=10).headings == (
        Heading(2, "First part", "first-part", 10),
        Heading(3, "भाग दो", "भाग-दो", 19),
    )


def test_everything_a_text_points_to_has_its_kind_and_line() -> None:
    assert parse(BODY, first_line=10).targets == (
        Target("cite", "rao1991", 12),
        Target("cite", "Rao_1991", 12),
        Target("link", "other-record", 13),
        Target("link", "other", 13),
        Target("file", "a list.txt#top", 17),
        Target("image", "map.png", 17, "A map"),
        Target("url", "https://example.org/", 21),
        Target("url", "mailto:office@example.org", 22),
        Target("link", "quoted", 24),
    )


def test_references_stay_open_until_they_are_resolved() -> None:
    def resolve(kind: str, value: str, inner: str) -> str:
        return f"<{kind}|{value}|{inner}>"

    rendered = parse(BODY).render(resolve)
    for shown in (
        "<cite|rao1991|pp. 3-4>",
        "<cite|Rao_1991|>",
        "<link|other-record|>",
        "<link|other|the *words*>",
        "<file|a list.txt#top|file>",
        "<image|map.png|A map>",
    ):
        assert shown in rendered
    assert "kb-" not in rendered
    assert "[@code]" in rendered


def test_a_title_of_a_picture_or_link_does_not_hide_its_reference() -> None:
    document = parse('![A](a.png "T") [b](b.txt "T")')
    assert document.render(lambda kind, value, inner: f"({kind} {value} {inner})") == (
        "<p>(image a.png A) (file b.txt b)</p>\n"
    )


def test_words_for_search_and_labels_are_without_marks() -> None:
    plain = parse("## A *head*\n\nSome **bold** [words](a.txt)\nand `code`.\n\n    a block\n").plain
    assert plain == "A head\nSome bold words and code.\na block\n"


def test_anchors_are_unique() -> None:
    document = parse("## A\n\n## A\n\n## a-2\n\n## A\n\n## !\n")
    anchors = [heading.anchor for heading in document.headings]
    assert anchors == ["a", "a-2", "a-2-2", "a-3", "section"]
    assert all(f'id="{anchor}"' in document.template for anchor in anchors)


# --- What must not get through ---------------------------------------------------------------------------

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    '<iframe src="https://example.org"></iframe>',
    "<base href=https://example.org>",
    '<div style="position:fixed">fake</div>',
    "<math><mi//xlink:href='data:x,<script>alert(4)</script>'>",
    "[a](javascript:alert(1))",
    "[a](java&#9;script:alert(1))",
    "[a](&#x6A;avascript&colon;alert(1))",
    "[a](JAVASCRIPT%3Aalert(1))",
    "[a](<javascript:alert(1)>)",
    "![a](javascript:alert(1))",
    '![a](x.png"onerror="alert(1))',
    '[a](https://example.org/"onclick="alert(1) "title\\"onclick=\\"alert(1)")',
    "<javascript:alert(1)>",
    "[a]: javascript:alert(1)\n\n[a]",
    '[a](b.txt){: onclick="alert(1)"}',
    '[[x|"><script>alert(1)</script>]] [[x"onclick=alert(1)|y]]',
    '[@a"onclick="b, "><script>]',
    '[a](kb-file:../../secret) [b](kb-link:x"y) ![c](kb-cite:z)',
    "```html\n<script>alert(1)</script>\n```",
    "`<script>`",
    "# <script>\n\n<script>\n===",
    "| <script> |\n|---|\n| <b> |",
    "![<script>](<a b.png>)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_comes_out(text: str) -> None:
    document = inspect(text)
    resolved = document.render(lambda kind, value, inner: f"<em>{inner}{html.escape(value)}</em>")
    Inspector(convert_charrefs=True).feed(resolved)


@pytest.mark.parametrize("text", [t for t in HOSTILE if re.search(r"[(<:]\s?(?:java|&#x6A|kb-)", t, re.IGNORECASE)])
def test_addresses_that_do_harm_are_reported(text: str) -> None:
    assert parse(text).bad_schemes


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("<b>\na\n<i>\n", [1, 3]),
        ("a <b and c> d", [1]),
        ("one\ntwo <b\nclass=x> three <i>", [2, 3]),
        ("<!-- a -->", [1]),
        ("<?php ?> <![CDATA[x]]> <!DOCTYPE html>", [1]),
        ("{: .a} {#b} {.c} {style=d} {data-x=1}", [1]),
        ("1 < 2 > 0, <3, <https://example.org>, a{b}c, {}, { x }, {{x}}", []),
    ],
)
def test_html_and_attribute_lists_are_seen(text: str, lines: list[int]) -> None:
    assert raw_html_lines(text) == lines


def test_html_in_code_is_no_html() -> None:
    assert parse("`<b>`\n\n```\n<b>\n```\n\n    <b>\n").raw_html == ()


@pytest.mark.parametrize(
    ("url", "scheme"),
    [
        ("https://example.org", "https"),
        ("//example.org", "https"),
        ("a/b:c", ""),
        ("../a.txt", ""),
        ("#top", ""),
        ("", ""),
        ("  JavaScript:x", "javascript"),
        ("java\tscr\nipt:x", "javascript"),
        ("java%0ascript:x", "javascript"),
        ("&#106;avascript:x", "javascript"),
        ("\x01javascript:x", "javascript"),
        ("\u200bjavascript:x", "javascript"),
    ],
)
def test_the_scheme_is_what_a_browser_sees(url: str, scheme: str) -> None:
    assert scheme_of(url) == scheme


SIGNS = st.text(alphabet="[]()<>!`*_#|-:@{}=\"'\\&;/ \n\tabjs%0:.~^", max_size=120)
PIECES = st.lists(st.sampled_from([*HOSTILE, BODY, "\n\n", " ", "[", "]", "(", ")", "<", ">", "`", "|"]), max_size=6)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=200), SIGNS, PIECES.map("".join)))
def test_any_text_gives_plain_html_and_lines_within_it(text: str) -> None:
    document = inspect(text)
    rows = text.count("\n") + text.count("\r") + 1
    for line in (*document.raw_html, *(t.line for t in document.targets), *(h.line for h in document.headings)):
        assert 1 <= line <= rows
    resolved = document.render(lambda kind, value, inner: inner)
    Inspector(convert_charrefs=True).feed(resolved)


@settings(max_examples=300, deadline=None)
@given(st.one_of(SIGNS, PIECES.map("".join), st.text(max_size=60).map("[a](kb-cite:{0}) ![b](kb-link:{0})".format)))
def test_what_is_shown_is_what_the_rules_have_seen(text: str) -> None:
    document = parse(text)
    shown: set[tuple[str, str]] = set()

    def resolve(kind: str, value: str, inner: str) -> str:
        shown.add((kind, unquote(value)))
        return inner

    document.render(resolve)
    seen = {(target.kind, unquote(html.unescape(target.value))) for target in document.targets}
    # A reference that is typed as an address is reported as one of a kind that is not allowed.
    assert shown <= seen or document.bad_schemes


@pytest.mark.parametrize(
    "piece", ["[", "![", "*a_", "[@a,", "[[a|", "## a\n", "<b>\n", "<a ", "{: ", "> ", "- ", "|a", "~~a", "&amp;", "`"]
)
def test_time_grows_with_the_text_and_not_faster(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.perf_counter()
        parse(text)
        return time.perf_counter() - start

    seconds(1_000)
    # Ten times the text; work that grows with the square would take a hundred times as long.
    assert min(seconds(20_000) for _ in range(2)) < 60 * max(min(seconds(2_000) for _ in range(3)), 0.002)


def test_plain_text_of_any_value() -> None:
    assert parse("Some **bold** words").plain == "Some bold words"
    assert unquote(parse("[a](b%20c.txt)").targets[0].value) == "b c.txt"


def test_an_address_without_scheme_goes_to_the_web_and_not_to_a_folder() -> None:
    assert '<a href="https://x.example/">' in parse("[x](//x.example/)").template


@pytest.mark.parametrize("source", ["https://x.example/a.png", "//x.example/a.png", "data:image/png,x", "kb-cite:x"])
def test_a_picture_of_another_host_is_asked_for_as_a_file_of_the_bank(source: str) -> None:
    assert parse(f"![words]({source})").render(lambda kind, value, inner: f"{kind}: {inner}") == "<p>image: words</p>\n"


def test_no_heading_takes_an_id_of_the_frame() -> None:
    headings = parse("## Menu\n\n## KB results\n\n## Menu").headings
    assert [h.anchor for h in headings] == ["menu-2", "kb-results-2", "menu-3"]
