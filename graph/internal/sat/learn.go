package sat

// learn derives the clause of the first unique implication point, goes back and asserts it.
func (c *Clauses) learn(conflict int32) {
	out := []Literal{0}
	open, at := 0, len(c.trail)-1
	var p Literal = -1
	for reason := conflict; ; {
		for _, q := range c.at(reason) {
			if q == p || c.seen[q.v()] || c.level[q.v()] == 0 {
				continue
			}
			c.seen[q.v()] = true
			c.order.bump(q.v(), c.bump)
			if int(c.level[q.v()]) == len(c.heads) {
				open++
			} else {
				out = append(out, q)
			}
		}
		for !c.seen[c.trail[at].v()] {
			at--
		}
		p = c.trail[at]
		at--
		reason = c.reason[p.v()]
		c.seen[p.v()] = false
		if open--; open == 0 {
			break
		}
	}
	out[0] = p.Not()
	marked := append([]Literal(nil), out[1:]...)
	out = c.minimize(out)
	for _, l := range marked {
		c.seen[l.v()] = false
	}
	c.assert(out)
	c.bump /= 0.95
	if c.bump > 1e100 {
		c.order.rescale(1e-100)
		c.bump *= 1e-100
	}
}

// minimize drops literals that the others imply in one step; all literals but the first are marked.
func (c *Clauses) minimize(out []Literal) []Literal {
	kept := out[:1]
	for _, l := range out[1:] {
		reason := c.reason[l.v()]
		implied := reason >= 0
		if implied {
			for _, q := range c.at(reason) {
				if q != l.Not() && !c.seen[q.v()] && c.level[q.v()] > 0 {
					implied = false
					break
				}
			}
		}
		if !implied {
			kept = append(kept, l)
		}
	}
	return kept
}

func (c *Clauses) assert(out []Literal) {
	back := int32(0)
	levels := map[int32]bool{int32(len(c.heads)): true}
	for i := 1; i < len(out); i++ {
		levels[c.level[out[i].v()]] = true
		if c.level[out[i].v()] > back {
			back = c.level[out[i].v()]
			out[1], out[i] = out[i], out[1]
		}
	}
	c.backTo(back)
	if len(out) == 1 {
		c.assign(out[0], -1)
		return
	}
	clause := c.attach(out)
	c.learnt = append(c.learnt, learnt{clause, int32(len(levels)), c.bump})
	c.assign(out[0], clause)
}
