#!/bin/sh
# Writes requirements.lock: every dependency of pyproject.toml with its "dev" extra, pinned, with the hashes of
# all its files, for Python 3.11 and newer on any system.  No address of an index is written: where packages
# come from is the choice of whoever installs.  Arguments go to uv.  Exit code 3: uv is missing.
set -eu

uv=.venv/bin/uv
[ -x "$uv" ] || uv=uv
if ! command -v "$uv" >/dev/null 2>&1; then
    echo 'make lock needs uv, which nothing else does. To install it: .venv/bin/python -m pip install uv' >&2
    exit 3
fi
"$uv" pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
    --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' \
    --quiet --output-file requirements.lock "$@"
if grep -n -e '://' -e '^-' requirements.lock; then
    echo 'requirements.lock names an address or an option; it must hold packages and hashes only.' >&2
    exit 1
fi
