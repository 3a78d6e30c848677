"""The order of the stages: read, check, read scans, label, write pages, run the engine, look once more, switch."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from build_tools import checks, gate, ocr, review, search, verify
from build_tools.catalogue import Absent, Catalogue, Entry, publishable
from build_tools.checks import organisation_stale
from build_tools.classify import Classifier, labels_for
from build_tools.diagnostics import Diagnostic, fails
from build_tools.model import Clipping, Label, Quarantined, Reading, Record
from build_tools.pages.citations import Citer
from build_tools.pages.writer import Published, Writer
from build_tools.review import Task
from build_tools.settings import OcrSettings, Settings
from build_tools.site import assets, docs, engine, feeds, geo, offline, switch, weigh
from build_tools.sources.bank import Bank, read_bank
from build_tools.sources.draft import Draft

Progress = Callable[[str, Iterable[Any], int], Iterable[Any]]
"""``progress(what, items, count)`` wraps an iteration; the command line draws it."""


READINGS = Path(".cache", "readings")
SCANS = Path(".cache", "scans")
HEAVIEST = 10


def silent(_what: str, items: Iterable[Any], _count: int) -> Iterable[Any]:
    return items


@dataclass(frozen=True)
class Options:
    """What a build is asked for."""

    site_dir: Path
    engine: str = "mkdocs"
    strict: bool = False


@dataclass(frozen=True)
class Counts:
    """What a build published.  ``scans``: those with a reading; ``read_now``: those of them not from the cache;
    ``kept_back``: those whose reading is too unsure or short to be shown; ``tasks``: all that needs a person."""

    records: int = 0
    pages: int = 0
    scans: int = 0
    read_now: int = 0
    kept_back: int = 0
    tasks: int = 0


@dataclass(frozen=True)
class Survey:
    """What needs a person, the most valuable first; and the scans that could not be read."""

    tasks: list[Task]
    unread: dict[str, ocr.Unread]


@dataclass(frozen=True)
class Outcome:
    """How a build ended.  ``site`` is ``None`` when the earlier one was left as it was."""

    diagnostics: list[Diagnostic]
    site: Path | None = None
    counts: Counts = Counts()
    unread: dict[str, ocr.Unread] = field(default_factory=dict)
    failure: engine.EngineFailure | None = None
    heaviest: tuple[weigh.Weight, ...] = ()
    """The pages that weigh most."""


def inspect(root: Path, settings: Settings, today: dt.date) -> tuple[Bank, list[Diagnostic]]:
    """The bank as read, and everything that readers and rules say of it."""
    bank = read_bank(root, settings)
    return bank, checks.run(bank, today)


def build(root: Path, settings: Settings, options: Options, today: dt.date, progress: Progress = silent) -> Outcome:
    """The whole way from files to ``options.site_dir``, which changes only when all has gone well."""
    with switch.one_build(root / "build"):
        switch.recover(options.site_dir)
        bank, diagnostics = inspect(root, settings, today)
        if options.strict and fails(diagnostics, strict=True):
            return Outcome(diagnostics)
        drafts = publishable(bank.drafts, diagnostics)
        kept = cached_readings(root)
        readings = read(bank, drafts, settings, progress)
        diagnostics += (seen := gate.of_readings(bank, drafts, readings))
        if options.strict and fails(seen, strict=True):
            return Outcome(diagnostics)
        catalogue = shown(bank, settings, diagnostics, readings, progress)
        tasks = _tasks(bank, catalogue, diagnostics, newest(catalogue))
        gathered = assets.gather(root, catalogue.entries.values(), root / SCANS)
        pages = write(root / "build", catalogue, settings, gathered.published(), tasks, progress)
        own = own_texts(settings, catalogue)
        made = render(root / "build", options.engine, settings, catalogue, gathered, pages, own)
        unread = {path: r for path, r in readings.items() if isinstance(r, ocr.Unread)}
        if isinstance(made, engine.EngineFailure):
            return Outcome(diagnostics, failure=made, unread=unread)
        weights = weigh.weigh(made, pages, engine.shared_files(settings))
        heaviest = weights.pages[:HEAVIEST]
        stops = [*weigh.over(weights, settings.bank.budgets, made), *gate.of_site(made, bank)]
        base = urlsplit(f"{settings.site_url or ''}/").path.rstrip("/") + "/"
        stops += verify.of_site(made, digests(own, catalogue), base)
        if stops:
            return Outcome([*diagnostics, *stops], unread=unread, heaviest=heaviest)
        switch.switch(switch.stage(made, options.site_dir), options.site_dir)
        done = Counts(
            len(catalogue.entries),
            len(pages),
            len(readings) - len(unread),
            len(cached_readings(root) - kept),
            sum(1 for entry in catalogue.entries.values() if entry.quarantined),
            len(tasks),
        )
        return Outcome(diagnostics, options.site_dir, done, unread, heaviest=heaviest)


def cached_readings(root: Path) -> frozenset[str]:
    folder = root / READINGS
    return frozenset(p.name for p in folder.rglob("*.json")) if folder.is_dir() else frozenset()


def read(
    bank: Bank,
    drafts: Sequence[Draft],
    settings: Settings,
    progress: Progress = silent,
    *,
    workers: ocr.Workers | None = None,
    unkept: ocr.Unkept = lambda problem: None,
) -> dict[str, Reading | ocr.Unread]:
    """A reading for each scan of the bank, from the cache or from the machine; or why there is none.

    ``workers`` and ``unkept`` as :func:`build_tools.ocr.read_scans` has them.
    """
    scans = {bank.root / d.scan.path: d.scan.path for d in drafts if d.scan}
    wanted = settings.bank.ocr
    found = ocr.read_scans(
        list(scans),
        bank.root / READINGS,
        ocr.OcrSettings(languages=wanted.languages, seconds=wanted.seconds, jobs=wanted.jobs),
        lambda items, count: progress("Reading scans", items, count),
        workers=workers,
        unkept=unkept,
    )
    return {scans[file]: reading for file, reading in found.items()}


def shown(
    bank: Bank,
    settings: Settings,
    diagnostics: Sequence[Diagnostic],
    readings: dict[str, Reading | ocr.Unread],
    progress: Progress = silent,
) -> Catalogue:
    """What may be shown of the bank after all that was said of its files and readings."""
    drafts = publishable(bank.drafts, diagnostics)
    absent = _absent(bank, drafts, diagnostics)
    return assemble(bank, settings, gate.shown(drafts, diagnostics), readings, absent, progress)


def survey(root: Path, settings: Settings, today: dt.date, progress: Progress = silent) -> Survey:
    """What of the bank needs a person, and which scans are unread."""
    bank, diagnostics = inspect(root, settings, today)
    drafts = publishable(bank.drafts, diagnostics)
    readings = read(bank, drafts, settings, progress)
    diagnostics += gate.of_readings(bank, drafts, readings)
    catalogue = shown(bank, settings, diagnostics, readings, progress)
    unread = {path: r for path, r in readings.items() if isinstance(r, ocr.Unread)}
    return Survey(_tasks(bank, catalogue, diagnostics, today), unread)


def _tasks(bank: Bank, catalogue: Catalogue, diagnostics: Iterable[Diagnostic], day: dt.date) -> list[Task]:
    """What needs a person on ``day``; on the site that is never the clock's, or every night would change it."""
    identity = [d for d in diagnostics if d.code.startswith("identity-")]
    return review.tasks(catalogue, [*identity, *organisation_stale.check(bank, day)])


def _absent(bank: Bank, drafts: Sequence[Draft], diagnostics: Sequence[Diagnostic]) -> tuple[Absent, ...]:
    """The records that were taken down, and those of ``drafts`` whose text awaits review."""
    waiting = gate.withheld(diagnostics)
    return (
        *(Absent(i, gone.type, date=gone.date, reason=gone.reason) for i, gone in sorted(bank.withdrawn.items())),
        *(Absent(d.id, d.type, d.language) for d in drafts if d.uid in waiting),
    )


def assemble(
    bank: Bank,
    settings: Settings,
    drafts: Sequence[Draft],
    readings: dict[str, Reading | ocr.Unread],
    absent: tuple[Absent, ...] = (),
    progress: Progress = silent,
) -> Catalogue:
    """Drafts with their readings and labels, joined."""
    classifier = Classifier(bank.vocabulary)
    entries = [
        _labelled(draft, classifier, readings, settings.bank.ocr)
        for draft in progress("Labelling records", drafts, len(drafts))
    ]
    entries.sort(key=lambda e: (e.type, e.id, e.language))
    originals = {e.id: e for e in entries if e.language == settings.language}
    # A translation is the same record: it has the labels of its original.
    uids = {e.record.uid: replace(e, labels=originals.get(e.id, e).labels) for e in entries}
    return Catalogue(uids, bank.vocabulary, settings.language, settings.bank.languages, absent)


def _labelled(
    draft: Draft, classifier: Classifier, readings: dict[str, Reading | ocr.Unread], wanted: OcrSettings
) -> Entry:
    assert draft.record is not None
    found = readings.get(draft.scan.path) if draft.scan else None
    reading = found if isinstance(found, Reading) else None
    unread = f"{found.message} {found.hint}" if isinstance(found, ocr.Unread) else ""
    kept = kept_back(draft.record, reading, wanted) if reading else None
    entry = Entry(draft.record, draft.ref, draft.body, (), draft.scan, None if kept else reading, unread, kept)
    return replace(entry, labels=labels_for(draft.record, _suggested(entry, classifier)))


def kept_back(record: Record, reading: Reading, wanted: OcrSettings) -> Quarantined | None:
    """What stands in the place of a reading that is too unsure or too short, where no person has typed the text."""
    typed = isinstance(record, Clipping) and record.transcription
    sure = reading.confidence >= wanted.quarantine and len(reading.words) >= wanted.least_words
    return None if typed or sure else Quarantined(reading.confidence, len(reading.words))


def _suggested(entry: Entry, classifier: Classifier) -> tuple[Label, ...]:
    """The machine's labels where the curator left some out.  Date and newspaper are those of clippings only."""
    record = entry.record
    printed = (record.date, record.newspaper) if isinstance(record, Clipping) else ()
    if entry.type == "page" or None not in (record.themes, record.occupations, record.regions, *printed):
        return ()
    name = entry.scan.path if entry.scan else ""
    found = classifier.classify(entry.text(), title=record.title, language=record.language, name=name)
    return tuple(label for label in found if label.axis not in ("date", "day", "newspaper") or printed)


def write(
    build_dir: Path,
    catalogue: Catalogue,
    settings: Settings,
    published: Published,
    tasks: Sequence[Task] = (),
    progress: Progress = silent,
) -> list[str]:
    """Writes every page into ``build/docs``; gives the pages' addresses."""
    writer = Writer(catalogue, settings, Citer(settings.bank.citation_style), published, tasks)
    return docs.write(build_dir / "docs", writer, progress)


def render(
    build_dir: Path,
    engine_name: str,
    settings: Settings,
    catalogue: Catalogue,
    gathered: assets.Assets,
    pages: Sequence[str],
    own: Mapping[str, str],
) -> Path | engine.EngineFailure:
    """Runs the engine and adds what goes with the pages; gives the folder, or why there is no whole site."""
    configured = engine.write_configuration(build_dir, engine.configuration(settings, catalogue))
    index = build_dir / "search"
    shutil.rmtree(index, ignore_errors=True)
    # The engine is another process: the search is written meanwhile.
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(engine.run, engine_name, configured, epoch(catalogue))
        search.write(index, catalogue)
        made = running.result()
    if isinstance(made, engine.EngineFailure):
        return made
    index.rename(made / "search")
    for path, text in own.items():
        (made / path).write_text(text, encoding="utf-8")
    (made / "sitemap.xml.gz").unlink(missing_ok=True)
    (made / "sitemap.xml").write_text(feeds.sitemap(pages, settings.site_url), encoding="utf-8")
    if any(place.point for place in catalogue.vocabulary.places.values()):
        (made / "districts.geojson").write_text(geo.districts(catalogue, settings), encoding="utf-8")
    (made / "feed.xml").write_text(feeds.feed(catalogue, settings), encoding="utf-8")
    gathered.copy(made)
    missing = [path for path in pages if not (made / path).is_file()]
    if missing:
        return engine.EngineFailure(f"{engine_name} left out {len(missing)} pages, the first is {missing[0]}")
    return made


def own_texts(settings: Settings, catalogue: Catalogue) -> dict[str, str]:
    """The style sheet and the worker, by their paths in the site."""
    style, text = engine.style_of(settings)
    return {f"assets/{style}": text, "sw.js": offline.worker(catalogue, settings, engine.shared_files(settings))}


def digests(own: Mapping[str, str], catalogue: Catalogue) -> dict[str, str]:
    """The digest of each script and style sheet as the tool writes it, by its path in the site."""
    scripts = {f"search/{name}": script for name, script in search.scripts(catalogue.languages).items()}
    return {path: verify.digest(text.encode()) for path, text in (scripts | dict(own)).items()}


def newest(catalogue: Catalogue) -> dt.date:
    """The newest day on which a record was added: the same input has the same date, whatever the clock."""
    added = max((e.record.added or "1970" for e in catalogue.entries.values()), default="1970")
    return dt.datetime.fromisoformat(feeds.timestamp(added)).date()


def epoch(catalogue: Catalogue) -> int:
    """The newest day as seconds, for the page engine."""
    return int(dt.datetime.combine(newest(catalogue), dt.time(), dt.UTC).timestamp())
