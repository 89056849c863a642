package neo4jstore

import (
	"cmp"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/topology"
)

// modelNodes are the nodes of a model, its head first. What is only there to be asked, beside what a pull reads: the
// kinds as labels, flows as relationships from end to end, what a measure applies to, what a safeguard guards, and the
// parts that several cases share.
type modelNodes struct {
	system  *models.System
	catalog *models.Catalog
	ids     map[string]string // id of a component, flow or data item → its node's key
}

func newModelNodes(s *models.System, c *models.Catalog) *modelNodes {
	m := &modelNodes{system: s, catalog: c, ids: map[string]string{}}
	for _, d := range s.Data {
		m.ids[string(d.ID)] = modelKey("data", string(d.ID))
	}
	for _, f := range s.Flows {
		m.ids[string(f.ID)] = modelKey("flow", string(f.ID))
	}
	for _, c := range s.Components {
		m.ids[string(c.ID)] = modelKey("component", string(c.ID))
	}
	return m
}

// all returns the nodes by the keys of those that are elements of the case.
func (m *modelNodes) all() []node {
	nodes := newEncoder().nodes(headKey, nil, *m.system)
	nodes[0].labels = nil // those of a version change with what it is for readers
	at := map[string]*node{}
	for i := range nodes {
		at[nodes[i].key] = &nodes[i]
	}
	addSaid(nodes, at)
	m.addKinds(at)
	m.addFlows(at)
	m.addReach(at)
	return append(nodes, m.addParts(at)...)
}

// addSaid writes on each element what tells it apart from the same element of another version: all that the model says
// of it, whatever else the store ties to it.
func addSaid(nodes []node, at map[string]*node) {
	said := map[string][]string{}
	for _, n := range nodes {
		whose, _, part := strings.Cut(n.key, ".")
		if !part {
			n.rels = slices.DeleteFunc(slices.Clone(n.rels), func(r rel) bool { return r.in }) // its place among its fellows
		}
		said[whose] = append(said[whose], n.hash())
	}
	for key, hashes := range said {
		if key != headKey {
			at[key].props["said"] = node{labels: []string{strings.Join(hashes, "_")}}.hash()
		}
	}
}

func (m *modelNodes) addKinds(at map[string]*node) {
	for _, c := range m.system.Components {
		n := at[modelKey("component", string(c.ID))]
		n.labels = append(n.labels, kindLabels(m.catalog, c.Kind)...)
	}
}

func (m *modelNodes) addFlows(at map[string]*node) {
	for _, f := range m.system.Flows {
		n := at[modelKey("component", string(f.From))]
		props := map[string]any{"flow": string(f.ID), "nature": string(f.Nature)}
		if f.Seq != 0 {
			props["seq"] = int64(f.Seq)
		}
		if f.Closed {
			props["closed"] = true
		}
		n.rels = append(n.rels, rel{typ: relSends, other: modelKey("component", string(f.To)), props: props})
	}
}

// addReach adds what measures apply to and safeguards guard.
func (m *modelNodes) addReach(at map[string]*node) {
	for _, measure := range m.system.Measures {
		n := at[modelKey("measure", string(measure.ID))]
		for _, id := range measure.AppliesTo {
			if key, known := m.ids[id]; known {
				n.rels = append(n.rels, rel{typ: relApplies, other: key})
			}
		}
	}
	for _, s := range m.system.Safeguards {
		n := at[modelKey("safeguard", string(s.ID))]
		for _, e := range m.system.Effects {
			if slices.Contains(s.Guards, string(e.ID)) {
				n.rels = append(n.rels, rel{typ: relGuards, other: modelKey("effect", string(e.ID))})
			}
		}
	}
}

// addParts ties the components that are built into others to nodes that all cases share: two are the same part when
// they have the same kind and the same purl or, without one, the same id.
func (m *modelNodes) addParts(at map[string]*node) []node {
	var out []node
	view := topology.New(m.system)
	for _, c := range m.system.Components {
		if len(view.Wholes(c.ID)) == 0 {
			continue
		}
		id := cmp.Or(c.PURL, string(c.ID))
		key := "part/" + string(c.Kind) + "/" + id
		n := at[modelKey("component", string(c.ID))]
		part := node{
			key: key, shared: true, labels: []string{labelPart},
			props: map[string]any{"id": id, "kind": string(c.Kind)},
		}
		n.rels = append(n.rels, rel{typ: relSame, other: key, shared: &part})
		out = append(out, part)
	}
	return out
}

// elementKey is the key of the element that a fact or a finding is about; "" where the model has none.
func (m *modelNodes) elementKey(of models.Sort, id string) string {
	switch of {
	case models.ComponentSort, models.FlowSort, models.DataSort:
		return m.ids[id]
	case models.SafeguardSort, models.ConditionSort, models.StakeholderSort, models.MeasureSort:
		return modelKey(string(of), id)
	case models.EffectSort:
		return m.effectKey(models.EffectID(id))
	}
	return ""
}

// effectKey is the key of an effect: the author's, or one that follows from personal information.
func (m *modelNodes) effectKey(id models.EffectID) string {
	if slices.ContainsFunc(m.system.Effects, func(e models.Effect) bool { return e.ID == id }) {
		return modelKey("effect", string(id))
	}
	return resultKey("effect", string(id))
}
