package exchange

import (
	"path/filepath"
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// ReadOpenPSA reads the fault trees of files in the Open-PSA Model Exchange Format (version 2.0d and later), which
// belong together: gates of any connective, house events, basic events with any expression but those of event trees
// and of functions elsewhere, parameters, and common cause groups, in fault trees, components and model data.
//
// House events are constants and are gone when the graph is made. A gate becomes a fact, a basic event a fact with one
// counted rule of effort 1, so that the effort of a set is its order; where an event is negated, its absence is
// another one ("not e"), the opposite of the first. A gate that is negated becomes a second fact likewise, by De
// Morgan's laws, so that the graph has no negation but of events. An event without a probability is
// unstated. Every gate that no other uses is a goal.
func ReadOpenPSA(o ReadOptions, inputs ...Input) (*Document, error) {
	p := &psa{options: o, inputs: inputs, scopes: newScopes(), builder: graph.NewBuilder(), formulas: newFormulas(),
		values: map[*definition]quantity{}, of: map[*definition]ref{}, used: map[*definition]bool{}, meant: map[*element]*definition{}}
	whole := true
	for i := range inputs {
		read, err := p.read(i)
		if err != nil {
			return nil, err
		}
		whole = whole && read
	}
	if whole {
		p.model()
	}
	if err := p.problems.Sort().Err(); err != nil {
		return nil, err
	}
	g, err := p.builder.Build()
	if err != nil {
		return nil, err
	}
	return p.document(g), nil
}

// psa reads Open-PSA files: first into elements, then into definitions, formulas and a graph.
type psa struct {
	options  ReadOptions
	inputs   []Input
	problems models.Problems
	scopes   *scopes
	includes []*element

	formulas  formulas
	values    map[*definition]quantity // of parameters
	of        map[*definition]ref      // events and gates in formulas
	used      map[*definition]bool     // gates that another uses
	meant     map[*element]*definition // references in formulas
	counting  int                      // rules that atleast and cardinality take
	events    []event
	unstated  []Unstated
	opposites [][2]graph.RuleID
	builder   *graph.Builder
	goals     []graph.FactID
}

func (p *psa) tell(at *element, path string, what, remedy models.Message) {
	p.tellAt(at.file, at.at, path, what, remedy)
}

func (p *psa) tellAt(file int, at place, path string, what, remedy models.Message) {
	if len(p.problems) < mostProblems {
		p.problems = append(p.problems, models.Problem{Path: path, What: what, Remedy: remedy,
			At: models.Place{File: p.inputs[file].Name, Line: int(at.line), Column: int(at.column)}})
	}
}

// model turns the definitions into a graph.
func (p *psa) model() {
	p.included()
	p.scopes.declared = len(p.scopes.basic) > 0 || len(p.scopes.groups) > 0
	for _, d := range p.scopes.groups {
		p.group(d)
	}
	for _, d := range p.scopes.houses {
		p.house(d)
	}
	for _, d := range p.scopes.values { // those that nothing uses, too
		p.expression(&element{tag: string(parameterKind), attr: map[string]string{"name": d.name}, file: d.at.file, at: d.at.at}, d)
	}
	order, whole := p.gateOrder()
	if len(p.scopes.gates) == 0 && len(p.problems) == 0 {
		p.tellAt(0, place{1, 1}, "", models.Messagef("there is no gate"), models.Message{})
	}
	for _, d := range p.scopes.basic {
		p.basicEvent(d)
	}
	if !whole {
		return
	}
	for _, d := range order {
		p.gate(d)
	}
	if len(p.problems) > 0 {
		return
	}
	p.emit()
	for _, d := range p.scopes.gates {
		if !p.used[d] {
			p.goals = append(p.goals, p.builder.Fact(d.fact))
		}
	}
}

// included checks that each file that another includes is given, too: readers open none.
func (p *psa) included() {
	for _, e := range p.includes {
		wanted := filepath.Join(filepath.Dir(p.inputs[e.file].Name), e.attr["file"])
		given := func(in Input) bool { return filepath.Clean(in.Name) == wanted }
		if !slices.ContainsFunc(p.inputs, given) {
			p.tell(e, "", models.Messagef("other files are not opened"), models.Messagef("give %s beside this file", e.attr["file"]))
		}
	}
}

func (p *psa) document(g *graph.AttackGraph) *Document {
	slices.SortFunc(p.unstated, func(a, b Unstated) int { return int(a.Rule - b.Rule) })
	return &Document{Graph: g, Goals: p.goals, Opposites: graph.NewOpposites(p.opposites), Unstated: p.unstated}
}
