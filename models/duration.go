package models

import (
	"fmt"
	"strconv"
)

// Duration is how long an economic effect lasts: short, long, unknown (or empty), or a whole number of hours, days or
// weeks such as 12h, 3d or 2w, which is compared with the case's threshold of a long duration.
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

// IsLong compares the duration with a threshold in hours: True from the threshold on, Unknown where it is unknown.
func (d Duration) IsLong(threshold int) Truth {
	switch d {
	case ShortDuration:
		return False
	case LongDuration:
		return True
	case UnknownDuration, "":
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
		if _, ok := v.Hours(); !ok {
			return fmt.Errorf("%q is not short, long, unknown or a time such as 12h, 3d or 2w", string(b))
		}
	}
	*d = v
	return nil
}
