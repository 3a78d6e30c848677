#!/bin/sh
# Installs programs of the system that are missing, through apt and without asking anything.
#
#   system.sh [python] [tesseract] [browser] [fonts]
#
# What is there already is left alone.  What cannot be installed is named, with the one line that would
# install it, and the work goes on.  Only a browser or fonts that are missing while CI=true end it with
# code 3: there, tests that are skipped in silence would look like tests that passed.
#
# KB_NO_APT=1        installs nothing
# KB_CHROMIUM=PATH   the Chromium that the tests use, when it is not on PATH
set -eu

packages_of() {
    case $1 in
        python) echo python3 python3-venv ;;
        tesseract) echo tesseract-ocr tesseract-ocr-eng tesseract-ocr-hin tesseract-ocr-osd ;;
        browser) echo chromium ;;
        fonts) echo fonts-noto-core ;;
        *) echo "system.sh: knows no tool \"$1\"" >&2; exit 2 ;;
    esac
}

remark_of() {
    case $1 in
        python) echo 'Python 3.11 or newer, with venv, is missing. To install it:' ;;
        tesseract) echo 'Tesseract with eng, hin and osd is missing: scans without a reading stay unread. To install it:' ;;
        browser) echo 'Chromium is missing: browser tests are skipped. To install it:' ;;
        fonts) echo 'The Noto fonts are missing: tests that draw with them are skipped. To install them:' ;;
    esac
}

has() {
    case $1 in
        python) sh "$(dirname "$0")/python.sh" >/dev/null ;;
        tesseract) has_languages eng hin osd ;;
        browser) has_browser ;;
        fonts) has_fonts ;;
    esac
}

has_languages() {
    languages=$(tesseract --list-langs 2>/dev/null) || return 1
    for language; do
        printf '%s\n' "$languages" | grep -qx "$language" || return 1
    done
}

has_browser() {
    for name in "${KB_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
        if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then return 0; fi
    done
    return 1
}

# One of each family that the tests draw with, Latin and Devanagari.
has_fonts() {
    for font in NotoSans-Regular NotoSerifDisplay-Bold NotoSansDevanagari-Regular NotoSerifDevanagari-Regular; do
        found=$(find /usr/share/fonts /usr/local/share/fonts "${HOME:-/nonexistent}/.local/share/fonts" \
            -name "$font.ttf" 2>/dev/null | head -n 1)
        [ -n "$found" ] || return 1
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo -n env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

may_install() {
    [ -z "${KB_NO_APT:-}" ] && command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

# Waits for another apt, and never for a person.  The lists are fetched once; one dead address in
# somebody's sources must not stop the rest.
updated=
install() {
    if [ -z "$updated" ]; then
        as_root apt-get -qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 update >/dev/null || true
        updated=yes
    fi
    as_root apt-get -qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 -o Dpkg::Use-Pty=0 \
        install -y --no-install-recommends "$@" >/dev/null
}

status=0
for tool; do
    packages=$(packages_of "$tool")
    if has "$tool"; then continue; fi
    if may_install; then
        echo "Installing $packages through apt ..."
        # shellcheck disable=SC2086 # several packages
        if install $packages && has "$tool"; then continue; fi
    fi
    remark_of "$tool"
    echo "    sudo apt-get install -y $packages"
    case ${CI:-}:$tool in
        true:browser | true:fonts) status=3 ;;
    esac
done
exit "$status"
