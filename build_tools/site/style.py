"""The site's one style sheet: of Material's rules those that the templates can use, and the bank's own after them.

What a page can use is read off the templates: their tags, classes and attributes.  Templates say more than any page,
so no rule that a page needs is left out, and no record can bring rules in.  The method is PurgeCSS's; the parser is
tinycss2 (CSS Syntax Level 3).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path

import tinycss2
from jinja2 import Environment, nodes
from tinycss2.ast import AtRule, Declaration, FunctionBlock, Node, QualifiedRule, SquareBracketsBlock

from build_tools.markdown import ALLOWED_TAGS

HERE = Path(__file__).parent.parent
MATERIAL = Path(str(files("material"))) / "templates"

# What the bank's own style sheet says everything about, so that Material's rules for it need not travel.
OWN_TAGS = frozenset("details summary table thead tbody tr th td figure figcaption pre".split())
# Parts of Material's frame that the bank's pages leave empty, and conditions under which they would not.
EMPTY = frozenset(("md-dialog", "md-dialog__inner", "md-overlay", "md-skip"))
UNSET = frozenset(("announce", "consent", "outdated", "version"))

_NOTICE = "/*! Rules of Material for MkDocs (MIT licence) and the bank's own. */\n"
_TAG = re.compile(r"<([a-z][a-z0-9]*)((?:[^<>\"]|\"[^\"]*\")*)>")
_ATTRIBUTE = re.compile(r"([a-z][a-z-]*)(?:=\"([^\"]*)\")?")
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_OTHER_BROWSERS = ("-moz-", "-ms-", "-o-")


@dataclass(frozen=True)
class Used:
    """What can stand in a page: tags, classes, names of attributes, and words of their values (ids among them)."""

    tags: frozenset[str]
    classes: frozenset[str]
    attributes: frozenset[str]
    values: frozenset[str]


@dataclass(frozen=True)
class Rule:
    """A selector or an at-rule's head with its declarations, or with the rules inside it, or with text as it is."""

    head: str
    declarations: tuple[tuple[str, str], ...] = ()
    rules: tuple[Rule, ...] = ()
    text: str = ""

    def __str__(self) -> str:
        inner = ";".join(f"{name}:{value}" for name, value in self.declarations)
        return f"{self.head}{{{inner}{''.join(map(str, self.rules))}{self.text}}}"


@cache
def stylesheet(values: tuple[str, ...] = ("ltr",)) -> tuple[str, str]:
    """Name (with a hash of the content) and text of the style sheet.

    ``values`` are those of attributes that the templates leave open: names of colours, directions of writing.
    """
    sheets = [next((MATERIAL / "assets" / "stylesheets").glob(f"{name}.*.min.css")) for name in ("main", "palette")]
    material = "".join(s.read_text("utf-8") for s in sheets)
    own = (HERE / "theme" / "kb.css").read_text("utf-8")
    text = _NOTICE + combined(material, own, used(_templates(), values))
    return f"kb.{hashlib.sha256(text.encode()).hexdigest()[:8]}.css", text


def combined(material: str, own: str, page: Used) -> str:
    """Material's rules that a ``page`` can use, then all ``own`` ones, without variables that nothing refers to."""
    rules = [*_kept(_parsed(material), page), *_kept(_parsed(own), None)]
    return "".join(map(str, _without_unused_variables(rules)))


def used(html: str, more_values: Sequence[str] = ()) -> Used:
    """What stands in ``html``, which may be templates."""
    classes, attributes, values = set[str](), {"dir"}, set[str](more_values)
    for _tag, inside in _TAG.findall(html):
        for name, value in _ATTRIBUTE.findall(inside):
            attributes.add(name)
            (classes if name == "class" else values).update(_WORD.findall(value))
    tags = {"html", "body", *(tag for tag, _inside in _TAG.findall(html)), *ALLOWED_TAGS} - OWN_TAGS
    return Used(frozenset(tags), frozenset(classes - EMPTY), frozenset(attributes), frozenset(values))


def _templates() -> str:
    ours = HERE / "theme" / "material"
    replaced = {block.name for block in _template(ours / "main.html").find_all(nodes.Block)}
    sources = (f for folder in (ours, HERE / "pages" / "templates") for f in sorted(folder.rglob("*.html")))
    return "".join((*_data(_template(MATERIAL / "base.html"), replaced), *(f.read_text("utf-8") for f in sources)))


def _template(file: Path) -> nodes.Template:
    return Environment(autoescape=True).parse(file.read_text("utf-8"))


def _asked(test: nodes.Node) -> set[str]:
    """The names of what a condition asks for."""
    return {found.attr for found in (test, *test.find_all(nodes.Getattr)) if isinstance(found, nodes.Getattr)}


def _data(node: nodes.Node, replaced: Set[str]) -> Iterator[str]:
    """The text of a template outside blocks that are replaced and conditions that never hold."""
    if isinstance(node, nodes.Block) and node.name in replaced:
        return
    if isinstance(node, nodes.If) and UNSET & _asked(node.test):
        return
    if isinstance(node, nodes.TemplateData):
        yield node.data
    for child in node.iter_child_nodes():
        yield from _data(child, replaced)


def _parsed(css: str) -> list[Node]:
    return list(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def _kept(rules: Iterable[Node], used: Used | None) -> Iterator[Rule]:
    """The rules that a page may need; ``None`` keeps all."""
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = [s for s in _split(rule.prelude) if used is None or _may_match(s, used)]
            if selectors and (found := tuple(_declarations(rule.content))):
                yield Rule(",".join(map(_text, selectors)), found)
        elif isinstance(rule, AtRule) and rule.content is not None:
            yield from _at_rule(rule, used)


def _at_rule(rule: AtRule, used: Used | None) -> Iterator[Rule]:
    head = f"@{rule.lower_at_keyword} {_text(rule.prelude)}"
    if rule.lower_at_keyword in ("media", "supports"):
        inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        if found := tuple(_kept(inner, used)):
            yield Rule(head, rules=found)
    elif rule.lower_at_keyword != "keyframes" or used is None:
        yield Rule(head, text=tinycss2.serialize(rule.content))


def _split(prelude: Sequence[Node]) -> list[list[Node]]:
    """The selectors of a list."""
    found: list[list[Node]] = [[]]
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            found.append([])
        else:
            found[-1].append(token)
    return found


def _may_match(selector: Sequence[Node], used: Used) -> bool:
    """Whether everything that ``selector`` asks for can stand in a page; what it excludes need not."""
    before = ""
    for token in selector:
        if not _may_be(token, before, used):
            return False
        before = token.value if token.type == "literal" else ""
    return True


def _may_be(token: Node, before: str, used: Used) -> bool:
    """Whether one part of a selector can be met; ``before`` is the sign in front of it: a point, a colon or none."""
    if token.type == "ident" and before != ":":
        return token.value in (used.classes if before == "." else used.tags)
    if token.type == "hash":
        return token.value in used.values
    if isinstance(token, SquareBracketsBlock):
        return _attribute(token.content, used)
    if isinstance(token, FunctionBlock) and token.lower_name in ("is", "where"):
        return any(_may_match(s, used) for s in _split(token.arguments))
    return True


def _attribute(tokens: Sequence[Node], used: Used) -> bool:
    """Whether an attribute selector's name and, where it asks for a whole word, value are in use."""
    name, *value = [t.value for t in tokens if t.type in ("ident", "string")]
    whole = any(t.type == "literal" and t.value == "=" for t in tokens)
    return name in used.attributes and (not whole or used.values.issuperset(value))


def _declarations(content: Sequence[Node]) -> Iterator[tuple[str, str]]:
    for found in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if isinstance(found, Declaration) and not found.name.startswith(_OTHER_BROWSERS):
            yield found.name, _text(found.value) + ("!important" if found.important else "")


def _text(tokens: Sequence[Node]) -> str:
    """Tokens as text, with one space where there was any."""
    text = re.sub(r"\s+", " ", tinycss2.serialize([t for t in tokens if t.type != "comment"])).strip()
    return re.sub(r" ?([>,]) ?", r"\1", text) if "(" not in text and '"' not in text else text


def _without_unused_variables(rules: Sequence[Rule]) -> list[Rule]:
    """The rules without custom properties that nothing uses; repeated, since variables use variables."""
    used = set(_VARIABLE.findall("".join(map(str, rules))))
    kept = [r for rule in rules if (r := _without(rule, used))]
    return kept if kept == list(rules) else _without_unused_variables(kept)


def _without(rule: Rule, used: set[str]) -> Rule | None:
    declarations = tuple((n, v) for n, v in rule.declarations if not n.startswith("--") or n in used)
    rules = tuple(r for inner in rule.rules if (r := _without(inner, used)))
    return replace(rule, declarations=declarations, rules=rules) if declarations or rules or rule.text else None
