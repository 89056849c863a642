package compliance

import (
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// gaps ask what the malicious profiles, each alone, can do in the residual reading because a requirement is not met.
type gaps struct {
	pass       *analysis.Pass
	profiles   []models.ProfileID
	attackers  []*analysis.Scenario // by profile
	wanting    map[models.PropertyRef][]graph.RuleID
	byRule     map[models.RuleID][]graph.RuleID
	easiest    map[way]*models.Attack
	search     *analysis.AttackSearch
	spent      int64
	unexamined int // gaps of which the work limit left open what closing them does
}

// way is one profile's way to one effect, by their places.
type way struct{ attacker, effect int }

func newGaps(p *analysis.Pass) *gaps {
	g := &gaps{
		pass: p, wanting: map[models.PropertyRef][]graph.RuleID{}, byRule: map[models.RuleID][]graph.RuleID{},
		easiest: map[way]*models.Attack{}, search: p.NewAttackSearch(),
	}
	for _, f := range p.Attackers() {
		g.profiles = append(g.profiles, f.ID)
		g.attackers = append(g.attackers, p.Under(models.Residual, f.ID))
	}
	for r := range graph.RuleID(p.Graph().NumRules()) {
		g.byRule[p.Case.RuleOf(r)] = append(g.byRule[p.Case.RuleOf(r)], r)
		for _, ref := range wantedAbsent(p.Case.Catalog, p.Case, r) {
			g.wanting[ref] = append(g.wanting[ref], r)
		}
	}
	return g
}

// of finds the gap that a requirement leaves; nil where no attacker can use it.
func (g *gaps) of(e *examination, r *models.SchemeRequirement, result *models.RequirementResult) (*models.ComplianceGap, error) {
	if err := g.pass.Context.Err(); err != nil {
		return nil, err
	}
	if r.Safe {
		return g.unsafe(result)
	}
	removed, hardened := g.steps(e, r, result)
	removed, hardened = g.live(removed), g.live(hardened)
	if len(removed)+len(hardened) == 0 {
		return nil, nil
	}
	out := &models.ComplianceGap{OnlyHardens: len(removed) == 0}
	for _, i := range slices.Concat(removed, hardened) {
		out.Steps = append(out.Steps, g.pass.Graph().RuleName(i))
	}
	if err := g.through(out); err != nil {
		return nil, err
	}
	g.closing(out, removed)
	g.contributions(out, slices.Concat(removed, hardened))
	attack, err := g.gravest(out.Through)
	if err == nil && attack == nil {
		attack, err = g.nearest(slices.Concat(removed, hardened))
	}
	out.Attack = attack
	return out, err
}

// unsafe is the gap of a requirement on safety: what injures and can be brought about.
func (g *gaps) unsafe(result *models.RequirementResult) (*models.ComplianceGap, error) {
	out := &models.ComplianceGap{}
	for i, effect := range g.pass.Effects() {
		if !slices.Contains(result.Possible, effect.ID) {
			continue
		}
		c := models.GapConsequence{Effect: effect.ID, Closes: true}
		for a, s := range g.attackers {
			if s.Occurs(i) {
				c.By = append(c.By, g.profiles[a])
			}
		}
		out.Through = append(out.Through, c)
	}
	if len(out.Through) == 0 {
		return nil, nil
	}
	attack, err := g.gravest(out.Through)
	out.Attack = attack
	return out, err
}

// steps returns the instances that what is lacking would remove, and those that it would only make harder: the
// properties that are lacking, or, where the requirement names measures alone, what these would do.
func (g *gaps) steps(e *examination, r *models.SchemeRequirement, result *models.RequirementResult) (removed, hardened []graph.RuleID) {
	for _, lack := range result.Lacks {
		for _, subject := range lack.Subjects {
			removed = append(removed, g.wanting[models.PropertyRef{Type: lack.Of, Subject: subject, Property: lack.Property}]...)
		}
	}
	if len(r.Properties) > 0 {
		return sorted(removed), nil
	}
	for _, id := range r.Measures {
		m := g.pass.Case.Catalog.Measure(id)
		for _, p := range m.Provides {
			of := g.pass.Case.Catalog.Property(p).Of
			for _, subject := range e.places.of[p] {
				if e.scope.inside(r, of, subject) && e.scope.isOf(m.Kinds, of, subject) {
					removed = append(removed, g.wanting[models.PropertyRef{Type: of, Subject: subject, Property: p}]...)
				}
			}
		}
		for _, rule := range m.Blocks {
			removed = append(removed, g.where(e, r, m.Kinds, rule)...)
		}
		for _, h := range m.Hardens {
			hardened = append(hardened, g.where(e, r, m.Kinds, h.Rule)...)
		}
	}
	removed = sorted(removed)
	return removed, slices.DeleteFunc(sorted(hardened), func(i graph.RuleID) bool { return slices.Contains(removed, i) })
}

func sorted(list []graph.RuleID) []graph.RuleID {
	slices.Sort(list)
	return slices.Compact(list)
}

// where returns the instances of a rule in which an element of the scope takes part on which a measure can act.
func (g *gaps) where(e *examination, r *models.SchemeRequirement, kinds []models.KindID, rule models.RuleID) []graph.RuleID {
	var out []graph.RuleID
	for _, i := range g.byRule[rule] {
		if slices.ContainsFunc(g.pass.Case.RolesOf(i), func(b models.Binding) bool {
			return e.scope.inside(r, b.Type, b.Subject) && e.scope.isOf(kinds, b.Type, b.Subject) && (len(kinds) == 0 || b.Type == models.ComponentSort)
		}) {
			out = append(out, i)
		}
	}
	return out
}

// live returns the instances that can fire for some attacker.
func (g *gaps) live(list []graph.RuleID) []graph.RuleID {
	return slices.DeleteFunc(list, func(r graph.RuleID) bool {
		return !slices.ContainsFunc(g.attackers, func(s *analysis.Scenario) bool { return s.CanFire(r) })
	})
}

// attack returns a profile's easiest attack on an effect; nil where there is none, or the work limit leaves it out.
func (g *gaps) attack(attacker, effect int) (*models.Attack, error) {
	at := way{attacker, effect}
	if found, looked := g.easiest[at]; looked {
		return found, nil
	}
	var found *models.Attack
	var err error
	if s := g.attackers[attacker]; s.Occurs(effect) {
		found, err = g.search.Easiest(s, g.pass.Goal(effect))
	}
	g.easiest[at] = found
	return found, err
}

// through finds the consequences whose easiest attack takes a step of the gap.
func (g *gaps) through(out *models.ComplianceGap) error {
	for i, effect := range g.pass.Effects() {
		c := models.GapConsequence{Effect: effect.ID}
		for a := range g.attackers {
			attack, err := g.attack(a, i)
			if err != nil {
				return err
			}
			if attack != nil && slices.ContainsFunc(attack.Steps, func(s models.Step) bool { return slices.Contains(out.Steps, s.Instance) }) {
				c.By = append(c.By, g.profiles[a])
			}
		}
		if len(c.By) > 0 {
			out.Through = append(out.Through, c)
		}
	}
	return nil
}

// closing marks the consequences that no attacker could bring about without the steps that would be removed.
func (g *gaps) closing(out *models.ComplianceGap, removed []graph.RuleID) {
	if len(removed) == 0 || len(out.Through) == 0 {
		return
	}
	if g.spent > g.pass.Work() {
		g.unexamined++
		return
	}
	var without []*analysis.Scenario
	for _, s := range g.attackers {
		g.spent += int64(g.pass.Graph().NumPremises())
		without = append(without, s.WithoutRules(removed...))
	}
	for i := range out.Through {
		at := g.pass.EffectAt(out.Through[i].Effect)
		out.Through[i].Closes = !slices.ContainsFunc(without, func(s *analysis.Scenario) bool { return s.Occurs(at) })
	}
}

// contributions walks from the steps along instances that can fire, for each attacker alone, and finds the consequences
// at the ends of such chains, beside those that are told already.
func (g *gaps) contributions(out *models.ComplianceGap, steps []graph.RuleID) {
	if g.spent > g.pass.Work() {
		g.unexamined++
		return
	}
	var facts []graph.FactID
	for _, s := range g.attackers {
		facts = append(facts, g.after(s, steps)...)
	}
	for _, id := range g.pass.EffectsAt(g.pass.EffectsIn(facts)) {
		if !slices.ContainsFunc(out.Through, func(c models.GapConsequence) bool { return c.Effect == id }) {
			out.Contributes = append(out.Contributes, id)
		}
	}
}

// after returns the facts at the ends of chains of instances that can fire, from some steps on.
func (g *gaps) after(s *analysis.Scenario, steps []graph.RuleID) []graph.FactID {
	attack := g.pass.Graph()
	seen := map[graph.FactID]bool{}
	var queue []graph.FactID
	visit := func(r graph.RuleID) {
		if f := attack.Then(r); s.CanFire(r) && !seen[f] {
			seen[f] = true
			queue = append(queue, f)
		}
	}
	for _, r := range steps {
		visit(r)
	}
	for next := 0; next < len(queue); next++ {
		for _, r := range attack.Using(queue[next]) {
			g.spent++
			visit(r)
		}
	}
	return queue
}

// gravest returns the easiest attack on the consequence of the highest levels.
func (g *gaps) gravest(through []models.GapConsequence) (*models.Attack, error) {
	var best *models.Attack
	var levels models.LevelPair
	for _, c := range through {
		at := g.pass.EffectAt(c.Effect)
		grade := g.pass.Grade(at).Levels
		for a, profile := range g.profiles {
			if !slices.Contains(c.By, profile) {
				continue
			}
			attack, err := g.attack(a, at)
			if err != nil {
				return nil, err
			}
			if attack != nil && (best == nil || graver(grade, levels) || !graver(levels, grade) && effortOf(attack) < effortOf(best)) {
				best, levels = attack, grade
			}
		}
	}
	return best, nil
}

// graver reports whether levels are above others, axis 1 first.
func graver(a, b models.LevelPair) bool {
	if a.Recovery.Level != b.Recovery.Level {
		return a.Recovery.Level > b.Recovery.Level
	}
	return a.Economic.Max > b.Economic.Max
}

// nearest returns the easiest attack that ends in one of the steps, no other step to the same state taken.
func (g *gaps) nearest(steps []graph.RuleID) (*models.Attack, error) {
	var best *models.Attack
	for _, s := range g.attackers {
		var step graph.RuleID = -1
		for _, r := range steps {
			if s.CanFire(r) && (step < 0 || g.costOf(s, r) < g.costOf(s, step)) {
				step = r
			}
		}
		if step < 0 {
			continue
		}
		goal := g.pass.Graph().Then(step)
		others := slices.DeleteFunc(slices.Clone(g.pass.Graph().Concluding(goal)), func(r graph.RuleID) bool { return r == step })
		alone := s.WithoutRules(others...)
		if !alone.Fixpoint.Holds(goal) {
			continue // the step only follows from what it leads to
		}
		attack, err := g.search.Easiest(alone, goal)
		if err != nil {
			return nil, err
		}
		if attack != nil && (best == nil || effortOf(attack) < effortOf(best)) {
			best = attack
		}
	}
	return best, nil
}

// costOf is an upper bound of what it takes to make a step.
func (g *gaps) costOf(s *analysis.Scenario, r graph.RuleID) float64 {
	sum := s.Selection.Effort(r)
	for _, f := range g.pass.Graph().If(r) {
		sum += s.TreeCost(f)
	}
	return sum
}

// effortOf returns the effort of an attack as it is told.
func effortOf(a *models.Attack) float64 {
	if a.Effort.Value != nil {
		return *a.Effort.Value
	}
	return *a.Effort.Upper
}

// report tells where the work limit left something out.
func (g *gaps) report() {
	if g.unexamined > 0 {
		g.pass.Limit("compliance", "", fmt.Sprintf("the work limit left open what closing %d gaps does", g.unexamined))
	}
	g.search.Report("compliance")
}
