package ground

import (
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// atom is a fact by the numbers of its state and its subject, and whether it is about all units of this at once.
type atom struct {
	subject int32
	state   int16
	all     bool
}

// facts are those of the attack graph, by their places in it and the other way round.
type facts struct {
	states  symbols
	symbols symbols
	atoms   []atom           // by graph.FactID
	places  [][]graph.FactID // by state, that of all units behind that of one, then by subject: 1 + the fact's place; 0: it is not there
}

func newFacts(s *models.System) facts {
	elements := len(s.Components) + len(s.Flows) + len(s.Data) + len(s.Effects) + len(s.Safeguards)
	return facts{states: newSymbols(32), symbols: newSymbols(elements + elements/2)}
}

func (f *facts) atom(fact models.Fact) atom {
	return atom{f.symbols.of(fact.Subject), int16(f.states.of(string(fact.State))), fact.In == models.AllUnits}
}

func (f *facts) told(a atom) models.Fact {
	out := models.Fact{State: models.StateID(f.states.words[a.state]), Subject: f.symbols.words[a.subject]}
	if a.all {
		out.In = models.AllUnits
	}
	return out
}

// place is where the facts of an atom's state and extent are kept.
func (a atom) place() int {
	place := 2 * int(a.state)
	if a.all {
		place++
	}
	return place
}

// slot returns where the place of an atom is kept. Slots are made for all subjects known at the time, with some room.
func (f *facts) slot(a atom) *graph.FactID {
	for len(f.places) <= a.place() {
		f.places = append(f.places, nil)
	}
	of := f.places[a.place()]
	if len(of) <= int(a.subject) {
		grown := make([]graph.FactID, max(len(f.symbols.words), len(of)*5/4))
		copy(grown, of)
		f.places[a.place()], of = grown, grown
	}
	return &of[a.subject]
}

// find returns the place of a fact; -1: the attack graph does not have it.
func (f *facts) find(fact models.Fact) graph.FactID {
	state, subject := f.states.find(string(fact.State)), f.symbols.find(fact.Subject)
	place := atom{state: int16(state), all: fact.In == models.AllUnits}.place()
	if state < 0 || subject < 0 || len(f.places) <= place || len(f.places[place]) <= int(subject) {
		return -1
	}
	return f.places[place][subject] - 1
}
