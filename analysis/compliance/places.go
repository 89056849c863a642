package compliance

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/models"
)

// places say in which elements each property matters, in the model's order.
type places struct {
	of map[models.PropertyID][]string
}

// findPlaces grounds the case as if the model stated no property and no measure, and looks where rules that ask for a
// property can then be used. Of components, only those count for whose kind the catalog says that it matters.
func findPlaces(p *analysis.Pass) (*places, error) {
	bare, err := ground.New(bareOf(p.Case.System), p.Case.Catalog)
	if err != nil {
		return nil, fmt.Errorf("ground the case without its protection: %w", err)
	}
	query := ground.Query{Reading: models.Inherent}
	for _, f := range p.Attackers() {
		query.Profiles = append(query.Profiles, f.ID)
	}
	sel := bare.Select(query)
	reached := graph.Reach(bare.Graph, sel)
	found := map[models.PropertyRef]bool{}
	out := &places{of: map[models.PropertyID][]string{}}
	for r := range graph.RuleID(bare.Graph.NumRules()) {
		if len(query.Profiles) > 0 && !fires(bare.Graph, sel, reached, r) {
			continue
		}
		for _, ref := range wantedAbsent(p.Case.Catalog, bare, r) {
			if !found[ref] && matters(p, ref) {
				found[ref] = true
				out.of[ref.Property] = append(out.of[ref.Property], ref.Subject)
			}
		}
	}
	for _, property := range p.Case.Catalog.Properties {
		slices.SortStableFunc(out.of[property.ID], func(a, b string) int {
			return cmp.Compare(p.Element(property.Of, a).No, p.Element(property.Of, b).No)
		})
	}
	return out, nil
}

// bareOf returns the system without what it says of its protection.
func bareOf(s *models.System) *models.System {
	bare := s.Unprotected()
	bare.Measures = nil
	return bare
}

// matters reports whether a property matters for what it is asked of: a component's kind must list it.
func matters(p *analysis.Pass, ref models.PropertyRef) bool {
	if ref.Type != models.ComponentSort {
		return true
	}
	c := &p.Case.System.Components[p.Element(ref.Type, ref.Subject).No]
	return slices.Contains(p.Case.Catalog.PropertiesOf(c.Kind), ref.Property)
}

func fires(g *graph.AttackGraph, sel *graph.Selection, reached *graph.Fixpoint, r graph.RuleID) bool {
	return sel.Enabled(r) && !slices.ContainsFunc(g.If(r), func(f graph.FactID) bool { return !reached.Holds(f) })
}

// wantedAbsent returns the properties that a rule instance wants absent.
func wantedAbsent(catalog *models.Catalog, grounded *ground.Case, r graph.RuleID) []models.PropertyRef {
	rule := catalog.Rule(grounded.RuleOf(r))
	if rule == nil {
		return nil
	}
	var out []models.PropertyRef
	for _, t := range rule.Where {
		if !t.Property() || !t.Not {
			continue
		}
		for _, b := range grounded.RolesOf(r) {
			if b.Role == t.Role {
				out = append(out, models.PropertyRef{Type: b.Type, Subject: b.Subject, Property: models.PropertyID(t.Of)})
			}
		}
	}
	return out
}
