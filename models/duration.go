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
