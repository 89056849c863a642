#!/usr/bin/env bash
# Runs every fuzz target of the repository for a short time each, one after the other; each package is compiled once.
set -euo pipefail
time=${1:?usage: fuzz-smoke.sh TIME}
aside=$(mktemp -d)
trap 'rm -rf "$aside"' EXIT

grep -rlE '^func Fuzz[A-Za-z0-9_]*\(' --include='*_test.go' . | xargs -r -n1 dirname | sort -u | while read -r package; do
    go test -c -vet=off -fuzz '^Fuzz' -o "$aside/fuzz.test" "$package"
    (cd "$package" && "$aside/fuzz.test" -test.list '^Fuzz') | while read -r target; do
        echo "fuzz $package $target"
        (cd "$package" && "$aside/fuzz.test" -test.run '^$' -test.fuzz "^$target\$" -test.fuzztime "$time" -test.fuzzminimizetime 10x \
            -test.fuzzcachedir "$aside/cache" </dev/null)
    done
done
