package modeltest

import (
	"fmt"
	"reflect"
	"slices"

	"github.com/harmpath/harmpath/models"
)

// mend makes an element agree with the rest of the model, as far as its type does not say how.
func (a *author) mend(v reflect.Value) {
	switch x := v.Addr().Interface().(type) {
	case *models.System:
		a.head(x)
	case *models.Policies:
		a.policies(x)
	case *models.Zone:
		a.zone(x)
	case *models.Stakeholder:
		a.stakeholder(x)
	case *models.Component:
		a.component(x)
	case *models.Identity:
		a.identity(x)
	case *models.Flow:
		a.flow(x)
	case *models.Data:
		a.data(x)
	case *models.Field:
		a.field(x)
	case *models.Event:
		a.event(x)
	case *models.Dependency:
		for x.Needs == x.Component && len(a.system.Components) > 1 {
			x.Needs = one(a, a.system.Components).ID
		}
	case *models.Effect:
		if x.Harm != nil && a.sometimes(5) {
			x.Harm.Injury = one(a, []models.Injury{models.SevereInjury, models.Death})
		}
	case *models.Safeguard:
		a.safeguard(x)
	case *models.Profile:
		a.profile(x)
	case *models.Measure:
		a.measure(x)
	}
}

// head writes what the case says of itself.
func (a *author) head(s *models.System) {
	s.Harmpath, s.ID = "1", models.CaseID(a.id("case", 0))
	s.Date = one(a, []string{"", "2021-11-29", "2024-02-29", "1999-12-31"})
}

func (a *author) policies(p *models.Policies) {
	if _, isTime := p.LongDuration.Hours(); p.LongDuration != "" && !isTime {
		p.LongDuration = "36h"
	}
	p.Important = slices.DeleteFunc(p.Important, func(id models.SensitivityID) bool { return !a.catalog.Sensitivity(id).Personal })
}

// zone puts a zone into one that stands before it: into the last where zones are deep, into none where they are flat.
func (a *author) zone(z *models.Zone) {
	at := slices.IndexFunc(a.system.Zones, func(other models.Zone) bool { return other.ID == z.ID })
	switch deep := a.density % 3; {
	case at == 0 || deep == 0:
		z.Parent = ""
	case deep == 1:
		z.Parent = a.system.Zones[at-1].ID
	case z.Parent != "":
		z.Parent = a.system.Zones[a.below(at)].ID
	}
}

func (a *author) stakeholder(s *models.Stakeholder) {
	s.Relations = slices.DeleteFunc(s.Relations, func(r models.Relationship) bool { return r.To == s.ID })
	a.large(s.Budget, s.Capacity)
}

func (a *author) component(c *models.Component) {
	c.DecidesOn = nil // flows to it say whether it acts on them
	if a.sometimes(10) {
		c.DecidesOn = []string{models.NoFlow}
	}
	c.Layer %= 4
	if !slices.Contains(a.classes(c.Kind), c.DeviceClass) {
		c.DeviceClass = ""
	}
	c.On = some(a, a.networks, 3)
	c.Passes = a.passes(c)
	if c.Separate = nil; slices.Contains(a.networks, c.ID) && a.sometimes(2) {
		c.Separate = slices.DeleteFunc(some(a, a.networks, 2), func(id models.ComponentID) bool { return id == c.ID })
	}
	at := slices.IndexFunc(a.system.Components, func(other models.Component) bool { return other.ID == c.ID })
	c.Parts = slices.DeleteFunc(c.Parts, func(id models.ComponentID) bool {
		return slices.IndexFunc(a.system.Components, func(other models.Component) bool { return other.ID == id }) <= at
	})
	c.Properties = a.properties(models.ComponentSort)
	a.contents(c)
	told := len(c.Vulnerabilities)+len(c.VEX)+len(c.SBOM) > 0 || slices.Contains(a.flawed, c.ID)
	if told && c.Properties[models.CrashFree] != models.Absent {
		delete(c.Properties, models.Patched)
		delete(c.Properties, models.FlawFree)
	}
}

// passes says of what joins networks what it passes between those that it is attached to: some of it, or nothing.
func (a *author) passes(c *models.Component) []models.Passage {
	if !a.catalog.Forwards(c.Kind) || slices.Contains(a.networks, c.ID) || a.sometimes(5) {
		return nil
	}
	out := []models.Passage{}
	for _, from := range c.On {
		for _, to := range c.On {
			if from != to && a.sometimes(3) {
				out = append(out, models.Passage{From: from, To: to})
			}
		}
	}
	return out
}

func (a *author) flow(f *models.Flow) {
	if len(a.ends) < 2 {
		return
	}
	f.From, f.To = one(a, a.ends), one(a, a.ends)
	if len(a.system.Flows) > 1 && a.sometimes(3) { // beside another flow, or against it
		other := one(a, a.system.Flows)
		if f.From, f.To = other.From, other.To; a.sometimes(5) {
			f.From, f.To = f.To, f.From
		}
	}
	for at := slices.Index(a.ends, f.From); f.From == "" || f.To == "" || f.From == f.To; at++ {
		f.From, f.To = a.ends[(at+1)%len(a.ends)], a.ends[(at+2)%len(a.ends)]
	}
	if at := slices.IndexFunc(a.system.Components, func(c models.Component) bool { return c.ID == f.To }); a.sometimes(3) {
		if c := &a.system.Components[at]; !slices.Contains(c.DecidesOn, models.NoFlow) && !slices.Contains(c.DecidesOn, string(f.ID)) {
			c.DecidesOn = append(c.DecidesOn, string(f.ID))
		}
	}
	if a.sometimes(4) {
		f.Via = some(a, a.networks, 2)
	}
	f.Via = slices.DeleteFunc(f.Via, func(id models.ComponentID) bool { return id == f.From || id == f.To })
	if f.OpenedBy != "" {
		f.OpenedBy = one(a, []models.ComponentID{f.From, f.To})
	}
	f.Properties = a.properties(models.FlowSort)
}

func (a *author) data(d *models.Data) {
	d.Properties = a.properties(models.DataSort)
	if d.Attributes == nil {
		return
	}
	d.Attributes.Keys = slices.DeleteFunc(d.Attributes.Keys, func(id models.DataID) bool { return id == d.ID })
	if class := a.catalog.Sensitivity(d.Sensitivity); !class.Personal {
		d.Attributes.Categories = slices.DeleteFunc(d.Attributes.Categories, func(id models.CategoryID) bool { return a.catalog.Category(id).Personal })
	}
}

// field gives the purposes of a field ids that those of no other have.
func (a *author) field(f *models.Field) {
	purpose := reflect.TypeFor[models.PurposeID]()
	for i := range f.Purposes {
		id := a.id("purpose", len(a.ids[purpose]))
		a.ids[purpose] = append(a.ids[purpose], id)
		f.Purposes[i].ID = models.PurposeID(id)
	}
}

func (a *author) event(e *models.Event) {
	e.To = slices.DeleteFunc(e.To, func(id models.DataID) bool { return slices.Contains(e.From, id) })
	if len(e.From)+len(e.To) == 0 {
		e.From = []models.DataID{one(a, a.system.Data).ID}
	}
	if e.Nature != models.GenerateEvent {
		e.Announces = nil
	}
}

func (a *author) measure(m *models.Measure) {
	m.No = 0
	if at := slices.IndexFunc(a.system.Measures, func(other models.Measure) bool { return other.ID == m.ID }); a.sometimes(5) {
		m.No = at + 1
	}
	if m.Uses != "" {
		m.Uses = one(a, a.catalog.Measures).ID
	}
	if m.AllThreats {
		m.Threats = nil
	}
	if m.Text.Empty() && m.Uses == "" && !m.Placeholder {
		m.Text = a.text()
	}
	m.Adapts = slices.DeleteFunc(m.Adapts, func(id models.MeasureID) bool { return id == m.ID })
	a.effectOf(m)
	a.large(m.Cost, m.Burden)
}

// effectOf lets a measure act where it says, with properties that something there can have. Some act in many places and
// against much, so that they change what can come about.
func (a *author) effectOf(m *models.Measure) {
	places := 2
	if a.sometimes(4) {
		places = 25
		m.Blocks = append(m.Blocks, some(a, a.rules(), 60)...)
		m.Provides = append(m.Provides, some(a, a.protections(), 60)...)
	}
	m.Blocks, m.Provides = unique(m.Blocks), unique(m.Provides)
	m.AppliesTo = nil
	var sorts []models.Sort
	for _, sort := range []models.Sort{models.ComponentSort, models.FlowSort, models.DataSort} {
		for _, id := range some(a, a.subjects(sort), places) {
			if !a.shared(id) && !slices.Contains(m.AppliesTo, id) {
				m.AppliesTo, sorts = append(m.AppliesTo, id), append(sorts, sort)
			}
		}
	}
	m.Provides = slices.DeleteFunc(m.Provides, func(id models.PropertyID) bool { return !slices.Contains(sorts, a.catalog.Property(id).Of) })
	if len(m.AppliesTo) == 0 {
		m.Provides, m.Blocks, m.Hardens = nil, nil, nil
	}
}

func (a *author) rules() []models.RuleID {
	var out []models.RuleID
	for i := range a.catalog.Rules {
		out = append(out, a.catalog.Rules[i].ID)
	}
	return out
}

func (a *author) protections() []models.PropertyID {
	var out []models.PropertyID
	for i := range a.catalog.Properties {
		out = append(out, a.catalog.Properties[i].ID)
	}
	return out
}

// unique leaves repetitions out.
func unique[T comparable](list []T) []T {
	var out []T
	for _, x := range list {
		if !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
}

// shared tells whether several components, flows and data have an id.
func (a *author) shared(id string) bool {
	n := 0
	for _, sort := range []models.Sort{models.ComponentSort, models.FlowSort, models.DataSort} {
		if slices.Contains(a.subjects(sort), id) {
			n++
		}
	}
	return n > 1
}

// identity names a product as package URLs, names of the Common Platform Enumeration and hashes are written.
func (a *author) identity(i *models.Identity) {
	n := a.below(20)
	if i.PURL != "" {
		i.PURL = fmt.Sprintf("pkg:%s/part-%d@1.%d", one(a, []string{"generic", "npm", "deb/debian", "golang/example.org"}), n, a.below(3))
	}
	if i.CPE != "" {
		i.CPE = fmt.Sprintf("cpe:2.3:a:maker:part_%d:1.%d:*:*:*:*:*:*:*", n, a.below(3))
	}
	for j := range i.Hashes {
		i.Hashes[j] = fmt.Sprintf("sha-256:%064x", a.below(1000))
	}
}
