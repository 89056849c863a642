package topology

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// nest reads which zone lies in which.
func (v *View) nest() *relation[models.ZoneID] {
	zones := newVertices[models.ZoneID](len(v.System.Zones))
	var distinct []*models.Zone
	for i := range v.System.Zones {
		if z := &v.System.Zones[i]; zones.add(z.ID) {
			distinct = append(distinct, z)
		}
	}
	out := newRelation(zones)
	for _, z := range distinct {
		if z.Parent != "" { // an outermost zone; one without an id lies in none either
			out.add(z.ID, z.Parent)
		}
	}
	return out
}

// ZonePath lists a zone and the zones around it, outwards; nothing where the system has no such zone.
func (v *View) ZonePath(id models.ZoneID) []models.ZoneID {
	if _, _, err := v.around().rows.Vertex(id); err != nil {
		return nil
	}
	return append([]models.ZoneID{id}, within(id, v.around().next)...)
}

// InZone tells whether a zone is another one or lies in it.
func (v *View) InZone(id, outer models.ZoneID) bool {
	return slices.Contains(v.ZonePath(id), outer)
}

// CrossesBoundary tells whether two components lie in different zones. What the system does not have lies in none.
func (v *View) CrossesBoundary(a, b models.ComponentID) bool { return v.zoneOf(a) != v.zoneOf(b) }

func (v *View) zoneOf(id models.ComponentID) models.ZoneID {
	if c := v.Component(id); c != nil {
		return c.Zone
	}
	return ""
}

// ZoneCycles lists ways outwards from a zone back to itself, no more than most: some where there is one.
func (v *View) ZoneCycles(most int) [][]models.ZoneID { return cycles(v.around(), most) }
