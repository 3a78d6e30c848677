"""Records of any number that are statistically like the bank's own texts, from a seed, for measuring a search.

A record has a topic (theme, occupation, state; a few topics are common, most are rare).  Its sentences come from Markov
chains over single words, trained on the bank's texts of that topic, so that words keep company and repeat within a
record as they do in real text.  What the bank's few texts cannot give is the long tail: names and rare words.  They are
coined from syllables with a Zipf-Mandelbrot law of exponent 2 (as real text has beyond the first few thousand ranks,
Ferrer i Cancho and Sole 2001), so that the vocabulary grows by Heaps' law.
"""

from __future__ import annotations

import csv
import html
import json
import random
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import yaml

CONTENT = Path(__file__).parent.parent / "content"
CLIPPINGS = CONTENT.parent / "clippings"
KINDS = ("case-study", "law", "guide")
FIRST_DAY, DAYS, HALF_WAY = date(2019, 1, 1), 2737, 2_000
"""The bank fills quickly, then ever more slowly: half of all days are used up at record ``HALF_WAY``."""
WORDS = 265
"""Mean length of a body."""


@dataclass(frozen=True)
class Article:
    """One record; ``theme``, ``occupation`` and ``state`` are ids, ``added`` a day as 2026-01-31."""

    id: str
    title: str
    summary: str
    paragraphs: tuple[str, ...]
    theme: str
    occupation: str
    state: str
    year: int
    kind: str
    added: str
    language: str = "en"


def records(count: int, language: str, seed: int = 1) -> Iterator[Article]:
    """The first ``count`` records in ``en`` or ``hi``; record n is the same whatever the count."""
    world = World.of(language)
    for number in range(count):
        yield _record(world, number, random.Random(f"{seed} {language} {number}"))


def _record(world: World, number: int, rng: random.Random) -> Article:
    topic = world.topic(rng)
    writer = Writer(world, topic, rng)
    return Article(
        id=f"record-{world.language}-{number:06d}",
        title=writer.title(),
        summary=writer.text(20),
        paragraphs=writer.paragraphs(),
        theme=topic.theme.id,
        occupation=topic.occupation.id,
        state=topic.state.id,
        year=2026 - min(46, 1 + int(rng.expovariate(1 / 9))),
        kind=KINDS[number % len(KINDS)],
        added=str(FIRST_DAY + timedelta(days=DAYS * number // (number + HALF_WAY))),
        language=world.language,
    )


def queries(language: str) -> list[str]:
    """Ten searches for three words that keep company: at 10,000 records at least 50 hold all three, at 1,000 ten."""
    return QUERIES[language].strip().splitlines()


def later_queries(language: str) -> list[str]:
    """Ten more; each has no word in common with that of ``queries`` in the same place."""
    return LATER[language].strip().splitlines()


QUERIES = {
    "en": """
bonded labour advance
supreme court judgment
village committee meeting
police rescue release
cotton seed picking
convention forced exploitation
shelter welfare officer
bangle workshop jaipur
factory workers age
national policy 1987
""",
    "hi": """
बंधुआ मजदूरी पेशगी
न्यायिक फैसले जनहित
मुक्ति प्रमाण पत्र
तस्करी शोषण बच्चों
शिकायत पोर्टल निगरानी
मकान मालिकों मोहल्ले
अंतरराष्ट्रीय कन्वेंशन मानक
परिवारों पलायन रजिस्टर
स्कूल शिक्षा कक्षा
कृषि मजदूर मिर्च
""",
}
LATER = {
    "en": """
trafficking charges accused
school training project
legal services scheme
missing children police
court public interest
paddy field survey
community local bodies
district monitoring report
young survivors leaders
income women group
""",
    "hi": """
खतरनाक काम उम्र
सामाजिक सुरक्षा समूह
खदान नीति कानून
कपास बीटी चुनाई
बाल कल्याण समिति
ईंट भट्ठा परिवार
मुआवजा बकाया मजदूरी
सज़ा अपराध धारा
नुक्कड़ नाटक पोस्टर
पहचान फ़ोटो अख़बार
""",
}


# --- What is learned from the bank -----------------------------------------------------------------------


Chain = dict[str, list[str]]
"""The words that follow a word, each as often as it does; "" is the start and the end of a sentence."""


@dataclass(frozen=True)
class Text:
    """One text of the bank as sentences of words, and what it is about."""

    sentences: list[list[str]]
    labels: frozenset[str]


@dataclass(frozen=True)
class Label:
    """A theme, an occupation or a state: its place in the order, its names and words in one language, its texts."""

    number: int
    id: str
    words: tuple[str, ...]
    chains: tuple[Chain, ...] = ()


@dataclass(frozen=True)
class Topic:
    theme: Label
    occupation: Label
    state: Label


def chain(texts: list[Text]) -> Chain:
    """The chain of all sentences of ``texts``."""
    found: Chain = {}
    for sentence in (s for text in texts for s in text.sentences):
        for word, follower in zip(["", *sentence], [*sentence, ""], strict=True):
            found.setdefault(word, []).append(follower)
    return found


class World:
    """Everything that is learned once for a language."""

    @staticmethod
    @lru_cache(maxsize=4)
    def of(language: str) -> World:
        return World(language)

    def __init__(self, language: str) -> None:
        self.language = language
        vocabulary = {name: _entries(name) for name in ("themes", "occupations")}
        texts = _texts(language, [*vocabulary["themes"], *vocabulary["occupations"]])
        self.chain = chain(texts)
        self.coined = Coined(language)
        rng = random.Random(f"world {language}")
        self.themes = [_label(n, e, language, texts, rng) for n, e in enumerate(vocabulary["themes"])]
        self.occupations = [_label(n, e, language, texts, rng) for n, e in enumerate(vocabulary["occupations"])]
        self.states = _states(language)
        self._themes = list(accumulate(_skewed(len(self.themes), 0.0, rng)))
        self._occupations = [list(accumulate(_skewed(len(self.occupations), 1.3, rng))) for _ in self.themes]
        self._states = [list(accumulate(_skewed(len(self.states), 1.0, rng))) for _ in self.occupations]

    def topic(self, rng: random.Random) -> Topic:
        theme = rng.choices(self.themes, cum_weights=self._themes)[0]
        occupation = rng.choices(self.occupations, cum_weights=self._occupations[theme.number])[0]
        state = rng.choices(self.states, cum_weights=self._states[occupation.number])[0]
        return Topic(theme, occupation, state)


def _skewed(count: int, spread: float, rng: random.Random) -> list[float]:
    """Popularities by Zipf's law, each changed by a factor of its own (``spread``: its standard deviation as a log)."""
    return [rng.lognormvariate(0, spread) / (place + 3) for place in range(count)]


def _entries(name: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = yaml.safe_load((CONTENT / f"vocabulary/{name}.yml").read_text("utf-8"))
    return entries


def _label(number: int, entry: dict[str, Any], language: str, texts: list[Text], rng: random.Random) -> Label:
    """The label with the chains of at least four texts: its own, and others that are always the same."""
    written = map(str, entry.get("triggers", {}).get(language, []))
    words = [entry["labels"][language], *(w.rstrip(" ?") for w in written if not re.search(r"[+{/]|^to ", w))]
    own = [t for t in texts if entry["id"] in t.labels]
    others = rng.sample([t for t in texts if len(t.sentences) > 8], max(0, 4 - len(own)))
    chains = [chain([t]) for t in own + others]
    return Label(number, entry["id"], tuple(words[:8]), (chain(own + others), *chains))


def _states(language: str) -> list[Label]:
    districts: dict[str, list[str]] = {}
    for row in _rows(CONTENT / "vocabulary/places/districts.csv"):
        districts.setdefault(row["id"].split("/")[0], []).append(row[f"name_{language}"])
    rows = _rows(CONTENT / "vocabulary/places/states.csv")
    found = [(r["id"], (r[f"name_{language}"], *districts.get(r["id"], [])[:12])) for r in rows]
    return [Label(number, name, words) for number, (name, words) in enumerate(found)]


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


# --- Reading the bank's texts ----------------------------------------------------------------------------


def _texts(language: str, vocabulary: list[dict[str, Any]]) -> list[Text]:
    files = sorted(f for f in CONTENT.rglob("*.md") if f.name != "README.md")
    texts = [_markdown(f) for f in files if f.name.endswith(".hi.md") == (language == "hi")]
    for entry in vocabulary:
        facts = [fact["text"] for fact in entry.get("facts", [])] if language == "en" else []
        about = ". ".join([entry["labels"][language], entry.get("definitions", {}).get(language, ""), *facts])
        texts.append(Text(_sentences(about), frozenset([entry["id"]])))
    if language == "hi":
        texts += [Text(_sentences(f.read_text("utf-8")), frozenset()) for f in sorted(CLIPPINGS.rglob("*-hi-*.txt"))]
        texts.append(Text(_sentences(". ".join(r["title_hi"] for r in _tables())), frozenset()))
    return [t for t in texts if t.sentences]


def _tables() -> list[dict[str, str]]:
    return _rows(CONTENT / "glossary/terms.csv") + _rows(CONTENT / "directory/organisations.csv")


def _markdown(file: Path) -> Text:
    """A record's prose: title, summary and steps of the front matter, and the body without its marks."""
    _, front, body = file.read_text("utf-8").split("---\n", 2)
    fields = yaml.safe_load(front)
    parts = [fields.get("title", ""), fields.get("summary", "")]
    parts += [step.get(key, "") for step in fields.get("steps", []) for key in ("title", "text", "outcome")]
    labels = [*_listed(fields.get("themes")), *_listed(fields.get("occupations"))]
    return Text(_sentences("\n".join([*parts, body])), frozenset(labels))


def _listed(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []


MARKS = [
    (re.compile(r"\[@[^\]]*\]|<[^>]*>|https?://\S+"), " "),
    (re.compile(r"\[\[[^\]|]*\\?\|([^\]]*)\]\]|\[([^\]]*)\]\([^)]*\)"), r" \1\2 "),
    (re.compile(r"\[\[[^\]]*\]\]|[*_#`>|\"“”()\[\]{}]|^\s*(?:-|\d+\.)\s|-{2,}", re.MULTILINE), " "),
]


def _sentences(text: str) -> list[list[str]]:
    for mark, instead in MARKS:
        text = mark.sub(instead, text)
    parts = re.split(r"[.?!।:;]\s+|\n+", text)
    found = [[w for w in part.rstrip(".?!।:;, ").split() if any(map(str.isalnum, w))] for part in parts]
    return [words for words in found if len(words) > 2]


# --- Coined words ----------------------------------------------------------------------------------------

ONSETS = "b bh ch d dh g gh h j k kh l m n p r s sh t th v y br dr kr pr tr".split()
RHYMES = "a i u e o aa ai an ar al in ur el on ami esh".split()
ENDINGS = ["", "s", "ed", "ing", "er", "ly", "ation", "al"]
PLACES = ["pur", "gaon", "nagar", "garh", "i", "a", "wal", "bari"]
LETTERS = "क ख ग घ च छ ज झ ट ठ ड ढ त थ द ध न प फ ब भ म य र ल व श स ह क्र प्र त्र".split()
SIGNS = ["", "ा", "ि", "ी", "ु", "े", "ो", "ै", "ं", "ां", "र", "ल"]
HINDI_ENDINGS = ["", "यों", "नी", "ता", "ते", "ना", "ने", "कर"]
HINDI_PLACES = ["पुर", "गांव", "नगर", "गढ़", "नी", "या", "वाल", "बाड़ी"]
SCATTER = 2_654_435_761
"""Knuth's multiplier: neighbours in rank do not look alike."""


class Coined:
    """Rare words by rank.  One in twelve is a number, the others are names and words, some in several forms."""

    def __init__(self, language: str) -> None:
        hindi = language == "hi"
        first, second = (LETTERS, SIGNS) if hindi else (ONSETS, RHYMES)
        self.syllables = [a + b for a in first for b in second]
        self.endings = (HINDI_ENDINGS, HINDI_PLACES) if hindi else (ENDINGS, PLACES)
        self.shift, self.each = (2_000, 21) if hindi else (4_000, 13)
        """Of the Zipf-Mandelbrot law, and how many are drawn for a record: the bank has less Hindi to learn from."""

    def draw(self, topic: Topic, rng: random.Random) -> list[str]:
        """The rare words of one record, most of them at home in its state or theme."""
        return [self.word(self._rank(topic, rng)) for _ in range(self.each)]

    def _rank(self, topic: Topic, rng: random.Random) -> int:
        rank = int(self.shift / (1 - rng.random()) - self.shift)  # inverse of the law's distribution, exponent 2
        home = rng.random()
        if home < 0.7:
            rank += (topic.state.number if home < 0.35 else topic.theme.number * 7) % 36 - rank % 36
        return rank

    @lru_cache(maxsize=200_000)  # noqa: B019 - lives as long as the program
    def word(self, rank: int) -> str:
        form, mixed = rank % 12, (rank // 2) * SCATTER % 2**32
        if form == 0:
            return f"{mixed % 9_000 + 100:,}" if rank % 24 else f"{mixed % 89_000 + 1_000}"
        parts = []
        for _ in range(2 + (rank > 3_000) + (rank > 60_000)):
            mixed, place = divmod(mixed, len(self.syllables))
            parts.append(self.syllables[place])
        name = form < 6
        endings = self.endings[name]
        coined = "".join(parts) + endings[rank % len(endings)]
        return coined.capitalize() if name else coined


# --- Writing ---------------------------------------------------------------------------------------------


class Writer:
    """Writes one record."""

    def __init__(self, world: World, topic: Topic, rng: random.Random) -> None:
        self.rng = rng
        self.world = world
        self.stop = "।" if world.language == "hi" else "."
        self.rare = world.coined.draw(topic, rng)
        self.place = f"{topic.state.words[int(rng.random() ** 2 * len(topic.state.words))]}"
        self.labels = [*topic.theme.words[:4], *topic.occupation.words[:4], topic.state.words[0], self.place]
        self.topic = topic
        own = [rng.choice(label.chains[1:]) for label in (topic.theme, topic.theme, topic.occupation)]
        self.chains = [*own, topic.theme.chains[0], topic.occupation.chains[0], world.chain]

    def sentence(self) -> list[str]:
        """Words; now and then one of the topic's own expressions or a rare word stands among them."""
        draw, chains, everything = self.rng.random, self.chains, self.world.chain
        main, words, word = chains[int(draw() * len(chains))], list[str](), ""
        while len(words) < 34:
            source = main if draw() < 0.7 else chains[int(draw() * len(chains))]
            followers = source.get(word) or everything[word]
            word = followers[int(draw() * len(followers))]
            if not word:
                break
            words.append(word)
            if draw() < 0.055 * len(self.rare) / 10:
                words.append(self.rare[int(draw() ** 1.5 * len(self.rare))])
        if draw() < 0.3:
            words.insert(int(draw() * len(words)) + 1, self.rng.choice(self.labels))
        return words

    def text(self, length: int) -> str:
        """Sentences of at least ``length`` words together."""
        parts: list[str] = []
        count = 0
        while count < length:
            words = self.sentence()
            count += len(words)
            line = " ".join(words).rstrip(",")
            parts.append(line[0].upper() + line[1:] + self.stop)
        return " ".join(parts)

    def title(self) -> str:
        subject = self.rng.choice([*self.topic.theme.words[:4], *self.topic.occupation.words[:4]])
        words = [*subject.split(), *self.sentence()[:5], *self.place.split()]
        while len(words) < 6:
            words += self.sentence()[:3]
        title = " ".join(words[:10]).rstrip(",")
        return title[0].upper() + title[1:]

    def paragraphs(self) -> tuple[str, ...]:
        """Four to six; lengths of bodies are log-normal."""
        count = 4 + int(self.rng.random() * 3)
        words = min(4 * WORDS, max(WORDS // 3, self.rng.lognormvariate(0, 0.35) * WORDS * 0.94))
        return tuple(self.text(int(words / count) - 8) for _ in range(count))


# --- Banks and pages for the searches --------------------------------------------------------------------

SECTIONS = {"en": ("Why", "What", "How", "Impact"), "hi": ("क्यों", "क्या", "कैसे", "असर")}
STEP = {"en": ("One step", "Do it.", "It is done."), "hi": ("एक कदम", "कीजिए।", "हो गया।")}
FOLDERS = {"case-study": "case-studies", "law": "laws", "guide": "guides"}


def write_bank(root: Path, articles: Iterable[Article], languages: Sequence[str]) -> None:
    """Writes a bank for ``kb build`` into ``root``."""
    _write(root / "mkdocs.yml", _yaml("site_name", "Measured") + _yaml("extra", _extra(languages)))
    places = root / "content/vocabulary/places"
    _write(places / "countries.csv", "id,m49,name_en,name_hi,aliases\nIN,356,India,भारत,\n")
    shutil.copy(CONTENT / "vocabulary/places/states.csv", places / "states.csv")
    for name in ("themes", "occupations"):
        entries = [{"id": e["id"], "labels": e["labels"], "triggers": _names(e)} for e in _entries(name)]
        _write(root / f"content/vocabulary/{name}.yml", yaml.safe_dump(entries, allow_unicode=True))
    for number, article in enumerate(articles):
        file = root / "content" / FOLDERS[article.kind] / f"{article.id}.md"
        _write(file, _front_matter(article, number) + _sections(article))


def _extra(languages: Sequence[str]) -> dict[str, Any]:
    return {"bank": {"languages": list(languages), "home_country": "IN"}}


def _names(entry: dict[str, Any]) -> dict[str, list[str]]:
    """A label is its own only trigger, without what stands in brackets."""
    return {language: [re.sub(r"\s*\(.*?\)|,", "", label)] for language, label in entry["labels"].items()}


def _front_matter(article: Article, number: int) -> str:
    fields: dict[str, Any] = {
        "title": article.title,
        "summary": article.summary,
        "language": article.language,
        "date": article.year,
        "themes": [article.theme],
        "occupations": [article.occupation],
        "regions": [article.state],
        "sources": [f"Book {number % 500}"],
        "licence": "CC-BY-4.0",
        "added": article.added,
    }
    if article.kind == "law":
        act = {"kind": "act", "citation": f"Act {number} of {article.year}", "jurisdiction": "IN", "status": "in-force"}
        fields |= {**act, "as_on": "2026-06-30"}
    if article.kind == "guide":
        fields |= {"steps": [dict(zip(("title", "text", "outcome"), STEP[article.language], strict=True))]}
    return "---\n" + "".join(_yaml(name, value) for name, value in fields.items()) + "---\n\n"


def _yaml(name: str, value: Any) -> str:
    """A line of YAML; JSON is YAML, and quick to write."""
    return f"{name}: {value if name == 'added' else json.dumps(value, ensure_ascii=False)}\n"


def _sections(article: Article) -> str:
    """The body under the four headings of a case study."""
    size = len(article.paragraphs) / 4
    bounds = [round(size * part) for part in range(5)]
    parts = ["\n\n".join(article.paragraphs[a:b]) for a, b in pairwise(bounds)]
    return "\n".join(f"## {h}\n\n{part}\n" for h, part in zip(SECTIONS[article.language], parts, strict=True))


def write_html(root: Path, articles: Iterable[Article], language: str) -> None:
    """Writes a small HTML page for each article and a start page, as Pagefind wants them."""
    head = f'<!doctype html>\n<html lang="{language}">\n<head><meta charset="utf-8"><title>%s</title></head>\n<body>'
    _write(root / "index.html", head % "Home" + "<h1>Home</h1></body></html>\n")
    for article in articles:
        title, summary, *body = map(html.escape, (article.title, article.summary, *article.paragraphs))
        text = "".join(f"<p>{p}</p>\n" for p in (summary, *body))
        main = f"<main data-pagefind-body>\n<h1>{title}</h1>\n{text}</main>"
        _write(root / "records" / f"{article.id}.html", f"{head % title}\n{main}\n</body></html>\n")


def write_mkdocs(root: Path, articles: Iterable[Article], language: str) -> None:
    """Writes a site for MkDocs with Material and its own search; the pages are not in its menu."""
    settings = {
        "site_name": "Measured",
        "theme": {"name": "material", "language": language, "font": False},
        "plugins": [{"search": {"lang": [language]}}],
        "use_directory_urls": False,
        "nav": [{"Home": "index.md"}],
        "not_in_nav": "/**",
    }
    _write(root / "mkdocs.yml", "".join(_yaml(name, value) for name, value in settings.items()))
    _write(root / "docs/index.md", "# Home\n")
    for article in articles:
        text = "\n\n".join([f"# {article.title}", article.summary, *article.paragraphs])
        _write(root / "docs/records" / f"{article.id}.md", text + "\n")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
