package neo4jstore

import (
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// GraphContent is an attack graph that belongs to no model.
func GraphContent(id models.CaseID, g *graph.AttackGraph) Content {
	return Content{Case: id, source: func(yield func(node) bool) {
		head := node{key: headKey, props: map[string]any{"id": string(id)}}
		if yield(head) {
			bareNodes(g, yield)
		}
	}}
}

// bareNodes yields an attack graph that belongs to no model: facts, rules and measures, by their names.
func bareNodes(g *graph.AttackGraph, yield func(node) bool) bool {
	for f := range graph.FactID(g.NumFacts()) {
		n := node{key: factKey(g.FactName(f)), labels: []string{labelFact, labelOr}, props: map[string]any{"id": g.FactName(f)}}
		if !yield(n) {
			return false
		}
	}
	for id := range graph.MeasureID(g.NumMeasures()) {
		name := g.MeasureName(id)
		n := node{key: modelKey("measure", name), labels: []string{"Measure"}, props: map[string]any{"id": name, "cost": g.Cost(id)}}
		if !yield(n) {
			return false
		}
	}
	for r := range graph.RuleID(g.NumRules()) {
		if !yield(bareStep(g, r)) {
			return false
		}
	}
	return true
}

func bareStep(g *graph.AttackGraph, r graph.RuleID) node {
	n := node{key: stepKey(g.RuleName(r)), labels: []string{labelStep, labelAnd}, props: map[string]any{
		"id": g.RuleName(r), "class": string(models.AttackRule), "premises": int64(len(g.If(r))), "effort": g.Effort(r), "probability": g.Probability(r),
	}}
	n.rels = append(n.rels, rel{typ: relConcludes, other: factKey(g.FactName(g.Then(r)))})
	for _, f := range g.If(r) {
		n.rels = append(n.rels, rel{typ: relPremise, other: factKey(g.FactName(f)), in: true})
	}
	setList(n.props, "blocked_by", g.BlockedBy(r), g.MeasureName)
	for _, id := range g.BlockedBy(r) {
		n.rels = append(n.rels, rel{typ: relBlocks, other: modelKey("measure", g.MeasureName(id)), in: true})
	}
	for _, h := range g.HardenedBy(r) {
		n.rels = append(n.rels, rel{typ: relHarder, other: modelKey("measure", g.MeasureName(h.Measure)), in: true,
			props: map[string]any{"effort": h.Effort, "probability": h.Probability}})
	}
	return n
}
