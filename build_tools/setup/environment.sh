#!/bin/sh
# Makes .venv in the current folder and installs requirements.lock and this package into it.
#
# Nothing is done when .venv was made here, its Python runs, and the lock is the one it was made from: a copy
# of the lock, written last, is the sign.  A .venv that was moved or copied from elsewhere is made anew,
# because the programs in it would still start the old one.
#
# Exit code 2: the folder is not ours to write to.  3: there is no Python 3.11 or newer.
set -eu

folder=$(dirname "$0")
place=$(pwd -P)
stamp=.venv/requirements.lock

made_here() {
    [ -f .venv/pyvenv.cfg ] || return 1
    case $(grep '^command = ' .venv/pyvenv.cfg) in
        *" $place/.venv") .venv/bin/python -c 'import pip' 2>/dev/null ;;
        *) return 1 ;;
    esac
}

make_venv() {
    if ! python=$(sh "$folder/python.sh"); then
        sh "$folder/system.sh" python
        if ! python=$(sh "$folder/python.sh"); then
            echo 'This needs Python 3.11 or newer, and found none. Install it, or name it: make KB_PYTHON=/path/to/python3' >&2
            exit 3
        fi
    fi
    echo "Making .venv with $("$python" --version) ..."
    "$python" -m venv --clear .venv
}

# Wheels only: nothing that was downloaded runs during the installation.  The package itself is built by the
# setuptools of the lock, so that nothing is fetched unpinned.
install() {
    echo 'Installing the tools into .venv; once, and some minutes on a slow line ...'
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
        --require-hashes --only-binary :all: --requirement requirements.lock
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
        --no-index --no-deps --no-build-isolation --editable .
}

if made_here && cmp -s requirements.lock "$stamp" && [ -x .venv/bin/kb ]; then exit 0; fi
if [ ! -w . ]; then
    echo 'This folder belongs to another user. Make a clone of your own and work there.' >&2
    exit 2
fi
made_here || make_venv
rm -f "$stamp"
install
cp requirements.lock "$stamp"
