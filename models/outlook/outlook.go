package outlook

import (
	"cmp"
	"slices"

	"github.com/harmpath/harmpath/models"
)

// Outlook is what the margins of one consequence in one reading say together.
type Outlook struct {
	Margins  []models.Margin // one a profile, in the order of the result
	Standing models.Standing // the gravest of any profile
	Led      bool            // the model has a way to it from some profile, or whether it has was not asked; else it was not examined
}

// Of returns the outlook of each consequence of which a result has margins in a reading. Without measures in force the residual
// reading is the assessed one.
func Of(r *models.Result, reading models.ReadingID) map[models.EffectID]*Outlook {
	out := of(r.Margins, reading)
	if len(out) == 0 && reading == models.Residual {
		return Of(r, models.Assessed)
	}
	return out
}

// Fleet returns the outlook of each consequence in all units at once, in a reading, of which there is one for each unit.
func Fleet(r *models.Result, reading models.ReadingID) map[models.EffectID]*Outlook {
	margins := make([]models.Margin, len(r.Fleet))
	for i := range r.Fleet {
		margins[i] = r.Fleet[i].Margin
	}
	return of(margins, reading)
}

func of(margins []models.Margin, reading models.ReadingID) map[models.EffectID]*Outlook {
	out := map[models.EffectID]*Outlook{}
	for i := range margins {
		m := margins[i]
		if m.Reading != reading {
			continue
		}
		o := out[m.Effect]
		if o == nil {
			o = &Outlook{Standing: models.DoesNot}
			out[m.Effect] = o
		}
		o.Margins = append(o.Margins, m)
		o.Led = o.Led || m.Led()
		if gravity(m.Standing) < gravity(o.Standing) {
			o.Standing = m.Standing
		}
	}
	return out
}

// gravity is the place of a standing among them, the gravest first.
func gravity(s models.Standing) int { return slices.Index(s.Values(), string(s)) }

// Shared is a statement, presumption or property with the profiles whose margins name it.
type Shared struct {
	Fact models.Fact
	By   []models.ProfileID
}

// DoFirst lists the properties that are worth raising first: those that the margins of most profiles name come first.
func (o *Outlook) DoFirst() []Shared {
	var out []Shared
	at := map[models.Fact]int{}
	for i := range o.Margins {
		for _, f := range o.Margins[i].DoFirst {
			place, known := at[f]
			if !known {
				place = len(out)
				at[f] = place
				out = append(out, Shared{Fact: f})
			}
			out[place].By = append(out[place].By, o.Margins[i].Profile)
		}
	}
	slices.SortStableFunc(out, func(a, b Shared) int { return cmp.Compare(len(b.By), len(a.By)) })
	return out
}

// Least is the least depth of any profile to which the model has a way; nil where there is none, or nobody asked for it.
func (o *Outlook) Least() *models.Margin {
	var least *models.Margin
	for i := range o.Margins {
		if m := &o.Margins[i]; m.Depth > 0 && (least == nil || m.Depth < least.Depth) {
			least = m
		}
	}
	return least
}

// RestsOn lists the minimal sets on which it rests that the consequence does not come about: of the profiles for which
// fewest have to fail, each once.
func (o *Outlook) RestsOn() [][]models.Fact {
	var out [][]models.Fact
	least := o.Least()
	for i := range o.Margins {
		if m := &o.Margins[i]; least != nil && m.Depth == least.Depth {
			for _, set := range m.RestsOn {
				if !slices.ContainsFunc(out, func(known []models.Fact) bool { return slices.Equal(known, set) }) {
					out = append(out, set)
				}
			}
		}
	}
	return out
}

// Ability is the least capability with which some attacker brings the consequence about; unstated where none is enough.
func (o *Outlook) Ability() models.Capability {
	var least models.Capability
	for i := range o.Margins {
		if c := o.Margins[i].Capability; c != models.CapabilityUnstated && (least == models.CapabilityUnstated || c < least) {
			least = c
		}
	}
	return least
}
