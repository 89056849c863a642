package cone

import "github.com/harmpath/harmpath/graph/internal/meter"

// Variants are 64 variants of a cone, whose fixpoints are computed at once, one a bit: a rule's word says in which
// variants it is enabled, a fact's word in which it may hold. Parts that are cyclic are iterated with a
// queue until nothing changes.
type Variants struct {
	*Formula
	Rules  []uint64 // cone rule → variants in which it is enabled
	facts  []uint64 // cone fact → variants in which it may hold
	value  []uint64 // cone fact → variants in which it holds
	part   []int32  // cone fact → its part
	queued []bool
	queue  []int32
	Work   int64 // premises looked at so far
}

// NewVariants returns variants in which every rule is enabled and every fact may hold.
func NewVariants(f *Formula) *Variants {
	p := &Variants{Formula: f, Rules: make([]uint64, len(f.Rule)), facts: make([]uint64, len(f.Fact)),
		value: make([]uint64, len(f.Fact)), part: make([]int32, len(f.Fact)), queued: make([]bool, len(f.Fact))}
	for r := range p.Rules {
		p.Rules[r] = ^uint64(0)
	}
	for i, part := range f.Parts {
		for _, fact := range part {
			p.part[fact] = int32(i)
		}
	}
	for fact := range p.facts {
		p.facts[fact] = ^uint64(0)
	}
	return p
}

// Run returns the variants in which the goal holds.
func (p *Variants) Run() uint64 {
	for i, part := range p.Parts {
		if len(part) == 1 {
			p.value[part[0]] = 0
			p.value[part[0]] = p.any(part[0])
			continue
		}
		p.cycle(int32(i), part)
	}
	return p.value[p.Goal]
}

// any is the OR of a fact's rules, each the AND of its premises.
func (p *Variants) any(fact int32) uint64 {
	word := uint64(0)
	for _, r := range p.Concluding.At(fact) {
		all := p.Rules[r]
		for _, f := range p.Premises.At(r) {
			all &= p.value[f]
			p.Work++
		}
		word |= all
	}
	return word & p.facts[fact]
}

func (p *Variants) cycle(number int32, part []int32) {
	p.queue = append(p.queue[:0], part...)
	for _, fact := range part {
		p.value[fact] = 0
		p.queued[fact] = true
	}
	for next := 0; next < len(p.queue); next++ {
		fact := p.queue[next]
		p.queued[fact] = false
		word := p.any(fact)
		if word == p.value[fact] {
			continue
		}
		p.value[fact] = word
		for _, r := range p.using.At(fact) {
			if head := p.Head[r]; p.part[head] == number && !p.queued[head] {
				p.queued[head] = true
				p.queue = append(p.queue, head)
			}
		}
	}
}

// survives says of each set of rules whether the goal holds without them, when all rules are enabled but
// those given as off; 64 sets at a time. When the meter runs out, it says false of the rest.
func (p *Variants) survives(sets [][]int32, off []int32, m *meter.Meter) []bool {
	for _, r := range off {
		p.Rules[r] = 0
	}
	out := make([]bool, len(sets))
	for start := 0; start < len(sets); start += 64 {
		before := p.Work
		var taken []int32
		for i, set := range sets[start:min(start+64, len(sets))] {
			for _, r := range set {
				if p.Rules[r] != 0 {
					p.Rules[r] &^= 1 << i
					taken = append(taken, r)
				}
			}
		}
		holds := p.Run()
		for i := start; i < min(start+64, len(sets)); i++ {
			out[i] = holds>>(i-start)&1 != 0
		}
		for _, r := range taken {
			p.Rules[r] = ^uint64(0)
		}
		if !m.Spend((p.Work - before) / 8) {
			break
		}
	}
	for _, r := range off {
		p.Rules[r] = ^uint64(0)
	}
	return out
}

// Without takes each rule and then each fact out in a variant of its own, and returns the variants in which
// the goal does not hold.
func (p *Variants) Without(rules, facts []int32) uint64 {
	for i, r := range rules {
		p.Rules[r] &^= 1 << i
	}
	for i, f := range facts {
		p.facts[f] &^= 1 << (len(rules) + i)
	}
	lost := ^p.Run()
	for _, r := range rules {
		p.Rules[r] = ^uint64(0)
	}
	for _, f := range facts {
		p.facts[f] = ^uint64(0)
	}
	return lost
}
