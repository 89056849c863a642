// Package catalog is the knowledge that harmpath carries: it turns the YAML files beside it, one an entry, into a
// models.Catalog, extends that by a user's own folder of the same layout, and tells of each entry what it says of
// itself.
//
// A folder holds one sort of entries (see Sections) and a file one entry, named for the entry's id. Both are read and
// checked alike, whoever wrote them: every word has a meaning, every reference resolves, every rule can be grounded,
// each text is in both languages. All problems are told at once, with their places.
//
// The package reads through an fs.FS only and grounds no rule.
//
// What harmpath itself carries is not read from YAML at every start: that takes 25 ms where snapshot.go, which holds it as
// Go values, takes 0.5 ms (BenchmarkRead, BenchmarkLoad), and JSON or gob would still take several times as long. An entry
// counts as soon as its file is written, all the same: Load reads the files whenever snapshot.go is not of their very
// state. A test fails until go generate ./models/catalog has renewed it. Where a changed type keeps snapshot.go from
// compiling, make its function return models.Catalog{} and generate it again.
package catalog

//go:generate go test -run=^TestSnapshotEqualsEntries$ -update .
