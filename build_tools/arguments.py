"""What may be written on the command line: the commands with their options, and what counts as a value of each."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from build_tools import __version__, review, scaffold, schemas
from build_tools.diagnostics import PRINTERS
from build_tools.identity import redact
from build_tools.model import Line, WebAddress
from build_tools.site.engine import ENGINES

Command = Callable[[argparse.Namespace], int]
"""Does what was asked for and gives the exit code."""
Adder = Callable[[str, str], argparse.ArgumentParser]
"""Adds a command by its name and what it does."""


def parser(commands: Mapping[str, Command]) -> argparse.ArgumentParser:
    """The parser of the whole line; what it gives has ``run``, that one of ``commands`` which was named."""
    line = argparse.ArgumentParser(prog="kb", description="Checks, reads and publishes a bank of knowledge.")
    line.add_argument("--version", action="version", version=f"kb {__version__}")
    line.add_argument("--bank", type=_folder, default=Path(), metavar="DIR", help="the bank's folder (default: here)")
    named = line.add_subparsers(title="commands", required=True, metavar="COMMAND")
    adders = (
        _add_check, _add_review, _add_ocr, _add_read, _add_redact, _add_classify, _add_build, _add_serve, _add_new,
        _add_schemas,
    )  # fmt: skip
    for add in adders:
        add(lambda name, text: _command(named, name, commands[name], text))
    return line


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Command,
    text: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=text)
    command.add_argument("--bank", type=_folder, default=argparse.SUPPRESS, metavar="DIR", help=argparse.SUPPRESS)
    command.set_defaults(run=run)
    return command


def _add_check(add: Adder) -> None:
    command = add("check", "all errors, warnings and notices of the bank or of some files")
    command.add_argument("path", nargs="*", type=Path, help="only what is said of these files or folders")
    command.add_argument("--format", choices=sorted(PRINTERS), default="text")
    command.add_argument("--strict", action="store_true", help="warnings fail too (notices never do)")
    command.add_argument("--explain", metavar="CODE", help="the manual page of one rule")
    command.add_argument(
        "--identity", action="store_true", help="only what makes a person known, in scans as well; warnings fail too"
    )


def _add_review(add: Adder) -> None:
    command = add("review", "what needs a person, the most valuable first")
    command.add_argument("--format", choices=sorted(review.PRINTERS), default="text")
    command.add_argument("--kind", choices=tuple(review.KINDS), help="only one kind of task")


def _add_ocr(add: Adder) -> None:
    command = add("ocr", "reads the scans that have no reading yet")
    command.add_argument("path", nargs="*", type=Path)
    command.add_argument("--jobs", type=int, default=0, help="processes in parallel (default: one for each core)")
    command.add_argument("--dask", metavar="ADDRESS", help="read on the Dask cluster with this scheduler instead")


def _add_read(add: Adder) -> None:
    command = add("read", "reads one scan and prints what it says")
    command.add_argument("image", type=Path)
    command.add_argument("--format", choices=("text", "json", "alto"), default="text")
    command.add_argument("--language", action="append", help="Tesseract's name of a language; may be repeated")
    command.add_argument("--seconds", type=int, default=90, help="time limit")


def _add_redact(add: Adder) -> None:
    command = add("redact", "covers parts of a picture for good and takes out what stands beside its pixels")
    command.add_argument("image", type=Path)
    command.add_argument("--box", type=_box, action="append", metavar="X,Y,W,H", help="pixels; may be repeated")
    command.add_argument("--words", nargs="+", metavar="WORD", help="covers every place where one of them is read")
    command.add_argument("--language", action="append", help="Tesseract's name of a language; may be repeated")
    command.add_argument("--seconds", type=int, default=90, help="time limit for each of the two readings")


def _add_classify(add: Adder) -> None:
    command = add("classify", "labels one text and shows the words that speak for each label")
    command.add_argument("file", type=Path, help="a text file, or - for standard input")
    command.add_argument("--format", choices=("text", "json"), default="text")


def _add_build(add: Adder) -> None:
    command = add("build", "builds the site")
    _build_options(command)
    command.add_argument("--base-url", type=_address, metavar="URL", help="address at which the site will stand")
    command.add_argument("--repo-url", type=_address, metavar="URL", help="address of the bank's files in its forge")
    command.add_argument("--strict", action="store_true", help="errors and warnings leave the site as it was")


def _build_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--site-dir", type=Path, metavar="DIR", help="where to (default: site/ in the bank)")
    command.add_argument("--engine", choices=ENGINES, default="mkdocs")


def _add_serve(add: Adder) -> None:
    command = add("serve", "builds the site, shows it on this computer only, and builds again on change")
    _build_options(command)
    command.add_argument("--port", type=int, default=8000)


def _add_new(add: Adder) -> None:
    command = add("new", "starts a record, the text of a scan, or a whole new bank")
    command.add_argument("kind", choices=("bank", "transcription", *scaffold.KINDS))
    command.add_argument("name", help="the folder of the bank, or the id of the record")
    command.add_argument("--by", type=_name, metavar="NAME", help="who corrects the text; with transcription only")


def _add_schemas(add: Adder) -> None:
    command = add("schemas", "writes the JSON Schemas of all record types, for editors")
    command.add_argument("folder", nargs="?", type=Path, default=schemas.FOLDER)


# --- Values ----------------------------------------------------------------------------------------------


def _box(value: str) -> redact.Box:
    """``left,top,width,height`` as numbers."""
    try:
        left, top, width, height = (int(part) for part in value.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{value} is not left,top,width,height in pixels") from None
    return left, top, width, height


def _name(value: str) -> str:
    try:
        return TypeAdapter(Line).validate_python(value)
    except ValidationError:
        raise argparse.ArgumentTypeError("a name is one line of text") from None


def _folder(value: str) -> Path:
    path = Path(value)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"{value} is no folder")
    return path


def _address(value: str) -> str:
    try:
        return TypeAdapter(WebAddress).validate_python(value)
    except ValidationError:
        raise argparse.ArgumentTypeError(f"{value} is no address that starts with https:// or http://") from None
