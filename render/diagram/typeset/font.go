package typeset

// Font is a size and a weight of the one typeface that pictures use.
type Font struct {
	Size float64 // of an em, in the unit that widths are wanted in
	Bold bool
}

// LineHeight is the distance of two baselines in ems.
const LineHeight = 1.4

// Ascent is how far a line's letters rise above their baseline, and Descent how far they reach below it, in ems; Japanese
// characters fill both.
const (
	Ascent  = 0.88
	Descent = 0.12
)

// Height is the height of a number of lines, from the top of the first line's letters to the bottom of the last one's.
func (f Font) Height(lines int) float64 {
	if lines <= 0 {
		return 0
	}
	return f.Size * (float64(lines-1)*LineHeight + Ascent + Descent)
}

// Lead is the distance of two baselines.
func (f Font) Lead() float64 { return f.Size * LineHeight }
