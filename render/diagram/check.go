package diagram

import (
	"errors"
	"fmt"
)

// check finds what no diagram can be made of; it is the caller's mistake, not a user's.
func (s *Scene) check() error {
	var faults []error
	fault := func(format string, words ...any) { faults = append(faults, fmt.Errorf("diagram: "+format, words...)) }
	zones, nodes, edges := map[string]bool{"": true}, map[string]bool{}, map[string]bool{}
	for _, zone := range s.Zones {
		if zones[zone.ID] {
			fault("zone id %q is empty or used twice", zone.ID)
		}
		if !zones[zone.Parent] {
			fault("zone %q lies in %q, which does not come before it", zone.ID, zone.Parent)
		}
		zones[zone.ID] = true
	}
	for _, node := range s.Nodes {
		if node.ID == "" || nodes[node.ID] {
			fault("node id %q is empty or used twice", node.ID)
		}
		if !zones[node.Zone] {
			fault("node %q lies in zone %q, which does not exist", node.ID, node.Zone)
		}
		nodes[node.ID] = true
	}
	for _, edge := range s.Edges {
		if edge.ID == "" || edges[edge.ID] {
			fault("edge id %q is empty or used twice", edge.ID)
		}
		if !nodes[edge.From] || !nodes[edge.To] {
			fault("edge %q joins %q and %q, which do not both exist", edge.ID, edge.From, edge.To)
		}
		edges[edge.ID] = true
	}
	return errors.Join(faults...)
}
