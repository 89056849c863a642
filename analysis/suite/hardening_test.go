package suite_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/difference"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/modeltest"
)

// Whatever only hardens is nowhere told to make anything worse: a protective property that comes to be known to hold, a
// measure that is adopted.
func TestHardeningMakesNothingWorse(t *testing.T) {
	for _, c := range modeltest.Cases(t, root) {
		t.Run(c.Name, func(t *testing.T) {
			system := loaded(t, c.Name)
			before := analysistest.Analyse(t, system, suite.All())
			for name, after := range hardened(system, before) {
				d := difference.Between(before, analysistest.Analyse(t, after, suite.All()))
				if difference.Worse(d) {
					t.Errorf("%s: the case is called worse", name)
				}
				for _, worse := range calledWorse(d) {
					t.Errorf("%s: %s", name, worse)
				}
			}
		})
	}
}

// mostTried is about how many properties and how many measures of a case are tried. It keeps the test short; all of them
// were tried once.
const mostTried = 2

// spread takes some elements of a list, far from each other.
func spread[E any](list []E) []E {
	var out []E
	for i := 0; i < len(list); i += max(1, (len(list)+mostTried-1)/mostTried) {
		out = append(out, list[i])
	}
	return out
}

// hardened yields a case with one unknown property after the other stated as given, and with one measure after the other
// adopted.
func hardened(s *models.System, r *models.Result) func(yield func(string, *models.System) bool) {
	return func(yield func(string, *models.System) bool) {
		for _, a := range spread(r.Assumptions) {
			if !yield(fmt.Sprint(a.Property), stating(s, a.Property)) {
				return
			}
		}
		var open []int
		for i := range s.Measures {
			if m := &s.Measures[i]; !m.Status.InForce() && m.Status != models.Rejected {
				open = append(open, i)
			}
		}
		for _, i := range spread(open) {
			adopted := *s
			adopted.Measures = slices.Clone(s.Measures)
			adopted.Measures[i].Status = models.Adopted
			if !yield("adopted: "+string(s.Measures[i].ID), &adopted) {
				return
			}
		}
	}
}

// stating is a system in which a property is known to hold.
func stating(s *models.System, p models.PropertyRef) *models.System {
	out := *s
	out.Components, out.Flows, out.Data = slices.Clone(s.Components), slices.Clone(s.Flows), slices.Clone(s.Data)
	with := func(known *models.Properties) {
		all := models.Properties{p.Property: models.Given}
		for name, truth := range *known {
			if name != p.Property {
				all[name] = truth
			}
		}
		*known = all
	}
	for i := range out.Components {
		if p.Type == models.ComponentSort && string(out.Components[i].ID) == p.Subject {
			with(&out.Components[i].Properties)
		}
	}
	for i := range out.Flows {
		if p.Type == models.FlowSort && string(out.Flows[i].ID) == p.Subject {
			with(&out.Flows[i].Properties)
		}
	}
	for i := range out.Data {
		if p.Type == models.DataSort && string(out.Data[i].ID) == p.Subject {
			with(&out.Data[i].Properties)
		}
	}
	return &out
}

// calledWorse lists what a difference calls worse.
func calledWorse(d *models.Difference) []string {
	var out []string
	for _, l := range d.Levels {
		if l.Worse {
			out = append(out, fmt.Sprintf("level %+v", l))
		}
	}
	for _, c := range d.Consequences {
		if c.Turn == models.Gained {
			out = append(out, "consequence "+string(c.Effect))
		}
	}
	for _, x := range d.Threats {
		if x.Turn == models.Gained {
			out = append(out, fmt.Sprintf("threat %s of %s", x.Threat, x.Component))
		}
	}
	for _, m := range d.Margins {
		if m.Worse {
			out = append(out, fmt.Sprintf("margin %+v", m))
		}
	}
	for _, a := range d.Attacks {
		if a.Worse {
			out = append(out, fmt.Sprintf("attack of %s on %s (%s)", a.Profile, a.Effect, a.Reading))
		}
	}
	for _, e := range d.Entries {
		if e.Worse {
			out = append(out, fmt.Sprintf("entry %+v", e.Entry))
		}
	}
	for _, f := range d.Findings {
		if f.Worse {
			out = append(out, fmt.Sprintf("finding %s %v", f.Finding.Kind, f.Finding.Subjects))
		}
	}
	return out
}
