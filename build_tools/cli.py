"""The commands.  The only module that prints.

Exit codes: 0 fine; 1 the content has errors; 2 wrong use; 3 a tool is missing; 4 an internal fault.
"""

from __future__ import annotations

import argparse
import datetime as dt
import errno
import json
import sys
import tempfile
import traceback
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import asdict
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from build_tools import checks, gate, ocr, pipeline, progress, review, scaffold, schemas, serve, verify
from build_tools.arguments import parser
from build_tools.classify import Classifier
from build_tools.diagnostics import PRINTERS, Diagnostic, Severity, count, fails
from build_tools.identity import redact
from build_tools.model import Reading, Signed
from build_tools.scaffold.transcription import beside, next_steps
from build_tools.settings import Settings, read_settings
from build_tools.site.switch import BuildBusyError
from build_tools.sources.bank import Bank
from build_tools.sources.draft import Draft
from build_tools.sources.text import decode
from build_tools.sources.vocabulary import read_vocabulary

OK, CONTENT, USAGE, TOOL, INTERNAL = range(5)
REMEDIES = {
    errno.ENOSPC: "; make room on the disk and run the same again",
    errno.EDQUOT: "; make room in your quota and run the same again",
    errno.EIO: "; the disk or its cable may be failing: copy what matters to another one",
    errno.EROFS: "; the disk can only be read",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code."""
    arguments = parser(COMMANDS).parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except _UsageError as wrong:
        return _complain(str(wrong), USAGE)
    except BuildBusyError:
        return _complain("another build of this bank is running; wait until it has ended", USAGE)
    except BrokenPipeError:
        return OK
    except KeyboardInterrupt:
        return _complain("stopped", USAGE)
    except OSError as problem:
        where = f"{problem.filename}: " if problem.filename else ""
        remedy = REMEDIES.get(problem.errno or 0, "")
        return _complain(f"{where}{problem.strerror or problem}{remedy}", INTERNAL)
    except Exception:
        traceback.print_exc()
        return _complain("an internal fault; please report it with the lines above", INTERNAL)


class _UsageError(Exception):
    """The command was called in a way that cannot work."""


def _complain(message: str, code: int) -> int:
    print(f"kb: {message}", file=sys.stderr)
    return code


# --- Commands --------------------------------------------------------------------------------------------


def _check(arguments: argparse.Namespace) -> int:
    if arguments.explain:
        return _explain(arguments.explain)
    settings = _settings(arguments)
    bank, found = pipeline.inspect(arguments.bank, settings, _today())
    wanted = [_in_bank(arguments.bank, p) for p in arguments.path]

    def asked(path: str) -> bool:
        return not wanted or any(path == w or path.startswith(f"{w}/") or w == "." for w in wanted)

    found = [d for d in found if asked(d.path)]
    unread: dict[str, ocr.Unread] = {}
    if arguments.identity:
        scans = [d for d in bank.drafts if d.scan and any(map(asked, (d.scan.path, d.ref.path, _typed(d.scan.path))))]
        readings = pipeline.read(bank, scans, settings, progress.draw)
        found = [d for d in found if d.code.startswith("identity-")] + gate.of_readings(bank, scans, readings)
        unread = {path: r for path, r in readings.items() if isinstance(r, ocr.Unread)}
    _report(found, arguments.format)
    if fails(found, strict=arguments.strict or arguments.identity):
        return CONTENT
    return _report_unread(unread)


def _typed(scan: str) -> str:
    """Where a person's text of a scan stands; with it, all that the machine read of the scan is published, too."""
    return str(PurePosixPath(scan).with_suffix(".txt"))


def _explain(code: str) -> int:
    pages = checks.explanations() | verify.CODES
    if code not in pages:
        raise _UsageError(f'there is no code "{code}"; the codes are: {", ".join(sorted(pages))}')
    print(f"{code}\n\n{pages[code]}")
    return OK


def _build(arguments: argparse.Namespace) -> int:
    settings = _settings(arguments)
    addresses = {"site_url": arguments.base_url, "repo_url": arguments.repo_url}
    settings = settings.model_copy(update={name: address for name, address in addresses.items() if address})
    return _report_build(_run_build(arguments, settings), arguments)


def _run_build(arguments: argparse.Namespace, settings: Settings) -> pipeline.Outcome:
    site = arguments.site_dir or arguments.bank / "site"
    options = pipeline.Options(site.absolute(), arguments.engine, arguments.strict)
    return pipeline.build(arguments.bank, settings, options, _today(), progress.draw)


def _report_build(outcome: pipeline.Outcome, arguments: argparse.Namespace) -> int:
    worth = [d for d in outcome.diagnostics if d.severity is not Severity.NOTICE]
    _report(worth, "text", file=sys.stderr)
    _report_unread(outcome.unread)
    if outcome.heaviest:
        print("The heaviest pages, in bytes as readers load them:")
        for page in outcome.heaviest:
            print(f"  {page.bytes:6,}  {page.path}")
    if outcome.failure:
        return _complain(outcome.failure.message, TOOL if outcome.failure.missing else INTERNAL)
    if outcome.site is None:
        return _complain("the site was left as it was, because of the errors above", CONTENT)
    done = outcome.counts
    print(f"{done.records} records on {done.pages} pages in {outcome.site}")
    print(f"{done.scans} scans have a reading, {done.read_now} of them read now; {len(outcome.unread)} are unread")
    print(f"{done.kept_back} readings are kept back; {done.tasks} things need a person, see: kb review")
    return OK


def _serve(arguments: argparse.Namespace) -> int:
    arguments.strict = False

    def rebuild() -> Path | None:
        outcome = _run_build(arguments, _settings(arguments))
        _report_build(outcome, arguments)
        return outcome.site

    def say(message: str) -> None:
        print(message, flush=True)

    return OK if serve.serve(arguments.bank, rebuild, arguments.port, say) else CONTENT


def _ocr(arguments: argparse.Namespace) -> int:
    settings = _settings(arguments)
    bank, _found = pipeline.inspect(arguments.bank, settings, _today())
    drafts = [d for d in bank.drafts if d.scan]
    if arguments.path:
        wanted = {_in_bank(arguments.bank, p) for p in arguments.path}
        drafts = [d for d in drafts if d.scan and d.scan.path in wanted]
        if not drafts:
            raise _UsageError("none of these files is a scan of the bank")
    wanted_ocr = settings.bank.ocr.model_copy(update={"jobs": arguments.jobs or settings.bank.ocr.jobs})
    extra = settings.extra.model_copy(update={"bank": settings.bank.model_copy(update={"ocr": wanted_ocr})})
    settings = settings.model_copy(update={"extra": extra})
    lost: list[OSError] = []
    with ocr.dask(arguments.dask) if arguments.dask else nullcontext() as workers:
        if isinstance(workers, ocr.Unread):
            return _report_unread({arguments.dask: workers})
        readings = pipeline.read(bank, drafts, settings, progress.draw, workers=workers, unkept=lost.append)
    unread = {path: r for path, r in readings.items() if isinstance(r, ocr.Unread)}
    for path, reading in readings.items():
        if isinstance(reading, Reading):
            print(f"{path}: {len(reading.words)} words, {reading.confidence:.0f} % sure")
    code = _report_unread(unread)
    return _complain(_not_kept(lost), INTERNAL) if lost else code


def _not_kept(lost: Sequence[OSError]) -> str:
    what = f"{len(lost)} readings could not be kept in {pipeline.READINGS} ({lost[0].strerror})"
    return f"{what}; make room and run this again: what was kept is not read anew"


def _review(arguments: argparse.Namespace) -> int:
    found = pipeline.survey(arguments.bank, _settings(arguments), _today(), progress.draw)
    tasks = [task for task in found.tasks if arguments.kind in (None, task.kind)]
    print(review.PRINTERS[arguments.format](tasks))
    return TOOL if any(why.code in ocr.TOOL_MISSING for why in found.unread.values()) else OK


def _read(arguments: argparse.Namespace) -> int:
    settings = ocr.OcrSettings(languages=tuple(arguments.language or ("eng", "hin")), seconds=arguments.seconds)
    with tempfile.TemporaryDirectory() as cache:
        reading = ocr.read_scans([arguments.image], Path(cache), settings)[arguments.image]
    if not isinstance(reading, Reading):
        return _report_unread({str(arguments.image): reading})
    print({"text": lambda r: r.text, "json": ocr.to_json, "alto": ocr.to_alto}[arguments.format](reading))
    return OK


def _redact(arguments: argparse.Namespace) -> int:
    settings = ocr.OcrSettings(languages=tuple(arguments.language or ("eng", "hin")), seconds=arguments.seconds)
    missing: list[ocr.Unread] = []

    def read(data: bytes, suffix: str) -> Sequence[redact.Word] | str:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder, f"scan{suffix}")
            copy.write_bytes(data)
            reading = ocr.read_scans([copy], Path(folder, "readings"), settings)[copy]
        if isinstance(reading, Reading):
            return reading.words
        missing.append(reading)
        return f"{reading.message} {reading.hint}"

    done = redact.redact(arguments.image, arguments.box or (), arguments.words or (), read)
    if isinstance(done, redact.Redacted):
        print(f"{arguments.image}: {done.boxes} boxes burned in; nothing but the pixels is left beside them")
        return OK
    print(f"{arguments.image}: left as it was: {done.message}\n    {done.hint}", file=sys.stderr)
    return TOOL if any(why.code in ocr.TOOL_MISSING for why in missing) else CONTENT


def _classify(arguments: argparse.Namespace) -> int:
    vocabulary, found = read_vocabulary(arguments.bank)
    _report(found, "text", file=sys.stderr)
    name = str(arguments.file)
    text, found = decode(sys.stdin.buffer.read() if name == "-" else arguments.file.read_bytes(), name)
    if text is None:
        _report(found, "text", file=sys.stderr)
        return CONTENT
    labels = Classifier(vocabulary).classify(text)
    if arguments.format == "json":
        print(json.dumps([asdict(label) for label in labels], ensure_ascii=False, indent=2))
        return OK
    for label in labels:
        words = ", ".join(dict.fromkeys(e.text for e in label.evidence))
        print(f"{label.axis:12} {label.value:28} {label.score:.2f}  {words}")
    return OK


def _new(arguments: argparse.Namespace) -> int:
    if arguments.kind == "transcription":
        return _new_transcription(arguments)
    if arguments.by:
        raise _UsageError("--by says who types a text; it goes with: kb new transcription ID")
    if arguments.kind == "bank":
        made = scaffold.new_bank(Path(arguments.name))
    else:
        made = scaffold.new_record(arguments.bank, arguments.kind, arguments.name, _today())
    if isinstance(made, str):
        raise _UsageError(made)
    for path in made:
        print(path)
    return OK


def _new_transcription(arguments: argparse.Namespace) -> int:
    settings = _settings(arguments)
    bank, _found = pipeline.inspect(arguments.bank, settings, _today())
    draft, scan = _clipping(bank, arguments.name)
    if beside(bank.root / scan, ".txt").exists():
        raise _UsageError(f"{beside(Path(scan), '.txt')} is there already; correct that file, nothing was written")
    readings = pipeline.read(bank, [draft], settings, progress.draw)
    reading = readings[scan]
    if not isinstance(reading, Reading):
        print(f"Nothing was written. Type the text yourself into {Path(scan).with_suffix('.txt')}", file=sys.stderr)
        return _report_unread({scan: reading})
    signed = Signed(by=arguments.by, date=_today().isoformat()) if arguments.by else None
    made = scaffold.new_transcription(bank.root / scan, reading.text, signed)
    if isinstance(made, str):
        raise _UsageError(made)
    for path in made:
        print(path)
    print(f"This is what the machine read, {reading.confidence:.0f} % sure of it.")
    print(next_steps(scan, signed, _today()))
    _report(gate.of_readings(bank, [draft], readings), "text", file=sys.stderr)
    return OK


def _clipping(bank: Bank, identity: str) -> tuple[Draft, str]:
    """The clipping with this id, and the path of its scan."""
    clippings = {draft.id: draft for draft in bank.drafts if draft.type == "clipping"}
    if identity not in clippings:
        near = get_close_matches(identity, clippings, 3)
        raise _UsageError(
            f'no clipping is called "{identity}"' + (f"; did you mean {' or '.join(near)}?" if near else "")
        )
    draft = clippings[identity]
    if draft.scan is None:
        raise _UsageError(f"the scan of {identity} cannot be opened; kb check says why")
    return draft, draft.scan.path


def _schemas(arguments: argparse.Namespace) -> int:
    for path in schemas.write(arguments.folder):
        print(path)
    return OK


# --- Helpers ---------------------------------------------------------------------------------------------


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()


def _settings(arguments: argparse.Namespace) -> Settings:
    """The bank's settings; without them no command can go on."""
    settings, found = read_settings(arguments.bank)
    if settings is None:
        _report(found, "text", file=sys.stderr)
        raise _UsageError("the settings of the bank cannot be used")
    return settings


def _report(found: list[Diagnostic], form: str, file: object = None) -> None:
    if text := PRINTERS[form](found):
        print(text, file=file or sys.stdout)  # type: ignore[arg-type]
    if form == "text" and found:
        totals = [f"{n} {severity}{'s' if n != 1 else ''}" for severity in Severity if (n := count(found, severity))]
        print(", ".join(totals), file=sys.stderr)


def _report_unread(unread: Mapping[str, ocr.Unread]) -> int:
    """Names the scans without a reading and why; the exit code that this means for a command that reads."""
    for path, why in unread.items():
        print(f"{path}: unread[{why.code}] {why.message}\n    {why.hint}", file=sys.stderr)
    if any(why.code in ocr.TOOL_MISSING for why in unread.values()):
        return TOOL
    return CONTENT if unread else OK


def _in_bank(root: Path, path: Path) -> str:
    """``path`` as diagnostics name it, whether it was given from here or from the bank."""
    for candidate in (path, root / path):
        if candidate.exists() and candidate.resolve().is_relative_to(root.resolve()):
            return candidate.resolve().relative_to(root.resolve()).as_posix()
    raise _UsageError(f"{path} is no file or folder of the bank")


COMMANDS = {
    "check": _check,
    "review": _review,
    "ocr": _ocr,
    "read": _read,
    "redact": _redact,
    "classify": _classify,
    "build": _build,
    "serve": _serve,
    "new": _new,
    "schemas": _schemas,
}


if __name__ == "__main__":
    sys.exit(main())
