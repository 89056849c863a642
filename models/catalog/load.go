package catalog

import (
	"embed"
	"fmt"
	"hash/crc32"
	"io/fs"

	"github.com/harmpath/harmpath/models"
)

//go:embed */*.yaml
var files embed.FS

// Load returns the catalog that harmpath carries. Each call builds a new one. Entries that were changed since snapshot.go
// was generated are read: they count at once, and every start takes longer until it is generated anew. The error is a
// models.Problems where they are wrong.
func Load() (*models.Catalog, error) { return load(snapshotChecksum) }

// load returns the snapshot where the entries have its checksum.
func load(snapshotOf uint32) (*models.Catalog, error) {
	sum, err := checksum(files)
	switch {
	case err != nil:
		return nil, err
	case sum == snapshotOf:
		return models.NewCatalog(snapshot()), nil
	}
	c, err := Extend(&models.Catalog{}, files)
	if err != nil {
		return nil, err
	}
	for _, s := range Sections() {
		for _, e := range s.at(c) {
			e.At = models.Place{} // what is carried lies in no file of a user
		}
	}
	return c, nil
}

// checksum tells states of the entries apart: by their names and all that is in them.
func checksum(entries fs.FS) (uint32, error) {
	sum := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	err := fs.WalkDir(entries, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := fs.ReadFile(entries, name)
		if err != nil {
			return err
		}
		_, _ = fmt.Fprintf(sum, "%q %d ", name, len(text)) // a hash takes all
		_, _ = sum.Write(text)
		return nil
	})
	return sum.Sum32(), err
}

// Extend returns base, which is taken to be sound, with the entries of a folder of the same layout added to it; an
// entry with the id of one of base takes its place as a whole. The added entries are checked in the catalog that
// comes out, and base stays as it is. The error is a models.Problems where files are wrong; its places name the files
// as fsys does.
func Extend(base *models.Catalog, fsys fs.FS) (*models.Catalog, error) {
	r := reader{fsys: fsys}
	if err := r.read(); err != nil {
		return nil, err
	}
	var whole models.Catalog
	for _, s := range r.sections {
		s.replace(&whole, base)
		s.replace(&whole, &r.entries)
	}
	c := models.NewCatalog(whole)
	problems := append(r.problems, r.locate(check(c, base, &r))...)
	if len(problems) > 0 {
		return nil, problems.Sort()
	}
	return c, nil
}
