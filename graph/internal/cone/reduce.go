package cone

import (
	"encoding/binary"
	"slices"
)

// mostJoined bounds the lists that a fold joins, so that a long chain does not take time by its square.
const mostJoined = 400

// mostRounds bounds the rounds of Reduce; a few are mostly enough.
const mostRounds = 20

// Reduce rewrites the cone into a smaller one of the same function: gates in gates of the same kind
// become one, equal gates become one, and what always occurs together becomes a gate of its own, a module
// (Platz, Olsen, "FAUNET: A program package for evaluation of fault trees and networks", Risø 1976). Own says which
// rule of this cone each rule is, -1: wiring that was made up. Counted rules that cannot matter are gone.
func (c *Cone) Reduce() (small *Cone, own []int32) {
	own = make([]int32, len(c.Rule))
	for r := range own {
		own[r] = int32(r)
	}
	apply := func(rewrite func(*draft) bool) bool {
		d := newDraft(c)
		if !rewrite(d) {
			return false
		}
		next, from := d.cone()
		c, own = next, Through(from, own)
		return true
	}
	for range mostRounds {
		folded := apply((*draft).fold)
		if gathered := apply((*draft).gather); !folded && !gathered {
			break
		}
	}
	return c, own
}

// Through says of which rules of the first cone those of a third are made, given those of the second.
func Through(from, own []int32) []int32 {
	for i, r := range from {
		if r >= 0 {
			from[i] = own[r]
		}
	}
	return from
}

// folding is a pass over all facts, those that others need first.
type folding struct {
	*draft
	cyclic  []bool           // fact is part of a cycle
	as      []int32          // fact → the fact that it stands for
	uses    []int32          // fact → places where it is a premise
	shared  map[string]int32 // content of a gate → the fact that it is
	joined  []bool           // fact has become a part of another
	mark    []int32          // scratch: fact → when it was marked
	marks   int32
	changed bool
}

// fold joins and shares gates; it says whether anything changed.
func (d *draft) fold() bool {
	n := len(d.of)
	w := &folding{draft: d, cyclic: make([]bool, n), as: make([]int32, n), uses: make([]int32, n),
		joined: make([]bool, n), mark: make([]int32, n), shared: map[string]int32{}}
	for f := range w.as {
		w.as[f] = int32(f)
		w.uses[f] = int32(len(d.base.using.At(int32(f))))
	}
	w.uses[d.goal]++
	for _, part := range NewFormula(d.base).Parts {
		for _, f := range part {
			w.cyclic[f] = len(part) > 1
		}
		for _, f := range part {
			w.gate(f)
		}
	}
	d.goal = w.as[d.goal]
	return w.changed
}

// gate folds a fact whose premises are folded.
func (w *folding) gate(f int32) {
	var list []int32
	for _, r := range w.of[f] {
		if !w.body(f, r) {
			w.drop(r)
			continue
		}
		if w.passes(r) {
			if h := w.rule[r].ifs[0]; w.joins(h) && len(w.of[h]) <= mostJoined {
				list = append(list, w.of[h]...)
				w.joined[h], w.changed = true, true
				continue
			}
		}
		list = append(list, r)
	}
	w.of[f] = w.absorbed(list)
	if w.cyclic[f] {
		return
	}
	if only := w.of[f][0]; len(w.of[f]) == 1 && w.passes(only) {
		w.become(f, w.rule[only].ifs[0])
		return
	}
	if key, ok := w.content(f); ok {
		if twin, known := w.shared[key]; known && !w.joined[twin] {
			w.become(f, twin)
			return
		}
		w.shared[key] = f
	}
}

// joins says whether a fact is nothing but a part of the only gate that it is in.
func (w *folding) joins(h int32) bool { return w.uses[h] == 1 && !w.cyclic[h] }

// become lets a fact stand for another, whose value it has.
func (w *folding) become(f, other int32) {
	for _, r := range w.of[f] {
		w.drop(r)
	}
	w.as[f] = other
	w.uses[other] += w.uses[f]
	w.changed = true
}

// drop takes a rule's premises back.
func (w *folding) drop(r int32) {
	for _, p := range w.rule[r].ifs {
		w.uses[w.as[p]]--
	}
	w.rule[r].ifs = nil
	w.changed = true
}

// body makes a rule's premises anew; it says false when the rule needs its own conclusion.
func (w *folding) body(f, r int32) bool {
	w.marks++
	own, ifs := w.rule[r].own, w.rule[r].ifs
	counted := w.counted(r)
	out := make([]int32, 0, len(ifs))
	add := func(p int32) {
		if w.mark[p] == w.marks {
			w.uses[p]--
			w.changed = true
			return
		}
		w.mark[p] = w.marks
		out = append(out, p)
	}
	for _, p := range ifs {
		p = w.as[p]
		if p != f && len(ifs)+boolean(counted) > 1 && w.joins(p) && len(w.of[p]) == 1 {
			only := w.of[p][0]
			if inner := w.counted(only); !(inner && counted) && len(w.rule[only].ifs) <= mostJoined && w.mark[p] != w.marks {
				if inner {
					own, counted = w.rule[only].own, true
				}
				w.mark[p], w.joined[p] = w.marks, true
				for _, q := range w.rule[only].ifs {
					add(q)
				}
				w.changed = true
				continue
			}
		}
		add(p)
	}
	w.rule[r] = draftRule{own, out}
	return !slices.Contains(out, f)
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

// absorbed leaves out rules that need all that another wiring rule of the same fact needs.
func (w *folding) absorbed(rules []int32) []int32 {
	if len(rules) < 2 {
		return rules
	}
	w.marks++
	singles := w.marks
	for _, r := range rules {
		if w.passes(r) {
			w.mark[w.rule[r].ifs[0]] = singles
		}
	}
	kept := make([]int32, 0, len(rules))
	seen := map[int32]bool{}
	for _, r := range rules {
		ifs := w.rule[r].ifs
		if w.passes(r) {
			if seen[ifs[0]] {
				w.drop(r)
				continue
			}
			seen[ifs[0]] = true
		} else if slices.ContainsFunc(ifs, func(p int32) bool { return w.mark[p] == singles }) {
			w.drop(r)
			continue
		}
		kept = append(kept, r)
	}
	return w.minimal(kept)
}

// mostCompared bounds the rules of one fact that minimal compares.
const mostCompared = 40

// minimal compares rules of several premises, each with each.
func (w *folding) minimal(rules []int32) []int32 {
	var several []int32
	for _, r := range rules {
		if len(w.rule[r].ifs) > 1 || w.counted(r) && len(w.rule[r].ifs) > 0 {
			several = append(several, r)
		}
	}
	if len(several) < 2 || len(several) > mostCompared {
		return rules
	}
	gone := map[int32]bool{}
	for _, r := range several {
		if w.counted(r) || gone[r] {
			continue
		}
		w.marks++
		for _, p := range w.rule[r].ifs {
			w.mark[p] = w.marks
		}
		for _, other := range several {
			if other == r || gone[other] || len(w.rule[other].ifs) < len(w.rule[r].ifs) {
				continue
			}
			n := 0
			for _, p := range w.rule[other].ifs {
				if w.mark[p] == w.marks {
					n++
				}
			}
			gone[other] = n == len(w.rule[r].ifs)
		}
	}
	return slices.DeleteFunc(rules, func(r int32) bool {
		if gone[r] {
			w.drop(r)
		}
		return gone[r]
	})
}

// content writes down what a gate is, whatever the order; ok is false where a counted rule makes it unique.
func (w *folding) content(f int32) (key string, ok bool) {
	bodies := make([][]int32, len(w.of[f]))
	for i, r := range w.of[f] {
		if w.counted(r) {
			return "", false
		}
		bodies[i] = slices.Sorted(slices.Values(w.rule[r].ifs))
	}
	slices.SortFunc(bodies, slices.Compare)
	var text []byte
	for _, body := range bodies {
		text = binary.AppendUvarint(text, uint64(len(body)))
		for _, p := range body {
			text = binary.AppendUvarint(text, uint64(p))
		}
	}
	return string(text), true
}
