package modeltest

import (
	"fmt"

	"github.com/harmpath/harmpath/models"
)

// Hostile is a sort of model that is small as a file and can make much work: many elements of one sort, in a row, beside each
// other, or each with each.
type Hostile struct {
	Name   string
	Size   int // how many elements a large one has
	System func(size int) *models.System
}

// Hostiles lists the sorts of hostile models.
func Hostiles() []Hostile {
	return []Hostile{
		{"effect-chain", 10_000, effectChain},
		{"effect-fan", 10_000, effectFan},
		{"effect-ladder", 2_000, effectLadder},
		{"effect-clique", 150, effectClique},
		{"effect-comb", 2_000, effectComb},
		{"cause-wide", 10_000, causeWide},
		{"cause-pairs", 3_000, causePairs},
		{"part-chain", 10_000, partChain},
		{"part-fan", 10_000, partFan},
		{"zone-chain", 10_000, zoneChain},
		{"network-chain", 3_000, networkChain},
		{"network-star", 5_000, networkStar},
		{"gateway-star", 300, gatewayStar},
		{"flow-fan", 5_000, flowFan},
		{"flow-chain", 5_000, flowChain},
		{"flow-clique", 100, flowClique},
		{"flow-hops", 200, flowHops},
		{"dependency-chain", 10_000, dependencyChain},
		{"dependency-clique", 100, dependencyClique},
		{"data-fan", 10_000, dataFan},
		{"data-grid", 100, dataGrid},
		{"key-clique", 150, keyClique},
		{"credential-ladder", 2_000, credentialLadder},
		{"attacker-fan", 5_000, attackerFan},
		{"attacker-each", 3_000, attackerEach},
		{"attacker-apart", 5_000, AttackersApart},
		{"initiator-fan", 5_000, initiatorFan},
		{"condition-fan", 10_000, conditionFan},
		{"safeguard-fan", 10_000, safeguardFan},
		{"safeguard-each", 3_000, safeguardEach},
		{"measure-fan", 10_000, measureFan},
		{"measure-each", 3_000, measureEach},
		{"measure-knapsack", 3_000, measureKnapsack},
		{"stakeholder-grid", 150, stakeholderGrid},
		{"stakeholder-clique", 150, stakeholderClique},
		{"event-chain", 3_000, eventChain},
		{"event-clique", 150, eventClique},
		{"field-fan", 3_000, fieldFan},
		{"package-fan", 10_000, packageFan},
		{"vulnerability-fan", 5_000, vulnerabilityFan},
		{"text-fan", 10_000, textFan},
		{"long-names", 300, longNames},
	}
}

// base is the smallest case on which an attack does something: a device on a network that a remote attacker reaches.
func base() *models.System {
	return &models.System{
		Harmpath: "1", ID: "hostile", Title: models.Plain("Hostile"), Site: "consumer",
		Zones: []models.Zone{{ID: "zone", Name: models.Plain("Zone")}},
		Components: []models.Component{
			{ID: "net", Name: models.Plain("Net"), Kind: "wide_network", Zone: "zone"},
			{ID: "device", Name: models.Plain("Device"), Kind: "appliance", Zone: "zone", On: []models.ComponentID{"net"}},
		},
		Attackers: []models.Profile{{ID: "remote", Name: models.Plain("Remote"), Kind: models.RemoteAttacker, Starts: []models.Fact{{State: "reached", Subject: "net"}}}},
	}
}

// id names an element by its sort and number.
func id[T ~string](word string, i int) T { return T(fmt.Sprint(word, "-", i)) }

func fact[T ~string](state models.StateID, subject T) models.Fact {
	return models.Fact{State: state, Subject: string(subject)}
}

func cause[T ~string](state models.StateID, subject T) models.Cause {
	return models.Cause{Fact: fact(state, subject)}
}

// devices adds n devices on the network.
func devices(s *models.System, n int) []models.ComponentID {
	var out []models.ComponentID
	for i := range n {
		out = append(out, id[models.ComponentID]("device", i))
		s.Components = append(s.Components, models.Component{
			ID: out[i], Name: models.Plain(fmt.Sprint("Device ", i)), Kind: "appliance", Zone: "zone", On: []models.ComponentID{"net"},
		})
	}
	return out
}

// effect adds an effect that costs a life.
func effect(s *models.System, i int, causes models.Cause) {
	s.Effects = append(s.Effects, models.Effect{
		ID: id[models.EffectID]("effect", i), Name: models.Plain(fmt.Sprint("Effect ", i)), Causes: causes, Harm: &models.Harm{Injury: models.Death},
	})
}

func occurred(i int) models.Cause { return cause("occurred", id[string]("effect", i)) }

// effectChain is effects of which each causes the next.
func effectChain(n int) *models.System {
	s := base()
	effect(s, 0, cause("used", "device"))
	for i := 1; i < n; i++ {
		effect(s, i, occurred(i-1))
	}
	return s
}

// effectFan is effects with the same cause.
func effectFan(n int) *models.System {
	s := base()
	for i := range n {
		effect(s, i, cause("used", "device"))
	}
	return s
}

// effectLadder is effects that want one of the two before and a device of their own.
func effectLadder(n int) *models.System {
	s := base()
	all := devices(s, n)
	for i := range n {
		if i < 2 {
			effect(s, i, cause("used", all[i]))
			continue
		}
		effect(s, i, models.Cause{All: []models.Cause{cause("used", all[i]), {Any: []models.Cause{occurred(i - 1), occurred(i - 2)}}}})
	}
	return s
}

// effectClique is effects of which each can cause each, and one device causes the first.
func effectClique(n int) *models.System {
	s := base()
	for i := range n {
		any := []models.Cause{}
		for j := range n {
			if i != j {
				any = append(any, occurred(j))
			}
		}
		if i == 0 {
			any = append(any, cause("used", "device"))
		}
		effect(s, i, models.Cause{Any: any})
	}
	return s
}

// effectComb is effects each with a device of its own.
func effectComb(n int) *models.System {
	s := base()
	for i, d := range devices(s, n) {
		effect(s, i, cause("used", d))
	}
	return s
}

// causeWide is one effect with n causes.
func causeWide(n int) *models.System {
	s := base()
	var any []models.Cause
	for _, d := range devices(s, n) {
		any = append(any, cause("used", d))
	}
	effect(s, 0, models.Cause{Any: any})
	return s
}

// causePairs is one effect that wants one of two devices of every pair: two to the n ways.
func causePairs(n int) *models.System {
	s := base()
	all := devices(s, n/2*2)
	var every []models.Cause
	for i := 0; i+1 < len(all); i += 2 {
		every = append(every, models.Cause{Any: []models.Cause{cause("used", all[i]), cause("used", all[i+1])}})
	}
	effect(s, 0, models.Cause{All: every})
	return s
}

// partChain is parts within each other.
func partChain(n int) *models.System {
	s := base()
	for i := range n {
		part := models.Component{ID: id[models.ComponentID]("part", i), Name: models.Plain(fmt.Sprint("Part ", i)), Kind: "part", Zone: "zone"}
		s.Components = append(s.Components, part)
		around := &s.Components[len(s.Components)-2]
		around.Parts = []models.ComponentID{part.ID}
	}
	effect(s, 0, cause("used", "device"))
	return s
}

// partFan is parts of one device.
func partFan(n int) *models.System {
	s := base()
	for i := range n {
		part := models.Component{ID: id[models.ComponentID]("part", i), Name: models.Plain(fmt.Sprint("Part ", i)), Kind: "part", Zone: "zone"}
		s.Components = append(s.Components, part)
		s.Components[1].Parts = append(s.Components[1].Parts, part.ID)
	}
	effect(s, 0, cause("used", "device"))
	return s
}

// zoneChain is zones within each other, with the device in the innermost.
func zoneChain(n int) *models.System {
	s := base()
	around := models.ZoneID("zone")
	for i := range n {
		z := models.Zone{ID: id[models.ZoneID]("zone", i), Name: models.Plain(fmt.Sprint("Zone ", i)), Parent: around}
		s.Zones = append(s.Zones, z)
		around = z.ID
	}
	s.Components[1].Zone = around
	effect(s, 0, cause("used", "device"))
	return s
}

// networkChain is networks in a row, a gateway between each and the next.
func networkChain(n int) *models.System {
	s := base()
	before := models.ComponentID("net")
	for i := range n {
		local := id[models.ComponentID]("net", i)
		s.Components = append(s.Components,
			models.Component{ID: local, Name: models.Plain(fmt.Sprint("Net ", i)), Kind: "local_network", Zone: "zone"},
			models.Component{ID: id[models.ComponentID]("gateway", i), Name: models.Plain(fmt.Sprint("Gateway ", i)), Kind: "gateway", Zone: "zone", On: []models.ComponentID{before, local}},
		)
		before = local
	}
	s.Components[1].On = []models.ComponentID{before}
	effect(s, 0, cause("used", "device"))
	return s
}

// networkStar is devices on one network, each with an effect in common.
func networkStar(n int) *models.System {
	s := base()
	all := devices(s, n)
	effect(s, 0, cause("used", all[n-1]))
	return s
}

// gatewayStar is networks that one router joins, each with a device.
func gatewayStar(n int) *models.System {
	s := base()
	router := models.Component{ID: "router", Name: models.Plain("Router"), Kind: "router", Zone: "zone", On: []models.ComponentID{"net"}}
	var last models.ComponentID
	for i := range n {
		network := id[models.ComponentID]("lan", i)
		last = id[models.ComponentID]("thing", i)
		router.On = append(router.On, network)
		s.Components = append(s.Components, models.Component{ID: network, Name: models.Plain("Lan"), Kind: "local_network", Zone: "zone"},
			models.Component{ID: last, Name: models.Plain("Thing"), Kind: "appliance", Zone: "zone", On: []models.ComponentID{network}})
	}
	s.Components = append(s.Components, router)
	effect(s, 0, cause("used", last))
	return s
}

// flow adds a flow between two devices.
func flow(s *models.System, i int, from, to models.ComponentID, via ...models.ComponentID) *models.Flow {
	s.Flows = append(s.Flows, models.Flow{ID: id[models.FlowID]("flow", i), From: from, To: to, Via: via, Nature: models.CommandFlow})
	return &s.Flows[len(s.Flows)-1]
}

// flowFan is flows between the same two devices.
func flowFan(n int) *models.System {
	s := base()
	all := devices(s, 1)
	for i := range n {
		flow(s, i, all[0], "device", "net")
	}
	effect(s, 0, cause("used", "device"))
	return s
}

// flowChain is devices that command each the next.
func flowChain(n int) *models.System {
	s := base()
	all := devices(s, n)
	for i := range n - 1 {
		flow(s, i, all[i], all[i+1], "net")
	}
	effect(s, 0, cause("used", all[n-1]))
	return s
}

// flowClique is devices that command each each.
func flowClique(n int) *models.System {
	s := base()
	all := devices(s, n)
	for i := range n * n {
		if i/n != i%n {
			flow(s, i, all[i/n], all[i%n], "net")
		}
	}
	effect(s, 0, cause("used", all[n-1]))
	return s
}

// flowHops is flows that all pass all the others' gateways.
func flowHops(n int) *models.System {
	s := base()
	all := devices(s, n)
	for i := range n {
		way := append([]models.ComponentID{}, all[:i]...)
		flow(s, i, all[i], "device", append(way, all[i+1:]...)...)
	}
	effect(s, 0, cause("used", "device"))
	return s
}

// dependencyChain is devices that need each the next.
func dependencyChain(n int) *models.System {
	s := base()
	all := devices(s, n)
	for i := range n - 1 {
		s.Dependencies = append(s.Dependencies, models.Dependency{ID: id[models.DependencyID]("need", i), Component: all[i], Needs: all[i+1]})
	}
	effect(s, 0, cause("stopped", all[0]))
	return s
}

// dependencyClique is devices that need each each.
func dependencyClique(n int) *models.System {
	s := base()
	all := devices(s, n)
	for i := range n * n {
		if i/n != i%n {
			s.Dependencies = append(s.Dependencies, models.Dependency{ID: id[models.DependencyID]("need", i), Component: all[i/n], Needs: all[i%n]})
		}
	}
	effect(s, 0, cause("stopped", all[0]))
	return s
}

// addData adds n data items of people.
func addData(s *models.System, n int) []models.DataID {
	var out []models.DataID
	for i := range n {
		out = append(out, id[models.DataID]("data", i))
		s.Data = append(s.Data, models.Data{ID: out[i], Name: models.Plain(fmt.Sprint("Data ", i)), Sensitivity: "general_personal"})
	}
	return out
}

// dataFan is data in one device.
func dataFan(n int) *models.System {
	s := base()
	s.Components[1].Stores = addData(s, n)
	return s
}

// dataGrid is devices that all store all data.
func dataGrid(n int) *models.System {
	s := base()
	data := addData(s, n)
	devices(s, n)
	for i := 2; i < len(s.Components); i++ {
		s.Components[i].Stores = data
	}
	return s
}

// norms are those whose risks are looked for along the life of data.
func norms() []models.NormID {
	return []models.NormID{"easy_matching", "third_party_provision", "rights_of_holders", "purpose_limitation", "anonymisation"}
}

// keyClique is data by which each can be matched with each.
func keyClique(n int) *models.System {
	s := base()
	s.Stakeholders = []models.Stakeholder{{ID: "holder", Name: models.Plain("Holder")}}
	data := addData(s, n)
	s.Components[1].Stores = data
	s.Fields = []models.Field{{ID: "field", Name: models.Plain("Field"), Norms: norms()}}
	for i := range s.Data {
		keys := append([]models.DataID{}, data[:i]...)
		s.Data[i].Fields = []models.FieldID{"field"}
		s.Data[i].Attributes = &models.DataAttributes{
			Categories: []models.CategoryID{"personal_information"}, Disclosure: []models.StakeholderID{"holder"}, Keys: append(keys, data[i+1:]...),
		}
	}
	s.Events = []models.Event{{ID: "event", Nature: models.GenerateEvent, To: data, By: "holder"}}
	return s
}

// credentialLadder is devices that each keep what opens the next.
func credentialLadder(n int) *models.System {
	s := base()
	all, data := devices(s, n), addData(s, n)
	for i := range n - 1 {
		s.Components[i+2].Stores = data[i : i+1]
		flow(s, i, all[i], all[i+1], "net").Credentials = data[i : i+1]
	}
	effect(s, 0, cause("used", all[n-1]))
	return s
}

// attackerFan is attackers who reach the same.
func attackerFan(n int) *models.System {
	s := base()
	for i := range n {
		s.Attackers = append(s.Attackers, models.Profile{
			ID: id[models.ProfileID]("attacker", i), Name: models.Plain(fmt.Sprint("Attacker ", i)), Kind: models.RemoteAttacker, Starts: []models.Fact{fact("reached", "net")},
		})
	}
	effect(s, 0, cause("used", "device"))
	return s
}

// attackerEach is attackers each at a device of its own, with an effect of its own.
func attackerEach(n int) *models.System {
	s := effectComb(n)
	for i := range n {
		s.Attackers = append(s.Attackers, models.Profile{
			ID: id[models.ProfileID]("attacker", i), Name: models.Plain(fmt.Sprint("Attacker ", i)), Kind: models.PhysicalAttacker,
			Starts: []models.Fact{fact("touched", id[string]("device", i))},
		})
	}
	return s
}

// AttackersApart is attackers who each have a device at hand that nothing connects with the others, and an effect of each device.
func AttackersApart(n int) *models.System {
	s := attackerEach(n)
	s.Attackers = s.Attackers[1:]
	for i := range s.Components {
		s.Components[i].On = nil
	}
	return s
}

// initiatorFan is people who operate the same device wrongly.
func initiatorFan(n int) *models.System {
	s := base()
	for i := range n {
		s.Initiators = append(s.Initiators, models.Profile{
			ID: id[models.ProfileID]("slip", i), Name: models.Plain(fmt.Sprint("Slip ", i)), Kind: models.Misoperation, Starts: []models.Fact{fact("misoperated", "device")},
		})
	}
	effect(s, 0, models.Cause{Any: []models.Cause{cause("used", "device"), cause("misoperated", "device")}})
	return s
}

// conditionFan is an effect under many conditions.
func conditionFan(n int) *models.System {
	s := base()
	all := []models.Cause{cause("used", "device")}
	half := 0.5
	for i := range n {
		c := models.Condition{ID: id[models.ConditionID]("condition", i), Name: models.Plain(fmt.Sprint("Condition ", i)), Probability: &half}
		s.Conditions = append(s.Conditions, c)
		all = append(all, cause("present", c.ID))
	}
	effect(s, 0, models.Cause{All: all})
	return s
}

func safeguard(s *models.System, i int, guards string) {
	s.Safeguards = append(s.Safeguards, models.Safeguard{
		ID: id[models.SafeguardID]("guard", i), Name: models.Plain(fmt.Sprint("Guard ", i)), Guards: []string{guards},
		Independence: models.SameController, Host: "device",
	})
}

// safeguardFan is safeguards against one effect.
func safeguardFan(n int) *models.System {
	s := base()
	effect(s, 0, cause("used", "device"))
	for i := range n {
		safeguard(s, i, "effect-0")
	}
	return s
}

// safeguardEach is effects each with a safeguard of its own.
func safeguardEach(n int) *models.System {
	s := effectFan(n)
	for i := range n {
		safeguard(s, i, id[string]("effect", i))
	}
	return s
}

// candidate adds a measure at an element.
func candidate(s *models.System, i int, at string) *models.Measure {
	cost := float64(1 + i%7)
	s.Measures = append(s.Measures, models.Measure{
		ID: id[models.MeasureID]("measure", i), Viewpoint: "viewpoint-1", Target: models.SystemTarget, Stakeholder: "maker",
		Text: models.Plain(fmt.Sprint("Measure ", i)), Cost: &cost, AppliesTo: []string{at}, Provides: []models.PropertyID{"flaw_free"},
	})
	return &s.Measures[len(s.Measures)-1]
}

func withMaker(s *models.System) *models.System {
	s.Stakeholders = append(s.Stakeholders, models.Stakeholder{ID: "maker", Name: models.Plain("Maker"), Makes: []models.ComponentID{"device"}})
	return s
}

// measureFan is measures that all do the same.
func measureFan(n int) *models.System {
	s := withMaker(base())
	effect(s, 0, cause("used", "device"))
	for i := range n {
		candidate(s, i, "device")
	}
	return s
}

// measureEach is devices each with an effect and a measure, every second in force.
func measureEach(n int) *models.System {
	s := withMaker(effectComb(n))
	for i := range n {
		m := candidate(s, i, id[string]("device", i))
		if i%2 == 0 {
			m.Status, m.Reason = models.Adopted, models.Plain("Needed")
		}
	}
	return s
}

// measureKnapsack is an effect that many devices can cause, measures of many costs, and a budget for half of them.
func measureKnapsack(n int) *models.System {
	s := withMaker(causePairs(2 * n))
	budget := float64(n)
	s.Stakeholders[0].Budget = &budget
	for i := range n {
		m := candidate(s, i, id[string]("device", 2*i))
		m.Provides = []models.PropertyID{"flaw_free", "no_inbound", "admin_authenticated"}
		*m.Cost = 1 + float64(i*7919%1009)/1009
	}
	return s
}

// stakeholderGrid is parties that all have to do with all devices.
func stakeholderGrid(n int) *models.System {
	s := base()
	all := devices(s, n)
	for i := range n {
		s.Stakeholders = append(s.Stakeholders, models.Stakeholder{
			ID: id[models.StakeholderID]("party", i), Name: models.Plain(fmt.Sprint("Party ", i)), Owns: all, Operates: all, Uses: all,
		})
	}
	effect(s, 0, cause("used", all[0]))
	return s
}

// stakeholderClique is parties that each do something for each.
func stakeholderClique(n int) *models.System {
	s := base()
	for i := range n {
		p := models.Stakeholder{ID: id[models.StakeholderID]("party", i), Name: models.Plain(fmt.Sprint("Party ", i))}
		for j := range n {
			if i != j {
				p.Relations = append(p.Relations, models.Relationship{To: id[models.StakeholderID]("party", j), Does: models.Plain("Serves")})
			}
		}
		s.Stakeholders = append(s.Stakeholders, p)
	}
	effect(s, 0, cause("used", "device"))
	return s
}

// lives gives data the attributes of personal information in a field with norms.
func lives(s *models.System, n int) []models.DataID {
	s.Stakeholders = []models.Stakeholder{{ID: "holder", Name: models.Plain("Holder")}}
	s.Fields = []models.Field{{ID: "field", Name: models.Plain("Field"), Norms: norms(), Purposes: []models.Purpose{{ID: "use", Name: models.Plain("Use")}}}}
	data := addData(s, n)
	for i := range s.Data {
		s.Data[i].Fields = []models.FieldID{"field"}
		s.Data[i].Attributes = &models.DataAttributes{
			Categories: []models.CategoryID{"personal_information"}, Disclosure: []models.StakeholderID{"holder"}, RightHolders: []models.StakeholderID{"holder"},
		}
	}
	s.Events = append(s.Events, models.Event{ID: "begin", Nature: models.GenerateEvent, To: data[:1], By: "holder"})
	return data
}

// eventChain is data each made of the one before.
func eventChain(n int) *models.System {
	s := base()
	data := lives(s, n)
	for i := range n - 1 {
		s.Events = append(s.Events, models.Event{
			ID: id[models.EventID]("event", i), Nature: models.ProcessEvent, By: "holder", From: data[i : i+1], To: data[i+1 : i+2], Purposes: []models.PurposeID{"use"},
		})
	}
	return s
}

// eventClique is data each made of all those before.
func eventClique(n int) *models.System {
	s := base()
	data := lives(s, n)
	for i := range n - 1 {
		s.Events = append(s.Events, models.Event{
			ID: id[models.EventID]("event", i), Nature: models.ProcessEvent, By: "holder", From: data[:i+1], To: data[i+1 : i+2], Purposes: []models.PurposeID{"use"},
		})
	}
	return s
}

// fieldFan is a data item that lies in many fields.
func fieldFan(n int) *models.System {
	s := base()
	lives(s, 2)
	for i := range n {
		f := models.Field{ID: id[models.FieldID]("field", i), Name: models.Plain(fmt.Sprint("Field ", i)), Norms: norms()}
		s.Fields = append(s.Fields, f)
		s.Data[0].Fields = append(s.Data[0].Fields, f.ID)
	}
	s.Events = append(s.Events, models.Event{ID: "event", Nature: models.ProcessEvent, By: "holder", From: []models.DataID{"data-0"}, To: []models.DataID{"data-1"}, Purposes: []models.PurposeID{"use"}})
	return s
}

// packageFan is packages of one device, each with a vulnerability.
func packageFan(n int) *models.System {
	s := base()
	for i := range n {
		s.Components[1].Packages = append(s.Components[1].Packages, models.Package{
			Name: fmt.Sprint("package-", i), Identity: models.Identity{Version: "1", PURL: fmt.Sprint("pkg:generic/example/package-", i, "@1")},
			Vulnerabilities: []models.Vulnerability{{ID: fmt.Sprintf("CVE-2020-%05d", i), Status: models.UnderInvestigation}},
		})
	}
	effect(s, 0, cause("used", "device"))
	return s
}

// vulnerabilityFan is vulnerabilities of one device.
func vulnerabilityFan(n int) *models.System {
	s := base()
	for i := range n {
		s.Components[1].Vulnerabilities = append(s.Components[1].Vulnerabilities, models.Vulnerability{ID: fmt.Sprintf("CVE-2020-%05d", i), Status: models.Affected})
	}
	effect(s, 0, cause("used", "device"))
	return s
}

// textFan is texts of which nothing follows: assumptions, sources and notes.
func textFan(n int) *models.System {
	s := base()
	for i := range n {
		s.Assumptions = append(s.Assumptions, models.Assumption{ID: id[models.AssumptionID]("assumption", i), Text: models.Plain(fmt.Sprint("Assumption ", i))})
		s.Sources = append(s.Sources, models.Citation{ID: fmt.Sprint("source-", i), Text: models.Plain(fmt.Sprint("Source ", i))})
		s.Overview.Notes = append(s.Overview.Notes, models.Plain(fmt.Sprint("Note ", i)))
	}
	effect(s, 0, cause("used", "device"))
	return s
}

// longNames is effects and devices with names as long as a file may have them.
func longNames(n int) *models.System {
	s := effectComb(n)
	long := make([]byte, 60_000)
	for i := range long {
		long[i] = "lorem "[i%6]
	}
	for i := range s.Effects {
		s.Effects[i].Name = models.Plain(fmt.Sprint(string(long), i))
	}
	for i := range s.Components {
		s.Components[i].Name = models.Plain(fmt.Sprint(string(long), i))
	}
	return s
}
