"""The record types and what each field means.

Everything the bank knows is a record of one of these types.  They are checked by pydantic, and the JSON
Schemas in ``schemas/`` are written from them.  The common fields follow Dublin Core: title, description
(``summary``), language, date, subject (``themes``, ``occupations``), coverage (``regions``), source,
rights (``licence``), provenance.

This module imports nothing of ours.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, Protocol, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import PydanticCustomError

# --- Small types -----------------------------------------------------------------------------------------

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_REGION = re.compile(r"(?:[A-Z]{2}(?:-[A-Z0-9]{1,3}(?:/[a-z0-9]+(?:-[a-z0-9]+)*)?)?|\d{3})", re.ASCII)
# C0 and C1 controls, and the characters that reorder or hide text (Unicode TR 36, section 2.1).
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")


def slugify(text: str) -> str:
    """``text`` as an identifier: lower case, ASCII letters and digits, words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _plain(value: str) -> str:
    if found := _FORBIDDEN.search(value):
        raise PydanticCustomError(
            "text_control", "holds the invisible character U+{code}", {"code": f"{ord(found[0]):04X}"}
        )
    return value


def _one_line(value: str) -> str:
    return " ".join(_plain(value).split())


def _real_date(value: str) -> str:
    """A date in EDTF level 0: ``2019``, ``2019-03``, ``2019-03-14``, or a span ``2018/2020``."""
    for part in value.split("/", 1):
        match = _EDTF.fullmatch(part)
        if not match:
            raise PydanticCustomError("date_form", "is not a date such as 2019, 2019-03 or 2019-03-14")
        year, month, day = (int(p) if p else None for p in match.groups())
        if month is not None and not 1 <= month <= 12:
            raise PydanticCustomError("date_impossible", "has month {month}", {"month": month})
        if day is not None and month and not 1 <= day <= calendar.monthrange(year or 1, month)[1]:
            raise PydanticCustomError("date_impossible", "names a day that the month does not have")
        if not 1500 <= (year or 0) <= 2100:
            raise PydanticCustomError("date_impossible", "lies outside the years 1500 to 2100")
    first, _, last = value.partition("/")
    if last and last < first:
        raise PydanticCustomError("date_impossible", "ends before it starts")
    return value


def _web_address(value: str) -> str:
    if not re.fullmatch(r"(?:https?://[^\s<>\"']+\.[^\s<>\"']+)", value):
        raise PydanticCustomError("url_form", "is not a web address that starts with https:// or http://")
    return value


def _region_id(value: str) -> str:
    if not _REGION.fullmatch(value):
        raise PydanticCustomError("region_form", "is not a place id such as IN, IN-RJ or IN-RJ/jaipur")
    return value


def _unquoted_number(value: Any) -> Any:
    """YAML reads ``2019`` as a number; a date or a page is text for us.  Booleans stay wrong."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _listed(value: Any) -> Any:
    """One value stands for a list of one: ``themes: rescue`` is ``themes: [rescue]``."""
    if isinstance(value, str | dict):
        return (value,)
    return tuple(value) if isinstance(value, list) else value


Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000), AfterValidator(_plain)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500), AfterValidator(_one_line)]
Slug = Annotated[str, StringConstraints(pattern=rf"^{SLUG.pattern}$", max_length=100)]
EdtfDate = Annotated[str, BeforeValidator(_unquoted_number), AfterValidator(_real_date)]
NumberLike = Annotated[Line, BeforeValidator(_unquoted_number)]
WebAddress = Annotated[str, StringConstraints(max_length=2_000), AfterValidator(_web_address)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")]
RegionId = Annotated[str, AfterValidator(_region_id)]


def _two_people(value: tuple[str, ...]) -> tuple[str, ...]:
    """Who looked at a record that could make a person known: nobody yet, or two people."""
    if value and len({name.casefold() for name in value}) < 2:
        raise PydanticCustomError("review_people", "names fewer than two different people")
    return value


T = TypeVar("T")
Many = Annotated[tuple[T, ...], BeforeValidator(_listed)]
Slugs = Many[Slug]
Lines = Many[Line]
Reviewers = Annotated[Many[Line], AfterValidator(_two_people)]


class Strict(BaseModel):
    """Unknown fields are errors, values are never guessed, and a record does not change once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


# --- Parts of records ------------------------------------------------------------------------------------

_SOURCE_TEXT = re.compile(r"(?P<title>[^<>]+?)\s*<(?P<url>https?://[^<>\s]+)>")


class Source(Strict):
    """Where a statement comes from: an entry of the bibliography (``cite``) or a described source.

    Also written as one text: ``@weiner1991``, ``@weiner1991, pp. 12-14``, ``Title <https://...>`` or ``Title``.
    """

    cite: Line | None = Field(None, description="Key of a bibliography entry")
    title: Line | None = None
    author: Line | None = None
    publisher: Line | None = None
    year: Annotated[int, Field(ge=1500, le=2100)] | None = None
    url: WebAddress | None = None
    accessed: EdtfDate | None = None
    pages: NumberLike | None = None
    note: Line | None = None


def _source(value: Any) -> Any:
    """The short written forms of a source, as the mapping they stand for."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    if text.startswith("@"):
        key, _, pages = text[1:].partition(",")
        pages = re.sub(r"^\s*pp?\.\s*", "", pages).strip()
        return {"cite": key.strip(), **({"pages": pages} if pages else {})}
    if match := _SOURCE_TEXT.fullmatch(text):
        return match.groupdict()
    if re.fullmatch(r"https?://\S+", text):
        return {"title": text, "url": text}
    return {"title": text}


SourceLike = Annotated[Source, BeforeValidator(_source)]


def read_source(text: str) -> Source:
    """The source that a short text stands for; a text that stands for none is its title."""
    try:
        return Source.model_validate(_source(text))
    except ValidationError:
        return Source(title=text[:500])


class Step(Strict):
    """One step of a guide: what to do, and how one sees that it is done."""

    title: Line
    text: Text
    outcome: Text = Field(description="What is true when the step is done")
    time: Line | None = Field(None, description="How long it takes, in words")


class Tool(Strict):
    """One tool of a toolkit: a form, a checklist, a module; where it is and how large."""

    title: Line
    kind: Line | None = Field(None, description="form, checklist, module, SOP, poster ...")
    summary: Text | None = None
    languages: Many[Language] = ()
    format: Line | None = Field(None, description="PDF, DOCX, print ... (found from the file's name when it is ours)")
    file: Line | None = Field(None, description="A file of the bank, relative to this file")
    url: WebAddress | None = None
    size: Annotated[int, Field(gt=0)] | None = Field(None, description="Bytes, for a file that is elsewhere")


class SoftCopy(Strict):
    """A file or address where the whole work can be had."""

    title: Line
    file: Line | None = Field(None, description="A file of the bank, relative to this file")
    url: WebAddress | None = None
    language: Language | None = None
    size: Annotated[int, Field(gt=0)] | None = Field(None, description="Bytes, for a file that is elsewhere")


class Withdrawn(Strict):
    """That a record is taken down: since when, and why, in words that readers may see."""

    date: EdtfDate
    reason: Line


class Signed(Strict):
    """Who did something, and on which day."""

    by: Line = Field(description="A person's name, or that of a group")
    date: EdtfDate


class Column(Strict):
    """One column of a dataset's CSV."""

    name: Line = Field(description="The column's heading in the CSV")
    title: Line
    unit: Line | None = None
    definition: Text | None = None


class Chart(Strict):
    """Which columns the dataset's picture shows."""

    kind: Literal["bar", "line", "map"] = "bar"
    label: Line = Field(description="Column whose cells name the bars or points; of a map: ids of places")
    value: Line = Field(description="Column of numbers")
    where: dict[str, str] = Field(default={}, description="Only rows whose cells equal these")
    title: Line | None = None


# --- Records ---------------------------------------------------------------------------------------------


class Record(Strict):
    """What every record has."""

    folder: ClassVar[str] = ""
    sources_required: ClassVar[bool] = True
    licence_required: ClassVar[bool] = True
    sections: ClassVar[tuple[str, ...]] = ()
    """Second-level headings that the body must have, in order (English; see ``pages/messages``)."""

    id: Slug = Field(description="Permanent; the page's address is made from it, never from the title")
    type: str
    title: Line
    summary: Text | None = Field(None, description="Two or three sentences, plain text")
    language: Language = "en"
    date: EdtfDate | None = Field(None, description="Of the work or event, as exact as it is known")
    themes: Slugs | None = Field(None, description="Ids from vocabulary/themes.yml; left out: the machine suggests")
    occupations: Slugs | None = Field(None, description="Ids from vocabulary/occupations.yml")
    regions: Many[RegionId] | None = Field(None, description="IN, IN-RJ (ISO 3166-2) or IN-RJ/jaipur")
    sources: Many[SourceLike] = ()
    licence: Line | None = Field(None, description="SPDX identifier, or all-rights-reserved, or public-domain")
    added: EdtfDate | None = Field(None, description="Day on which the record came into the bank")
    provenance: Text | None = Field(None, description="How the record came into the bank, and through whom")
    verified: bool = Field(True, description="false: the page says that this is not verified")
    related: Slugs = Field((), description="Ids of records to read next")
    organisations: Slugs = Field((), description="Ids of organisations that took part")
    files: Many[SoftCopy] = ()
    translator: Line | None = Field(None, description="Who translated; only in a translation")
    titles: dict[Language, Line] = Field(default={}, description="The title in other languages")
    identity_review: Reviewers = Field((), description="Two people who agree that this makes no protected person known")
    withdrawn: Withdrawn | None = Field(None, description="Takes the record down; a notice stays at its address")

    @property
    def uid(self) -> str:
        """``id`` with the language appended: one page has one uid."""
        return f"{self.id}.{self.language}"

    @property
    def year(self) -> int | None:
        return int(self.date[:4]) if self.date else None


class CaseStudy(Record):
    """What somebody did, told as Why, What, How and Impact."""

    folder = "case-studies"
    sections = ("Why", "What", "How", "Impact")
    type: Literal["case-study"] = "case-study"
    period: Line | None = Field(None, description="When it happened, in words or years")
    series: Slug | None = Field(None, description="Case studies of one programme share a series")
    part: int | None = Field(None, description="Place within the series")


class Guide(Record):
    """How to do something, in ordered steps with expected outcomes."""

    folder = "guides"
    type: Literal["guide"] = "guide"
    audience: Lines = ()
    duration: Line | None = None
    steps: Annotated[Many[Step], Field(min_length=1)]
    series: Slug | None = None
    part: int | None = None


class Law(Record):
    """A statute, rule, policy, convention or judgment, as it stood on a day."""

    folder = "laws"
    licence_required = False
    type: Literal["law"] = "law"
    kind: Literal[
        "constitution", "act", "code", "rules", "notification", "policy", "scheme", "bill", "convention",
        "recommendation", "judgment", "guideline",
    ]  # fmt: skip
    short_name: Line | None = None
    citation: Line
    jurisdiction: RegionId = Field(description="Place id; 001 for the world")
    court: Line | None = None
    status: Literal[
        "in-force", "partly-in-force", "not-in-force", "repealed", "replaced", "amended", "ratified", "decided",
        "superseded", "proposed", "lapsed",
    ]  # fmt: skip
    status_note: Line | None = None
    as_on: EdtfDate = Field(description="The day for which the status was last checked")
    replaced_by: Slug | None = None
    url: WebAddress | None = Field(None, description="The official text")


class Toolkit(Record):
    """A set of tools that others may use."""

    folder = "toolkits"
    type: Literal["toolkit"] = "toolkit"
    audience: Lines = ()
    status: Line | None = Field(None, description="How finished the tools are, said honestly")
    tools: Annotated[Many[Tool], Field(min_length=1)]
    contact: Line | None = None


class Organisation(Record):
    """Who works on the subject, where, and when that was last verified.  A row of a directory table."""

    folder = "organisations"
    licence_required = False
    type: Literal["organisation"] = "organisation"
    acronym: Line | None = None
    level: Literal["global", "national", "state", "district", "sub-district", "grassroots"]
    kind: Literal[
        "government", "intergovernmental", "ngo", "network", "trade-union", "employers-association", "academic",
        "media", "legal", "community-body", "faith-based", "helpline", "professional-association", "funder",
    ]  # fmt: skip
    activities: Text | None = None
    services: Lines = Field((), description="What it does for people: shelter, legal aid, school bridge ...")
    website: WebAddress | None = None
    phone: NumberLike | None = Field(None, description="A public number of the institution, never a person's")
    email: Line | None = Field(None, description="A public address of the institution, never a person's")
    address: Line | None = None
    verified_on: EdtfDate | None = Field(None, description="Day on which the entry was last verified")


class Dataset(Record):
    """A table of figures with its definition; the rows stand in a CSV of the same name."""

    folder = "data"
    type: Literal["dataset"] = "dataset"
    definition: Text = Field(description="What is counted, and what is not")
    method: Text | None = None
    limits: Text | None = Field(None, description="What the figures cannot say")
    columns: Annotated[Many[Column], Field(min_length=2)]
    charts: Many[Chart] = ()
    rows: Many[Many[str]] = Field((), description="Read from the CSV, in the order of ``columns``")
    csv: Line | None = Field(None, description="Path of the CSV, set when it is read")


class Periodical(Record):
    """One issue of the bank's own periodical."""

    folder = "periodical"
    sources_required = False
    type: Literal["periodical"] = "periodical"
    number: Annotated[int, Field(ge=1)]
    volume: Annotated[int, Field(ge=1)] | None = None


class Term(Record):
    """A word of the field and what it means."""

    folder = "glossary"
    licence_required = False
    type: Literal["term"] = "term"
    acronym: Line | None = None
    definition: Text
    see_also: Slugs = ()


class Clipping(Record):
    """A scanned newspaper cutting: what a volunteer knows of it, a person's transcription, the scan."""

    folder = "clippings"
    sources_required = False
    licence_required = False  # rights stay with the newspaper unless the record says otherwise
    type: Literal["clipping"] = "clipping"
    newspaper: Line | None = Field(None, description="Id from vocabulary/newspapers.csv, or the name")
    page: NumberLike | None = None
    byline: Line | None = None
    dateline: Line | None = None
    specimen: bool = Field(False, description="true: typeset for demonstration, no real news")
    transcribed: Signed | None = Field(None, description="Who typed or corrected the .txt, and when")
    checked: Signed | None = Field(None, description="Who else compared the .txt with the scan, and when")
    scan: Line | None = Field(None, description="Path of the image or PDF, set when it is read")
    transcription: Annotated[str, AfterValidator(_plain)] | None = Field(None, description="From the .txt")


class Publication(Record):
    """An entry of the bibliography."""

    folder = "publications"
    sources_required = False
    licence_required = False
    type: Literal["publication"] = "publication"
    key: Line = Field(description="The BibTeX key as written")
    entry_type: Line = Field(description="BibTeX entry type: book, article, report ...")
    material: Slug = Field("report", description="Type of material, see vocabulary/materials.yml")
    csl: dict[str, Any] = Field(description="The entry as CSL JSON")
    bibtex: Text = Field(description="The entry as BibTeX, cleaned, to copy")
    abstract: Text | None = None
    doi: Line | None = None
    isbn: Line | None = None
    url: WebAddress | None = None


class Page(Record):
    """A page that is no record of the collection: about, how to contribute."""

    folder = ""
    sources_required = False
    licence_required = False
    type: Literal["page"] = "page"
    order: int = 100


RECORD_TYPES: Mapping[str, type[Record]] = {
    "case-study": CaseStudy,
    "guide": Guide,
    "clipping": Clipping,
    "publication": Publication,
    "law": Law,
    "toolkit": Toolkit,
    "organisation": Organisation,
    "dataset": Dataset,
    "periodical": Periodical,
    "term": Term,
    "page": Page,
}

# --- Where records come from -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SourceRef:
    """``path`` relative to the bank with forward slashes; ``line`` from 1."""

    path: str
    line: int = 1


# --- Vocabulary ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Concept:
    """A theme or an occupation: labels, and the words that speak for or against it.

    ``triggers`` and ``negatives`` are phrases by language (``en``, ``hi``, ``hi-Latn``).  A negative phrase
    swallows the triggers inside it: "child care leave" is not care of children.
    """

    id: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str] = field(default_factory=dict)
    triggers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    negatives: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facts: tuple[Mapping[str, Any], ...] = ()
    """Key facts for the content area: mappings with ``text``, ``source`` and optionally ``year``."""

    def label(self, language: str) -> str:
        return self.labels.get(language) or next(iter(self.labels.values()), self.id)


@dataclass(frozen=True)
class Place:
    """A country, state or district.  ``id`` is ISO 3166 for the first two: IN, IN-RJ, IN-RJ/jaipur."""

    id: str
    kind: Literal["world", "country", "state", "district"]
    names: Mapping[str, str]
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    code: str = ""
    """The official code: LGD for Indian states and districts."""
    seat: str = ""
    tile: tuple[int, int] | None = None
    """Column and row of the place's square on the map of squares, from 0 at the upper left."""
    point: tuple[float, float] | None = None
    """Latitude and longitude of the seat (WGS 84, degrees), where they are known."""
    point_source: str = ""

    def label(self, language: str) -> str:
        return self.names.get(language) or next(iter(self.names.values()), self.id)


@dataclass(frozen=True)
class Lead:
    """Where a need leads: the id of a record, or /themes/rescue for a page of the site."""

    target: str
    line: int = 1


@dataclass(frozen=True)
class Need:
    """What a reader comes for, in the reader's words, and what the bank has for it, in order."""

    id: str
    labels: Mapping[str, str]
    hints: Mapping[str, str] = field(default_factory=dict)
    leads: tuple[Lead, ...] = ()

    def label(self, language: str) -> str:
        return self.labels.get(language) or next(iter(self.labels.values()), self.id)


@dataclass(frozen=True)
class Newspaper:
    id: str
    name: str
    native: str = ""
    language: str = "en"
    place: str = ""
    editions: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    """What its reporters and agencies sign with, and short names of its own: "HT Correspondent"."""


@dataclass(frozen=True)
class Ambiguous:
    """A name that alone decides nothing: a common word, a person's name, a place in several states."""

    name: str
    kind: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Learned:
    """How much each sign of a text says for the values of one axis, learned from labelled texts.

    Weights are those of logistic regressions; the sign "" stands for what is always added.  ``values``: value -> sign
    -> weight.  ``upper`` weighs properties of the evidence, the same for all values.  Both are explained in
    ``classify/weights.py``.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", allow_inf_nan=False)

    threshold: Annotated[float, Field(ge=0, le=1)]
    """How probable a value must be to become a label, from 0 to 1."""
    upper: Mapping[str, float]
    values: Annotated[Mapping[str, Mapping[str, float]], Field(min_length=1)]


@dataclass(frozen=True)
class Vocabulary:
    """All words of the domain, each mapping by id in file order."""

    themes: Mapping[str, Concept] = field(default_factory=dict)
    occupations: Mapping[str, Concept] = field(default_factory=dict)
    materials: Mapping[str, Concept] = field(default_factory=dict)
    services: Mapping[str, Concept] = field(default_factory=dict)
    """What organisations do for people, the most urgent first, by id; a service in a table is the id in words."""
    needs: Mapping[str, Need] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    newspapers: Mapping[str, Newspaper] = field(default_factory=dict)
    subject: Mapping[str, Concept] = field(default_factory=dict)
    """What the bank is about.  A text that none of this speaks for gets no theme and no occupation; empty, all may."""
    elsewhere: Mapping[str, Concept] = field(default_factory=dict)
    """Other subjects that share words with the bank's; a text that speaks more of one of them is not about ours."""
    learned: Mapping[str, Learned] = field(default_factory=dict)
    """What was learned for the subject, themes and occupations; an axis without goes by its words alone."""
    ambiguous: tuple[Ambiguous, ...] = ()

    @cached_property
    def children(self) -> Mapping[str, tuple[str, ...]]:
        """Place id -> ids of the places directly within it, in file order."""
        within: dict[str, list[str]] = {}
        for place in self.places.values():
            if place.parent:
                within.setdefault(place.parent, []).append(place.id)
        return {parent: tuple(ids) for parent, ids in within.items()}

    def lineage(self, place_id: str) -> tuple[str, ...]:
        """The place and all that it lies in, smallest first: ('IN-RJ/jaipur', 'IN-RJ', 'IN')."""
        chain: list[str] = []
        current: str | None = place_id
        while current and current in self.places and current not in chain:
            chain.append(current)
            current = self.places[current].parent
        return tuple(chain)


# --- Readings and labels ---------------------------------------------------------------------------------


Role = Literal["masthead", "headline", "byline", "dateline", "body", "margin"]
"""Part of a clipping.  ``masthead`` has the date strip with it; ``margin`` is cut lines of an article beside it."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word as the machine read it.  ``box``: left, top, width, height in pixels of the scan as stored;
    ``confidence`` 0 to 100; ``line`` numbers the lines of the page in reading order from 0."""

    text: str
    box: tuple[int, int, int, int]
    confidence: float
    line: int
    block: int = 0
    role: Role = "body"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a machine read from one scan.  ``pages`` gives (width, height) in pixels of each page.

    ``text`` leaves out the words of the margin.
    """

    text: str
    words: tuple[Word, ...]
    languages: tuple[str, ...]
    engine: str
    engine_version: str
    models: Mapping[str, str]
    pages: tuple[tuple[int, int], ...]

    def __post_init__(self) -> None:
        """No engine's text carries what cannot be seen or turns the order of signs around."""
        object.__setattr__(self, "text", _FORBIDDEN.sub("", self.text))

    @property
    def margin(self) -> str:
        """The words of articles beside the clipping, line by line, which ``text`` leaves out."""
        lines: dict[int, list[str]] = {}
        for word in self.words:
            if word.role == "margin":
                lines.setdefault(word.line, []).append(word.text)
        return "\n".join(" ".join(words) for words in lines.values())

    @property
    def confidence(self) -> float:
        """Mean confidence of the words, 0 to 100, each word weighing as many as it has letters."""
        return sureness(self.words)


class Read(Protocol):
    """A word that a machine read, with its confidence from 0 to 100."""

    @property
    def text(self) -> str: ...

    @property
    def confidence(self) -> float: ...


def sureness(words: Iterable[Read]) -> float:
    """Mean confidence, 0 to 100; a word weighs as many as it has letters.  0 when there are no words."""
    weighed = [(len(word.text), word.confidence) for word in words]
    weight = sum(letters for letters, _ in weighed)
    return sum(letters * confidence for letters, confidence in weighed) / weight if weight else 0.0


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A reading that is not shown, because too little of it can be right; its text is nowhere but in the cache.

    ``confidence`` 0 to 100; ``words``: how many were read.
    """

    confidence: float
    words: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of the text that spoke for a label; ``start`` and ``end`` count characters of that text."""

    text: str
    start: int
    end: int


Axis = Literal["themes", "occupations", "regions", "date", "day", "newspaper"]
"""``day`` is a date without its year, as in ``XXXX-07-27`` (EDTF); it stands only where there is no ``date``."""


@dataclass(frozen=True, slots=True)
class Label:
    """One label with its reasons.  ``origin`` is ``curator`` or ``machine``; ``score`` 0 to 1."""

    axis: Axis
    value: str
    score: float = 1.0
    evidence: tuple[Evidence, ...] = ()
    origin: Literal["curator", "machine"] = "curator"
