package change

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// Able returns a system whose attackers all have a capability; as it is, where none is asked for.
func Able(system *models.System, capability models.Capability) *models.System {
	if capability == models.CapabilityUnstated {
		return system
	}
	out := *system
	out.Attackers = slices.Clone(system.Attackers)
	for i := range out.Attackers {
		out.Attackers[i].Capability = capability
	}
	return &out
}
