package models

// PathsQuestion asks for the easiest attacks between places of a system. Each word of From, To, Through and Avoid
// means some facts; see package analysis/query.
type PathsQuestion struct {
	From       []string    `json:"from,omitempty"`       // profiles that attack together, or what is taken as compromised; none: every malicious profile alone
	To         []string    `json:"to"`                   // any of these is a goal
	Through    []string    `json:"through,omitempty"`    // each of these has to be passed
	Avoid      []string    `json:"avoid,omitempty"`      // none of these may be passed
	Attackers  []ProfileID `json:"attackers,omitempty"`  // who attacks, each alone, where From names nobody; none: every malicious profile
	Capability Capability  `json:"capability,omitempty"` // what all of them are able to; unstated: what the model says
	Reading    ReadingID   `json:"reading"`
	Easiest    int         `json:"easiest"` // how many attacks are wanted
}

// PathsAnswer lists the easiest truly different attacks: minimal sets of steps that cost effort or can fail, none a part
// of another by the same profile, each with a well-founded derivation.
type PathsAnswer struct {
	Question PathsQuestion `json:"question"`
	Attacks  []Attack      `json:"attacks"`          // by effort
	Complete bool          `json:"complete"`         // no attack that was asked for and is easier is missing
	Count    *AttackCount  `json:"count,omitempty"`  // how many minimal attacks there are; not told where some have to pass something
	Looked   int           `json:"looked,omitempty"` // how many attacks were looked at for those that pass what they have to
	Goals    []Fact        `json:"goals"`
	Margins  []Margin      `json:"margins,omitempty"` // where no attack is found: what that rests on, by each who was asked for; not where some places are to be passed or avoided
}

// AttackCount is how many minimal attacks there are, of all profiles that were asked for.
type AttackCount struct {
	Status FigureStatus `json:"status"` // exact, or bound: there are at least as many
	Number string       `json:"number"` // decimal; it can have hundreds of digits
}
