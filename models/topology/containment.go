package topology

import "github.com/harmpath/harmpath/models"

// contain reads what is built into components.
func (v *View) contain() *relation[models.ComponentID] {
	out := newRelation(v.components)
	for i := range v.System.Components {
		c := &v.System.Components[i]
		for _, part := range c.Parts {
			out.add(c.ID, part)
		}
	}
	return out
}

// AddPart adds that one component is directly built into another.
func (v *View) AddPart(whole, part models.ComponentID) { v.parts().add(whole, part) }

// Parts lists what is directly built into a component.
func (v *View) Parts(id models.ComponentID) []models.ComponentID { return v.parts().next(id) }

// Wholes lists what a component is directly built into.
func (v *View) Wholes(id models.ComponentID) []models.ComponentID { return v.parts().back(id) }

// BuiltIn lists what is built into a component, parts of parts too, nearest first.
func (v *View) BuiltIn(id models.ComponentID) []models.ComponentID { return within(id, v.Parts) }

// Around lists what a component is built into, wholes of wholes too, nearest first.
func (v *View) Around(id models.ComponentID) []models.ComponentID { return within(id, v.Wholes) }

// PartCycles lists ways along parts from a component back to itself, no more than most: some where there is one.
func (v *View) PartCycles(most int) [][]models.ComponentID { return cycles(v.parts(), most) }
