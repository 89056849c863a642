package analysistest

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
)

// Shape bounds generated systems.
type Shape struct {
	Unknown int // most properties left unknown
}

// System draws a small system that passes the checks: a wide and a local network and perhaps one more inside, a few components
// on them, flows, data, effects with causes and safeguards, attackers and initiators, measures. All parts of a case turn up.
func System(t *rapid.T, catalog *models.Catalog, shape Shape) *models.System {
	d := drawing{T: t, catalog: catalog, unknown: shape.Unknown, system: &models.System{
		Harmpath: "1", ID: "drawn", Title: models.Plain("Drawn"), Site: "consumer",
		Zones: []models.Zone{{ID: "zone", Name: models.Plain("Zone")}},
	}}
	d.components()
	d.data()
	d.flows()
	d.stakeholders()
	d.effects()
	d.safeguards()
	d.profiles()
	d.measures()
	d.units()
	return d.system
}

// CheckUntil checks a property as rapid does, several times over until it has seen what it has to see now and then: a property
// of drawn systems in which nothing happens holds of anything.
func CheckUntil(t *testing.T, seen func() bool, property func(*rapid.T)) {
	for range 20 {
		rapid.Check(t, property)
		if t.Failed() || seen() {
			return
		}
	}
	t.Error("nothing was seen of what the property is about")
}

// drawing is a system on its way.
type drawing struct {
	*rapid.T
	catalog *models.Catalog
	system  *models.System
	unknown int
	devices []models.ComponentID // all but the networks
}

const (
	wide  models.ComponentID = "wide"
	local models.ComponentID = "local"
	inner models.ComponentID = "inner"
)

// pick draws one of several.
func pick[E any](d *drawing, from ...E) E { return rapid.SampledFrom(from).Draw(d.T, "pick") }

// some draws some of several, each at most once.
func some[E comparable](d *drawing, most int, from ...E) []E {
	if len(from) == 0 {
		return nil
	}
	drawn := rapid.SliceOfNDistinct(rapid.SampledFrom(from), 0, min(most, len(from)), rapid.ID[E]).Draw(d.T, "some")
	return slices.DeleteFunc(slices.Clone(from), func(e E) bool { return !slices.Contains(drawn, e) })
}

func (d *drawing) chance(percent int) bool {
	return rapid.IntRange(1, 100).Draw(d.T, "chance") <= percent
}

// properties draws what is stated of an element, and leaves some unknown.
func (d *drawing) properties(of []models.PropertyID) models.Properties {
	out := models.Properties{}
	for _, p := range of {
		switch {
		case d.unknown > 0 && d.chance(40):
			d.unknown--
		case d.chance(40):
			out[p] = models.Given
		default:
			out[p] = models.Absent
		}
	}
	return out
}

// propertiesFor returns the catalog's properties of a sort of element.
func (d *drawing) propertiesFor(of models.Sort) []models.PropertyID {
	var out []models.PropertyID
	for _, p := range d.catalog.Properties {
		if p.Of == of {
			out = append(out, p.ID)
		}
	}
	return out
}

// passes draws what a component that joins networks passes between them, or leaves it unstated.
func (d *drawing) passes(c *models.Component) []models.Passage {
	if !d.catalog.Forwards(c.Kind) || d.chance(50) {
		return nil
	}
	out := []models.Passage{}
	for _, from := range c.On {
		for _, to := range c.On {
			if from != to && d.chance(40) {
				out = append(out, models.Passage{From: from, To: to})
			}
		}
	}
	return out
}

func (d *drawing) components() {
	networks := []models.ComponentID{wide, local}
	if d.chance(40) {
		networks = append(networks, inner)
	}
	for i := range rapid.IntRange(2, 4).Draw(d.T, "components") {
		id := models.ComponentID(fmt.Sprint("c", i))
		kind := pick[models.KindID](d, "smartphone", "cloud_service", "home_controller", "gas_water_heater", "router", "firewall", "relay_service", "camera")
		c := models.Component{
			ID: id, Name: models.Plain(string(id)), Kind: kind, Zone: "zone",
			On: some(d, 2, networks...), Properties: d.properties(d.catalog.PropertiesOf(kind)),
		}
		c.Passes = d.passes(&c)
		if kind == "gas_water_heater" {
			c.DeviceClass = pick[models.DeviceClassID](d, "", "sealed_flue", "open_flue")
		}
		d.system.Components = append(d.system.Components, c)
		d.devices = append(d.devices, id)
	}
	if len(d.devices) > 2 && d.chance(30) {
		d.system.Dependencies = []models.Dependency{{ID: "needs", Component: d.devices[0], Needs: d.devices[1], Precaution: d.chance(50)}}
	}
	d.system.Components = append(d.system.Components,
		models.Component{ID: wide, Name: models.Plain("Wide"), Kind: "wide_network", Zone: "zone", DrawnOnly: true},
		models.Component{ID: local, Name: models.Plain("Local"), Kind: "local_network", Zone: "zone", DrawnOnly: true})
	if len(networks) < 3 {
		return
	}
	d.system.Components = append(d.system.Components, models.Component{ID: inner, Name: models.Plain("Inner"), Kind: "field_network", Zone: "zone", DrawnOnly: true})
	if d.chance(40) {
		d.system.Components[len(d.system.Components)-1].Separate = some(d, 1, wide, local)
	}
}

func (d *drawing) data() {
	d.system.Data = []models.Data{
		{ID: "account", Name: models.Plain("Account"), Sensitivity: pick[models.SensitivityID](d, "general_personal", "home_video", "technical")},
		{ID: "key", Name: models.Plain("Key"), Sensitivity: "credential", Properties: d.properties(d.propertiesFor(models.DataSort))},
	}
	for i := range d.devices {
		d.system.Components[i].Stores = some[models.DataID](d, 2, "account", "key")
	}
	if d.chance(40) {
		d.system.Components[0].Addresses = []models.DataID{"key"}
	}
	if d.chance(50) {
		d.system.Conditions = []models.Condition{{ID: "somebody", Name: models.Plain("Somebody is there"), Excluded: d.chance(20)}}
	}
}

func (d *drawing) conditions() []models.ConditionID {
	if len(d.system.Conditions) > 0 && d.chance(50) {
		return []models.ConditionID{"somebody"}
	}
	return nil
}

func (d *drawing) flows() {
	for i := range rapid.IntRange(1, 4).Draw(d.T, "flows") {
		id := models.FlowID(fmt.Sprint("f", i))
		from := pick(d, d.devices...)
		to := pick(d, slices.DeleteFunc(slices.Clone(d.devices), func(c models.ComponentID) bool { return c == from })...)
		f := models.Flow{
			ID: id, Name: models.Plain(string(id)), From: from, To: to, Via: some(d, 3, d.forwarding(from, to)...),
			Nature:  models.Nature(pick(d, models.CommandFlow.Values()...)),
			Carries: some[models.DataID](d, 1, "account"), Credentials: some[models.DataID](d, 1, "key"),
			When: d.conditions(), Closed: d.chance(10), Properties: d.properties(d.propertiesFor(models.FlowSort)),
		}
		if d.chance(30) {
			f.OpenedBy = to
		}
		d.system.Flows = append(d.system.Flows, f)
	}
}

// forwarding returns what can stand in a flow's way.
func (d *drawing) forwarding(from, to models.ComponentID) []models.ComponentID {
	var out []models.ComponentID
	for _, c := range d.system.Components {
		if c.ID != from && c.ID != to && d.catalog.Forwards(c.Kind) {
			out = append(out, c.ID)
		}
	}
	return out
}

func (d *drawing) stakeholders() {
	d.system.Stakeholders = []models.Stakeholder{{
		ID: "maker", Name: models.Plain("Maker"),
		Makes: some(d, 2, d.devices...), Operates: some(d, 2, d.devices...), Maintains: some(d, 1, d.devices...),
	}}
	if d.chance(40) {
		level := pick(d, models.Recoveries()...)
		d.system.Stakeholders[0].Accepts = &models.AcceptedLevels{Recovery: &level}
	}
}

// fact draws a fact that can cause an effect.
func (d *drawing) fact() models.Cause {
	if len(d.system.Conditions) > 0 && d.chance(15) {
		return models.Cause{Fact: models.Fact{State: "present", Subject: "somebody"}}
	}
	if d.chance(15) {
		return models.Cause{Fact: models.Fact{State: "disclosed", Subject: "account"}}
	}
	return models.Cause{Fact: models.Fact{
		State:   pick[models.StateID](d, "used", "infected", "stopped", "tampered", "misoperated"),
		Subject: string(pick(d, d.devices...)),
	}}
}

func (d *drawing) effects() {
	for i := range rapid.IntRange(1, 3).Draw(d.T, "effects") {
		id := models.EffectID(fmt.Sprint("e", i))
		e := models.Effect{ID: id, Name: models.Plain(string(id)), Causes: d.causes(id)}
		if d.chance(70) {
			e.Harm = &models.Harm{
				Injury:    models.Injury(pick(d, models.Death.Values()...)),
				Use:       models.Use(pick(d, models.IntendedUse.Values()...)),
				Discloses: some[models.DataID](d, 1, "account"),
			}
			if d.system.Data[0].Sensitivity == "technical" {
				e.Harm.Discloses = nil
			}
		}
		if d.chance(50) {
			e.Economic = &models.EconomicImpact{
				Scope:         models.Scope(pick(d, models.UnknownScope.Values()...)),
				Duration:      pick[models.Duration](d, "short", "long", "3d", "6h..8d", "unknown"),
				Substitutable: pick(d, models.True, models.False, models.Unknown),
				LargeRecall:   pick(d, models.True, models.False, models.Unknown, models.Unknown),
			}
		}
		d.system.Effects = append(d.system.Effects, e)
	}
}

// causes draws a tree of causes: some of facts, one of them perhaps with a name of its own so that it can be guarded.
func (d *drawing) causes(effect models.EffectID) models.Cause {
	inner := models.Cause{ID: string(effect) + "-cause", Any: []models.Cause{d.fact(), d.fact()}}
	for _, c := range d.system.Components {
		if c.DeviceClass != "" && d.chance(50) {
			inner.RuledOut = &models.RuledOut{Component: c.ID, Classes: []models.DeviceClassID{"sealed_flue"}}
		}
	}
	switch rapid.IntRange(0, 3).Draw(d.T, "causes") {
	case 0:
		return models.Cause{Any: []models.Cause{d.fact(), d.fact()}}
	case 1:
		return models.Cause{All: []models.Cause{d.fact(), d.fact()}}
	case 2:
		return models.Cause{All: []models.Cause{inner, d.fact()}}
	}
	return models.Cause{Any: []models.Cause{inner, d.fact()}}
}

func (d *drawing) safeguards() {
	for i := range rapid.IntRange(0, 3).Draw(d.T, "safeguards") {
		id := models.SafeguardID(fmt.Sprint("s", i))
		e := pick(d, d.system.Effects...)
		target := string(e.ID)
		for _, list := range [][]models.Cause{e.Causes.All, e.Causes.Any} {
			if len(list) > 0 && list[0].ID != "" && d.chance(50) {
				target = list[0].ID
			}
		}
		s := models.Safeguard{
			ID: id, Name: models.Plain(string(id)), Guards: []string{target},
			Independence: models.Independence(pick(d, models.Mechanical.Values()...)), Stops: some(d, 1, d.devices...),
		}
		if s.Independence != models.Mechanical && s.Independence != models.Hardwired {
			s.Host = pick(d, d.devices...)
		}
		if s.Independence == models.Remote {
			s.Flow = pick(d, d.system.Flows...).ID
		}
		d.system.Safeguards = append(d.system.Safeguards, s)
	}
}

func (d *drawing) profiles() {
	device := string(pick(d, d.devices...))
	attackers := []models.Profile{
		{ID: "far", Kind: models.RemoteAttacker, Starts: []models.Fact{{State: "reached", Subject: string(wide)}}},
		{ID: "near", Kind: models.LocalAttacker, Starts: []models.Fact{{State: "reached", Subject: string(local)}}},
		{ID: "at_hand", Kind: models.PhysicalAttacker, Starts: []models.Fact{{State: "touched", Subject: device}}},
		{ID: "inside", Kind: models.InsiderAttacker, Starts: []models.Fact{{State: "insider", Subject: "maker"}}},
		{ID: "supplier", Kind: models.SupplyChainAttacker, Starts: []models.Fact{{State: "infected", Subject: device}}},
	}
	for _, i := range some(d, 3, 0, 1, 2, 3, 4) {
		a := attackers[i]
		a.Name, a.Knows = models.Plain(string(a.ID)), some[models.DataID](d, 1, "key")
		d.system.Attackers = append(d.system.Attackers, a)
	}
	if d.chance(60) {
		d.system.Initiators = []models.Profile{{
			ID: "slip", Name: models.Plain("Slip"), Kind: models.Misoperation, Starts: []models.Fact{{State: "misoperated", Subject: device}},
		}}
	}
	d.system.Policies.JoinAttackers = d.chance(30)
}

// units puts some of the system into a zone of several sites.
func (d *drawing) units() {
	if !d.chance(10) {
		return
	}
	d.system.Zones = append(d.system.Zones, models.Zone{ID: "homes", Name: models.Plain("Homes"), Installations: pick(d, 1, 2, 1000)})
	for i := range d.system.Components {
		if c := &d.system.Components[i]; c.ID != wide && pick(d, true, false) {
			c.Zone = "homes"
		}
		if c := &d.system.Components[i]; d.catalog.IsA(c.Kind, models.ServerKind) {
			c.Users = pick(d, models.OneUser, models.ManyUsers)
		}
	}
	for i := range d.system.Data {
		d.system.Data[i].Shared = d.chance(20)
	}
	for i := range d.system.Effects {
		d.system.Effects[i].Of = pick(d, "", "", models.OneUnit, models.AllUnits)
	}
	for _, list := range [][]models.Profile{d.system.Attackers, d.system.Initiators} {
		for i := range list {
			list[i].Starts[0].In = pick(d, "", "", models.OneUnit, models.AllUnits)
		}
	}
}

func (d *drawing) measures() {
	for i := range rapid.IntRange(0, 3).Draw(d.T, "measures") {
		id := models.MeasureID(fmt.Sprint("m", i))
		m := models.Measure{
			ID: id, Text: models.Plain(string(id)), Stakeholder: "maker", Status: models.Status(pick(d, models.Candidate.Values()...)),
			Viewpoint: "viewpoint-1", Target: models.SystemTarget, Reason: models.Plain("Drawn"),
		}
		switch rapid.IntRange(0, 2).Draw(d.T, "acts") {
		case 0:
			f := pick(d, d.system.Flows...)
			m.AppliesTo, m.Provides = []string{string(f.ID)}, some(d, 2, d.propertiesFor(models.FlowSort)...)
		case 1:
			c := pick(d, d.system.Components[:len(d.devices)]...)
			m.AppliesTo, m.Provides = []string{string(c.ID)}, some(d, 2, d.catalog.PropertiesOf(c.Kind)...)
		default:
			m.AppliesTo, m.Blocks = []string{string(pick(d, d.devices...))}, []models.RuleID{pick[models.RuleID](d, "exploit-flaw", "use-by-malware", "log-in-as-administrator")}
		}
		if len(m.Provides)+len(m.Blocks) == 0 {
			m.AppliesTo = nil
		} else if d.chance(25) {
			m.OvercomeBy = &models.Overcoming{Effort: 3}
		}
		d.system.Measures = append(d.system.Measures, m)
	}
}
