package phrasing

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

// SubjectType is the sort of a fact's subject: what its state is a state of.
func (v *View) SubjectType(f models.Fact) models.Sort {
	if s := v.states[f.State]; s != nil {
		return s.Of
	}
	return models.ComponentSort
}

// Fact says a fact in short: the subject and the state that it is in.
func (v *View) Fact(f models.Fact) content.Line {
	subject := v.Called(v.SubjectType(f), f.Subject)
	return v.In(f.In, content.Join(v.Colon(), subject, v.Line(v.State(f.State))))
}

// Sited names a zone, with how many such sites there are.
func (v *View) Sited(id models.ZoneID) content.Line {
	name := v.Entry(models.ZoneSort, string(id))
	for i := range v.Result.System.Zones {
		if z := &v.Result.System.Zones[i]; z.ID == id && z.Installations > 1 {
			return v.Fill(words.Sites, Roles{"zone": name, "n": content.Raw(words.Count(z.Installations))})
		}
	}
	return name
}

// In says that something is so in all units, where it is.
func (v *View) In(extent models.Extent, said content.Line) content.Line {
	if extent != models.AllUnits {
		return said
	}
	return v.Fill(words.InAllUnits, Roles{"fact": said})
}

// PropertyOf says a property of an element in short.
func (v *View) PropertyOf(p models.PropertyRef) content.Line {
	return v.Fill(words.PropertyOf, Roles{
		"subject":  v.Called(p.Type, p.Subject),
		"property": v.Line(v.Property(p.Property)),
	})
}

// Compromise tells whether being in the fact's state means being compromised.
func (v *View) Compromise(f models.Fact) bool {
	s := v.states[f.State]
	return s != nil && s.Compromise
}

// Facts says several facts, one a line.
func (v *View) Facts(facts []models.Fact) []content.Line {
	return content.Each(facts, v.Fact)
}
