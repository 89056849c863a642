package threats

import (
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// Analysis fills the table of threats.
var Analysis = analysis.Analysis{
	Name: "threats",
	Doc: `The threats of each listed component, from the catalog's list for its kind: reachable in which reading and by
whom, the easiest attack, the effects that it leads to, the measures that counter it; and the derived compromises
that no listed threat names.`,
	Run: run,
	Facts: func(p *analysis.Pass) []models.Fact {
		var out []models.Fact
		for _, row := range tableOf(p) {
			out = append(out, row.Fact)
		}
		return out
	},
}

func run(p *analysis.Pass) error {
	rows := tableOf(p)
	if !p.HasGraph() {
		for i := range rows {
			fillReachable(p, &rows[i])
		}
		p.Result.Threats = append(p.Result.Threats, rows...)
		return nil
	}
	var states []graph.FactID
	for i := range rows {
		if f, grounded := p.Case.Fact(rows[i].Fact); grounded {
			states = append(states, f)
		}
	}
	links, err := newLinks(p, states)
	if err != nil {
		return err
	}
	counters, listing := newCounters(p), p.NewListing("threats", len(rows))
	for i := range rows {
		if err := p.Context.Err(); err != nil {
			return err
		}
		row := &rows[i]
		row.Measures = counters.counter(row)
		if err := fill(p, links, listing, row); err != nil {
			return err
		}
	}
	if len(rows) > 0 {
		p.Result.Threats = rows
	}
	links.report()
	listing.Report()
	addUnlisted(p)
	return nil
}

// tableOf lists the threats of the listed components, as the catalog has them for their kinds.
func tableOf(p *analysis.Pass) []models.ThreatRow {
	components, threats, n := inTableOrder(p.Case.System), threatsByKind(p.Case.Catalog), 0
	for _, c := range components {
		n += len(threats(c.Kind))
	}
	out := make([]models.ThreatRow, 0, n)
	for _, c := range components {
		for _, t := range threats(c.Kind) {
			out = append(out, models.ThreatRow{
				Component: c.ID, Threat: t,
				Fact: models.Fact{State: p.Case.Catalog.Threat(t).State, Subject: string(c.ID)},
			})
		}
	}
	return out
}

// threatsByKind returns the threats that the catalog lists for a kind, looked up once for each.
func threatsByKind(c *models.Catalog) func(models.KindID) []models.ThreatID {
	known := map[models.KindID][]models.ThreatID{}
	return func(kind models.KindID) []models.ThreatID {
		list, there := known[kind]
		if !there {
			list = c.ThreatsOf(kind)
			known[kind] = list
		}
		return list
	}
}

// inTableOrder returns the listed components: those that the case's presentation orders, then the others.
func inTableOrder(s *models.System) []*models.Component {
	var out []*models.Component
	for i := range s.Components {
		if !s.Components[i].DrawnOnly {
			out = append(out, &s.Components[i])
		}
	}
	place := map[models.ComponentID]int{}
	for i, id := range s.Layout.Threats {
		place[id] = i - len(s.Layout.Threats) // the others have 0
	}
	slices.SortStableFunc(out, func(a, b *models.Component) int { return place[a.ID] - place[b.ID] })
	return out
}

// fill adds what the attack graph says of a row.
func fill(p *analysis.Pass, links *links, listing *analysis.Listing, row *models.ThreatRow) error {
	fact := fillReachable(p, row)
	if !row.Reachable.Assessed.Reachable {
		return nil
	}
	row.LeadsTo, row.LeadsToAll = listing.Joined(links.leadsTo(fact, row.Reachable.Assessed.By))
	attack, err := links.easiest(fact)
	row.Attack = attack
	return err
}

// fillReachable says by whom the state of a row is reached, and which fact it is. One that no rule of the catalog can conclude
// here is reached by nobody.
func fillReachable(p *analysis.Pass, row *models.ThreatRow) graph.FactID {
	fact, grounded := p.Case.Fact(row.Fact)
	if grounded {
		for _, reading := range models.ReadingIDs() {
			*row.Reachable.In(reading) = p.Reachability(reading, fact)
		}
	}
	return fact
}

// addUnlisted tells the compromises of components that are reachable in the assessed reading and that no threat of the
// component's kind names.
func addUnlisted(p *analysis.Pass) {
	alone := p.Alone(models.Assessed)
	threats := threatsByKind(p.Case.Catalog)
	for i, c := range p.Case.System.Components {
		var named []models.StateID
		for _, t := range threats(c.Kind) {
			named = append(named, p.Case.Catalog.Threat(t).State)
		}
		for _, f := range p.CompromisesOf(i) {
			fact := p.Case.FactOf(f)
			reached := slices.ContainsFunc(alone, func(s *analysis.Scenario) bool { return s.Fixpoint.Holds(f) })
			if reached && !slices.Contains(named, fact.State) {
				p.Result.Unlisted = append(p.Result.Unlisted, fact)
			}
		}
	}
}
