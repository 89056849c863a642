#!/usr/bin/env bash
# Runs what happens at the same time under the race detector: of each package in which goroutines meet all tests, or those in which
# they do. The others run alone from beginning to end and cannot race; they would only take many times as long. A test holds this
# list against the code. The tests of the store want a server: NEO4J_URI names it.
set -euo pipefail
cd "$(dirname "$0")/.."
export CGO_ENABLED=1
race() { go test -race -vet=off -timeout 15m "$@"; }

race ./cmd/harmpath/internal/disk ./cmd/harmpath/internal/process ./cmd/harmpath/internal/studio ./graph ./render \
    ./render/content/document ./render/png ./render/terminal ./render/typeface
race ./models/topology -run 'TestAskedTogether'
race ./render/diagram -run 'TestEqualBytes'
race ./render/figures -run 'TestAlbum|TestOnce|TestFailure'
race ./render/layout -run 'TestEqualLayoutsInParallel|TestCancelStopsALayout|TestTimeLimit|TestClosed|TestLayoutsDoNotTouchEachOther|TestLayoutIsRemembered|TestHelper|TestWarmHelperLaysOut|TestRestEndsIdleHelpers|TestCloseWhileWarming'
race ./cmd/harmpath -run 'TestScripts/(collection|report)'
# Of the store's tests those in which clients or their connections meet; in the others one client waits for the server.
race ./graph/neo4jstore -run 'Concurrent|Meanwhile|BrokenConnections|Changes|TwentyThousand'
