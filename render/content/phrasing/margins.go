package phrasing

import (
	"slices"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/outlook"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

// Led tells whether the model has a way to a consequence, or nobody asked whether it has; else it was not examined.
func (v *View) Led(id models.EffectID) bool {
	o := v.outlooks[id]
	return o == nil || o.Led
}

// Outlook is what the margins say of a consequence in the assessed reading; nil where they say nothing.
func (v *View) Outlook(id models.EffectID) *outlook.Outlook { return v.outlooks[id] }

// deviceClass stands in the place of a property where what fails is that a class rules causes out.
const deviceClass = "device_class"

// weakness splits a fact that a property holds nobody up into the element and the property.
func weakness(f models.Fact) (subject, property string, is bool) {
	at := strings.LastIndexByte(f.Subject, '.')
	if f.State != models.StateWeak || at < 0 {
		return "", "", false
	}
	return f.Subject[:at], f.Subject[at+1:], true
}

// RestSort sorts what consequences rest on.
type RestSort int

// The sorts, in the order in which documents list them.
const (
	RestsOnSafeguard RestSort = iota
	RestsOnClass
	RestsOnProperty
	RestsOnMeasure
	RestsOnElse
	RestsOnPresumption
)

// RestSort tells what sort of thing fails where a fact holds: something that the model states, or a presumption.
func (v *View) RestSort(f models.Fact) RestSort {
	subject, property, weak := weakness(f)
	switch {
	case f.State == models.StateDefeated:
		return RestsOnSafeguard
	case f.State == models.StateIneffective:
		return RestsOnMeasure
	case f.State == models.StatePassable && v.filters(f) != nil && v.filters(f).Passes == nil:
		return RestsOnPresumption
	case !weak:
		return RestsOnElse
	case property == deviceClass:
		return RestsOnClass
	case !v.statesProperty(subject, models.PropertyID(property)):
		return RestsOnPresumption
	}
	return RestsOnProperty
}

// filters returns the component that keeps traffic from passing between two of its networks; nil where they are said to be
// separate.
func (v *View) filters(f models.Fact) *models.Component {
	if strings.Count(f.Subject, ".") != 2 {
		return nil
	}
	gateway, _, _ := strings.Cut(f.Subject, ".")
	return v.Component(models.ComponentID(gateway))
}

// statesProperty tells whether the model says anything of a property of an element.
func (v *View) statesProperty(subject string, property models.PropertyID) bool {
	if c := v.Component(models.ComponentID(subject)); c != nil && c.Properties[property].Stated() {
		return true
	}
	if d := v.Data(models.DataID(subject)); d != nil && d.Properties[property].Stated() {
		return true
	}
	f := v.flows[models.FlowID(subject)]
	return f != nil && f.Properties[property].Stated()
}

// Rest names what fails where a fact holds, and says where it is a presumption.
func (v *View) Rest(f models.Fact) content.Line {
	subject, _, weak := weakness(f)
	switch v.RestSort(f) {
	case RestsOnSafeguard:
		return v.Called(models.SafeguardSort, f.Subject)
	case RestsOnMeasure:
		return MeasureName(v, models.MeasureID(f.Subject))
	case RestsOnClass:
		line := v.Called(models.ComponentSort, subject)
		if c := v.Component(models.ComponentID(subject)); c != nil {
			line = v.Fill(words.Exclusion, Roles{"component": line, "class": v.Line(v.Class(c.DeviceClass))})
		}
		return line
	}
	if !weak {
		return v.Fact(f)
	}
	return v.WeakProperty(f)
}

// AnswersFor lists the stakeholders who answer for it that a fact does not hold: who carries out a measure, and who makes, else
// operates, the component that a safeguard, a class or a property is of; of a data flow the one that receives it.
func (v *View) AnswersFor(f models.Fact) []models.StakeholderID {
	component := models.ComponentID("")
	switch subject, _, weak := weakness(f); {
	case f.State == models.StateIneffective:
		if m := v.Measure(models.MeasureID(f.Subject)); m != nil && m.Stakeholder != "" {
			return []models.StakeholderID{m.Stakeholder}
		}
		return nil
	case f.State == models.StateDefeated:
		component = v.hostOf(models.SafeguardID(f.Subject))
	case f.State == models.StatePassable && v.filters(f) != nil:
		component = v.filters(f).ID
	case weak && v.flows[models.FlowID(subject)] != nil:
		component = v.flows[models.FlowID(subject)].To
	case weak:
		component = models.ComponentID(subject)
	}
	for _, of := range []func(*models.Stakeholder) []models.ComponentID{
		func(s *models.Stakeholder) []models.ComponentID { return s.Makes },
		func(s *models.Stakeholder) []models.ComponentID { return s.Operates },
	} {
		var out []models.StakeholderID
		for i := range v.System.Stakeholders {
			if s := &v.System.Stakeholders[i]; slices.Contains(of(s), component) {
				out = append(out, s.ID)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// Safeguard finds a safeguard of the model, or returns nil.
func (v *View) Safeguard(id models.SafeguardID) *models.Safeguard {
	at := slices.IndexFunc(v.System.Safeguards, func(s models.Safeguard) bool { return s.ID == id })
	if at < 0 {
		return nil
	}
	return &v.System.Safeguards[at]
}

// hostOf is the component that carries a safeguard out, else the one that it is fitted to.
func (v *View) hostOf(id models.SafeguardID) models.ComponentID {
	s := v.Safeguard(id)
	if s == nil {
		return ""
	}
	if s.Host == "" && s.Fitted != nil {
		return s.Fitted.Component
	}
	return s.Host
}

// WeakProperty names the property that holds nobody up where a fact holds.
func (v *View) WeakProperty(f models.Fact) content.Line {
	subject, property, _ := weakness(f)
	id := models.PropertyID(property)
	return v.PropertyOf(models.PropertyRef{Type: v.propertySorts[id], Subject: subject, Property: id})
}

// Rests says sets of statements and presumptions, in one line: those of a set together, any of the sets being enough.
func (v *View) Rests(sets [][]models.Fact) content.Line {
	all := content.Each(sets, func(set []models.Fact) content.Line {
		return content.Join(words.Along.In(v.Lang), content.Each(set, v.restMarked)...)
	})
	return content.Join(words.OrElse.In(v.Lang), all...)
}

// restMarked names what fails, with a mark behind a presumption.
func (v *View) restMarked(f models.Fact) content.Line {
	line := v.Rest(f)
	if v.RestSort(f) == RestsOnPresumption {
		line = append(line, v.Parentheses(v.Line(words.PresumedMark))...)
	}
	return line
}

// Margin writes a margin as a signed number; empty where it has none: there is no way, or nobody asked.
func (v *View) Margin(m *models.Margin) content.Line {
	switch {
	case !m.Asked():
		return nil
	case !m.Standing.ComesAbout() && m.Depth == 0:
		return nil
	case !m.Standing.ComesAbout():
		return v.bounded(m, v.Fill(words.MarginDepth, Roles{"n": content.Raw(strconv.Itoa(m.Depth))}))
	case !v.Malicious(m.Profile):
		return nil // whoever means no harm is held up by no property
	case m.Raise == 0:
		return v.Line(words.MarginNever)
	}
	return v.bounded(m, v.Fill(words.MarginRaise, Roles{"n": content.Raw(strconv.Itoa(m.Raise))}))
}

// bounded says that a margin is at least so much, where a limit ended the search for it: depth is at least that, and so is
// what stands behind a minus.
func (v *View) bounded(m *models.Margin, margin content.Line) content.Line {
	if !m.Bound {
		return margin
	}
	return v.Fill(words.MarginAtLeast, Roles{"margin": margin})
}

// Malicious tells whether a profile is an attacker.
func (v *View) Malicious(id models.ProfileID) bool { return v.attackers[id] }

// DoFirst names the properties that are worth raising first, at most so many, and says how many more there are.
func (v *View) DoFirst(facts []models.Fact, most int) content.Line {
	facts = v.leading(facts)
	named := content.Each(facts[:min(len(facts), most)], v.WeakProperty)
	if more := len(facts) - most; more > 0 {
		named = append(named, v.Fill(words.AndMore, Roles{"n": content.Raw(strconv.Itoa(more))}))
	}
	return content.Join(v.Comma(), named...)
}

// leading leaves out properties beside which one stands that follows them: that one takes less, and is enough.
func (v *View) leading(facts []models.Fact) []models.Fact {
	return slices.DeleteFunc(slices.Clone(facts), func(f models.Fact) bool {
		return slices.ContainsFunc(v.Result.Words.Properties, func(p models.Property) bool {
			subject, property, _ := weakness(f)
			return p.Follows != "" && string(p.Follows) == property && slices.Contains(facts, models.Fact{State: f.State, Subject: subject + "." + string(p.ID)})
		})
	})
}
