#!/usr/bin/env bash
# Runs every fuzz target of the repository over so many inputs, one target after the other; each package is compiled once.
# Inputs are counted, not seconds: where a time ends while an input is run, Go's fuzzing fails now and then without a cause.
# An input of the command's own targets is a run of the whole program, so that they get a fiftieth.
set -euo pipefail
inputs=${1:?usage: fuzz-smoke.sh INPUTS}
aside=$(mktemp -d)
trap 'rm -rf "$aside"' EXIT

grep -rlE '^func Fuzz[A-Za-z0-9_]*\(' --include='*_test.go' . | xargs -r -n1 dirname | sort -u | while read -r package; do
    go test -c -vet=off -fuzz '^Fuzz' -o "$aside/fuzz.test" "$package"
    [ "$package" = ./cmd/harmpath ] && count=$((inputs / 50 + 1)) || count=$inputs
    (cd "$package" && "$aside/fuzz.test" -test.list '^Fuzz') | while read -r target; do
        echo "fuzz $package $target"
        (cd "$package" && "$aside/fuzz.test" -test.run '^$' -test.fuzz "^$target\$" -test.fuzztime "${count}x" -test.fuzzminimizetime 10x \
            -test.fuzzcachedir "$aside/cache" </dev/null)
    done
done
