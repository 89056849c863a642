package findings

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/outlook"
)

// levelNotDetermined finds a case of which no effect was examined.
func levelNotDetermined(r *report) {
	published := r.Result.Levels.Published.Assessed
	if published.Determined() {
		return
	}
	missing := models.Text{}
	for i, lack := range published.Missing {
		if i > 0 {
			missing.JA, missing.EN = missing.JA+"、", missing.EN+", "
		}
		missing.JA, missing.EN = missing.JA+lack.Name().JA, missing.EN+lack.Name().EN
	}
	r.add(r.Case.System.At, subject{string(r.Case.System.ID), missing})
}

// levelNotAccepted finds the stakeholders who do not accept what remains.
func levelNotAccepted(r *report) {
	for _, e := range r.Result.Exceeded {
		if e.Reading == models.Residual {
			r.add(r.Element(models.StakeholderSort, string(e.Stakeholder)).At, r.element(models.StakeholderSort, string(e.Stakeholder)))
		}
	}
}

// rationaleContradictsLevel compares the levels that the author claims with those derived.
func rationaleContradictsLevel(r *report) {
	derived, claimed := r.Result.Levels.Published.Assessed, r.Case.System.Rationale
	if !derived.Determined() {
		return // told by itself
	}
	if l := claimed.Recovery.Level; l != nil && *l != derived.Recovery.Level {
		d := derived.Recovery.Level
		r.add(claimed.Recovery.At, subject{"recovery", l.Axis()}, subject{l.String(), l.Name()}, subject{d.String(), d.Name()})
	}
	if l := claimed.Economic.Level; l != nil && *l != derived.Economic.Max {
		d := derived.Economic.Max
		r.add(claimed.Economic.At, subject{"economic", l.Axis()}, subject{l.String(), l.Name()}, subject{d.String(), d.Name()})
	}
}

// unknownPropertyDecides finds the unknown properties that would change a level if they were known to be true.
func unknownPropertyDecides(r *report) {
	for _, a := range r.Result.Assumptions {
		if a.Decides {
			property := r.Case.Catalog.Property(a.Property.Property)
			r.add(a.At, r.element(a.Property.Type, a.Property.Subject), subject{string(property.ID), property.Name})
		}
	}
}

// economicFactorUnknown finds the factors that make the economic level of a reachable consequence an interval.
func economicFactorUnknown(r *report) {
	for i := range r.Result.Consequences {
		c := &r.Result.Consequences[i]
		level := c.Levels.Economic
		if !c.Reachable.Assessed.Reachable || level.Min == level.Max {
			continue
		}
		for _, f := range level.Basis[0].Unknown {
			r.add(r.effect(c.Effect).At, subject{string(c.Effect), c.Name}, subject{string(f), r.factorName(f, r.effect(c.Effect).Economic)})
		}
	}
}

// factorName is what people call a factor of axis 2; of a range of durations with the range and the threshold within it.
func (r *report) factorName(c models.Criterion, e *models.EconomicImpact) models.Text {
	switch c {
	case models.CriterionExternal:
		return models.Text{JA: "影響の範囲", EN: "the scope"}
	case models.CriterionLong:
		if _, _, ranged := e.Duration.Between(); !ranged {
			return models.Text{JA: "影響の継続時間", EN: "the duration"}
		}
		span, threshold := string(e.Duration), string(r.Result.Policies.LongDuration)
		return models.Text{JA: "影響の継続時間（" + span + "、" + threshold + "以上が長期間）", EN: "the duration (" + span + ", long from " + threshold + " on)"}
	}
	return models.Text{JA: "代替可能性", EN: "the substitutability"}
}

// viewpointLacking finds the viewpoints that the cell calls for and no measure has.
func viewpointLacking(r *report) {
	for _, v := range r.Result.Viewpoints.Lacking {
		if e := r.Case.Catalog.Viewpoint(v); e != nil {
			r.add(r.Case.System.At, subject{string(v), e.Name})
		}
	}
}

// levelRestsOnPresumption finds the axes on which the level is higher where presumptions fail.
func levelRestsOnPresumption(r *report) {
	span, published := r.Result.Levels.Interval(models.Assessed), r.Result.Levels.Published.Assessed.Point()
	if span == nil {
		return
	}
	if worst := span.Worst.Recovery; worst > published.Recovery {
		r.add(r.Case.System.At, subject{"recovery", worst.Axis()}, subject{published.Recovery.String(), published.Recovery.Name()}, subject{worst.String(), worst.Name()})
	}
	if worst := span.Worst.Economic; worst > published.Economic {
		r.add(r.Case.System.At, subject{"economic", worst.Axis()}, subject{published.Economic.String(), published.Economic.Name()}, subject{worst.String(), worst.Name()})
	}
}

// safeguardWithoutBasis finds the safeguards on which it rests that a consequence does not come about, and of which nobody says
// why they can be relied on.
func safeguardWithoutBasis(r *report) {
	credited := map[string]bool{}
	for i := range r.Result.Margins {
		for _, f := range slices.Concat(r.Result.Margins[i].RestsOn...) {
			credited[f.Subject] = credited[f.Subject] || f.State == models.StateDefeated
		}
	}
	for i := range r.Case.System.Safeguards {
		if s := &r.Case.System.Safeguards[i]; credited[string(s.ID)] && s.Basis.Empty() {
			r.add(s.At, subject{string(s.ID), s.Name})
		}
	}
}

// notExamined finds the effects to which nothing in the model leads, whatever of it fails.
func notExamined(r *report) {
	looks := outlook.Of(r.Result, models.Assessed)
	for i := range r.Result.Consequences {
		c := &r.Result.Consequences[i]
		if o := looks[c.Effect]; o != nil && !o.Led && !c.Reachable.Inherent.Reachable {
			r.add(r.Effects()[i].At, subject{string(c.Effect), c.Name})
		}
	}
}

// effectWithoutCause finds the effects to which nobody leads, even with no safeguard credited, where nobody asked on what that
// rests.
func effectWithoutCause(r *report) {
	looks := outlook.Of(r.Result, models.Assessed)
	for i := range r.Result.Consequences {
		if c := &r.Result.Consequences[i]; looks[c.Effect] == nil && !c.Reachable.Inherent.Reachable && len(r.Profiles()) > 0 {
			r.add(r.Effects()[i].At, subject{string(c.Effect), c.Name})
		}
	}
}

// profileWithoutEffect finds the profiles that lead to no effect in any reading.
func profileWithoutEffect(r *report) {
	leads := map[models.ProfileID]bool{}
	for i := range r.Result.Consequences {
		for _, id := range r.Result.Consequences[i].Reachable.Inherent.By {
			leads[id] = true
		}
	}
	for _, profile := range r.Profiles() {
		if !leads[profile.ID] && len(r.Result.Consequences) > 0 {
			r.add(profile.At, subject{string(profile.ID), profile.Name})
		}
	}
}

// dataRisk reports the risks in the life of data.
func dataRisk(r *report) {
	for _, d := range r.Result.DataRisks {
		r.add(d.At, subject{d.Subject, d.Name}, subject{string(d.Risk), d.Text})
	}
}
