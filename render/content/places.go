package content

import (
	"path/filepath"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// where is a place in the author's file, without the folders that all files of the case have in common.
func (b *builder) where(p models.Place) Cell {
	p.File = strings.TrimPrefix(p.File, b.folder)
	if p.String() == "" {
		return b.none()
	}
	return cell(Line{{Text: Clean(p.String()), Kind: Code}})
}

// commonFolder is the folder, with its separator, in which all places of a result lie; empty where there is none.
func commonFolder(r *models.Result) string {
	var common string
	first := true
	add := func(p models.Place) {
		if p.File == "" {
			return
		}
		folder, _ := filepath.Split(p.File)
		if first {
			common, first = folder, false
		}
		for !strings.HasPrefix(folder, common) {
			common, _ = filepath.Split(strings.TrimRight(common, `/\`))
		}
	}
	for i := range r.Assumptions {
		add(r.Assumptions[i].At)
	}
	for i := range r.Findings {
		add(r.Findings[i].At)
	}
	return common
}
