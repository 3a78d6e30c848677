"""Each fault is planted behind the sanitiser's back in a site that was really built, and each is found."""

# ruff: noqa: E501  (one fault a line, however long)

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools import cli, pipeline, verify
from build_tools.diagnostics import Diagnostic
from build_tools.verify import lists
from tests.conftest import add, digests
from tests.verify.conftest import written

Plant = Callable[[Callable[[Path], object]], list[Diagnostic]]
PAGE = "case-studies/with-files.html"
BEFORE = '<div class="kb kb-record"'


def test_a_clean_site_has_no_finding(golden_site: Path) -> None:
    assert verify.of_site(golden_site, written(golden_site)) == []


@pytest.mark.slow
def test_the_flagship_has_no_finding_and_many_cores_find_what_one_finds(
    flagship_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = written(flagship_site)
    assert verify.of_site(flagship_site, known) == []
    del known["sw.js"]
    many = verify.of_site(flagship_site, known)
    monkeypatch.setattr(verify, "PARALLEL_FROM", 1_000_000)
    assert [d.path for d in many] == ["site/sw.js"]
    assert verify.of_site(flagship_site, known) == many


def test_the_policy_of_the_list_is_that_of_the_theme() -> None:
    theme = (Path(verify.__file__).parent.parent / "theme/material/main.html").read_text("utf-8")
    assert f'content="{lists.POLICY}"' in theme


# --- In a page ---

IN_A_PAGE = {
    "script": ("<script>0</script>", "site-script"),
    "script elsewhere": ('<script src="https://x.example/a.js"></script>', "site-address"),
    "script of another file": ('<script src="../search/root.js"></script>', "site-script"),
    "script with words": ('<script src="../search/start.js">0</script>', "site-script"),
    "module": ('<script type="module" src="../search/start.js"></script>', "site-attribute"),
    "script in a drawing": ('<svg><script href="data:text/javascript,0"></script></svg>', "site-script"),
    "handler": ('<p onclick="0">x</p>', "site-attribute"),
    "handler in capitals": ('<img src="../assets/icon.svg" alt="" OnErRoR=0>', "site-attribute"),
    "handler after a slash": ('<svg/onload=0></svg>', "site-attribute"),
    "style attribute": ('<p style="position:fixed">x</p>', "site-attribute"),
    "style element": ("<style>p{}</style>", "site-element"),
    "style elsewhere": ('<link rel="stylesheet" href="https://x.example/a.css">', "site-address"),
    "preload": ('<link rel="preload" href="../index.html">', "site-attribute"),
    "javascript": ('<a href="javascript:0">x</a>', "site-address"),
    "javascript, tabs": ('<a href=" java&#9;script&#10;:0">x</a>', "site-address"),
    "javascript, entities": ('<a href="&#x6A;avascript&colon;0">x</a>', "site-address"),
    "javascript, a control": ('<a href="&#1;javascript:0">x</a>', "site-address"),
    "javascript in a drawing": ('<svg><a xlink:href="javascript:0"><text x="0" y="0">x</text></a></svg>', "site-attribute"),
    "vbscript": ('<a href="VBScript:0">x</a>', "site-address"),
    "data": ('<a href="data:text/html,x">x</a>', "site-address"),
    "blob": ('<a href="blob:x">x</a>', "site-address"),
    "file": ('<a href="file:///etc/hosts">x</a>', "site-address"),
    "two slashes": ('<a href="//x.example">x</a>', "site-address"),
    "backslashes": ('<a href="\\\\x.example">x</a>', "site-address"),
    "ping": ('<a href="../index.html" ping="https://x.example">x</a>', "site-attribute"),
    "target": ('<a href="https://x.example" target="_blank">x</a>', "site-attribute"),
    "picture elsewhere": ('<img src="https://x.example/a.png" alt="">', "site-address"),
    "picture elsewhere, no scheme": ('<img src="//x.example/a.png" alt="">', "site-address"),
    "picture outside": ('<img src="../../a.png" alt="">', "site-address"),
    "picture as data": ('<img src="data:image/svg+xml,x" alt="">', "site-address"),
    "picture set": ('<img src="../assets/icon.svg" srcset="a.webp 1w, https://x.example/b.webp 2w" alt="">', "site-address"),
    "picture element": ('<picture><source srcset="https://x.example/a.png"></picture>', "site-element"),
    "poster": ('<video poster="https://x.example/a.png"></video>', "site-element"),
    "sound": ('<audio src="a.mp3"></audio>', "site-element"),
    "frame": ('<iframe srcdoc="x"></iframe>', "site-element"),
    "object": ('<object data="a.svg"></object>', "site-element"),
    "embed": ('<embed src="a.svg">', "site-element"),
    "applet": ("<applet></applet>", "site-element"),
    "base": ('<base href="https://x.example/">', "site-element"),
    "refresh": ('<meta http-equiv="refresh" content="0;url=https://x.example">', "site-attribute"),
    "a second policy": (f'<meta http-equiv="Content-Security-Policy" content="{lists.POLICY}">', "site-policy"),
    "meta referrer": ('<meta name="referrer" content="unsafe-url">', "site-element"),
    "form elsewhere": ('<form action="https://x.example"></form>', "site-address"),
    "form of another kind": ('<form method="post" action="../search.html"></form>', "site-attribute"),
    "formaction": ('<button formaction="https://x.example">x</button>', "site-attribute"),
    "a field for a password": ('<input type="password">', "site-attribute"),
    "text area": ("<textarea></textarea>", "site-element"),
    "template": ("<template><p>x</p></template>", "site-element"),
    "mathematics": ('<math><mtext href="javascript:0">x</mtext></math>', "site-element"),
    "mathematics that mutates": ("<math><mtext><table><mglyph><style><img src onerror=0>", "site-element"),
    "foreign object": ("<svg><foreignObject><p>x</p></foreignObject></svg>", "site-element"),
    "use": ('<svg><use href="https://x.example/a.svg#b"/></svg>', "site-element"),
    "image of a drawing": ('<svg><image href="https://x.example/a.png"/></svg>', "site-element"),
    "animation": ('<svg><animate attributeName="href" values="javascript:0"/></svg>', "site-element"),
    "comment": ("<!-- x -->", "site-element"),
    "instruction": ("<?x y?>", "site-element"),
    "plaintext": ("<plaintext>", "site-element"),
    "marquee": ("<marquee>x</marquee>", "site-element"),
    "custom element": ("<x-y>x</x-y>", "site-element"),
    "noscript": ('<noscript><p lang="</noscript><img src=x>">x</p></noscript>', "site-element"),
    "citation": ('<blockquote cite="javascript:0">x</blockquote>', "site-attribute"),
    "dialog": ("<dialog open>x</dialog>", "site-element"),
    "shadow": ('<div shadowrootmode="open">x</div>', "site-attribute"),
    "content editable": ("<p contenteditable>x</p>", "site-attribute"),
    "popover": ("<p popover>x</p>", "site-attribute"),
    "autofocus": ('<a href="../index.html" autofocus>x</a>', "site-attribute"),
    "an id of the frame": ('<p id="kb-results">x</p>', "site-attribute"),
    "manifest": ('<link rel="manifest" href="https://x.example/m">', "site-attribute"),
}  # fmt: skip


@pytest.mark.parametrize(("markup", "code"), IN_A_PAGE.values(), ids=IN_A_PAGE)
def test_a_fault_in_a_page(plant: Plant, markup: str, code: str) -> None:
    def fault(site: Path) -> None:
        page = (site / PAGE).read_text("utf-8")
        assert BEFORE in page
        (site / PAGE).write_text(page.replace(BEFORE, markup + BEFORE, 1), "utf-8")

    found = plant(fault)
    assert (f"site/{PAGE}", code) in {(d.path, d.code) for d in found}
    assert {d.path for d in found} == {f"site/{PAGE}"}
    assert all(d.message and d.hint and "x.example" not in d.message for d in found)


META = f'<meta http-equiv="Content-Security-Policy" content="{lists.POLICY}">'
ALTERED = {
    "policy missing": (META, ""),
    "policy wider": ("default-src 'none'", "default-src *"),
    "policy narrower in name only": ("base-uri 'none'", "base-uri 'self'"),
    "policy in the body": (META, "</head><body>" + META),
    "policy late": (META, '<script src="../search/start.js" defer></script>' + META),
    "encoding missing": ('<meta charset="utf-8">', ""),
    "another encoding": ('<meta charset="utf-8">', '<meta charset="utf-7">'),
    "doctype": ("<!doctype html>", ""),
    "nul": ("</main>", "\x00</main>"),
    "a mark of another encoding": ("\n<!doctype html>", "\ufeff<!doctype html>"),
}


@pytest.mark.parametrize(("old", "new"), ALTERED.values(), ids=ALTERED)
def test_a_head_that_was_altered(plant: Plant, old: str, new: str) -> None:
    def fault(site: Path) -> None:
        page = (site / PAGE).read_text("utf-8")
        assert old in page
        (site / PAGE).write_text(page.replace(old, new, 1), "utf-8")

    codes = {d.code for d in plant(fault)}
    assert codes & {"site-policy", "site-attribute"}
    assert "site-policy" in codes


def test_a_page_in_another_encoding(plant: Plant) -> None:
    [found] = plant(lambda site: (site / PAGE).write_bytes("<!doctype html>é".encode("latin-1")))
    assert found.code == "site-policy"


# --- In the other files ---


def _swap(path: str, old: str, new: str) -> Callable[[Path], object]:
    def fault(site: Path) -> None:
        text = (site / path).read_text("utf-8")
        assert old in text, text[:300]
        (site / path).write_text(text.replace(old, new, 1), "utf-8")

    return fault


def _put(path: str, content: str | bytes) -> Callable[[Path], object]:
    def fault(site: Path) -> None:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content if isinstance(content, bytes) else content.encode())

    return fault


GEOJSON = '{"type": "FeatureCollection", "features": [{"properties": {"page": "%s"}}]}'
XML = '<?xml version="1.0"?>'
ELSEWHERE = {
    "start.js": (_swap("search/start.js", "function", "alert(1);function"), "search/start.js", "site-script"),
    "client": (_put("search/en.js", "0"), "search/en.js", "site-script"),
    "worker": (_put("sw.js", "0"), "sw.js", "site-script"),
    "a new script": (_put("assets/x.js", "0"), "assets/x.js", "site-file"),
    "a new script at the top": (_put("x.js", "0"), "x.js", "site-script"),
    "a new script of the search": (_put("search/x.js", "0"), "search/x.js", "site-script"),
    "a script after the data": (_put("search/t/x.js", 'kbSearch.take("t/x","");0'), "search/t/x.js", "site-script"),
    "data under another name": (_put("search/t/x.js", 'kbSearch.take("root","")'), "search/t/x.js", "site-script"),
    "code in the data": (_put("search/t/x.js", 'kbSearch.take("t/x",alert(1))'), "search/t/x.js", "site-script"),
    "markup in the data": (_put("search/t/x.js", 'kbSearch.take("t/x","<img>")'), "search/t/x.js", "site-data"),
    "a line in the data": (_put("search/t/x.js", 'kbSearch.take("t/x","\u2028")'), "search/t/x.js", "site-data"),
    "root": (_swap("search/root.js", '"records":', '"records":<'), "search/root.js", "site-script"),
    "a style sheet": (_put("assets/x.css", "@import 'https://x.example'"), "assets/x.css", "site-script"),
    "icon with a script": (_swap("assets/icon.svg", "<path", "<script>0</script><path"), "assets/icon.svg", "site-element"),
    "icon with a handler": (_swap("assets/icon.svg", "<path", '<path onload="0"'), "assets/icon.svg", "site-attribute"),
    "icon with an object": (_swap("assets/icon.svg", "<path", "<foreignObject/><path"), "assets/icon.svg", "site-element"),
    "icon that loads": (_swap("assets/icon.svg", "<path", '<image href="https://x.example"/><path'), "assets/icon.svg", "site-element"),
    "icon with a style": (_swap("assets/icon.svg", "<path", "<style>*{}</style><path"), "assets/icon.svg", "site-element"),
    "icon with an entity": (_put("assets/icon.svg", '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'), "assets/icon.svg", "site-element"),
    "feed, cut": (_swap("feed.xml", "</feed>", ""), "feed.xml", "site-data"),
    "feed with a style": (_swap("feed.xml", "<feed", '<?xml-stylesheet href="x.xsl"?><feed'), "feed.xml", "site-element"),
    "feed with HTML": (_swap("feed.xml", "<summary>", '<summary type="html">'), "feed.xml", "site-attribute"),
    "feed with XHTML": (_swap("feed.xml", "<summary>", '<p xmlns="http://www.w3.org/1999/xhtml">x</p><summary>'), "feed.xml", "site-element"),
    "feed that runs": (_swap("feed.xml", '<link href="', '<link href="javascript:'), "feed.xml", "site-address"),
    "feed that writes a letter": (_swap("feed.xml", '<link href="', '<link href="mailto:'), "feed.xml", "site-address"),
    "sitemap that runs": (_swap("sitemap.xml", "<loc>", "<loc>javascript:"), "sitemap.xml", "site-address"),
    "sitemap, a root of its own": (_put("sitemap.xml", "<html/>"), "sitemap.xml", "site-element"),
    "search description": (_put("opensearch.xml", f'{XML}<OpenSearchDescription xmlns="{lists.OPENSEARCH}"><Url type="text/html" template="javascript:0"/></OpenSearchDescription>'), "opensearch.xml", "site-address"),
    "points, broken": (_put("districts.geojson", "{"), "districts.geojson", "site-data"),
    "points that run": (_put("districts.geojson", GEOJSON % "javascript:0"), "districts.geojson", "site-address"),
    "points of a file": (_put("districts.geojson", GEOJSON % "file:///x"), "districts.geojson", "site-address"),
    "points with markup": (_put("districts.geojson", GEOJSON % "<b>"), "districts.geojson", "site-data"),
    "manifest": (_put("app.webmanifest", '{"icons": [{"src": "data:image/png,x"}]}'), "app.webmanifest", "site-address"),
    "formula": (_put("files/case-studies/kept.csv", "a\n=1+1\n"), "files/case-studies/kept.csv", "site-data"),
    "formula with a sign": (_put("files/a.csv", "a,b\n1,+cmd|' /C calc'!A0\n"), "files/a.csv", "site-data"),
    "formula behind quotes": (_put("files/a.csv", 'a\n"@SUM(A1)"\n'), "files/a.csv", "site-data"),
    "page as text": (_put("files/case-studies/form.txt", " <!DOCTYPE html>"), "files/case-studies/form.txt", "site-file"),
    "page as PDF": (_put("files/a.pdf", "<html>"), "files/a.pdf", "site-file"),
    "page as picture": (_put("files/case-studies/map.png", "<html>"), "files/case-studies/map.png", "site-file"),
    "drawing as scan": (_put("scans/a.webp", "<svg/>"), "scans/a.webp", "site-file"),
    "word file that is a page": (_put("files/a.docx", "<html>"), "files/a.docx", "site-file"),
    "sound that is a page": (_put("files/a.mp3", "<html>"), "files/a.mp3", "site-file"),
    "a drawing to download": (_put("files/a.svg", "<svg/>"), "files/a.svg", "site-file"),
    "a page to download": (_put("files/a.html", "<p>"), "files/a.html", "site-file"),
    "a program": (_put("files/a.exe", "MZ"), "files/a.exe", "site-file"),
    "no ending": (_put("a", "x"), "a", "site-file"),
    "php": (_put("a.php", "x"), "a.php", "site-file"),
    "hidden": (_put(".htaccess", "x"), ".htaccess", "site-file"),
    "hidden folder": (_put(".git/a.txt", "x"), ".git", "site-file"),
    "capitals": (_put("ABOUT.html", ""), "about.html", "site-file"),
    "composed": (lambda s: (_put("files/\u0958.txt", "a")(s), _put("files/\u0915\u093c.txt", "a")(s)), None, "site-file"),
    "sign in a name": (_put("files/a\u202etxt.txt", "a"), "files/a\u202etxt.txt", "site-file"),
    "link": (lambda s: (s / "files/a.txt").symlink_to("/etc/hostname"), "files/a.txt", "site-file"),
    "link to a folder": (lambda s: (s / "b").symlink_to("/etc"), "b", "site-file"),
    "pipe": (lambda s: os.mkfifo(s / "a.txt"), "a.txt", "site-file"),
}  # fmt: skip


@pytest.mark.parametrize(("fault", "path", "code"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_a_fault_elsewhere(plant: Plant, fault: Callable[[Path], object], path: str | None, code: str) -> None:
    found = plant(fault)
    assert code in {d.code for d in found}
    if path:
        assert (f"site/{path}", code) in {(d.path, d.code) for d in found}


def test_text_that_only_looks_dangerous_is_let_through(plant: Plant) -> None:
    def harmless(site: Path) -> None:
        page = (site / PAGE).read_text("utf-8")
        words = '&lt;script&gt; javascript:0 <a href="../index.html#javascript:0" lang="en">x</a> {{ 1 }} onclick="0"'
        (site / PAGE).write_text(page.replace(BEFORE, f"<p>{words}</p>{BEFORE}", 1), "utf-8")
        _put("files/b.csv", "a,b\n-3,+91 11 2345\n")(site)
        _put("files/b.txt", "<b> is a tag.\n")(site)

    assert plant(harmless) == []


# --- In a build ---


def test_a_build_stops_with_code_1_and_leaves_the_site(
    small_bank: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["--bank", str(small_bank), "build"]) == 0
    before = digests(small_bank / "site")
    rendered = pipeline.render

    def spoilt(*arguments: object) -> object:
        made = rendered(*arguments)  # type: ignore[arg-type]
        assert isinstance(made, Path)
        add(made, "index.html", "<script>0</script>")
        return made

    monkeypatch.setattr(pipeline, "render", spoilt)
    capsys.readouterr()
    assert cli.main(["--bank", str(small_bank), "build"]) == 1
    said = capsys.readouterr().err
    assert "site/index.html: error[site-script] as it was built, holds a script that is not search/start.js" in said
    assert "the site was left as it was" in said
    assert digests(small_bank / "site") == before
    assert cli.main(["check", "--explain", "site-script"]) == 0


def test_every_code_is_planted() -> None:
    shown = {code for _markup, code in IN_A_PAGE.values()} | {code for *_rest, code in ELSEWHERE.values()}
    assert shown == set(verify.CODES)
