#!/bin/sh
# Prints the Python that makes .venv: the first that is 3.11 or newer and can make one.  Code 1: there is none.
#
# KB_PYTHON=PATH   looks at this one only
set -eu

if [ -n "${KB_PYTHON:-}" ]; then
    set -- "$KB_PYTHON"
else
    set -- python3.13 python3.12 python3.11 python3
fi
for name; do
    # It is run, not only found: a version manager leaves names on PATH that start nothing.
    if "$name" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        printf '%s\n' "$name"
        exit 0
    fi
done
exit 1
