#!/usr/bin/env bash
# Runs every fuzz target of the repository for a short time each, one after the other.
set -euo pipefail
time=${1:?usage: fuzz-smoke.sh TIME}

grep -rlE '^func Fuzz[A-Za-z0-9_]*\(' --include='*_test.go' . | xargs -r -n1 dirname | sort -u | while read -r package; do
    go test -list '^Fuzz' "$package" | grep '^Fuzz' | while read -r target; do
        echo "fuzz $package $target"
        go test -run '^$' -fuzz "^$target\$" -fuzztime "$time" -fuzzminimizetime 10x "$package" </dev/null
    done
done
