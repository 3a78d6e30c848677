"""Writes all pages into the folder that the page engine reads, on all cores where the system can fork."""

from __future__ import annotations

import multiprocessing
import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from build_tools.pages.browse import browse_pages
from build_tools.pages.records import record_pages
from build_tools.pages.writer import Page, Writer

Progress = Callable[[str, Iterable[Any], int], Iterable[Any]]
Task = tuple[str, int]  # a language whose browse pages to write, or "" and the first record of a slice

SLICE = 250  # records of one task
PARALLEL_FROM = 1_000  # records below which starting processes costs more than it saves


def write(docs: Path, writer: Writer, progress: Progress) -> list[str]:
    """Empties ``docs`` and writes every page; gives the pages' addresses in order."""
    shutil.rmtree(docs, ignore_errors=True)
    count = len(writer.catalogue.entries)
    # The long tasks first, so that no core waits for the last one.
    tasks = [(language, 0) for language in writer.settings.bank.languages]
    tasks += [("", first) for first in range(0, count, SLICE)]
    work = partial(_write, docs, writer)
    if count < PARALLEL_FROM or "fork" not in multiprocessing.get_all_start_methods():
        done = progress("Writing pages", map(work, tasks), len(tasks))
        return sorted(path for paths in done for path in paths)
    # Workers inherit the catalogue as it is; nothing is copied to them but the task.
    _inherited.append(work)
    try:
        with ProcessPoolExecutor(os.cpu_count() or 1, multiprocessing.get_context("fork")) as pool:
            done = progress("Writing pages", pool.map(_inherited_write, tasks), len(tasks))
            return sorted(path for paths in done for path in paths)
    finally:
        _inherited.clear()


_inherited: list[Callable[[Task], list[str]]] = []


def _inherited_write(task: Task) -> list[str]:
    return _inherited[0](task)


def _write(docs: Path, writer: Writer, task: Task) -> list[str]:
    return [_save(docs, page) for page in _pages(writer, task)]


def _pages(writer: Writer, task: Task) -> Iterable[Page]:
    language, first = task
    if language:
        return browse_pages(writer, language)
    entries: Sequence[Any] = list(islice(writer.catalogue.entries.values(), first, first + SLICE))
    return (page for entry in entries if entry.id != "home" for page in record_pages(writer, entry))


def _save(docs: Path, page: Page) -> str:
    file = docs / f"{page.path.removesuffix('.html')}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(page.markdown, encoding="utf-8")
    return page.path
