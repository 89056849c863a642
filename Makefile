# make test runs all that decides whether a change is good; the other targets are its parts and the chores around it.

STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
DEADCODE    = golang.org/x/tools/cmd/deadcode@v0.52.0
UNPARAM     = mvdan.cc/unparam@v0.0.0-20260823230713-2fa3d841b0c8
INPUTS     ?= 5000
WITH_STORE  = $(if $(NEO4J_URI),,scripts/neo4j.sh with)

.PHONY: soak gallery office build test needs modules generated format vet staticcheck deadcode unparam figures unit race cross reproducible fuzz update bench bench-scale bench-store picture

build:
	CGO_ENABLED=0 go build -trimpath -o bin/harmpath ./cmd/harmpath

test: needs modules generated format vet staticcheck deadcode unparam unit race cross reproducible fuzz

# The tools beside Go that the tests use; on Debian they are installed.
needs:
	scripts/test-needs.sh

modules:
	go mod verify
	go mod tidy -diff

# What is generated is of the state of what it is generated from.
generated:
	go test ./models/catalog -run '^(TestSnapshotEqualsEntries|TestEntriesCountWithoutSnapshot)$$'

format:
	@unformatted=$$(gofmt -l $$(git ls-files --cached --others --exclude-standard '*.go')); \
	if [ -n "$$unformatted" ]; then echo "not formatted by gofmt:"; echo "$$unformatted"; exit 1; fi

vet:
	go vet ./...

staticcheck:
	go run $(STATICCHECK) ./...

# Every function is reached by the program, but for those that scripts/deadcode.txt lists.
deadcode:
	scripts/deadcode.sh $(DEADCODE)

# No parameter and no result is there for nothing.
unparam:
	go run $(UNPARAM) ./...

# The size and the shape of the code: what CONTRIBUTING.md bounds, and what it does not.
figures:
	go test ./cmd/harmpath -run '^TestHouseFigures$$' -count 1 -v

# One Neo4j server for the whole run, unless NEO4J_URI names another one.
unit:
	$(WITH_STORE) go test -vet=off -timeout 15m ./...

# Where goroutines meet.
race:
	$(WITH_STORE) scripts/race.sh

cross:
	scripts/cross-compile.sh

# The same source makes the same bytes, in whatever folder.
reproducible:
	scripts/reproducible.sh

fuzz:
	scripts/fuzz-smoke.sh $(INPUTS)

# Writes the expected outputs anew. Read the difference before it is committed.
update: picture
	go generate ./...
	go test $$(grep -rlE 'flag.Bool\("update"|/rendertest"' --include='*_test.go' . | xargs -n1 dirname | sort -u) -update

# The pictures in the README: an attack, and the common risk map of all cases.
CASES = $(patsubst %/,%,$(dir $(wildcard testdata/usecases/*/model.* testdata/incidents/*/model.*)))

picture:
	go run ./cmd/harmpath report testdata/usecases/gas-water-heater -o bin/picture --formats svg --lang en
	mkdir -p docs
	cp bin/picture/diagrams/attack-scald.en.svg docs/attack-scald.svg
	go run ./cmd/harmpath report $(CASES) -o bin/collection --formats svg --lang en
	cp bin/collection/diagrams/risk-map.en.svg docs/common-risk-map.svg

# Cold and warm report, analyze alone: whole processes, least and median, peak memory.
bench:
	go test ./cmd/harmpath -run '^$$' -bench Process -benchtime 20x

# From a file to its result at several sizes, phase by phase; COMPONENTS=1000000 FILES=json for a very large one (13 GB of memory).
COMPONENTS ?= 1000,10000,100000
FILES      ?= yaml,json
bench-scale:
	go test ./cmd/harmpath -run '^$$' -bench Scale -benchtime 1x -timeout 2h -components $(COMPONENTS) -files $(FILES)

# Pushes to a Neo4j store against plain UNWIND; RELATIONSHIPS=1000000 NEO4J_TEST_HEAP=2g for a large graph.
RELATIONSHIPS ?= 20000
bench-store:
	NEO4J_TEST_COMPILER=-server $(WITH_STORE) go test ./graph/neo4jstore -run '^$$' -bench . -benchtime 1x -count 3 -timeout 2h -relationships $(RELATIONSHIPS)

# The whole program over many generated models, with progress: MODELS of them from the seed FIRST on are checked, analysed and
# drawn, and over the first WHOLE of them every property is asked, in every format. A failure is shrunk and kept.
FIRST  ?= 1
MODELS ?= 5000
WHOLE  ?= 300
soak:
	go test ./cmd/harmpath -run '^TestGenerated$$' -timeout 48h -v -first-seed $(FIRST) -models $(MODELS) -whole $(WHOLE) -pace 10

# Pictures of every page of the documents of cases and of their collection, in every format and both languages, in
# bin/office; OF names other cases.
office:
	scripts/office.sh $(OF)

# The gallery of every output in docs: pictures of pages, and the page that shows them.
gallery:
	scripts/gallery.sh
