package cone

import (
	"cmp"
	"slices"

	"github.com/harmpath/harmpath/graph"
)

// SortByName sorts rules by their ids.
func SortByName(g *graph.AttackGraph, rules []graph.RuleID) {
	SortedBy(rules, g.RuleName)
}

// SortedBy sorts what has names by them, each of which is told once, and returns it.
func SortedBy[ID ~int32](ids []ID, name func(ID) string) []ID {
	type named struct {
		name string
		id   ID
	}
	all := make([]named, len(ids))
	for i, id := range ids {
		all[i] = named{name(id), id}
	}
	slices.SortFunc(all, func(a, b named) int { return cmp.Compare(a.name, b.name) })
	for i, n := range all {
		ids[i] = n.id
	}
	return ids
}
