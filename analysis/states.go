package analysis

import "github.com/harmpath/harmpath/models"

// The states of which analyses speak by name. All others they know through the catalog alone.
const (
	Occurred   models.StateID = "occurred"   // of an effect
	Holds      models.StateID = "holds"      // of a cause: the unsafe state
	Defeated   models.StateID = "defeated"   // of a safeguard
	Challenged models.StateID = "challenged" // of a safeguard: the unsafe state is there
)
