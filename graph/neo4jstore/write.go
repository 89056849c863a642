package neo4jstore

import (
	"fmt"
	"maps"
	"slices"
)

// generation is what all uids of one version begin with. A version that is replaced as a whole gets a new one.
type generation string

func (g generation) uid(key string, shared bool) string {
	if shared {
		return key
	}
	return string(g) + "/" + key
}

func (g generation) prefix() string { return string(g) + "/" }

// row is a node's properties as they are written.
func (g generation) row(n node) map[string]any {
	row := make(map[string]any, len(n.props)+2)
	maps.Copy(row, n.props)
	row["uid"], row["hash"] = g.uid(n.key, n.shared), n.hash()
	return row
}

// createNodes writes new nodes, one statement for each set of labels. Shared ones come with what leads to them.
func (t transaction) createNodes(g generation, nodes []node) error {
	rows := map[string][]any{}
	for _, n := range nodes {
		if n.shared {
			continue
		}
		set := n.labelSet()
		rows[set] = append(rows[set], g.row(n))
	}
	for _, set := range slices.Sorted(maps.Keys(rows)) {
		labels := quotedName(labelAll)
		if set != "" {
			labels += ":" + quotedSet(set)
		}
		if _, err := t.do("UNWIND $rows AS row CREATE (n:"+labels+") SET n = row", map[string]any{"rows": rows[set]}); err != nil {
			return err
		}
	}
	return nil
}

// link is a relationship as it is written: uids of its ends, and properties.
type arrow struct {
	typ      string
	from, to string
	props    map[string]any
	shared   map[string]any // the row of the node that it leads to, where that belongs to no version
}

// arrow gives a node's relationship its direction.
func (g generation) arrow(n node, r rel) arrow {
	own, other := g.uid(n.key, n.shared), g.uid(r.other, r.shared != nil)
	if r.in {
		own, other = other, own
	}
	a := arrow{typ: r.typ, from: own, to: other, props: r.props}
	if r.shared != nil {
		a.shared = g.row(*r.shared)
	}
	return a
}

// createArrows writes relationships, one statement for each type. Both ends are there: one that is not is our mistake, but
// for a shared node, which comes with the first case that has it and goes with the last one.
func (t transaction) createArrows(list []arrow) error {
	rows, end := map[string][]any{}, map[string]string{}
	for _, a := range list {
		rows[a.typ] = append(rows[a.typ], []any{a.from, a.to, a.props, a.shared})
		end[a.typ] = "MATCH (b:Harmpath {uid: row[1]}) "
		if a.shared != nil {
			end[a.typ] = "MERGE (b:Harmpath {uid: row[1]}) ON CREATE SET b:Part, b += row[3] "
		}
	}
	for _, typ := range slices.Sorted(maps.Keys(rows)) {
		counters, err := t.do("UNWIND $rows AS row MATCH (a:Harmpath {uid: row[0]}) "+end[typ]+
			"CREATE (a)-[r:"+quotedName(typ)+"]->(b) SET r = coalesce(row[2], {})", map[string]any{"rows": rows[typ]})
		if err != nil {
			return err
		}
		if made := counters.RelationshipsCreated(); made != len(rows[typ]) {
			return fmt.Errorf("of %d relationships %s only %d found both ends, e.g. of %v", len(rows[typ]), typ, made, rows[typ][0])
		}
	}
	return nil
}
