package entries_test

import (
	"context"
	"os"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/entries"
	"github.com/harmpath/harmpath/analysis/levels"
	"github.com/harmpath/harmpath/models"
)

var list = []analysis.Analysis{levels.Analysis, entries.Analysis}

func TestChain(t *testing.T) {
	analysistest.Run(t, os.DirFS("testdata"), "chain.yaml", list)
}

// An entry point belongs to an attacker who brings the consequence about, stands once, and does not depend on the other
// attackers.
func TestEntriesOfEachAttackerAlone(t *testing.T) {
	analysistest.Law(t, list, func(t *rapid.T, known *models.Catalog, r *models.Result) {
		for i, e := range r.Entries {
			c := r.Consequences[slices.IndexFunc(r.Consequences, func(c models.Consequence) bool { return c.Effect == e.Effect })]
			if !slices.Contains(c.Reachable.Assessed.By, e.Profile) {
				t.Fatalf("%+v, and that attacker does not bring it about", e)
			}
			if e.Fact.Subject != e.Subject || slices.Contains(r.Entries[:i], e) {
				t.Fatalf("%+v of another subject, or twice", e)
			}
		}
		for _, attacker := range r.System.Attackers {
			system := r.System
			system.Attackers = []models.Profile{attacker}
			alone, err := analysis.Run(context.Background(), &system, known, list, analysis.Options{})
			if err != nil {
				t.Fatal(err)
			}
			others := slices.DeleteFunc(slices.Clone(r.Entries), func(e models.EntryPoint) bool { return e.Profile != attacker.ID })
			if want, got := subjects(others), subjects(alone.Entries); !slices.Equal(want, got) {
				t.Fatalf("%s has among others the entries %v, alone %v", attacker.ID, want, got)
			}
		}
	})
}

// subjects says of entry points where what begins, in an order of their own.
func subjects(entries []models.EntryPoint) []string {
	var out []string
	for _, e := range entries {
		out = append(out, string(e.Effect)+" "+e.Subject)
	}
	slices.Sort(out)
	return out
}
