"""The labelled texts, and how answers are counted against them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.noise import SHARES, spoilt
from build_tools.model import Label, Vocabulary
from build_tools.sources.yaml_text import load_yaml

FOLDER = Path(__file__).parent / "labelled"
SPLITS = VOCABULARY, LEARN, SCORE = "vocabulary", "learn", "score"
"""What texts are for: words were chosen by them, weights are learned from them, or they are only counted."""
LANGUAGES = {"en": "English", "hi": "Hindi", "hi-Latn": "Roman Hindi"}
KINDS = ("clean", "noisy", "negative")
AXES = ("themes", "occupations", "state", "district", "date", "day")
_NAME = 22

Answer = Mapping[str, frozenset[str]]
"""Axis -> values: themes, occupations, regions, date, day, newspaper."""


@dataclass(frozen=True)
class Text:
    """One text with what a careful reader says of it; ``also`` are labels that are neither right nor wrong."""

    id: str
    split: str
    language: str
    kind: str
    text: str
    labels: Answer
    also: frozenset[str]

    @property
    def batch(self) -> str:
        """The beginning of its id: texts of one batch were written in one go."""
        return self.id.partition("-")[0]


def read() -> list[Text]:
    """All labelled texts, those with seeded noise spoilt."""
    files = [(split, path) for split in SPLITS for path in sorted((FOLDER / split).glob("*.yml"))]
    return [text for split, path in files for text in _file(path, split)]


def _file(path: Path, split: str) -> Iterator[Text]:
    entries, _lines, problems = load_yaml(path.read_text(encoding="utf-8"), path.name)
    if problems or not isinstance(entries, list):
        raise SystemExit(f"{path} cannot be read: {problems}")
    return (_text(entry, split) for entry in entries)


def _text(entry: Mapping[str, Any], split: str) -> Text:
    share = SHARES.get(entry.get("noise", ""))
    text = spoilt(entry["text"], entry["id"], share) if share else entry["text"]
    labels = {axis: frozenset(map(str, entry.get(axis, ()))) for axis in ("themes", "occupations", "regions")}
    labels |= {axis: frozenset({entry[axis]} if axis in entry else ()) for axis in ("date", "day")}
    also = frozenset(map(str, entry.get("also", ())))
    return Text(entry["id"], split, entry["language"], entry["kind"], text, labels, also)


def answer(labels: Iterable[Label]) -> Answer:
    found: dict[str, frozenset[str]] = {}
    for label in labels:
        found[label.axis] = found.get(label.axis, frozenset()) | {label.value}
    return found


# --- Counting --------------------------------------------------------------------------------------------


@dataclass
class Count:
    """``extra``: labels that are neither wanted nor allowed.  ``given``: texts that want one and got any."""

    right: int = 0
    extra: int = 0
    allowed: int = 0
    missing: int = 0
    wanting: int = 0
    given: int = 0

    def add(self, got: frozenset[str], wanted: frozenset[str], also: frozenset[str]) -> None:
        self.right += len(got & wanted)
        self.allowed += len((got & also) - wanted)
        self.extra += len(got - wanted - also)
        self.missing += len(wanted - got)
        self.wanting += bool(wanted)
        self.given += bool(wanted and got)

    @property
    def precision(self) -> str:
        return _share(self.right, self.right + self.extra)

    @property
    def strict(self) -> str:
        return _share(self.right, self.right + self.extra + self.allowed)

    @property
    def recall(self) -> str:
        return _share(self.right, self.right + self.missing)

    @property
    def reach(self) -> str:
        return _share(self.given, self.wanting)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"


def _values(labels: Answer, axis: str, vocabulary: Vocabulary) -> frozenset[str]:
    """The values of an axis; states and districts are read off the regions."""
    if axis not in ("state", "district"):
        return labels.get(axis, frozenset())
    lines = (vocabulary.lineage(place) for place in labels.get("regions", ()))
    return frozenset(place for line in lines for place in line if vocabulary.places[place].kind == axis)


def counted(texts: Sequence[Text], answers: Sequence[Answer], vocabulary: Vocabulary) -> dict[str, Count]:
    """Axis -> what was right, extra and missing in all ``texts`` together."""
    counts = {axis: Count() for axis in AXES}
    for text, found in zip(texts, answers, strict=True):
        for axis, count in counts.items():
            places = {"regions": text.also & vocabulary.places.keys()}
            also = _values(places, axis, vocabulary) if axis in ("state", "district") else text.also
            count.add(_values(found, axis, vocabulary), _values(text.labels, axis, vocabulary), also)
    return counts


# --- Printing --------------------------------------------------------------------------------------------

HEAD = (
    f"{'':{_NAME}}      themes          occupations     state           district        date        day\n"
    f"{'':{_NAME}}texts P    R    extra P    R    extra right given     right recall    right given right given"
)


def table(texts: Sequence[Text], answers: Sequence[Answer], vocabulary: Vocabulary) -> str:
    rows = [HEAD]
    for name, chosen in _groups(texts):
        here = [n for n, text in enumerate(texts) if chosen(text)]
        if here:
            counts = counted([texts[n] for n in here], [answers[n] for n in here], vocabulary)
            rows.append(_row(name, len(here), counts))
    total = counted(texts, answers, vocabulary)
    strict = f"themes {total['themes'].strict}, occupations {total['occupations'].strict}"
    return "\n".join([*rows, f"precision without leniency for arguable labels: {strict}", *_false(texts, answers)])


def _false(texts: Sequence[Text], answers: Sequence[Answer]) -> Iterator[str]:
    """How many texts that are not on the subject got a theme or an occupation that is not even arguable."""
    wrong = [
        bool((found.get("themes", frozenset()) | found.get("occupations", frozenset())) - text.also)
        for text, found in zip(texts, answers, strict=True)
        if text.kind == "negative"
    ]
    if wrong:
        yield f"negatives with a theme or an occupation: {sum(wrong)} of {len(wrong)}"


def _groups(texts: Sequence[Text]) -> Iterator[tuple[str, Any]]:
    for language, name in LANGUAGES.items():
        for kind in KINDS:
            yield f"{name}, {kind}", lambda t, language=language, kind=kind: (t.language, t.kind) == (language, kind)
    for kind in KINDS:
        yield f"all {kind}", lambda t, kind=kind: t.kind == kind
    yield "all", lambda t: True


def _row(name: str, size: int, counts: Mapping[str, Count]) -> str:
    cells = []
    for axis in ("themes", "occupations"):
        count = counts[axis]
        cells += [f"{count.precision:4}", f"{count.recall:4}", f"{count.extra:<5}"]
    state, district, date, day = (counts[axis] for axis in AXES[2:])
    cells += [f"{state.precision:5}", f"{state.reach:9}", f"{district.precision:5}", f"{district.recall:9}"]
    cells += [f"{date.precision:5}", f"{date.reach:5}", f"{day.precision:5}", day.reach]
    return f"{name:{_NAME}}{size:<5} {' '.join(cells)}"


def faults(texts: Sequence[Text], answers: Sequence[Answer]) -> str:
    """What was wrong and what was missing, text by text."""
    lines = []
    for text, found in zip(texts, answers, strict=True):
        for axis in ("themes", "occupations", "regions", "date", "day"):
            got, wanted = found.get(axis, frozenset()), text.labels[axis]
            extra, missing = sorted(got - wanted - text.also), sorted(wanted - got)
            if extra or missing:
                lines.append(f"{text.id:20} {axis:12} +{' +'.join(extra) or '-':40} missing {' '.join(missing) or '-'}")
    return "\n".join(lines)
