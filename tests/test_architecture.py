"""The walls of the house: who may import whom, and who may print."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "build_tools"

# Room -> rooms of ours that it may import.  What is not listed here is not allowed.
ALLOWED = {
    "model": set(),
    "alphabet": set(),
    "diagnostics": set(),
    "markdown": set(),
    "progress": set(),
    "whole": set(),
    "confine": set(),
    "images": {"diagnostics", "confine", "whole"},
    "settings": {"model", "diagnostics", "sources", "images"},
    "sources": {"model", "diagnostics", "markdown", "images", "settings"},
    "checks": {"model", "diagnostics", "markdown", "images", "identity", "settings", "sources"},
    "identity": {"confine", "images", "whole"},
    "ocr": {"model", "confine", "images", "whole"},
    "classify": {"model", "alphabet"},
    "catalogue": {"model", "diagnostics", "markdown", "sources"},
    "review": {"model", "diagnostics", "catalogue"},
    "pages": {"model", "markdown", "catalogue", "review", "settings", "sources"},
    "search": {"model", "alphabet", "catalogue", "pages"},
    "site": {"model", "diagnostics", "markdown", "catalogue", "settings", "sources", "images", "pages", "whole", "ocr"},
    "schemas": {"model", "settings"},
    "scaffold": {"model", "sources", "whole"},
    "serve": {"settings", "sources"},
    "pipeline": {
        "model", "diagnostics", "settings", "sources", "checks", "ocr", "classify", "catalogue", "pages",
        "search", "site", "gate", "review", "verify",
    },
    "verify": {"diagnostics"},
    "setup": set(),
    "gate": {"search", "model", "diagnostics", "sources", "checks", "identity"},
    "cli": {
        "model", "diagnostics", "settings", "sources", "checks", "ocr", "classify", "pipeline", "progress", "scaffold",
        "schemas", "serve", "site", "identity", "gate", "review", "verify", "arguments",
    },
    "arguments": {"diagnostics", "model", "identity", "review", "scaffold", "schemas", "site"},
    "__main__": {"cli"},
    "__init__": set(),
}  # fmt: skip
MAY_PRINT = {"cli", "progress"}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room(file: Path) -> str:
    first = file.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def ours(tree: ast.AST) -> Iterator[str]:
    """The rooms that a module imports."""
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            base = node.module
            names = [f"{base}.{alias.name}" if base == "build_tools" else base for alias in node.names]
        for name in names:
            if name.startswith("build_tools."):
                yield name.split(".")[1]


@pytest.mark.parametrize("file", modules(), ids=lambda f: f.relative_to(PACKAGE).as_posix())
def test_imports_point_one_way(file: Path) -> None:
    here = room(file)
    assert here in ALLOWED, f"{here} is a new room: say in ALLOWED and in ARCHITECTURE.md what it may import"
    found = set(ours(ast.parse(file.read_text(encoding="utf-8")))) - {here, "__version__"}
    assert found <= ALLOWED[here], f"{file.name} imports {sorted(found - ALLOWED[here])}"


@pytest.mark.parametrize("file", modules(), ids=lambda f: f.relative_to(PACKAGE).as_posix())
def test_only_the_command_line_prints(file: Path) -> None:
    if room(file) in MAY_PRINT:
        return
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "print", f"{file.name}:{node.lineno} prints"
        if isinstance(node, ast.Attribute) and node.attr in ("stdout", "stderr") and isinstance(node.value, ast.Name):
            assert node.value.id != "sys", f"{file.name}:{node.lineno} uses sys.{node.attr}"


# Who opens bytes that a stranger sent with a decoder: modules whose functions run in confined processes only, and one
# that knows the libraries' versions.  Texts are bounded before they are parsed.
MAY_DECODE = {"images/jobs.py", "images/pictures.py", "images/pdf.py", "identity/documents.py", "ocr/cache.py"}
DECODERS = {"pypdfium2", "zipfile", "tarfile", "imread", "imdecode"}
IN_A_PROCESS_OF_ITS_OWN = {"images/__init__.py", "images/decoding.py", "images/jobs.py", "ocr/reader.py"}


@pytest.mark.parametrize("file", modules(), ids=lambda f: f.relative_to(PACKAGE).as_posix())
def test_a_strangers_file_is_decoded_in_a_confined_process_only(file: Path) -> None:
    path, text = file.relative_to(PACKAGE).as_posix(), file.read_text(encoding="utf-8")
    tree = list(ast.walk(ast.parse(text)))
    names = {alias.name for node in tree if isinstance(node, ast.Import | ast.ImportFrom) for alias in node.names}
    names |= {node.attr for node in tree if isinstance(node, ast.Attribute)}
    if "Image.open(" in text or DECODERS & names:
        assert path in MAY_DECODE, f"{path} opens pictures or documents: ask build_tools.images instead"
    if {"decode_bytes", "of_each_page"} & names:
        assert path in IN_A_PROCESS_OF_ITS_OWN, f"{path} decodes in its own process: ask images.pages instead"


def test_the_architecture_page_names_every_room() -> None:
    page = (PACKAGE.parent / "ARCHITECTURE.md").read_text(encoding="utf-8")
    for name in ALLOWED:
        if not name.startswith("__"):
            assert f"`{name}.py`" in page or f"`{name}/`" in page, f"ARCHITECTURE.md does not mention {name}"


def test_the_tool_knows_no_subject() -> None:
    """Every word of the domain is data; the interface and the starting bank are about nothing in particular."""
    domain = ("labour", "labor ", "trafficking", "बाल श्रम", "बच्च")
    for file in sorted(p for p in PACKAGE.rglob("*") if p.is_file() and p.suffix != ".pyc"):
        text = file.read_text(encoding="utf-8").lower()
        # In code a tree has children; what people read has none.
        words = domain if file.suffix in (".py", ".css", ".js") else (*domain, "child")
        # Whom the law protects is the same in a bank about anything: "child" and "बच्चा" are no names there either.
        allowed = ("child", "बच्च") if "identity/data" in file.as_posix() else ()
        for word in set(words) - set(allowed):
            assert word not in text, f"{file.relative_to(PACKAGE)} speaks of {word}"
