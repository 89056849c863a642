package bdd

import (
	"cmp"
	"slices"

	"github.com/harmpath/harmpath/graph/internal/cone"
)

// variableOrder is a way to number the counted rules of a cone for a diagram.
type variableOrder int

// The orders that are tried, in this order, while each explodes: rules as a walk from the goal, depth
// first, meets them, with the branches at each fact and rule in the order given; this one drawn together (see
// draw), which is mostly the best where much is shared; with small branches first, large ones first, or last
// first; and the reverse of the first.
const (
	asGiven variableOrder = iota
	drawn
	smallFirst
	largeFirst
	lastFirst
	reversed
	orders
)

// variables numbers the counted rules from 0. Where there are opposites, a variable has two numbers: an even one for
// the rule of a pair that comes first, or for a rule without an opposite, and the next one for the other of the pair.
func variables(f *cone.Formula, order variableOrder) []int32 {
	number := numbers(f, order)
	if f.Opposite == nil {
		return number
	}
	paired := make([]int32, len(number))
	next := int32(0)
	for _, r := range inverse(number) {
		if other := f.Opposite[r]; other >= 0 && number[other] < number[r] {
			paired[r] = paired[other] + 1
			continue
		}
		paired[r] = next
		next += 2
	}
	for r, n := range number {
		if n < 0 {
			paired[r] = -1
		}
	}
	return paired
}

// numbers numbers the counted rules from 0.
func numbers(f *cone.Formula, order variableOrder) []int32 {
	w := walk{Formula: f, order: order, number: make([]int32, len(f.Rule)), entered: make([]bool, len(f.Fact))}
	for r := range w.number {
		w.number[r] = -1
	}
	if order == smallFirst || order == largeFirst {
		w.sizes()
	}
	w.entered[f.Goal] = true
	w.push(w.arranged(f.Concluding.At(f.Goal), w.ruleSize), true)
	for len(w.stack) > 0 {
		w.step()
	}
	switch order {
	case reversed:
		for r, n := range w.number {
			if n >= 0 {
				w.number[r] = w.next - 1 - n
			}
		}
	case drawn:
		return draw(f, w.number)
	}
	return w.number
}

type walk struct {
	*cone.Formula
	order    variableOrder
	number   []int32
	next     int32
	entered  []bool
	size     []float64 // fact → counted rules below, those shared counted again
	ruleSize func(int32) float64
	factSize func(int32) float64
	stack    []pending
}

// pending are the facts or rules that are left to walk at one place.
type pending struct {
	items []int32
	rules bool
}

func (w *walk) push(items []int32, rules bool) {
	if len(items) > 0 {
		w.stack = append(w.stack, pending{items, rules})
	}
}

func (w *walk) step() {
	top := &w.stack[len(w.stack)-1]
	item, rules := top.items[0], top.rules
	top.items = top.items[1:]
	if len(top.items) == 0 {
		w.stack = w.stack[:len(w.stack)-1]
	}
	if rules {
		if w.Counted[item] {
			w.number[item] = w.next
			w.next++
		}
		w.push(w.arranged(w.Premises.At(item), w.factSize), false)
		return
	}
	if !w.entered[item] {
		w.entered[item] = true
		w.push(w.arranged(w.Concluding.At(item), w.ruleSize), true)
	}
}

func (w *walk) arranged(items []int32, size func(int32) float64) []int32 {
	out := slices.Clone(items)
	switch w.order {
	case smallFirst:
		slices.SortStableFunc(out, func(a, b int32) int { return cmp.Compare(size(a), size(b)) })
	case largeFirst:
		slices.SortStableFunc(out, func(a, b int32) int { return cmp.Compare(size(b), size(a)) })
	case lastFirst:
		slices.Reverse(out)
	}
	return out
}

func (w *walk) sizes() {
	w.size = make([]float64, len(w.Fact))
	w.factSize = func(f int32) float64 { return w.size[f] }
	w.ruleSize = func(r int32) float64 {
		sum := 0.0
		if w.Counted[r] {
			sum = 1
		}
		for _, p := range w.Premises.At(r) {
			sum += w.size[p]
		}
		return sum
	}
	for _, part := range w.Parts {
		for _, f := range part {
			for _, r := range w.Concluding.At(f) {
				w.size[f] += w.ruleSize(r)
			}
		}
	}
}
