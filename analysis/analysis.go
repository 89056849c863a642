package analysis

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/models"
)

// Analysis is one question about a case.
type Analysis struct {
	Name  string              // one word, unique in the list
	Doc   string              // what it answers, with which promise
	Needs []string            // the analyses whose part of the result it reads
	After []string            // further ones whose part it reads where they are in the list
	Run   func(p *Pass) error // answers it; an error means that the world failed or that harmpath is wrong

	Vital   bool // a result without its answer says nothing, and is not given where the time ends before
	Closing bool // is answered even then, about what is known

	Asks []models.ProfileID // profiles that it asks for by their ids: they are followed alone, however many there are

	// Facts lists the facts of which it asks whether they hold, beside the effects. It is set where that is all that it asks
	// of the attack graph, so that Options.Reach can answer it; nil: it needs the graph.
	Facts func(p *Pass) []models.Fact
}

// Options say how a case is analysed. The zero value is the default.
type Options struct {
	Remarks  []models.Finding      // findings of the model as read: of the files beside it, of what cannot be shown; they stand in the result with those that the analyses make
	Tool     models.Tool           // what the result is signed with
	Work     int64                 // how much work each question may take, in premises looked at and solver steps; 0: DefaultWork
	Progress func(analysis string) // called before each analysis; may be nil
	Reach    *Reach                // computes what holds beside this process; nil: the attack graph is grounded and computed here
}

// DefaultWork is the work limit of the zero Options: some tenths of a second for each question. Cases of a few hundred
// components stay below it. Work is counted, not timed, so that equal input gives equal results.
const DefaultWork = 50_000_000

// Run grounds the system and answers every question of the list, each after those that it needs. The system must have
// passed its checks. When the context ends, so does the run, with the context's error; where every vital one is answered
// by then, what is known comes with it, and its limits name every question that was left.
func Run(ctx context.Context, system *models.System, catalog *models.Catalog, list []Analysis, opt Options) (*models.Result, error) {
	ordered, err := inOrder(list)
	if err != nil {
		return nil, err
	}
	pass, err := begin(ctx, system, catalog, list, opt)
	if err != nil {
		return nil, fmt.Errorf("ground the case: %w", err)
	}
	if opt.Reach != nil {
		if ordered, err = inOrder(pass.takeReach(opt.Reach, ordered)); err != nil {
			return nil, err
		}
	}
	for i, a := range ordered {
		if opt.Progress != nil && ctx.Err() == nil {
			opt.Progress(a.Name)
		}
		before := *pass.Result
		if err := pass.answer(a); err != nil && ctx.Err() == nil {
			return nil, fmt.Errorf("analysis %s: %w", a.Name, err)
		} else if err != nil {
			*pass.Result = before
			return pass.cut(ordered[i:])
		}
	}
	return pass.Result, nil
}

// begin grounds the system for a run: its attack graph, or, where an engine computes what holds, without one.
func begin(ctx context.Context, system *models.System, catalog *models.Catalog, list []Analysis, opt Options) (*Pass, error) {
	if opt.Reach != nil {
		outline, err := ground.Stream(system, catalog, func(ground.Instance) error { return ctx.Err() })
		if err != nil {
			return nil, err
		}
		return NewPass(ctx, outline, opt), nil
	}
	var asked []models.ProfileID
	for _, a := range list {
		asked = append(asked, a.Asks...)
	}
	system, joined := together(system, asked)
	grounded, err := ground.New(system, catalog)
	if err != nil {
		return nil, err
	}
	pass := NewPass(ctx, grounded, opt)
	if joined > 0 {
		pass.Limit("profiles", "", fmt.Sprintf("the last %d profiles were followed as if they acted together: what they bring about is bounded from above", joined))
	}
	return pass, nil
}

// answer runs one analysis, unless the context has ended.
func (p *Pass) answer(a Analysis) error {
	if err := p.Context.Err(); err != nil {
		return err
	}
	err := a.Run(p)
	if p.reach != nil && p.reach.failure != nil {
		return p.reach.failure
	}
	return err
}

// cut ends a run whose context ended before the rest of the analyses was answered.
func (p *Pass) cut(rest []Analysis) (*models.Result, error) {
	if slices.ContainsFunc(rest, func(a Analysis) bool { return a.Vital }) {
		return nil, p.Context.Err()
	}
	for _, a := range rest {
		if !a.Closing {
			p.Limit(a.Name, "", "the time ended before this question was wholly answered")
			continue
		}
		if err := a.Run(p); err != nil {
			return nil, p.Context.Err()
		}
	}
	return p.Result, p.Context.Err()
}

// inOrder puts each analysis after those that it needs, and otherwise keeps the order of the list.
func inOrder(list []Analysis) ([]Analysis, error) {
	var out []Analysis
	done := map[string]bool{}
	for len(out) < len(list) {
		next := slices.IndexFunc(list, func(a Analysis) bool {
			waits := func(n string) bool { return !done[n] }
			listed := func(n string) bool {
				return waits(n) && slices.ContainsFunc(list, func(o Analysis) bool { return o.Name == n })
			}
			return !done[a.Name] && !slices.ContainsFunc(a.Needs, waits) && !slices.ContainsFunc(a.After, listed)
		})
		if next < 0 {
			return nil, fmt.Errorf("these analyses need each other, or one that is not in the list: %s", strings.Join(rest(list, done), ", "))
		}
		out = append(out, list[next])
		done[list[next].Name] = true
	}
	return out, nil
}

func rest(list []Analysis, done map[string]bool) []string {
	var out []string
	for _, a := range list {
		if !done[a.Name] {
			out = append(out, a.Name)
		}
	}
	return out
}
