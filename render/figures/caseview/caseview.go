// Package caseview finds the elements of a result by id and says what they are called, in one language: what the figures of a
// case share. It says nothing of how a figure is drawn.
package caseview

import (
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/topology"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/figures/plate"
	"github.com/harmpath/harmpath/render/words"
)

// Case is a result with its elements found by id, in one language.
type Case struct {
	Result *models.Result
	System *models.System // of the result
	Lang   models.Lang
	Theme  diagram.Theme

	Topology   *topology.View
	Components map[models.ComponentID]*models.Component
	Flows      map[models.FlowID]*models.Flow
	Zones      map[models.ZoneID]*models.Zone
	Kinds      map[models.KindID]*models.Kind
	States     map[models.StateID]*models.State
	Rules      map[models.RuleID]*models.Rule
	Attacked   map[models.ComponentID]*models.ComponentResult
	Profiles   map[models.ProfileID]*models.Profile // attackers and initiators
	Safeguards map[models.SafeguardID]*models.Safeguard
	Measures   map[models.MeasureID]*models.Measure

	names map[models.Sort]map[string]models.Text
}

// New finds the elements of a result. The result must stay as it is.
func New(result *models.Result, lang models.Lang, theme diagram.Theme) *Case {
	s := &result.System
	c := &Case{
		Result: result, System: s, Lang: lang, Theme: theme, Topology: topology.New(s),
		Components: indexed(s.Components, func(x *models.Component) models.ComponentID { return x.ID }),
		Flows:      indexed(s.Flows, func(x *models.Flow) models.FlowID { return x.ID }),
		Zones:      indexed(s.Zones, func(x *models.Zone) models.ZoneID { return x.ID }),
		Kinds:      indexed(result.Words.Kinds, func(x *models.Kind) models.KindID { return x.ID }),
		States:     indexed(result.Words.States, func(x *models.State) models.StateID { return x.ID }),
		Rules:      indexed(result.Words.Rules, func(x *models.Rule) models.RuleID { return x.ID }),
		Attacked:   indexed(result.Components, func(x *models.ComponentResult) models.ComponentID { return x.Component }),
		Profiles:   indexed(s.Attackers, func(x *models.Profile) models.ProfileID { return x.ID }),
		Safeguards: indexed(s.Safeguards, func(x *models.Safeguard) models.SafeguardID { return x.ID }),
		Measures:   indexed(s.Measures, func(x *models.Measure) models.MeasureID { return x.ID }),
		names:      map[models.Sort]map[string]models.Text{},
	}
	for i := range s.Initiators {
		c.Profiles[s.Initiators[i].ID] = &s.Initiators[i]
	}
	c.nameElements()
	return c
}

func indexed[K comparable, V any](list []V, key func(*V) K) map[K]*V {
	out := make(map[K]*V, len(list))
	for i := range list {
		out[key(&list[i])] = &list[i]
	}
	return out
}

func (c *Case) nameElements() {
	for _, sort := range models.Sorts() {
		for _, x := range sort.Items(c.System) {
			c.name(sort.Sort, x.ID, x.Name)
		}
	}
	for _, x := range c.Result.Consequences {
		c.name(models.EffectSort, string(x.Effect), x.Name)
	}
	for _, x := range c.System.Effects {
		left := []models.Cause{x.Causes}
		for len(left) > 0 {
			cause := left[len(left)-1]
			left = append(append(left[:len(left)-1], cause.Any...), cause.All...)
			if cause.ID != "" {
				c.name(models.CauseSort, cause.ID, cause.Name)
				c.name(models.CauseSort, string(x.ID)+"."+cause.ID, cause.Name)
			}
		}
	}
}

func (c *Case) name(of models.Sort, id string, name models.Text) {
	if c.names[of] == nil {
		c.names[of] = map[string]models.Text{}
	}
	c.names[of][id] = name
}

// Named tells whether an element has a name in some language.
func (c *Case) Named(of models.Sort, id string) bool { return c.names[of][id] != (models.Text{}) }

// Called is the name of an element, or its id where it has none.
func (c *Case) Called(of models.Sort, id string) string {
	if name := c.names[of][id]; !name.Empty() {
		return c.Say(name)
	}
	if of == models.CauseSort {
		effect, _, _ := strings.Cut(id, ".")
		return c.Fill(words.CauseOf, "effect", c.Called(models.EffectSort, effect))
	}
	return id
}

// Say is a text in the figure's language.
func (c *Case) Say(t models.Text) string { return t.In(c.Lang) }

// Fill is a sentence in the figure's language with its roles filled.
func (c *Case) Fill(t models.Text, pairs ...string) string { return words.Fill(c.Say(t), pairs...) }

// List joins the items of an enumeration.
func (c *Case) List(items []string) string {
	out := ""
	for i, item := range items {
		if i > 0 {
			out += c.Say(words.Comma)
		}
		out += item
	}
	return out
}

// State is what people call a state.
func (c *Case) State(id models.StateID) string {
	if s := c.States[id]; s != nil && !s.Name.Empty() {
		return c.Say(s.Name)
	}
	return string(id)
}

// KindLine is a kind and its ancestors, nearest first.
func (c *Case) KindLine(id models.KindID) []*models.Kind {
	var line []*models.Kind
	for k := c.Kinds[id]; k != nil && !slices.Contains(line, k); k = c.Kinds[k.Parent] {
		line = append(line, k)
	}
	return line
}

// KindName is what people call a kind.
func (c *Case) KindName(id models.KindID) string {
	if k := c.Kinds[id]; k != nil && !k.Name.Empty() {
		return c.Say(k.Name)
	}
	return string(id)
}

// Scene starts a figure that is a graph.
func (c *Case) Scene(id string, title models.Text) *diagram.Scene {
	return &diagram.Scene{ID: id, Lang: string(c.Lang), Title: c.Say(title), Theme: c.Theme, Direction: diagram.Downwards, Page: plate.Page}
}

// Severity is the place of a level of axis 1 among the levels of a drawing.
func Severity(r models.Recovery) diagram.Level {
	return [...]diagram.Level{
		models.LimitedDamage: diagram.Level1, models.SeriousDamage: diagram.Level2, models.FatalDamage: diagram.Level3,
	}[r]
}

// Gravity is the place of a level of axis 2 among the levels of a drawing.
func Gravity(e models.Economic) diagram.Level {
	return [...]diagram.Level{
		models.LimitedImpact: diagram.Level1, models.SeriousImpact: diagram.Level2, models.CatastrophicImpact: diagram.Level3,
	}[e]
}
