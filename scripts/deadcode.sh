#!/usr/bin/env bash
# Wants every function to be reached by the program, but for those that deadcode.txt lists, each with its reason. A function
# that is listed and reached, or no longer there, fails as well.
set -euo pipefail
tool=${1:?usage: deadcode.sh TOOL@VERSION}
cd "$(dirname "$0")/.."
export LC_ALL=C
module=$(go list -m)
listed=$(grep -v -e "^#" -e "^\$" scripts/deadcode.txt || true)
if grep -v ': .' <<<"$listed"; then
    echo "scripts/deadcode.txt: these lines give no reason; write PACKAGE FUNCTION: why" >&2
    exit 1
fi
kept=$(sed '/^# Still to be emptied/,$d' scripts/deadcode.txt | grep -v -c -e '^#' -e '^$' || true)
if ((kept > 10)); then
    echo "scripts/deadcode.txt keeps $kept functions; reach some or delete them, ten at most stay" >&2
    exit 1
fi
found=$(go run "$tool" -test=false -f '{{range .Funcs}}{{$.Path}} {{.Name}}{{"\n"}}{{end}}' ./cmd/harmpath | sed "s#^$module/##" | { grep . || true; } | sort)
if ! diff <(cut -d: -f1 <<<"$listed" | sort) <(printf '%s\n' "$found") >/dev/null; then
    echo "what the program does not reach is not what scripts/deadcode.txt lists:" >&2
    comm -13 <(cut -d: -f1 <<<"$listed" | sort) <(printf '%s\n' "$found") | sed 's/^/  not reached, delete it or have it reached: /' >&2
    comm -23 <(cut -d: -f1 <<<"$listed" | sort) <(printf '%s\n' "$found") | sed 's/^/  reached or gone, take it off the list: /' >&2
    exit 1
fi
