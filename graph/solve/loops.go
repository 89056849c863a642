package solve

import (
	"slices"

	"github.com/harmpath/harmpath/graph/internal/adjacency"
	"github.com/harmpath/harmpath/graph/internal/sat"
)

// loops returns clauses by which facts that only support each other in the model, being true and not derived, need a
// rule from outside: a fact of such a loop is true only where some rule with no premise in the loop concludes one of its facts (loop formulas: Lin,
// Zhao, "ASSAT: computing answer sets of a logic program by SAT solvers", Artificial Intelligence 2004).
func (s *supporter) loops(derived []bool) (clauses [][]sat.Literal) {
	var lost []int32
	for f, l := range s.facts {
		if s.Holds(l) && !derived[f] {
			lost = append(lost, int32(f))
		}
	}
	in := make([]int32, len(s.facts))
	for _, f := range lost {
		in[f] = -1
	}
	parts := adjacency.Components(lost, len(s.facts), func(f int32, visit func(int32)) {
		for _, r := range s.cone.Concluding.At(f) {
			for _, p := range s.cone.Premises.At(r) {
				if in[p] != 0 {
					visit(p)
				}
			}
		}
	})
	for i, loop := range parts {
		if len(loop) < 2 {
			continue
		}
		for _, f := range loop {
			in[f] = int32(i + 1)
		}
		clauses = append(clauses, s.outside(loop, in, int32(i+1))...)
	}
	return clauses
}

// outside returns the clauses of one loop, whose facts are marked.
func (s *supporter) outside(loop, in []int32, mark int32) (clauses [][]sat.Literal) {
	some := s.Variable()
	rules := []sat.Literal{some.Not()}
	for _, f := range loop {
		for _, r := range s.cone.Concluding.At(f) {
			if !slices.ContainsFunc(s.cone.Premises.At(r), func(p int32) bool { return in[p] == mark }) {
				rules = append(rules, s.Literal[r])
			}
		}
		clauses = append(clauses, []sat.Literal{s.facts[f].Not(), some})
	}
	return append(clauses, rules)
}
