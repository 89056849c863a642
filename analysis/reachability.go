package analysis

import (
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// Reachability tells who alone brings a fact about in a reading. Facts that the same profiles bring about share their
// list, which is not to be changed.
func (p *Pass) Reachability(reading models.ReadingID, f graph.FactID) models.Reachability {
	var key uint64 // a bit for each profile
	alone := p.Alone(reading)
	for i, s := range alone {
		if s.reaches(f) {
			key |= 1 << min(i, 63)
		}
	}
	if key == 0 {
		return models.Reachability{}
	}
	by, known := p.lists[key]
	if shared := len(alone) <= 64; !known || !shared {
		by = nil
		for i, s := range alone {
			if s.reaches(f) {
				by = append(by, p.profiles[i].ID)
			}
		}
		p.lists[key] = by
	}
	return models.Reachability{Reachable: true, By: by}
}
