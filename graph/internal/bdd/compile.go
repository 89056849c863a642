package bdd

import "github.com/harmpath/harmpath/graph/internal/cone"

// compile builds the diagram of the goal's function and says for how many facts it got. Leaf is the function of a
// counted rule's own trial, mostly a variable. The parts that are cyclic are iterated to their least fixpoint from "false" (absorptive provenance needs as many
// rounds as it has facts at most, and mostly two or three).
func compile(f *cone.Formula, d *diagram, leaf []int32) (root int32, done int) {
	return compileWithout(f, d, leaf, -1)
}

// compileWithout does it as if one fact, -1 for none, never held.
func compileWithout(f *cone.Formula, d *diagram, leaf []int32, without int32) (root int32, done int) {
	value := make([]int32, len(f.Fact))
	for _, part := range f.Parts {
		for again := true; again && !d.full; {
			again = false
			for _, fact := range part {
				if fact == without {
					continue
				}
				next := disjunction(f, d, leaf, value, fact)
				again = again || next != value[fact] && len(part) > 1
				value[fact] = next
			}
		}
		if d.full {
			break
		}
		done += len(part)
	}
	return value[f.Goal], done
}

func disjunction(f *cone.Formula, d *diagram, leaf, value []int32, fact int32) int32 {
	rules := f.Concluding.At(fact)
	terms := make([]int32, 0, len(rules))
	for _, r := range rules {
		terms = append(terms, conjunction(f, d, leaf, value, r))
	}
	return d.fold(opOr, never, terms)
}

func conjunction(f *cone.Formula, d *diagram, leaf, value []int32, rule int32) int32 {
	premises := f.Premises.At(rule)
	factors := make([]int32, 0, len(premises)+1)
	for _, p := range premises {
		if value[p] == never {
			return never
		}
		factors = append(factors, value[p])
	}
	if f.Counted[rule] {
		factors = append(factors, leaf[rule])
	}
	return d.fold(opAnd, always, factors)
}
