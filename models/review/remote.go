package review

import "github.com/harmpath/harmpath/models"

// remoteOperationForbidden finds devices of a class that must not be operated from afar, and are: a chain of command
// flows into them has a leg that comes from another zone.
func remoteOperationForbidden(r *report) {
	commands, known := r.commandsInto(), r.components()
	for _, c := range r.system.Components {
		class := r.catalog.DeviceClass(c.DeviceClass)
		if class == nil || !class.RemoteForbidden {
			continue
		}
		if f := r.fromAfar(c.ID, commands); f != nil {
			r.add(c.At, subject{string(c.ID), c.Name}, subject{string(class.ID), class.Name}, r.flow(f, known))
		}
	}
}

// commandsInto returns, for each component, the command flows into it that are not switched off.
func (r *report) commandsInto() map[models.ComponentID][]*models.Flow {
	out := map[models.ComponentID][]*models.Flow{}
	for i := range r.system.Flows {
		f := &r.system.Flows[i]
		if !f.Closed && (f.Nature == models.CommandFlow || f.Nature == models.ControlFlow) {
			out[f.To] = append(out[f.To], f)
		}
	}
	return out
}

// fromAfar walks back along commands and returns the first that comes from another zone than the device's.
func (r *report) fromAfar(device models.ComponentID, commands map[models.ComponentID][]*models.Flow) *models.Flow {
	zones := map[models.ComponentID]models.ZoneID{}
	for _, c := range r.system.Components {
		zones[c.ID] = c.Zone
	}
	seen := map[models.ComponentID]bool{device: true}
	queue := []models.ComponentID{device}
	for next := 0; next < len(queue); next++ {
		for _, f := range commands[queue[next]] {
			if zones[f.From] != zones[device] {
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
