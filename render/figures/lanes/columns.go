package lanes

import (
	"cmp"
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/figures/caseview"
)

// column is a place of the system that an attack visits.
type column struct {
	place models.ComponentID
	zone  models.ZoneID
	left  float64 // from the left edge of all columns
}

// mostPlaces is how many places a picture shows: what more attacks visit than that is told in words.
const mostPlaces = 9

// shown are the lanes that a picture has room for: the easiest, and of the others those that add not too many places.
func shown(all []lane) (kept, left []lane) {
	places := map[models.ComponentID]bool{}
	for i := range all {
		more := map[models.ComponentID]bool{}
		for _, v := range all[i].visits {
			if !places[v.place] {
				more[v.place] = true
			}
		}
		if i > 0 && (len(places)+len(more) > mostPlaces || len(kept) == mostLanes) {
			left = append(left, all[i])
			continue
		}
		kept = append(kept, all[i])
		for id := range more {
			places[id] = true
		}
	}
	return kept, left
}

// columnsOf lists the places of lanes from where attacks begin to where they end, those of a zone side by side.
func columnsOf(c *caseview.Case, lanes []lane) []column {
	sum, times := map[models.ComponentID]float64{}, map[models.ComponentID]float64{}
	var order []models.ComponentID // the order of the model decides between equals
	for i := range lanes {
		for j, v := range lanes[i].visits {
			sum[v.place] += float64(j+1) / float64(len(lanes[i].visits)+1)
			times[v.place]++
		}
	}
	for i := range c.System.Components {
		if id := c.System.Components[i].ID; times[id] > 0 {
			order = append(order, id)
		}
	}
	ofZone, inZone := map[models.ZoneID]float64{}, map[models.ZoneID]float64{}
	for _, id := range order {
		zone := c.Components[id].Zone
		ofZone[zone] += sum[id]
		inZone[zone] += times[id]
	}
	first := map[models.ZoneID]int{}
	for i, id := range order {
		if _, known := first[c.Components[id].Zone]; !known {
			first[c.Components[id].Zone] = i
		}
	}
	slices.SortStableFunc(order, func(a, b models.ComponentID) int {
		za, zb := c.Components[a].Zone, c.Components[b].Zone
		return cmp.Or(
			cmp.Compare(ofZone[za]/inZone[za], ofZone[zb]/inZone[zb]), cmp.Compare(first[za], first[zb]),
			cmp.Compare(sum[a]/times[a], sum[b]/times[b]))
	})
	out := make([]column, len(order))
	for i, id := range order {
		out[i] = column{place: id, zone: c.Components[id].Zone}
	}
	return out
}
