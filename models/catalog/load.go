package catalog

import (
	"embed"
	"io/fs"

	"github.com/harmpath/harmpath/models"
)

//go:embed */*.yaml
var files embed.FS

// Files returns the entries that harmpath carries as they are written, for those who want to read them or begin a
// catalog of their own with them.
func Files() fs.FS { return files }

// Load returns the catalog that harmpath carries. Each call builds a new one.
func Load() (*models.Catalog, error) {
	return models.NewCatalog(snapshot()), nil
}

// Read reads a whole catalog from a folder. The error is a models.Problems where files are wrong.
func Read(fsys fs.FS) (*models.Catalog, error) {
	return Extend(&models.Catalog{}, fsys)
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
