package review

import "github.com/harmpath/harmpath/models"

// remoteOperationForbidden finds devices of a class that must not be operated from afar, and are: a chain of command
// flows into them has a leg that comes from another zone.
func remoteOperationForbidden(r *report) {
	for _, c := range r.system.Components {
		class := r.catalog.DeviceClass(c.DeviceClass)
		if class == nil || !class.RemoteForbidden {
			continue
		}
		if f := r.fromAfar(c.ID); f != nil {
			r.add(c.At, subject{string(c.ID), c.Name}, subject{string(class.ID), class.Name}, r.flow(f))
		}
	}
}

// fromAfar walks back along commands and returns the first that comes from another zone than the device's.
func (r *report) fromAfar(device models.ComponentID) *models.Flow {
	seen := map[models.ComponentID]bool{device: true}
	queue := []models.ComponentID{device}
	for next := 0; next < len(queue); next++ {
		for _, f := range r.ways.FlowsInto(queue[next]) {
			if f.Closed || f.Nature != models.CommandFlow && f.Nature != models.ControlFlow {
				continue
			}
			if r.ways.CrossesBoundary(f.From, device) {
				return f
			}
			if !seen[f.From] {
				seen[f.From] = true
				queue = append(queue, f.From)
			}
		}
	}
	return nil
}
