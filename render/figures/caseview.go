package figures

import (
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/topology"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/words"
)

// caseView is a result with its elements found by id, in one language.
type caseView struct {
	result *models.Result
	system *models.System
	lang   models.Lang
	theme  diagram.Theme

	topology   *topology.View
	components map[models.ComponentID]*models.Component
	flows      map[models.FlowID]*models.Flow
	zones      map[models.ZoneID]*models.Zone
	kinds      map[models.KindID]*models.Kind
	states     map[models.StateID]*models.State
	rules      map[models.RuleID]*models.Rule
	attacked   map[models.ComponentID]*models.ComponentResult
	names      map[models.Sort]map[string]models.Text
	profiles   map[models.ProfileID]*models.Profile
	safeguards map[models.SafeguardID]*models.Safeguard
	measures   map[models.MeasureID]*models.Measure
	likeness   map[models.ZoneID]models.ZoneID // see alike
}

func newCase(result *models.Result, lang models.Lang, theme diagram.Theme) *caseView {
	s := &result.System
	c := &caseView{
		result: result, system: s, lang: lang, theme: theme, topology: topology.New(s),
		components: indexed(s.Components, func(x *models.Component) models.ComponentID { return x.ID }),
		flows:      indexed(s.Flows, func(x *models.Flow) models.FlowID { return x.ID }),
		zones:      indexed(s.Zones, func(x *models.Zone) models.ZoneID { return x.ID }),
		kinds:      indexed(result.Words.Kinds, func(x *models.Kind) models.KindID { return x.ID }),
		states:     indexed(result.Words.States, func(x *models.State) models.StateID { return x.ID }),
		rules:      indexed(result.Words.Rules, func(x *models.Rule) models.RuleID { return x.ID }),
		attacked:   indexed(result.Components, func(x *models.ComponentResult) models.ComponentID { return x.Component }),
		profiles:   indexed(s.Attackers, func(x *models.Profile) models.ProfileID { return x.ID }),
		safeguards: indexed(s.Safeguards, func(x *models.Safeguard) models.SafeguardID { return x.ID }),
		measures:   indexed(s.Measures, func(x *models.Measure) models.MeasureID { return x.ID }),
		names:      map[models.Sort]map[string]models.Text{},
	}
	for i := range s.Initiators {
		c.profiles[s.Initiators[i].ID] = &s.Initiators[i]
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

func (c *caseView) nameElements() {
	for _, sort := range models.Sorts() {
		for _, x := range sort.Items(c.system) {
			c.name(sort.Sort, x.ID, x.Name)
		}
	}
	for _, x := range c.result.Consequences {
		c.name(models.EffectSort, string(x.Effect), x.Name)
	}
	for _, x := range c.system.Effects {
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

func (c *caseView) name(of models.Sort, id string, name models.Text) {
	if c.names[of] == nil {
		c.names[of] = map[string]models.Text{}
	}
	c.names[of][id] = name
}

// called is the name of an element, or its id where it has none.
func (c *caseView) called(of models.Sort, id string) string {
	if name := c.names[of][id]; !name.Empty() {
		return c.say(name)
	}
	if of == models.CauseSort {
		effect, _, _ := strings.Cut(id, ".")
		return c.fill(words.CauseOf, "effect", c.called(models.EffectSort, effect))
	}
	return id
}

// say is a text in the figure's language.
func (c *caseView) say(t models.Text) string { return t.In(c.lang) }

// fill is a sentence in the figure's language with its roles filled.
func (c *caseView) fill(t models.Text, pairs ...string) string { return words.Fill(c.say(t), pairs...) }

// list joins the items of an enumeration.
func (c *caseView) list(items []string) string {
	out := ""
	for i, item := range items {
		if i > 0 {
			out += c.say(words.Comma)
		}
		out += item
	}
	return out
}

// state is what people call a state.
func (c *caseView) state(id models.StateID) string {
	if s := c.states[id]; s != nil && !s.Name.Empty() {
		return c.say(s.Name)
	}
	return string(id)
}

// kindLine is a kind and its ancestors, nearest first.
func (c *caseView) kindLine(id models.KindID) []*models.Kind {
	var line []*models.Kind
	for k := c.kinds[id]; k != nil && !slices.Contains(line, k); k = c.kinds[k.Parent] {
		line = append(line, k)
	}
	return line
}

// kindName is what people call a kind.
func (c *caseView) kindName(id models.KindID) string {
	if k := c.kinds[id]; k != nil && !k.Name.Empty() {
		return c.say(k.Name)
	}
	return string(id)
}

// scene starts a figure that is a graph.
func (c *caseView) scene(id string, title models.Text) *diagram.Scene {
	return &diagram.Scene{ID: id, Lang: string(c.lang), Title: c.say(title), Theme: c.theme, Direction: diagram.Downwards, Page: page}
}

// severity is the place of a level of axis 1 among the levels of a drawing.
func severity(r models.Recovery) diagram.Level {
	return [...]diagram.Level{
		models.LimitedDamage: diagram.Level1, models.SeriousDamage: diagram.Level2, models.FatalDamage: diagram.Level3,
	}[r]
}
