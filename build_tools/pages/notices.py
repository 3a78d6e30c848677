"""Plain notices at the addresses of records that are not shown: taken down, or awaiting the review of two people."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import RECORD_TYPES
from build_tools.pages import words
from build_tools.pages.desk import Desk
from build_tools.pages.writer import Page


class Notices(Desk):
    """A notice for each absent record; it names neither its title nor anything that the record says."""

    def pages(self) -> Iterator[Page]:
        for absent in self.catalogue.absent:
            if absent.language in ("", self.language):
                title = words.N_("Taken down") if absent.date else words.N_("Awaits review")
                folder = RECORD_TYPES[absent.type].folder
                path = f"{folder}/{absent.id}.html" if folder else f"{absent.id}.html"
                yield self.write("notice.html", path, self.t(title), absent=absent)
