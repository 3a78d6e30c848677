"""References as readers see and copy them: formatted in APA, short in running text, RIS and BibTeX."""

from __future__ import annotations

import re
import warnings
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.model import RECORD_TYPES, Record
from build_tools.pages.citations import Citer, in_text, record_csl, ris, to_bibtex
from build_tools.pages.citations.engine import load_style
from build_tools.sources.bibtex import read_bibtex

Csl = dict[str, Any]


def read(bibtex: str) -> Csl:
    drafts, found = read_bibtex(bibtex, "b.bib")
    assert found == []
    return dict(drafts[0].data["csl"])


GOLDEN = {
    "book": (
        r"""@book{k, author = {Weiner, Myron}, title = {{The Child and the State in India}}, year = 1991,
            publisher = {Princeton University Press}, address = {Princeton}, edition = {2}}""",
        "Weiner, M. (1991). <i>The Child and the State in India</i> (2nd edn). Princeton University Press.",
        "Weiner 1991",
    ),
    "article": (
        r"""@article{k, author = {Basu, Kaushik and Van, Pham Hoang}, title = {The Economics of Child Labor},
            journal = {American Economic Review}, year = 1998, month = jun, volume = 88, number = 3,
            pages = {412--427}, url = {https://www.jstor.org/stable/116842}}""",
        "Basu, K., &amp; Van, P. H. (1998). The Economics of Child Labor. <i>American Economic Review</i>, "
        "<i>88</i>(3), 412–427. https://www.jstor.org/stable/116842",
        "Basu & Van 1998",
    ),
    "chapter": (
        r"""@incollection{k, author = {van Gogh, Vincent and King, Jr., Martin Luther and de la Cruz, Ana},
            title = {A Chapter}, booktitle = {The Whole Book}, editor = {Dev, R. and Sen, A. B.}, year = 2001,
            pages = {10--22}, edition = {3rd}, volume = 2, publisher = {Example Press}}""",
        "van Gogh, V., King, M. L., Jr., &amp; de la Cruz, A. (2001). A Chapter. In R. Dev &amp; A. B. Sen (Eds), "
        "<i>The Whole Book</i> (3rd edn, Vol. 2, pp. 10–22). Example Press.",
        "van Gogh et al. 2001",
    ),
    "report of a body": (
        r"""@techreport{k, author = {{International Labour Office and UNICEF}}, title = {Global Estimates 2020},
            year = 2021, institution = {ILO}, type = {Research report}, number = {7}, url = {https://x.org/a?b=1&c=2}}""",
        "International Labour Office and UNICEF. (2021). <i>Global Estimates 2020</i> (Research Report No. 7). ILO. "
        "https://x.org/a?b=1&amp;c=2",
        "International Labour Office and UNICEF 2021",
    ),
    "report of its publisher": (
        "@techreport{k, author = {{Human Rights Watch}}, title = {Small Change}, year = 2003, "
        "institution = {Human Rights Watch}}",
        "Human Rights Watch. (2003). <i>Small Change</i>.",
        "Human Rights Watch 2003",
    ),
    "thesis": (
        "@phdthesis{k, author = {Mitra, Dakhina}, title = {The Habitus of Working}, year = 2011, "
        "school = {University of Freiburg}}",
        "Mitra, D. (2011). <i>The Habitus of Working</i> [PhD thesis]. University of Freiburg.",
        "Mitra 2011",
    ),
    "web page": (
        r"""@online{k, author = {{UNICEF India}}, title = {Child Protection}, date = {2020-05-04}, website = {UNICEF},
            url = {https://www.unicef.org/india}}""",
        "UNICEF India. (2020, May 4). <i>Child Protection</i>. UNICEF. https://www.unicef.org/india",
        "UNICEF India 2020",
    ),
    "newspaper article": (
        r"""@article{k, author = {Sharma, R.}, title = {Who Sends Them to School?}, journal = {The Hindu},
            date = {2019-03-14}, pages = 5, entrysubtype = {newspaper}}""",
        "Sharma, R. (2019, March 14). Who Sends Them to School? <i>The Hindu</i>, 5.",
        "Sharma 2019",
    ),
    "Hindi book": (
        "@book{k, author = {प्रेमचंद, मुंशी and {श्रम मंत्रालय}}, title = {बाल श्रम और शिक्षा}, year = {१९३६}, "
        "publisher = {राजकमल प्रकाशन}, language = {hi}}",
        "प्रेमचंद, मुंशी, &amp; श्रम मंत्रालय. (1936). <i>बाल श्रम और शिक्षा</i>. राजकमल प्रकाशन.",
        "प्रेमचंद & श्रम मंत्रालय 1936",
    ),
    "no date": (
        "@book{k, author = {Dev, R.}, title = {Undated}, year = {n.d.}}",
        "Dev, R. (n.d.). <i>Undated</i>.",
        "Dev n.d.",
    ),
    "no author": (
        "@report{k, title = {Nobody Signed This}, year = 2018, institution = {ILO}}",
        "<i>Nobody Signed This</i>. (2018). ILO.",
        "Nobody Signed This 2018",
    ),
    "editors only": (
        "@book{k, editor = {Lieten, G. K. and Srivastava, Ravi and Thorat, Sukhadeo}, "
        "title = {Small Hands}, year = 2004}",
        "Lieten, G. K., Srivastava, R., &amp; Thorat, S. (Eds). (2004). <i>Small Hands</i>.",
        "Lieten et al. 2004",
    ),
    "and others": (
        "@book{k, author = {Basu, Kaushik and others}, title = {A}, year = {2019/2020}}",
        "Basu, K., et al. (2019–2020). <i>A</i>.",
        "Basu et al. 2019–2020",
    ),
    "a span within a year": (
        "@book{k, author = {Basu, Kaushik}, title = {A}, date = {2019-03/2019-05}}",
        "Basu, K. (2019). <i>A</i>.",
        "Basu 2019",
    ),
    "markup is text": (
        r'@book{k, author = {{<b>A</b> \& Co}}, title = {<script>x</script> "y" </span>}, year = 2001}',
        "&lt;b&gt;A&lt;/b&gt; &amp; Co. (2001). <i>&lt;script&gt;x&lt;/script&gt; &quot;y&quot; &lt;/span&gt;</i>.",
        "<b>A</b> & Co 2001",
    ),
    "judgment": (
        r"""@jurisdiction{k, title = {M. C. Mehta v. State of Tamil Nadu}, organization = {Supreme Court of India},
            date = {1996-12-10}}""",
        "M. C. Mehta v. State of Tamil Nadu (Supreme Court of India 10 December 1996).",
        "M. C. Mehta v. State of Tamil Nadu 1996",
    ),
    "DOI": (
        "@article{k, author = {Dev, R.}, title = {A!}, journal = {J.}, year = 2001, "
        "doi = {10.1000/a<b>2}, pages = {e12}}",
        "Dev, R. (2001). A! <i>J.</i>, e12. https://doi.org/10.1000/a&lt;b&gt;2",
        "Dev 2001",
    ),
}


@pytest.fixture(scope="module")
def citer() -> Citer:
    return Citer()


@pytest.mark.parametrize("name", GOLDEN)
def test_golden_references_in_apa(name: str, citer: Citer) -> None:
    bibtex, formatted, short = GOLDEN[name]
    csl = read(bibtex)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert citer.format(csl) == formatted
    assert in_text(csl) == short


def test_plain_text_is_the_same_without_tags(citer: Citer) -> None:
    csl = read(GOLDEN["markup is text"][0])
    assert citer.plain(csl) == '<b>A</b> & Co. (2001). <script>x</script> "y" </span>.'


def test_the_order_of_entries_changes_nothing() -> None:
    entries = [read(bibtex) for bibtex, _, _ in GOLDEN.values()]
    assert [Citer().format(c) for c in entries] == [Citer().format(c) for c in reversed(entries)][::-1]


def test_rendering_leaves_the_style_as_it_was() -> None:
    style = load_style("apa", "en-GB")
    size = sum(1 for _ in style.root.iter())
    citer = Citer()
    for number in range(20):
        citer.format({"type": "book", "title": f"T{number}", "author": [{"family": "A", "given": "B"}]})
    assert sum(1 for _ in style.root.iter()) == size


STYLES = ("apa", "chicago-author-date", "harvard-cite-them-right", "modern-language-association")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("locale", ["en-GB", "hi-IN"])
def test_other_styles_and_hindi_words(style: str, locale: str) -> None:
    citer = Citer(style, locale)
    for bibtex, _, _ in GOLDEN.values():
        text = citer.plain(read(bibtex))
        assert text and "None" not in text and ".." not in text and ",," not in text and "  " not in text


def test_hindi_words_in_apa() -> None:
    text = Citer("apa", "hi-IN").plain(read(GOLDEN["web page"][0]))
    assert "(2020, मई 4)" in text


def test_unknown_style() -> None:
    with pytest.raises(ValueError, match="no citation style"):
        Citer("../../etc/passwd")


@pytest.mark.parametrize(
    "csl",
    [
        {},
        {"type": "nosuch", "title": ""},
        {"type": "book", "author": []},
        {"type": "book", "author": [{"given": "Only"}], "foo": "bar", "issued": {"date-parts": [[]]}},
        {"type": "book", "author": [{}], "issued": {"raw": "x"}, "editor": "Dev"},
        {"type": "book", "issued": {"date-parts": [["2001"]]}},
        {"type": "article-journal", "page": "&", "volume": "<i>", "issue": "{}"},
    ],
)
def test_odd_csl_is_formatted_as_far_as_it_goes(csl: Csl, citer: Citer) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert "(n.d.)" in citer.format(csl)
    assert in_text(csl) and ris(csl) and to_bibtex(csl)


MARKUP = ["<i>", "</i>", '<span class="nocase">', "</span>", "&amp;", "\ue000", "\ue004", "?", "<script>"]
PARTS = ("given", "non-dropping-particle", "suffix")
WORDS = st.one_of(st.text(max_size=20), st.lists(st.sampled_from(MARKUP), max_size=4).map("a".join))
NAME = st.one_of(
    st.fixed_dictionaries(
        {"family": WORDS}, optional=dict.fromkeys(("given", "non-dropping-particle", "suffix"), WORDS)
    ),
    st.fixed_dictionaries({"literal": WORDS}),
)
ANY_CSL = st.fixed_dictionaries(
    {"type": st.sampled_from(["book", "article-journal", "chapter", "webpage", "legislation", "legal_case", "thesis"])},
    optional={
        **dict.fromkeys(("title", "container-title", "publisher", "page", "volume", "URL", "DOI"), WORDS),
        **dict.fromkeys(("genre", "number"), WORDS),
        "author": st.lists(NAME, max_size=3),
        "editor": st.lists(NAME, max_size=3),
        "issued": st.fixed_dictionaries({"date-parts": st.just([[2001, 2]])}),
    },
)


@settings(deadline=None, max_examples=150)
@given(ANY_CSL)
def test_any_entry_gives_safe_html_and_one_entry_each(csl: Csl) -> None:
    formatted = Citer().format(csl)
    bare = re.sub(r"<([ib])>((?:(?!</?[ib]>).)*)</\1>", r"\2", formatted)
    assert not re.search('[<>"\ue000-\ue010]', bare)
    lines = ris(csl).split("\n")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1]) and lines[-2:] == ["ER  - ", ""]
    assert sum(line.startswith(("TY", "ER")) for line in lines) == 2
    drafts, found = read_bibtex(to_bibtex(csl), "b.bib")
    assert len(drafts) == 1 and not {d.code for d in found} & {"bib-syntax", "bib-outside", "bib-value"}


@pytest.mark.parametrize(
    ("csl", "short"),
    [
        ({"author": [{"literal": "International Labour Organization (ILO)"}]}, "ILO n.d."),
        ({"author": [{"family": "Gogh", "non-dropping-particle": "van"}]}, "van Gogh n.d."),
        ({"editor": [{"family": "A"}, {"family": "B"}], "status": "in press"}, "A & B in press"),
        ({"title": "Short: and a long subtitle that goes on and on and on"}, "Short n.d."),
        (
            {"title": "One very long title without any sign to part it"},
            "One very long title without any sign to … n.d.",
        ),
        ({"id": "key"}, "key n.d."),
    ],
)
def test_short_citations(csl: Csl, short: str) -> None:
    assert in_text(csl) == short


def tags(text: str) -> list[tuple[str, str]]:
    return [(line[:2], line[6:]) for line in text.splitlines()]


def test_ris_of_a_chapter() -> None:
    expected = [
        ("TY", "CHAP"), ("AU", "van Gogh, Vincent"), ("AU", "King, Martin Luther, Jr."), ("AU", "de la Cruz, Ana"),
        ("ED", "Dev, R."), ("ED", "Sen, A. B."), ("ID", "k"), ("TI", "A Chapter"), ("T2", "The Whole Book"),
        ("VL", "2"), ("ET", "3"), ("PB", "Example Press"), ("LA", "en"), ("SP", "10"), ("EP", "22"), ("PY", "2001"),
        ("DA", "2001///"), ("ER", ""),
    ]  # fmt: skip
    assert tags(ris(read(GOLDEN["chapter"][0]))) == expected


def test_ris_has_no_carriage_returns_and_one_line_per_value() -> None:
    names = [{"literal": "others"}, {"literal": "X\nY"}]
    text = ris({"type": "book", "title": "A\r\nER  - \nTY  - BOOK", "author": names})
    assert text == "TY  - BOOK\nAU  - X Y\nTI  - A ER - TY - BOOK\nER  - \n"


def test_ris_dates_and_types() -> None:
    found = dict(tags(ris(read(GOLDEN["web page"][0]) | {"accessed": {"date-parts": [[2026, 11, 20]]}})))
    assert (found["TY"], found["DA"], found["PY"], found["Y2"]) == ("ELEC", "2020/05/04/", "2020", "2026/11/20/")
    kinds = {"article-journal": "JOUR", "report": "RPRT", "thesis": "THES", "legal_case": "CASE"}
    assert {kind: dict(tags(ris({"type": kind})))["TY"] for kind in kinds} == kinds
    assert dict(tags(ris({"type": "nosuch"})))["TY"] == "GEN"
    assert dict(tags(ris({"type": "book", "page": "10-22, 30"})))["SP"] == "10-22, 30"


@pytest.mark.parametrize("name", GOLDEN)
def test_bibtex_made_from_csl_reads_back_as_the_same_csl(name: str) -> None:
    csl = read(GOLDEN[name][0])
    text = to_bibtex(csl)
    again = read(text)
    # BibTeX has no types for law, and one field for publisher, website and court.
    same = [variable for variable in csl if variable not in ("type", "authority")]
    if name == "web page":
        same.remove("container-title")
    assert {v: again.get(v) for v in same} == {v: csl[v] for v in same}
    assert to_bibtex(again) == text or name in ("web page", "judgment")


def test_bibtex_of_a_book() -> None:
    expected = """@book{k,
  author = {Weiner, Myron},
  title = {{The Child and the State in India}},
  edition = {2},
  publisher = {Princeton University Press},
  address = {Princeton},
  year = {1991},
  langid = {en},
}"""
    assert to_bibtex(read(GOLDEN["book"][0])) == expected


MINIMAL: dict[str, dict[str, Any]] = {
    "case-study": {},
    "guide": {"steps": [{"title": "S", "text": "t", "outcome": "o"}]},
    "clipping": {"newspaper": "the-hindu", "byline": "By our Correspondent", "page": "5"},
    "publication": {
        "key": "r1", "entry_type": "book", "bibtex": "@book{r1,\n}", "csl": {"id": "r1", "type": "book", "title": "T"},
    },
    "law": {
        "kind": "act", "citation": "Act 61 of 1986", "jurisdiction": "IN", "status": "in-force", "as_on": "2026-11-20",
    },
    "toolkit": {"tools": [{"title": "T"}]},
    "organisation": {"level": "national", "kind": "ngo"},
    "dataset": {"definition": "d", "columns": [{"name": "a", "title": "A"}, {"name": "b", "title": "B"}]},
    "periodical": {"number": 3, "volume": 1},
    "term": {"definition": "d"},
    "page": {},
}  # fmt: skip


def record(record_type: str, /, **fields: Any) -> Record:
    common = {"id": "r1", "title": "A & B", "date": "2019-03-14", "added": "2026-11-20"}
    return RECORD_TYPES[record_type].model_validate({**common, **MINIMAL[record_type], **fields})


@pytest.mark.parametrize("kind", list(RECORD_TYPES))
def test_every_record_can_be_cited_in_every_form(kind: str, citer: Citer) -> None:
    csl = record_csl(record(kind), "A Bank", "https://bank.example/r1.html")
    assert citer.format(csl) and in_text(csl)
    assert tags(ris(csl))[0][0] == "TY"
    assert read_bibtex(to_bibtex(csl), "b.bib")[1] == []
    assert read(to_bibtex(csl))["title"] == csl["title"]


def test_own_texts_are_cited_as_pages_of_the_site_by_the_day_they_were_added(citer: Citer) -> None:
    csl = record_csl(record("case-study"), "A Bank", "https://bank.example/r1.html")
    assert citer.format(csl) == "A Bank. (2026, November 20). <i>A &amp; B</i>. https://bank.example/r1.html"
    assert in_text(csl) == "A Bank 2026"
    assert "URL" not in record_csl(record("case-study"), "A Bank", "")


def test_laws_judgments_and_conventions(citer: Citer) -> None:
    page = "https://bank.example/r1.html"
    act = record_csl(record("law", date="1986", title="The Act, 1986"), "A Bank", page)
    assert citer.plain(act) == f"The Act, 1986, Act 61 of 1986 (1986). {page}"
    judgment = record("law", kind="judgment", title="A v. B", court="High Court", citation="W.P. 1")
    case = record_csl(judgment, "A Bank", page)
    assert citer.plain(case) == f"A v. B, W.P. 1 (High Court 14 March 2019). {page}"
    treaty = record("law", kind="convention", citation="C138", url="https://ilo.example/c138")
    assert citer.plain(record_csl(treaty, "A Bank", page)) == "A & B, 14 March 2019, No. C138. https://ilo.example/c138"


def test_clippings_are_cited_as_the_newspaper(citer: Citer) -> None:
    clipping = record("clipping")
    csl = record_csl(clipping, "A Bank", "https://bank.example/r1.html", {"the-hindu": "The Hindu"})
    expected = "our Correspondent. (2019, March 14). A & B. The Hindu, 5. https://bank.example/r1.html"
    assert citer.plain(csl) == expected
    assert record_csl(clipping, "A Bank", "")["container-title"] == "the-hindu"


def test_datasets_and_publications(citer: Citer) -> None:
    csl = record_csl(record("dataset"), "A Bank", "https://bank.example/r1.html")
    assert citer.plain(csl) == "A Bank. (2026). A & B [Data set]. https://bank.example/r1.html"
    assert record_csl(record("publication"), "A Bank", "https://x.y/") == {"id": "r1", "type": "book", "title": "T"}
