package entries

import (
	"cmp"
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// Analysis answers where consequences can begin.
var Analysis = analysis.Analysis{
	Name: "entries",
	Doc: `The entry points of each consequence: an attacker profile and the first component, flow or data item that it
compromises, from which the consequence follows with that profile alone and its other first steps removed.`,
	Run: run,
}

// entry is an entry point with the places by which the list is ordered.
type entry struct {
	effect, profile int
	fact            graph.FactID // the first compromise
}

// reportCost is the work of reporting one entry point.
const reportCost = 200

func run(p *analysis.Pass) error {
	var found []entry
	attackers := p.Attackers()
	for i, profile := range attackers {
		o := p.Baseline(profile.ID)
		for _, beginning := range beginnings(p, o) {
			if err := p.Context.Err(); err != nil {
				return err
			}
			if o.Work()+reportCost*int64(len(found)) > p.Work() {
				p.Limit("entry points", string(profile.ID), "the work limit ended the search; there may be more")
				break
			}
			for _, l := range beginning.leads(p, o) {
				found = append(found, entry{l.effect, i, l.fact})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.effect, b.effect), cmp.Compare(a.profile, b.profile), cmp.Compare(a.fact, b.fact))
	})
	for _, e := range found {
		fact := p.Case.FactOf(e.fact)
		p.Result.Entries = append(p.Result.Entries, models.EntryPoint{
			Effect: p.Effects()[e.effect].ID, Profile: attackers[e.profile].ID,
			Type: p.Sort(e.fact), Subject: fact.Subject, Fact: fact,
		})
	}
	return nil
}

// beginning is one subject that a profile's first steps compromise, with the facts that they conclude of it.
type beginning struct {
	facts []graph.FactID
}

// beginnings groups a profile's first steps by what they compromise, in the order of the first of them.
func beginnings(p *analysis.Pass, o *analysis.Baseline) []beginning {
	type subject struct {
		of models.Sort
		id string
	}
	var out []beginning
	at := map[subject]int{}
	for _, r := range o.First {
		f := p.Graph().Then(r)
		s := subject{p.Sort(f), p.Case.FactOf(f).Subject}
		i, known := at[s]
		if !known {
			i = len(out)
			at[s] = i
			out = append(out, beginning{})
		}
		if !slices.Contains(out[i].facts, f) {
			out[i].facts = append(out[i].facts, f)
		}
	}
	return out
}

// lead is an effect that follows from a beginning, with the compromise that it begins with.
type lead struct {
	effect int
	fact   graph.FactID
}

// leads returns the effects that follow: each begins with the first of the facts that is enough by itself, or with the
// first where only several together are.
func (b beginning) leads(p *analysis.Pass, o *analysis.Baseline) []lead {
	var out []lead
	for _, e := range p.EffectsIn(o.After(b.facts...)) {
		out = append(out, lead{e, b.facts[0]})
	}
	if len(b.facts) == 1 || len(out) == 0 {
		return out
	}
	told := map[int]bool{}
	for _, f := range b.facts {
		for _, e := range p.EffectsIn(o.After(f)) {
			if i := slices.IndexFunc(out, func(l lead) bool { return l.effect == e }); i >= 0 && !told[e] {
				out[i].fact, told[e] = f, true
			}
		}
	}
	return out
}
