"""One HTML page, parsed as browsers parse it (Lexbor), every node held against the lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from build_tools.verify import lists
from build_tools.verify.addresses import own_fault, target
from build_tools.verify.findings import Finding
from build_tools.verify.values import attribute

DOCTYPE = b"<!doctype html>"


def page_faults(data: bytes, path: str, base: str = "/") -> Iterator[Finding]:
    """Everything on the page ``path`` that the lists do not allow; ``base`` is where the site stands on its host."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        yield Finding("site-policy", "is not written in UTF-8")
        return
    if text.startswith("\ufeff") or "\x00" in text or not data.lstrip(b"\n").lower().startswith(DOCTYPE):
        yield Finding("site-policy", "does not begin with the doctype of HTML, or holds a NUL character")
    root = LexborHTMLParser(text).root
    if root is None:
        yield Finding("site-policy", "holds nothing")
        return
    nodes = [node for node in root.traverse(include_text=True) if not node.is_text_node]
    yield from _head_faults(nodes)
    for node in nodes:
        yield from _node_faults(node, path, base)


def _head_faults(nodes: list[LexborNode]) -> Iterator[Finding]:
    """The encoding comes first in the head and the policy before all that is loaded; there is one policy."""
    names = [node.tag for node in nodes]
    metas = [(at, node.attributes) for at, node in enumerate(nodes) if node.tag == "meta"]
    policies = [at for at, meta in metas if (meta.get("http-equiv") or "").lower() == "content-security-policy"]
    if [nodes[at].attributes.get("content") for at in policies] != [lists.POLICY]:
        yield Finding("site-policy", "holds no Content-Security-Policy, an altered one or several")
    if names[1:3] != ["head", "meta"] or metas[0][1] != {"charset": "utf-8"}:
        yield Finding("site-policy", "does not name its encoding first")
    governed = next((at for at in policies if _parent(nodes[at]) == "head"), len(nodes))
    if any(name in names[:governed] for name in ("script", "link", "img")):
        yield Finding("site-policy", "holds something that is loaded before the policy that governs it")


def _parent(node: LexborNode) -> str:
    return (node.parent.tag or "") if node.parent else ""


def _node_faults(node: LexborNode, path: str, base: str) -> Iterator[Finding]:
    name = node.tag or ""
    if node.is_comment_node:
        yield Finding("site-element", "holds a comment")
        return
    allowed = lists.ELEMENTS.get(name)
    if allowed is None:
        yield Finding("site-element", f"holds the element <{name[:40]}>")
        return
    attributes = {key: value or "" for key, value in node.attributes.items()}
    for key, value in attributes.items():
        listed = allowed.get(key.lower(), lists.EVERYWHERE.get(key))
        if fault := attribute(path, name, key, value, listed, base):
            yield fault
    if rule := _RULES.get(name):
        yield from rule(node, attributes, path, base)
    if (bearer := lists.RESERVED_IDS.get(attributes.get("id", ""))) and bearer != name:
        yield Finding("site-attribute", f"holds <{name}> with an id that is kept for the frame of the page")


def _script(node: LexborNode, attributes: dict[str, str], path: str, base: str) -> Iterator[Finding]:
    if (
        target(attributes.get("src", ""), path, base) != lists.START
        or node.text()
        or _parent(node) not in ("head", "body")
    ):
        yield Finding("site-script", f"holds a script that is not {lists.START}")


def _link(node: LexborNode, attributes: dict[str, str], path: str, base: str) -> Iterator[Finding]:
    if attributes.get("rel") in lists.LOADED_RELATIONS and (fault := own_fault(attributes.get("href", ""), path, base)):
        yield Finding("site-address", f"loads by <link> {fault}")


def _meta(node: LexborNode, attributes: dict[str, str], path: str, base: str) -> Iterator[Finding]:
    if _parent(node) != "head" or attributes.get("name", "viewport") not in lists.META_NAMES:
        yield Finding("site-element", "holds a <meta> that is not listed")


def _noscript(node: LexborNode, attributes: dict[str, str], path: str, base: str) -> Iterator[Finding]:
    """With scripts on, a browser reads the inside as letters up to the closing tag: nothing in it may hold one."""
    for inner in node.traverse(include_text=False):
        if inner.tag not in ("noscript", "p") or set(inner.attributes) - {"class"}:
            yield Finding("site-element", "holds more than a paragraph in <noscript>")


_RULES: dict[str, Callable[[LexborNode, dict[str, str], str, str], Iterator[Finding]]] = {
    "script": _script,
    "link": _link,
    "meta": _meta,
    "noscript": _noscript,
}
