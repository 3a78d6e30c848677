"""Stands for Tesseract on PATH and misbehaves: what it does depends on the width of the image it is given.

Written into a file by :func:`install`, which returns the folder to put on PATH.
"""

from __future__ import annotations

import sys
from pathlib import Path

KILLS_WORKER, SLEEPS, KILLS_ITSELF, BAD_UTF8, NO_OUTPUT, WELL = 101, 102, 103, 104, 105, 150
HEIGHT = 60
"""Widths and height of scans in pixels.  An image may come enlarged by any factor: the two keep their proportion."""

WORD = "word"

# A shell starts Python, because a first line cannot name a path with a blank; to Python the lines are a string.
_PROGRAM = """#!/bin/sh
''':'
exec "{python}" -S "$0" "$@"
'''
import os, signal, sys, time

if "--version" in sys.argv:
    print("tesseract 5.9.9")
    sys.exit()
if "--list-langs" in sys.argv:
    print('List of available languages in "{folder}/" ({count}):')
    print("\\n".join({languages}))
    sys.exit()
if "osd" in sys.argv:
    sys.exit(1)
with open({log!r}, "a") as log:
    log.write("read\\n")
with open(sys.argv[1], "rb") as image:
    kind, size, depth = (image.readline() for _ in range(3))
if (kind, depth) != (b"P5\\n", b"255\\n"):
    sys.exit("not a grey PPM")
wide, high = map(int, size.split())
width = round(wide * {height} / high)
if width == {kills_worker}:
    os.kill(os.getppid(), signal.SIGKILL)
if width == {sleeps}:
    time.sleep(60)
if width == {kills_itself}:
    os.kill(os.getpid(), signal.SIGKILL)
if width == {no_output}:
    sys.exit()
with open(sys.argv[2] + ".tsv", "wb") as table:
    table.write(b"level\\tpage_num\\tblock_num\\tpar_num\\tline_num\\tword_num\\tleft\\ttop\\twidth\\theight\\tconf\\ttext\\n")
    table.write(b"5\\t1\\t1\\t1\\t1\\t1\\t10\\t20\\t40\\t16\\t91.5\\t")
    table.write(b"\\xff\\xfe\\xc3" if width == {bad_utf8} else b"{word}")
    table.write(b"\\n")
"""


def install(folder: Path, languages: tuple[str, ...] = ("eng", "hin")) -> Path:
    """Writes the program into ``folder``; ``folder/log`` gets a line for each image that it is asked to read."""
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / "tesseract"
    program.write_text(
        _PROGRAM.format(
            python=sys.executable,
            folder=folder,
            count=len(languages),
            languages=list(languages),
            height=HEIGHT,
            log=str(folder / "log"),
            kills_worker=KILLS_WORKER,
            sleeps=SLEEPS,
            kills_itself=KILLS_ITSELF,
            bad_utf8=BAD_UTF8,
            no_output=NO_OUTPUT,
            word=WORD,
        )
    )
    program.chmod(0o755)
    for code in languages:
        (folder / f"{code}.traineddata").write_bytes(code.encode())
    return folder
