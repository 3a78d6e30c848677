"""Feeds, sitemaps, drawings and descriptions: well-formed XML of a listed vocabulary, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from build_tools.verify import lists
from build_tools.verify.addresses import link_fault
from build_tools.verify.findings import Finding
from build_tools.verify.values import attribute


def xml_faults(data: bytes, path: str) -> Iterator[Finding]:
    """Everything in the XML file ``path`` of the site that the lists do not allow."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        yield Finding("site-data", "is no well-formed XML")
        return
    tree = root.getroottree()
    if tree.docinfo.internalDTD is not None or root.getprevious() is not None or root.getnext() is not None:
        yield Finding("site-element", "holds a document type, an instruction or a comment beside its root")
    elements = lists.XML.get(str(root.tag))
    if elements is None:
        yield Finding("site-element", "begins with an element that is not listed")
        return
    namespace = str(root.tag).partition("}")[0] + "}"
    for node in root.iter():
        yield from _node_faults(node, path, namespace, elements)


def _node_faults(
    node: Any, path: str, namespace: str, elements: dict[str, dict[str, lists.Allowed]]
) -> Iterator[Finding]:
    if not isinstance(node.tag, str):
        yield Finding("site-element", "holds a comment, an instruction or an entity")
        return
    name = node.tag.removeprefix(namespace)
    if name not in elements:
        yield Finding("site-element", f"holds the element <{name[:60]}>")
        return
    for key, value in node.attrib.items():
        if fault := attribute(path, name, key, value, elements[name].get(key)):
            yield fault
        elif key in ("href", "template") and (problem := link_fault(value, lists.WEB_SCHEMES)):
            yield Finding("site-address", f"leads by <{name}> to {problem}")
    if name in lists.XML_ADDRESSES and (problem := link_fault(node.text or "", lists.WEB_SCHEMES)):
        yield Finding("site-address", f"holds in <{name}> {problem}")
