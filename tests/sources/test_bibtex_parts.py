"""The small readers of a bibliography, each with the spellings that real files have."""

from __future__ import annotations

import pytest

from build_tools.sources.bibtex_dates import ReadDate, read_date, read_year_and_month, to_csl
from build_tools.sources.bibtex_identifiers import clean_doi, clean_isbn, language_code
from build_tools.sources.bibtex_latex import decode, decode_address
from build_tools.sources.bibtex_names import OTHERS, badly_separated, read_names
from build_tools.sources.bibtex_values import RefusedError, parse_value
from build_tools.sources.bibtex_write import entry_text, escape, names_text


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"G{\"o}del and G\"odel and G\"{o}del", "Gödel and Gödel and Gödel"),
        (r"\'Elie {\AA}ngstr{\o}m \c{c} {\c c} \v{s} \~n {\ss} \l{}x \o re", "Élie Ångstrøm ç ç š ñ ß łx øre"),
        (r"\'{\i} \'\i \={\i} \d{t} \={a} \H{o} \r{a} \k{a} \'{\^e}", "í í ī ṭ ā ő å ą ế"),
        (r"R\=aj and \d s and \.{z}", "Rāj and ṣ and ż"),
        (r"{NREGA} in {B}ihar, {{\em now}}", "NREGA in Bihar, now"),
        (r"\emph{a} \textbf{b} {\it c} \textsc{d}", "a b c d"),
        (r"a\&b 50\% \$5 a\_b \#1 \{x\}", "a&b 50% $5 a_b #1 {x}"),
        ("50% of A & B cost $5, or $6", "50% of A & B cost $5, or $6"),
        (r"H$_2$O, $x^{2}$, CO\textsubscript{2}, 2\textsuperscript{3}, $n$", "H₂O, x², CO₂, 2³, n"),
        ("``a'' -- b --- c~d", "“a” – b — c d"),
        (r"a\\b \ldots{} \textrupee{}5 \pounds 6 \S{}7", "a b … ₹5 £6 §7"),
        (r"\url{https://x.org} \href{https://x.org}{here}", "https://x.org here"),
        ("बाल श्रम {और} शिक्षा", "बाल श्रम और शिक्षा"),
        ("", ""),
        ("\\", ""),
    ],
)
def test_latex(latex: str, text: str) -> None:
    decoded = decode(latex)
    assert " ".join(decoded.text.split()) == text
    assert decoded.refused == () and decoded.unknown == ()


def test_latex_that_is_never_executed() -> None:
    decoded = decode(r"\input{a} \Write \write18{b} \let\x=y \today \input{c}")
    assert decoded.refused == ("input", "write", "let") and decoded.unknown == ("Write", "x", "today")


def test_groups_are_kept_for_writing_and_left_out_for_reading() -> None:
    assert escape(decode(r"{NREGA} \& {\"U}ber {\{}").rich) == r"{NREGA} \& Über \textbraceleft{}"
    assert escape("\x02a\x01") == "a"


@pytest.mark.parametrize(
    ("raw", "address"),
    [
        (r"\url{https://x.org/a\_b\%20c}", "https://x.org/a_b%20c"),
        ("https://x.org/{\\_}a\n    b", "https://x.org/_ab"),
        (r"https://x.org/\~{}u/{\textasciitilde}v/\textasciitilde w", "https://x.org/~u/~v/~w"),
        ("<https://x.org/a--b~c>", "https://x.org/a--b~c"),
    ],
)
def test_addresses(raw: str, address: str) -> None:
    assert decode_address(raw) == address


def person(family: str, given: str = "", particle: str = "", suffix: str = "") -> dict[str, str]:
    name = {"family": family, "given": given, "non-dropping-particle": particle, "suffix": suffix}
    return {part: text for part, text in name.items() if text}


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Weiner, Myron", [person("Weiner", "Myron")]),
        ("Kaushik Basu AND Pham Hoang Van", [person("Basu", "Kaushik"), person("Van", "Pham Hoang")]),
        ("Vincent van Gogh", [person("Gogh", "Vincent", "van")]),
        ("von der Leyen, Ursula", [person("Leyen", "Ursula", "von der")]),
        ("de la Cruz, Ana Maria", [person("Cruz", "Ana Maria", "de la")]),
        ("de Silva", [person("Silva", "", "de")]),
        ("King, Jr., Martin Luther", [person("King", "Martin Luther", "", "Jr.")]),
        ("King Jr., Martin Luther", [person("King", "Martin Luther", "", "Jr.")]),
        ("Martin Luther King Jr.", [person("King", "Martin Luther", "", "Jr.")]),
        ("{{International Labour Office}}", [{"literal": "International Labour Office"}]),
        ("{Simon and Schuster} and {UNICEF}", [{"literal": "Simon and Schuster"}, {"literal": "UNICEF"}]),
        ("UNICEF", [person("UNICEF")]),
        ("Basu, Kaushik and others", [person("Basu", "Kaushik"), OTHERS]),
        ("{Weiner}, {Myron}", [person("Weiner", "Myron")]),
        ("{Foo, Bar}, Baz", [person("Foo, Bar", "Baz")]),
        (r"{\'E}mile Zola and {\O}rsted, Hans", [person("Zola", "Émile"), person("Ørsted", "Hans")]),
        ("Donald~E. Knuth", [person("Knuth", "Donald E.")]),
        ("मुंशी प्रेमचंद", [person("प्रेमचंद", "मुंशी")]),
        ("डॉ मुंशी राम प्रेमचंद and शर्मा राव, अनिल", [person("प्रेमचंद", "डॉ मुंशी राम"), person("शर्मा राव", "अनिल")]),
        ("", []),
        (" , ", []),
    ],
)
def test_names(written: str, names: list[dict[str, str]]) -> None:
    rich = decode(written).rich
    assert read_names(rich) == names
    assert badly_separated(rich) == ""


def test_names_are_written_as_they_are_read() -> None:
    written = "van Gogh, Vincent and King, Jr., Martin Luther and {A and B, C} and {Foo, Bar}, Baz and others"
    assert names_text(read_names(decode(written).rich)) == written


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2019", "2019"),
        ("2019-03-14", "2019-03-14"),
        ("2019-3-4", "2019-03-04"),
        ("2019-03-14T10:00:00Z", "2019-03-14"),
        ("2019/2020", "2019/2020"),
        ("2019/20", "2019/2020"),
        ("2019--2020", "2019/2020"),
        ("2019–2020", "2019/2020"),
        ("1991-92", "1991/1992"),
        ("2019-03/2019-05", "2019-03/2019-05"),
        ("14 March 2019", "2019-03-14"),
        ("March 14th, 2019", "2019-03-14"),
        ("[Online; accessed 19-July-2008]", "2008-07-19"),
        ("1998, June", "1998-06"),
        ("२०१९", "2019"),
        ("१४ मार्च २०१९", "2019-03-14"),
        ("15 सितम्बर 2019", "2019-09-15"),
    ],
)
def test_dates(text: str, edtf: str) -> None:
    assert read_date(text) == ReadDate(edtf)


@pytest.mark.parametrize("text", ["n.d.", "N.D.", "nd", "no date", "s.d.", ""])
def test_no_date_is_said_in_many_ways(text: str) -> None:
    assert read_date(text) == ReadDate()


def test_uncertain_and_coming_dates() -> None:
    assert read_date("c. 1991") == read_date("1991?") == read_date("ca. 1991") == ReadDate("1991", circa=True)
    assert read_date("[1991]") == read_date("©1991") == ReadDate("1991")
    assert read_date("Forthcoming") == ReadDate(status="forthcoming")


@pytest.mark.parametrize(
    "text",
    [
        "2019-13",
        "2019-02-30",
        "19xx",
        "soon",
        "2019/",
        "/2019",
        "2020/2019",
        "12/3/2019",
        "99",
        "0005",
        "2019 2020",
        "20199",
    ],
)
def test_unreadable_and_impossible_dates(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("year", "month", "day", "edtf"),
    [
        ("2019", "March", "", "2019-03"),
        ("2019", "3", "", "2019-03"),
        ("2019", "Mar.", "14", "2019-03-14"),
        ("2019", "14 March", "", "2019-03-14"),
        ("2019", "March–April", "", "2019-03/2019-04"),
        ("2019", "jan/feb", "", "2019-01/2019-02"),
        ("2019", "फरवरी", "", "2019-02"),
        ("2010-11", "", "", "2010/2011"),
        ("2010-12", "", "", "2010-12"),
        ("2019/2020", "March", "", "2019/2020"),
        ("n.d.", "March", "", ""),
    ],
)
def test_years_with_months(year: str, month: str, day: str, edtf: str) -> None:
    assert read_year_and_month(year, month, day) == ReadDate(edtf)


def test_seasons_and_months_that_do_not_exist() -> None:
    assert to_csl(read_year_and_month("2019", "Spring", "") or ReadDate()) == {"date-parts": [[2019]], "season": 1}
    for month, day in (("13", ""), ("0", ""), ("xyz", ""), ("12-1", ""), ("3", "40"), ("feb", "30")):
        assert read_year_and_month("2019", month, day) is None


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("10.1000/182", "10.1000/182"),
        ("https://doi.org/10.1000/182", "10.1000/182"),
        ("http://dx.doi.org/10.1000/182", "10.1000/182"),
        ("doi: 10.1000/182", "10.1000/182"),
        ("10.1000/(SICI)1<1::A>3.0;2-#", "10.1000/(SICI)1<1::A>3.0;2-#"),
        ("10.1/182", None),
        ("10.1000/", None),
        ("10.1000/a b", None),
        ("https://example.org/10.1000/182", None),
    ],
)
def test_dois(text: str, doi: str | None) -> None:
    assert clean_doi(text) == doi


@pytest.mark.parametrize(
    ("text", "isbn"),
    [
        ("0195636287", "0195636287"),
        ("978-0-19-563628-4", "9780195636284"),
        ("ISBN 0 19 563628 7 (pbk)", "0195636287"),
        ("9780195636284, 0195636287", "9780195636284"),
        ("097522980x", "097522980X"),
        ("9780195636284, 0195636288", None),
        ("0195636288", None),
        ("9790195636284", None),
        ("195636287", None),
        ("none", None),
    ],
)
def test_isbns(text: str, isbn: str | None) -> None:
    assert clean_isbn(text) == isbn


def test_languages_that_are_none() -> None:
    assert language_code("Klingonese") is None and language_code("") is None and language_code("-") is None
    assert language_code("English and Hindi") == "en"


def test_values() -> None:
    pieces = parse_value('{a {b}} # "c{"}d" # Jan # 12')
    assert [(p.text, p.is_name) for p in pieces] == [("a {b}", False), ('c{"}d', False), ("jan", True), ("12", False)]
    for raw in ("", "#", "{a} #", "{a} {b}", "a b", '"a', "{a", "a, b"):
        with pytest.raises(RefusedError):
            parse_value(raw)


def test_an_entry_is_written_without_empty_fields() -> None:
    assert entry_text("book", "k", [("title", "A"), ("note", ""), ("month", "mar")]) == (
        "@book{k,\n  title = {A},\n  month = mar,\n}"
    )
