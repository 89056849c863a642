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

// tellCost is the work of telling one effect of one component.
const tellCost = 50

func run(p *analysis.Pass) error {
	contributes := contributions(p)
	necessary := necessities(p)
	alone := p.Alone(models.Assessed)
	left, told := 0, int64(0)
	for i, c := range p.Case.System.Components {
		if c.DrawnOnly {
			continue
		}
		if told+p.Nobody().Work() > p.Work() {
			left++
			continue
		}
		if err := p.Context.Err(); err != nil {
			return err
		}
		out := ifAttacked(p, i)
		told += tellCost * int64(len(out.Leads)+len(contributes[i]))
		out.Contributes, out.Necessary = contributes.of(p, i), necessary.of(p, i)
		for k, s := range alone {
			if slices.ContainsFunc(p.CompromisesOf(i), s.Fixpoint.Holds) {
				out.CompromisedBy = append(out.CompromisedBy, p.Profiles()[k].ID)
			}
		}
		p.Result.Components = append(p.Result.Components, out)
	}
	if left > 0 {
		p.Limit("exposure", "", fmt.Sprintf("the work limit left %d components out", left))
	}
	return nil
}

// ifAttacked takes a component as compromised in every way, and nothing else.
func ifAttacked(p *analysis.Pass, component int) models.ComponentResult {
	o := p.Nobody()
	added := o.After(p.CompromisesOf(component)...)
	follows := p.EffectsIn(added)
	out := models.ComponentResult{Component: p.Case.System.Components[component].ID, Leads: p.EffectsAt(follows)}
	out.IfAttacked = p.LevelsOf(func(e int) bool {
		_, new := slices.BinarySearch(follows, e)
		return new || o.Has(p.Goal(e))
	})
	others := map[int]bool{}
	for _, f := range added {
		if c, about := p.ComponentOf(f); about && c != component && p.Compromise(f) {
			others[c] = true
		}
	}
	out.Reaches = len(others)
	return out
}
