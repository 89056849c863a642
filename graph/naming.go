package graph

import "sync"

// A Naming tells the names of the facts and rules of a graph that does not keep them: in a graph of millions they would
// take more memory than all the rest, and most are never asked for. Facts have distinct names, and so have rules.
type Naming struct {
	Fact func(FactID) string
	Rule func(RuleID) string
}

// naming is a Naming with what it takes to find a fact's name, which is made when the first one is looked for.
type naming struct {
	Naming
	facts lookup
}

// lookup finds names that are told.
type lookup struct {
	once  sync.Once
	names names
}

// find returns the number of a name among so many; -1: there is none.
func (l *lookup) find(name string, among int, at func(int32) string) int32 {
	l.once.Do(func() {
		l.names = newNames()
		for i := range int32(among) {
			if _, fresh := l.names.add(at(i)); !fresh {
				panic("graph: two facts are called " + at(i))
			}
		}
	})
	return l.names.find(name)
}
