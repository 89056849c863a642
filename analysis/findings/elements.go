package findings

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// personalInformationWithoutEffect finds the personal information of whose disclosure the author says nothing.
func personalInformationWithoutEffect(r *report) {
	for _, e := range r.Effects() {
		if e.Derived {
			r.add(e.At, r.element(models.DataSort, string(e.Harm.Discloses[0])))
		}
	}
}

// mentions reports whether a tree of causes has a fact about the subject.
func mentions(c *models.Cause, id string) bool {
	return slices.ContainsFunc(c.Facts(), func(f models.Fact) bool { return f.Subject == id })
}
