package models

import (
	"strconv"
)

// Response is how long a party takes over a vulnerability of what it makes or operates, from the moment that it could
// know. A time that is not stated is not known.
type Response struct {
	Origin
	Notice      Span `json:"notice,omitempty"`        // until it sees that a correction delivered to it, or a disclosure, concerns it
	Match       Span `json:"match,omitempty"`         // the same by looking a disclosure up in SBOMs; at once where it is not stated
	Investigate Span `json:"investigate,omitempty"`   // until it knows how it is affected
	Mitigate    Span `json:"mitigate,omitempty"`      // of who operates: until something stands in the way of an attack, without a correction
	Fix         Span `json:"fix,omitempty"`           // until its correction is made and tested; of who operates: until the correction is installed
	Deliver     Span `json:"deliver,omitempty"`       // until its correction is with those who build it in or operate it
	HandsOnSBOM bool `json:"hands_on_sbom,omitempty"` // it hands an SBOM on with what it makes
}

// Span is a stretch of time: a whole number of hours, days or weeks such as 12h, 3d or 2w. Empty is not known.
type Span string

// MaxSpanHours bounds a stretch of time: ten years.
const MaxSpanHours = 10 * 366 * 24

// Hours returns the time in hours. The second result tells whether it is known.
func (s Span) Hours() (int, bool) {
	hours, is := Duration(s).Hours()
	return hours, is && hours <= MaxSpanHours
}

// SpanOf writes a time in hours in the largest unit that it is a whole number of.
func SpanOf(hours int) Span {
	if hours > 0 && hours%24 == 0 {
		return Span(strconv.Itoa(hours/24) + "d")
	}
	return Span(strconv.Itoa(hours) + "h")
}

// UnmarshalText reads a time as in files.
func (s *Span) UnmarshalText(b []byte) error {
	v := Span(b)
	if _, ok := v.Hours(); !ok {
		return Messagef("%q is not a time such as 12h, 3d or 2w, of ten years at most", string(b))
	}
	*s = v
	return nil
}
