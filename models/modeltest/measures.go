package modeltest

import "github.com/harmpath/harmpath/models"

// What the measures of a city cost.
const (
	trunkCost   = 20
	routerCost  = 2
	confirmCost = 3
)

// addMeasures adds what keeps everybody from being poisoned: for each weak maker trunk-v, by which nobody uses its
// service; for each home where a heater can poison, confirm-h, by which it asks the resident before it obeys; and
// gate-h where the router's administration asks for no credentials.
func (c City) addMeasures(s *models.System) {
	for v := range c.makers() {
		if c.weak(v) {
			m := measure(named("trunk", v), trunkCost, named("service", v))
			m.Provides = []models.PropertyID{"admin_authenticated"}
			if lured(v) {
				m.AppliesTo, m.Provides = []string{string(named("phone", v))}, []models.PropertyID{"no_foreign_code"}
			}
			s.Measures = append(s.Measures, m)
		}
	}
	for h := range c.Homes {
		if sealed(h) {
			continue
		}
		m := measure(named("confirm", h), confirmCost, named("heat", h))
		m.Blocks = []models.RuleID{"command-onward", "command-spoofed"}
		s.Measures = append(s.Measures, m)
		if openRouter(h) && openHeater(h) {
			m := measure(named("gate", h), routerCost, named("router", h))
			m.Provides = []models.PropertyID{"admin_authenticated"}
			s.Measures = append(s.Measures, m)
		}
	}
}

func measure(id models.ComponentID, cost float64, at models.ComponentID) models.Measure {
	return models.Measure{
		ID: models.MeasureID(id), Viewpoint: "viewpoint-1", Target: models.SystemTarget, Stakeholder: "makers",
		Text: models.Plain(string(id)), Cost: &cost, AppliesTo: []string{string(at)},
	}
}

// NoPoisoningCost is the least cost of measures by which no attacker poisons anybody. Home 0 must ask its resident,
// since a neighbour is on its network. The other homes of a weak maker all ask, or the maker is dealt with and the
// routers through which one reaches a heater are; of another maker only those routers are.
func (c City) NoPoisoningCost() float64 {
	cost := float64(confirmCost)
	for v := range c.makers() {
		homes, routers := 0.0, 0.0
		for h := v; h < c.Homes; h += c.makers() {
			if h == 0 || sealed(h) {
				continue
			}
			homes++
			if openRouter(h) && openHeater(h) {
				routers++
			}
		}
		if c.weak(v) {
			cost += min(trunkCost+routerCost*routers, confirmCost*homes)
		} else {
			cost += routerCost * routers
		}
	}
	return cost
}
