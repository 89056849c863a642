package models

// The states of the catalog that the program itself concludes or asks about. All others it knows through the catalog
// alone.
const (
	StateReached     StateID = "reached"     // of a component: the attacker can deliver messages to it
	StateDisclosed   StateID = "disclosed"   // of a data item
	StatePresent     StateID = "present"     // of a condition
	StateHolds       StateID = "holds"       // of a cause: the unsafe state is there
	StateOccurred    StateID = "occurred"    // of an effect
	StateDefeated    StateID = "defeated"    // of a safeguard
	StateChallenged  StateID = "challenged"  // of a safeguard: the unsafe state is there
	StateAssumed     StateID = "assumed"     // of an unknown property: it is taken as not given
	StatePassed      StateID = "passed"      // of a cause: it holds, and all its safeguards are defeated
	StateIneffective StateID = "ineffective" // of a measure: it holds nobody up
	StateWeak        StateID = "weak"        // of a property: it holds no attacker up who is at work
)
