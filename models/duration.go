package models

import (
	"strconv"
	"strings"
)

// Duration is how long an economic effect lasts: short, long, unknown (or empty), a whole number of hours, days or weeks
// such as 12h, 3d or 2w, or anything between two of these, 6h..8d. A time is compared with the case's threshold of a
// long duration.
type Duration string

// The durations that need no threshold.
const (
	ShortDuration   Duration = "short"
	LongDuration    Duration = "long"
	UnknownDuration Duration = "unknown"
)

var hoursOf = map[byte]int{'h': 1, 'd': 24, 'w': 24 * 7}

// MaxDurationHours bounds a duration given as a time: a hundred years.
const MaxDurationHours = 100 * 366 * 24

// Hours returns the duration in hours. The second result tells whether it is given as a time.
func (d Duration) Hours() (int, bool) {
	if len(d) < 2 {
		return 0, false
	}
	n, err := strconv.Atoi(string(d[:len(d)-1]))
	unit, known := hoursOf[d[len(d)-1]]
	if err != nil || !known || n < 0 || n > MaxDurationHours/unit {
		return 0, false
	}
	return n * unit, true
}

// Between returns the two times of a range such as 6h..8d. The last result tells whether the duration is one.
func (d Duration) Between() (least, most Duration, ok bool) {
	from, to, two := strings.Cut(string(d), "..")
	least, most = Duration(from), Duration(to)
	first, timed := least.Hours()
	last, ends := most.Hours()
	return least, most, two && timed && ends && first <= last
}

// IsLong compares the duration with a threshold in hours: True from the threshold on, Unknown where it is unknown or lies
// on both sides of the threshold.
func (d Duration) IsLong(threshold int) Truth {
	switch d {
	case ShortDuration:
		return False
	case LongDuration:
		return True
	case UnknownDuration, "":
		return Unknown
	}
	if least, most, ranged := d.Between(); ranged {
		if least.IsLong(threshold) == most.IsLong(threshold) {
			return least.IsLong(threshold)
		}
		return Unknown
	}
	hours, _ := d.Hours()
	if hours >= threshold {
		return True
	}
	return False
}

// UnmarshalText reads a duration as in files.
func (d *Duration) UnmarshalText(b []byte) error {
	v := Duration(b)
	switch v {
	case ShortDuration, LongDuration, UnknownDuration:
	default:
		_, timed := v.Hours()
		_, _, ranged := v.Between()
		if !timed && !ranged {
			return Messagef("%q is not short, long, unknown, a time such as 12h, 3d or 2w, or a range of times such as 6h..8d", string(b))
		}
	}
	*d = v
	return nil
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
