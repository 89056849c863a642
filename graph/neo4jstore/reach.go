package neo4jstore

import (
	"context"
	"errors"
	"maps"

	"github.com/harmpath/harmpath/models"
)

// Selection says which steps of a stored attack graph take part, as ground.Query does for one in memory.
type Selection struct {
	Reading  models.ReadingID
	Profiles []models.ProfileID // whose first steps are given
	Attack   bool               // attack rules alone, no consequences
	Without  []models.MeasureID // measures in force: what they block takes no part; for the residual reading those that are adopted
}

// Reached is a fixpoint that the server holds, until it is closed.
type Reached struct {
	Facts int64 // how many facts hold

	store      *Store
	generation generation
	run        string
}

// Reach computes the least fixpoint over the attack graph of a version, on the server: unit propagation with a counter
// for each step (Dowling, Gallier 1984; see graph.Reach), in rounds. A round takes one batch of the facts that hold and
// were not carried on yet, in one transaction with what follows from them, so that neither the graph nor the fixpoint
// is ever in this process, and an interrupted round leaves nothing half done. Counters and marks are kept on the
// stored nodes, under a run of their own; one run is made over a version at a time.
func (s *Store) Reach(ctx context.Context, name Name, sel Selection) (*Reached, error) {
	x, err := s.beginRun(ctx, name)
	if err != nil {
		return nil, err
	}
	if err := x.compute(ctx, sel); err != nil {
		return nil, errors.Join(err, x.Close(context.WithoutCancel(ctx)))
	}
	return x, nil
}

func (s *Store) beginRun(ctx context.Context, name Name) (*Reached, error) {
	x := &Reached{store: s, run: string(newGeneration())}
	err := s.write(ctx, "begin a fixpoint over "+name.String(), func(tx transaction) error {
		found := false
		err := tx.each(`MATCH (v:Version {slot: $slot}) WITH v, v.run AS before
SET v.run = CASE WHEN before IS NULL OR v.run_since < datetime() - duration('PT10M') THEN $run ELSE before END,
    v.run_since = CASE WHEN v.run = $run THEN datetime() ELSE v.run_since END RETURN v.gen, v.run`,
			map[string]any{"slot": name.String(), "run": x.run}, func(values []any) error {
				gen, _ := values[0].(string)
				x.generation, found = generation(gen), true
				if values[1] != x.run {
					return &Trouble{What: models.Messagef("another fixpoint is being computed over %s", name), Remedy: models.Messagef("wait for it; one that was given up frees the version after ten minutes")}
				}
				return nil
			})
		if err == nil && !found {
			err = &Trouble{What: models.Messagef("the store holds no %s", name), Remedy: models.Messagef("harmpath store list shows what it holds")}
		}
		return err
	})
	return x, err
}

// enabled is the condition under which a step i takes part. A step of probability 0 never does.
const enabled = `i.probability > 0 AND (i.inherent IS NULL OR $inherent) AND (i.malicious IS NULL OR $malicious) AND i.asset IS NULL
AND (i.wants IS NULL OR i.wants <= $able) AND (i.profile IS NULL OR i.profile IN $profiles) AND ($consequences OR i.class = 'attack')
AND (i.blocked_by IS NULL OR none(m IN i.blocked_by WHERE m IN $without))`

// conclude marks what the steps i conclude: facts f that hold from now on and are to be carried on.
const conclude = ` MATCH (i)-[:CONCLUDES]->(f:Fact) WHERE f.run IS NULL OR f.run <> $run
WITH DISTINCT f SET f:Frontier, f.run = $run RETURN count(f)`

// compute carries on until nothing new follows.
func (x *Reached) compute(ctx context.Context, sel Selection) error {
	parameters, err := x.parameters(ctx, sel)
	if err != nil {
		return err
	}
	if err := x.enter(ctx, parameters); err != nil {
		return err
	}
	size := x.store.options.Batch
	for {
		carried, followed, err := x.round(ctx, parameters, size)
		switch {
		case errors.Is(err, errTooLarge) && size > 1:
			size = (size + 1) / 2
			continue
		case err != nil:
			return err
		case carried == 0:
			return x.count(ctx)
		}
		x.Facts += followed
		x.store.options.Progress(Progress{Doing: "fixpoint", Done: x.Facts})
	}
}

// count counts the facts that hold: what the rounds told is too little where a connection broke at a commit.
func (x *Reached) count(ctx context.Context) error {
	return x.store.read(ctx, "count a fixpoint", func(tx transaction) (err error) {
		x.Facts, err = tx.count("MATCH (f:Harmpath) WHERE f.uid STARTS WITH $prefix AND f.run = $run RETURN count(f)",
			map[string]any{"prefix": x.generation.uid(factKey(""), false), "run": x.run})
		return err
	})
}

func (x *Reached) parameters(ctx context.Context, sel Selection) (map[string]any, error) {
	profiles := make([]string, len(sel.Profiles))
	for i, p := range sel.Profiles {
		profiles[i] = string(p)
	}
	without := make([]string, len(sel.Without))
	for i, m := range sel.Without {
		without[i] = string(m)
	}
	var able int64 // the capability of the most able attacker; 0: none is at work
	err := x.store.read(ctx, "look at the profiles", func(tx transaction) (err error) {
		able, err = tx.count(`MATCH (n:Harmpath:Attacker) WHERE n.uid STARTS WITH $prefix AND n.id IN $profiles
RETURN coalesce(max(coalesce($capabilities[n.capability], $default)), 0)`,
			map[string]any{"prefix": x.generation.uid("m/profile/", false), "profiles": profiles, "capabilities": capabilities(), "default": int64(models.DefaultCapability)})
		return err
	})
	return map[string]any{
		"run": x.run, "prefix": x.generation.uid(stepKey(""), false), "profiles": profiles, "without": without,
		"inherent": sel.Reading == models.Inherent, "malicious": able > 0, "able": able, "consequences": !sel.Attack,
	}, err
}

// capabilities are the numbers of the words for what attackers are able to.
func capabilities() map[string]any {
	out := map[string]any{}
	for _, c := range models.Capabilities() {
		out[c.String()] = int64(c)
	}
	return out
}

// enter makes hold what needs nothing, a range of steps after the other.
func (x *Reached) enter(ctx context.Context, parameters map[string]any) error {
	after := x.generation.uid(stepKey(""), false)
	for {
		var last string
		var followed int64
		err := x.store.write(ctx, "begin a fixpoint", func(tx transaction) error {
			last = ""
			with := map[string]any{"after": after, "size": x.store.options.Batch}
			maps.Copy(with, parameters)
			err := tx.each("MATCH (i:Harmpath) WHERE i.uid > $after AND i.uid STARTS WITH $prefix WITH i.uid AS uid ORDER BY uid LIMIT $size RETURN max(uid)", with,
				func(values []any) error {
					last, _ = values[0].(string)
					return nil
				})
			if err != nil || last == "" {
				return err
			}
			with["last"] = last
			followed, err = tx.count("MATCH (i:Harmpath) WHERE i.uid > $after AND i.uid <= $last AND i.premises = 0 AND "+enabled+" WITH i"+conclude, with)
			return err
		})
		if err != nil || last == "" {
			return err
		}
		after = last
		x.Facts += followed
	}
}

// round carries one batch of facts on to the steps that use them, and goes on with what follows until the batch is
// full: a graph may be deep and narrow.
func (x *Reached) round(ctx context.Context, parameters map[string]any, size int) (carried, followed int64, err error) {
	err = x.store.write(ctx, "carry a fixpoint on", func(tx transaction) error {
		carried, followed = 0, 0
		if err := x.hold(tx); err != nil {
			return err
		}
		for carried < int64(size) {
			facts, more, err := x.carry(tx, parameters, size-int(carried))
			if err != nil || facts == 0 {
				return err
			}
			carried, followed = carried+facts, followed+more
		}
		return nil
	})
	return carried, followed, err
}

// carry takes some facts from the frontier and puts those that follow from them there.
func (x *Reached) carry(tx transaction, parameters map[string]any, most int) (carried, followed int64, err error) {
	with := map[string]any{"size": most}
	maps.Copy(with, parameters)
	var facts []any
	err = tx.each("MATCH (f:Frontier {run: $run}) WITH f LIMIT $size REMOVE f:Frontier RETURN f.uid", with, func(values []any) error {
		facts = append(facts, values[0])
		return nil
	})
	if err != nil || len(facts) == 0 {
		return 0, 0, err
	}
	with["facts"] = facts
	followed, err = tx.count(`UNWIND $facts AS uid MATCH (f:Harmpath {uid: uid})-[:PREMISE]->(i:Step) WHERE `+enabled+`
WITH i, count(*) AS fresh SET i.missing = CASE WHEN i.run = $run THEN i.missing ELSE i.premises END - fresh, i.run = $run
WITH i WHERE i.missing = 0`+conclude, with)
	return int64(len(facts)), followed, err
}

// hold makes sure that the version is still this run's: a push takes it away, or another run after a long silence.
func (x *Reached) hold(tx transaction) error {
	ours, err := tx.count("MATCH (v:Harmpath {uid: $uid}) WHERE v.run = $run SET v.run_since = datetime() RETURN count(v)",
		map[string]any{"uid": x.generation.uid(headKey, false), "run": x.run})
	if err == nil && ours == 0 {
		err = &Trouble{What: models.Messagef("the version changed while a fixpoint was computed over it"), Remedy: models.Messagef("begin again")}
	}
	return err
}

// Holds tells which of some facts hold, by name; a few at a time.
func (x *Reached) Holds(ctx context.Context, facts []string) (map[string]bool, error) {
	out := map[string]bool{}
	for from := 0; from < len(facts); from += x.store.options.Batch {
		uids := map[string]any{"run": x.run}
		var list []string
		for _, f := range facts[from:min(from+x.store.options.Batch, len(facts))] {
			list = append(list, x.generation.uid(factKey(f), false))
		}
		uids["uids"] = list
		err := x.store.read(ctx, "read a fixpoint", func(tx transaction) error {
			return tx.each("UNWIND $uids AS uid MATCH (f:Harmpath {uid: uid}) WHERE f.run = $run RETURN f.id", uids, func(values []any) error {
				id, _ := values[0].(string)
				out[id] = true
				return nil
			})
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Close lets others compute over the version. The marks on its nodes mean nothing from then on.
func (x *Reached) Close(ctx context.Context) error {
	return x.store.write(ctx, "end a fixpoint", func(tx transaction) error {
		if _, err := tx.do("MATCH (f:Frontier {run: $run}) REMOVE f:Frontier", map[string]any{"run": x.run}); err != nil {
			return err
		}
		_, err := tx.do("MATCH (v:Harmpath {uid: $uid}) WHERE v.run = $run REMOVE v.run, v.run_since",
			map[string]any{"uid": x.generation.uid(headKey, false), "run": x.run})
		return err
	})
}
