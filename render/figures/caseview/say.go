package caseview

import (
	"math"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// SortOf is the sort of thing that a fact is about; empty where the result does not know its state.
func (c *Case) SortOf(f models.Fact) models.Sort {
	if s := c.States[f.State]; s != nil {
		return s.Of
	}
	return ""
}

// ProfileName is what people call an attacker or initiator.
func (c *Case) ProfileName(id models.ProfileID) string {
	if p := c.Profiles[id]; p != nil && !p.Name.Empty() {
		return c.Say(p.Name)
	}
	return string(id)
}

// PropertyName is what people call a protective property.
func (c *Case) PropertyName(id models.PropertyID) string {
	for i := range c.Result.Words.Properties {
		if p := &c.Result.Words.Properties[i]; p.ID == id && !p.Name.Empty() {
			return c.Say(p.Name)
		}
	}
	return string(id)
}

// Days says a number of person-days, with at most two decimals.
func (c *Case) Days(v float64) string {
	unit := words.Days
	if v == 1 {
		unit = words.Day
	}
	return c.Fill(unit, "n", strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64))
}
