"""What a published site may hold, as data.

These lists are the verifier's own.  They repeat on purpose what the sanitiser, the templates and the theme say in their
way: a hole in one of those is found because this list does not have it.  Who adds an element, an attribute, a kind of
file or a script to the pages adds it here, and only what the pages really need.
"""

from __future__ import annotations

import re
from enum import Enum, auto

# Every page's Content-Security-Policy, to the letter.
POLICY = "default-src 'none';script-src 'self';style-src 'self';img-src 'self';form-action 'self';base-uri 'none'"
START = "search/start.js"  # the one script that pages load

# Where a link may lead beside pages of the site itself, and where a feed, a sitemap or data may.
LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel", "geo"})
WEB_SCHEMES = frozenset({"http", "https"})


class Value(Enum):
    """What an attribute may hold."""

    TEXT = auto()
    """Words; a browser does nothing with them."""
    NAME = auto()
    """Names of ours: classes, ids, languages."""
    NUMBER = auto()
    """Measures and points of drawings."""
    LINK = auto()
    """Where a reader may go: the site itself, or one of ``LINK_SCHEMES``."""
    OWN = auto()
    """What a browser loads or sends to: a file of the site."""
    OWN_SET = auto()
    """Several such files with widths (``srcset``)."""


TEXT, NAME, NUMBER, LINK, OWN, OWN_SET = Value
Allowed = Value | frozenset[str]


def _one_of(*values: str) -> frozenset[str]:
    return frozenset(values)


EVERYWHERE: dict[str, Allowed] = {
    "class": NAME,
    "id": NAME,
    "lang": NAME,
    "dir": _one_of("ltr", "rtl"),
    "role": NAME,
    "tabindex": _one_of("0", "-1"),
    "hidden": _one_of(""),
    "aria-atomic": _one_of("true", "false"),
    "aria-current": NAME,
    "aria-hidden": _one_of("true"),
    "aria-label": TEXT,
    "aria-live": NAME,
    "data-label": TEXT,
    "data-md-component": NAME,
}
_PLAIN = """
    article b blockquote br code dd del details div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 head header hr i
    ins li main mark nav noscript p pre q span strong sub summary sup table tbody thead title tr ul
"""
_SIZE: dict[str, Allowed] = {"width": NUMBER, "height": NUMBER}
_CELL: dict[str, Allowed] = {"align": _one_of("left", "center", "right"), "scope": _one_of("col", "row")}
_POINT: dict[str, Allowed] = {"x": NUMBER, "y": NUMBER}

ELEMENTS: dict[str, dict[str, Allowed]] = {name: {} for name in _PLAIN.split()} | {
    "html": {},
    "body": {f"data-md-color-{name}": NAME for name in ("scheme", "primary", "accent")},
    "meta": {
        "charset": _one_of("utf-8"),
        "name": NAME,
        "content": TEXT,
        "http-equiv": _one_of("Content-Security-Policy"),
    },
    "link": {
        "rel": _one_of("alternate", "canonical", "icon", "next", "prev", "search", "stylesheet"),
        "href": LINK,
        "hreflang": NAME,
        "type": NAME,
        "title": TEXT,
    },
    "script": {"src": OWN, "defer": _one_of("")},
    "a": {
        "href": LINK,
        "hreflang": NAME,
        "rel": NAME,
        "download": _one_of(""),
        "data-share": _one_of(""),
    },
    "button": {"type": _one_of("button", "submit")},
    "form": {"action": OWN, "data-client": OWN},
    "img": {"src": OWN, "srcset": OWN_SET, "sizes": TEXT, "alt": TEXT, "loading": _one_of("lazy"), **_SIZE},
    "input": {
        "type": _one_of("search", "checkbox"),
        "name": _one_of("q"),
        "required": _one_of(""),
        "placeholder": TEXT,
        "autocomplete": _one_of("off"),
        "data-md-toggle": NAME,
    },
    "label": {"for": NAME},
    "ol": {"start": NUMBER},
    "progress": {"max": NUMBER, "value": NUMBER},
    "td": _CELL,
    "th": _CELL,
    "svg": {"viewbox": NUMBER, "xmlns": _one_of("http://www.w3.org/2000/svg"), **_SIZE},
    "path": {"d": NUMBER},
    "polyline": {"points": NUMBER},
    "rect": {**_POINT, **_SIZE},
    "circle": {"cx": NUMBER, "cy": NUMBER, "r": NUMBER},
    "text": {**_POINT, "text-anchor": _one_of("start", "middle", "end")},
}  # fmt: skip
# What the page itself loads by <link> is of the site, whatever else a link may lead to.
LOADED_RELATIONS = frozenset({"icon", "stylesheet", "search"})
META_NAMES = frozenset({"description", "viewport", "robots", "generator"})
# Ids that scripts and the frame ask for, and the one element that may bear each.
RESERVED_IDS = {
    "content": "article", "menu": "nav", "kb-search": "form", "kb-filters": "details", "kb-results": "div",
    "kb-search-status": "p", "kb-search-failed": "p", "__drawer": "input", "__search": "input",
}  # fmt: skip

NAME_PATTERN = re.compile(r"[^\x00-\x1f\"'<>`=(){};\\]*")
NUMBER_PATTERN = re.compile(r"[-+0-9a-zA-Z.,%\s]*")

# --- XML: root -> namespace, and the elements with their attributes ---

_BOX: dict[str, Allowed] = dict.fromkeys(("HPOS", "VPOS", "WIDTH", "HEIGHT"), NUMBER)
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ATOM, SITEMAP, SVG = (
    "http://www.w3.org/2005/Atom",
    "http://www.sitemaps.org/schemas/sitemap/0.9",
    "http://www.w3.org/2000/svg",
)
ALTO = "http://www.loc.gov/standards/alto/ns-v4#"
OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
XML: dict[str, dict[str, dict[str, Allowed]]] = {
    f"{{{ATOM}}}feed": {
        **{name: {} for name in ("feed", "title", "id", "updated", "published", "author", "name", "summary", "rights")},
        "subtitle": {},
        "category": {"term": TEXT, "label": TEXT},
        "entry": {_XML_LANG: NAME},
        "link": {"rel": NAME, "href": LINK, "type": NAME, "hreflang": NAME},
    },
    f"{{{SITEMAP}}}urlset": {name: {} for name in ("urlset", "url", "loc", "lastmod")},
    f"{{{SVG}}}svg": {
        "svg": {"viewBox": NUMBER, "role": NAME, "aria-label": TEXT, **_SIZE},
        "g": {"fill": NAME, "stroke": NAME, "stroke-width": NUMBER},
        "title": {},
        "path": {"d": NUMBER, "fill": NAME, "stroke": NAME, "stroke-width": NUMBER},
        "rect": {"fill": NAME, "rx": NUMBER, "ry": NUMBER, **_POINT, **_SIZE},
        "circle": {"cx": NUMBER, "cy": NUMBER, "r": NUMBER, "fill": NAME, "stroke": NAME, "stroke-width": NUMBER},
        "polyline": {"points": NUMBER, "fill": NAME, "stroke": NAME},
        "text": {"text-anchor": NAME, "fill": NAME, **_POINT},
    },
    f"{{{ALTO}}}alto": {
        "alto": {"SCHEMAVERSION": NUMBER},
        **{
            name: {}
            for name in (
                "Description", "MeasurementUnit", "sourceImageInformation", "fileName", "processingStepSettings",
                "processingSoftware", "softwareName", "softwareVersion", "Layout", "Tags",
            )
        },
        "LayoutTag": {"ID": NAME, "TYPE": NAME, "LABEL": NAME},
        "Processing": {"ID": NAME},
        "Page": {"ID": NAME, "PHYSICAL_IMG_NR": NUMBER, **_BOX},
        **{name: {"ID": NAME, **_BOX} for name in ("PrintSpace", "TextLine", "SP")},
        "TextBlock": {"ID": NAME, "TAGREFS": NAME, **_BOX},
        "String": {"ID": NAME, "CONTENT": TEXT, "WC": NUMBER, "TAGREFS": NAME, **_BOX},
    },
    f"{{{OPENSEARCH}}}OpenSearchDescription": {
        **{name: {} for name in ("OpenSearchDescription", "ShortName", "Description", "InputEncoding", "Language")},
        "Image": {"width": NUMBER, "height": NUMBER, "type": NAME},
        "Url": {"type": NAME, "template": LINK, "rel": NAME, "method": _one_of("get", "GET")},
    },
}  # fmt: skip
XML_ADDRESSES = frozenset({"loc", "Image"})  # elements whose text is an address

# --- JSON: keys whose text is an address ---

JSON_ADDRESSES = frozenset({"page", "url", "href", "src", "start_url", "scope", "id_url", "download"})

# --- Files: where they may stand, by their ending ---

DOCUMENTS = frozenset(
    ".pdf .doc .docx .odt .xls .xlsx .ods .csv .ppt .pptx .odp .txt .md .epub .jpg .jpeg .png .webp .mp3 .mp4".split()
)
FOLDERS = {
    "files": DOCUMENTS,
    "scans": frozenset({".jpg", ".webp", ".txt", ".json", ".xml"}),
    "assets": frozenset({".css", ".svg"}),
}
SEARCH_FOLDER = "search"
ELSEWHERE = frozenset({".html", ".xml", ".js", ".geojson", ".json", ".webmanifest", ".bib", ".csv", ".ris", ".txt"})

# What a file of this ending begins with, at this place.
_ZIP, _OLE = ((0, b"PK\x03\x04"),), ((0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),)
SIGNATURES: dict[str, tuple[tuple[int, bytes], ...]] = {
    ".pdf": ((0, b"%PDF-"),),
    ".jpg": ((0, b"\xff\xd8\xff"),),
    ".jpeg": ((0, b"\xff\xd8\xff"),),
    ".png": ((0, b"\x89PNG\r\n\x1a\n"),),
    ".webp": ((0, b"RIFF"), (8, b"WEBP")),
    ".mp4": ((4, b"ftyp"),),
    **dict.fromkeys((".docx", ".odt", ".xlsx", ".ods", ".pptx", ".odp", ".epub"), _ZIP),
    **dict.fromkeys((".doc", ".xls", ".ppt"), _OLE),
}
MP3_STARTS = (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xfa")
PLAIN_TEXT = frozenset({".txt", ".md", ".bib", ".ris", ".csv"})
FORMULA_STARTS = "=@+-\t\r"  # what a spreadsheet program computes, were it the first sign of a cell
