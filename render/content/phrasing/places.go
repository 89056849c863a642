package phrasing

import (
	"path/filepath"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
)

// Where is a place in the author's file, without the folders that all files of the case have in common.
func (v *View) Where(p models.Place) content.Cell {
	p.File = strings.TrimPrefix(p.File, v.folder)
	if p.String() == "" {
		return v.None()
	}
	return content.CellOf(content.Line{{Text: content.Clean(p.String()), Kind: content.Code}})
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
