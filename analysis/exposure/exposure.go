package exposure

import (
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/models"
)

// Analysis tells what each component means for the case.
var Analysis = analysis.Analysis{
	Name: "exposure",
	Doc: `For each listed component: the level if this asset is attacked, the effects to which it can contribute and
those for which it is necessary, who can compromise it, and how many others can be compromised from it.`,
	Run: run,
}

func run(p *analysis.Pass) error {
	contributes, necessary := contributions(p), necessities(p)
	components := listed(p)
	follows, err := p.Compromised()
	if err != nil {
		return err
	}
	listing := p.NewListing("exposure", len(components))
	attacked := newAttacked(p, listing)
	alone := p.Alone(models.Assessed)
	left := 0
	for _, c := range components {
		if !follows[c].Examined() {
			left++
			continue
		}
		out := attacked.component(c, &follows[c])
		out.Contributes, out.ContributesAll = listing.Effects(contributes[c])
		out.Necessary, out.NecessaryAll = listing.Effects(necessary[c])
		for k, s := range alone {
			if slices.ContainsFunc(p.CompromisesOf(c), s.Fixpoint.Holds) {
				out.CompromisedBy = append(out.CompromisedBy, p.Profiles()[k].ID)
			}
		}
		p.Result.Components = append(p.Result.Components, out)
	}
	if left > 0 {
		p.Limit("exposure", "", fmt.Sprintf("the work limit left %d components out", left))
	}
	listing.Report()
	return nil
}

// listed returns the places of the components that are more than drawn.
func listed(p *analysis.Pass) []int {
	var out []int
	for i := range p.Case.System.Components {
		if !p.Case.System.Components[i].DrawnOnly {
			out = append(out, i)
		}
	}
	return out
}

// table says for each component, by its place, which effects it has to do with, by their places, ascending.
type table map[int][]int32
