#!/usr/bin/env bash
# Makes sure that the tools are there which the tests need beside Go: on Debian and its like it installs what is
# missing, elsewhere it names it and fails.
set -euo pipefail

# tool, Debian package that brings it, what the tests do with it
needs=(
    "gcc|gcc libc6-dev|builds the race detector"
    "git|git|tells which files belong to the repository"
    "fish|fish|runs the completion script of fish"
    "zsh|zsh|runs the completion script of zsh"
    "soffice|libreoffice-writer libreoffice-calc libreoffice-impress|opens the documents"
    "pdftotext|poppler-utils|reads what LibreOffice makes of them"
)

# The Neo4j server of the tests, unless the developer has one.
if [[ -z ${NEO4J_URI:-} ]]; then
    needs+=(
        "java|default-jre-headless|runs the Neo4j server of the tests"
        "mvn|maven|gets the Neo4j server of the tests"
    )
fi

have() { command -v "$1" >/dev/null 2>&1; }

packages=() reasons=()
for need in "${needs[@]}"; do
    IFS='|' read -r tool debian reason <<<"$need"
    if ! have "$tool"; then
        read -ra more <<<"$debian"
        packages+=("${more[@]}")
        reasons+=("$tool: $reason (Debian: $debian)")
    fi
done
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
