#!/usr/bin/env bash
# Makes sure that the tools are there which the tests need beside Go: on Debian and its like it installs what is
# missing, elsewhere it names it and fails.
set -euo pipefail

# tool, Debian package that brings it, what the tests do with it
needs=(
    "gcc|gcc libc6-dev|builds the race detector"
    "git|git|tells which files belong to the repository"
    "chromium|chromium|opens the HTML document and prints it on A4"
    "rsvg-convert|librsvg2-bin|renders the diagrams with a second program"
    "pdftotext|poppler-utils|reads printed pages"
    "fish|fish|runs the completion script of fish"
    "zsh|zsh|runs the completion script of zsh"
)

have() { command -v "$1" >/dev/null 2>&1; }

# Japanese glyphs, without which pictures of Japanese text prove nothing.
have_font() { have fc-list && [[ -n $(fc-list :lang=ja family 2>/dev/null) ]]; }

packages=() reasons=()
for need in "${needs[@]}"; do
    IFS='|' read -r tool debian reason <<<"$need"
    if ! have "$tool"; then
        read -ra more <<<"$debian"
        packages+=("${more[@]}")
        reasons+=("$tool: $reason (Debian: $debian)")
    fi
done
if ! have_font; then
    packages+=(fontconfig fonts-noto-cjk)
    reasons+=("a Japanese font: shows the diagrams and documents (Debian: fontconfig fonts-noto-cjk)")
fi
((${#packages[@]} == 0)) && exit 0

if have apt-get; then
    root=()
    if ((EUID != 0)); then
        have sudo && root=(sudo -n)
    fi
    echo "installing what the tests need: ${packages[*]}" >&2
    export DEBIAN_FRONTEND=noninteractive
    if "${root[@]}" apt-get update -q >&2 &&
        "${root[@]}" apt-get install -q -y --no-install-recommends "${packages[@]}" >&2; then
        exit 0
    fi
fi
{
    echo "The tests need these tools, which are missing here:"
    printf '  %s\n' "${reasons[@]}"
} >&2
exit 1
