"""Links that lead a reader to the place where a record is corrected or added: the bank's forge, or its own page.

Forms and addresses are those of GitHub, whose way of naming them Gitea and Forgejo mostly share: ``/edit/main/path``
opens a file, ``/new/main/folder?filename=x`` a new one, ``/issues/new?template=x.yml&field=value`` a form that is
filled in as far as it is known.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import quote, urlencode

from build_tools.catalogue import Catalogue, Entry
from build_tools.pages import paths
from build_tools.settings import Settings

RECORD_FORM, CORRECTION_FORM = "record.yml", "correction.yml"


class Forge:
    """Addresses in the forge; empty where the settings name none."""

    def __init__(self, settings: Settings) -> None:
        self.base = (settings.repo_url or "").rstrip("/")
        self.edit_uri = settings.edit_uri.strip("/")

    def edit(self, entry: Entry) -> str:
        """The file of a record, open for editing."""
        return self.edit_file(entry.ref.path)

    def edit_file(self, path: str) -> str:
        """A file of the bank, open for editing."""
        return f"{self.base}/{self.edit_uri}/{quote(path)}" if self.base else ""

    def text(self, entry: Entry) -> str:
        """The text of a clipping's scan, open for editing; where nobody has typed it, as a new file."""
        if entry.scan is None or not self.base:
            return ""
        file = PurePosixPath(entry.scan.path).with_suffix(".txt")
        if getattr(entry.record, "transcription", None):
            return self.edit_file(str(file))
        new = re.sub(r"^edit\b", "new", self.edit_uri)
        return f"{self.base}/{new}/{quote(str(file.parent))}?{urlencode({'filename': file.name})}"

    def correct(self, entry: Entry) -> str:
        """The form that takes a correction of a record."""
        return self._form(CORRECTION_FORM, record=f"{entry.type}: {entry.id}")

    def add(self, **known: str) -> str:
        """The form that takes a new record, with what is ``known`` of it: ``theme``, ``place``, ``language`` ..."""
        return self._form(RECORD_FORM, **known)

    def _form(self, form: str, **fields: str) -> str:
        return f"{self.base}/issues/new?{urlencode({'template': form, **fields})}" if self.base else ""


def contribute_path(settings: Settings, catalogue: Catalogue, language: str) -> str:
    """The bank's own page on contributing, for banks without a forge; empty where there is none."""
    page = catalogue.find(settings.bank.contribute_page or "", language)
    return paths.entry_path(page, settings.language) if page and page.type == "page" else ""
