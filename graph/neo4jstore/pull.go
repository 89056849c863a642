package neo4jstore

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// Pulled is a model that came out of the store.
type Pulled struct {
	System  *models.System
	Catalog string // fingerprint of the catalog under which it was pushed; the catalog itself is not stored
}

// Fingerprint tells two catalogs apart, as Pulled.Catalog does.
func Fingerprint(c *models.Catalog) string { return fingerprint(c) }

// Lost names what the store does not hold of a model's files, so that a pull does not bring it back.
func Lost() []string {
	return []string{
		"comments and the order of keys",
		"the division into included files",
		"places (file, line, column)",
		"the entries of a catalog of one's own (only its fingerprint is kept)",
	}
}

// Pull returns the model of a version as it was pushed. Should another push change it meanwhile, the model is read
// again.
func (s *Store) Pull(ctx context.Context, name Name) (Pulled, error) {
	const times = 5
	for range times {
		var out Pulled
		var before, after version
		err := s.read(ctx, "pull "+name.String(), func(tx transaction) (err error) {
			if before, err = tx.current(name); err != nil {
				return err
			}
			if before.generation == "" {
				return &Trouble{What: models.Messagef("the store holds no %s", name), Remedy: models.Messagef("harmpath store list shows what it holds")}
			}
			if out, err = tx.pull(before.generation); err != nil && before.generation != "" {
				if after, wrong := tx.current(name); wrong == nil && after != before {
					return nil // it was being replaced
				}
				return err
			}
			after, err = tx.current(name)
			return err
		})
		if err != nil {
			return Pulled{}, err
		}
		if before == after {
			return out, nil
		}
	}
	return Pulled{}, fmt.Errorf("pull %s: it changed %d times while it was read", name, times)
}

func (t transaction) pull(g generation) (Pulled, error) {
	nodes := map[string]*stored{}
	keyOf := func(v any) string {
		uid, _ := v.(string)
		return strings.TrimPrefix(uid, g.prefix())
	}
	where := map[string]any{"head": g.uid(headKey, false), "prefix": g.uid(modelKey("", "")[:2], false), "types": modelRelationships()}
	for _, statement := range []string{
		"MATCH (n:Harmpath {uid: $head}) RETURN n.uid, properties(n)",
		"MATCH (n:Harmpath) WHERE n.uid STARTS WITH $prefix RETURN n.uid, properties(n)",
	} {
		err := t.each(statement, where, func(values []any) error {
			props, _ := values[1].(map[string]any)
			nodes[keyOf(values[0])] = &stored{key: keyOf(values[0]), props: props, to: map[string][]link{}}
			return nil
		})
		if err != nil {
			return Pulled{}, err
		}
	}
	for _, statement := range []string{
		"MATCH (n:Harmpath {uid: $head})-[r]->(m) WHERE type(r) IN $types RETURN n.uid, type(r), r.at, m.uid",
		"MATCH (n:Harmpath)-[r]->(m) WHERE n.uid STARTS WITH $prefix AND type(r) IN $types RETURN n.uid, type(r), r.at, m.uid",
	} {
		err := t.each(statement, where, func(values []any) error {
			n := nodes[keyOf(values[0])]
			typ, _ := values[1].(string)
			at, isField := values[2].(int64)
			if n != nil && isField {
				n.to[typ] = append(n.to[typ], link{at, keyOf(values[3])})
			}
			return nil
		})
		if err != nil {
			return Pulled{}, err
		}
	}
	for _, n := range nodes {
		for _, links := range n.to {
			slices.SortFunc(links, func(a, b link) int { return cmp.Compare(a.at, b.at) })
		}
	}
	system, err := decodeSystem(nodes)
	if err != nil {
		return Pulled{}, fmt.Errorf("the store's nodes are no model: %w", err)
	}
	fingerprint, _ := nodes[headKey].props["catalog"].(string)
	return Pulled{system, fingerprint}, nil
}
