package load

import (
	"strings"

	"github.com/harmpath/harmpath/models"
)

// beside returns the problems that stand beside those of reading: it leaves out each whose path is the path of one of
// them, or lies above or below it. What could not be read is missing in the system, and its absence is no problem of
// its own.
func beside(found, reading models.Problems) models.Problems {
	var out models.Problems
	for _, p := range found {
		reported := false
		for _, r := range reading {
			reported = reported || within(p.Path, r.Path) || within(r.Path, p.Path)
		}
		if !reported {
			out = append(out, p)
		}
	}
	return out
}

// within tells whether a path is another one or lies below it. Nothing is said of what has no path.
func within(path, above string) bool {
	rest, is := strings.CutPrefix(path, above)
	return is && above != "" && (rest == "" || rest[0] == '.' || rest[0] == '[')
}
