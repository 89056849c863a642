package modeltest

import (
	"testing"

	"github.com/harmpath/harmpath/models/load"
)

// FuzzSupplement fuzzes a format of attached files from some files on, which are called by a name that has its extension.
// Reading neither panics nor hangs, every problem has a text and its file, every flaw says what was done about it, and all
// that was read has its name and its place.
func FuzzSupplement(f *testing.F, format load.Supplement, file string, seeds ...string) {
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	limits := load.SupplementLimits{Packages: 50, Statements: 50, Within: 5}
	f.Fuzz(func(t *testing.T, data []byte) {
		document, problems := load.Open(file, data, load.SupplementLimits{})
		bill := load.Bill{}
		if len(problems) == 0 {
			bill, problems = load.Read(format, &document, limits)
		}
		for _, p := range append(problems, bill.Remarks...) {
			if p.What.IsZero() || p.At.File != file {
				t.Fatalf("a problem without text or place: %#v", p)
			}
		}
		for _, p := range bill.Remarks {
			if p.Remedy.IsZero() {
				t.Fatalf("a flaw of which nobody says what was done: %#v", p)
			}
		}
		for _, l := range append(bill.Listed, bill.LeftOut...) {
			if l.Name == "" || len(l.Within) > limits.Within || l.At.Line == 0 || l.Reason == "" && len(l.In) == 0 {
				t.Fatalf("a package without name, place or container, or too deep: %#v", l)
			}
		}
		for _, s := range bill.Statements {
			if s.ID == "" || s.Status == "" || s.At.Line == 0 {
				t.Fatalf("a statement that says nothing: %#v", s)
			}
		}
	})
}
