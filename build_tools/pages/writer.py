"""The template engine of the pages: one environment a language, everything escaped for HTML by default.

A page is a Markdown file whose body is one block of HTML, carried through the page engine untouched, so escaping is
done once, by Jinja2, for the language that the browser reads.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from build_tools import markdown
from build_tools.catalogue import Catalogue, Entry
from build_tools.model import Axis, Source, read_source, slugify
from build_tools.pages import charts, paths, words
from build_tools.pages.citations import Citer, in_text
from build_tools.pages.forge import Forge, contribute_path
from build_tools.review import Task
from build_tools.settings import Settings, in_language
from build_tools.sources.bank import inside

# What a page engine would still act on inside a comment: its end, and a code fence at the start of a line.
_COMMENT_END = re.compile(r"--(!?)>")
_FENCE = re.compile(r"^(\s*)([`~])(?=[`~]{2})", re.M)


@dataclass(frozen=True, slots=True)
class Page:
    """One page to be: ``path`` is its address below the site, ending in .html; ``markdown`` the engine's input."""

    path: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Copy:
    """One web copy of a scan: its published path, width and height in pixels."""

    path: str
    width: int
    height: int


@dataclass(frozen=True)
class Published:
    """What else is on the site beside pages: sizes in bytes of the web copies and soft copies, by published path."""

    sizes: Mapping[str, int] = field(default_factory=dict)
    scans: Mapping[str, tuple[Copy, ...]] = field(default_factory=dict)
    """Id of a clipping -> the copies of its scan, the smallest first."""


def carried(block: str) -> str:
    """A block of HTML inside one comment, which the theme opens again (``theme/main.html``).

    So the engine's Markdown and its scanner for links leave the block alone and spend no time on it.
    """
    block = _COMMENT_END.sub(r"--\1&gt;", block.strip())
    return "<!--kb " + _FENCE.sub(lambda m: f"{m[1]}&#{ord(m[2])};", block) + "-->"


class Writer:
    """Renders templates for one catalogue."""

    def __init__(
        self,
        catalogue: Catalogue,
        settings: Settings,
        citer: Citer,
        published: Published,
        tasks: Sequence[Task] = (),
    ) -> None:
        self.catalogue = catalogue
        self.settings = settings
        self.citer = citer
        self.published = published
        self.tasks = tasks
        self.forge = Forge(settings)
        self.default = settings.language
        self.environments = {language: self._environment(language) for language in settings.bank.languages}

    def _environment(self, language: str) -> Environment:
        env = Environment(
            loader=PackageLoader("build_tools.pages"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n"],
        )
        env.install_gettext_translations(words.translations(language), newstyle=True)  # type: ignore[attr-defined]
        translate = words.translations(language).gettext
        env.globals.update(
            bank=self.settings.bank,
            site_name=self.settings.site_name,
            cat=self.catalogue,
            vocabulary=self.catalogue.vocabulary,
            language=language,
            words=words,
            paths=paths,
            t=translate,
            to=self._to,
            entry_to=self._entry_to,
            type_name=lambda type_: translate(words.TYPE_NAMES[type_][0]),
            body=self._body,
            rich=self._rich,
            size_of=self._size_of,
            reference=self._reference,
            chart=lambda dataset, chart: charts.svg(dataset, chart, language),
            value_name=lambda axis, value: self.value_name(axis, value, language),
            where=lambda entry: self.catalogue.where(entry, language),
            external=external,
            file_of=file_of,
            read_source=read_source,
            forge=self.forge,
            contribute=contribute_path(self.settings, self.catalogue, language),
            share=self._share,
            address=self._address,
            in_language=lambda texts: in_language(texts, language),
            notice=in_language(self.settings.bank.notice, language),
            geojson=any(place.point for place in self.catalogue.vocabulary.places.values()),
            formatted=lambda entry: linked(self.citer.format(entry.record.csl)),
        )
        env.filters.update(
            day=lambda value: words.readable_date(value, language),
            filesize=words.readable_size,
            language_name=words.language_name,
            size_of=self._size_of,
            service_name=lambda service: self.service_name(service, language),
            number=lambda value: words.readable_number(value, language),
        )
        return env

    # --- What templates ask for ---

    @pass_context
    def _to(self, context: Context, path: str) -> str:
        """A link to a page or file from the page being written, in its language where such a page exists."""
        return paths.relative(context["here"], path)

    @pass_context
    def _entry_to(self, context: Context, entry: Entry) -> str:
        return paths.relative(context["here"], paths.entry_path(entry, self.default))

    @pass_context
    def _body(self, context: Context, entry: Entry) -> Markup:
        """The record's body with its references resolved; what is not published stands as plain words."""
        if entry.body is None:
            return Markup("")
        here = str(context["here"])
        language = str(context["language"])
        # The template of a body was sanitised when it was parsed; what is put in here is escaped.
        return Markup(  # noqa: S704
            entry.body.render(lambda kind, value, inner: self._resolve(kind, value, inner, entry, here, language))
        )

    @pass_context
    def _rich(self, context: Context, entry: Entry, text: str | None) -> Markup:
        """A field that is Markdown like a body: a guide's steps, a definition."""
        here, language = str(context["here"]), str(context["language"])
        rendered = markdown.parse(text or "").render(
            lambda kind, value, inner: self._resolve(kind, value, inner, entry, here, language)
        )
        return Markup(rendered)  # noqa: S704

    def _resolve(self, kind: str, value: str, inner: str, entry: Entry, here: str, language: str) -> str:
        if kind == "cite":
            source = self.catalogue.publication(value)
            words_ = escape(in_text(source.record.csl) if source else value)  # type: ignore[attr-defined]
            text = words_ + Markup(f", {inner}" if inner else "")  # noqa: S704
            return f"({self._anchor(source, text, here)})"
        if kind == "link":
            target = self.catalogue.find(value, language)
            return self._anchor(target, Markup(inner) or escape(target.title(language) if target else value), here)  # noqa: S704
        return self._file(kind, value, inner, entry, here)

    def _anchor(self, target: Entry | None, text: Markup, here: str) -> str:
        if target is None:
            return str(text)
        href = paths.relative(here, paths.entry_path(target, self.default))
        return str(Markup('<a href="{}">{}</a>').format(href, text))

    def _file(self, kind: str, value: str, inner: str, entry: Entry, here: str) -> str:
        path = file_of(entry, value)
        if path is None or path not in self.published.sizes:
            return inner
        href = escape(paths.relative(here, path))
        if kind == "image":
            return f'<img src="{href}" alt="{inner}" loading="lazy">'
        return f'<a href="{href}">{inner}</a> ({words.readable_size(self.published.sizes[path])})'

    def _reference(self, source: Source) -> Markup:
        """A described source in one line; its publication is linked by the template."""
        parts = [source.author, source.title, source.publisher, str(source.year) if source.year else None, source.note]
        return Markup(". ").join(escape(str(p).rstrip(".")) for p in parts if p)

    def value_name(self, axis: Axis, value: str, language: str) -> str:
        """The label of a theme, occupation or place in ``language``, the name of a newspaper; a date as it is."""
        known: Mapping[str, Any] = {
            "themes": self.catalogue.vocabulary.themes,
            "occupations": self.catalogue.vocabulary.occupations,
            "regions": self.catalogue.vocabulary.places,
        }.get(axis, {})
        if axis == "newspaper" and value in self.catalogue.vocabulary.newspapers:
            return self.catalogue.vocabulary.newspapers[value].name
        if axis == "day":
            return words.readable_day(value, language)
        found = known.get(value)
        return str(found.label(language)) if found else value

    def _size_of(self, path: str) -> str:
        """The size of a published file in words; empty when there is no such file."""
        size = self.published.sizes.get(path)
        return words.readable_size(size) if size else ""

    def _url(self, here: str) -> str:
        """The page's whole address; empty where the bank has none yet."""
        base = (self.settings.site_url or "").rstrip("/")
        return f"{base}/{paths.relative('', here)}" if base else ""

    @pass_context
    def _address(self, context: Context) -> str:
        """What a printed page says of where it comes from."""
        return self._url(str(context["here"])) or f"{self.settings.name(str(context['language']))}: {context['here']}"

    @pass_context
    def _share(self, context: Context) -> str:
        """A link that shares the page on WhatsApp; its address goes along where the bank has one."""
        text = f"{context['title']}\n{self._url(str(context['here']))}"
        return f"https://wa.me/?text={quote(text, safe='')}"

    def service_name(self, service: str, language: str) -> str:
        """What a service is called in ``language``; one that the vocabulary lacks stays as it was written."""
        concept = self.catalogue.vocabulary.services.get(slugify(service))
        return concept.label(language) if concept else service

    # --- Pages ---

    def page(
        self, template: str, path: str, language: str, title: str, *, description: str = "", **context: Any
    ) -> Page:
        """One page.  ``description`` is plain text for search engines and link previews."""
        site_language = language if language in self.environments else self.default
        block = template_of(self.environments[site_language], template).render(
            here=path,
            title=title,
            description=description,
            prefix=paths.prefix(site_language, self.default),
            **context,
        )
        head = front_matter(title, description, site_language, context.get("alternates", ()))
        return Page(path, head + carried(block) + "\n")


@cache
def template_of(env: Environment, name: str) -> Any:
    return env.get_template(name)


def file_of(entry: Entry, name: str) -> str | None:
    """The published path of a file that an entry names, relative to the entry's own file."""
    inner = inside(PurePosixPath(entry.ref.path).parent, name.partition("#")[0])
    return paths.file_path(inner) if inner else None


def front_matter(title: str, description: str, language: str, alternates: Iterable[tuple[str, str]]) -> str:
    """The engine's metadata.  Themes print it as it is, so it is escaped for HTML here; JSON is valid YAML."""
    fields = {"title": html.escape(title), "lang": language}
    if description:
        fields["description"] = html.escape(" ".join(description.split())[:300])
    rows = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
    others = [{"lang": lang, "path": path} for lang, path in alternates]
    if others:
        rows.append(f"alternates: {json.dumps(others, ensure_ascii=False)}")
    return "---\n" + "\n".join(rows) + "\n---\n"


def linked(reference: str) -> Markup:
    """A formatted reference (safe HTML) with its address as a link."""
    return Markup(re.sub(r"https?://[^\s<]*[^\s<.,;)]", r'<a href="\g<0>" rel="noopener">\g<0></a>', reference))  # noqa: S704


def external(url: str) -> str:
    """An address without its scheme and tail, to show beside a link."""
    return re.sub(r"^https?://(www\.)?", "", url).split("/")[0]
