package neo4jstore

import (
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/models"
)

// factNode is a fact: OR over the steps that conclude it.
func (m *modelNodes) factNode(f models.Fact) node {
	n := node{
		key: factKey(f.String()), labels: []string{labelFact, labelOr},
		props: map[string]any{"id": f.String(), "state": string(f.State), "subject": f.Subject},
	}
	state := m.catalog.State(f.State)
	if state == nil {
		return n
	}
	if state.Compromise {
		n.props["compromise"] = true
	}
	if key := m.elementKey(state.Of, f.Subject); key != "" {
		n.rels = append(n.rels, rel{typ: relAbout, other: key})
	}
	return n
}

// stepNode is a rule instance: AND of its premises.
func stepNode(i ground.Instance) node {
	n := node{key: stepKey(i.Instance), labels: []string{labelStep, labelAnd}, props: map[string]any{
		"id": i.Instance, "rule": string(i.Rule), "class": string(i.Class), "premises": int64(len(i.From)),
		"effort": i.Effort, "probability": i.Probability,
	}}
	for name, value := range map[string]bool{"inherent": i.Inherent, "malicious": i.Malicious} {
		if value {
			n.props[name] = true
		}
	}
	if i.Wants != models.CapabilityUnstated {
		n.props["wants"] = int64(i.Wants)
	}
	if i.Asset != "" {
		n.props["asset"] = string(i.Asset)
	}
	if i.Profile != "" {
		n.props["profile"] = string(i.Profile)
		n.rels = append(n.rels, rel{typ: relTakes, other: modelKey("profile", string(i.Profile)), in: true})
	}
	setList(n.props, "roles", i.Roles, func(b models.Binding) string { return b.Role + ":" + b.Subject })
	setList(n.props, "assumes", i.Assumes, func(p models.PropertyRef) string { return p.Subject + "." + string(p.Property) })
	setList(n.props, "blocked_by", i.BlockedBy, func(id models.MeasureID) string { return string(id) })
	n.rels = append(n.rels, rel{typ: relConcludes, other: factKey(i.Concludes.String())})
	for _, f := range i.From {
		n.rels = append(n.rels, rel{typ: relPremise, other: factKey(f.String()), in: true})
	}
	for _, id := range i.BlockedBy {
		n.rels = append(n.rels, rel{typ: relBlocks, other: modelKey("measure", string(id)), in: true})
	}
	for _, h := range i.Hardenings {
		n.rels = append(n.rels, rel{typ: relHarder, other: modelKey("measure", string(h.Measure)), in: true,
			props: map[string]any{"effort": h.Effort, "probability": h.Probability}})
	}
	return n
}

// setList sets a property to a list of words, if there are any.
func setList[T any](props map[string]any, name string, list []T, say func(T) string) {
	if len(list) == 0 {
		return
	}
	words := make([]any, len(list))
	for i, x := range list {
		words[i] = say(x)
	}
	props[name] = words
}
