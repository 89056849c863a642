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

// shown are the lanes that a picture has room for: the easiest, and of the others those whose places still fit beside it.
func (v *view) shown(all []lane) (kept, left []lane) {
	places := map[models.ComponentID]bool{}
	widest := 0.0
	for i := range all {
		more, word := map[models.ComponentID]bool{}, widest
		for j := range all[i].visits {
			x := &all[i].visits[j]
			more[x.place] = true
			word = max(word, v.wordOf(x))
		}
		for id := range places {
			more[id] = true
		}
		if i > 0 && (room(len(more), word) > full || len(kept) == mostLanes) {
			left = append(left, all[i])
			continue
		}
		kept, places, widest = append(kept, all[i]), more, word
	}
	return kept, left
}

// room is how wide a picture of so many places is where none cuts a word.
func room(places int, word float64) float64 {
	return float64(places)*max(narrow, min(word, widest)) + gap + goalWide
}

// wordOf is the width of a column in which no word of a visit is cut. Japanese is wrapped between any two of its letters where that
// lets one more attacker be seen.
func (v *view) wordOf(x *visit) float64 {
	if v.Lang == models.Japanese {
		return japanese
	}
	return max(nameFont.WidestWord(v.Called(models.ComponentSort, string(x.place))), verbFont.WidestWord(v.verb(x))) + 8
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
