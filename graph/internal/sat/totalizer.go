package sat

// totalizer counts how many of its inputs are true, in unary and only upward: the literal atLeast(k) is
// forced when k inputs are. Its clauses are made as far as asked for (Bailleux, Boufkhad, CP 2003;
// incremental: Martins, Joshi, Manquinho, Lynce, CP 2014).
type totalizer struct {
	c       *Clauses
	inputs  []Literal
	parts   []*totalizer // two halves, or none for a single input
	outputs []Literal    // outputs[k-1] is atLeast(k)
}

func newTotalizer(c *Clauses, inputs []Literal) *totalizer {
	level := make([]*totalizer, len(inputs))
	for i := range inputs {
		level[i] = &totalizer{c: c, inputs: inputs[i : i+1 : i+1], outputs: inputs[i : i+1 : i+1]}
	}
	for len(level) > 1 {
		next := level[:0:0]
		for i := 0; i+1 < len(level); i += 2 {
			both := append(level[i].inputs[:len(level[i].inputs):len(level[i].inputs)], level[i+1].inputs...)
			next = append(next, &totalizer{c: c, inputs: both, parts: []*totalizer{level[i], level[i+1]}})
		}
		if len(level)%2 != 0 {
			next = append(next, level[len(level)-1])
		}
		level = next
	}
	return level[0]
}

// atLeast returns the literal that is forced when k inputs are true; k is at most their number. The
// depth of the calls is the logarithm of that number.
func (t *totalizer) atLeast(k int) Literal {
	for len(t.outputs) < k {
		t.extend(len(t.outputs) + 1)
	}
	return t.outputs[k-1]
}

// extend makes the output for k: i inputs of the left half and k-i of the right force it.
func (t *totalizer) extend(k int) {
	out := t.c.Variable()
	t.outputs = append(t.outputs, out)
	left, right := t.parts[0], t.parts[1]
	for i := max(0, k-len(right.inputs)); i <= min(k, len(left.inputs)); i++ {
		clause := []Literal{out}
		if i > 0 {
			clause = append(clause, left.atLeast(i).Not())
		}
		if k-i > 0 {
			clause = append(clause, right.atLeast(k-i).Not())
		}
		t.c.Add(clause...)
	}
	if k > 1 {
		t.c.Add(out.Not(), t.outputs[k-2])
	}
}
