"""Markdown of the bank: parsed once, checked and rendered from the same parse.

CommonMark with tables, raw HTML off.  Two additions: ``[@key]`` or ``[@key, pp. 3-4]`` cites the bibliography
and ``[[id]]`` or ``[[id|words]]`` links to a record.  What the rules look at and what is published come from one
parser, so no difference between two parsers can smuggle anything past the rules.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

ALLOWED_TAGS = {
    "a", "blockquote", "br", "code", "del", "em", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p", "pre",
    "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ALLOWED_ATTRIBUTES = {
    "a": {"href"}, "img": {"src", "alt"}, "td": {"align"}, "th": {"align"}, "ol": {"start"},
    **{f"h{n}": {"id"} for n in range(2, 7)},
    "*": set(),  # otherwise the sanitiser lets "title" and "lang" through on every tag
}  # fmt: skip
ALLOWED_SCHEMES = {"http", "https", "mailto", "tel"}

# Ids that the frame of every page and its scripts ask for; a heading never gets one of them.
FRAME_IDS = (
    "content", "menu", "within", "kb-search", "kb-filters", "kb-results", "kb-search-status", "kb-search-failed",
    "__drawer", "__search",
)  # fmt: skip

# References stand in the rendered HTML as links to these pretended addresses until the catalogue is known.
CITE, LINK, FILE = "kb-cite:", "kb-link:", "kb-file:"
_REFERENCE = re.compile(
    r'<a href="kb-(cite|link|file):([^"]*)">(.*?)</a>|<img src="kb-(file):([^"]*)" alt="([^"]*)">', re.S
)
_PATTERN = re.compile(r"\[@([^\]\s,;]{1,200})(?:,\s*([^\]]{1,200}))?\]|\[\[([^\]|\s]{1,200})(?:\|([^\]]{1,300}))?\]\]")
# HTML, and the attribute lists that some page engines turn into HTML: {: onclick="..."}, {#id .class}, {style=...}.
_RAW_TAG = re.compile(
    r"<(?:/?[a-z][a-z0-9-]*(?:\s[^<>]*|/)?>|!--|!\[CDATA\[|!DOCTYPE|\?)"
    r"|\{(?::|\s*[#.][\w-]|\s*[\w:-]+\s*=)[^{}]*\}",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: str
    anchor: str
    line: int


@dataclass(frozen=True, slots=True)
class Target:
    """Something that the text points to: ``kind`` is ``url``, ``file``, ``image``, ``cite`` or ``link``."""

    kind: str
    value: str
    line: int
    text: str = ""


@dataclass(frozen=True)
class Document:
    """A parsed body.  ``template`` is its HTML with references still open; ``line`` numbers are those of the file."""

    source: str
    template: str
    plain: str
    headings: tuple[Heading, ...]
    targets: tuple[Target, ...]
    raw_html: tuple[int, ...]
    bad_schemes: tuple[Target, ...]

    def render(self, resolve: Callable[[str, str, str], str]) -> str:
        """The HTML, with each reference replaced by ``resolve(kind, value, inner)``.

        ``kind`` is ``cite``, ``link``, ``file`` or ``image``; ``value`` is plain text; ``inner`` is HTML, for an
        image its alternative text, escaped.
        """

        def one(match: re.Match[str]) -> str:
            if match[4]:
                return resolve("image", _address(match[5]), match[6])
            return resolve(match[1], _address(match[2]), match[3])

        return _REFERENCE.sub(one, self.template)


def _address(escaped: str) -> str:
    return unquote(html.unescape(escaped))


def _reference(state: StateInline, silent: bool) -> bool:
    """Inline rule for ``[@key]`` and ``[[id]]``."""
    if state.src[state.pos] != "[" or not (match := _PATTERN.match(state.src, state.pos)):
        return False
    if not silent:
        key, locator, identity, words = match.groups()
        href = f"{CITE}{key}" if key else f"{LINK}{identity}"
        state.push("link_open", "a", 1).attrs = {"href": href}
        state.push("text", "", 0).content = (locator if key else words) or ""
        state.push("link_close", "a", -1)
    state.pos = match.end()
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable(["table", "strikethrough"])
    parser.inline.ruler.before("link", "reference", _reference)
    # Schemes are judged by our own rule, with the line; the renderer's sanitiser drops what the rule refused.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


_PARSER = _parser()
_CLEANER = nh3.Cleaner(
    tags=ALLOWED_TAGS,
    attributes=ALLOWED_ATTRIBUTES,
    url_schemes=ALLOWED_SCHEMES | {"kb-cite", "kb-link", "kb-file"},
    link_rel=None,
)


def anchor(text: str, taken: dict[str, int]) -> str:
    """An id for a heading; letters of any script stay, so that Hindi headings have readable anchors.

    ``taken`` holds the ids given so far, each with the last number that was put behind it.
    """
    base = re.sub(r"[^\w\u0900-\u097f]+", "-", text.lower()).strip("-") or "section"
    name, n = base, taken.get(base, 1)
    while name in taken:
        n += 1
        name = f"{base}-{n}"
    taken[base] = n
    taken.setdefault(name, 1)
    return name


def parse(text: str, first_line: int = 1) -> Document:
    """Parses a body that begins on ``first_line`` of its file."""
    tokens = _PARSER.parse(text)
    collector = _Collector(first_line)
    collector.walk(tokens)
    rendered = _CLEANER.clean(_PARSER.renderer.render(tokens, _PARSER.options, {}))
    return Document(
        text,
        rendered,
        "\n".join(collector.words),
        tuple(collector.headings),
        tuple(collector.targets),
        tuple(collector.raw),
        tuple(collector.bad),
    )


class _Collector:
    """One walk over the tokens for everything that the rules and the classifier want to know."""

    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.headings: list[Heading] = []
        self.targets: list[Target] = []
        self.words: list[str] = []
        self.raw: list[int] = []
        self.bad: list[Target] = []
        self.anchors = dict.fromkeys(FRAME_IDS, 1)

    def walk(self, tokens: Sequence[Token]) -> None:
        for at, token in enumerate(tokens):
            if token.type in ("fence", "code_block"):
                self.words.append(token.content)
            if token.type != "inline":
                continue
            line = self.first_line + (token.map[0] if token.map else 0)
            plain = self.inline(token.children or [], line)
            self.words.append(plain)
            opener = tokens[at - 1] if at else None
            if opener and opener.type == "heading_open":
                name = anchor(plain, self.anchors)
                opener.attrs["id"] = name
                self.headings.append(Heading(int(opener.tag[1]), plain, name, line))

    def inline(self, children: Sequence[Token], line: int) -> str:
        plain: list[str] = []
        typed: list[str] = []  # as the writer typed it, without code: a tag may run over several lines
        first = line
        for child in children:
            if child.type in ("softbreak", "hardbreak"):
                line += 1
                plain.append(" ")
                typed.append("\n")
            elif child.type == "text":
                plain.append(child.content)
                typed.append(child.content)
            elif child.type == "code_inline":
                plain.append(child.content)
            elif child.type == "image":
                self.image(child, line)
                plain.append(child.content)
            elif child.type == "link_open":
                self.link(child, line)
        self.raw += raw_html_lines("".join(typed), first)
        return "".join(plain).strip()

    def link(self, token: Token, line: int) -> None:
        href = str(token.attrs.get("href", ""))
        if href.startswith(CITE):
            self.target("cite", href.removeprefix(CITE), line)
        elif href.startswith(LINK):
            self.target("link", href.removeprefix(LINK), line)
        elif scheme_of(href):
            self.target("url", href, line)
            if href.startswith("//"):  # from a folder on disk it would lead to another computer's files
                token.attrs["href"] = f"https:{href}"
        elif not href.startswith("#"):
            self.target("file", unquote(href), line)
            token.attrs["href"] = FILE + href

    def image(self, token: Token, line: int) -> None:
        source = str(token.attrs.get("src", ""))
        self.target("image", unquote(source), line, token.content)
        token.attrs["src"] = FILE + source  # one of another host is no file of the bank, so its words stand there

    def target(self, kind: str, value: str, line: int, text: str = "") -> None:
        target = Target(kind, value, line, text)
        self.targets.append(target)
        scheme = scheme_of(value) if kind in ("url", "image") else ""
        if scheme and scheme not in ALLOWED_SCHEMES:
            self.bad.append(target)


def raw_html_lines(text: str, first_line: int = 1) -> list[int]:
    """The lines of ``text`` on which a piece of HTML or an attribute list begins, each once."""
    if "<" not in text and "{" not in text:
        return []
    lines: dict[int, None] = {}
    line, at = first_line, 0
    for match in _RAW_TAG.finditer(text):
        line += text.count("\n", at, match.start())
        at = match.start()
        lines[line] = None
    return list(lines)


def scheme_of(url: str) -> str:
    """The scheme of an address as a browser would see it: entities, percent signs and blanks undone."""
    plain = re.sub(r"[\x00-\x20\u00a0\u200b]+", "", html.unescape(unquote(url)))
    if plain.startswith("//"):
        return "https"
    match = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", plain)
    return match[1].lower() if match else ""
