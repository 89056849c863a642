package assumptions

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/solve"
	"github.com/harmpath/harmpath/models"
)

// Analysis tells on which unknown properties the result rests.
var Analysis = analysis.Analysis{
	Name: "assumptions",
	Doc: `The minimal sets of unknown properties on which each consequence rests, and what becomes of the level and of
the consequences if one of them were known to be true.`,
	Needs: []string{"paths", "levels"},
	Run:   run,
}

func run(p *analysis.Pass) error {
	unknown := unknownIn(p)
	sets := setsOf(p, unknown)
	for e := range p.Effects() {
		if p.Consequence(e).Reachable.Assessed.Reachable {
			p.Consequence(e).AssumedSets = unknown.refs(sets[e].minimal)
		}
	}
	return addResults(p, unknown, sets)
}

// unknowns are the unknown properties of the case that rules take as false, in the order of the model.
type unknowns struct {
	properties []models.PropertyRef
	rules      []graph.RuleID // the instance that takes the property as false
	facts      []graph.FactID
	elements   []analysis.Element
}

func unknownIn(p *analysis.Pass) *unknowns {
	var rules []graph.RuleID
	for r := range graph.RuleID(p.Graph().NumRules()) {
		if p.Case.RuleOf(r) == models.RuleAssumed {
			rules = append(rules, r)
		}
	}
	property := func(r graph.RuleID) models.PropertyRef { return p.Case.AssumedBy(r)[0] }
	element := func(r graph.RuleID) analysis.Element { return p.Element(property(r).Type, property(r).Subject) }
	order := propertyOrder(p.Case.Catalog)
	slices.SortStableFunc(rules, func(a, b graph.RuleID) int {
		x, y := property(a), property(b)
		return cmp.Or(
			cmp.Compare(x.Type.Index(), y.Type.Index()),
			cmp.Compare(element(a).No, element(b).No),
			cmp.Compare(order[x.Property], order[y.Property]),
		)
	})
	out := &unknowns{rules: rules}
	for _, r := range rules {
		out.properties = append(out.properties, property(r))
		out.facts = append(out.facts, p.Graph().Then(r))
		out.elements = append(out.elements, element(r))
	}
	return out
}

func propertyOrder(c *models.Catalog) map[models.PropertyID]int {
	out := map[models.PropertyID]int{}
	for i, e := range c.Properties {
		out[e.ID] = i
	}
	return out
}

// refs tells sets of places as sets of properties.
func (u *unknowns) refs(sets [][]int32) [][]models.PropertyRef {
	var out [][]models.PropertyRef
	for _, set := range sets {
		refs := []models.PropertyRef{}
		for _, i := range set {
			refs = append(refs, u.properties[i])
		}
		out = append(out, refs)
	}
	return out
}

// rests says on what one effect rests.
type rests struct {
	minimal [][]int32 // minimal sets of places in the unknown properties
	whole   bool      // these are all
	used    []int32   // places that stand in a minimal set of some profile, ascending
}

// setsOf returns, for each effect, the minimal sets over all profiles.
func setsOf(p *analysis.Pass, unknown *unknowns) []rests {
	out := make([]rests, len(p.Effects()))
	for e := range out {
		out[e].whole = true
	}
	work := 2 * p.Work() / int64(max(1, len(p.Profiles())))
	for _, s := range p.Alone(models.Assessed) {
		supports := solve.MinimalSupports(p.Context, p.Graph(), s.Selection, unknown.rules, solve.SupportLimits{Work: work})
		for e := range out {
			if !s.Occurs(e) {
				continue
			}
			sets, whole := supports.Of(p.Goal(e))
			out[e].minimal = append(out[e].minimal, sets...)
			out[e].used = append(out[e].used, slices.Concat(sets...)...)
			out[e].whole = out[e].whole && whole
		}
	}
	cut := 0
	for e := range out {
		out[e].minimal = minimal(out[e].minimal)
		slices.Sort(out[e].used)
		out[e].used = slices.Compact(out[e].used)
		if !out[e].whole {
			cut++
		}
	}
	if cut > 0 {
		p.Limit("assumptions", "", fmt.Sprintf("of %d consequences not all minimal sets of unknown properties were found", cut))
	}
	return out
}

// minimal drops the sets of which another one is a part, and orders the rest: smaller ones first.
func minimal(sets [][]int32) [][]int32 {
	slices.SortFunc(sets, func(a, b []int32) int { return cmp.Or(cmp.Compare(len(a), len(b)), slices.Compare(a, b)) })
	var out [][]int32
	for _, set := range sets {
		part := func(smaller []int32) bool {
			return !slices.ContainsFunc(smaller, func(i int32) bool { return !slices.Contains(set, i) })
		}
		if !slices.ContainsFunc(out, part) {
			out = append(out, set)
		}
	}
	return out
}
