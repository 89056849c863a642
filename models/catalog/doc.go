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
// What harmpath itself carries is not read from YAML at every start: that takes 25 ms where Load takes 0.4 ms
// (BenchmarkRead, BenchmarkLoad), and JSON or gob would still take several times as long. snapshot.go holds it as Go
// values; go generate renews it and a test keeps it equal to the YAML. Where a changed type keeps snapshot.go from
// compiling, make its function return models.Catalog{} and generate it again.
package catalog

//go:generate go test -run=^TestSnapshotEqualsEntries$ -update .
