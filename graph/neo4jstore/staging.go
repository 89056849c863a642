package neo4jstore

import (
	"context"
	"errors"
	"fmt"

	"github.com/harmpath/harmpath/models"
)

// inBatches writes the whole version beside the one that can be read, and lets it take its place when all is there.
// How many rows are written stands beside them and grows with each batch in its transaction, so that a batch whose
// transaction is tried twice, or that another push of the same content wrote, is not written again.
func (x *exchange) inBatches(ctx context.Context) error {
	w := &staging{exchange: x, key: x.name.String() + "#" + x.digest.hash, size: x.store.options.Batch, published: new(bool)}
	if err := w.begin(ctx); err != nil || *w.published {
		return err
	}
	if err := w.nodes(ctx); err != nil {
		return err
	}
	if err := w.arrows(ctx); err != nil {
		return err
	}
	return w.publish(ctx)
}

// staging is a version that is being written.
type staging struct {
	*exchange
	key        string // of its node: name and content
	generation generation
	head       node
	size       int   // rows in a batch
	at         int64 // rows gone through
	done       int64 // rows that are written
	published  *bool
}

// begin finds out how far an earlier push of the same content came.
func (w *staging) begin(ctx context.Context) error {
	return w.store.write(ctx, "begin the push of "+w.name.String(), func(tx transaction) error {
		if err := tx.lock(w.name.Case); err != nil {
			return err
		}
		return tx.each(`MERGE (s:Staging {key: $key})
ON CREATE SET s:Harmpath, s.gen = $gen, s.uid = $gen + '/v', s.case = $case, s.version = $version, s.done = 0
SET s.total = $total, s.touched = datetime() RETURN s.gen, s.done`,
			map[string]any{"key": w.key, "gen": string(newGeneration()), "case": string(w.name.Case), "version": w.name.Version, "total": w.digest.rows()},
			func(values []any) error {
				gen, _ := values[0].(string)
				w.generation = generation(gen)
				w.done, _ = values[1].(int64)
				return nil
			})
	})
}

// nodes writes all nodes but the head, which is there.
func (w *staging) nodes(ctx context.Context) error {
	var batch []node
	var failed error
	for n := range w.source {
		if n.key == headKey {
			w.head = n
		}
		batch = append(batch, n)
		if len(batch) < w.size {
			continue
		}
		if failed = w.putNodes(ctx, batch); failed != nil {
			return failed
		}
		batch = batch[:0]
	}
	return w.putNodes(ctx, batch)
}

func (w *staging) putNodes(ctx context.Context, batch []node) error {
	return w.put(ctx, len(batch), func(tx transaction, from, to int) error {
		list := batch[from:to]
		if len(list) > 0 && list[0].key == headKey {
			list = list[1:]
		}
		return tx.createNodes(w.generation, list)
	})
}

func (w *staging) arrows(ctx context.Context) error {
	var batch []arrow
	put := func() error {
		err := w.put(ctx, len(batch), func(tx transaction, from, to int) error { return tx.createArrows(batch[from:to]) })
		batch = batch[:0]
		return err
	}
	for n := range w.source {
		for _, r := range n.rels {
			batch = append(batch, w.generation.arrow(n, r))
			if len(batch) == w.size {
				if err := put(); err != nil {
					return err
				}
			}
		}
	}
	return put()
}

// put writes the rows of a batch that are not written yet, in smaller pieces where the server lacks memory.
func (w *staging) put(ctx context.Context, rows int, write func(tx transaction, from, to int) error) error {
	end := w.at + int64(rows)
	for w.done < end && !*w.published {
		upto := min(end, max(w.done, w.at)+int64(w.size))
		var reached int64
		err := w.store.write(ctx, "push "+w.name.String(), func(tx transaction) (err error) {
			reached, err = w.piece(tx, upto, write)
			return err
		})
		switch {
		case errors.Is(err, errTooLarge) && w.size > 1:
			w.size = (w.size + 1) / 2
			continue
		case errors.Is(err, errTooLarge):
			return &Trouble{models.Messagef("the server has too little memory for a single row"), models.Messagef("raise db.memory.transaction.max and server.memory.heap.max_size in its neo4j.conf"), err}
		case err != nil:
			return w.interrupted(err)
		}
		w.done = reached
		w.store.options.Progress(Progress{"push " + w.name.String(), w.done, w.digest.rows()})
	}
	w.at = end
	return nil
}

// piece writes the rows from where the store says that it is up to a row of this batch, and returns how far it is then.
func (w *staging) piece(tx transaction, upto int64, write func(tx transaction, from, to int) error) (int64, error) {
	var done int64
	found := false
	err := tx.each("MATCH (s:Staging {key: $key}) SET s.touched = datetime() RETURN s.done", map[string]any{"key": w.key},
		func(values []any) error {
			done, found = values[0].(int64)
			return nil
		})
	switch {
	case err != nil:
		return done, err
	case !found:
		return done, w.overtaken(tx)
	case done >= upto:
		return done, nil
	}
	if err := write(tx, int(max(done-w.at, 0)), int(upto-w.at)); err != nil {
		return done, err
	}
	_, err = tx.do("MATCH (s:Staging {key: $key}) SET s.done = $done", map[string]any{"key": w.key, "done": upto})
	return upto, err
}

// overtaken finds out what became of a push that is no longer under way: another one of the same content was faster.
func (w *staging) overtaken(tx transaction) error {
	v, err := tx.current(w.name)
	if err != nil {
		return err
	}
	if v.content != w.digest.hash {
		return &Trouble{What: models.Messagef("the push of %s was removed meanwhile", w.name), Remedy: models.Messagef("push it again")}
	}
	*w.published = true
	return nil
}

func (w *staging) interrupted(err error) error {
	if errors.Is(err, context.Canceled) {
		return err
	}
	return fmt.Errorf("after %d of %d rows: %w\nthe same push, made again, goes on from there; until then readers see what was there before", w.done, w.digest.rows(), err)
}

// publish lets the version take the place of the one before.
func (w *staging) publish(ctx context.Context) error {
	if *w.published {
		return nil
	}
	return w.store.write(ctx, "publish "+w.name.String(), func(tx transaction) error {
		if err := tx.lock(w.name.Case); err != nil {
			return err
		}
		done, err := tx.count("MATCH (s:Staging {key: $key}) RETURN s.done", map[string]any{"key": w.key})
		if err != nil {
			return err
		}
		if done != w.digest.rows() {
			return w.overtaken(tx)
		}
		v, err := tx.current(w.name)
		if err != nil {
			return err
		}
		if err := tx.retire(w.name); err != nil {
			return err
		}
		w.out.Added, w.out.Removed = w.digest.nodes, 0
		row := w.exchange.head(w.head, w.generation, v.revision+1)
		_, err = tx.do(publish, map[string]any{"case": caseUID(w.name.Case), "row": row})
		return err
	})
}
