package neo4jstore

import (
	"context"
	"errors"

	"github.com/harmpath/harmpath/models"
)

// Remove takes versions of a case out of the store: the one, or all where none is named, and pushes that were not
// finished. Readers see them no more at once; then they are cleared away. It returns how many versions went.
func (s *Store) Remove(ctx context.Context, id models.CaseID, version string) (int, error) {
	var gone int64
	err := s.write(ctx, "remove "+string(id), func(tx transaction) error {
		if err := tx.lock(id); err != nil {
			return err
		}
		n, err := tx.count(`MATCH (v:Version|Staging {case: $case}) WHERE $version = '' OR v.version = $version
WITH v, v:Version AS public SET v:Retired REMOVE v:Version, v:Staging, v.slot, v.key
WITH v, public OPTIONAL MATCH (:Case)-[r:VERSION]->(v) DELETE r RETURN count(CASE WHEN public THEN 1 END)`,
			map[string]any{"case": string(id), "version": version})
		gone = n
		return err
	})
	if err != nil {
		return 0, err
	}
	return int(gone), s.clear(ctx, id)
}

// retire hides a version from readers.
func (t transaction) retire(name Name) error {
	_, err := t.do("MATCH (v:Version {slot: $slot}) SET v:Retired REMOVE v:Version, v.slot WITH v OPTIONAL MATCH (:Case)-[r:VERSION]->(v) DELETE r",
		map[string]any{"slot": name.String()})
	return err
}

// clear deletes what was retired, in batches; what nobody went on pushing for a day; and then the case and the shared
// parts to which nothing is tied any more.
func (s *Store) clear(ctx context.Context, id models.CaseID) error {
	var left []generation
	err := s.write(ctx, "look for what to clear", func(tx transaction) error {
		left = nil
		_, err := tx.do("MATCH (s:Staging {case: $case}) WHERE s.touched < datetime() - duration('P1D') SET s:Retired REMOVE s:Staging, s.key",
			map[string]any{"case": string(id)})
		if err != nil {
			return err
		}
		return tx.each("MATCH (r:Retired {case: $case}) RETURN r.gen ORDER BY r.gen", map[string]any{"case": string(id)}, func(values []any) error {
			gen, _ := values[0].(string)
			left = append(left, generation(gen))
			return nil
		})
	})
	if err != nil || len(left) == 0 {
		return err
	}
	for _, g := range left {
		if err := s.erase(ctx, g); err != nil {
			return err
		}
	}
	return s.write(ctx, "clear "+string(id), func(tx transaction) error {
		if err := tx.lock(id); err != nil {
			return err
		}
		if _, err := tx.do("MATCH (c:Case {id: $case}) WHERE NOT (c)--() DELETE c", map[string]any{"case": string(id)}); err != nil {
			return err
		}
		// A part is looked at again once it is locked: another case may have come to have it.
		_, err := tx.do("MATCH (p:Part) WHERE NOT (p)--() SET p.uid = p.uid WITH p WHERE NOT (p)--() DELETE p", nil)
		return err
	})
}

// erase deletes all nodes of a generation, its head last, so that what is left after an interruption is found again.
func (s *Store) erase(ctx context.Context, g generation) error {
	size := s.options.Batch
	for {
		var n int64
		err := s.write(ctx, "clear what was replaced", func(tx transaction) (err error) {
			n, err = tx.count(`MATCH (n:Harmpath) WHERE n.uid STARTS WITH $prefix AND n.uid <> $head WITH n LIMIT $size
DETACH DELETE n RETURN count(*)`, map[string]any{"prefix": g.prefix(), "head": g.uid(headKey, false), "size": size})
			return err
		})
		switch {
		case errors.Is(err, errTooLarge) && size > 1:
			size = (size + 1) / 2
		case err != nil:
			return err
		case n == 0:
			return s.write(ctx, "clear what was replaced", func(tx transaction) error {
				return tx.remove([]string{g.uid(headKey, false)})
			})
		}
	}
}
