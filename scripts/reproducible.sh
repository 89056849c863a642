#!/usr/bin/env bash
# Builds the program from two folders and wants the same bytes: nothing of the folder, of the time or of the user is in it.
set -euo pipefail
cd "$(dirname "$0")/.."
aside=$(mktemp -d)
trap 'rm -rf "$aside"' EXIT
mkdir "$aside/copy"
git ls-files -z --cached --others --exclude-standard | tar -c --null --files-from=- | tar -x -C "$aside/copy"
build() { # without the revision: only one of the folders is a clone
    CGO_ENABLED=0 go build -trimpath -buildvcs=false -o "$1" ./cmd/harmpath
}
build "$aside/here"
(cd "$aside/copy" && build "$aside/there")
cmp "$aside/here" "$aside/there"
if grep -q -F -e "$PWD/" -e "$aside/" "$aside/here"; then
    echo "the program holds the name of the folder that it was built in" >&2
    exit 1
fi
echo "the same $(wc -c <"$aside/here") bytes twice"
