package cone

import (
	"encoding/binary"
	"slices"
)

// gather makes a gate of facts that occur in the same gates only: an OR of those that are in the same ORs, an AND of
// those that are in the same ANDs. It says whether it found any.
func (d *draft) gather() bool {
	groups := map[string]int{}
	var members [][]int32
	for f := range int32(len(d.of)) {
		key, ok := d.company(f)
		if !ok {
			continue
		}
		at, known := groups[key]
		if !known {
			at = len(members)
			groups[key] = at
			members = append(members, nil)
		}
		members[at] = append(members[at], f)
	}
	w := gathering{draft: d, stands: make([]int32, len(d.of)), mark: make([]int32, len(d.of))}
	for f := range w.stands {
		w.stands[f] = int32(f)
	}
	found := false
	for _, group := range members {
		if len(group) > 1 {
			w.stand(group)
			found = true
		}
	}
	if found {
		w.replace()
	}
	return found
}

// gathering are facts that others stand for.
type gathering struct {
	*draft
	stands []int32 // fact → the fact that takes its place
	mark   []int32 // scratch, grows with the facts
}

// stand makes a gate up and lets it take the place of a group.
func (w *gathering) stand(group []int32) {
	together := w.fact()
	w.mark = append(w.mark, -1)
	if !w.passes(w.base.using.At(group[0])[0]) {
		w.of[together] = []int32{w.wiring(group...)}
	}
	for _, f := range group {
		w.stands[f] = together
		if len(w.of[together]) < len(group) && w.passes(w.base.using.At(f)[0]) {
			w.of[together] = append(w.of[together], w.wiring(f))
		}
	}
}

// replace rewrites all rules but those made up, each premise once in a rule and each rule that passes one on once in a
// gate.
func (w *gathering) replace() {
	for f := range w.mark {
		w.mark[f] = -1
	}
	for f := range w.base.Fact {
		var kept []int32
		for _, r := range w.of[f] {
			var ifs []int32
			for _, p := range w.rule[r].ifs {
				if p = w.stands[p]; w.mark[p] != 2*r {
					w.mark[p] = 2 * r
					ifs = append(ifs, p)
				}
			}
			w.rule[r].ifs = ifs
			kept = append(kept, r)
		}
		w.of[f] = w.once(kept)
	}
}

// once keeps the first of the rules that pass the same fact on.
func (w *gathering) once(rules []int32) []int32 {
	return slices.DeleteFunc(rules, func(r int32) bool {
		if !w.passes(r) {
			return false
		}
		p := w.rule[r].ifs[0]
		head := -2 - w.base.Head[r]
		again := w.mark[p] == head
		w.mark[p] = head
		return again
	})
}

// company writes down in which gates a fact is; ok is false for one in a single gate, or in gates of both kinds.
func (d *draft) company(f int32) (key string, ok bool) {
	using := d.base.using.At(f)
	if len(using) < 2 || f == d.goal {
		return "", false
	}
	or := d.passes(using[0])
	gates := make([]int32, len(using))
	for i, r := range using {
		if d.passes(r) != or {
			return "", false
		}
		gates[i] = r
		if or {
			gates[i] = d.base.Head[r]
		}
	}
	slices.Sort(gates)
	text := binary.AppendUvarint(nil, uint64(boolean(or)))
	for _, x := range gates {
		text = binary.AppendUvarint(text, uint64(x))
	}
	return string(text), true
}
