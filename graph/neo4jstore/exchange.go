package neo4jstore

import (
	"context"
	"maps"
	"slices"
	"strings"
)

// inOne changes what has changed, in one transaction: nobody ever sees it half done.
func (x *exchange) inOne(ctx context.Context) error {
	x.store.options.Progress(Progress{Doing: "push " + x.name.String(), Total: x.digest.rows()})
	err := x.store.write(ctx, "push "+x.name.String(), func(tx transaction) error {
		x.out.Added, x.out.Changed, x.out.Removed, x.out.Unchanged = 0, 0, 0, false // it may be the second time
		if err := tx.lock(x.name.Case); err != nil {
			return err
		}
		v, err := tx.current(x.name)
		switch {
		case err != nil:
			return err
		case v.content == x.digest.hash:
			x.out.Unchanged = true
			return nil
		case v.rows > int64(x.store.options.Single):
			return errTooLarge // somebody pushed meanwhile
		case v.generation == "":
			return x.create(tx)
		}
		return x.change(tx, v)
	})
	if err == nil {
		x.store.options.Progress(Progress{Doing: "push " + x.name.String(), Done: x.digest.rows(), Total: x.digest.rows()})
	}
	return err
}

// create writes a version that was not there.
func (x *exchange) create(tx transaction) error {
	g := newGeneration()
	nodes := slices.Collect(func(yield func(node) bool) { x.source(yield) })
	if err := x.put(tx, g, nodes, nodes); err != nil {
		return err
	}
	x.out.Added = x.digest.nodes
	_, err := tx.do(publish, map[string]any{"case": caseUID(x.name.Case), "row": x.head(nodes[0], g, 1)})
	return err
}

// put writes new nodes, then the relationships of nodes.
func (x *exchange) put(tx transaction, g generation, fresh, linked []node) error {
	if err := tx.createNodes(g, fresh); err != nil {
		return err
	}
	var arrows []arrow
	for _, n := range linked {
		for _, r := range n.rels {
			arrows = append(arrows, g.arrow(n, r))
		}
	}
	return tx.createArrows(arrows)
}

// change replaces the nodes that differ, and leaves the others alone.
func (x *exchange) change(tx transaction, v version) error {
	hashes, err := tx.hashes(v.generation)
	if err != nil {
		return err
	}
	var head node
	var fresh, changed []node
	for n := range x.source {
		uid := v.generation.uid(n.key, n.shared)
		old, there := hashes[uid]
		delete(hashes, uid)
		switch {
		case n.key == headKey:
			head = n
			changed = append(changed, n)
		case n.shared || !there:
			fresh = append(fresh, n)
		case old != n.hash():
			changed = append(changed, n)
		}
	}
	gone := slices.Sorted(maps.Keys(hashes))
	x.count(fresh, changed, gone, hashes)
	if err := tx.remove(gone); err != nil {
		return err
	}
	if err := tx.rewrite(v.generation, changed); err != nil {
		return err
	}
	if err := x.put(tx, v.generation, fresh, slices.Concat(fresh, changed)); err != nil {
		return err
	}
	_, err = tx.do(publish, map[string]any{"case": caseUID(x.name.Case), "row": x.head(head, v.generation, v.revision+1)})
	return err
}

// count says what changes. The version's own node changes with every push; shared ones may be there.
func (x *exchange) count(fresh, changed []node, gone []string, _ map[string]string) {
	for _, n := range fresh {
		if !n.shared {
			x.out.Added++
		}
	}
	x.out.Changed, x.out.Removed = int64(len(changed)-1), int64(len(gone))
}

// hashes returns what tells a version's nodes apart, by uid.
func (t transaction) hashes(g generation) (map[string]string, error) {
	out := map[string]string{}
	err := t.each("MATCH (n:Harmpath) WHERE n.uid STARTS WITH $prefix RETURN n.uid, n.hash", map[string]any{"prefix": g.prefix()},
		func(values []any) error {
			uid, _ := values[0].(string)
			hash, _ := values[1].(string)
			out[uid] = hash
			return nil
		})
	return out, err
}

func (t transaction) remove(uids []string) error {
	if len(uids) == 0 {
		return nil
	}
	_, err := t.do("UNWIND $uids AS uid MATCH (n:Harmpath {uid: uid}) DETACH DELETE n", map[string]any{"uids": uids})
	return err
}

// rewrite gives nodes their new properties and labels and takes their relationships away.
func (t transaction) rewrite(g generation, nodes []node) error {
	uids := make([]string, len(nodes))
	rows := make([]any, len(nodes))
	for i, n := range nodes {
		uids[i], rows[i] = g.uid(n.key, false), g.row(n)
	}
	for _, statement := range []string{
		"UNWIND $uids AS uid MATCH (n:Harmpath {uid: uid})-[r]->() WHERE NOT type(r) IN $theirs DELETE r",
		"UNWIND $uids AS uid MATCH (n:Harmpath {uid: uid})<-[r]-() WHERE type(r) IN $theirs DELETE r",
	} {
		if _, err := t.do(statement, map[string]any{"uids": uids, "theirs": ownedByTarget()}); err != nil {
			return err
		}
	}
	if _, err := t.do("UNWIND $rows AS row MATCH (n:Harmpath {uid: row.uid}) SET n = row", map[string]any{"rows": rows}); err != nil {
		return err
	}
	return t.relabel(nodes, uids)
}

// relabel changes the labels of nodes whose labels changed. The version's own label stays.
func (t transaction) relabel(nodes []node, uids []string) error {
	old := map[string][]string{}
	err := t.each("UNWIND $uids AS uid MATCH (n:Harmpath {uid: uid}) RETURN uid, labels(n)", map[string]any{"uids": uids},
		func(values []any) error {
			labels, _ := values[1].([]any)
			for _, l := range labels {
				if l != labelAll && l != labelVersion {
					old[values[0].(string)] = append(old[values[0].(string)], l.(string))
				}
			}
			return nil
		})
	if err != nil {
		return err
	}
	byChange := map[string][]string{}
	for i, n := range nodes {
		was := node{labels: old[uids[i]]}
		if was.labelSet() != n.labelSet() {
			change := was.labelSet() + " " + n.labelSet()
			byChange[change] = append(byChange[change], uids[i])
		}
	}
	for _, change := range slices.Sorted(maps.Keys(byChange)) {
		was, is, _ := strings.Cut(change, " ")
		statement := "UNWIND $uids AS uid MATCH (n:Harmpath {uid: uid})"
		if was != "" {
			statement += " REMOVE n:" + quotedSet(was)
		}
		if is != "" {
			statement += " SET n:" + quotedSet(is)
		}
		if _, err := t.do(statement, map[string]any{"uids": byChange[change]}); err != nil {
			return err
		}
	}
	return nil
}
