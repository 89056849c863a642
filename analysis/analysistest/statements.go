package analysistest

import (
	"fmt"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// Statements tells a result in short sentences of plain words, one a fact of it:
//
//	level READING recovery LEVEL | level READING economic MIN..MAX, each with a * where it is the lowest by default
//	profile PROFILE READING RECOVERY MAX
//	reachable READING EFFECT PROFILE
//	stopped EFFECT SAFEGUARD | excluded EFFECT COMPONENT
//	attack EFFECT PROFILE STATUS EFFORT
//	rests EFFECT PROPERTY,PROPERTY (- for none)
//	entry EFFECT PROFILE SUBJECT
//	threat COMPONENT THREAT READING PROFILE | leads COMPONENT THREAT EFFECT | countered COMPONENT THREAT MEASURE
//	unlisted FACT
//	asset COMPONENT RECOVERY MAX | contributes COMPONENT EFFECT | necessary COMPONENT EFFECT | compromised COMPONENT PROFILE
//	reaches COMPONENT NUMBER
//	fact READING FACT attack|consequence
//	assumed PROPERTY | decides PROPERTY RECOVERY MAX | removes PROPERTY EFFECT
//	stands READING EFFECT PROFILE STANDING | margin READING EFFECT PROFILE DEPTH, -RAISE, or none
//	on READING EFFECT PROFILE FACT,FACT (statements that fail) | first READING EFFECT PROFILE FACT
//	viewpoint called|lacking|open VIEWPOINT
//	exceeded STAKEHOLDER READING
//	risk RISK SUBJECT OTHER…
//	known COMPONENT VULNERABILITY STATUS
//	exposed PART PRODUCT without|stated|with MITIGATED FIXED, each as a time, a lower bound with a + behind it
//	waits COMPONENT STAKEHOLDER WITHOUT WITH SERIAL
//	finding KIND SUBJECT… | limit QUESTION
//
// A property is written element.property.
func Statements(r *models.Result) []string {
	s := &statements{}
	s.levels(r)
	s.consequences(r)
	s.threats(r)
	s.components(r)
	s.assumptions(r)
	s.margins(r)
	s.rest(r)
	return s.list
}

func (s *statements) margins(r *models.Result) {
	for i := range r.Margins {
		m := &r.Margins[i]
		s.say("stands", m.Reading, m.Effect, m.Profile, m.Standing)
		if m.Bound {
			continue
		}
		far := "none"
		switch {
		case m.Depth > 0:
			far = fmt.Sprint(m.Depth)
		case m.Raise > 0:
			far = fmt.Sprint(-m.Raise)
		}
		s.say("margin", m.Reading, m.Effect, m.Profile, far)
		for _, set := range m.RestsOn {
			var facts []string
			for _, f := range set {
				facts = append(facts, f.String())
			}
			s.say("on", m.Reading, m.Effect, m.Profile, strings.Join(facts, ","))
		}
		for _, f := range m.DoFirst {
			s.say("first", m.Reading, m.Effect, m.Profile, f)
		}
	}
}

type statements struct{ list []string }

func (s *statements) say(words ...any) {
	s.list = append(s.list, strings.TrimSuffix(fmt.Sprintln(words...), "\n"))
}

func (s *statements) levels(r *models.Result) {
	for _, reading := range models.ReadingIDs() {
		l := r.Levels.Published.In(reading)
		s.say("level", reading, "recovery", l.Recovery.Level.String()+star(l.Recovery.DefaultLowest))
		s.say("level", reading, "economic", l.Economic.Min.String()+".."+l.Economic.Max.String()+star(l.Economic.DefaultLowest))
		for i := range r.Levels.ByProfile {
			p := &r.Levels.ByProfile[i]
			s.say("profile", p.Profile, reading, pair(p.Levels.In(reading)))
		}
	}
}

func star(lowest bool) string {
	if lowest {
		return "*"
	}
	return ""
}

func pair(l *models.LevelPair) string {
	return l.Recovery.Level.String() + " " + l.Economic.Max.String()
}

func (s *statements) consequences(r *models.Result) {
	for i := range r.Consequences {
		c := &r.Consequences[i]
		for _, reading := range models.ReadingIDs() {
			for _, p := range c.Reachable.In(reading).By {
				s.say("reachable", reading, c.Effect, p)
			}
		}
		for _, g := range c.StoppedBy {
			s.say("stopped", c.Effect, g)
		}
		for _, x := range c.Excluded {
			s.say("excluded", c.Effect, x.Component)
		}
		for _, a := range c.Attacks {
			s.say("attack", c.Effect, a.Profile, a.Effort.Status, figure(a.Effort))
		}
		for _, set := range c.AssumedSets {
			var names []string
			for _, ref := range set {
				names = append(names, property(ref))
			}
			if len(names) == 0 {
				names = []string{"-"}
			}
			s.say("rests", c.Effect, strings.Join(names, ","))
		}
	}
	for _, e := range r.Entries {
		s.say("entry", e.Effect, e.Profile, e.Subject)
	}
}

func figure(f models.Figure) string {
	if f.Value != nil {
		return fmt.Sprint(*f.Value)
	}
	return fmt.Sprint(*f.Lower, "..", *f.Upper)
}

func property(ref models.PropertyRef) string { return ref.Subject + "." + string(ref.Property) }

func (s *statements) threats(r *models.Result) {
	for i := range r.Threats {
		row := &r.Threats[i]
		for _, reading := range models.ReadingIDs() {
			for _, p := range row.Reachable.In(reading).By {
				s.say("threat", row.Component, row.Threat, reading, p)
			}
		}
		for _, e := range row.LeadsTo {
			s.say("leads", row.Component, row.Threat, e)
		}
		for _, m := range row.Measures {
			s.say("countered", row.Component, row.Threat, m)
		}
	}
	for _, f := range r.Unlisted {
		s.say("unlisted", f)
	}
}

func (s *statements) components(r *models.Result) {
	for i := range r.Components {
		c := &r.Components[i]
		s.say("asset", c.Component, pair(&c.IfAttacked))
		s.say("reaches", c.Component, c.Reaches)
		for _, e := range c.Contributes {
			s.say("contributes", c.Component, e)
		}
		for _, e := range c.Necessary {
			s.say("necessary", c.Component, e)
		}
		for _, p := range c.CompromisedBy {
			s.say("compromised", c.Component, p)
		}
	}
	for i := range r.Facts {
		for _, reading := range models.ReadingIDs() {
			if how := *r.Facts[i].Reached.In(reading); how != models.NotReached {
				s.say("fact", reading, r.Facts[i].Fact, how)
			}
		}
	}
}

func (s *statements) assumptions(r *models.Result) {
	for i := range r.Assumptions {
		a := &r.Assumptions[i]
		s.say("assumed", property(a.Property))
		if a.Decides {
			s.say("decides", property(a.Property), pair(&a.IfTrue))
		}
		for _, e := range a.Removes {
			s.say("removes", property(a.Property), e)
		}
	}
}

func (s *statements) rest(r *models.Result) {
	for _, v := range r.Viewpoints.Called {
		s.say("viewpoint called", v)
	}
	for _, v := range r.Viewpoints.Lacking {
		s.say("viewpoint lacking", v)
	}
	for _, v := range r.Viewpoints.Open {
		s.say("viewpoint open", v)
	}
	for _, e := range r.Exceeded {
		s.say("exceeded", e.Stakeholder, e.Reading)
	}
	for _, d := range r.DataRisks {
		s.say("risk", d.Risk, strings.Join(append([]string{d.Subject}, d.Others...), " "))
	}
	s.supply(r.Supply)
	for _, f := range r.Findings {
		s.say("finding", strings.Join(append([]string{f.Kind}, f.Subjects...), " "))
	}
	for _, l := range r.Limits {
		s.say("limit", l.Question)
	}
}
