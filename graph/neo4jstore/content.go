package neo4jstore

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/models"
)

// Content is what one version of a case is to hold.
type Content struct {
	Case   models.CaseID
	source source
	failed *error // why the source ended early
}

// CaseContent is a case with its model as it was read, its attack graph and, unless it is nil, its result.
func CaseContent(read *models.System, grounded *ground.Case, result *models.Result) Content {
	m := newModelNodes(read, grounded.Catalog)
	return Content{Case: read.ID, source: func(yield func(node) bool) {
		nodes := m.all()
		at := map[string]*node{}
		for i := range nodes {
			at[nodes[i].key] = &nodes[i]
		}
		at[headKey].props["catalog"] = fingerprint(grounded.Catalog)
		reached := map[models.Fact]*models.FactResult{}
		var found []node
		if result != nil {
			found = m.addResult(result, at)
			for i := range result.Facts {
				reached[result.Facts[i].Fact] = &result.Facts[i]
			}
		}
		if each(nodes, yield) && each(m.derived(grounded.Effects, result), yield) && graphNodes(m, grounded, reached, yield) {
			each(found, yield)
		}
	}}
}

// StreamContent is a case with its model and its attack graph, which is grounded rule by rule each time that it is
// gone through and never held: see [ground.Stream]. The system must have passed its checks.
func StreamContent(read *models.System, catalog *models.Catalog) Content {
	m := newModelNodes(read, catalog)
	c := Content{Case: read.ID, failed: new(error)}
	c.source = func(yield func(node) bool) {
		nodes := m.all()
		nodes[0].props["catalog"] = fingerprint(catalog)
		if !each(nodes, yield) {
			return
		}
		told := map[models.Fact]bool{}
		grounded, err := ground.Stream(read, catalog, func(i ground.Instance) error {
			for _, f := range append([]models.Fact{i.Concludes}, i.From...) {
				if !told[f] {
					told[f] = true
					if !yield(m.factNode(f)) {
						return errEnough
					}
				}
			}
			if !yield(stepNode(i)) {
				return errEnough
			}
			return nil
		})
		switch {
		case err == nil:
			each(m.derived(grounded.Effects, nil), yield)
		case err != errEnough:
			*c.failed = err
		}
	}
	return c
}

// errEnough ends a stream whose reader has what it wants.
var errEnough = fmt.Errorf("enough")

func each(nodes []node, yield func(node) bool) bool {
	for _, n := range nodes {
		if !yield(n) {
			return false
		}
	}
	return true
}

// graphNodes yields facts, then steps.
func graphNodes(m *modelNodes, c *ground.Case, reached map[models.Fact]*models.FactResult, yield func(node) bool) bool {
	for f := range graph.FactID(c.Graph.NumFacts()) {
		n := m.factNode(c.FactOf(f))
		if found := reached[c.FactOf(f)]; found != nil {
			addReached(&n, found)
		}
		if !yield(n) {
			return false
		}
	}
	for r := range graph.RuleID(c.Graph.NumRules()) {
		if !yield(stepNode(c.Instance(r))) {
			return false
		}
	}
	return true
}

// derived are the effects that follow from personal information, where no result has them.
func (m *modelNodes) derived(effects []ground.Effect, result *models.Result) []node {
	var out []node
	for i, e := range effects {
		if !e.Derived || result != nil {
			continue
		}
		n := node{key: m.effectKey(e.ID), labels: []string{"Effect", "Derived"}, props: map[string]any{"id": string(e.ID)}, rels: ofVersion(relDerives, i)}
		setText(n.props, "name", e.Name)
		out = append(out, n)
	}
	return out
}

// fingerprint tells two catalogs apart.
func fingerprint(c *models.Catalog) string {
	body, err := json.Marshal(c)
	if err != nil {
		panic("neo4jstore: " + err.Error())
	}
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:8])
}
