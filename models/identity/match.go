package identity

// Match is how surely words mean a product, the surest last.
type Match int

// The matches.
const (
	Elsewhere Match = iota // they say nothing that has to do with it
	Other                  // they mean another version or variant of it
	Doubtful               // they may mean it
	Certain                // they mean it
)

// Doubt is what keeps a match from being certain; where several things do, the first of them.
type Doubt int

// The doubts.
const (
	NoDoubt   Doubt = iota
	OfProduct       // another type, supplier or file has something of that name, or the name is all that is said
	OfVersion       // the product's version is not known, or cannot be compared
	OfVariant       // the product does not say whether it has a qualifier that is stated
)

// Verdict is a match with what keeps it from being certain.
type Verdict struct {
	Match Match
	Doubt Doubt
}

// doubtful is the verdict that something keeps from being certain.
func doubtful(d Doubt) Verdict { return Verdict{Doubtful, d} }

// And is the verdict where both must hold: that of the less certain one.
func (v Verdict) And(w Verdict) Verdict {
	if w.Match < v.Match || w.Match == v.Match && v.Doubt == NoDoubt {
		return w
	}
	return v
}

// Not is the verdict on all that v is not about.
func (v Verdict) Not() Verdict {
	switch {
	case v.Match == Certain:
		return Verdict{Match: Other}
	case v.Match == Doubtful:
		return v
	}
	return Verdict{Match: Certain}
}

// Together is the verdict of several words for one and the same thing: the surest of them, unless another one means
// another version or variant, which makes it doubtful.
func Together(verdicts []Verdict) Verdict {
	var out Verdict
	var other bool
	for _, v := range verdicts {
		other = other || v.Match == Other
		if v.Match > out.Match || v.Match == out.Match && v.Doubt != NoDoubt && v.Doubt < out.Doubt {
			out = v
		}
	}
	if other && out.Match == Certain {
		return doubtful(OfVersion)
	}
	return out
}
