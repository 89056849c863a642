#!/usr/bin/env bash
# Compiles the program without cgo for every system that it is made for.
set -euo pipefail

for system in linux darwin windows; do
    for machine in amd64 arm64; do
        echo "compile $system/$machine"
        CGO_ENABLED=0 GOOS=$system GOARCH=$machine go build -o /dev/null ./cmd/harmpath
    done
done
